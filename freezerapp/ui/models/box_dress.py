"""How the tubes of a box are dressed: the two texts on each, the colour by one fact, and the legend for it."""

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from freezerapp.domain.cap import short_participants
from freezerapp.domain.colouring import Amounts, ColourBy, Colouring, Meaning, Named, Rest, Thaws, colouring
from freezerapp.ui import words
from freezerapp.ui.widgets.box_legend import LegendEntry
from freezerapp.wording.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from freezerapp.storage.rows.box import TubeRow
    from freezerapp.storage.rows.words import MaterialRow

translate = QCoreApplication.translate
COLOURS: Mapping[str, str] = {
    "material": QT_TRANSLATE_NOOP("Dress", "Material"),
    "visit": QT_TRANSLATE_NOOP("Dress", "Visit"),
    "participant": QT_TRANSLATE_NOOP("Dress", "Participant"),
    "volume": QT_TRANSLATE_NOOP("Dress", "Amount"),
    "thaws": QT_TRANSLATE_NOOP("Dress", "Thaws"),
}
"""What tubes can be coloured by, as the menu says it."""
TEXTS: Mapping[str, str] = {
    "code": QT_TRANSLATE_NOOP("Dress", "End of the code"),
    "visit": QT_TRANSLATE_NOOP("Dress", "Visit"),
    "participant": QT_TRANSLATE_NOOP("Dress", "Participant"),
    "material": QT_TRANSLATE_NOOP("Dress", "Material"),
    "volume": QT_TRANSLATE_NOOP("Dress", "Amount"),
    "thaws": QT_TRANSLATE_NOOP("Dress", "Thaws"),
    "position": QT_TRANSLATE_NOOP("Dress", "Position"),
    "none": QT_TRANSLATE_NOOP("Dress", "Nothing"),
}
"""What can be written on a tube, as the menu says it."""


class Dress(NamedTuple):
    """What is written on tubes (keys of ``TEXTS``), their colour keys and short participants, and who is new here.

    ``placed`` are tubes (ids) that came to their positions a moment ago.
    """

    first: str = "code"
    second: str = "visit"
    colours: Mapping[int, str] = MappingProxyType({})
    participants: Mapping[str, str] = MappingProxyType({})
    placed: frozenset[int] = frozenset()


def coloured(
    by: str, tubes: "Iterable[TubeRow]", materials: "Mapping[str, MaterialRow]"
) -> tuple[Mapping[int, str], tuple[LegendEntry, ...]]:
    """The colour key of each tube by id, and the legend."""
    limits = {code: row.thaw_limit for code, row in materials.items()}
    found = colouring(ColourBy(by), tubes, limits)
    return found.keys, _legend(found)


def shortened(tubes: "Iterable[TubeRow]", sites: Iterable[str]) -> Mapping[str, str]:
    """Each participant of these tubes as it fits on a cap, always with its site."""
    return short_participants({tube.participant for tube in tubes if tube.participant}, sites)


def text_of(key: str, tube: "TubeRow", label: str, tail: str, participants: Mapping[str, str]) -> str:
    """One line on a tube."""
    match key:
        case "code":
            return tail
        case "visit":
            return tube.visit or ""
        case "participant":
            return participants.get(tube.participant or "", tube.participant or "")
        case "material":
            return tube.material
        case "volume":
            return words.amount(tube.amount, tube.unit)
        case "thaws":
            return words.number(tube.thaws)
        case "position":
            return label
    return ""


def _legend(found: Colouring) -> tuple[LegendEntry, ...]:
    return tuple(LegendEntry(entry.key, _meaning(found.by, entry.meaning), entry.tubes) for entry in found.legend)


def _meaning(by: ColourBy, meaning: Meaning) -> str:
    match meaning:
        case Named(code):
            return words.sentence_case(words.word("Material", code)) if by is ColourBy.MATERIAL else code
        case Amounts(low, high, unit):
            return _amounts(low, high, unit)
        case Thaws():
            return {
                Thaws.NEVER: translate("Dress", "Never thawed"),
                Thaws.NO_LIMIT: translate("Dress", "Thawed, no limit known"),
                Thaws.BELOW: translate("Dress", "Below the limit"),
                Thaws.AT_LIMIT: translate("Dress", "At the limit"),
                Thaws.OVER_LIMIT: translate("Dress", "Over the limit"),
            }[meaning]
        case Rest():
            return translate("Dress", "Others")
    return translate("Dress", "Not known")


def _amounts(low: int, high: int | None, unit: str) -> str:
    if (low, high) == (0, 1):
        return translate("Dress", "Nothing left")
    if high is None:
        return translate("Dress", "{amount} or more").format(amount=words.amount(low, unit))
    if low <= 1:
        return translate("Dress", "Below {amount}").format(amount=words.amount(high, unit))
    first = words.amount(low, unit, with_unit=False)
    return translate("Dress", "{low} to {high}").format(low=first, high=words.amount(high, unit))
