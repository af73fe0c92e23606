"""The test page of a printer on its way out, by the very way that labels go."""

import logging
from concurrent.futures import ThreadPoolExecutor

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QPainter
from shiboken6 import isValid

from freezerapp.documents.label_printer import address_of, send
from freezerapp.documents.label_sheets import write_whole
from freezerapp.documents.preview import page_picture
from freezerapp.documents.ruler import ruler_pdf, ruler_zpl, write_ruler
from freezerapp.documents.stock import Stock
from freezerapp.domain.problems import Problem
from freezerapp.ui.label_settings import NETWORK, PDF, QUEUE, ZPL
from freezerapp.ui.printing import PrinterRefused, Way, paint, system_printer

log = logging.getLogger(__name__)


def print_ruler(way: Way, stock: Stock, dpi: int, told: str) -> None:
    """Print or save the test page of a stock; waits for the printer. Raises what printing labels there raises.

    It goes out without what was entered before: it shows what the printer itself does.
    """
    if way.target == PDF:
        assert way.file is not None
        write_ruler(way.file, stock, title=stock.title, told=told)
    elif way.target == ZPL:
        assert way.file is not None
        label = ruler_zpl(stock, dpi).encode("ascii")
        write_whole(way.file, lambda file: file.write(label))
    elif way.target == NETWORK:
        send(address_of(way.printer), [ruler_zpl(stock, dpi)], 1)
    elif way.target == QUEUE:
        from freezerapp.documents.raw_queue import send_raw

        send_raw(way.printer, [ruler_zpl(stock, dpi)], stock.title)
    else:
        _on_system_printer(way.printer, stock, dpi, told)


def _on_system_printer(name: str, stock: Stock, dpi: int, told: str) -> None:
    printer = system_printer(name, stock, dpi, stock.title)
    dots = page_picture(ruler_pdf(stock, told), 0, printer.resolution())
    painter = QPainter()
    if not painter.begin(printer):
        raise PrinterRefused(name)
    paint(painter, dots)
    painter.end()


class RulerPrint(QObject):
    """Prints on a thread; ``ended`` carries the Problem that was met, or None."""

    ended = Signal(object)
    failed = Signal(object)
    """A bug met on the thread: carries the exception."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._thread = ThreadPoolExecutor(1, "ruler")

    def start(self, way: Way, stock: Stock, dpi: int, told: str) -> None:
        """Print one."""
        self._thread.submit(self._work, way, stock, dpi, told)

    def close(self) -> None:
        """Nobody waits for it any more."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _work(self, way: Way, stock: Stock, dpi: int, told: str) -> None:
        """On the thread."""
        problem: Problem | None = None
        try:
            print_ruler(way, stock, dpi, told)
        except Problem as met:
            problem = met
        except BaseException as error:
            log.error("the test page", exc_info=error)
            if isValid(self):
                self.failed.emit(error)
            return
        if isValid(self):
            self.ended.emit(problem)
