"""The check of a whole list against a bank: a verdict for each row, and what the list would bring in.

Nothing is written here. The same cell is judged once, however many rows have it.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from freezerapp.domain.container import ContainerType
from freezerapp.domain.intake import (
    BankFacts,
    Gathering,
    Intake,
    MaterialFact,
    NewTubes,
    TubeFact,
    new_ref,
)
from freezerapp.domain.quantity import Amount, format_amount
from freezerapp.domain.specimen import Made
from freezerapp.exchange.columns import Field
from freezerapp.exchange.listing import Codes, Listing, read_codes, width_findings
from freezerapp.exchange.parents import Parents, find_parents, parents_first, tell_of_lost
from freezerapp.exchange.people import Origin, People, find_people, tell_of, used_people
from freezerapp.exchange.places import Places, check_free, check_suited, find_places
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
)

ANY_MATERIAL = "ZZZ"
"""The material (SPREC: other) of tubes of which nothing else is said."""


@dataclass(frozen=True, slots=True)
class Values:
    """The values of all rows as they were read, by row; None or "" where there is none."""

    materials: list[MaterialFact | None]
    people: People
    gatherings: list[Gathering]
    places: Places
    amounts: list[Amount | None]
    parents: Parents

    def origin(self, row: int) -> Origin:
        """Participant, visit and date that the row itself says."""
        return self.people.origins[self.people.at[row]]


@dataclass(frozen=True, slots=True)
class Checked:
    """A list that was checked. ``findings`` has, by row counted from 0, all there is to say of it.

    ``intake`` is what the rows that are ready or corrected bring in.
    """

    listing: Listing
    codes: Codes
    findings: dict[int, list[Finding]]
    values: Values
    intake: Intake

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
    facts: BankFacts,
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

    def __init__(self, listing: Listing, codes: Codes, facts: BankFacts) -> None:
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
        values = Values(materials, people, gatherings, places, amounts, parents)
        self._compare(values)
        thaws, notes, concentrations = self._rest()
        if order is not None:
            tell_of_lost(listing, parents, order, self._is_lost, tell)
        kept = [row for row in (order or range(self.rows)) if self._is_kept(row)]
        intake = self._intake(kept, values, make_boxes)
        intake.tubes.thaws.extend(thaws[row] or 0 for row in kept)
        intake.tubes.note.extend(notes[row] for row in kept)
        intake.tubes.concentration.extend(concentrations[row] for row in kept)
        return Checked(listing, codes, self.findings, values, intake)

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
        slashed = {key for key in different if "/" in key} if any(map(_has_slash, different)) else ()
        for row, key in enumerate(keys) if known or slashed else ():
            if key in known:
                self._known(row, key)
            elif key in slashed and self._is_position(key):
                self.tell(row, problem(IsAPositionCode(self.codes.barcodes[row])))
