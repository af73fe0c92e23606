"""What a gesture from a menu or a key is about: the tubes chosen where one is working, or the one in the inspector."""

from collections.abc import Callable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from freezerapp.domain.specimen import Spot
from freezerapp.ui.box_work import BoxWork
from freezerapp.ui.hands import Seen
from freezerapp.ui.panes.bench_strip import BenchStrip
from freezerapp.ui.widgets.box_view import BoxView

if TYPE_CHECKING:
    from freezerapp.storage.rows.tube import TubeCard


class Tubes(NamedTuple):
    """The chosen tubes: those that stand in a box, and those that are out, missing or elsewhere."""

    standing: tuple[Seen, ...] = ()
    out: tuple[Seen, ...] = ()
    on_bench: bool = False
    """Those that are out are on the bench and have a place kept for them."""

    @property
    def all(self) -> tuple[Seen, ...]:
        """Both."""
        return (*self.standing, *self.out)


class Chosen(QObject):
    """Knows in which box one works, and what is chosen. ``changed``: other tubes, or another box."""

    changed = Signal()

    def __init__(
        self,
        views: tuple[tuple[BoxView, BoxWork], ...],
        strip: BenchStrip,
        card: "Callable[[], TubeCard | None]",
        in_box: Callable[[], bool],
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._views = views
        self._strip = strip
        self._card = card
        self._in_box = in_box
        self._active = 0
        self._strip_last = False
        for number, (view, _) in enumerate(views):
            view.selection_changed.connect(lambda _cells, number=number: self._on_view(number))
            view.cursor_moved.connect(lambda _row, _column, number=number: self._on_view(number))
        strip.things.went_to.connect(lambda _number: self._on_strip())

    @property
    def view(self) -> BoxView:
        """The box view in which one works."""
        return self._views[self._active_now()][0]

    @property
    def work(self) -> BoxWork:
        """What stands behind it."""
        return self._views[self._active_now()][1]

    @property
    def in_box(self) -> bool:
        """Whether the centre shows a box."""
        return self._in_box()

    @property
    def tubes(self) -> Tubes:
        """What is chosen."""
        if self._strip_last and self._strip.things.chosen:
            chosen = self._strip.chosen_tubes
            return Tubes((), chosen, any(each.at is not None for each in chosen))
        if self._in_box():
            work = self.work
            standing, out = work.chosen, work.chosen_out
            if standing or out:
                return Tubes(standing, out, work.is_on_bench(out))
        return self._inspected()

    def _inspected(self) -> Tubes:
        card = self._card()
        if card is None or card.kind != "tube":
            return Tubes()
        if card.container_id is not None and card.row is not None and card.column is not None:
            at = Spot(card.container_id, card.row, card.column)
            if card.status == "stored":
                return Tubes((Seen(card.id, card.barcode or "", at, bool(card.holds)),))
        kept = card.home_container_id is not None
        tube = Seen(card.id, card.barcode or "", None, bool(card.holds), card.status == "missing")
        return Tubes((), (tube,), kept and card.status == "on the bench")

    def _active_now(self) -> int:
        return self._active if self._views[self._active][0].isVisible() else 0

    def _on_view(self, number: int) -> None:
        if self._views[number][0].selection or self._views[number][0].hasFocus():
            self._active, self._strip_last = number, False
        self.changed.emit()

    def _on_strip(self) -> None:
        self._strip_last = True
        self.changed.emit()
