"""What to fetch next, large: the position, the box with its wanted places, the clock of what is out."""

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout

from freezerapp.domain.scan_target import Tone
from freezerapp.ui import said_of_pick, words
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.panes.flow import FlowLayout
from freezerapp.ui.widgets.fill_bar import FillBar
from freezerapp.ui.widgets.inline_bar import InlineBar
from freezerapp.ui.widgets.pick_grid import PickGrid

if TYPE_CHECKING:
    from freezerapp.storage.rows.picks import PickBox, PickPage, PickRow

TICK_MS = 1_000
WARNS_FROM = 0.8
WANTED, RETRIEVED = "wanted", "retrieved"


class PickNext(QFrame):
    """``typed`` carries a code entered by hand; ``late`` a Tone when the limit is passed; ``ticked`` the time in ms."""

    typed = Signal(str)
    late = Signal(object)
    ticked = Signal(object)

    def __init__(self, look: Look, now: BankNow) -> None:
        super().__init__()
        self._now = now
        self._out: tuple[PickRow, ...] = ()
        self._warned: set[int] = set()
        self.setProperty("look", "card")
        self.caption = QLabel()
        self.caption.setProperty("look", "secondary")
        self.position = QLabel()
        self.position.setProperty("look", "target")
        self.position.setAccessibleName(self.tr("Next position"))
        self.tube = QLabel()
        self.tube.setProperty("look", "title")
        self.about = _small()
        self.where = _small()
        self.grid = PickGrid(look)
        self.code = QLineEdit()
        self.code.setPlaceholderText(self.tr("Scan the tube, or type its code"))
        self.code.setAccessibleName(self.tr("Code of the tube"))
        self.code.returnPressed.connect(self._on_typed)
        self.said = InlineBar(look)
        self.clock = QLabel()
        self.clock.setProperty("look", "strong")
        self.bar = FillBar(look)
        self.by_hand = QPushButton()
        self.missing = QPushButton(self.tr("Missing…"))
        self.replace = QPushButton(self.tr("Replace…"))
        self.remove = QPushButton(self.tr("Remove…"))
        top = QHBoxLayout()
        top.setSpacing(14)
        words_ = QVBoxLayout()
        words_.setSpacing(1)
        for part in (self.tube, self.about, self.where):
            words_.addWidget(part)
        top.addWidget(self.position)
        top.addLayout(words_, 1)
        timed = QHBoxLayout()
        timed.addWidget(self.clock, 1)
        timed.addWidget(self.bar)
        self.buttons = FlowLayout(6)
        for button in (self.by_hand, self.missing, self.replace, self.remove):
            self.buttons.addWidget(button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 12, 16, 12)
        layout.setSpacing(10)
        layout.addWidget(self.caption)
        layout.addLayout(top)
        layout.addWidget(self.code)
        layout.addWidget(self.said)
        layout.addLayout(timed)
        layout.addWidget(self.grid, 1)
        layout.addLayout(self.buttons)
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self.tick)

    def show_page(self, page: "PickPage", row: "PickRow | None", *, returning: bool) -> None:
        """Show what comes next on a list, None where nothing does."""
        is_open = page.said.state.value == "open"
        box = next((each for each in page.boxes if row is not None and row in each.rows), None)
        self.caption.setText(self._caption(page, row, returning=returning))
        self.position.setText((row.position or "–") if row is not None else "✓" if page.said.tubes else "–")
        self.tube.setText(row.barcode if row is not None else "")
        self.about.setText(_about(row) if row is not None else "")
        self.where.setText(box.path if box is not None and row is not None else "")
        self.where.setToolTip(self.where.text())
        for part in (self.tube, self.about, self.where):
            part.setVisible(bool(part.text()))
        self.code.setVisible(is_open)
        self._draw(box, row, returning=returning)
        self._out = tuple(each for each in page.rows if each.state.value == RETRIEVED and each.out_since is not None)
        self.tick()
        if self._out:
            self._timer.start()
        else:
            self._timer.stop()

    def say(self, text: str, tone: Tone) -> None:
        """What came of a scan, in its colour."""
        self.said.say(text, warning=tone is not Tone.RIGHT)

    def forget(self) -> None:
        """Another list, or none."""
        self._timer.stop()
        self._out = ()
        self._warned.clear()
        self.said.hide()
        self.code.clear()

    def tick(self) -> None:
        """Time goes on: how long the tube is out that has been out longest, measured by its limit."""
        now_ms = int(time.time() * 1000)
        self.ticked.emit(now_ms)
        self.clock.setVisible(bool(self._out))
        self.bar.setVisible(bool(self._out))
        if not self._out:
            return
        first = min(self._out, key=lambda row: (row.out_since or 0) + row.limit_s * 1000)
        out_ms = max(0, now_ms - (first.out_since or now_ms))
        share = out_ms / (first.limit_s * 1000)
        over = share >= 1
        limit = said_of_pick.clock(first.limit_s * 1000)
        text = self.tr("Out for {time}, limit {limit}") if not over else self.tr("Out for {time}, over {limit}")
        self.clock.setText(text.format(time=said_of_pick.clock(out_ms), limit=limit))
        look = "warning" if share >= WARNS_FROM else "strong"
        if self.clock.property("look") != look:
            self.clock.setProperty("look", look)
            self.clock.style().unpolish(self.clock)
            self.clock.style().polish(self.clock)
        self.bar.show_fill(min(1.0, share), self.clock.text(), warns=share >= WARNS_FROM)
        if over and first.tube not in self._warned:
            self._warned.add(first.tube)
            self.late.emit(Tone.ATTENTION)

    def _caption(self, page: "PickPage", row: "PickRow | None", *, returning: bool) -> str:
        if page.said.state.value != "open":
            return words.sentence_case(said_of_pick.parcel_word("state", page.said.state.value))
        if row is None:
            return self.tr("All returned") if returning else self.tr("Nothing is left to fetch")
        if returning:
            return self.tr("Return next")
        if len(page.walk.batches) > 1 and row.batch:
            said = self.tr("Fetch next, batch {number} of {count}")
            return said.format(number=row.batch, count=len(page.walk.batches))
        return self.tr("Fetch next")

    def _draw(self, box: "PickBox | None", row: "PickRow | None", *, returning: bool) -> None:
        known = self._now.container(box.box) if box is not None else None
        self.grid.setVisible(known is not None)
        if box is None or known is None or row is None:
            self.grid.show_box(None, frozenset(), frozenset(), None)
            return
        waits, done = (RETRIEVED, "returned") if returning else (WANTED, RETRIEVED)

        def cells(state: str) -> frozenset[tuple[int, int]]:
            found = (each for each in box.rows if each.state.value == state)
            return frozenset(
                (each.row, each.column) for each in found if each.row is not None and each.column is not None
            )

        at = (row.row, row.column) if row.row is not None and row.column is not None else None
        self.grid.show_box(known.layout, cells(waits), cells(done), at)

    def _on_typed(self) -> None:
        text = self.code.text().strip()
        if text:
            self.code.clear()
            self.typed.emit(text)


def _about(row: "PickRow") -> str:
    material = words.sentence_case(words.word("Material", row.material))
    parts = (material, words.amount(row.amount, row.unit), row.participant, row.visit)
    return ", ".join(part for part in parts if part)


def _small() -> QLabel:
    made = QLabel()
    made.setProperty("look", "secondary")
    made.setWordWrap(True)
    return made
