"""The table of a pick list: lines of boxes with a bar of progress, and of tubes with the disc of their material."""

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from freezerapp.ui import said_of_pick
from freezerapp.ui.look import Look
from freezerapp.ui.models.pick_lines import SETTLED, Column, PickLines, Role, share
from freezerapp.ui.widgets.fill_bar import paint_fill_bar

WIDTHS = {Column.POSITION: 74, Column.TUBE: 130, Column.MATERIAL: 164, Column.AMOUNT: 74, Column.OUT: 72}
WITH_AMOUNT = 700
"""px of table from which amounts are shown."""


class PickTable(QTableView):
    """``went_to`` carries the tube (PickRow) that one is on, None on a box."""

    went_to = Signal(object)

    def __init__(self, look: Look, model: PickLines) -> None:
        super().__init__()
        self._lines = model
        self.setModel(model)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setItemDelegate(_LinePainter(look, model, self))
        self.setAccessibleName(self.tr("Tubes of the pick list"))
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(int(look.theme.space.row) + 2)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionsClickable(False)
        for column, width in WIDTHS.items():
            self.setColumnWidth(column, width)
        self.horizontalHeader().setSectionResizeMode(Column.STATE, QHeaderView.ResizeMode.Stretch)
        model.modelReset.connect(self._span)

    @property
    def chosen(self) -> list[Any]:
        """The tubes (PickRow) that are chosen, from above."""
        rows = sorted({index.row() for index in self.selectionModel().selectedIndexes()})
        return [self._lines.entries[at] for at in rows if not self._lines.is_box(at)]

    def show_line(self, line: int) -> None:
        """Let one line be seen, with what comes before and after it."""
        at = self._lines.line_of(line)
        if at is not None:
            self.scrollTo(self._lines.index(at, 0), QAbstractItemView.ScrollHint.PositionAtCenter)

    def choose_line(self, line: int) -> None:
        """Choose one line."""
        at = self._lines.line_of(line)
        if at is not None:
            self.selectRow(at)

    def currentChanged(
        self, current: QModelIndex | QPersistentModelIndex, previous: QModelIndex | QPersistentModelIndex
    ) -> None:
        super().currentChanged(current, previous)
        if current.isValid():
            entry = current.data(Role.ENTRY)
            self.went_to.emit(None if self._lines.is_box(current.row()) else entry)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.setColumnHidden(Column.AMOUNT, self.viewport().width() < WITH_AMOUNT)

    def _span(self) -> None:
        """A box takes the whole line."""
        self.clearSpans()
        for at in range(self._lines.rowCount()):
            if self._lines.is_box(at):
                self.setSpan(at, 0, 1, len(Column))


class _LinePainter(QStyledItemDelegate):
    """Boxes stand out; what needs a decision warns; what is settled is quiet."""

    def __init__(self, look: Look, model: PickLines, parent: QTableView) -> None:
        super().__init__(parent)
        self._look = look
        self._model = model

    def initStyleOption(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
        super().initStyleOption(option, index)
        theme = self._look.theme
        entry: Any = index.data(Role.ENTRY)
        if self._model.is_box(index.row()):
            option.font = theme.font(theme.type.body, 600)
            return
        column = index.column()
        needs = bool(said_of_pick.decision(entry))
        if column == Column.TUBE or (needs and column == Column.STATE):
            option.font = theme.font(theme.type.body, 600)
        if column == Column.MATERIAL:
            option.text = "      " + option.text
        ink = theme.colour.ink
        if entry.state.value in SETTLED:
            ink = theme.colour.muted
        elif column == Column.STATE and (needs or entry.state.value == "missing"):
            ink = theme.colour.warning_text
        elif column == Column.POSITION and entry.state.value == "wanted":
            option.font = theme.font(theme.type.body, 600)
        option.palette.setColor(option.palette.ColorRole.Text, ink)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: Any = index.data(Role.ENTRY)
        theme = self._look.theme
        rect = QRectF(option.rect)
        if self._model.is_box(index.row()):
            painter.fillRect(rect, theme.colour.ground)
            self._paint_box(painter, rect, entry)
            return
        if said_of_pick.decision(entry):
            painter.fillRect(rect, theme.colour.warning_ground)
        super().paint(painter, option, index)
        if index.column() == Column.MATERIAL:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.tube_colour(entry.material).disc)
            painter.drawEllipse(QRectF(rect.left() + 9, rect.center().y() - 6, 12, 12))
            painter.restore()

    def _paint_box(self, painter: QPainter, rect: QRectF, entry: Any) -> None:
        theme = self._look.theme
        painter.save()
        painter.setFont(theme.font(theme.type.body, 600))
        painter.setPen(theme.colour.ink)
        bar = QRectF(rect.right() - 104, rect.center().y() - 3, 44, 6)
        room = QRectF(rect.left() + 10, rect.top(), bar.left() - rect.left() - 26, rect.height())
        path = self._model.name(entry)
        text = painter.fontMetrics().elidedText(path, Qt.TextElideMode.ElideLeft, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, text)
        done, all_ = share(entry)
        if all_:
            paint_fill_bar(painter, bar, done / all_, theme, warns=False)
            painter.setFont(theme.font(theme.type.secondary, 400))
            painter.setPen(theme.colour.muted)
            figure = QRectF(bar.right() + 4, rect.top(), rect.right() - bar.right() - 12, rect.height())
            side = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(figure, side, self._model.progress(entry))
        painter.restore()
