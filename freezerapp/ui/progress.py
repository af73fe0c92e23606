"""Long work done by a second process: says how it goes, can be cancelled, and never holds the window up."""

import re
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QProcess, QProcessEnvironment, QTimer, Signal

FIGURES = re.compile(r"([0-9][0-9 ,.\u202f\u00a0]*)\s*(?:/|of)\s*([0-9][0-9 ,.\u202f\u00a0]*)")
STOP_MS = 5_000


class Chore(QObject):
    """One run of the command line. What it prints on standard error is its progress.

    ``told`` carries its latest line; ``share`` how far it is (0 to 1) where the line has figures for it;
    ``ended`` the exit status and what it printed besides, cancelled or not.
    """

    told = Signal(str)
    share = Signal(float)
    ended = Signal(int, str)

    def __init__(self, words: Sequence[str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = list(words)
        self._process = QProcess(self)
        self._said: list[str] = []
        self._cancelled = False
        around = QProcessEnvironment.systemEnvironment()
        around.insert("FREEZERAPP_PROGRESS", "lines")
        self._process.setProcessEnvironment(around)
        self._process.setProcessChannelMode(QProcess.ProcessChannelMode.MergedChannels)
        self._process.readyRead.connect(self._on_said)
        self._process.finished.connect(self._on_finished)
        self._process.errorOccurred.connect(self._on_error)

    @property
    def cancelled(self) -> bool:
        """Whether the user stopped it."""
        return self._cancelled

    def start(self) -> None:
        """Begin."""
        self._process.start(self._words[0], self._words[1:])

    def cancel(self) -> None:
        """Stop; ``ended`` follows."""
        self._cancelled = True
        self._process.terminate()
        QTimer.singleShot(STOP_MS, self, self._process.kill)  # where asking did not help

    def _on_said(self) -> None:
        text = bytes(self._process.readAll().data()).decode("utf-8", "replace")
        lines = [line.strip() for line in re.split(r"[\r\n]+", text) if line.strip()]
        self._said += [line for line in lines if not FIGURES.fullmatch(line)]
        if lines:
            self.told.emit(lines[-1])
            share = share_of(lines[-1])
            if share is not None:
                self.share.emit(share)

    def _on_finished(self, status: int, how: QProcess.ExitStatus) -> None:
        self._on_said()
        crashed = how is QProcess.ExitStatus.CrashExit
        self.ended.emit(-1 if crashed else status, "\n".join(self._said))

    def _on_error(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.ended.emit(-1, self._process.errorString())


def share_of(line: str) -> float | None:
    """How far a line says the work is: "12,000 of 53,510" or "40 %"."""
    found = FIGURES.search(line)
    if found:
        done, total = (int(re.sub(r"[^0-9]", "", part) or 0) for part in found.groups())
        return min(1.0, done / total) if total else None
    share = re.search(r"([0-9]{1,3})\s*%", line)
    return min(1.0, int(share[1]) / 100) if share else None


def discard(path: Path, made: Callable[[Path], bool] = Path.exists) -> None:
    """Take away what an unfinished chore left: the file and what SQLite keeps beside it."""
    for each in (path, path.with_name(path.name + "-journal")):
        if made(each):
            each.unlink(missing_ok=True)
