"""The list of a manifest: which columns its disclosure profile allows, and what stands in them."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from freezerapp.documents.page_table import Column
from freezerapp.documents.paper_words import Words
from freezerapp.documents.parcel_facts import short_name
from freezerapp.domain.manifest import BELOW, Item, Manifest
from freezerapp.domain.manifest_check import may_remark
from freezerapp.domain.parcel import Profile


class _Asked(NamedTuple):
    """A column of the list: the name of its title, what it shows of a tube, whether every profile may show it."""

    name: str
    said: Callable[[Item, Words], str]
    always: bool = False  # there even if no tube has it
    everyone: bool = False  # whatever the profile
    kept: bool = False


def amount_of(item: Item, words: Words) -> str:
    """How much is in a tube, with its unit."""
    return "" if item.amount is None else words.amount(item.amount, item.unit or "")


def cold_of(item: Item, words: Words) -> str:
    """The class of cold a tube is kept in, as people read it: −85…−60 °C; one the program does not know as it is."""
    key = f"cold.{item.temperature}"
    return words(key) if words.has(key) else item.temperature or ""


_COLUMNS = (
    _Asked("number", lambda item, words: words.number(item.number), always=True, everyone=True, kept=True),
    _Asked("box", lambda item, _: item.box, always=True, everyone=True),
    _Asked("position", lambda item, _: item.position, always=True, everyone=True, kept=True),
    _Asked("tube", lambda item, _: item.tube, always=True, everyone=True, kept=True),
    _Asked("participant", lambda item, _: item.participant or "", always=True, kept=True),
    _Asked("visit", lambda item, _: item.visit or "", always=True),
    _Asked("material", lambda item, _: short_name(item.material, item.material_name), always=True, everyone=True),
    _Asked("collected", lambda item, words: words.day(item.collected[:10]) if item.collected else ""),
    _Asked("amount", amount_of, everyone=True),
    _Asked("concentration", lambda item, _: item.concentration or "", everyone=True),
    _Asked("thaws", lambda item, _: "" if item.thaws is None else str(item.thaws)),
    _Asked("temperature", cold_of),
    _Asked("sprec", lambda item, _: item.sprec or ""),
    _Asked("remark", lambda item, words: words("remark.below") if item.remark == BELOW else item.remark, everyone=True),
)


def tube_list(
    manifest: Manifest, words: Words, *, with_box: bool = False
) -> tuple[list[Column], list[tuple[str, ...]]]:
    """The columns and rows of the list, in its order; columns of which no tube has anything are left out.

    A coded or blind manifest tells of a tube its code, place, material and amount, and whether that is below what was
    asked for, whatever else is in the value.
    ``with_box`` adds the code of each tube's box.
    """
    full = manifest.profile is Profile.FULL
    items: Sequence[Item] = manifest.items
    if not full:
        items = [item if may_remark(manifest.profile, item) else item._replace(remark="") for item in items]
    columns, cells = [], []
    for asked in _COLUMNS:
        if (not full and not asked.everyone) or (asked.name == "box" and not with_box):
            continue
        said = asked.said
        # The same text is kept once: of ten thousand tubes most columns say few things.
        seen: dict[str, str] = {}
        texts = [seen.setdefault(text, text) for text in (said(item, words) for item in items)]
        if asked.always or any(texts):
            columns.append(Column(words.each(f"column.{asked.name}"), asked.kept))
            cells.append(texts)
    return columns, list(zip(*cells, strict=True))
