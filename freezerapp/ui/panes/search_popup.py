"""The results under the search field: a child of the window, so that the cursor stays in the field."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
)

from freezerapp.ui.look import Look
from freezerapp.ui.models.hit_list import Hit, HitKind, HitList, Role
from freezerapp.ui.widgets.hovered import Hovered

LINE = 44
SHORT_LINE = 32


class SearchPopup(QFrame):
    """Shows the lines of a HitList; ``taken`` carries the line that was clicked."""

    taken = Signal(object)

    def __init__(self, look: Look, hits: HitList) -> None:
        super().__init__()
        self.setProperty("look", "popup")
        self.hide()
        self._hits = hits
        self._list = QListView()
        self._list.setModel(hits)
        self._list.setItemDelegate(_LinePainter(look, self._list))
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setAccessibleName(self.tr("Results"))
        self._list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.clicked.connect(self._on_clicked)
        self._list.setProperty("look", "popup-list")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(5, 5, 5, 5)
        layout.addWidget(self._list)

    @property
    def view(self) -> QListView:
        """The list itself."""
        return self._list

    def open(self, corner: QPoint, width: int, most: int) -> None:
        """Show at a corner of the window, as high as its lines but not higher than ``most``."""
        high = sum(height(hit) for hit in self._hits.hits) + 12
        self.setGeometry(corner.x(), corner.y(), width, max(SHORT_LINE, min(high, most)))
        self.show()
        self.raise_()

    def step(self, by: int) -> None:
        """Go to the next or previous line that leads somewhere; before the first is none."""
        rows = self._hits.rowCount()
        row = self._list.currentIndex().row() if self._list.currentIndex().isValid() else -1
        while True:
            row += by
            if row < 0 or row >= rows:
                if row < 0:
                    self._list.setCurrentIndex(QModelIndex())
                return
            index = self._hits.index(row)
            if self._hits.flags(index) & Qt.ItemFlag.ItemIsSelectable:
                self._list.setCurrentIndex(index)
                return

    def current(self) -> Hit | None:
        """The line chosen by the arrow keys, if the popup is open."""
        index = self._list.currentIndex()
        if not self.isVisible() or not index.isValid():
            return None
        hit = index.data(Role.HIT)
        return hit if isinstance(hit, Hit) else None

    def _on_clicked(self, index: QModelIndex) -> None:
        if self._hits.flags(index) & Qt.ItemFlag.ItemIsSelectable:
            self.taken.emit(index.data(Role.HIT))


class _LinePainter(QStyledItemDelegate):
    """Paints a line by its kind."""

    def __init__(self, look: Look, view: QListView) -> None:
        super().__init__(view)
        self._look = look
        self._view = view
        self._hovered = Hovered(view)

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, height(index.data(Role.HIT)))

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        hit = index.data(Role.HIT)
        theme = self._look.theme
        rect = QRectF(option.rect)
        chosen = self._view.selectionModel().isSelected(index)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        over = self._hovered.is_at(index) and hit.kind not in (
            HitKind.PROBLEM,
            HitKind.NONE,
        )
        if chosen or over:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour.accent_ground if chosen else theme.colour.hover)
            painter.drawRoundedRect(rect, 6, 6)
        ink = theme.colour.accent_text if chosen else theme.colour.ink
        soft = theme.colour.accent_text if chosen else theme.colour.muted
        inner = rect.adjusted(10, 0, -10, 0)
        if hit.kind is HitKind.PROBLEM:
            self._problem(painter, inner, hit)
        elif hit.kind is HitKind.NONE:
            painter.setFont(theme.font())
            painter.setPen(theme.colour.muted)
            painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, hit.title)
        else:
            self._lead(painter, inner, hit)
            inner = inner.adjusted(34, 0, 0, 0)
            painter.setPen(soft)
            painter.setFont(theme.font(theme.type.secondary))
            figure = QFontMetricsF(painter.font()).horizontalAdvance(hit.figure)
            painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, hit.figure)
            self._two_lines(painter, inner.adjusted(0, 0, -figure - 12, 0), hit, (ink, soft))
        painter.restore()

    def _two_lines(self, painter: QPainter, rect: QRectF, hit: Hit, inks: tuple) -> None:  # type: ignore[type-arg]
        theme = self._look.theme
        ink, soft = inks
        below = bool(hit.detail) and hit.kind is not HitKind.COMPLETION
        upper = QRectF(rect.left(), rect.top() + 5, rect.width(), 18) if below else rect
        painter.setFont(theme.font(theme.type.body, 600))
        painter.setPen(theme.colour.accent if hit.kind is HitKind.ALL and ink is theme.colour.ink else ink)
        metrics = QFontMetricsF(painter.font())
        title = metrics.elidedText(hit.title, Qt.TextElideMode.ElideMiddle, upper.width())
        painter.drawText(upper, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, title)
        painter.setFont(theme.font(theme.type.secondary))
        painter.setPen(soft)
        if below:
            lower = QRectF(rect.left(), rect.top() + 23, rect.width(), 16)
        else:
            lower = rect.adjusted(metrics.horizontalAdvance(title) + 12, 0, 0, 0)
        detail = QFontMetricsF(painter.font()).elidedText(
            hit.detail, Qt.TextElideMode.ElideMiddle, max(0.0, lower.width())
        )
        painter.drawText(lower, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, detail)

    def _lead(self, painter: QPainter, rect: QRectF, hit: Hit) -> None:
        """The small picture before a line: the tube in its colour, or a sign for what it leads to."""
        theme = self._look.theme
        middle = rect.center().y()
        if hit.kind is HitKind.TUBE:
            colour = theme.tube_colour(hit.material)
            disc = QRectF(rect.left(), middle - 12, 24, 24)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour.disc)
            painter.drawEllipse(disc)
            painter.setPen(colour.text)
            painter.setFont(theme.font(8.5, 600))
            painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, hit.material[:3])
            return
        name = {HitKind.CONTAINER: "box", HitKind.ALL: "list", HitKind.COMPLETION: "search"}[hit.kind]
        icon = self._look.icon(name, "muted")
        icon.paint(painter, QRectF(rect.left() + 3, middle - 9, 18, 18).toRect())

    def _problem(self, painter: QPainter, rect: QRectF, hit: Hit) -> None:
        """The text as it was typed, the faulty part underlined; below it what is wrong."""
        from PySide6.QtGui import QTextCharFormat

        theme = self._look.theme
        layout = QTextLayout(hit.title, theme.mono(theme.type.body))
        wrong = QTextLayout.FormatRange()
        wrong.start, wrong.length = hit.start, max(1, hit.end - hit.start)
        form = QTextCharFormat()
        form.setForeground(theme.colour.warning_text)
        form.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        form.setUnderlineColor(theme.colour.warning_bar)
        wrong.format = form
        layout.setFormats([wrong])
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(100_000)
        layout.endLayout()
        painter.setPen(QPen(theme.colour.ink))
        painter.setClipRect(rect)
        left = min(0.0, rect.width() - 40 - line.cursorToX(min(hit.end, len(hit.title)))[0])  # type: ignore[index]
        layout.draw(painter, rect.topLeft() + QPoint(int(left), 6).toPointF())
        painter.setFont(theme.font(theme.type.secondary))
        painter.setPen(theme.colour.warning_text)
        below = rect.adjusted(0, 26, 0, -6)
        painter.drawText(below, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, hit.detail)


def height(hit: Hit) -> int:
    """How high a line is, px."""
    if hit.kind is HitKind.PROBLEM:
        return 54
    return LINE if hit.kind in (HitKind.TUBE, HitKind.CONTAINER) else SHORT_LINE
