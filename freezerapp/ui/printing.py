"""Labels on their way out, on a thread of their own: into a file, to the system's printer or to a label printer."""

import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, NamedTuple

from PySide6.QtCore import QMarginsF, QObject, QSizeF, Qt, Signal
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from shiboken6 import isValid

from freezerapp.documents.batch import Batch
from freezerapp.documents.drawn import DrawnLabel
from freezerapp.documents.label_printer import PrinterState, PrinterStopped, address_of, send
from freezerapp.documents.label_sheets import write_whole
from freezerapp.domain.problems import Problem
from freezerapp.ui import label_settings as kept
from freezerapp.ui.label_settings import NETWORK, PDF, QUEUE, SYSTEM, ZPL
from freezerapp.ui.labelling import Asked, Labelling, page_count, places_on_first, told_of
from freezerapp.ui.settings import Settings

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from freezerapp.documents.preview import Picture
    from freezerapp.documents.stock import Stock

TOLD_EVERY = 25
THRESHOLD = Qt.ImageConversionFlag.ThresholdDither
Tell = Callable[[int, int], None]
log = logging.getLogger(__name__)


class PrinterRefused(Problem):
    """The system's printer does not begin to print, or breaks off. Facts: its name."""

    def __init__(self, printer: str) -> None:
        super().__init__(printer)
        self.printer = printer


class Way(NamedTuple):
    """Where labels go: one of the words of the settings, and the file, printer or address."""

    target: str
    file: Path | None = None
    printer: str = ""


class Outcome(NamedTuple):
    """What came of a print. ``sent`` things of ``total`` went out; not all where it was stopped or broke."""

    way: Way
    asked: Asked
    ids: tuple[int, ...]
    sent: int
    problem: Problem | None = None
    state: PrinterState | None = None
    next_start: int = 0
    pages: int = 0

    @property
    def whole(self) -> bool:
        return self.problem is None and self.sent == len(self.ids)


class _StoppedByHand(Exception):
    """The user stopped it."""


class Press(QObject):
    """One print after the other; ``told`` carries how many labels are done, of how many; ``ended`` an Outcome."""

    told = Signal(int, int)
    ended = Signal(object)
    failed = Signal(object)
    """A bug met on the thread: carries the exception."""

    def __init__(self, labelling: Labelling, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._labelling = labelling
        self._thread = ThreadPoolExecutor(1, "press")
        self._stop = threading.Event()
        self._running = False
        self.ended.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)
        self.failed.connect(self._on_ended, Qt.ConnectionType.QueuedConnection)

    @property
    def is_running(self) -> bool:
        """Whether labels are on their way."""
        return self._running

    def start(self, way: Way, asked: Asked, ids: tuple[int, ...], begin: int = 0) -> None:
        """Print the labels of these things, from one of them on."""
        self._stop.clear()
        self._running = True
        self._thread.submit(self._work, way, asked, ids, begin)

    def stop(self) -> None:
        """Stop where it is; ``ended`` follows."""
        self._stop.set()

    def close(self) -> None:
        """Stop, and wait for the thread."""
        self._stop.set()
        self._thread.shutdown(wait=True, cancel_futures=True)

    def _on_ended(self) -> None:
        self._running = False

    def _work(self, way: Way, asked: Asked, ids: tuple[int, ...], begin: int) -> None:
        """On the thread."""
        made = Outcome(way, asked, ids, begin)
        try:
            how = {
                PDF: self._pdf,
                ZPL: self._zpl,
                SYSTEM: self._system,
                NETWORK: self._network,
                QUEUE: self._queue,
            }[way.target]
            outcome = how(made)
        except _StoppedByHand:
            outcome = made
        except Problem as problem:
            sent = problem.sent if isinstance(problem, PrinterStopped) else 0
            outcome = made._replace(problem=problem, sent=begin + sent)
        except BaseException as error:
            log.error("on the press", exc_info=error)
            if isValid(self):
                self.failed.emit(error)
            return
        if isValid(self):
            self.ended.emit(outcome)

    def _tell(self, count: int, total: int) -> None:
        if self._stop.is_set():
            raise _StoppedByHand
        if (count % TOLD_EVERY == 0 or count == total) and isValid(self):
            self.told.emit(count, total)

    def _batch(self, made: Outcome) -> tuple[Batch, Iterator[DrawnLabel]]:
        asked, total = made.asked, len(made.ids)
        batch = Batch(asked.template, asked.stock, asked.dpi, asked.copies)
        things = self._labelling.things(asked.what, made.ids, batch.fields)
        return batch, batch.labels(told_of(things, lambda count: self._tell(count, total)))

    def _pdf(self, made: Outcome) -> Outcome:
        asked = made.asked
        batch, labels = self._batch(made)
        assert made.way.file is not None
        found = batch.write_pdf(
            made.way.file, labels, start=asked.start, used=asked.used, calibration=asked.calibration
        )
        return made._replace(sent=batch.drawn, next_start=found.next_start, pages=found.pages)

    def _zpl(self, made: Outcome) -> Outcome:
        formats = self._formats(made, 0)
        assert made.way.file is not None

        def fill(file: BinaryIO) -> int:
            count = 0
            while part := list(islice(formats, 500)):
                file.write("".join(part).encode("ascii"))
                count += len(part)
                self._tell(count, len(made.ids))
            return count

        return made._replace(sent=write_whole(made.way.file, fill))

    def _network(self, made: Outcome) -> Outcome:
        begin, total = made.sent, len(made.ids)

        def told(count: int) -> None:
            with suppress(_StoppedByHand):  # it is asked by ``stopped`` before the next label
                self._tell(begin + count, total)

        found = send(
            address_of(made.way.printer),
            self._formats(made, begin),
            total,
            told=told,
            stopped=self._stop.is_set,
        )
        return made._replace(sent=begin + found.labels, state=found.state)

    def _queue(self, made: Outcome) -> Outcome:
        from freezerapp.documents.raw_queue import send_raw

        total = len(made.ids)
        sent = send_raw(
            made.way.printer,
            self._formats(made, 0),
            made.asked.template.title,
            told=lambda count: self._tell(count, total),
        )
        return made._replace(sent=sent)

    def _formats(self, made: Outcome, begin: int) -> Iterator[str]:
        asked = made.asked
        batch = Batch(asked.template, asked.stock, asked.dpi, asked.copies)
        things = self._labelling.things(asked.what, made.ids[begin:], batch.fields)
        return batch.formats(things, asked.calibration)

    def _system(self, made: Outcome) -> Outcome:
        asked = made.asked
        printer = system_printer(made.way.printer, asked.stock, asked.dpi, asked.template.title)
        return print_pages(self._labelling, printer, made, self._tell)


def keep_stop(settings: Settings, outcome: Outcome) -> None:
    """Remember where the next print of this stock begins."""
    stock = outcome.asked.stock
    if stock.page is None or outcome.way.target not in (PDF, SYSTEM):
        return
    same_sheet = outcome.pages == 1 and outcome.next_start > 0
    still = sorted(each for each in outcome.asked.used if each >= outcome.next_start) if same_sheet else []
    settings.put(kept.next_start(stock.name), outcome.next_start)
    settings.put(kept.used_places(stock.name), " ".join(map(str, still)))


def printer_names() -> list[str]:
    """The printers of the system, the usual one first."""
    from PySide6.QtPrintSupport import QPrinterInfo

    names = list(QPrinterInfo.availablePrinterNames())
    usual = QPrinterInfo.defaultPrinterName()
    return sorted(names, key=lambda name: (name != usual, name.lower()))


def system_printer(name: str, stock: "Stock", dpi: int, title: str) -> "QPrinter":
    """A printer of the system, set to the exact size of the stock: no margins, nothing fitted to the page."""
    from PySide6.QtPrintSupport import QPrinter

    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setPrinterName(name)
    lay_out(printer, stock, dpi, title)
    return printer


def lay_out(printer: "QPrinter", stock: "Stock", dpi: int, title: str) -> None:
    """Give a printer the size of a stock, and the resolution."""
    from PySide6.QtPrintSupport import QPrinter

    width, height = stock.page_size
    turned = width > height
    size = QPageSize(QSizeF(min(width, height), max(width, height)), QPageSize.Unit.Millimeter)
    across = QPageLayout.Orientation.Landscape if turned else QPageLayout.Orientation.Portrait
    printer.setResolution(dpi)
    printer.setFullPage(True)
    printer.setPageLayout(QPageLayout(size, across, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Millimeter))
    printer.setFullPage(True)
    printer.setColorMode(QPrinter.ColorMode.GrayScale)
    printer.setDocName(title)
    printer.setCreator("FreezerApp")


def print_pages(labelling: Labelling, printer: "QPrinter", made: Outcome, tell: Tell) -> Outcome:
    """Paint page after page, each drawn in the printer's own dots and put there dot for dot; or nothing at all."""
    asked = made.asked._replace(dpi=printer.resolution())
    total, first, per_page = len(made.ids), len(places_on_first(asked)), asked.stock.per_page
    pages = page_count(asked, total)
    painter = QPainter()
    try:
        for number in range(pages):
            dots = labelling.page_dots(asked, made.ids, number)
            if not (printer.newPage() if number else painter.begin(printer)):
                raise PrinterRefused(printer.printerName())
            paint(painter, dots)
            tell(min(total, (first + number * per_page) // asked.copies), total)
    except BaseException:
        if painter.isActive():
            printer.abort()
        raise
    finally:
        if painter.isActive():
            painter.end()
    slots, places = total * asked.copies, places_on_first(asked)
    last = places[slots - 1] if slots <= first else (slots - first - 1) % per_page
    return made._replace(sent=total, pages=pages, next_start=(last + 1) % per_page)


def paint(painter: QPainter, dots: "Picture") -> None:
    """Put a page that is drawn in the printer's own dots there dot for dot."""
    grey = QImage(dots.grey, dots.width, dots.height, dots.width, QImage.Format.Format_Grayscale8)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
    painter.drawImage(0, 0, grey.convertToFormat(QImage.Format.Format_Mono, THRESHOLD))
