"""Real things whose labels are drawn while one designs: the chosen ones, else those of the bank, one by one."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QObject, Signal

from freezerapp.documents.label_kinds import KINDS
from freezerapp.documents.template import SITE_FIELD, TUBES, For, fields_of
from freezerapp.domain.scan_target import Order
from freezerapp.domain.scanner_card import CARD
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.label_words import fields_for
from freezerapp.ui.labelling import Labelling, What
from freezerapp.wording.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from freezerapp.storage.database import Reader
    from freezerapp.storage.rows.label_samples import OwnField
    from freezerapp.storage.rows.storage import Storage

LANE = "label samples"
TRIED = 1_000
"""Things among which the longest contents are looked for."""
_ORDERS = {
    Order.PUT_BACK: QT_TRANSLATE_NOOP("Order", "Put back"),
    Order.TAKE_OUT: QT_TRANSLATE_NOOP("Order", "Take out"),
    Order.UNDO: QT_TRANSLATE_NOOP("Order", "Undo"),
    Order.NEXT_BOX: QT_TRANSLATE_NOOP("Order", "Next box"),
    Order.CONFIRM: QT_TRANSLATE_NOOP("Order", "Confirm"),
}
_CARD_SAYS = QT_TRANSLATE_NOOP("Order", "Scan this once where a scanner is set up")


class Sample(NamedTuple):
    """A thing with its facts; ``id`` is 0 where the bank has none and the facts are made up."""

    of: For
    id: int
    facts: Mapping[str, str]


class LabelSamples(QObject):
    """``found`` carries a Sample; ``fields_read`` the site's own fields. Both are read on threads."""

    found = Signal(object)
    fields_read = Signal(object)

    def __init__(
        self,
        dispatcher: Dispatcher,
        labelling: Labelling,
        tree: "Storage",
        tubes: tuple[int, ...],
        container: int | None,
    ) -> None:
        super().__init__()
        self._dispatcher, self._labelling, self._tree = dispatcher, labelling, tree
        self._tubes, self._container = tubes, container
        self._of = For.TUBE
        self._id = 0

    def begin(self, of: For) -> None:
        """Show a thing of a kind: what was chosen, else the first."""
        self._of, self._id = of, 0
        self._ask(lambda reader: self._things(reader, 0, 1, forward=True)[:1])

    def read_fields(self) -> None:
        """Ask for the site's own fields."""

        def read(reader: "Reader") -> "tuple[OwnField, ...]":
            from freezerapp.storage.rows.label_samples import own_fields

            return own_fields(reader)

        self._dispatcher.ask(read, self.fields_read.emit, owner=self, lane="own fields")

    def step(self, *, forward: bool) -> None:
        """Show the next one, or the one before; behind the last comes the first."""
        before = self._id

        def read(reader: "Reader") -> tuple[int, ...]:
            found = self._things(reader, before, 1, forward)
            return found or (self._things(reader, 0, 1, forward=True) if forward else ())

        self._ask(read)

    def longest(self, fields: frozenset[str]) -> None:
        """Of the next thousand show the one that has most to say in these fields."""
        before, of, labelling = self._id, self._of, self._labelling

        def read(reader: "Reader") -> tuple[int, ...]:
            ids = self._things(reader, max(0, before - 1), TRIED, forward=True)
            facts = list(labelling.things(_what(of, ids), ids, _fields(of)))
            lengths = [sum(len(each.get(field, "")) for field in fields) for each, _ in facts]
            return (ids[lengths.index(max(lengths))],) if lengths and len(lengths) == len(ids) else ids[:1]

        self._ask(read)

    def _ask(self, choose: "Callable[[Reader], tuple[int, ...]]") -> None:
        of, labelling = self._of, self._labelling

        def read(reader: "Reader") -> Sample | None:
            ids = choose(reader)
            if not ids:
                return None
            if of in (For.COMMANDS, For.SCANNER_CARD):
                return Sample(of, ids[0], _cards(of)[ids[0] - 1])
            found = next(iter(labelling.things(_what(of, ids), ids, _fields(of))), None)
            return Sample(of, ids[0], found[0]) if found is not None else None

        self._dispatcher.ask(read, self._on_read, owner=self, lane=LANE)

    def _on_read(self, sample: Sample | None) -> None:
        if sample is not None:
            self._id = sample.id
        elif not self._id:
            sample = made_up(self._of)
        if sample is not None:
            self.found.emit(sample)

    def _things(self, reader: "Reader", before: int, count: int, forward: bool) -> tuple[int, ...]:
        """Things behind one, or before it; 0 stands before the first."""
        if self._of in (For.COMMANDS, For.SCANNER_CARD):
            return _beside(tuple(range(1, len(_cards(self._of)) + 1)), before, count, forward)
        if self._of not in TUBES:
            ids = tuple(key for key, row in self._tree.containers.items() if row.kind in KINDS.get(self._of, ()))
            if self._container in ids and not before:
                ids = (self._container, *(each for each in ids if each != self._container))
            return _beside(ids, before, count, forward)
        if self._tubes:
            return _beside(self._tubes, before, count, forward)
        from freezerapp.storage.rows.label_samples import tubes_after, tubes_before

        return (tubes_after if forward else tubes_before)(reader, before, count)


def made_up(of: For) -> Sample:
    """Facts for a bank that has nothing of a kind: each field says what it is called."""
    facts = {field: field for field in fields_for(of)}
    return Sample(of, 0, facts | {"barcode": "AB0123456789", "code": "AB-0123", "tail": "6789"})


def _beside(ids: tuple[int, ...], before: int, count: int, forward: bool) -> tuple[int, ...]:
    at = ids.index(before) if before in ids else -1
    if forward:
        return ids[at + 1 : at + 1 + count]
    return tuple(reversed(ids[max(0, at - count) : max(0, at)]))


def _what(of: For, ids: tuple[int, ...]) -> What:
    return What("", of, ids)


def _fields(of: For) -> frozenset[str]:
    """All that can be looked up; whatever a template shows next is there."""
    return fields_of(of) | {SITE_FIELD}


def _cards(of: For) -> tuple[Mapping[str, str], ...]:
    if of is For.SCANNER_CARD:
        return ({"code": CARD, "name": QCoreApplication.translate("Order", _CARD_SAYS)},)
    return tuple(
        {"code": order.value, "name": QCoreApplication.translate("Order", name)} for order, name in _ORDERS.items()
    )
