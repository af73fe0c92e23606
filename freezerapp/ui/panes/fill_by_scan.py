"""Fills a box by scanning: tube after tube goes to the next free position, shown large before and after."""

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout

from freezerapp.domain import filling
from freezerapp.domain.box import Box
from freezerapp.domain.filling import FillSession, Step, start_filling
from freezerapp.domain.position import Position
from freezerapp.domain.problems import Problem
from freezerapp.domain.scan_target import Tone
from freezerapp.domain.specimen import Known
from freezerapp.ui import bench_questions, words
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.hands import Hands, Seen
from freezerapp.ui.look import Look
from freezerapp.ui.models.bench_list import BenchList
from freezerapp.ui.panes.flow import FlowLayout
from freezerapp.ui.task import Scanned, Task

if TYPE_CHECKING:
    from freezerapp.commands.command import Done

FILL = "fill"


class FillByScan(QFrame):
    """Hidden until a box is being filled.

    ``aimed`` carries the position that comes next and its label, None when there is none; ``heard`` the Tone of
    what came of a scan; ``register_wanted`` a Scanned that leads nowhere, to be registered for the next position;
    ``place_all_wanted``: what is on the bench is to be placed here without scanning.
    """

    aimed = Signal(object, str)
    heard = Signal(object)
    register_wanted = Signal(object)
    place_all_wanted = Signal()

    def __init__(self, look: Look, dispatcher: Dispatcher, hands: Hands, bench: BenchList, task: Task) -> None:
        super().__init__()
        self._dispatcher = dispatcher
        self._hands = hands
        self._bench = bench
        self._task = task
        self._session: FillSession | None = None
        self._waiting: list[Scanned] = []
        self._reading = False
        self.setProperty("look", "card")
        self.setAccessibleName(self.tr("Fill the box by scanning"))
        caption = QLabel(self.tr("Next"))
        caption.setProperty("look", "secondary")
        self.next = QLabel()
        self.next.setProperty("look", "target")
        self.next.setAccessibleName(self.tr("Next position"))
        self.said = QLabel()
        self.said.setProperty("look", "strong")
        self.said.setWordWrap(True)
        self.last = QLabel()
        self.last.setProperty("look", "muted")
        self.undo = QPushButton(self.tr("Undo last scan"))
        self.skip = QPushButton(self.tr("Skip this position"))
        self.facts = QPushButton(self.tr("Facts of the batch…"))
        self.place_all = QPushButton()
        self.stop = QPushButton(self.tr("Done"))
        big = QVBoxLayout()
        big.setSpacing(0)
        big.addWidget(caption)
        big.addWidget(self.next)
        lines = QVBoxLayout()
        lines.setSpacing(3)
        lines.addStretch(1)
        lines.addWidget(self.said)
        lines.addWidget(self.last)
        lines.addStretch(1)
        buttons = FlowLayout(6)
        for button in (self.undo, self.place_all, self.skip, self.facts, self.stop):
            buttons.addWidget(button)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(18)
        row.addLayout(big)
        row.addLayout(lines, 3)
        row.addLayout(buttons, 8)
        self.undo.clicked.connect(self.undo_last)
        self.skip.clicked.connect(self._on_skip)
        self.facts.clicked.connect(lambda: self.register_wanted.emit(None))
        self.place_all.clicked.connect(self.place_all_wanted)
        self.stop.clicked.connect(lambda: task.end(FILL))
        bench.changed.connect(self._tell)
        self.hide()

    @property
    def session(self) -> FillSession | None:
        """The box being filled and how far it is."""
        return self._session

    def begin(self, box: Box, at: Position | None = None) -> None:
        """Begin to fill a box, from a free position or from the first one. Raises a Problem for a taken one."""
        self._session = start_filling(box, at)
        self._task.begin(FILL, self._take, self._on_ended)
        self.said.setText(self.tr("Scan a tube."))
        self.last.clear()
        self.show()
        self._tell()

    def seen(self, box: Box | None) -> None:
        """The box was read anew; rows from before the last scan must never come here."""
        if self._session is None:
            return
        if box is None or box.id != self._session.box.id:
            self._task.end(FILL)
            return
        self._session = self._session.seen(box)
        self._tell()

    def aim(self, at: Position) -> None:
        """Go on from another position, if it is free."""
        if self._session is not None:
            try:
                self._session = self._session.go_to(at)
            except Problem as problem:
                self._hands.doing.refuse(problem)
            self._tell()

    def share(self, shared: filling.Shared | None) -> None:
        """What unregistered tubes have in common from now on; None: ask each time."""
        if self._session is not None:
            self._session = self._session._replace(shared=shared)

    def undo_last(self) -> None:
        """Take the last scan back."""
        if self._session is None or not self._session.done:
            return
        placed = self._session.done[-1]
        if placed.operation is None:
            return
        self.undo.setEnabled(False)
        self._hands.doing.take_back(placed.operation, self._on_taken_back)

    def _on_taken_back(self, _done: "Done") -> None:
        if self._session is not None and self._session.done:
            self._follow(self._session.undo())

    def _take(self, scanned: Scanned) -> bool:
        """Each scan waits for the one before it, since the next position depends on it."""
        if scanned.found is not None and scanned.found.kind != "specimen":
            return False
        self._waiting.append(scanned)
        self._read_next()
        return True

    def _read_next(self) -> None:
        if self._reading or not self._waiting or self._session is None:
            return
        scanned = self._waiting.pop(0)
        if scanned.found is None:
            self._follow(self._session.scan(scanned.text, None, scanned.near), scanned)
            self._read_next()
            return
        self._reading = True
        id_ = scanned.found.id
        self._dispatcher.ask(
            lambda reader: bench_questions.tube_now(reader, id_),
            lambda found: self._on_read(scanned, found),
            owner=self,
            refused=self._on_not_read,
        )

    def _on_read(self, scanned: Scanned, found: filling.Scanned) -> None:
        self._reading = False
        if self._session is not None:
            self._follow(self._session.scan(scanned.text, found, scanned.near), scanned)
        self._read_next()

    def _on_not_read(self, problem: Problem) -> None:
        self._reading = False
        self._hands.doing.refuse(problem)
        self._read_next()

    def _follow(self, step: Step, scanned: Scanned | None = None) -> None:
        """Do what a scan leads to, and say it."""
        before = self._session
        assert before is not None
        self._session = step.session
        answer = step.answer
        label = before.box.layout.label
        match answer:
            case filling.Place():
                self._place(before, answer)
            case filling.AlreadyHere(tube, at, last):
                here = self.tr("{tube} is here: {position}.")
                text = self.tr("{tube} was just placed: {position}.") if last else here
                self._say(text.format(tube=tube.barcode or "", position=label(at)), Tone.ATTENTION)
            case filling.Elsewhere(tube, spot, to):
                text = self.tr("{tube} stands in {place}. Move it to {position}?").format(
                    tube=tube.barcode or "", place=self._hands.places([spot]), position=label(to)
                )
                self._say(text, Tone.ATTENTION)
                self._hands.doing.telling.ask(text, self.tr("Move here"), self._on_confirmed)
            case filling.Unknown():
                self._say(self.tr("{code} is not registered.").format(code=answer.text), Tone.ATTENTION)
                if scanned is not None:
                    self.register_wanted.emit(scanned)
            case filling.Full(_, earlier):
                text = self.tr("Nothing is free from here on.")
                if earlier:
                    text += " " + self.tr("Before it {count} are free.").format(count=words.number(earlier))
                self._say(text, Tone.WRONG)
            case filling.NotStorable(tube, status, _):
                text = self.tr("{tube} is {status} and takes no place.")
                said = text.format(tube=tube.barcode or "", status=words.word("Status", status.value))
                self._say(said, Tone.WRONG)
            case filling.TakenBack(placed):
                text = self.tr("Taken back: {tube}. Take it out of {position} again.")
                self._say(text.format(tube=placed.tube.barcode or "", position=label(placed.at)), Tone.ATTENTION)
        self._tell()

    def _place(self, before: FillSession, placed: filling.Place) -> None:
        tube, at = placed.tube, before.box.spot(placed.at)
        seen = Seen(tube.id, tube.barcode or "", placed.came_from or placed.freed)
        label = before.box.layout.label(placed.at)
        self.last.setText(self.tr("{tube} → {position}").format(tube=tube.barcode or "", position=label))
        self._say(self.tr("Placed in {position}.").format(position=label), Tone.RIGHT)
        standing = placed.came_from is not None
        self._hands.place_at(seen, at, Known.SCANNED, standing=standing, then=self._on_placed, refused=self._on_refused)

    def registered(self, done: "Done", box: Box, barcode: str, at: Position) -> None:
        """An unknown tube was registered for this position."""
        if self._session is None or self._session.box.id != box.id:
            return
        from freezerapp.commands.bring_in import BroughtIn
        from freezerapp.domain.box import Tube

        assert isinstance(done.result, BroughtIn)
        step = self._session.registered(Tube(done.result.specimens[0], barcode))
        self._session = step.session.recorded(done.operation_id)
        label = box.layout.label(at)
        self.last.setText(self.tr("{tube} → {position}").format(tube=barcode, position=label))
        self._say(self.tr("Registered and placed in {position}.").format(position=label), Tone.RIGHT)
        self._tell()

    def _on_placed(self, done: "Done") -> None:
        if self._session is not None:
            self._session = self._session.recorded(done.operation_id)
            self._tell()

    def _on_refused(self, problem: Problem) -> bool:
        """It was not placed after all: it is not counted, and its position comes next again."""
        if self._session is not None and self._session.done:
            self._session = self._session.undo().session
            self.last.clear()
            self._say(self.tr("Not placed."), Tone.WRONG)
            self._tell()
        return False

    def _on_confirmed(self) -> None:
        if self._session is not None and self._session.pending is not None:
            self._follow(self._session.confirm())

    def _on_skip(self) -> None:
        if self._session is not None:
            self._session = self._session.skip()
            self._tell()

    def _on_ended(self) -> None:
        self._session = None
        self._waiting.clear()
        self._reading = False
        self.hide()
        self.aimed.emit(None, "")

    def _say(self, text: str, tone: Tone) -> None:
        self.said.setText(text)
        self.heard.emit(tone)

    def _tell(self) -> None:
        """Show how far it is."""
        session = self._session
        if session is None:
            return
        target = session.target
        label = session.box.layout.label(target) if target is not None else ""
        self.next.setText(label or "–")
        self.next.setAccessibleDescription(label or self.tr("Nothing is free"))
        self.undo.setEnabled(bool(session.done) and session.done[-1].operation is not None)
        self.skip.setEnabled(target is not None)
        count = len(self._bench.tubes)
        self.place_all.setVisible(count > 0)
        self.place_all.setText(self.tr("Place %Ln without scanning", "", count))
        self.aimed.emit((target.row, target.column) if target is not None else None, label)
