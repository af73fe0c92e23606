"""The table of a shipment's tubes: what needs a decision is seen from afar."""

from collections.abc import Collection
from math import ceil

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QColor, QFontMetricsF, QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from freezerapp.ui.look import Look
from freezerapp.ui.models.parcel_lines import Column, ParcelLines, Role
from freezerapp.ui.said_of_parcel import State

Index = QModelIndex | QPersistentModelIndex
LEAST = {Column.FROM: 92, Column.TUBE: 96, Column.MATERIAL: 92, Column.GOES_TO: 92}
MOST = {Column.FROM: 192, Column.TUBE: 220, Column.MATERIAL: 130, Column.GOES_TO: 200}
WHOLE = {Column.FROM: 340, Column.TUBE: 220, Column.MATERIAL: 280, Column.GOES_TO: 200}
NARROW = {Column.FROM: 122, Column.TUBE: 220, Column.MATERIAL: 118, Column.GOES_TO: 110}
"""px of the columns: at least, at most, where there is room for all, and where there is little.
Codes are never cut for want of it: one that is cut can't be compared with the one on a tube."""
MEASURED = 1_000
"""Lines that are measured; those of one shipment are hardly ever of different lengths."""
WIDE_FROM, WHOLE_FROM = 720, 1_000
"""px of table from which columns have their usual width, and from which whole paths are told."""
PAD, GAP = 9, 4


class ParcelTable(QTableView):
    """``chosen_changed``: other lines are chosen; ``went_to`` a line; ``entered`` one, by Enter or a double click;
    ``menu_wanted`` at a point of the screen.
    """

    chosen_changed = Signal()
    went_to = Signal(int)
    entered_row = Signal(int)
    menu_wanted = Signal(QPoint)

    def __init__(self, look: Look, lines: ParcelLines, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.lines = lines
        self._needed = dict(LEAST)
        self._path = MOST[Column.FROM]
        self._font = look.theme.font(look.theme.type.body, tabular=True)
        self.setModel(lines)
        self.setAccessibleName(self.tr("Tubes of the shipment"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_LinePainter(look, self))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(int(look.theme.space.row))
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionsClickable(False)
        header.setSectionResizeMode(Column.STATE, QHeaderView.ResizeMode.Stretch)
        self.doubleClicked.connect(lambda index: self.entered_row.emit(index.row()))
        self.customContextMenuRequested.connect(lambda at: self.menu_wanted.emit(self.viewport().mapToGlobal(at)))
        self.selectionModel().selectionChanged.connect(self.chosen_changed)
        lines.modelReset.connect(self.chosen_changed)
        lines.modelReset.connect(self._measure)
        lines.modelReset.connect(self.fit)

    @property
    def chosen(self) -> tuple[int, ...]:
        """The numbers of the chosen lines, in order."""
        return tuple(sorted(index.row() for index in self.selectionModel().selectedRows()))

    def go_to(self, number: int) -> None:
        """Bring a line into sight, without choosing it."""
        self.scrollTo(self.lines.index(number, 0), QAbstractItemView.ScrollHint.EnsureVisible)

    def currentChanged(self, current: Index, previous: Index) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            self.went_to.emit(current.row())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Give the columns the width there is; without the first one there is enough for the others."""
        width = self.viewport().width()
        wide = width >= WIDE_FROM or self.isColumnHidden(Column.FROM)
        for column, most in (WHOLE if width >= WHOLE_FROM else MOST if wide else NARROW).items():
            needed = self._path if wide and column is Column.FROM else self._needed[column]
            self.setColumnWidth(column, max(LEAST[column], min(most, needed)))

    def _measure(self) -> None:
        """What the longest text of each column needs; a path can be said short."""
        metrics = QFontMetricsF(self._font)
        rows = range(min(self.lines.rowCount(), MEASURED))
        for column in LEAST:
            texts = {str(self.lines.index(row, column).data()) for row in rows}
            if column is Column.FROM:
                self._path = self._width(metrics, texts)
                texts = {_shorter(text)[-1] for text in texts}
            self._needed[column] = self._width(metrics, texts)

    def _width(self, metrics: QFontMetricsF, texts: Collection[str]) -> int:
        widest = max((metrics.horizontalAdvance(text) for text in texts), default=0)
        return ceil(widest) + PAD + GAP + 1

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.entered_row.emit(self.currentIndex().row())
            return
        if event.key() == Qt.Key.Key_Menu and self.currentIndex().isValid():
            self.menu_wanted.emit(self.viewport().mapToGlobal(self.visualRect(self.currentIndex()).center()))
            return
        super().keyPressEvent(event)


class _LinePainter(QStyledItemDelegate):
    """Lines that need a decision on a ground of their own, with what is the matter in strong letters."""

    def __init__(self, look: Look, parent: QTableView) -> None:
        super().__init__(parent)
        self._look = look
        self._table = parent
        self._font = look.theme.font(look.theme.type.body, tabular=True)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        state: State = index.data(Role.STATE)
        colour = self._look.theme.colour
        rect: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            painter.fillRect(rect, colour.accent_ground)
        elif state.lead:
            painter.fillRect(rect, colour.warning_ground)
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour.hover)
        painter.setPen(colour.line)
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        ink = colour.accent_text if chosen else colour.muted if state.quiet else colour.ink
        room = rect.adjusted(PAD, 0, -GAP, -1)
        if index.column() == Column.STATE and state.lead:
            room = self._lead(painter, room, state.lead)
            if state.can_be_left_out and QFontMetricsF(self._font).horizontalAdvance(state.rest) > room.width():
                state = state._replace(rest="")
        text = state.rest if index.column() == Column.STATE else str(index.data())
        self._write(painter, room, text, ink, index.column() == Column.FROM)
        if self._table.hasFocus() and index == self._table.currentIndex():
            painter.setPen(colour.accent)
            painter.drawRect(rect.adjusted(0, 0, -1, -1))
        painter.restore()

    def _lead(self, painter: QPainter, room: QRect, text: str) -> QRect:
        theme = self._look.theme
        strong = theme.font(theme.type.body, 600)
        painter.setFont(strong)
        painter.setPen(theme.colour.warning_text)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)
        return room.adjusted(int(QFontMetricsF(strong).horizontalAdvance(text)), 0, 0, 0)

    def _write(self, painter: QPainter, room: QRect, text: str, ink: QColor, is_path: bool) -> None:
        painter.setFont(self._font)
        painter.setPen(ink)
        metrics = QFontMetricsF(self._font)
        ways = _shorter(text) if is_path else (text,)
        fitting = next((way for way in ways if metrics.horizontalAdvance(way) <= room.width()), ways[-1])
        shown = metrics.elidedText(fitting, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


def _shorter(path: str) -> tuple[str, ...]:
    """A path, and shorter ways to say it: the box and position are told last of all."""
    steps = path.split(" › ")
    return (path, f"{steps[0]} › … › {steps[-1]}", steps[-1]) if len(steps) > 2 else (path, steps[-1])
