"""Papers to a printer of the computer, at their true size: each page painted in dots, on a thread."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QMarginsF, QSizeF
from PySide6.QtGui import QImage, QPageLayout, QPageSize, QPainter
from PySide6.QtWidgets import QDialog, QWidget

from freezerapp.domain.problems import Problem

if TYPE_CHECKING:
    from PySide6.QtPrintSupport import QPrinter

    from freezerapp.ui.dispatcher import Dispatcher

DPI = 300


def choose_printer(
    window: QWidget,
    pdf: bytes,
    dispatcher: "Dispatcher",
    done: Callable[[str], None],
    refused: Callable[[Problem], None],
) -> bool:
    """Ask for a printer and print; True where this computer has none."""
    from PySide6.QtPrintSupport import QPrintDialog, QPrinter, QPrinterInfo

    if not QPrinterInfo.availablePrinterNames():
        return True
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    lay_out(printer, pdf)
    dialog: QDialog = QPrintDialog(printer, window)
    dialog.accepted.connect(
        lambda: dispatcher.work(lambda: print_pages(printer, pdf), done, owner=window, refused=refused)
    )
    dialog.open()
    return False


def lay_out(printer: "QPrinter", pdf: bytes) -> None:
    """Give a printer the size of the pages: no margins, nothing fitted."""
    from freezerapp.documents.preview import page_size

    width, height = page_size(pdf, 0)
    size = QPageSize(QSizeF(width, height), QPageSize.Unit.Point)
    printer.setResolution(DPI)
    printer.setFullPage(True)
    printer.setPageLayout(
        QPageLayout(size, QPageLayout.Orientation.Portrait, QMarginsF(0, 0, 0, 0), QPageLayout.Unit.Point)
    )
    printer.setFullPage(True)
    printer.setCreator("FreezerApp")


def print_pages(printer: "QPrinter", pdf: bytes) -> str:
    """Paint the pages that were asked for; gives the printer's name. Raises PrinterRefused."""
    from freezerapp.documents.preview import page_count, page_in_colour
    from freezerapp.ui.printing import PrinterRefused

    dpi = printer.resolution()
    first = max(1, printer.fromPage() or 1)
    last = min(page_count(pdf), printer.toPage() or page_count(pdf))
    painter = QPainter()
    try:
        for number in range(first - 1, last):
            begun = printer.newPage() if number >= first else painter.begin(printer)
            if not begun:
                raise PrinterRefused(printer.printerName())
            dots = page_in_colour(pdf, number, dpi)
            image = QImage(dots.grey, dots.width, dots.height, dots.width * 3, QImage.Format.Format_RGB888)
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)
            painter.drawImage(0, 0, image)
    finally:
        if painter.isActive():
            painter.end()
    return printer.printerName()
