"""What a box says while tubes are in the hand, on screen and to a screen reader."""

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication

from freezerapp.domain.box import Mode
from freezerapp.ui.widgets.box_carry import BoxCarry
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell

translate = QCoreApplication.translate
NAMED = 4
"""Positions that are named one by one; of more, so many and a count."""


def landing_words(carry: BoxCarry) -> str:
    """Where what is in the hand would land, or why it can't; empty if it is aimed at nothing."""
    carried, landing, picture = carry.carried, carry.landing, carry.picture
    if carried is None or landing is None or picture is None:
        return ""
    if landing.refusal:
        return landing.refusal
    count = len(carried.ids)
    if landing.taken:
        return translate("BoxView", "Taken: {positions}").format(positions=named(picture, landing.taken))
    if landing.outside and carry.mode is Mode.FILL:
        return translate("BoxView", "%Ln tube(s) would find no free position", "", len(landing.outside))
    if landing.outside:
        return translate("BoxView", "%Ln tube(s) would be outside the box", "", len(landing.outside))
    if landing.unmatched:
        said = translate("BoxView", "No tube to swap with: {positions}")
        return said.format(positions=named(picture, landing.unmatched))
    if landing.idle:
        return translate("BoxView", "%Ln tube(s) in the hand", "", count)
    to = named(picture, [cell for _, cell in landing.moves])
    if carry.mode is Mode.SWAP:
        return translate("BoxView", "%Ln tube(s) change places with {positions}", "", count).format(positions=to)
    if carry.mode is Mode.FILL:
        return translate("BoxView", "%Ln tube(s) to the next free: {positions}", "", count).format(positions=to)
    return translate("BoxView", "%Ln tube(s) to {positions}", "", count).format(positions=to)


def ways_words(carry: BoxCarry) -> str:
    """Which keys do what with it now."""
    carried = carry.carried
    if carried is None:
        return ""
    if carry.by_keys:
        return translate("BoxView", "Enter sets down · F changes how · Esc gives up")
    if Mode.SWAP not in carried.modes:
        return translate("BoxView", "Ctrl: next free")
    return translate("BoxView", "Ctrl: next free · Alt: swap")


def aimed_words(carry: BoxCarry) -> str:
    """What a screen reader says after a step: the position, and what would happen there."""
    if carry.target is None or carry.picture is None or carry.target not in carry.picture.cells:
        return ""
    label = carry.picture.cells[carry.target].label
    return translate("BoxView", "{position}. {landing}").format(position=label, landing=landing_words(carry))


def picked_up_words(carry: BoxCarry) -> str:
    """What a screen reader says when tubes come into the hand by key."""
    count = len(carry.carried.ids) if carry.carried is not None else 0
    said = translate("BoxView", "%Ln tube(s) picked up. Arrow keys aim, {keys}", "", count)
    return said.format(keys=ways_words(carry))


def given_up_words() -> str:
    """What it says when they are put where they were."""
    return translate("BoxView", "Given up, no tube was moved")


def nothing_to_pick_up_words() -> str:
    """What it says where there is no tube that could be moved."""
    return translate("BoxView", "There is no tube here to pick up")


def named(picture: BoxPicture, cells: Iterable[Cell]) -> str:
    """The labels of positions: "D6, D7, D8", or "D6, D7, D8, D9 and 12 more"."""
    labels = [picture.cells[cell].label for cell in cells if cell in picture.cells]
    if len(labels) <= NAMED + 1:
        return ", ".join(labels)
    said = translate("BoxView", "{positions} and %Ln more", "", len(labels) - NAMED)
    return said.format(positions=", ".join(labels[:NAMED]))
