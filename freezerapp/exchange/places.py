"""Where the tubes of a list are to stand: boxes by code or name, positions in them, and what is free."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from freezerapp.domain.barcode import clean_code, code_key
from freezerapp.domain.container import (
    ContainerType,
    Holds,
    Kind,
    NotForTubes,
    WrongMaterial,
    check_takes,
)
from freezerapp.domain.folding import fold
from freezerapp.domain.intake import BoxFact, IntakeFacts, MaterialFact, new_ref
from freezerapp.domain.position import Layout, NoSuchPosition, Position
from freezerapp.domain.temperature import WrongTemperature, check_temperature
from freezerapp.exchange.columns import Field
from freezerapp.exchange.listing import Codes, Listing
from freezerapp.exchange.readings import changed_by_spreadsheet, is_empty
from freezerapp.exchange.verdicts import (
    BoxClosed,
    BoxNameTwice,
    BoxNotSaid,
    ChangedBySpreadsheet,
    CodeInUse,
    Finding,
    IsABoxToo,
    OutsideBox,
    PlaceGivenTwice,
    PlaceTaken,
    PositionNotSaid,
    Tell,
    UnknownBox,
    ask,
    problem,
    tell_rows,
)


@dataclass(frozen=True, slots=True)
class Places:
    """Where each row puts its tube: box and cell, None for neither. ``boxes`` are by reference."""

    refs: list[int | None]
    cells: list[Position | None]
    boxes: dict[int, BoxFact]
    new_codes: list[str]

    def label(self, row: int) -> str:
        """The position of a row as its box labels it, "" for none."""
        ref, cell = self.refs[row], self.cells[row]
        return "" if ref is None or cell is None else self.boxes[ref].type.layout.label(cell)

    def box_name(self, row: int) -> str:
        """The code of a row's box, or its name where it has no code; "" for none."""
        ref = self.refs[row]
        return "" if ref is None else _name(self.boxes[ref])


def find_places(
    listing: Listing, codes: Codes, facts: IntakeFacts, make_boxes: ContainerType | None, tell: Tell
) -> Places:
    """The place of each row. Rows without a barcode take none."""
    rows = len(listing)
    found = _Boxes(codes, facts, make_boxes)
    texts = listing.texts.get(Field.BOX)
    box_at: Sequence[int] = texts.at if texts else [0] * rows
    answers = [found.resolve(read.value) for read in codes.read.get(Field.BOX, ())] or [None]
    positions, position_at = _position_texts(listing)
    tables = _tables(answers, found.boxes, positions)
    wanted: list[Position | str | None] = [
        tables[box][position] for box, position in zip(box_at, position_at, strict=True)
    ]
    ref_of = [answer if isinstance(answer, int) else None for answer in answers]
    refs = [ref_of[box] for box in box_at]
    places = Places(refs, [None] * rows, found.boxes, found.new_codes)
    flagged = {at: answer for at, answer in enumerate(answers) if isinstance(answer, Finding)}
    tell_rows(flagged, box_at, tell)
    for row, cell in enumerate(wanted):
        if cell.__class__ is not Position:
            ref, refs[row] = refs[row], None
            if isinstance(cell, str) and codes.keys[row]:
                box_fact = None if ref is None else found.boxes[ref]
                tell(row, _why_no_cell(cell, box_fact, positions[position_at[row]]))
            wanted[row] = None
        elif not codes.keys[row]:
            refs[row] = wanted[row] = None
    places.cells[:] = wanted  # type: ignore[assignment]
    return places


def check_free(listing: Listing, codes: Codes, places: Places, skip: Mapping[int, object], tell: Tell) -> None:
    """Tell of places that a tube of the bank or an earlier row has. Rows in ``skip`` claim nothing."""
    # One number for each place: tens of thousands of small tuples would keep the collector busy.
    claims = [
        None if ref is None or cell is None else (ref << 28) + (cell[0] << 14) + cell[1]
        for ref, cell in zip(places.refs, places.cells, strict=True)
    ]
    for row in skip:
        claims[row] = None
    if len(set(claims)) + claims.count(None) - (None in claims) < len(claims):
        first: dict[int, int] = {}
        for row, claim in enumerate(claims):
            other = row if claim is None else first.setdefault(claim, row)
            if other != row:
                name, label = places.box_name(row), places.label(row)
                tell(row, problem(PlaceGivenTwice(label, name, listing.lines[other])))
    full = {ref: box.taken for ref, box in places.boxes.items() if box.taken}
    for row, (ref, cell) in enumerate(zip(places.refs, places.cells, strict=True)) if full else ():
        if ref in full and cell is not None:
            occupant = full[ref].get(cell)
            if occupant is not None and code_key(occupant) != codes.keys[row]:
                tell(row, problem(PlaceTaken(places.label(row), places.box_name(row), occupant)))


def check_suited(places: Places, materials: Sequence[MaterialFact | None], tell: Tell) -> None:
    """Tell of boxes that don't take the material, or stand too warm or too cold for it."""
    by_id = {id(material): material for material in materials if material is not None}
    ids = list(map(id, materials))
    flagged: dict[tuple[int, int | None], Finding] = {}
    for key, ref in set(zip(ids, places.refs, strict=True)):
        if key in by_id and ref is not None:
            finding = _unsuited(places.boxes[ref], by_id[key])
            if finding:
                flagged[key, ref] = finding
    tell_rows(flagged, zip(ids, places.refs, strict=True), tell)


class _Boxes:
    """The boxes of a list as they are found, new ones made on the way."""

    def __init__(self, codes: Codes, facts: IntakeFacts, make_boxes: ContainerType | None) -> None:
        self.boxes: dict[int, BoxFact] = {}
        self.new_codes: list[str] = []
        self._new: dict[str, int] = {}
        self._facts = facts
        self._type = make_boxes
        self._barcodes = frozenset(codes.keys) if make_boxes else frozenset()

    def resolve(self, text: str | None) -> int | Finding | None:
        """The reference of a box, why there is none, or None where none is named."""
        if text is None:
            return None
        key = code_key(text)
        owner = self._facts.codes.get(key)
        if owner and owner.kind == "container":
            return self._known(owner.id)
        named = self._facts.box_names.get(key, ())
        if len(named) == 1:
            return self._known(named[0])
        if named:
            return problem(BoxNameTwice(text, len(named)))
        if owner:
            return problem(CodeInUse(text, owner.kind))
        if self._type is None:
            return problem(UnknownBox(text))
        if key in self._barcodes:
            return problem(IsABoxToo(text))
        if key not in self._new:
            ref = self._new[key] = new_ref(len(self.new_codes))
            self.new_codes.append(text)
            self.boxes[ref] = BoxFact(ref, text, text, self._type, self._type.temperature)
        return self._new[key]

    def _known(self, box_id: int) -> int | Finding:
        box = self._facts.boxes[box_id]
        if box.type.holds is not Holds.SPECIMENS:
            return problem(NotForTubes(_name(box), box.type.kind))
        if box.closed:
            return problem(BoxClosed(_name(box)))
        self.boxes[box_id] = box
        return box_id


_Text: TypeAlias = tuple[str, str, str]
"""A position as a row tells it: label, or row and column."""

_NO_BOX, _NO_POSITION, _OUTSIDE = "no box", "no position", "outside"


def _position_texts(listing: Listing) -> tuple[list[_Text], Sequence[int]]:
    whole = listing.texts.get(Field.POSITION)
    row, column = listing.texts.get(Field.ROW), listing.texts.get(Field.COLUMN)
    if row is None or column is None:
        if whole is None:
            return [("", "", "")], [0] * len(listing)
        return [(text, "", "") for text in whole.different], whole.at
    wholes = whole.different if whole else [""]
    whole_at: Sequence[int] = whole.at if whole else [0] * len(listing)
    places: dict[tuple[int, int, int], int] = {}
    at = [places.setdefault(parts, len(places)) for parts in zip(whole_at, row.at, column.at, strict=True)]
    texts = [(wholes[w], row.different[r], column.different[c]) for w, r, c in places]
    return texts, at


def _tables(
    answers: Sequence[int | Finding | None], boxes: Mapping[int, BoxFact], positions: Sequence[_Text]
) -> list[list[Position | str | None]]:
    """For each box, what each position text means in it: a cell, why it is none, or None for nothing."""
    said = [not is_empty(label) or not is_empty(row) or not is_empty(column) for label, row, column in positions]
    nowhere: list[Position | str | None] = [_NO_BOX if any_said else None for any_said in said]
    nothing: list[Position | str | None] = [None] * len(positions)
    by_layout: dict[int, list[Position | str | None]] = {}
    tables = []
    for answer in answers:
        if not isinstance(answer, int):
            tables.append(nowhere if answer is None else nothing)
            continue
        layout = boxes[answer].type.layout
        table = by_layout.get(id(layout))
        if table is None:
            cells = zip(positions, said, strict=True)
            table = [_cell(layout, text) if any_said else _NO_POSITION for text, any_said in cells]
            by_layout[id(layout)] = table
        tables.append(table)
    return tables


def _cell(layout: Layout, text: _Text) -> Position | str:
    label, row, column = text
    if is_empty(label):
        cell = Position(_index(row, layout.row_labels()), _index(column, layout.column_labels()))
        return cell if layout.contains(cell) else _OUTSIDE
    try:
        return layout.parse(label)
    except NoSuchPosition:
        pass
    try:
        return layout.parse(clean_code(label).text)
    except NoSuchPosition:
        return _OUTSIDE


def _index(text: str, labels: tuple[str, ...] | None) -> int:
    """The row or column that a text names, from 0; -1 for none."""
    bare = fold(clean_code(text).text).lstrip("0")
    for index, label in enumerate(labels or ()):
        if fold(label).lstrip("0") == bare:
            return index
    if bare.isascii() and bare.isdigit() and len(bare) < 6:
        return int(bare) - 1
    return ord(bare) - ord("a") if labels is None and re.fullmatch("[a-z]", bare) else -1


def _why_no_cell(why: str, box: BoxFact | None, text: _Text) -> Finding:
    shown = text[0].strip() or " ".join(part.strip() for part in text[1:] if part.strip())
    if box is None:
        return problem(BoxNotSaid(shown))
    if why == _NO_POSITION:
        return ask(PositionNotSaid(_name(box)))
    if changed_by_spreadsheet(shown):
        return problem(ChangedBySpreadsheet(Field.POSITION, shown))
    layout = box.type.layout
    return problem(OutsideBox(shown, _name(box), layout.rows, layout.columns, layout.first, layout.last))


def _unsuited(box: BoxFact, material: MaterialFact) -> Finding | None:
    try:
        check_takes(box.type, material.code)
        if material.temperature is not None:
            check_temperature(
                material.code,
                material.temperature,
                box.temperature,
                first_stop=material.first_stop,
                in_cooling_box=box.type.kind == Kind.COOLING_BOX,
            )
    except (NotForTubes, WrongMaterial, WrongTemperature) as refused:
        return problem(refused)
    return None


def _name(box: BoxFact) -> str:
    return box.code or box.name
