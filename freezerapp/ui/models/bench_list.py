"""What is in hand, shared by all who show or use it: tubes and containers on the bench, longest out first."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Signal

from freezerapp.domain.cap import tails
from freezerapp.ui import bench_questions, said_of_tube, said_of_work, words
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.widgets.box_picture import CellPicture, CellState

if TYPE_CHECKING:
    from freezerapp.storage.rows.bench import BenchRow

translate = QCoreApplication.translate
MINUTE = 60_000


class BenchList(QObject):
    """Asked anew after each change."""

    changed = Signal()

    def __init__(self, dispatcher: Dispatcher, now: BankNow, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._dispatcher = dispatcher
        self._now = now
        self._rows: tuple[BenchRow, ...] = ()
        self._asked = False
        dispatcher.changed.connect(self.refresh)
        dispatcher.closed.connect(self._on_closed)
        now.storage_changed.connect(self._on_storage)

    @property
    def rows(self) -> "tuple[BenchRow, ...]":
        """All of it."""
        return self._rows

    @property
    def tubes(self) -> "tuple[BenchRow, ...]":
        """The tubes alone."""
        return tuple(row for row in self._rows if row.kind == "specimen")

    def tube(self, id_: int | None) -> "BenchRow | None":
        """One tube, if it is in hand."""
        return next((row for row in self._rows if row.kind == "specimen" and row.id == id_), None)

    def container(self, id_: int | None) -> "BenchRow | None":
        """One container, if it is in hand."""
        return next((row for row in self._rows if row.kind == "container" and row.id == id_), None)

    def limit_min(self, row: "BenchRow", otherwise: int) -> int:
        """After how many minutes a thing has been out for too long: as its material says, or else so many."""
        material = self._now.materials.get(row.material or "")
        said = material.minutes_to_thaw if material is not None else None
        return otherwise if said is None else said

    def refresh(self) -> None:
        """Ask for everything anew; what stands in a container is known only with the tree."""
        tree = self._now.storage
        if tree is None:
            return
        self._asked = True
        self._dispatcher.ask(lambda reader: bench_questions.bench(reader, tree), self._take, owner=self, lane="bench")

    def _on_storage(self) -> None:
        if not self._asked or any(row.kind == "container" for row in self._rows):
            self.refresh()

    def _on_closed(self) -> None:
        self._asked = False
        self._take(())

    def _take(self, rows: "tuple[BenchRow, ...]") -> None:
        if rows != self._rows:
            self._rows = rows
            self.changed.emit()


def pictures(rows: "tuple[BenchRow, ...]", now_ms: int) -> dict[int, CellPicture]:
    """How each tube of the bench is drawn, by id: as on its cap, with what the pointer is told."""
    short = tails(row.code for row in rows)
    return {row.id: _picture(row, short.get(row.code, row.code), now_ms) for row in rows}


def hint(row: "BenchRow", now_ms: int) -> str:
    """Code, time out and where it belongs, as lines."""
    return "\n".join([row.code, *_said(row, now_ms)])


def spoken(row: "BenchRow", now_ms: int) -> str:
    """The same as one line for a screen reader."""
    return ", ".join([row.code, *_said(row, now_ms)])


def minutes_out(row: "BenchRow", now_ms: int) -> int:
    """Whole minutes since it was taken out."""
    return max(0, now_ms - row.out_since) // MINUTE


def summary(rows: "tuple[BenchRow, ...]", now_ms: int) -> str:
    """ "6 tubes, out 4 min": with the longest time out."""
    if not rows:
        return ""
    tubes = sum(row.kind == "specimen" for row in rows)
    parts = []
    if tubes:
        parts.append(said_of_work.tubes(tubes))
    if len(rows) > tubes:
        parts.append(said_of_work.containers(len(rows) - tubes))
    longest = max(minutes_out(row, now_ms) for row in rows)
    parts.append(translate("Bench", "out {span}").format(span=said_of_tube.span(longest)))
    return ", ".join(parts)


def _picture(row: "BenchRow", tail: str, now_ms: int) -> CellPicture:
    return CellPicture(
        label="",
        state=CellState.STORED,
        line1=tail,
        colour=row.material or "",
        spoken=spoken(row, now_ms),
        hint=hint(row, now_ms),
    )


def _said(row: "BenchRow", now_ms: int) -> list[str]:
    parts = []
    if row.material:
        parts.append(words.word("Material", row.material))
    if row.participant:
        parts.append(translate("BoxGrid", "participant {code}").format(code=row.participant))
    if row.visit:
        parts.append(translate("BoxGrid", "visit {code}").format(code=row.visit))
    if row.kind == "container":
        parts.append(said_of_work.tubes(row.tubes))
    out = said_of_tube.span(minutes_out(row, now_ms))
    parts.append(translate("Bench", "out {span}").format(span=out))
    if row.home_text:
        belongs = said_of_tube.place_words(row.home_text)
        parts.append(translate("Bench", "belongs in {place}").format(place=belongs))
    else:
        parts.append(translate("Bench", "no place is kept for it"))
    return parts
