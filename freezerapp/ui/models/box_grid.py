"""A box as it is drawn: the rows of its tubes made into the picture that the box view paints."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from freezerapp.domain.cap import tails
from freezerapp.domain.position import Position
from freezerapp.ui import words
from freezerapp.ui.models.box_dress import Dress, text_of
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell, CellPicture, CellState

if TYPE_CHECKING:
    from freezerapp.storage.rows.box import BoxRow, TubeRow
    from freezerapp.storage.rows.storage import ContainerRow

translate = QCoreApplication.translate
PLAIN = Dress()
"""As it is unless someone chose otherwise."""


def picture(
    box: "BoxRow",
    container: "ContainerRow",
    matches: frozenset[int] = frozenset(),
    lit: bool = False,
    dress: Dress = PLAIN,
) -> BoxPicture:
    """The picture of a box: every position that exists, with the tube that stands or belongs there.

    ``matches`` are the tubes a search found; with ``lit`` all others are dimmed. ``dress`` says what is written
    on the tubes and how they are coloured.
    """
    layout = container.layout
    short = tails(tube.barcode for tube in box.tubes if tube.barcode)
    cells: dict[Cell, CellPicture] = {}
    for position in layout.positions():
        label = layout.label(position)
        cells[position] = CellPicture(label, spoken=translate("BoxGrid", "{place}, free").format(place=label))
    for row, column, use in box.blocked:
        label = layout.label(Position(row, column))
        blocked = use == "blocked"
        said = (
            translate("BoxGrid", "{place}, blocked") if blocked else translate("BoxGrid", "{place}, reserved")
        ).format(place=label)
        state = CellState.BLOCKED if blocked else CellState.RESERVED
        cells[row, column] = CellPicture(label, state, spoken=said, hint=said)
    for tube in box.tubes:
        label = layout.label(Position(tube.row, tube.column))
        cells[tube.row, tube.column] = _cell(tube, label, short.get(tube.barcode or "", ""), tube.id in matches, dress)
    return BoxPicture(
        key=box.container_id,
        rows=layout.rows,
        columns=layout.columns,
        cells=cells,
        row_labels=layout.row_labels() or (),
        column_labels=layout.column_labels() or (),
        lit=lit,
        spoken=translate("BoxGrid", "Box {name}").format(name=container.code or container.name),
    )


def tube_at(box: "BoxRow", cell: Cell) -> "TubeRow | None":
    """The tube that stands or belongs in a position."""
    return next((tube for tube in box.tubes if (tube.row, tube.column) == cell), None)


def place_of(box: "BoxRow", specimen: int | None) -> Cell | None:
    """The position of a tube in this box, by id."""
    return next(((tube.row, tube.column) for tube in box.tubes if tube.id == specimen), None)


def _cell(tube: "TubeRow", label: str, tail: str, match: bool, dress: Dress) -> CellPicture:
    said = _said(tube, label)
    return CellPicture(
        label=label,
        state=_state(tube),
        line1=text_of(dress.first, tube, label, tail, dress.participants),
        line2=text_of(dress.second, tube, label, tail, dress.participants),
        colour=dress.colours.get(tube.id, tube.material),
        hold=bool(tube.holds),
        declared=tube.known == "declared",
        match=match,
        just_placed=tube.id in dress.placed,
        spoken=", ".join(said),
        hint="\n".join([tube.barcode or "", *said]),
    )


def _state(tube: "TubeRow") -> CellState:
    if tube.use == "here":
        return CellState.STORED
    return CellState.MISSING if tube.status == "missing" else CellState.ON_BENCH


def _said(tube: "TubeRow", label: str) -> list[str]:
    parts = [label, words.word("Material", tube.material)]
    if tube.participant:
        parts.append(translate("BoxGrid", "participant {code}").format(code=tube.participant))
    if tube.visit:
        parts.append(translate("BoxGrid", "visit {code}").format(code=tube.visit))
    if tube.amount is not None:
        parts.append(words.amount(tube.amount, tube.unit))
    if tube.use == "home":
        parts.append(words.word("Status", tube.status))
    elif tube.known == "declared":
        parts.append(translate("BoxGrid", "place only declared"))
    parts += [translate("BoxGrid", "on hold: {kind}").format(kind=words.word("Hold", kind)) for kind in tube.holds]
    return parts
