"""What the cards for scanners say: each order beside its code, in the language of the screen."""

from collections.abc import Iterable, Iterator, Mapping

from PySide6.QtCore import QCoreApplication

from freezerapp.documents.template import For
from freezerapp.domain.scan_target import Order
from freezerapp.domain.scanner_card import CARD
from freezerapp.wording.marked import QT_TRANSLATE_NOOP

_SAID = {
    Order.PUT_BACK: QT_TRANSLATE_NOOP("Card", "Put back"),
    Order.TAKE_OUT: QT_TRANSLATE_NOOP("Card", "Take out"),
    Order.UNDO: QT_TRANSLATE_NOOP("Card", "Undo"),
    Order.NEXT_BOX: QT_TRANSLATE_NOOP("Card", "Next box"),
    Order.CONFIRM: QT_TRANSLATE_NOOP("Card", "Confirm"),
}
_SCAN_ONCE = QT_TRANSLATE_NOOP("Card", "Scan this once where a scanner is set up")


def card_facts(of: For, ids: Iterable[int]) -> Iterator[Mapping[str, str]]:
    """Code and name of each card; ``ids`` count the orders from 0."""
    if of is For.SCANNER_CARD:
        yield {"code": CARD, "name": QCoreApplication.translate("Card", _SCAN_ONCE)}
        return
    orders = list(Order)
    for number in ids:
        order = orders[number]
        yield {"code": order.value, "name": QCoreApplication.translate("Card", _SAID[order])}
