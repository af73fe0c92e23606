"""A printed manifest that came back, held word for word against what is printed of the version that was issued."""

from collections import Counter
from collections.abc import Sequence
from io import BytesIO
from typing import NamedTuple

from freezerapp.documents.manifest import write_manifest
from freezerapp.documents.page import SIZES, Paper
from freezerapp.documents.paper_words import Tongue, Words
from freezerapp.documents.parcel_paper import Print
from freezerapp.documents.preview import page_count, page_size, page_text
from freezerapp.domain.manifest import Manifest

LONGEST_MOMENT = 80
"""Characters that the moment of printing may take in the heading: it is told or not, and is not part of the version."""
MOST_TOLD = 12
"""Words that are told of one page; the rest is cut."""


class PageTextDiffers(NamedTuple):
    """A page says these words instead of those; both in the order of the page, the first of them only."""

    page: int
    said: str
    stored: str


class PagesDiffer(NamedTuple):
    """The paper has another number of pages."""

    said: int
    stored: int


def is_manifest(texts: Sequence[str]) -> bool:
    """Whether the text of the first page is headed as a manifest: other papers of a parcel carry its code too."""
    first = _plain(texts[0]) if texts else ""
    return any(_plain(title) in first for title in Words(Tongue.BOTH).each("title.manifest"))


def differences(pdf: bytes, texts: Sequence[str], manifest: Manifest) -> list[PageTextDiffers | PagesDiffer]:
    """How the text of a printed manifest differs from what is printed of this version today; empty if it does not.

    ``texts`` are those of its pages. Language and paper are those that fit best. Raises LettersNotInFonts.
    """
    paper = _paper(*page_size(pdf, 0))
    printed = [_printed(manifest, tongue, paper) for tongue in Tongue]
    wanted = max(printed, key=lambda pages: _alike(pages[0], texts[0]))
    found: list[PageTextDiffers | PagesDiffer] = []
    if len(wanted) != len(texts):
        found.append(PagesDiffer(len(texts), len(wanted)))
    for at, (said, stored) in enumerate(zip(texts, wanted, strict=False), start=1):
        if not _same(_plain(said), _plain(stored)):
            more, less = Counter(said.split()), Counter(stored.split())
            differs = PageTextDiffers(at, _first(said, more - less), _first(stored, less - more))
            # Another program may have put the same words in another order when it saved the file.
            if differs.said or differs.stored:
                found.append(differs)
    return found


def _printed(manifest: Manifest, tongue: Tongue, paper: Paper) -> list[str]:
    target = BytesIO()
    write_manifest(target, manifest, Print({}, tongue, paper))
    pdf = target.getvalue()
    return [page_text(pdf, page) for page in range(page_count(pdf))]


def _paper(width: float, height: float) -> Paper:
    return min(Paper, key=lambda each: abs(SIZES[each][0] - width) + abs(SIZES[each][1] - height))


def _same(said: str, stored: str) -> bool:
    """Whether two pages say the same, but for the moment of printing behind the moment of issue."""
    if said == stored:
        return True
    extra = len(said) - len(stored)
    if not 0 < extra <= LONGEST_MOMENT:
        return False
    at = next(at for at, (one, other) in enumerate(zip(said, stored + "\0", strict=False)) if one != other)
    return said[at : at + 1] == "," and said[at + extra :] == stored[at:] and at < len(stored) // 3


def _alike(one: str, other: str) -> int:
    return (Counter(one.split()) & Counter(other.split())).total()


def _first(text: str, wanted: Counter[str]) -> str:
    """The words that are wanted, in the order of the page."""
    left = Counter(wanted)
    told = []
    for word in text.split():
        if left[word] > 0:
            left[word] -= 1
            told.append(word)
    return " ".join(told[:MOST_TOLD]) + (" …" if len(told) > MOST_TOLD else "")


def _plain(text: str) -> str:
    return " ".join(text.split())
