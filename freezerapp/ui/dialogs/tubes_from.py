"""Where the tubes of a shipment come from: a search, chosen ones, a list of codes; and which of them can be sent."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QComboBox, QLabel, QListWidget, QVBoxLayout, QWidget

from freezerapp.domain.problems import Problem
from freezerapp.ui import messages, parcel_questions, said_of_pick, said_of_work
from freezerapp.ui.dialogs.pick_sources import CodesPage
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.said_of_pick import PickWords
from freezerapp.ui.scan_field import fill_by_scans

if TYPE_CHECKING:
    from freezerapp.domain.code_list import Judged

Way = tuple[str, tuple[int, ...]]
"""What a shipment can begin with: words, and the tubes by id."""
SOON_MS = 250
LINES_HIGH = 96


class TubesFrom(QWidget):
    """``changed``: other tubes are meant, or they were judged; ``tubes`` are those that can be sent."""

    changed = Signal()

    def __init__(
        self,
        look: Look,
        dispatcher: Dispatcher,
        ways: Sequence[Way],
        shipment: int | None = None,
        *,
        none: bool = False,
    ) -> None:
        super().__init__()
        self._dispatcher, self._shipment = dispatcher, shipment
        self._ways = tuple(ways)
        self._found: tuple[int, ...] = ()
        self._waits = False
        self._turn = 0
        self.way = QComboBox()
        for text, _ in self._ways:
            self.way.addItem(text)
        self.way.addItem(self.tr("A list of codes"))
        if none:
            self.way.addItem(self.tr("No tube yet"))
            self.way.setCurrentIndex(0 if ways else self.way.count() - 1)
        self.codes = CodesPage(look)
        self.codes.field.setFixedHeight(LINES_HIGH)
        fill_by_scans(self.codes.field)
        self.count = QLabel()
        self.count.setProperty("look", "secondary")
        self.count.setWordWrap(True)
        self.left_out = QListWidget()
        self.left_out.setAccessibleName(self.tr("Left out"))
        self.left_out.setFixedHeight(LINES_HIGH)
        self.left_out.setSelectionMode(QListWidget.SelectionMode.NoSelection)
        for part in (self.codes, self.count, self.left_out):
            part.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        for each in (self.way, self.codes, self.count, self.left_out):
            layout.addWidget(each)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SOON_MS)
        self._soon.timeout.connect(self._look)
        self.way.currentIndexChanged.connect(self._on_way)
        self.codes.changed.connect(self._later)
        self._on_way()

    @property
    def tubes(self) -> tuple[int, ...]:
        """The tubes that can be sent, by id."""
        return self._found

    @property
    def is_ready(self) -> bool:
        """Whether it is known which tubes these are."""
        return not self._waits

    @property
    def _by_codes(self) -> bool:
        return self.way.currentIndex() == len(self._ways)

    def _on_way(self) -> None:
        self.codes.setVisible(self._by_codes)
        self._look()

    def _later(self) -> None:
        self._found, self._waits = (), True
        self.changed.emit()
        self._soon.start()

    def _look(self) -> None:
        """Ask which of these can be sent; the newest question counts."""
        self._turn += 1
        turn, shipment, at = self._turn, self._shipment, self.way.currentIndex()
        self._found, self._waits = (), True
        text, ids = self.codes.text, self._ways[at][1] if at < len(self._ways) else ()
        if self._by_codes and text.strip():
            self._dispatcher.aside(
                lambda bank: parcel_questions.judged_codes(bank, text, shipment),
                lambda judged: self._on_judged(turn, judged),
                owner=self,
                refused=self._on_refused,
            )
        elif ids:
            self._dispatcher.aside(
                lambda bank: parcel_questions.judged(bank, ids, shipment),
                lambda judged: self._on_judged(turn, judged),
                owner=self,
                refused=self._on_refused,
            )
        else:
            self._waits = False
            self._say("", ())

    def _on_judged(self, turn: int, judged: "Judged") -> None:
        if turn != self._turn:
            return
        self._found, self._waits = judged.tubes, False
        said = said_of_work.tubes(len(judged.tubes))
        if judged.left_out:
            said += ", " + PickWords().left_out(len(judged.left_out))
        self._say(said, [said_of_pick.left_out(each) for each in judged.left_out])

    def _on_refused(self, problem: Problem) -> None:
        self._waits = False
        self._say(messages.sentence(problem), ())

    def _say(self, text: str, lines: Sequence[str]) -> None:
        self.count.setText(text)
        self.count.setVisible(bool(text))
        self.left_out.clear()
        self.left_out.addItems(list(lines))
        self.left_out.setVisible(bool(lines))
        self.changed.emit()
