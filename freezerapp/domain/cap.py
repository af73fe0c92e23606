"""What the eye reads on a cap: the shortest texts by which the tubes of one box are told apart."""

import re
from collections import Counter
from collections.abc import Iterable

from freezerapp.domain.barcode import code_key

LEAST_TAIL = 4
"""Fewest characters of a barcode that are written on a tube."""

_PARTS = re.compile(r"[^\W_]+")


def tails(barcodes: Iterable[str]) -> dict[str, str]:
    """For each barcode the shortest end of it that no other of these has, at least four characters long."""
    backwards = sorted({barcode[::-1] for barcode in barcodes})
    found: dict[str, str] = {}
    for number, text in enumerate(backwards):
        before = _shared(text, backwards[number - 1]) if number else 0
        after = _shared(text, backwards[number + 1]) if number + 1 < len(backwards) else 0
        found[text[::-1]] = text[: max(LEAST_TAIL, before + 1, after + 1)][::-1]
    return found


def short_participants(codes: Iterable[str], sites: Iterable[str]) -> dict[str, str]:
    """For each participant the end of the code that begins with the site: FR01-001 of MC-FR01-001.

    ``sites`` are the codes of the sites known to the bank. A participant always keeps its site: where none of
    them begins a part of the code, or two participants would read alike, the code stays whole.
    """
    known = [key for key in {code_key(site) for site in sites} if key]
    short = {code: _from_site(code, known) for code in codes}
    alike = Counter(code_key(text) for text in short.values())
    return {code: text if alike[code_key(text)] == 1 else code for code, text in short.items()}


def _from_site(code: str, sites: Iterable[str]) -> str:
    """A code from where the first of the sites in it begins; earlier is safer, since it keeps more."""
    starts = [part.start() for part in _PARTS.finditer(code)]
    return next((code[start:] for start in starts if code_key(code[start:]).startswith(tuple(sites))), code)


def _shared(one: str, other: str) -> int:
    """How many characters two texts begin with alike."""
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine != yours:
            break
        count += 1
    return count
