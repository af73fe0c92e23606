"""Own stock and templates made while labels are printed: the dialogs for them; what was made is chosen at once."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from freezerapp.documents.stock import Stock
from freezerapp.documents.template import Template
from freezerapp.ui.dialogs.print_labels import PrintLabelsDialog
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.labelling import Labelling, Library, library
from freezerapp.ui.look import Look
from freezerapp.ui.settings import Settings

if TYPE_CHECKING:
    from freezerapp.storage.rows.storage import Storage


class LabelMaking(QObject):
    """Stands beside one dialog that prints."""

    def __init__(
        self,
        look: Look,
        settings: Settings,
        dispatcher: Dispatcher,
        labelling: Labelling,
        tree: "Storage",
        known: Library,
        dialog: PrintLabelsDialog,
    ) -> None:
        super().__init__(dialog)
        self._look, self._settings, self._dispatcher = look, settings, dispatcher
        self._labelling, self._tree, self._known = labelling, tree, known
        self._dialog = dialog
        dialog.form.stock_wanted.connect(self.enter_stock)
        dialog.form.design_wanted.connect(self.design)

    def enter_stock(self) -> None:
        """Enter stock, beginning with what is chosen."""
        from freezerapp.ui.dialogs.own_stock import OwnStockDialog

        asked = self._dialog.form.asked()
        start = asked.stock.name if asked is not None else ""
        dialog = OwnStockDialog(self._look, self._known, start, self._dialog)
        dialog.saved.connect(self._on_stock)
        dialog.open()

    def design(self) -> None:
        """Design a label, beginning with what is chosen, with the data of what is printed."""
        from freezerapp.ui.dialogs.designer import Begin, DesignerDialog
        from freezerapp.ui.label_samples import LabelSamples

        asked = self._dialog.form.asked()
        begin = Begin()
        tubes: tuple[int, ...] = ()
        container: int | None = None
        if asked is not None:
            begin = Begin(asked.template.name, asked.stock.name, asked.dpi)
            if self._dialog.page is not None and asked.what.is_tubes:
                tubes = self._dialog.page.chosen.ids
            elif not asked.what.is_tubes:
                container = next(iter(asked.what.ids), None)
        samples = LabelSamples(self._dispatcher, self._labelling, self._tree, tubes, container)
        dialog = DesignerDialog(self._look, self._settings, self._known, samples, begin, self._dialog)
        dialog.saved.connect(self._on_template)
        dialog.open()

    def _on_stock(self, stock: Stock) -> None:
        self._renew("", stock.name)

    def _on_template(self, template: Template) -> None:
        self._renew(template.name, template.stock)

    def _renew(self, template: str, stock: str) -> None:
        """Read all files again, and choose what was made."""
        self._known = library()
        self._dialog.form.renew(self._known, template, stock)
