"""A room, unit, shelf or rack: what stands in it, in its real order, each with its fill."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.container import is_unit
from freezerapp.domain.position import Position
from freezerapp.ui import words
from freezerapp.ui.look import Look
from freezerapp.ui.models import unit_map
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.panes.page_head import PageHead
from freezerapp.ui.panes.path import PathPane
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.type_names import type_name
from freezerapp.ui.widgets.fill_bar import paint_fill_bar
from freezerapp.ui.widgets.storage_map import StorageMap

if TYPE_CHECKING:
    from freezerapp.storage.rows.storage import ContainerRow

TILE = QSize(118, 58)
LEAST = 70
"""px: six racks of a shelf stand side by side in the smallest usual window."""
LEAST_BAR = 6
MOST_FREE = 400
"""Free positions are drawn up to a grid of this size; above it only what stands there."""


class ContainerPane(QWidget):
    """Positions as they are in the real thing; a click goes one step down."""

    def __init__(self, look: Look, now: BankNow, selection: Selection) -> None:
        super().__init__()
        self._look = look
        self._now = now
        self._selection = selection
        self._container: int | None = None
        self.crumbs = PathPane(look, now, selection)
        self.head = PageHead(self.crumbs)
        self.unit = StorageMap(look)
        self.unit.activated.connect(lambda id_: selection.go(View(Showing.CONTAINER, id_)))
        self._page = QWidget()
        self._page.setObjectName("page")
        outer = QVBoxLayout(self._page)
        outer.setContentsMargins(0, 0, 8, 12)
        self._grid = QGridLayout()
        self._grid.setSpacing(8)
        outer.addLayout(self._grid)
        outer.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(self._page)
        area.setAccessibleName(self.tr("What stands in it"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        beside = QVBoxLayout()
        beside.addWidget(self.unit, 0, Qt.AlignmentFlag.AlignTop)
        beside.addStretch(1)
        body = QHBoxLayout()
        body.setSpacing(20)
        body.addLayout(beside)
        body.addWidget(area, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(18, 14, 10, 0)
        layout.setSpacing(14)
        layout.addWidget(self.head)
        layout.addLayout(body, 1)
        selection.view_changed.connect(self._on_view)
        selection.lit_changed.connect(self._fill)
        now.storage_changed.connect(self._fill)

    @property
    def tiles(self) -> "list[Tile]":
        """The tiles of what stands here and of what is free, from the top left."""
        return self._page.findChildren(Tile)

    def _on_view(self, view: View) -> None:
        row = self._now.container(view.container) if view.showing is Showing.CONTAINER else None
        if row is not None and row.holds != "specimens":
            self._container = row.id
            self._fill()

    def _fill(self) -> None:
        storage, row = self._now.storage, self._now.container(self._container)
        if storage is None or row is None or self._selection.view.container != row.id:
            return
        self.crumbs.lead_to(row.id)
        self.head.say(row.title, self._about(row))
        matches = unit_map.carried_up(storage, self._selection.lit.boxes)
        unit = storage.unit_of(row.id)
        self.unit.setVisible(unit is not None)
        if unit is not None:
            self.unit.show_unit(unit_map.unit_picture(storage, unit, matches))
            self.unit.highlight(row.id)
        while (item := self._grid.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.setParent(None)
                widget.deleteLater()
        there: dict[tuple[int | None, int | None], ContainerRow] = {}
        for id_ in storage.children.get(row.id, ()):
            standing = storage.containers[id_]
            there[standing.row, standing.column] = standing
        line = row.layout.rows == 1 and row.layout.columns > 8
        for position in row.layout.in_label_order():
            child = there.get((position.row, position.column))
            if child is None and (line or row.layout.size > MOST_FREE):
                continue
            tile = self._tile(row, position, child, matches.get(child.id, 0) if child else 0)
            at = divmod(self._grid.count(), 6) if line else (position.row, position.column)
            self._grid.addWidget(tile, *at)
        for column in range(self._grid.columnCount()):
            self._grid.setColumnStretch(column, 0 if column >= row.layout.columns and not line else 1)

    def _tile(self, row: "ContainerRow", position: Position, child: "ContainerRow | None", match: int) -> "Tile":
        tile = Tile(self._look, row.layout.label(position), child, match)
        if child is not None:
            tile.clicked.connect(lambda _checked=False, id_=child.id: self._selection.go(View(Showing.CONTAINER, id_)))
        return tile

    def _about(self, row: "ContainerRow") -> str:
        parts = [row.code] if row.code and row.code not in (row.title, row.name) else []
        parts.append(words.sentence_case(type_name(row.type_code, row.type_name)))
        if row.total:
            said = self.tr("{used} of {total} box slots taken")
            parts.append(said.format(used=words.number(row.used), total=words.number(row.total)))
        parts.append(self.tr("%Ln tube(s)", "", row.tubes))
        note = unit_map.note(row)
        return ", ".join([*parts, note] if note else parts)


class Tile(QPushButton):
    """One position: what stands there with its fill, or the label of the free place."""

    def __init__(self, look: Look, label: str, row: "ContainerRow | None", match: int) -> None:
        super().__init__()
        self._look = look
        self._label = label
        self._row = row
        self._match = match
        self.setProperty("look", "painted")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setEnabled(row is not None)
        said = unit_map.hint(row, match) if row is not None else self.tr("free")
        self.setAccessibleName(f"{label}, {said}")
        self.setToolTip("" if row is None else said)
        if row is not None:
            self.setCursor(Qt.CursorShape.PointingHandCursor)

    @property
    def container(self) -> "ContainerRow | None":
        """What stands here."""
        return self._row

    def sizeHint(self) -> QSize:
        return TILE

    def minimumSizeHint(self) -> QSize:
        return QSize(LEAST, TILE.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, row = self._look.theme, self._row
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.75, 0.75, -0.75, -0.75)
        radius = theme.space.radius_field
        side = 11 if self.width() > 2 * LEAST else 9
        inner = rect.adjusted(side, 8, -side, -8)
        if row is None:
            painter.setPen(QPen(theme.colour.line, 1, Qt.PenStyle.DashLine))
            painter.drawRoundedRect(rect, radius, radius)
            painter.setPen(theme.colour.faint)
            painter.setFont(theme.font(theme.type.caption))
            painter.drawText(inner, Qt.AlignmentFlag.AlignCenter, self._label)
            return
        painter.setBrush(theme.colour.hover if self.underMouse() else theme.colour.pane)
        border = theme.colour.lit if self._match else theme.colour.card_border
        if self.hasFocus():
            border = theme.colour.accent
        painter.setPen(QPen(border, 2 if self._match or self.hasFocus() else 1))
        painter.drawRoundedRect(rect, radius, radius)
        figure = words.percent(row.used, row.total)
        if row.holds == "specimens":
            figure = f"{words.number(row.used)}/{words.number(row.total)}"
        low = QRectF(inner.left(), inner.bottom() - 15, inner.width(), 16)
        painter.setFont(theme.font(theme.type.caption))
        painter.setPen(theme.colour.muted)
        painter.drawText(low, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, figure)
        wide = max(38.0, QFontMetricsF(painter.font()).horizontalAdvance(figure)) + 8
        top = QRectF(inner.left(), inner.top(), inner.width(), 18)
        font = theme.font(theme.type.secondary, 600)
        painter.setFont(font)
        painter.setPen(theme.colour.ink)
        name = QFontMetricsF(font).elidedText(row.title, Qt.TextElideMode.ElideMiddle, top.width())
        painter.drawText(top, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, name)
        if inner.width() - wide > LEAST_BAR:
            self._bar(painter, QRectF(inner.left(), inner.bottom() - 10, inner.width() - wide, 6), row)

    def _bar(self, painter: QPainter, track: QRectF, row: "ContainerRow") -> None:
        share = row.used / row.total if row.total else 0.0
        theme = self._look.theme
        paint_fill_bar(painter, track, share, theme, theme.nearly_full(share) and is_unit(row.kind))
