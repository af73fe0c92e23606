"""The work lists under the tree: what is on the bench, on hold, missing, all specimens, and the history."""

from typing import NamedTuple

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from freezerapp.ui import questions, words
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.selection import Selection, Showing, View

LEFT = 14


class Work(NamedTuple):
    """One work list: its name and the search it is, or no search for the history."""

    name: str
    text: str
    view: View


WORK: tuple[Work, ...] = (
    Work(
        "bench",
        QT_TRANSLATE_NOOP("Work", "On the bench"),
        View(Showing.LIST, query='status:"on the bench"'),
    ),
    Work("held", QT_TRANSLATE_NOOP("Work", "On hold"), View(Showing.LIST, query="hold:yes")),
    Work("missing", QT_TRANSLATE_NOOP("Work", "Missing"), View(Showing.LIST, query="status:missing")),
    Work("specimens", QT_TRANSLATE_NOOP("Work", "Specimens"), View(Showing.LIST)),
    Work("history", QT_TRANSLATE_NOOP("Work", "History"), View(Showing.HISTORY)),
)


class WorkList(QWidget):
    """Rows with counts; the counts are asked anew after each change."""

    def __init__(self, look: Look, dispatcher: Dispatcher, selection: Selection) -> None:
        super().__init__()
        self._dispatcher = dispatcher
        self._selection = selection
        caption = QLabel(self.tr("Work"))
        caption.setProperty("look", "section")
        caption.setContentsMargins(LEFT, 10, 0, 6)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(caption)
        self._rows: dict[str, _Row] = {}
        for work in WORK:
            row = _Row(look, QCoreApplication.translate("Work", work.text))
            row.clicked.connect(lambda _checked=False, view=work.view: selection.go(view))
            layout.addWidget(row)
            self._rows[work.name] = row
        dispatcher.opened.connect(self._count)
        dispatcher.changed.connect(self._count)
        selection.view_changed.connect(self._on_view)

    def row(self, name: str) -> QPushButton:
        """A row by its name in the table."""
        return self._rows[name]

    def _count(self) -> None:
        lists = {work.name: work.view.query for work in WORK if work.view.showing is Showing.LIST}
        self._dispatcher.ask(
            lambda reader: {name: questions.count(reader, query) for name, query in lists.items()},
            self._on_counts,
            owner=self,
            lane="work counts",
        )

    def _on_counts(self, counts: dict[str, int]) -> None:
        for name, count in counts.items():
            self._rows[name].show_figure(words.number(count))

    def _on_view(self, view: View) -> None:
        for work in WORK:
            self._rows[work.name].setChecked(work.view == view)


class _Row(QPushButton):
    """One row: its name at the left, its count at the right; the one shown has a bar at its left."""

    def __init__(self, look: Look, text: str) -> None:
        super().__init__(text)
        self._look = look
        self._figure = ""
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(text)
        look.changed.connect(self.updateGeometry)

    def show_figure(self, figure: str) -> None:
        """Put a count at the right."""
        self._figure = figure
        self.setAccessibleDescription(figure)
        self.update()

    def nextCheckState(self) -> None:
        """A click shows the list; what is shown says which row is checked."""

    def sizeHint(self) -> QSize:
        return QSize(120, int(self._look.theme.space.row))

    def minimumSizeHint(self) -> QSize:
        return QSize(60, int(self._look.theme.space.row))

    def paintEvent(self, event: QPaintEvent) -> None:
        theme = self._look.theme
        rect = QRectF(self.rect())
        painter = QPainter(self)
        chosen = self.isChecked()
        if chosen:
            painter.fillRect(rect, theme.colour.accent_ground)
            painter.fillRect(QRectF(0, 0, 3, rect.height()), theme.colour.accent)
        elif self.underMouse():
            painter.fillRect(rect, theme.colour.hover)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour.accent, 1))
            painter.drawRect(rect.adjusted(0.5, 0.5, -0.5, -0.5))
        inner = rect.adjusted(LEFT, 0, -LEFT, 0)
        painter.setFont(theme.font(theme.type.body, 600 if chosen else 400))
        painter.setPen(theme.colour.accent_text if chosen else theme.colour.ink)
        painter.drawText(inner, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, self.text())
        painter.setFont(theme.font(theme.type.secondary))
        painter.setPen(theme.colour.accent_text if chosen else theme.colour.muted)
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._figure)
