"""Boxes for tests of the painted box: short builders, the rules that move tubes in them, and events for them."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QColor, QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from freezerapp.domain import box as rules
from freezerapp.domain.position import Layout, Position
from freezerapp.ui.widgets.box_carried import Carried, Drop, Handling, LandingPicture
from freezerapp.ui.widgets.box_drag import carried_in, mime_for
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell, CellPicture, CellState
from freezerapp.ui.widgets.box_view import BoxView

Keys = Qt.Key
NONE, SHIFT, CTRL, ALT = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.AltModifier,
)
LEFT = Qt.MouseButton.LeftButton
MOVE = Qt.DropAction.MoveAction
ALL = MOVE | Qt.DropAction.CopyAction | Qt.DropAction.LinkAction
ROWS = "ABCDEFGHIJKLMNOP"
HOLD = 20
"""ms: a short hold for tests."""
SQUARE = ((0, 0), (0, 1), (1, 0), (1, 1))
"""Four tubes; rows H and I of a box with 63 tubes are free."""
BANK = "8c1f6a52-0000-4000-8000-000000000001"


def a_tube(label: str, **facts: object) -> CellPicture:
    """A stored tube; ``facts`` of ``CellPicture`` instead of those here."""
    plain = CellPicture(
        label,
        CellState.STORED,
        "2333",
        "V01",
        "DNA",
        spoken=f"{label}, genomic DNA, visit V01",
        hint=f"<b>{label}",
    )
    return plain._replace(**facts)  # type: ignore[arg-type]


def a_box(rows: int = 9, columns: int = 9, key: int = 1, *, tubes: int | None = None) -> BoxPicture:
    """Tubes in the first ``tubes`` positions (default: all but the last row), the others empty."""
    full = rows * columns - columns if tubes is None else tubes
    cells: dict[Cell, CellPicture] = {}
    for row in range(rows):
        for column in range(columns):
            label = f"{ROWS[row]}{column + 1}"
            full_here = row * columns + column < full
            cells[row, column] = a_tube(label) if full_here else CellPicture(label, spoken=f"{label}, empty")
    headings = tuple(ROWS[:rows]), tuple(str(column + 1) for column in range(columns))
    return BoxPicture(key, rows, columns, cells, *headings, spoken="DNA-0042, 9 × 9 box")


def a_handling(shown: Callable[[], BoxPicture | None], bank: str = BANK) -> Handling:
    """The true rules, over the tubes of whatever picture is shown; a tube's id tells its box and place."""

    known: list[tuple[BoxPicture, rules.Box]] = []

    def box() -> rules.Box:
        picture = shown()
        assert picture is not None
        if not known or known[0][0] is not picture:
            known[:] = [(picture, made_of(picture))]
        return known[0][1]

    def made_of(picture: BoxPicture) -> rules.Box:
        absent = frozenset(
            Position(row, column)
            for row in range(picture.rows)
            for column in range(picture.columns)
            if (row, column) not in picture.cells
        )
        standing = {
            Position(*cell): rules.Tube(picture.key * 1000 + cell[0] * picture.columns + cell[1])
            for cell, seen in picture.cells.items()
            if seen.state is CellState.STORED
        }
        return rules.Box(picture.key, "box", Layout(picture.rows, picture.columns, absent=absent), standing)

    def pick(cells: frozenset[Cell], grabbed: Cell | None) -> Carried | None:
        held = Position(*grabbed) if grabbed is not None else None
        group = rules.pick(box(), [Position(*cell) for cell in cells], held)
        if not group.tubes:
            return None
        return Carried(bank, tuple(tube.id for tube in group.tubes), group.cells, group.box, group.grabbed)

    def landing(carried: Carried, target: Cell, mode: rules.Mode) -> LandingPicture:
        tubes = tuple(rules.Tube(id_) for id_ in carried.ids)
        cells = tuple(Position(*cell) for cell in carried.cells)
        group = rules.Group(tubes, cells, carried.box, carried.grabbed)
        found = rules.landing(box(), group, Position(*target), mode)
        return LandingPicture(found.moves, found.taken, found.outside, found.unmatched, found.ok, found.idle)

    return Handling(bank, pick, landing)


def middle(view: BoxView, cell: Cell) -> QPoint:
    """The middle of a position in the viewport."""
    return view.cell_rect(*cell).center()


def click(view: BoxView, cell: Cell, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A click on a position."""
    QTest.mouseClick(view.viewport(), LEFT, modifiers, middle(view, cell))


def press(view: BoxView, key: Qt.Key, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """A key pressed and let go."""
    QTest.keyClick(view, key, modifiers)


def drag_in(
    view: BoxView, carried: Carried, cell: Cell, modifiers: Qt.KeyboardModifier = NONE, *, point: QPoint | None = None
) -> bool:
    """Tubes are dragged into a view and over a position. True if they are taken there."""
    at = middle(view, cell) if point is None else point
    mime = mime_for(carried)
    enter = QDragEnterEvent(at, ALL, mime, LEFT, modifiers)
    QApplication.sendEvent(view.viewport(), enter)
    move = QDragMoveEvent(at, ALL, mime, LEFT, modifiers)
    QApplication.sendEvent(view.viewport(), move)
    if move.isAccepted():
        assert move.dropAction() is MOVE, "the target alone decides; nothing is taken away at the source"
    return enter.isAccepted() and move.isAccepted()


def drag_out(view: BoxView) -> None:
    """They are dragged out of it again."""
    QApplication.sendEvent(view.viewport(), QDragLeaveEvent())


def let_go(view: BoxView, carried: Carried, cell: Cell, modifiers: Qt.KeyboardModifier = NONE) -> bool:
    """Tubes dragged in are let go over a position. True if they are taken."""
    event = QDropEvent(QPointF(middle(view, cell)), ALL, mime_for(carried), LEFT, modifiers)
    QApplication.sendEvent(view.viewport(), event)
    return event.isAccepted()


def seen(view: BoxView) -> QImage:
    """The view as it is painted."""
    return view.grab().toImage()


def part(image: QImage, view: BoxView, cell: Cell) -> QImage:
    """One position of it."""
    return image.copy(view.cell_rect(*cell))


def has_colour(image: QImage, colour: QColor, near: int = 12) -> bool:
    """Whether a pixel has nearly this colour."""
    wanted = colour.getRgb()
    return any(
        all(abs(a - b) <= near for a, b in zip(image.pixelColor(x, y).getRgb(), wanted, strict=True))  # type: ignore[call-overload]
        for x in range(image.width())
        for y in range(image.height())
    )


def ready(view: BoxView) -> BoxView:
    """A box of 63 tubes in which tubes can be moved."""
    view.resize(640, 600)
    view.show_picture(a_box(tubes=63))
    view.set_handling(a_handling(lambda: view.picture))
    return view


class Dragged:
    """Stands in for the drag itself, which would wait for a real mouse: keeps what is sent along, and does as told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.mimes: list[Carried | None] = []
        self.sizes: list[tuple[int, int]] = []
        self.then: Callable[[Carried], object] = lambda carried: None
        drags = self

        def drag_exec(drag: QDrag, *_actions: object) -> Qt.DropAction:
            carried = carried_in(drag.mimeData())
            drags.mimes.append(carried)
            drags.sizes.append((drag.pixmap().width(), drag.pixmap().height()))
            assert carried is not None
            drags.then(carried)
            return Qt.DropAction.IgnoreAction

        monkeypatch.setattr(QDrag, "exec", drag_exec)


def heard(view: BoxView) -> list[Drop]:
    """Every drop that the view tells of from now on."""
    drops: list[Drop] = []
    view.dropped.connect(drops.append)
    return drops


def hold_and_move(view: BoxView, cell: Cell, to: Cell, qtbot: QtBot, *, wait: int = HOLD * 3) -> None:
    """The button goes down on a position, stays for a while, moves, and comes up."""
    QTest.mousePress(view.viewport(), LEFT, NONE, middle(view, cell))
    qtbot.wait(wait)
    QTest.mouseMove(view.viewport(), middle(view, to))
    QTest.mouseRelease(view.viewport(), LEFT, NONE, middle(view, to))


def lifted(view: BoxView, cells: tuple[Cell, ...] = SQUARE) -> Carried:
    """These tubes as the view would send them along."""
    carried = view._hand.carry.pick(frozenset(cells), cells[0])
    assert carried is not None
    return carried
