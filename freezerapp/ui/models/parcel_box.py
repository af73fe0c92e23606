"""A box of a parcel as it is drawn: what is packed, solid; what will come, faint; and which place is next."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from freezerapp.domain.cap import tails
from freezerapp.domain.parcel import Outcome, Step
from freezerapp.domain.position import Position
from freezerapp.domain.shipment import LineState
from freezerapp.ui import said_of_parcel, words
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell, CellPicture, CellState

if TYPE_CHECKING:
    from freezerapp.storage.rows.shipments import BoxOfParcel, LineRow, Parcel

translate = QCoreApplication.translate

ARRIVING = frozenset({Step.DISPATCHED, Step.RECEIVED, Step.CLOSED})
"""Steps at which the picture tells what has arrived, and not what is packed."""


class Next(NamedTuple):
    """Where the next tube goes: the box by its container, the position, and the line that is planned for it."""

    container: int
    cell: Cell
    label: str
    line: "LineRow | None" = None


def picture(parcel: "Parcel", box: "BoxOfParcel") -> BoxPicture:
    """The picture of one box of a parcel."""
    layout = box.layout
    rows = {
        (row.row, row.column): row
        for row in parcel.lines
        if row.box == box.box.container_id and row.row is not None and row.column is not None
    }
    sent = parcel.shipment.step in ARRIVING
    short = tails(row.code for row in rows.values() if row.code)
    cells: dict[Cell, CellPicture] = {}
    for position in layout.positions():
        label = layout.label(position)
        row = rows.get((position.row, position.column))
        if row is None:
            free = translate("BoxGrid", "{place}, free").format(place=label)
            cells[position] = CellPicture(label, spoken=free)
            continue
        state, how, marked = _look(row, sent)
        said = [label, row.code, words.word("Material", row.material or ""), how]
        cells[position] = CellPicture(
            label,
            state,
            line1=short.get(row.code, "") if state is not CellState.PLANNED else "",
            colour=row.material or "",
            hold=marked,
            spoken=", ".join(said),
            hint="\n".join([row.code, *said[:1], *said[2:]]),
        )
    return BoxPicture(
        key=box.box.container_id,
        rows=layout.rows,
        columns=layout.columns,
        cells=cells,
        row_labels=layout.row_labels() or (),
        column_labels=layout.column_labels() or (),
        spoken=translate("ParcelBox", "Box {number}, {code}").format(number=box.box.number, code=box.code),
    )


def _look(row: "LineRow", sent: bool) -> tuple[CellState, str, bool]:
    """How a tube is drawn, what is said of it, and whether it is hatched: something is the matter with it."""
    if not sent:
        if row.line.state is LineState.WANTED:
            return CellState.PLANNED, translate("ParcelBox", "to be packed here"), bool(row.doubts)
        return CellState.STORED, translate("ParcelBox", "packed"), bool(row.doubts)
    if row.line.outcome is None:
        return CellState.PLANNED, translate("ParcelBox", "not looked for yet"), False
    said = said_of_parcel.word("outcome", row.line.outcome)
    if row.line.outcome is Outcome.MISSING:
        return CellState.MISSING, said, False
    return CellState.STORED, said, row.line.outcome is not Outcome.RECEIVED


def next_place(parcel: "Parcel", aimed: Next | None = None) -> Next | None:
    """Where the next tube goes: the place that was aimed at while it is free, else that of the next one ready."""
    if aimed is not None and _is_free(parcel, aimed):
        return aimed._replace(line=None)
    waiting = [row for row in parcel.lines if row.line.state is LineState.WANTED and row.box is not None]
    decided = [row for row in waiting if not row.doubts] or waiting
    row = next((row for row in decided if row.retrieved), decided[0] if decided else None)
    if row is None or row.box is None or row.row is None or row.column is None:
        return None
    box = next(each for each in parcel.boxes if each.box.container_id == row.box)
    return Next(row.box, (row.row, row.column), box.layout.label(Position(row.row, row.column)), row)


def _is_free(parcel: "Parcel", aimed: Next) -> bool:
    box = next((each for each in parcel.boxes if each.box.container_id == aimed.container), None)
    return box is not None and not box.box.whole and Position(*aimed.cell) not in box.tubes
