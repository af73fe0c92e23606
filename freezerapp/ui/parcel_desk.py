"""Papers and files of parcels from the window: manifests, the address book, what comes from elsewhere, checks."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QWidget

from freezerapp.domain.party import Party
from freezerapp.domain.problems import Problem
from freezerapp.ui import messages
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.doing import Doing
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.papers_shown import Shown, shown
from freezerapp.ui.settings import FOLDER, Settings

if TYPE_CHECKING:
    from freezerapp.commands.command import Done
    from freezerapp.domain.receipt import Receipt
    from freezerapp.storage.database import Reader
    from freezerapp.ui.parcel_files import Announced


class ParcelDesk(QObject):
    """Opens the dialogs of papers and files; what they record goes through the one door for changes."""

    def __init__(
        self, window: QWidget, look: Look, settings: Settings, dispatcher: Dispatcher, now: BankNow, doing: Doing
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._settings = window, look, settings
        self._dispatcher, self._now, self._doing = dispatcher, now, doing

    def papers(self, shipment: int) -> None:
        """Show the manifest and the other papers of a shipment."""
        self._dispatcher.ask(lambda reader: shown(reader, shipment), self._open_papers, owner=self, lane="papers")

    def _open_papers(self, found: Shown) -> None:
        from freezerapp.ui.dialogs.parcel_papers import ParcelPapersDialog

        dialog = ParcelPapersDialog(self._look, self._settings, self._dispatcher, found, self._window)
        dialog.issue_wanted.connect(lambda: self._issue(found.shipment, dialog.go_on))
        dialog.key_wanted.connect(lambda: self._export_key(found))
        self._dispatcher.closed.connect(dialog.deleteLater)
        dialog.open()

    def _issue(self, shipment: int, then: object) -> None:
        from freezerapp.commands.issue_manifest import IssueManifest

        def issued(done: "Done") -> None:
            self._dispatcher.ask(lambda reader: shown(reader, shipment), then, owner=self)  # type: ignore[arg-type]

        def said(done: "Done") -> str:
            manifest = done.result
            version = getattr(manifest, "version", 0)
            return self.tr("Version {version} of the manifest is issued.").format(version=version)

        self._doing.perform(IssueManifest(shipment), said, issued)

    def _export_key(self, found: Shown) -> None:
        from freezerapp.commands.issue_manifest import ExportBlindKey
        from freezerapp.ui.dialogs.reason import ReasonDialog

        about = self.tr("The key tells which tube each blind code is. That it was taken out is recorded for good.")
        dialog = ReasonDialog(ExportBlindKey.kind, about, self._window)

        def chosen(file: str) -> None:
            def written(done: "Done") -> None:
                lines = ["blind code,barcode", *(f"{blind},{barcode}" for blind, barcode in _pairs(done.result))]
                try:
                    Path(file).write_text("\r\n".join(lines) + "\r\n", encoding="utf-8", newline="")
                except OSError as error:
                    text = self.tr("The key can't be written: {why}.").format(why=error.strerror or str(error))
                    self._doing.telling.say(text, warning=True)

            command = ExportBlindKey(found.shipment, dialog_reason[0])
            self._doing.perform(command, self.tr("The key is in {file}.").format(file=Path(file).name), written)

        dialog_reason: list[str] = []

        def accepted() -> None:
            dialog_reason.append(dialog.reason)
            self._choose_file(f"{found.manifest.number}-key.csv", self.tr("CSV files (*.csv)"), chosen)

        dialog.accepted.connect(accepted)
        dialog.open()

    def address_book(self) -> None:
        """Show and change the address book."""
        self._dispatcher.ask(_parties, self._open_book, owner=self, lane="parties")

    def _open_book(self, parties: tuple[Party, ...]) -> None:
        from freezerapp.commands.parties import SaveParty
        from freezerapp.ui.dialogs.address_book import AddressBookDialog

        dialog = AddressBookDialog(parties, self._window)

        def anew(_done: object = None) -> None:
            self._dispatcher.ask(_parties, dialog.show_parties, owner=dialog, lane="parties")

        def save(party: Party) -> None:
            said = self.tr("{name} is in the address book.").format(name=party.organisation)
            self._doing.perform(SaveParty(party), said, anew)

        dialog.saved.connect(save)
        self._dispatcher.closed.connect(dialog.deleteLater)
        dialog.open()

    def announce(self) -> None:
        """A parcel from elsewhere, or the receipt of one of ours, comes as a file."""
        kinds = self.tr("Manifests and receipts (*.json)")
        self._choose_file("", kinds, lambda file: self.read(Path(file)), save=False)

    def read(self, path: Path) -> None:
        """Read such a file, and ask what is to become of it."""
        from freezerapp.ui.parcel_files import read_parcel_file

        self._dispatcher.aside(
            lambda bank: read_parcel_file(path, bank), self._on_file, owner=self, refused=self._refuse
        )

    def _on_file(self, found: "Announced | Receipt") -> None:
        from freezerapp.ui.parcel_files import Announced

        if isinstance(found, Announced):
            self._announce(found)
        else:
            self._take_receipt(found)

    def _announce(self, found: "Announced") -> None:
        from freezerapp.commands.ship_arrive import ExpectParcel
        from freezerapp.ui.dialogs.announce_parcel import AnnounceDialog

        manifest = found.manifest
        dialog = AnnounceDialog(self._look, found, self._now.materials, self._window)

        def accepted() -> None:
            said = self.tr("{number} is announced: scan its tubes when it is here.").format(number=manifest.number)
            self._doing.perform(ExpectParcel(manifest, dialog.materials, dialog.reason), said)

        dialog.accepted.connect(accepted)
        dialog.open()

    def _take_receipt(self, receipt: "Receipt") -> None:
        from freezerapp.commands.ship_receipt import TakeReceipt
        from freezerapp.storage.rows.manifests import shipment_by

        def known(shipment: int | None) -> None:
            if shipment is None:
                text = self.tr("The receipt is of {number}, which this bank does not know.")
                self._doing.telling.say(text.format(number=receipt.number), warning=True)
                return
            said = self.tr("The receipt of {number} is taken in.").format(number=receipt.number)
            self._doing.perform(TakeReceipt(shipment, receipt), said)

        self._dispatcher.ask(lambda reader: shipment_by(reader, receipt.number), known, owner=self)

    def save_receipt(self, shipment: int, number: str) -> None:
        """Save the receipt of a parcel from elsewhere, to be returned to its sender."""
        from freezerapp.exchange.receipts import write_receipt
        from freezerapp.exchange.signing import own_key
        from freezerapp.storage.rows.receipts import receipt_of
        from freezerapp.ui.site_questions import own_keys

        def write(found: "tuple[Receipt, tuple[str, ...]]") -> None:
            receipt, keys = found

            def chosen(file: str) -> None:
                try:
                    write_receipt(Path(file), receipt, own_key(keys))
                except Problem as problem:
                    self._refuse(problem)
                else:
                    self._doing.telling.say(self.tr("The receipt is {file}.").format(file=Path(file).name))

            self._choose_file(f"{number}-receipt.json", self.tr("Receipts (*.json)"), chosen)

        self._dispatcher.ask(
            lambda reader: (receipt_of(reader, shipment), own_keys(reader)), write, owner=self, refused=self._refuse
        )

    def _refuse(self, problem: Problem) -> None:
        self._doing.telling.say(messages.sentence(problem), warning=True)

    def _choose_file(self, name: str, kinds: str, then: object, *, save: bool = True) -> None:
        folder = self._settings.get(FOLDER) or str(Path.home())
        dialog = QFileDialog(self._window, self.tr("Save") if save else self.tr("Choose a file"), folder, kinds)
        mode = QFileDialog.AcceptMode
        dialog.setAcceptMode(mode.AcceptSave if save else mode.AcceptOpen)
        if name:
            dialog.selectFile(name)
            dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.fileSelected.connect(then)
        dialog.open()


def _parties(reader: "Reader") -> tuple[Party, ...]:
    from freezerapp.storage.rows.shipments import parties

    return parties(reader)


def _pairs(found: object) -> list[tuple[str, str]]:
    return [(str(blind), str(barcode)) for blind, barcode in found] if isinstance(found, list) else []
