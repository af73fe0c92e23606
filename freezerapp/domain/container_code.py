"""Codes for containers that have none: of where they stand, so that people can read them too."""

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Set

from freezerapp.domain.barcode import code_key

_WORD = re.compile(r"[A-Z]{3,}")
_OTHER = re.compile(r"[^A-Z0-9]+")


def code_below(above: str, labels: Iterable[str]) -> str:
    """The code of what stands below a container, each label being one step down: F80-03, Shelf 2, Rack B: F80-03-S2-RB.

    Words are cut to their first letter, accents dropped, so that every scanner and keyboard can type the code.
    """
    return "-".join(filter(None, (above, *map(_short, labels))))


def told_apart(wanted: Mapping[int, str], taken: Callable[[Iterable[str]], Set[str]]) -> dict[int, str]:
    """A code of its own for each thing: what was wanted, or else that with -2, -3 … behind it.

    ``taken`` gives those of some code keys that lead to something, or once did.
    """
    given: dict[int, str] = {}
    used: set[str] = set()
    number = 1
    while rest := {key: text for key, text in wanted.items() if key not in given}:
        tried = {key: text if number == 1 else f"{text}-{number}" for key, text in rest.items()}
        gone = taken([code_key(text) for text in tried.values()])
        for key, text in tried.items():
            if (mark := code_key(text)) not in gone and mark not in used:
                given[key] = text
                used.add(mark)
        number += 1
    return {key: given[key] for key in wanted}


def _short(label: str) -> str:
    """ "Shelf 2" as S2, "Rack B" as RB, "A1" as it is."""
    plain = unicodedata.normalize("NFKD", label).encode("ascii", "ignore").decode().upper()
    return "".join(word[0] if _WORD.fullmatch(word) else word for word in _OTHER.split(plain) if word)
