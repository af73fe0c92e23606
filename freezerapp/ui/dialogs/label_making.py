"""Own stock and templates, made while labels are printed: the dialogs for them, and what there is afterwards."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from freezerapp.documents.stock import Stock
from freezerapp.ui.dialogs.print_form import PrintForm
from freezerapp.ui.labelling import Library, library
from freezerapp.ui.look import Look


class LabelMaking(QObject):
    """``made`` carries the library as it is then; the form has it already."""

    made = Signal(object)

    def __init__(self, look: Look, known: Library, form: PrintForm, parent: QWidget) -> None:
        super().__init__(parent)
        self._look, self._known, self._form, self._over = look, known, form, parent
        form.stock_wanted.connect(self.enter_stock)

    def enter_stock(self) -> None:
        """Enter stock, beginning with what is chosen."""
        from freezerapp.ui.dialogs.own_stock import OwnStockDialog

        asked = self._form.asked()
        dialog = OwnStockDialog(self._look, self._known, asked.stock.name if asked is not None else "", self._over)
        dialog.saved.connect(self._on_stock)
        dialog.open()

    def _on_stock(self, stock: Stock) -> None:
        self._renew("", stock.name)

    def _renew(self, template: str, stock: str) -> None:
        """Read all files again, and choose what was made."""
        self._known = library()
        self.made.emit(self._known)
        self._form.renew(self._known, template, stock)
