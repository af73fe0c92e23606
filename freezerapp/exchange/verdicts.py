"""What the check of a list says of a row: ready, corrected, to decide, a problem or skipped, and why."""

from collections.abc import Callable, Iterable, Mapping
from enum import StrEnum
from typing import NamedTuple, TypeAlias, TypeVar

from freezerapp.domain.barcode import Fix
from freezerapp.domain.problems import Problem
from freezerapp.exchange.columns import Field

K = TypeVar("K")


class Verdict(StrEnum):
    """What becomes of a row; the later in this list, the more it counts when a row has several."""

    READY = "ready"
    CORRECTED = "corrected"
    SKIPPED = "skipped"
    ASK = "ask"
    PROBLEM = "problem"


# --- corrections: the row is brought in, and this is said ---


class Tidied(NamedTuple):
    """Spaces, invisible or look-alike characters were put right in a cell."""

    field: Field
    text: str
    value: str
    fixes: tuple[Fix, ...]


class ReadAs(NamedTuple):
    """A cell was understood as something written otherwise: "plasma EDTA" as plasma, "0.5" as 0.5 mL."""

    field: Field
    text: str
    value: str


class TakenFromParent(NamedTuple):
    """The row does not say it, so the tube has what its parent has."""

    field: Field
    value: str


class MaterialNotSaid(NamedTuple):
    """The row names no material, so the tube has the one for everything else."""

    value: str


class NotKept(NamedTuple):
    """Something in the row can't be brought in with the tube."""

    field: Field
    text: str


# --- reasons to skip: nothing to do ---


class AlreadyThere(NamedTuple):
    """The bank has this tube, and all that the row says of it."""

    barcode: str


class EmptyPlace(NamedTuple):
    """The row says that there is no tube in this position; ``text`` is the word it uses."""

    text: str


# --- questions and problems: the row is not brought in ---


class BarcodeNotSaid(Problem):
    """A row has something to say but no barcode."""


class BarcodeNotRead(Problem):
    """A scanner could not read the code of this tube; ``text`` is its word for it."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class ChangedBySpreadsheet(Problem):
    """A spreadsheet made a number, a date or an error of what stood in a cell (1.00E+10, 01-Mar, #REF!)."""

    def __init__(self, field: Field, text: str) -> None:
        super().__init__(field, text)
        self.field, self.text = field, text


class CharactersLost(Problem):
    """Some characters of a cell were lost before, in another program."""

    def __init__(self, field: Field, text: str) -> None:
        super().__init__(field, text)
        self.field, self.text = field, text


class TooLong(Problem):
    """A cell has more characters than can be kept."""

    def __init__(self, field: Field, text: str, longest: int) -> None:
        super().__init__(field, text, longest)
        self.field, self.text, self.longest = field, text, longest


class TooManyCells(Problem):
    """A row has more cells than the headings: a delimiter inside a cell has moved the rest."""

    def __init__(self, cells: int, headings: int) -> None:
        super().__init__(cells, headings)
        self.cells, self.headings = cells, headings


class LooksDamaged(Problem):
    """A barcode differs from the others as damaged ones do; ``likely`` is what it may be. To decide."""

    def __init__(self, text: str, likely: str, why: Fix | None) -> None:
        super().__init__(text, likely, why)
        self.text, self.likely = text, likely
        self.why = why
        """LOOK_ALIKES (O for 0), or None for lost leading zeros."""


class SameBarcode(Problem):
    """An earlier row has the same barcode."""

    def __init__(self, barcode: str, row: int) -> None:
        super().__init__(barcode, row)
        self.barcode, self.row = barcode, row


class CodeInUse(Problem):
    """The barcode leads to something else in the bank; ``kind`` is specimen, container or operator."""

    def __init__(self, text: str, kind: str) -> None:
        super().__init__(text, kind)
        self.text, self.kind = text, kind


class IsABoxToo(Problem):
    """A code stands in the list both for a tube and for a box that would be made."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class IsAPositionCode(Problem):
    """A barcode that the bank would read as a position of one of its boxes (box code, slash, label)."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class DiffersFromBank(Problem):
    """The bank has this tube, with other facts; ``differences`` are (field, in the list, in the bank)."""

    def __init__(self, barcode: str, differences: tuple[tuple[Field, str, str], ...]) -> None:
        super().__init__(barcode, differences)
        self.barcode, self.differences = barcode, differences


class UnknownMaterial(Problem):
    """The bank has no material of this code, name or synonym; ``near`` are codes that come close."""

    def __init__(self, text: str, near: tuple[str, ...]) -> None:
        super().__init__(text, near)
        self.text, self.near = text, near


class SeveralMaterials(Problem):
    """The text means several materials of the bank; ``codes`` are theirs. To decide."""

    def __init__(self, text: str, codes: tuple[str, ...]) -> None:
        super().__init__(text, codes)
        self.text, self.codes = text, codes


class MaterialMissing(Problem):
    """The row names no material, and the bank has none for everything else."""


class UnknownBox(Problem):
    """The bank has no container of this code or name."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class BoxNameTwice(Problem):
    """Several containers of the bank have this name: only the code tells which is meant."""

    def __init__(self, text: str, count: int) -> None:
        super().__init__(text, count)
        self.text, self.count = text, count


class BoxClosed(Problem):
    """The container is retired, away or taken back: nothing can be put into it."""

    def __init__(self, box: str) -> None:
        super().__init__(box)
        self.box = box


class OutsideBox(Problem):
    """The position is not one of the box's; ``first`` and ``last`` are the labels it begins and ends with."""

    def __init__(self, text: str, box: str, rows: int, columns: int, first: str, last: str) -> None:
        super().__init__(text, box, rows, columns, first, last)
        self.text, self.box = text, box
        self.rows, self.columns = rows, columns
        self.first, self.last = first, last


class PlaceTaken(Problem):
    """A tube of the bank stands or belongs there: ``occupant``, "" where the place is kept empty."""

    def __init__(self, position: str, box: str, occupant: str) -> None:
        super().__init__(position, box, occupant)
        self.position, self.box, self.occupant = position, box, occupant


class PlaceGivenTwice(Problem):
    """An earlier row puts its tube into the same position."""

    def __init__(self, position: str, box: str, row: int) -> None:
        super().__init__(position, box, row)
        self.position, self.box, self.row = position, box, row


class PositionNotSaid(Problem):
    """The row names a box but no position in it. To decide."""

    def __init__(self, box: str) -> None:
        super().__init__(box)
        self.box = box


class BoxNotSaid(Problem):
    """The row names a position but no box."""

    def __init__(self, position: str) -> None:
        super().__init__(position)
        self.position = position


class InTheFuture(Problem):
    """The tube would have been collected after today (ISO text)."""

    def __init__(self, text: str, today: str) -> None:
        super().__init__(text, today)
        self.text, self.today = text, today


class UnitNotSaid(Problem):
    """A number that is no likely volume in mL, and no unit. To decide."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class NotACount(Problem):
    """A cell that should be a whole number, 0 or more, is none."""

    def __init__(self, field: Field, text: str) -> None:
        super().__init__(field, text)
        self.field, self.text = field, text


class UnknownStudy(Problem):
    """The bank has no study of this code; ``known`` are the codes it has."""

    def __init__(self, text: str, known: tuple[str, ...]) -> None:
        super().__init__(text, known)
        self.text, self.known = text, known


class SeveralSites(Problem):
    """The participant belongs to another site, in the bank or by an earlier row."""

    def __init__(self, participant: str, site: str, other: str) -> None:
        super().__init__(participant, site, other)
        self.participant, self.site, self.other = participant, site, other


class UnknownParent(Problem):
    """Neither the bank nor the list has a tube with the parent's code."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class ParentNotATube(Problem):
    """The parent's code leads to something that is no tube; ``kind`` is container or operator."""

    def __init__(self, text: str, kind: str) -> None:
        super().__init__(text, kind)
        self.text, self.kind = text, kind


class ParentHasProblem(Problem):
    """The parent comes with the list, and its own row is not brought in."""

    def __init__(self, text: str, row: int) -> None:
        super().__init__(text, row)
        self.text, self.row = text, row


class LineageCircle(Problem):
    """A tube would be its own ancestor; ``barcodes`` go round the circle."""

    def __init__(self, barcodes: tuple[str, ...]) -> None:
        super().__init__(barcodes)
        self.barcodes = barcodes


class OtherParentage(Problem):
    """A tube can't be of another participant or visit than its parent."""

    def __init__(self, field: Field, value: str, parent: str, parents_value: str) -> None:
        super().__init__(field, value, parent, parents_value)
        self.field, self.value, self.parent, self.parents_value = field, value, parent, parents_value


Correction: TypeAlias = Tidied | ReadAs | TakenFromParent | MaterialNotSaid | NotKept
Skipped: TypeAlias = AlreadyThere | EmptyPlace
Message: TypeAlias = Correction | Skipped | Problem
"""What can be said of a row, as facts; words are chosen by whoever shows it."""


class Finding(NamedTuple):
    """One thing that is said of a row, and what it makes of it."""

    verdict: Verdict
    message: Message


Tell: TypeAlias = Callable[[int, Finding], None]
"""Notes what there is to say of a row, counted from 0."""


def tell_rows(findings: Mapping[K, Finding], keys: Iterable[K], tell: Tell) -> None:
    """Tell every row what was found of its key: the place of its text, or a pair of such."""
    if findings:
        for row, key in enumerate(keys):
            finding = findings.get(key)
            if finding:
                tell(row, finding)


def corrected(message: Correction) -> Finding:
    """The row is brought in, put right like this."""
    return Finding(Verdict.CORRECTED, message)


def problem(message: Problem) -> Finding:
    """The row can't be brought in."""
    return Finding(Verdict.PROBLEM, message)


def ask(message: Problem) -> Finding:
    """The row can't be brought in until a person decides."""
    return Finding(Verdict.ASK, message)


def skipped(message: Skipped) -> Finding:
    """There is nothing to bring in."""
    return Finding(Verdict.SKIPPED, message)
