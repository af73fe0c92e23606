"""The words of label templates: fields, kinds, elements and what is wrong with them, in the language of the screen."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QLocale

from freezerapp.documents.codes import Symbology
from freezerapp.documents.label_file import LabelFault
from freezerapp.documents.template import Box, Code, Element, For, Image, Line, Text, is_field
from freezerapp.ui import words
from freezerapp.ui.said_of_labels import fact
from freezerapp.wording.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from freezerapp.documents.proof import Finding

FIELDS: dict[str, str] = {
    "barcode": QT_TRANSLATE_NOOP("LabelField", "Barcode"),
    "participant": QT_TRANSLATE_NOOP("LabelField", "Participant"),
    "participant:short": QT_TRANSLATE_NOOP("LabelField", "Participant from the site on"),
    "visit": QT_TRANSLATE_NOOP("LabelField", "Visit"),
    "visit:name": QT_TRANSLATE_NOOP("LabelField", "Name of the visit"),
    "material": QT_TRANSLATE_NOOP("LabelField", "Material"),
    "material:code": QT_TRANSLATE_NOOP("LabelField", "Code of the material"),
    "aliquot": QT_TRANSLATE_NOOP("LabelField", "Number of the aliquot"),
    "collected:date": QT_TRANSLATE_NOOP("LabelField", "Collected on, in words"),
    "collected": QT_TRANSLATE_NOOP("LabelField", "Collected on, in figures"),
    "stored:date": QT_TRANSLATE_NOOP("LabelField", "Stored on, in words"),
    "stored": QT_TRANSLATE_NOOP("LabelField", "Stored on, in figures"),
    "study": QT_TRANSLATE_NOOP("LabelField", "Study"),
    "site": QT_TRANSLATE_NOOP("LabelField", "Site"),
    "parent": QT_TRANSLATE_NOOP("LabelField", "Barcode of the parent"),
    "tail": QT_TRANSLATE_NOOP("LabelField", "End of the barcode"),
    "tube": QT_TRANSLATE_NOOP("LabelField", "Kind of tube"),
    "sprec": QT_TRANSLATE_NOOP("LabelField", "SPREC code"),
    "line": QT_TRANSLATE_NOOP("LabelField", "Number in the list of the parcel"),
    "volume": QT_TRANSLATE_NOOP("LabelField", "Volume"),
    "concentration": QT_TRANSLATE_NOOP("LabelField", "Concentration"),
    "code": QT_TRANSLATE_NOOP("LabelField", "Code"),
    "name": QT_TRANSLATE_NOOP("LabelField", "Name"),
    "type": QT_TRANSLATE_NOOP("LabelField", "Type"),
    "kind": QT_TRANSLATE_NOOP("LabelField", "Kind"),
    "size": QT_TRANSLATE_NOOP("LabelField", "Rows and columns"),
    "temperature": QT_TRANSLATE_NOOP("LabelField", "Temperature"),
    "from": QT_TRANSLATE_NOOP("LabelField", "Sender"),
    "to": QT_TRANSLATE_NOOP("LabelField", "Recipient"),
    "to:address": QT_TRANSLATE_NOOP("LabelField", "Address of the recipient"),
    "package": QT_TRANSLATE_NOOP("LabelField", "Number of the package"),
    "packages": QT_TRANSLATE_NOOP("LabelField", "How many packages"),
    "un": QT_TRANSLATE_NOOP("LabelField", "UN numbers"),
    "inside": QT_TRANSLATE_NOOP("LabelField", "Stands in"),
    "home": QT_TRANSLATE_NOOP("LabelField", "Box and position"),
    "box": QT_TRANSLATE_NOOP("LabelField", "Box"),
    "position": QT_TRANSLATE_NOOP("LabelField", "Position"),
    "path": QT_TRANSLATE_NOOP("LabelField", "Storage path"),
    "bank": QT_TRANSLATE_NOOP("LabelField", "Name of the bank"),
    "today:date": QT_TRANSLATE_NOOP("LabelField", "Today, in words"),
    "today": QT_TRANSLATE_NOOP("LabelField", "Today, in figures"),
}
"""Fields by name, in the order in which they are offered."""
LABELS: dict[For, str] = {
    For.TUBE: QT_TRANSLATE_NOOP("LabelOf", "Tubes, on the side"),
    For.CAP: QT_TRANSLATE_NOOP("LabelOf", "Tubes, on the cap"),
    For.STRAW: QT_TRANSLATE_NOOP("LabelOf", "Straws"),
    For.CANE: QT_TRANSLATE_NOOP("LabelOf", "Canes"),
    For.BOX: QT_TRANSLATE_NOOP("LabelOf", "Boxes"),
    For.RACK: QT_TRANSLATE_NOOP("LabelOf", "Racks and towers"),
    For.DRAWER: QT_TRANSLATE_NOOP("LabelOf", "Drawers, shelves and levels"),
    For.FREEZER: QT_TRANSLATE_NOOP("LabelOf", "Freezers and tanks"),
    For.SHIPMENT: QT_TRANSLATE_NOOP("LabelOf", "Packages of a shipment"),
    For.COMMANDS: QT_TRANSLATE_NOOP("LabelOf", "Commands to be scanned"),
    For.SCANNER_CARD: QT_TRANSLATE_NOOP("LabelOf", "The scanner card"),
}
SYMBOLOGIES: dict[Symbology, str] = {
    Symbology.DATA_MATRIX: "Data Matrix",
    Symbology.DATA_MATRIX_RECTANGLE: QT_TRANSLATE_NOOP("Symbology", "Data Matrix, rectangular"),
    Symbology.QR: "QR",
    Symbology.MICRO_QR: "Micro QR",
    Symbology.CODE_128: "Code 128",
}
_NAMELESS = QT_TRANSLATE_NOOP("Finding", "It needs a name.")
_EMPTY = QT_TRANSLATE_NOOP("Finding", "It needs a text.")
_KINDS: tuple[tuple[type[Element], str], ...] = (
    (Text, QT_TRANSLATE_NOOP("Element", "Text {content}")),
    (Code, QT_TRANSLATE_NOOP("Element", "Code {content}")),
    (Line, QT_TRANSLATE_NOOP("Element", "Line")),
    (Box, QT_TRANSLATE_NOOP("Element", "Frame")),
    (Image, QT_TRANSLATE_NOOP("Element", "Picture {content}")),
)


def field_word(field: str, own: dict[str, str] | None = None) -> str:
    """What a field is called; one of the site's own by its name."""
    if field in FIELDS:
        return QCoreApplication.translate("LabelField", FIELDS[field])
    return (own or {}).get(field, field)


def fields_for(of: For, own: Iterable[str] = ()) -> tuple[str, ...]:
    """The fields that a label of a kind can show, in the order in which they are offered."""
    return tuple(each for each in (*FIELDS, *own) if is_field(of, each))


def label_word(of: For) -> str:
    """What a template labels."""
    return QCoreApplication.translate("LabelOf", LABELS[of])


def symbology_word(symbology: Symbology) -> str:
    """A kind of code."""
    return QCoreApplication.translate("Symbology", SYMBOLOGIES[symbology])


def element_words(element: Element) -> str:
    """An element in a list: what it is, and of what."""
    text = next(said for kind, said in _KINDS if isinstance(element, kind))
    content = element.file if isinstance(element, Image) else element.text if isinstance(element, Text | Code) else ""
    return QCoreApplication.translate("Element", text).replace("{content}", content).strip()


def finding_words(finding: "Finding") -> str:
    """What is wrong, in a sentence."""
    if finding.what is LabelFault.MISSING:
        return QCoreApplication.translate("Finding", _NAMELESS if finding.element < 0 else _EMPTY)
    said = words.sentence_case(fact(finding.what))
    detail = "" if finding.what is LabelFault.NOT_A_LADDER else finding.detail
    if detail.endswith(" mm"):
        detail = detail.replace(".", QLocale().decimalPoint())
    return f"{said} ({detail})." if detail else f"{said}."
