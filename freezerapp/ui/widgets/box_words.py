"""What a box says while tubes are in the hand, on screen and to a screen reader."""

from collections.abc import Iterable

from PySide6.QtCore import QObject

from freezerapp.domain.box import Mode
from freezerapp.ui.widgets.box_carry import BoxCarry
from freezerapp.ui.widgets.box_picture import Cell

NAMED = 4
"""Positions that are named one by one; of more, so many and a count."""


class BoxWords(QObject):
    """Sentences about one hand. An object, as only ``tr`` gets its plural forms translated."""

    def __init__(self, carry: BoxCarry, parent: QObject) -> None:
        super().__init__(parent)
        self._carry = carry

    @property
    def landing(self) -> str:
        """Where what is in the hand would land, or why it can't; empty if it is aimed at nothing."""
        carried, landing, mode = self._carry.carried, self._carry.landing, self._carry.mode
        if carried is None or landing is None:
            return ""
        if landing.refusal:
            return landing.refusal
        if landing.taken:
            return self.tr("Taken: {positions}").format(positions=self._named(landing.taken))
        beyond, count = len(landing.outside), len(carried.ids)
        if beyond and (mode is Mode.FILL or not carried.cells):
            return self.tr("%Ln tube(s) would find no free position", "", beyond)
        if beyond:
            return self.tr("%Ln tube(s) would be outside the box", "", beyond)
        if landing.unmatched:
            return self.tr("No tube to swap with: {positions}").format(positions=self._named(landing.unmatched))
        if landing.idle:
            return self.tr("%Ln tube(s) in the hand", "", count)
        to = self._named(cell for _, cell in landing.moves)
        if mode is Mode.SWAP:
            return self.tr("%Ln tube(s) change places with {positions}", "", count).format(positions=to)
        if mode is Mode.FILL:
            return self.tr("%Ln tube(s) to the next free: {positions}", "", count).format(positions=to)
        return self.tr("%Ln tube(s) to {positions}", "", count).format(positions=to)

    @property
    def ways(self) -> str:
        """Which keys do what with it now."""
        carried = self._carry.carried
        if carried is None:
            return ""
        if self._carry.by_keys:
            return self.tr("Enter sets down · F changes how · Esc gives up")
        if Mode.SWAP not in carried.modes:
            return self.tr("Ctrl: next free")
        return self.tr("Ctrl: next free · Alt: swap")

    @property
    def aimed(self) -> str:
        """What is said after a step: the position, and what would happen there."""
        target, picture = self._carry.target, self._carry.picture
        if target is None or picture is None or target not in picture.cells:
            return ""
        return self.tr("{position}. {landing}").format(position=picture.cells[target].label, landing=self.landing)

    @property
    def picked_up(self) -> str:
        """What is said when tubes come into the hand by key."""
        count = len(self._carry.carried.ids) if self._carry.carried is not None else 0
        said = self.tr("%Ln tube(s) picked up. Arrow keys aim. {keys}", "", count)
        return said.format(keys=self.ways)

    @property
    def given_up(self) -> str:
        """What is said when they are put where they were."""
        return self.tr("Given up, no tube was moved")

    @property
    def nothing_here(self) -> str:
        """What is said where there is no tube that could be moved."""
        return self.tr("There is no tube here to pick up")

    def _named(self, cells: Iterable[Cell]) -> str:
        """The labels of positions: "D6, D7, D8", or "D6, D7, D8, D9 and 12 more"."""
        picture = self._carry.picture
        labels = [picture.cells[cell].label for cell in cells if cell in picture.cells] if picture is not None else []
        if len(labels) <= NAMED + 1:
            return ", ".join(labels)
        rest = len(labels) - NAMED
        return self.tr("{positions} and %Ln more", "", rest).format(positions=", ".join(labels[:NAMED]))
