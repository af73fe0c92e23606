"""The sheet of a pick list from the window: asked where to, written on a thread, and shown where it can be printed."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, QLocale, QObject, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from freezerapp.domain.problems import Problem
from freezerapp.ui import label_settings as kept
from freezerapp.ui import messages
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.doing import Doing
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.settings import Settings

if TYPE_CHECKING:
    from freezerapp.storage.finding import Readable
    from freezerapp.storage.rows.picks import PickPage
    from freezerapp.storage.rows.storage import Storage


class PickPaper(QObject):
    """Papers stand in the folder that was used last."""

    def __init__(self, window: QWidget, settings: Settings, dispatcher: Dispatcher, now: BankNow, doing: Doing) -> None:
        super().__init__(window)
        self._window, self._settings = window, settings
        self._dispatcher, self._now, self._doing = dispatcher, now, doing

    def ask(self, page: "PickPage") -> None:
        """Ask for the file, then write it."""
        folder = Path(self._settings.get(kept.FOLDER) or Path.home())
        dialog = QFileDialog(self._window, self.tr("Print sheet"), str(folder if folder.is_dir() else Path.home()))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setNameFilter(self.tr("PDF files (*.pdf)"))
        dialog.setDefaultSuffix("pdf")
        dialog.selectFile(f"{page.said.number}.pdf")
        dialog.fileSelected.connect(lambda file: self.write(page, Path(file)))
        dialog.open()

    def write(self, page: "PickPage", file: Path) -> None:
        """Write the sheet into a file; the bar then offers to open it."""
        tree = self._now.storage
        if tree is None:
            return
        self._settings.put(kept.FOLDER, str(file.parent))
        who = self.tr("{name} (declared)").format(name=self._doing.operator_name)
        colours = {code: row.colour for code, row in self._now.materials.items()}
        instead = self.tr("instead of {code}")
        letter = QLocale().measurementSystem() is QLocale.MeasurementSystem.ImperialUSSystem
        french = QLocale().language() is QLocale.Language.French
        at = QDateTime.currentDateTime().toOffsetFromUtc(QDateTime.currentDateTime().offsetFromUtc())
        issued = at.toString(Qt.DateFormat.ISODate)

        def job(bank: "Readable") -> int:
            return _write(bank, page, tree, file, (issued, who, instead), colours, french=french, letter=letter)

        def written(pages: int) -> None:
            said = self.tr("The sheet is written, %Ln page(s): {file}", "", pages).format(file=file)
            self._doing.telling.offer(said, self.tr("Open"), lambda: _open(file))

        def refused(problem: Problem) -> None:
            self._doing.telling.say(messages.sentence(problem), warning=True)

        self._dispatcher.aside(job, written, owner=self, refused=refused)


def _write(
    bank: "Readable",
    page: "PickPage",
    tree: "Storage",
    file: Path,
    said: tuple[str, str, str],
    colours: dict[str, str],
    *,
    french: bool,
    letter: bool,
) -> int:
    """On a thread: read what the sheet says, and draw it."""
    from freezerapp.documents.page import Paper
    from freezerapp.documents.paper_words import Tongue
    from freezerapp.documents.parcel_paper import Print
    from freezerapp.documents.pick_sheet import write_pick_sheet
    from freezerapp.storage.rows.pick_sheets import Head, sheet_of

    issued, who, instead = said
    sheet = sheet_of(bank, page, tree, Head(issued, who), instead)
    how = Print(colours, Tongue.FRENCH if french else Tongue.ENGLISH, Paper.LETTER if letter else Paper.A4)
    return write_pick_sheet(file, sheet, how)


def _open(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
