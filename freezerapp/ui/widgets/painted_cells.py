"""Lets a screen reader walk the positions that a widget paints: each has a name, a place and a state."""

from functools import cache
from typing import NamedTuple

from PySide6.QtCore import QObject, QPoint, QRect
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid


class SpokenCell(NamedTuple):
    """One painted position: what is said of it, where it is in the widget, and its state."""

    text: str
    rect: QRect
    selected: bool = False
    current: bool = False


class PaintedCells:
    """To be mixed into a widget that paints positions: it says of each what ``SpokenCell`` asks.

    They count from 0. As it stands here nothing is painted, so nothing is said.
    """

    def spoken_count(self) -> int:
        """How many positions there are."""
        return 0

    def spoken_cell(self, number: int) -> SpokenCell:
        """One position."""
        return SpokenCell("", QRect())

    def spoken_at(self, point: QPoint) -> int:
        """The position under a point of the widget, or -1."""
        return -1

    def spoken_current(self) -> int:
        """The position the keyboard is at, or -1."""
        return -1

    def spoken_start(self) -> None:
        """Be heard: call it when the widget is made."""
        _teach()

    def say_current(self) -> None:
        """Tell that the keyboard is at another position now."""
        assert isinstance(self, QWidget)
        current = self.spoken_current()
        self.setAccessibleDescription(self.spoken_cell(current).text if current >= 0 else "")
        if QAccessible.isActive() and current >= 0:
            event = QAccessibleEvent(self, QAccessible.Event.Focus)
            event.setChild(current)
            QAccessible.updateAccessibility(event)

    def say_selection(self) -> None:
        """Tell that other positions are selected now."""
        assert isinstance(self, QWidget)
        current = self.spoken_current()
        if current >= 0:
            self.setAccessibleDescription(self.spoken_cell(current).text)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.SelectionWithin))


# Qt expects None where there is no such interface; the binding's stubs do not know that: hence the ignored
# overrides.


class _Cells(QAccessibleInterface):
    """The widget as a list of positions."""

    def __init__(self, widget: QWidget, spoken: PaintedCells) -> None:
        super().__init__()
        self._widget = widget
        self._spoken = spoken
        self._cells: dict[int, _Cell] = {}

    def isValid(self) -> bool:
        return isValid(self._widget)

    def object(self) -> QObject:
        return self._widget

    def parent(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return QAccessible.queryAccessibleInterface(self._widget.parentWidget() or self._widget.window())

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        if not 0 <= index < self.childCount():
            return None
        if index not in self._cells:
            cell = self._cells[index] = _Cell(self, self._widget, self._spoken, index)
            QAccessible.registerAccessibleInterface(cell)
        return self._cells[index]

    def childCount(self) -> int:
        return self._spoken.spoken_count() if self.isValid() else 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.child(self._spoken.spoken_at(self._widget.mapFromGlobal(QPoint(x, y))))

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return next((index for index, cell in self._cells.items() if cell is child), -1)

    def focusChild(self) -> QAccessibleInterface | None:  # type: ignore[override]
        return self.child(self._spoken.spoken_current()) if self._widget.hasFocus() else None

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.List

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        widget = self._widget
        state.focusable = True
        state.focused = widget.hasFocus()
        state.disabled = not widget.isEnabled()
        state.invisible = not widget.isVisible()
        state.multiSelectable = True
        return state

    def text(self, t: QAccessible.Text) -> str:
        if t is QAccessible.Text.Name:
            return self._widget.accessibleName()
        if t is QAccessible.Text.Description:
            return self._widget.accessibleDescription()
        return ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        return None

    def rect(self) -> QRect:
        widget = self._widget
        return QRect(widget.mapToGlobal(QPoint(0, 0)), widget.size())


class _Cell(QAccessibleInterface):
    """One position; it reads the widget when asked, so that it never tells of a picture gone by."""

    def __init__(self, cells: _Cells, widget: QWidget, spoken: PaintedCells, number: int) -> None:
        super().__init__()
        self._cells = cells
        self._widget = widget
        self._spoken = spoken
        self._number = number

    def isValid(self) -> bool:
        return isValid(self._widget) and self._number < self._spoken.spoken_count()

    def object(self) -> QObject:
        # Qt asks for None where there is no object behind a part of a widget; the binding's stub does not
        # know it.
        return None  # type: ignore[return-value]

    def parent(self) -> QAccessibleInterface:
        return self._cells

    def child(self, index: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def childCount(self) -> int:
        return 0

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:  # type: ignore[override]
        return None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        return -1

    def role(self) -> QAccessible.Role:
        return QAccessible.Role.ListItem

    def state(self) -> QAccessible.State:
        state = QAccessible.State()
        if self.isValid():
            cell = self._spoken.spoken_cell(self._number)
            state.selectable = state.focusable = True
            state.selected = cell.selected
            state.focused = cell.current and self._widget.hasFocus()
            state.disabled = not self._widget.isEnabled()
        return state

    def text(self, t: QAccessible.Text) -> str:
        named = t is QAccessible.Text.Name and self.isValid()
        return self._spoken.spoken_cell(self._number).text if named else ""

    def setText(self, t: QAccessible.Text, text: str) -> None:
        return None

    def rect(self) -> QRect:
        rect = self._spoken.spoken_cell(self._number).rect
        return QRect(self._widget.mapToGlobal(rect.topLeft()), rect.size())


@cache
def _teach() -> None:
    """Teach Qt to speak for every widget with ``PaintedCells``; done once for a program."""
    # Qt owns what the factory returns but holds only its C++ half: the Python half has to live as long as the
    # program.
    kept: list[_Cells] = []

    def interface_for(key: str, thing: QObject) -> QAccessibleInterface | None:
        if not isinstance(thing, QWidget) or not isinstance(thing, PaintedCells):
            return None
        kept.append(_Cells(thing, thing))
        return kept[-1]

    QAccessible.installFactory(interface_for)
