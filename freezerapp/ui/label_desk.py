"""Labels from the window: what can be labelled where one works, the dialog, and the record of what was printed."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from freezerapp.domain.problems import NothingToDo, Problem
from freezerapp.domain.scan_target import Order
from freezerapp.ui import said_of_work
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.doing import Doing
from freezerapp.ui.hands import Seen
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.settings import Settings

if TYPE_CHECKING:
    from freezerapp.commands.command import Command
    from freezerapp.documents.stock import Stock
    from freezerapp.documents.template import For
    from freezerapp.storage.rows.parcel_labels import ParcelTubes
    from freezerapp.storage.rows.storage import ContainerRow, Storage
    from freezerapp.ui.dialogs.print_labels import PrintLabelsDialog
    from freezerapp.ui.labelling import Library, What
    from freezerapp.ui.printing import Outcome


class LabelDesk(QObject):
    """Opens the dialog; what it printed of tubes is recorded, with Undo."""

    def __init__(
        self, window: QWidget, look: Look, settings: Settings, dispatcher: Dispatcher, now: BankNow, doing: Doing
    ) -> None:
        super().__init__(window)
        self._window, self._look, self._settings = window, look, settings
        self._dispatcher, self._now, self._doing = dispatcher, now, doing

    def bring_in(self) -> None:
        """Load what draws labels while nothing else is done, so that the first page need not wait for it."""
        self._dispatcher.ask(lambda _reader: _bring_in(), lambda _nothing: None, owner=self, lane="labels", slow=True)

    def print(self, tubes: tuple[Seen, ...], container: int | None) -> None:
        """Ask how the labels of these tubes, or of a container and what is in it, are to be printed."""
        tree = self._now.storage
        if tree is not None:
            self._with_library(lambda known: self._open(known, tree, tubes, container))

    def print_listed(self, name: str, ids: tuple[int, ...]) -> None:
        """Ask how the labels of all tubes of a list are to be printed."""
        tree = self._now.storage
        if tree is not None and ids:
            self._with_library(lambda known: self._open_print(known, tree, [self._listed(name, ids)]))

    def _listed(self, name: str, ids: tuple[int, ...]) -> "What":
        from freezerapp.documents.template import For
        from freezerapp.ui.labelling import What

        said = self.tr("{tubes} of “{list}”").format(tubes=said_of_work.tubes(len(ids)), list=name)
        return What(said, For.TUBE, ids, name="")

    def design(self, tubes: tuple[Seen, ...], container: int | None, stock: str = "") -> None:
        """Design a label, with the data of these tubes or of the first ones; a new one for ``stock``."""
        tree = self._now.storage
        if tree is not None:
            self._with_library(lambda known: self._open_designer(known, tree, tubes, container, stock))

    def give_new_code(self, tubes: tuple[Seen, ...]) -> None:
        """Ask for a new code of the tube that is chosen, or of each; then its label can be printed."""
        from freezerapp.commands.replace_code import ReplaceCode, ReplaceCodes
        from freezerapp.ui.dialogs.new_code import NewCodeDialog
        from freezerapp.ui.said_of_labels import LabelWords

        if not tubes:
            self._doing.refuse(NothingToDo("replace code"))
            return
        old = tubes[0].barcode
        dialog = NewCodeDialog(old, len(tubes), self._window)

        def given() -> None:
            if len(tubes) > 1:
                many = ReplaceCodes(tuple(tube.id for tube in tubes), dialog.reason)
                self._doing.perform(many, LabelWords().new_codes(len(tubes)))
                return
            command = ReplaceCode(tubes[0].id, dialog.code, dialog.reason)
            self._doing.perform(command, lambda done: self._said_of_code(old, str(done.result)))

        dialog.accepted.connect(given)
        dialog.open()

    def _give_new_codes(self, dialog: "PrintLabelsDialog", tubes: tuple[int, ...], why: str) -> None:
        """New codes for tubes whose labels wait in the dialog."""
        from freezerapp.commands.replace_code import ReplaceCodes
        from freezerapp.ui.said_of_labels import LabelWords

        self._give_first(dialog, ReplaceCodes(tubes, why), LabelWords().new_codes(len(tubes)))

    def _give_codes(self, dialog: "PrintLabelsDialog", codes: Mapping[int, str]) -> None:
        """The first codes of containers whose labels wait in the dialog."""
        from freezerapp.commands.give_codes import GiveContainerCodes
        from freezerapp.ui.said_of_labels import LabelWords

        command = GiveContainerCodes(tuple(codes.items()))
        self._give_first(dialog, command, LabelWords().codes_given(len(codes)))

    def _give_first(self, dialog: "PrintLabelsDialog", command: "Command", said: str) -> None:
        """Do what has to be before the labels that wait; they are printed then, or it is said there why not."""

        def stayed(problem: Problem) -> bool:
            if isValid(dialog):
                dialog.stay(problem)
            return isValid(dialog)

        self._doing.perform(command, said, lambda _done: dialog.go_on() if isValid(dialog) else None, stayed)

    def _said_of_code(self, old: str, new: str) -> str:
        said = self.tr("{old} carries {new} now. Print its label with Ctrl+P; the old code still finds it.")
        return said.format(old=old, new=new)

    def print_cards(self) -> None:
        """Print the card of commands and the test card of scanners."""
        tree = self._now.storage
        if tree is not None:
            self._with_library(lambda known: self._open_print(known, tree, self._cards()))

    def _cards(self) -> "list[What]":
        from freezerapp.documents.template import For
        from freezerapp.ui.labelling import What

        return [
            What(self.tr("Card of scanner commands"), For.COMMANDS, tuple(range(len(Order))), name="commands"),
            What(self.tr("Test card of scanners"), For.SCANNER_CARD, (0,), name="scanner"),
        ]

    def print_parcel(self, shipment: int) -> None:
        """Print the labels of a shipment: one for each package, and those of its tubes in the order of its list."""
        from freezerapp.ui.parcel_questions import labels_of

        self._dispatcher.ask(
            lambda reader: labels_of(reader, shipment), lambda found: self._open_parcel(shipment, found), owner=self
        )

    def _open_parcel(self, shipment: int, found: "ParcelTubes") -> None:
        from freezerapp.documents.template import For
        from freezerapp.domain.parcel import Profile
        from freezerapp.ui.labelling import What

        tree = self._now.storage
        if tree is None:
            return
        number, tubes = found.number, said_of_work.tubes(len(found.ids))
        packages = self.tr("%Ln package(s) of {number}", "", found.packages).format(number=number)
        whats = [What(packages, For.SHIPMENT, tuple(range(found.packages)), name=number, parcel=shipment)]
        if found.ids and found.profile is Profile.FULL:
            said = self.tr("All {what} of {box}").format(what=tubes, box=number)
            whats.append(What(said, For.TUBE, found.ids, name=number))
        elif found.ids:
            said = self.tr("Over-labels for {what} of {number}").format(what=tubes, number=number)
            whats.append(What(said, For.TUBE, found.ids, name=f"{number}-tubes", parcel=shipment))
        self._with_library(lambda known: self._open_print(known, tree, whats))

    def enter_stock(self) -> None:
        """Enter label stock of one's own."""
        self._with_library(self._open_stock)

    def _with_library(self, then: "Callable[[Library], None]") -> None:
        """Read the files of stock and templates on a thread."""

        def read() -> "Library":
            from freezerapp.ui.labelling import library

            return library()

        self._dispatcher.ask(lambda _reader: read(), then, owner=self, lane="library")

    def _open_designer(
        self, known: "Library", tree: "Storage", tubes: tuple[Seen, ...], container: int | None, stock: str
    ) -> None:
        from freezerapp.documents.template import For
        from freezerapp.ui import label_settings as kept
        from freezerapp.ui.dialogs.designer import Begin, DesignerDialog
        from freezerapp.ui.dialogs.print_form import USUAL
        from freezerapp.ui.label_samples import LabelSamples
        from freezerapp.ui.labelling import Labelling

        bank = self._dispatcher.bank
        if bank is None:
            return
        ids = tuple(each.id for each in tubes)
        samples = LabelSamples(self._dispatcher, Labelling(bank, tree), tree, ids, container)
        last = self._settings.get(kept.template_for(For.TUBE)) or USUAL[For.TUBE]
        begin = Begin(stock=stock) if stock else Begin(last)
        dialog = DesignerDialog(self._look, self._settings, known, samples, begin, self._window)
        self._dispatcher.closed.connect(dialog.deleteLater)
        dialog.open()

    def _open_stock(self, known: "Library") -> None:
        from freezerapp.ui.dialogs.own_stock import OwnStockDialog

        dialog = OwnStockDialog(self._look, known, parent=self._window)
        dialog.saved.connect(self._on_stock)
        dialog.open()

    def _on_stock(self, stock: "Stock") -> None:
        said = self.tr("The stock {stock} is saved, and offered with every template that fits on it.")
        self._doing.telling.offer(
            said.format(stock=stock.title), self.tr("Design a label for it"), lambda: self.design((), None, stock.name)
        )

    def _open(self, known: "Library", tree: "Storage", tubes: tuple[Seen, ...], container: int | None) -> None:
        self._open_print(known, tree, self._whats(tree, tubes, container))

    def _open_print(self, known: "Library", tree: "Storage", whats: "list[What]") -> None:
        from freezerapp.ui import label_settings as kept
        from freezerapp.ui.dialogs.label_making import LabelMaking
        from freezerapp.ui.dialogs.print_labels import PrintLabelsDialog
        from freezerapp.ui.labelling import Labelling

        bank = self._dispatcher.bank
        if bank is None or not whats:
            self._doing.refuse(NothingToDo("print labels"))
            return
        labelling = Labelling(bank, tree)
        # While the dialog is made, it is looked up already which labels come out, in what order.
        order = self._settings.get(kept.ORDER)
        self._dispatcher.ask(
            lambda _reader: labelling.chosen(whats[0], order, False), lambda _chosen: None, owner=self, lane="chosen"
        )
        dialog = PrintLabelsDialog(self._look, self._settings, self._dispatcher, labelling, whats, known, self._window)
        dialog.printed.connect(self._on_printed)
        dialog.codes_wanted.connect(lambda tubes, why: self._give_new_codes(dialog, tubes, why))
        dialog.codes_missing.connect(lambda codes: self._give_codes(dialog, codes))
        LabelMaking(self._look, self._settings, self._dispatcher, labelling, tree, known, dialog)
        dialog.open()

    def _whats(self, tree: "Storage", tubes: tuple[Seen, ...], container: int | None) -> "list[What]":
        """What can be labelled, what is meant first."""
        from freezerapp.documents.label_kinds import label_of
        from freezerapp.documents.template import For
        from freezerapp.ui.labelling import What

        found: list[What] = []
        if tubes:
            ids = tuple(each.id for each in tubes)
            said = tubes[0].barcode if len(tubes) == 1 else said_of_work.tubes(len(tubes))
            found.append(What(self.tr("{what}, chosen").format(what=said), For.TUBE, ids, name=tubes[0].barcode))
        row = tree.containers.get(container) if container is not None else None
        if row is None:
            return found
        name = row.code or row.name
        of = label_of(row.kind)
        if of is not None:
            found.append(What(self.tr("{container} itself").format(container=name), of, (row.id,), name=name))
        if row.holds == "specimens" and row.tubes:
            said = self.tr("All {what} of {box}").format(what=said_of_work.tubes(row.tubes), box=name)
            found.append(What(said, For.TUBE, (), row.id, name))
        for kind, within in _inside(tree, row).items():
            said = self._inside_said(kind, len(within)).format(container=name)
            found.append(What(said, kind, tuple(within), name=name))
        return found

    def _inside_said(self, of: "For", count: int) -> str:
        """What stands in a container, by the kind of its label."""
        match of.value:
            case "box":
                return self.tr("%Ln box(es) in {container}", "", count)
            case "rack":
                return self.tr("%Ln rack(s) in {container}", "", count)
            case "cane":
                return self.tr("%Ln cane(s) in {container}", "", count)
            case "freezer":
                return self.tr("%Ln freezer(s) or dewar(s) in {container}", "", count)
            case _:
                return self.tr("%Ln shelf, level or drawer in {container}", "", count)

    def _on_printed(self, outcome: "Outcome", reason: str | None) -> None:
        from freezerapp.commands.print_labels import PrintLabels
        from freezerapp.ui.said_of_labels import LabelWords

        ids = outcome.ids[: outcome.sent]
        if not outcome.asked.what.is_tubes:
            self._doing.telling.say(LabelWords().done(outcome, outcome.asked.what.said))
            return
        if outcome.asked.what.parcel is not None:
            reason = self.tr("Over-label for a parcel")
        said = LabelWords().done(outcome, said_of_work.tubes(len(ids)))
        self._doing.perform(PrintLabels(ids, outcome.asked.copies, reason or None), said)


def _bring_in() -> None:
    """Load all that the first page needs, and draw a label that nobody sees."""
    import io

    import freezerapp.storage.rows.labels
    import freezerapp.storage.rows.labels_printed
    import freezerapp.ui.dialogs.label_making
    import freezerapp.ui.dialogs.print_labels  # noqa: F401
    from freezerapp.documents.batch import Batch
    from freezerapp.documents.label_font import label_font
    from freezerapp.documents.preview import page_picture
    from freezerapp.documents.stock import shipped_stock
    from freezerapp.documents.template import For, Weight
    from freezerapp.documents.template_file import shipped_templates
    from freezerapp.ui.dialogs.print_form import USUAL

    for weight in Weight:
        label_font(weight)
    template = shipped_templates()[USUAL[For.TUBE]]
    batch, pdf = Batch(template, shipped_stock()[template.stock], 300), io.BytesIO()
    batch.write_pdf(pdf, batch.labels([({"barcode": "0"}, None)]))
    page_picture(pdf.getvalue(), 0, 72)


def _inside(tree: "Storage", row: "ContainerRow") -> "dict[For, list[int]]":
    """The containers in another one, as one walks, by the kind of their labels: boxes first."""
    from freezerapp.documents.label_kinds import KINDS

    found: dict[For, list[int]] = {of: [] for of in KINDS}
    if row.holds != "specimens":
        of_kind = {kind.value: of for of, kinds in KINDS.items() for kind in kinds}
        for key, each in tree.containers.items():
            if each.kind in of_kind and key != row.id and row.id in tree.path(key):
                found[of_kind[each.kind]].append(key)
    return {of: ids for of, ids in found.items() if ids}
