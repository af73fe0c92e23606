"""The check of a whole list against a bank: a verdict for each row, and what the list would bring in.

Nothing is written here. The same cell is judged once, however many rows have it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

from freezerapp.domain.barcode import code_key
from freezerapp.domain.container import ContainerType
from freezerapp.domain.intake import Gathering, Intake, IntakeFacts, MaterialFact, TubeFact
from freezerapp.domain.quantity import Amount, format_amount
from freezerapp.exchange.bringing import Values, make_intake
from freezerapp.exchange.columns import Field
from freezerapp.exchange.listing import Codes, Listing, read_codes, width_findings
from freezerapp.exchange.parents import Parents, find_parents, parents_first, tell_of_lost
from freezerapp.exchange.people import People, find_people, tell_of
from freezerapp.exchange.places import check_free, check_suited, find_places
from freezerapp.exchange.readings import (
    Read,
    is_empty,
    read_amounts,
    read_concentration,
    read_materials,
    read_note,
    read_thaws,
)
from freezerapp.exchange.verdicts import (
    AlreadyThere,
    BarcodeNotSaid,
    CodeInUse,
    Correction,
    DiffersFromBank,
    EmptyPlace,
    Finding,
    IsAPositionCode,
    MaterialMissing,
    MaterialNotSaid,
    Message,
    OtherParentage,
    SameBarcode,
    TakenFromParent,
    Verdict,
    corrected,
    problem,
    skipped,
    tell_rows,
)

T = TypeVar("T")

ANY_MATERIAL = "ZZZ"
"""The material (SPREC: other) of tubes of which nothing else is said."""


@dataclass(frozen=True, slots=True)
class Checked:
    """A list that was checked. ``findings`` has, by row counted from 0, all there is to say of it; ``notes``
    what holds for the whole list.

    ``intake`` is what the rows that are ready or corrected bring in.
    """

    listing: Listing
    codes: Codes
    findings: dict[int, list[Finding]]
    values: Values
    intake: Intake
    notes: tuple[Correction, ...] = ()

    def __len__(self) -> int:
        return len(self.listing)

    def verdict(self, row: int) -> Verdict:
        """What becomes of a row, counted from 0."""
        return _verdict(self.findings, row)

    def counts(self) -> dict[Verdict, int]:
        """How many rows have each verdict; they add up to all rows."""
        counted = Counter(_verdict(self.findings, row) for row in self.findings)
        return {
            verdict: counted[verdict] + (len(self) - len(self.findings) if verdict is Verdict.READY else 0)
            for verdict in Verdict
        }

    def told(self, *verdicts: Verdict) -> Iterator[tuple[int, Verdict, tuple[Message, ...]]]:
        """Line, verdict and messages of the rows that have something to say, in order of the file."""
        for row in sorted(self.findings):
            verdict = self.verdict(row)
            if not verdicts or verdict in verdicts:
                yield self.listing.lines[row], verdict, self.messages(row)

    def messages(self, row: int) -> tuple[Message, ...]:
        """What there is to say of a row, counted from 0: the weightiest first."""
        said = sorted(self.findings.get(row, ()), key=lambda finding: -_WEIGHT[finding.verdict])
        return tuple(dict.fromkeys(finding.message for finding in said))


def check_list(
    listing: Listing,
    facts: IntakeFacts,
    *,
    codes: Codes | None = None,
    make_boxes: ContainerType | None = None,
    today: str | None = None,
) -> Checked:
    """Judge every row of a list by what the bank has.

    ``facts`` answer ``listing.asked``; ``codes`` are ``read_codes`` of the list, if they were read before;
    ``make_boxes`` is the type of the boxes to make where the list names one that is not there; ``today`` (ISO
    text) is the last day on which a tube can have been collected.
    """
    return _Check(listing, codes or read_codes(listing), facts).run(make_boxes, today)


class _Check:
    """One check while it runs."""

    def __init__(self, listing: Listing, codes: Codes, facts: IntakeFacts) -> None:
        self.listing, self.codes, self.facts = listing, codes, facts
        self.findings: dict[int, list[Finding]] = {}
        self.known: dict[int, TubeFact] = {}
        self.rows = len(listing)

    def tell(self, row: int, finding: Finding) -> None:
        self.findings.setdefault(row, []).append(finding)

    def run(self, make_boxes: ContainerType | None, today: str | None) -> Checked:
        listing, codes, facts, tell = self.listing, self.codes, self.facts, self.tell
        self._barcodes()
        people = find_people(listing, codes, facts, today, tell)
        parents = find_parents(listing, codes, facts, tell)
        order = parents_first(parents, codes, tell) if parents.rows else None
        materials = self._materials(parents, order)
        places = find_places(listing, codes, facts, make_boxes, tell)
        check_free(listing, codes, places, self.known, tell)
        check_suited(places, materials, tell)
        amounts = self._amounts()
        gatherings = self._gatherings(people, parents, order)
        values = Values(materials, people, gatherings, places, amounts, parents, *self._rest())
        self._compare(values)
        if order is not None and self.findings:
            tell_of_lost(listing, parents, order, self._is_lost, tell)
        kept = order or range(self.rows)
        if self.findings:
            kept = [row for row in kept if self._is_kept(row)]
        intake = make_intake(codes, facts, values, kept, make_boxes)
        return Checked(listing, codes, self.findings, values, intake, people.notes)

    def _is_kept(self, row: int) -> bool:
        return row not in self.findings or _verdict(self.findings, row) in _KEPT

    def _is_lost(self, row: int) -> bool:
        return row in self.findings and _verdict(self.findings, row) not in _KEPT

    def _barcodes(self) -> None:
        """Every barcode is there once, new to the bank, or that of a tube which is there."""
        keys = self.codes.keys
        for found in (width_findings(self.listing), self.codes.findings):
            for row, finding in found.items():
                self.tell(row, finding)
        if "" in keys:
            for row, key in enumerate(keys):
                if not key and row not in self.codes.findings:
                    self.tell(row, self._without_barcode(row))
        different = set(keys)
        if len(different) < self.rows:
            first: dict[str, int] = {}
            for row, key in enumerate(keys):
                other = first.setdefault(key, row)
                if key and other != row:
                    self.tell(row, problem(SameBarcode(self.codes.barcodes[row], self.listing.lines[other])))
        owners = self.facts.codes
        known = different & owners.keys() if len(owners) < self.rows else different.intersection(owners)
        for row, key in enumerate(keys) if known else ():
            if key in known and not self._is_duplicate(row):
                self._known(row, key)
        for row in [row for row, key in enumerate(keys) if "/" in key]:
            if self._is_position(keys[row]):
                self.tell(row, problem(IsAPositionCode(self.codes.barcodes[row])))

    def _without_barcode(self, row: int) -> Finding:
        """A row that only names a place says that it is empty; anything else needs a barcode."""
        text = self.listing.text(Field.BARCODE, row)
        told = [field for field in self.listing.texts if field not in _OF_A_PLACE]
        if all(is_empty(self.listing.text(field, row)) for field in told):
            return skipped(EmptyPlace(text))
        return problem(BarcodeNotSaid())

    def _is_duplicate(self, row: int) -> bool:
        return any(isinstance(finding.message, SameBarcode) for finding in self.findings.get(row, ()))

    def _known(self, row: int, key: str) -> None:
        owner = self.facts.codes[key]
        tube = self.facts.tubes.get(owner.id) if owner.kind == "specimen" else None
        if tube is None or code_key(tube.barcode) != key:
            self.tell(row, problem(CodeInUse(self.codes.barcodes[row], owner.kind)))
        else:
            self.known[row] = tube

    def _is_position(self, key: str) -> bool:
        owner = self.facts.codes.get(key.rpartition("/")[0])
        return owner is not None and owner.kind == "container"

    def _materials(self, parents: Parents, order: Sequence[int] | None) -> list[MaterialFact | None]:
        """The material of each row: its own, else its parent's, else the one for everything else."""
        texts = self.listing.texts.get(Field.MATERIAL)
        reads: list[Read[MaterialFact]] = [Read(None)]
        if texts:
            reads = read_materials(texts.different, self.facts.materials)
            tell_of(self.listing, Field.MATERIAL, reads, self.tell)
        at: Sequence[int] = texts.at if texts else [0] * self.rows
        values = [read.value for read in reads]
        found = [values[place] for place in at]
        unsaid = {place for place, read in enumerate(reads) if read.value is None and read.finding is None}
        if not unsaid:
            return found
        by_id = {material.id: material for material in self.facts.materials}
        other = next((material for material in self.facts.materials if material.code == ANY_MATERIAL), None)
        for row in order or range(self.rows):
            if at[row] not in unsaid or row in self.known or not self.codes.keys[row]:
                continue
            tube = parents.tubes.get(row)
            parent = parents.rows[row] if parents.rows else -1
            theirs = by_id.get(tube.material_id) if tube else found[parent] if parent >= 0 else None
            found[row] = theirs or other
            if theirs:
                self.tell(row, corrected(TakenFromParent(Field.MATERIAL, theirs.name)))
            elif other:
                self.tell(row, corrected(MaterialNotSaid(other.name)))
            else:
                self.tell(row, problem(MaterialMissing()))
        return found

    def _amounts(self) -> list[Amount | None]:
        listing = self.listing
        volume, unit = listing.texts.get(Field.VOLUME), listing.texts.get(Field.UNIT)
        if volume is None:
            return [None] * self.rows
        places: dict[tuple[int, int], int] = {}
        unit_at: Sequence[int] = unit.at if unit else [0] * self.rows
        at = [places.setdefault(pair, len(places)) for pair in zip(volume.at, unit_at, strict=True)]
        units = unit.different if unit else [""]
        cells = [(volume.different[v], units[u]) for v, u in places]
        reads = read_amounts(cells, listing.heading_unit(Field.VOLUME), listing.delimiter == ";")
        flagged = {place: read.finding for place, read in enumerate(reads) if read.finding}
        tell_rows(flagged, at, self.tell)
        values = [read.value for read in reads]
        return [values[place] for place in at]

    def _gatherings(self, people: People, parents: Parents, order: Sequence[int] | None) -> list[Gathering]:
        """Participant, visit and date of each row; what a row does not say is as with its parent."""
        own = [origin.gathering for origin in people.origins]
        found = [own[place] for place in people.at]
        merged: dict[tuple[Gathering, Gathering], Gathering] = {}
        for row in order or ():
            parent, tube = parents.rows[row], parents.tubes.get(row)
            if parent >= 0:
                theirs = found[parent]
            elif tube:
                theirs = Gathering(tube.participant_id, tube.moment_id, tube.collected)
            else:
                continue
            mine = found[row]
            if mine is theirs or mine == theirs:
                continue
            for field, value, parents_value in (
                (Field.PARTICIPANT, mine.participant, theirs.participant),
                (Field.VISIT, mine.moment, theirs.moment),
            ):
                if value is not None and parents_value is not None and value != parents_value:
                    said, theirs_said = (
                        self._word(people, field, value),
                        self._word(people, field, parents_value),
                    )
                    self.tell(row, problem(OtherParentage(field, said, parents.text(row), theirs_said)))
            known = merged.get((mine, theirs))
            if known is None:
                known = Gathering(
                    theirs.participant if mine.participant is None else mine.participant,
                    theirs.moment if mine.moment is None else mine.moment,
                    mine.collected or theirs.collected,
                )
                merged[mine, theirs] = known
            found[row] = known
        return found

    def _word(self, people: People, field: Field, ref: int | None) -> str:
        if ref is None:
            return ""
        if field is Field.PARTICIPANT:
            new = people.people[-1 - ref].code if ref < 0 else None
            return new or next((each.code for each in self.facts.people if each.id == ref), "?")
        new = people.moments[-1 - ref].code if ref < 0 else None
        return new or next((each.code for each in self.facts.moments if each.id == ref), "?")

    def _compare(self, values: Values) -> None:
        """Rows whose tube is in the bank: nothing to do where the bank knows all they say."""
        for row, tube in self.known.items():
            differences = tuple(self._differences(row, tube, values))
            if differences:
                self.tell(row, problem(DiffersFromBank(tube.barcode, differences)))
            else:
                self.tell(row, skipped(AlreadyThere(tube.barcode)))

    def _differences(self, row: int, tube: TubeFact, values: Values) -> Iterator[tuple[Field, str, str]]:
        material, amount = values.materials[row], values.amounts[row]
        origin, people = values.origin(row), values.people
        if material is not None and material.id != tube.material_id:
            theirs = next((each.code for each in self.facts.materials if each.id == tube.material_id), "?")
            yield Field.MATERIAL, material.code, theirs
        participant, moment, collected = origin.gathering
        if participant is not None and participant != tube.participant_id:
            theirs = self._word(people, Field.PARTICIPANT, tube.participant_id)
            yield Field.PARTICIPANT, origin.participant, theirs
        if moment is not None and moment != tube.moment_id:
            yield Field.VISIT, origin.visit, self._word(people, Field.VISIT, tube.moment_id)
        if collected is not None and collected != tube.collected:
            yield Field.COLLECTED, collected, tube.collected or ""
        if amount is not None and amount.value != tube.amount:
            has = "" if tube.amount is None else format_amount(tube.amount, tube.unit or amount.unit)
            yield Field.VOLUME, format_amount(*amount), has
        ref, cell = values.places.refs[row], values.places.cells[row]
        if cell is not None and (ref, cell) != (tube.box_id, tube.position):
            yield (
                Field.POSITION,
                f"{values.places.box_name(row)} {values.places.label(row)}",
                self._stands(tube),
            )
        parent = values.parents.tubes.get(row)
        in_list = values.parents.rows[row] if values.parents.rows else -1
        if in_list >= 0 or (parent is not None and parent.id != tube.parent_id):
            theirs_tube = self.facts.tubes.get(tube.parent_id) if tube.parent_id is not None else None
            yield Field.PARENT, values.parents.text(row), theirs_tube.barcode if theirs_tube else ""

    def _stands(self, tube: TubeFact) -> str:
        box = self.facts.boxes.get(tube.box_id) if tube.box_id is not None else None
        if box is None or tube.position is None:
            return ""
        return f"{box.code or box.name} {box.type.layout.label(tube.position)}"

    def _rest(self) -> tuple[list[int | None], list[int | None], list[str | None]]:
        """Concentrations, thaws and notes."""
        unit = self.listing.heading_unit(Field.CONCENTRATION)
        return (
            self._column(Field.CONCENTRATION, lambda text: read_concentration(text, unit)),
            self._column(Field.THAWS, read_thaws),
            self._column(Field.COMMENT, read_note),
        )

    def _column(self, field: Field, reader: Callable[[str], Read[T]]) -> list[T | None]:
        texts = self.listing.texts.get(field)
        if texts is None:
            return [None] * self.rows
        reads = texts.read(reader)
        tell_of(self.listing, field, reads, self.tell)
        values = [read.value for read in reads]
        return [values[place] for place in texts.at]


def _verdict(findings: dict[int, list[Finding]], row: int) -> Verdict:
    said = findings.get(row)
    if not said:
        return Verdict.READY
    return max((finding.verdict for finding in said), key=_WEIGHT.__getitem__)


_WEIGHT = {verdict: weight for weight, verdict in enumerate(Verdict)}
_KEPT = (Verdict.READY, Verdict.CORRECTED)
_OF_A_PLACE = frozenset({Field.BOX, Field.POSITION, Field.ROW, Field.COLUMN, Field.STUDY, Field.SITE, Field.UNIT})
