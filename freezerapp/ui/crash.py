"""Faults of the program itself: all go into a log file, and the user gets a way to report them."""

import faulthandler
import logging
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import TextIO

from PySide6.QtCore import QMessageLogContext, QStandardPaths, QtMsgType, qInstallMessageHandler, qVersion

from freezerapp import __version__

LOG_BYTES = 1_000_000
log = logging.getLogger("freezerapp")
_LEVELS = {
    QtMsgType.QtDebugMsg: logging.DEBUG,
    QtMsgType.QtInfoMsg: logging.INFO,
    QtMsgType.QtWarningMsg: logging.WARNING,
    QtMsgType.QtCriticalMsg: logging.ERROR,
    QtMsgType.QtFatalMsg: logging.CRITICAL,
}


def log_folder() -> Path:
    """Where the log is kept: the system's folder for this program's own data."""
    base = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.AppDataLocation)
    return Path(base) if base else Path.home() / ".freezerapp"


def details(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
    """What a report needs: versions, system, and the place in the program; no data of the bank."""
    import platform
    import traceback

    lines = [
        f"FreezerApp {__version__}",
        f"Python {platform.python_version()}, Qt {qVersion()}, {platform.platform()}",
        "",
        *(each.rstrip() for each in traceback.format_exception(kind, error, trace)),
    ]
    return "\n".join(lines)


class Watch:
    """Catches what nothing else caught, for as long as the program runs.

    ``report`` is called with the details, in whatever thread met the fault; the last one counts.
    """

    def __init__(self, folder: Path) -> None:
        self.report: Callable[[str], None] | None = None
        self._faults: TextIO | None = None
        self._told_before = False
        self.file: Path | None = None
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self.file = folder / "freezerapp.log"
            if self.file.exists() and self.file.stat().st_size > LOG_BYTES:
                self.file.replace(folder / "freezerapp-before.log")
            handler: logging.Handler = logging.FileHandler(self.file, encoding="utf-8", delay=True)
            self._faults = (folder / "faults.log").open("a", encoding="utf-8")
        except OSError:
            handler = logging.StreamHandler()
        handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
        self._handler = handler

    def start(self) -> None:
        """Put the hooks in place."""
        logging.getLogger().addHandler(self._handler)
        if self._faults is not None:
            self._told_before = faulthandler.is_enabled()
            faulthandler.enable(self._faults)
        sys.excepthook = self.met
        threading.excepthook = self._met_on_thread
        qInstallMessageHandler(self._said)

    def stop(self) -> None:
        """Take the hooks away again, as they were at the start of the program."""
        qInstallMessageHandler(None)
        sys.excepthook = sys.__excepthook__
        threading.excepthook = threading.__excepthook__
        if self._faults is not None:
            faulthandler.disable()
            if self._told_before and sys.__stderr__ is not None:
                faulthandler.enable(sys.__stderr__)
            self._faults.close()
            self._faults = None
        logging.getLogger().removeHandler(self._handler)
        self._handler.close()

    def met(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None = None) -> None:
        """Log a fault and hand its details on."""
        if issubclass(kind, KeyboardInterrupt):
            sys.__excepthook__(kind, error, trace)
            return
        log.critical("not caught", exc_info=(kind, error, trace))
        if self.report is not None:
            self.report(details(kind, error, trace))

    def _met_on_thread(self, args: threading.ExceptHookArgs) -> None:
        if args.exc_value is not None:
            self.met(args.exc_type, args.exc_value, args.exc_traceback)

    def _said(self, level: QtMsgType, context: QMessageLogContext, message: str) -> None:
        logging.getLogger("qt").log(_LEVELS.get(level, logging.INFO), "%s: %s", context.category, message)
