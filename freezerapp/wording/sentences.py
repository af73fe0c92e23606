"""Every refusal in words: a sentence for each kind of Problem, by the name of its class."""

from freezerapp.wording.marked import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    # The file as a whole
    "BankProblem": QT_TRANSLATE_NOOP("Problem", "Something is wrong with {path}."),
    "NoSuchFile": QT_TRANSLATE_NOOP(
        "Problem", "{path} is not there. It may have been moved or renamed: open it where it is now."
    ),
    "FileExists": QT_TRANSLATE_NOOP(
        "Problem", "{path} is there already and is never written over. Choose another name."
    ),
    "NotABank": QT_TRANSLATE_NOOP("Problem", "{path} is not a FreezerApp bank. Nothing in it was touched."),
    "NewerBank": QT_TRANSLATE_NOOP(
        "Problem", "{path} was written by a newer version of FreezerApp. Install that version to open it."
    ),
    "DamagedBank": QT_TRANSLATE_NOOP(
        "Problem",
        "{path} is damaged ({what}) and was not opened. Keep the file as it is and restore a good backup.",
    ),
    "DamageFound": QT_TRANSLATE_NOOP(
        "Problem",
        "{path} is damaged ({what}). It can still be read, but nothing is written any more: restore the newest"
        " good backup.",
    ),
    "OnNetworkShare": QT_TRANSLATE_NOOP(
        "Problem",
        "{path} lies on a network share ({system}), where tubes could be lost when two people write."
        " Copy it to a disk of this computer.",
    ),
    "ReadOnlyBank": QT_TRANSLATE_NOOP("Problem", "{path} can be read but not written: nothing can be changed in it."),
    "CannotRead": QT_TRANSLATE_NOOP("Problem", "{path} can't be opened: {why}."),
    "BankBusy": QT_TRANSLATE_NOOP(
        "Problem", "{path} is being written by another window or program. Nothing was changed; try again."
    ),
    "BankMoved": QT_TRANSLATE_NOOP(
        "Problem", "{path} was moved, replaced or removed while it was open. Open it again where it is now."
    ),
    "DiskFull": QT_TRANSLATE_NOOP(
        "Problem", "The disk of {path} is full. Nothing was changed; make room and try again."
    ),
    "DeviceFailed": QT_TRANSLATE_NOOP(
        "Problem",
        "The disk of {path} reported an error ({why}). Look at the history before you repeat the last step.",
    ),
    # What people do
    "PositionTaken": QT_TRANSLATE_NOOP("Problem", "{position} in {container} is taken: {occupant} {use}."),
    "CodeTaken": QT_TRANSLATE_NOOP(
        "Problem", "The code {code} already leads to {owner_kind} ({owner}); no code is given twice."
    ),
    "CodeThere": QT_TRANSLATE_NOOP("Problem", "{name} has the code {code} already."),
    "NoCodeYet": QT_TRANSLATE_NOOP(
        "Problem", "{name} has no code yet ({count} have none). With --give-codes each gets one, such as {example}."
    ),
    "NotThere": QT_TRANSLATE_NOOP("Problem", "Nothing is known as {name} ({kind})."),
    "NotStanding": QT_TRANSLATE_NOOP("Problem", "{container} takes nothing in: it is {status}."),
    "ContainerCodeMissing": QT_TRANSLATE_NOOP("Problem", "{name} ({kind}) needs a code that can be scanned."),
    "ReasonMissing": QT_TRANSLATE_NOOP("Problem", "Please say why: this needs a reason ({what})."),
    "ChangedSince": QT_TRANSLATE_NOOP(
        "Problem",
        "{thing} was changed since by {operator} ({kind}, {recorded_at}), so this can't be taken back.",
    ),
    "CannotBeTakenBack": QT_TRANSLATE_NOOP("Problem", "“{kind}” can't be taken back: {why}."),
    "NothingToDo": QT_TRANSLATE_NOOP("Problem", "There is nothing to do: everything is so already ({kind})."),
    "OperationRepeated": QT_TRANSLATE_NOOP("Problem", "This was recorded already ({uuid}) and is not done twice."),
    "NoFreePosition": QT_TRANSLATE_NOOP("Problem", "{container} is full: no position is free."),
    "NoReservedContainerPlace": QT_TRANSLATE_NOOP(
        "Problem", "{name} came from no place, so it can't be put back. Place it instead."
    ),
    "NoReservedPlace": QT_TRANSLATE_NOOP(
        "Problem", "{barcode} came from no place, so it can't be put back. Place it instead."
    ),
    "ImpossibleAmount": QT_TRANSLATE_NOOP(
        "Problem", "{barcode} can't hold that amount: below zero, more than it began with, or without unit."
    ),
    "NotEditable": QT_TRANSLATE_NOOP("Problem", "“{field}” is not changed by editing."),
    "HasDescendants": QT_TRANSLATE_NOOP(
        "Problem",
        "{barcode} can't be taken out of the record: {count} tubes were made from it, {first} first.",
    ),
    "NotAllowed": QT_TRANSLATE_NOOP("Problem", "{operator} ({role}) may not do this: {what}."),
    "UnknownOperator": QT_TRANSLATE_NOOP("Problem", "Nobody called {name} works in this bank."),
    "StepNotAllowed": QT_TRANSLATE_NOOP("Problem", "{barcode} is {status} and can't become {wanted}."),
    "Held": QT_TRANSLATE_NOOP("Problem", "{barcode} is on hold and must not be used: {holds}."),
    "ContainerStepNotAllowed": QT_TRANSLATE_NOOP("Problem", "{name} is {status} and can't become {wanted}."),
    "InsideItself": QT_TRANSLATE_NOOP("Problem", "{name} can't be put into {inside}, which stands in it."),
    "NotEmpty": QT_TRANSLATE_NOOP("Problem", "{name} still holds {things}; empty it first."),
    "WrongTemperature": QT_TRANSLATE_NOOP("Problem", "{material} is kept at {wanted}, and this place is {found}."),
    "NotForTubes": QT_TRANSLATE_NOOP("Problem", "{container} ({kind}) holds containers, not tubes."),
    "WrongContainer": QT_TRANSLATE_NOOP("Problem", "{child} ({child_kind}) can't stand in {parent} ({parent_kind})."),
    "WrongMaterial": QT_TRANSLATE_NOOP("Problem", "{container} does not take {material}, only: {accepted}."),
    "BoxFull": QT_TRANSLATE_NOOP(
        "Problem", "{container} has no room for {missing} of the tubes, counted from {start}."
    ),
    "NothingToSwap": QT_TRANSLATE_NOOP(
        "Problem", "There is nothing to swap with in {container} at {named} ({count} in all)."
    ),
    "PositionsTaken": QT_TRANSLATE_NOOP("Problem", "{count} of the positions in {container} are taken: {named}."),
    "OverTheEdge": QT_TRANSLATE_NOOP(
        "Problem",
        "{count} of the tubes would stand outside {container}, which goes from {first} to {last}.",
    ),
    # Codes, positions, dates, amounts
    "CodeMissing": QT_TRANSLATE_NOOP("Problem", "A code is needed here."),
    "CodeTooLong": QT_TRANSLATE_NOOP("Problem", "{text} is too long for a code: {longest} characters at most."),
    "CodeIsACommand": QT_TRANSLATE_NOOP(
        "Problem", "{text} can't be a code: those that begin with {prefix} are commands to the program."
    ),
    "CodeNotPrintable": QT_TRANSLATE_NOOP(
        "Problem", "{text} holds characters that can't be seen or typed ({characters})."
    ),
    "LabelPrintedBefore": QT_TRANSLATE_NOOP(
        "Problem", "{barcode} has a label already ({count} printed): another one needs a reason."
    ),
    "TextNotWritable": QT_TRANSLATE_NOOP("Problem", "A text holds what is no character ({characters})."),
    "NotAPattern": QT_TRANSLATE_NOOP(
        "Problem",
        "{text} is no pattern for codes: letters, digits or hyphens, then # for each counted digit.",
    ),
    "NoCodesLeft": QT_TRANSLATE_NOOP(
        "Problem", "The pattern {pattern} has {left} numbers left, and {wanted} are wanted."
    ),
    "AmbiguousDate": QT_TRANSLATE_NOOP("Problem", "{text} can be several days: {readings}. Write it as 2019-03-14."),
    "NotADate": QT_TRANSLATE_NOOP("Problem", "{text} is no date. Write it as 2019-03-14, 2019-03 or 2019."),
    "BadScheme": QT_TRANSLATE_NOOP("Problem", "The labelling can't have {value} for “{setting}”."),
    "ImpossibleLayout": QT_TRANSLATE_NOOP("Problem", "A grid of {rows} × {columns} is not possible: {why}."),
    "NoSuchPosition": QT_TRANSLATE_NOOP("Problem", "{text} is no position here: they go from {first} to {last}."),
    "BadAmount": QT_TRANSLATE_NOOP("Problem", "{text} is no amount: {flaw}. Write it as 0.2 mL or 200 µL."),
    "DifferentDimensions": QT_TRANSLATE_NOOP("Problem", "{unit} and {other} measure different things."),
    "NotEnough": QT_TRANSLATE_NOOP("Problem", "Only {left} is left, and {asked} is asked for."),
    "NotInSprec": QT_TRANSLATE_NOOP("Problem", "SPREC {version} has no “{word}” for {element}."),
    "NoBoxSlots": QT_TRANSLATE_NOOP("Problem", "{code} has no place for boxes of {boxes}."),
    "NotABox": QT_TRANSLATE_NOOP("Problem", "{code} makes no box ({kind})."),
    "UnknownPreset": QT_TRANSLATE_NOOP("Problem", "There is no preset {code}."),
    "BadPreset": QT_TRANSLATE_NOOP("Problem", "The preset file can't be used at {where}: {what}."),
    # Search
    "UnknownField": QT_TRANSLATE_NOOP("Problem", "There is no field “{name}”."),
    "MissingField": QT_TRANSLATE_NOOP("Problem", "Write the name of a field before “{operator}”."),
    "MissingValue": QT_TRANSLATE_NOOP("Problem", "Write {expected} after “{field}”."),
    "BadValue": QT_TRANSLATE_NOOP("Problem", "“{text}” can't be read: “{field}” takes {expected}."),
    "NoComparison": QT_TRANSLATE_NOOP(
        "Problem", "“{field}” is not less or more than something: write “{field}:” instead of “{operator}”."
    ),
    "TooManyTerms": QT_TRANSLATE_NOOP("Problem", "This search has {count} parts; {most} can be searched at once."),
    # Files brought in
    "FileNotThere": QT_TRANSLATE_NOOP("Problem", "{path} is not there."),
    "FileNotReadable": QT_TRANSLATE_NOOP("Problem", "{path} can't be read: {reason}."),
    "FileEmpty": QT_TRANSLATE_NOOP("Problem", "{path} has no rows."),
    "NotAList": QT_TRANSLATE_NOOP("Problem", "{path} is no list in text form. Save it as CSV."),
    "QuoteNotClosed": QT_TRANSLATE_NOOP("Problem", "The quotation marks opened in line {line} are never closed."),
    "ColumnTwice": QT_TRANSLATE_NOOP("Problem", "Two columns are headed as {field}: {headings}."),
    "NoBarcodeColumn": QT_TRANSLATE_NOOP("Problem", "No column holds the barcodes; the headings are: {headings}."),
    "BarcodeNotRead": QT_TRANSLATE_NOOP("Problem", "The scanner could not read this tube ({text})."),
    "BarcodeNotSaid": QT_TRANSLATE_NOOP("Problem", "The row has no barcode."),
    "BoxClosed": QT_TRANSLATE_NOOP("Problem", "{box} takes nothing in: it is away, retired or taken back."),
    "BoxNameTwice": QT_TRANSLATE_NOOP("Problem", "{count} containers are called {text}: give the code."),
    "BoxNotSaid": QT_TRANSLATE_NOOP("Problem", "The row has the position {position} but no box."),
    "ChangedBySpreadsheet": QT_TRANSLATE_NOOP(
        "Problem", "{text} ({field}) was changed by a spreadsheet. Look up what it was."
    ),
    "CharactersLost": QT_TRANSLATE_NOOP("Problem", "Characters of {text} ({field}) were lost in another program."),
    "CodeInUse": QT_TRANSLATE_NOOP("Problem", "{text} already leads to {kind} of this bank."),
    "DiffersFromBank": QT_TRANSLATE_NOOP("Problem", "{barcode} is in the bank with other facts: {differences}."),
    "InTheFuture": QT_TRANSLATE_NOOP("Problem", "{text} is after today ({today})."),
    "IsABoxToo": QT_TRANSLATE_NOOP("Problem", "{text} is given to a tube and to a box."),
    "IsAPositionCode": QT_TRANSLATE_NOOP("Problem", "{text} is the code of a position, not of a tube."),
    "LineageCircle": QT_TRANSLATE_NOOP("Problem", "A tube would be its own ancestor: {barcodes}."),
    "LooksDamaged": QT_TRANSLATE_NOOP("Problem", "{text} looks damaged; it may be {likely}."),
    "MaterialMissing": QT_TRANSLATE_NOOP("Problem", "The row names no material."),
    "NotACount": QT_TRANSLATE_NOOP("Problem", "{text} ({field}) should be a whole number."),
    "OtherParentage": QT_TRANSLATE_NOOP("Problem", "The parent {parent} has {parents_value} as {field}, not {value}."),
    "OutsideBox": QT_TRANSLATE_NOOP(
        "Problem", "{text} is no position of {box} ({rows} × {columns}): they go from {first} to {last}."
    ),
    "ParentHasProblem": QT_TRANSLATE_NOOP("Problem", "The parent {text} is in row {row}, which has a problem."),
    "ParentNotATube": QT_TRANSLATE_NOOP("Problem", "The parent {text} is no tube but {kind}."),
    "PlaceGivenTwice": QT_TRANSLATE_NOOP("Problem", "{position} in {box} is given to row {row} already."),
    "PlaceTaken": QT_TRANSLATE_NOOP("Problem", "{position} in {box} is taken."),
    "PositionNotSaid": QT_TRANSLATE_NOOP("Problem", "The row has the box {box} but no position."),
    "SameBarcode": QT_TRANSLATE_NOOP("Problem", "Row {row} has the same barcode {barcode}."),
    "SeveralMaterials": QT_TRANSLATE_NOOP("Problem", "{text} can be several materials: {codes}."),
    "SeveralSites": QT_TRANSLATE_NOOP("Problem", "{participant} belongs to site {other}, not {site}."),
    "TooLong": QT_TRANSLATE_NOOP("Problem", "{text} ({field}) is too long: {longest} characters at most."),
    "TooManyCells": QT_TRANSLATE_NOOP("Problem", "The row has {cells} cells for {headings} headings."),
    "UnitNotSaid": QT_TRANSLATE_NOOP("Problem", "{text} has no unit: mL or µL?"),
    "UnknownBox": QT_TRANSLATE_NOOP("Problem", "The bank has no box {text}."),
    "UnknownMaterial": QT_TRANSLATE_NOOP("Problem", "The bank has no material {text}."),
    "UnknownParent": QT_TRANSLATE_NOOP("Problem", "There is no tube {text} to be the parent."),
    "UnknownStudy": QT_TRANSLATE_NOOP("Problem", "{text} is no study of this bank. It has: {known}."),
    "ReportNotWritten": QT_TRANSLATE_NOOP("Problem", "The report {path} can't be written: {reason}."),
    "ReportOverList": QT_TRANSLATE_NOOP(
        "Problem", "The report {path} would take the place of the list itself. Choose another name."
    ),
    # Labels
    "NotInSymbology": QT_TRANSLATE_NOOP("Problem", "{text} can't be printed as {symbology}: it has no {characters}."),
    "TooLongForSymbology": QT_TRANSLATE_NOOP("Problem", "{text} is too long to be printed as {symbology}."),
    "BadLabelFile": QT_TRANSLATE_NOOP("Problem", "The label file can't be used at {where}: {what}."),
    "UnknownStock": QT_TRANSLATE_NOOP("Problem", "There is no label stock {name}."),
    "UnknownTemplate": QT_TRANSLATE_NOOP("Problem", "There is no label template {name}."),
    "TemplateDoesNotFit": QT_TRANSLATE_NOOP("Problem", "The template {template} does not fit the labels {stock}."),
    "LabelRefused": QT_TRANSLATE_NOOP("Problem", "The label of {label} can't be printed: {what}."),
    "LabelsNotWritten": QT_TRANSLATE_NOOP("Problem", "The labels {path} can't be written: {reason}."),
    # Papers
    "LettersNotInFonts": QT_TRANSLATE_NOOP(
        "Problem",
        "No font of this computer can print {letters}. Write these letters otherwise, or install a font that has them.",
    ),
    "PaperNotWritten": QT_TRANSLATE_NOOP("Problem", "The paper {path} can't be written: {reason}."),
    # Printers
    "BadPrinterAddress": QT_TRANSLATE_NOOP(
        "Problem", "“{text}” is no address of a printer. Write its name or number, with a port where it has its own."
    ),
    "PrinterNotReached": QT_TRANSLATE_NOOP(
        "Problem", "The label printer {address} can't be reached: {why}. Nothing was sent."
    ),
    "PrinterNotReady": QT_TRANSLATE_NOOP(
        "Problem", "The label printer {address} can't print now: {what}. Nothing was sent."
    ),
    "PrinterStopped": QT_TRANSLATE_NOOP(
        "Problem", "The label printer {address} took no more after {sent} of {total} labels: {why}."
    ),
    "QueueRefused": QT_TRANSLATE_NOOP("Problem", "{printer} did not take the labels: {why}. Nothing was printed."),
    "PrinterRefused": QT_TRANSLATE_NOOP("Problem", "The printer {printer} does not print. Nothing came out."),
    # Shipments
    "WrongStep": QT_TRANSLATE_NOOP("Problem", "{number} is {step}: that can't be done with it now ({wanted})."),
    "NotReady": QT_TRANSLATE_NOOP("Problem", "{number} can't be {step} yet. Still missing: {needs}."),
    "Reserved": QT_TRANSLATE_NOOP("Problem", "{barcode} is reserved for {by}."),
    "NotInShipment": QT_TRANSLATE_NOOP("Problem", "{barcode} is not on the list of {number}. Put it back."),
    "NotOnTheBench": QT_TRANSLATE_NOOP(
        "Problem", "{barcode} is {status}. Only what is on the bench can be packed: take it out first."
    ),
    "TooWarmForCells": QT_TRANSLATE_NOOP(
        "Problem", "{barcode} is {material}, which does not keep on {refrigerant}. Choose a dry shipper, or say why."
    ),
    "PackedInParcel": QT_TRANSLATE_NOOP(
        "Problem", "{barcode} is packed in {number}: take it out of that parcel first."
    ),
    "BoxInParcel": QT_TRANSLATE_NOOP(
        "Problem", "The box {container} travels with {number}: remove it from that parcel first."
    ),
    "PackedInOrder": QT_TRANSLATE_NOOP(
        "Problem",
        "{number} can't become blind: {tubes} of its tubes are packed already, in an order that can be read. "
        "Take them out of their boxes first.",
    ),
    "SamePersonTwice": QT_TRANSLATE_NOOP(
        "Problem", "{name} hands over already: the second person must be somebody else."
    ),
    "CannotOverrule": QT_TRANSLATE_NOOP(
        "Problem", "{barcode} can't be sent ({doubt}), whatever the reason: replace it or remove it."
    ),
    "NotBlind": QT_TRANSLATE_NOOP(
        "Problem", "{container} would show the order of the bank: a blind parcel is packed tube by tube."
    ),
    "NoRoomInParcel": QT_TRANSLATE_NOOP(
        "Problem", "The transport boxes of {number} have no room for {tubes}: add a box first."
    ),
    "InDoubt": QT_TRANSLATE_NOOP("Problem", "{barcode} needs a decision before it is packed: {doubt}."),
    "ReceiptOfAnother": QT_TRANSLATE_NOOP(
        "Problem", "The receipt is of {said}, or of a list that was never issued for {number}. Nothing was recorded."
    ),
    "NotPicked": QT_TRANSLATE_NOOP("Problem", "{barcode} is not on the pick list {number}. Put it back."),
    "PickClosed": QT_TRANSLATE_NOOP("Problem", "The pick list {number} is {state}: nothing more is fetched for it."),
    "NothingPicked": QT_TRANSLATE_NOOP(
        "Problem", "None of these tubes can be fetched: there is nothing to put on a list."
    ),
    "NotAvailable": QT_TRANSLATE_NOOP(
        "Problem", "{barcode} is {status}: only what is stored or on the bench can be fetched."
    ),
    "AlreadyRetrieved": QT_TRANSLATE_NOOP("Problem", "{barcode} is in hand already for {number}."),
    "LineSettled": QT_TRANSLATE_NOOP("Problem", "{barcode} is no longer wanted on {number}: {state}."),
    "NotRetrieved": QT_TRANSLATE_NOOP(
        "Problem", "{barcode} was not fetched for {number}, so it is not returned from it."
    ),
    "StillWanted": QT_TRANSLATE_NOOP(
        "Problem", "{count} tubes of {number} are still to be fetched: fetch, replace or remove them first."
    ),
    "PickOpen": QT_TRANSLATE_NOOP("Problem", "The pick list {number} is open already."),
    "NothingChosen": QT_TRANSLATE_NOOP("Problem", "No tube of {material} fits the rule and can be fetched."),
    "NotAsPublished": QT_TRANSLATE_NOOP("Problem", "The file is not as it should be at {where}: {what} ({detail})."),
    # Files of manifests
    "ManifestNotWritten": QT_TRANSLATE_NOOP("Problem", "The manifest {path} can't be written: {reason}."),
    "ManifestAltered": QT_TRANSLATE_NOOP(
        "Problem", "{path} was changed since it was made ({parts}). Ask the sender for the file again."
    ),
    "ManifestUnsound": QT_TRANSLATE_NOOP(
        "Problem", "The manifest contradicts itself or its profile: {what} ({thing})."
    ),
    "PortableFileProblem": QT_TRANSLATE_NOOP("Problem", "Something is wrong with the file {path}."),
    "NotPortable": QT_TRANSLATE_NOOP("Problem", "{path} is no file of this kind ({wanted})."),
    "NewerPortable": QT_TRANSLATE_NOOP(
        "Problem",
        "{path} was written by a newer version of FreezerApp (schema {schema}). Install that version to read it.",
    ),
    "PortableDamaged": QT_TRANSLATE_NOOP("Problem", "{path} is damaged and can't be read: {reason}."),
    "PortableTooLarge": QT_TRANSLATE_NOOP("Problem", "{path} is larger than any file of its kind ({limit} bytes)."),
    "NotAWorkbook": QT_TRANSLATE_NOOP("Problem", "{path} can't be read as an XLSX workbook: {reason}."),
    "ReceiptNotWritten": QT_TRANSLATE_NOOP("Problem", "The receipt {path} can't be written: {reason}."),
    "ReceiptAltered": QT_TRANSLATE_NOOP(
        "Problem", "The receipt {path} was changed since it was made. Ask the recipient for it again."
    ),
    # Signatures
    "NotAKey": QT_TRANSLATE_NOOP("Problem", "“{text}” is no public key: that has 64 digits from 0 to 9 and a to f."),
    "KeyNotKept": QT_TRANSLATE_NOOP("Problem", "The new key can't be kept in {path}: {reason}. No key was made."),
    "KeyNotReadable": QT_TRANSLATE_NOOP(
        "Problem", "The signing key in {path} can't be used: {why}. Nothing was signed."
    ),
    "KeyOpenToOthers": QT_TRANSLATE_NOOP(
        "Problem",
        "Other users of this computer can read the signing key in {path}. Nothing was signed: make a new key, and"
        " withdraw this one.",
    ),
    "SignatureNotRight": QT_TRANSLATE_NOOP(
        "Problem",
        "The signature of {path} is wrong: it was not made with the key {key}, or the file was changed since.",
    ),
    "OutcomeNotRead": QT_TRANSLATE_NOOP(
        "Problem",
        "“{text}” beside tube {tube} is no outcome. Write received, missing, damaged, thawed, wrong label or extra.",
    ),
    "NothingFilledIn": QT_TRANSLATE_NOOP("Problem", "{path} says of no tube how it was found."),
    "LoggerTooLarge": QT_TRANSLATE_NOOP("Problem", "{path} is larger than any file of a logger ({limit} bytes)."),
    "NoReadings": QT_TRANSLATE_NOOP(
        "Problem", "No rows with a moment and a temperature were found in {path}. Export the logger's readings as CSV."
    ),
    "LoggerUnitUnknown": QT_TRANSLATE_NOOP(
        "Problem", "Nothing in {path} says whether its temperatures are °C or °F ({heading})."
    ),
    "LoggerDayUnclear": QT_TRANSLATE_NOOP("Problem", "{text} in {path} can be one of these days: {days}. Say which."),
    "PdfNotReadable": QT_TRANSLATE_NOOP("Problem", "{path} can't be read as a PDF: {reason}."),
    "WorkbookTooLarge": QT_TRANSLATE_NOOP(
        "Problem", "{path} would take more memory than a workbook may. Nothing of it was read."
    ),
    "FieldExists": QT_TRANSLATE_NOOP("Problem", "There is a field {name} already."),
    "NameTwice": QT_TRANSLATE_NOOP("Problem", "Several containers are called {name}; say which: {paths}."),
}

ALSO: dict[str, tuple[str, str]] = {
    "UnknownField": ("suggestion", QT_TRANSLATE_NOOP("Problem", "Did you mean “{suggestion}”?")),
    "UnknownMaterial": ("near", QT_TRANSLATE_NOOP("Problem", "Did you mean one of these: {near}?")),
    "UnknownPreset": ("near", QT_TRANSLATE_NOOP("Problem", "Did you mean one of these: {near}?")),
    "BadPreset": ("detail", QT_TRANSLATE_NOOP("Problem", "({detail})")),
    "BadLabelFile": ("detail", QT_TRANSLATE_NOOP("Problem", "({detail})")),
    "UnknownStock": ("near", QT_TRANSLATE_NOOP("Problem", "Did you mean one of these: {near}?")),
    "UnknownTemplate": ("near", QT_TRANSLATE_NOOP("Problem", "Did you mean one of these: {near}?")),
    "TemplateDoesNotFit": ("near", QT_TRANSLATE_NOOP("Problem", "These do: {near}.")),
    "LabelRefused": ("detail", QT_TRANSLATE_NOOP("Problem", "({detail})")),
    "ManifestAltered": ("lines", QT_TRANSLATE_NOOP("Problem", "These lines of the list differ: {lines}.")),
    "PositionTaken": ("by", QT_TRANSLATE_NOOP("Problem", "{by} put it there on {recorded_at}.")),
    "PlaceTaken": ("occupant", QT_TRANSLATE_NOOP("Problem", "{occupant} stands or belongs there.")),
}
"""A second sentence, said only if the fact named first is there."""

REMARKS: dict[str, str] = {
    "Tidied": QT_TRANSLATE_NOOP("Remark", "“{text}” read as {value} ({field})"),
    "ReadAs": QT_TRANSLATE_NOOP("Remark", "“{text}” read as {value} ({field})"),
    "TakenFromParent": QT_TRANSLATE_NOOP("Remark", "{field} taken from the parent: {value}"),
    "MaterialNotSaid": QT_TRANSLATE_NOOP("Remark", "no material said, so it is {value}"),
    "NotKept": QT_TRANSLATE_NOOP("Remark", "“{text}” ({field}) can't be kept with the tube"),
    "AlreadyThere": QT_TRANSLATE_NOOP("Remark", "{barcode} is in the bank already, with the same facts"),
    "LabelRemark": QT_TRANSLATE_NOOP("Remark", "labels on {stock}: {what} ({labels})"),
    "EmptyPlace": QT_TRANSLATE_NOOP("Remark", "an empty position ({text})"),
    # Manifests
    "PartChanged": QT_TRANSLATE_NOOP("Remark", "{what} does not fit its digest: it was changed"),
    "FingerprintChanged": QT_TRANSLATE_NOOP("Remark", "the fingerprint is not that of the content"),
    "SignatureWrong": QT_TRANSLATE_NOOP(
        "Remark", "the signature is wrong: not made with the key {key}, or the file was changed since"
    ),
    "LineChanged": QT_TRANSLATE_NOOP("Remark", "line {line} of the list was changed"),
    "ListChanged": QT_TRANSLATE_NOOP("Remark", "lines of the list changed places, or some are missing or added"),
    "HeadChanged": QT_TRANSLATE_NOOP(
        "Remark", "what every line says of the whole (number, version, fingerprint, count), or the columns, was changed"
    ),
    "CountDiffers": QT_TRANSLATE_NOOP("Remark", "there should be {said} tubes and there are {found}"),
    "SheetChanged": QT_TRANSLATE_NOOP("Remark", "the sheet “{sheet}” was changed"),
    "SheetGone": QT_TRANSLATE_NOOP("Remark", "the sheet “{sheet}” is missing"),
    "SheetAdded": QT_TRANSLATE_NOOP("Remark", "the sheet “{sheet}” was added"),
    "Contradiction": QT_TRANSLATE_NOOP("Remark", "the manifest contradicts itself or its profile: {what} ({thing})"),
    "PageWithoutCode": QT_TRANSLATE_NOOP("Remark", "page {page}: no code of a manifest can be read on it"),
    "PageOfAnother": QT_TRANSLATE_NOOP("Remark", "page {page} belongs to another manifest or version: {code}"),
    "PageTextDiffers": QT_TRANSLATE_NOOP("Remark", "page {page}: “{said}” here, “{stored}” in what was issued"),
    "PagesDiffer": QT_TRANSLATE_NOOP("Remark", "there should be {stored} pages and there are {said}"),
    "NotOfThisBank": QT_TRANSLATE_NOOP("Remark", "this bank never issued a manifest {number}"),
    "VersionNotIssued": QT_TRANSLATE_NOOP(
        "Remark", "this bank never issued version {version} of {number}; it issued: {known}"
    ),
    "OtherFingerprint": QT_TRANSLATE_NOOP(
        "Remark", "this bank issued version {version} with another fingerprint: {stored}"
    ),
    "FactDiffers": QT_TRANSLATE_NOOP("Remark", "{field}: “{said}” here, “{stored}” as issued"),
    "TubeDiffers": QT_TRANSLATE_NOOP("Remark", "tube {tube}, {field}: “{said}” here, “{stored}” as issued"),
    "TubeNotIssued": QT_TRANSLATE_NOOP("Remark", "tube {tube} is here and not in what was issued"),
    "TubeLeftOut": QT_TRANSLATE_NOOP("Remark", "tube {tube} was issued and is not here"),
    "HeadNotInChain": QT_TRANSLATE_NOOP("Remark", "event {event}, which the file names, is not in the bank's history"),
    "LaterVersion": QT_TRANSLATE_NOOP("Remark", "this bank has issued a later version since: {version}"),
    "MoreFindings": QT_TRANSLATE_NOOP("Remark", "and {more} more"),
}
"""What the check of a list says of a row that is no refusal, by the name of its class."""
