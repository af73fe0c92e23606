"""Boxes side by side: tubes picked up by key in one are carried on in the next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QObject, Qt

from freezerapp.ui.widgets.box_carried import Carried
from freezerapp.ui.widgets.box_view import BoxView


class BoxPair(QObject):
    """Joins box views, so that Tab carries on in the next one that is shown, and only one hand is full."""

    def __init__(self, views: Sequence[BoxView], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._views = tuple(views)
        for view in self._views:
            view.carry_left.connect(partial(self._on_left, view))
            view.picked_up.connect(partial(self._on_taken, view))
            view.drag_started.connect(partial(self._on_taken, view))
            view.carry_ended.connect(partial(self._on_ended, view))

    def _on_left(self, view: BoxView, carried: Carried, forwards: bool) -> None:
        """Tab, or Shift+Tab: the next view, round and round; with no other one it stays where it is."""
        shown = [each for each in self._views if each is view or (each.isVisible() and each.picture is not None)]
        next_one = shown[(shown.index(view) + (1 if forwards else -1)) % len(shown)]
        if next_one is view:
            return
        mode = view.mode
        view.leave_carry()
        next_one.carry(carried, mode=mode)
        next_one.setFocus(Qt.FocusReason.TabFocusReason)

    def _on_taken(self, view: BoxView, carried: Carried) -> None:
        """Who picks up something puts down what is in the other hand."""
        self._on_ended(view)

    def _on_ended(self, view: BoxView) -> None:
        for other in self._views:
            if other is not view:
                other.end_carry()
