"""Which tube each tube of a list was made from: in the bank, or in another row, earlier or later."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from operator import lt

from freezerapp.domain.barcode import code_key
from freezerapp.domain.intake import IntakeFacts, TubeFact
from freezerapp.exchange.columns import Field
from freezerapp.exchange.listing import Codes, Listing
from freezerapp.exchange.verdicts import (
    Finding,
    LineageCircle,
    ParentHasProblem,
    ParentNotATube,
    Tell,
    UnknownParent,
    problem,
    tell_rows,
)

SHOWN_IN_CIRCLE = 5
"""Barcodes at most that a circle is described by."""

_ON_THE_WAY, _IN_CIRCLE, _PLACED = 1, 2, 3


@dataclass(frozen=True, slots=True)
class Parents:
    """The parent of each row: ``rows`` where it is in the list (-1: not), else one of ``tubes`` by row.

    ``rows`` is empty where the list tells no parents; ``texts`` are their codes, ``at`` where each row's is.
    """

    rows: list[int]
    tubes: dict[int, TubeFact]
    texts: list[str]
    at: Sequence[int]

    def text(self, row: int) -> str:
        """The code of a row's parent, as it was read."""
        return self.texts[self.at[row]] if self.rows else ""


def find_parents(listing: Listing, codes: Codes, facts: IntakeFacts, tell: Tell) -> Parents:
    """The parent of each row; a tube that is in the bank already is taken from there."""
    texts = listing.texts.get(Field.PARENT)
    if texts is None:
        return Parents([], {}, [], [])
    last = len(codes.keys) - 1
    row_of = {key: last - back for back, key in enumerate(reversed(codes.keys))}  # the first of several
    in_list: list[int] = []
    in_bank: dict[int, TubeFact] = {}
    flagged: dict[int, Finding] = {}
    names = []
    for place, read in enumerate(codes.read[Field.PARENT]):
        key = code_key(read.value) if read.value else ""
        owner = facts.codes.get(key) if key else None
        tube = facts.tubes.get(owner.id) if owner and owner.kind == "specimen" else None
        in_list.append(-1)
        names.append(read.value or "")
        if tube:
            in_bank[place] = tube
        elif owner:
            flagged[place] = problem(ParentNotATube(read.value or "", owner.kind))
        elif key and key in row_of:
            in_list[place] = row_of[key]
        elif key:
            flagged[place] = problem(UnknownParent(read.value or ""))
    at = texts.at
    tell_rows(flagged, at, tell)
    tubes = {row: in_bank[place] for row, place in enumerate(at) if place in in_bank} if in_bank else {}
    return Parents([in_list[place] for place in at], tubes, names, at)


def parents_first(parents: Parents, codes: Codes, tell: Tell) -> list[int]:
    """All rows, in the order of the list but each after its parent. Circles are told of and left out."""
    rows = parents.rows
    if all(map(lt, rows, range(len(rows)))):
        return list(range(len(rows)))
    order: list[int] = []
    placed = bytearray(len(rows))
    for first in range(len(rows)):
        way: list[int] = []
        row = first
        while row >= 0 and not placed[row]:
            placed[row] = _ON_THE_WAY
            way.append(row)
            row = rows[row]
        if row >= 0 and placed[row] == _ON_THE_WAY:
            circle = way[way.index(row) :]
            barcodes = tuple(codes.barcodes[each] for each in circle[:SHOWN_IN_CIRCLE])
            for each in circle:
                placed[each] = _IN_CIRCLE
                tell(each, problem(LineageCircle(barcodes)))
        for each in reversed(way):
            if placed[each] == _ON_THE_WAY:
                placed[each] = _PLACED
                order.append(each)
    return order


def tell_of_lost(
    listing: Listing, parents: Parents, order: Sequence[int], lost: Callable[[int], bool], tell: Tell
) -> None:
    """Tell of rows whose parent's row is not brought in; ``order`` has parents before their children."""
    for row in order:
        parent = parents.rows[row]
        if parent >= 0 and lost(parent):
            tell(row, problem(ParentHasProblem(parents.text(row), listing.lines[parent])))
