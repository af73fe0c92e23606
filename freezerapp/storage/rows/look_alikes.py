"""Codes of the bank that an unknown code may have been meant for."""

from itertools import combinations, product

from sqlalchemy import bindparam, literal_column, select

from freezerapp.domain.barcode import clean_code, code_key, look_alikes_of
from freezerapp.storage import schema
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import ByIds, Prepared

MOST_VARIANTS = 2_000
"""Spellings that are tried; a code with so many doubtful characters has no look-alikes worth naming."""
SHORTEST_START = 5
"""Characters of a code that is taken for the beginning of others: a scan that was cut off."""

_c = schema.code.c
_TEXTS = ByIds(select(_c.text).where(_c.owner_kind != literal_column("'operator'")), _c.key)
_BEGINNING = Prepared(
    select(_c.text)
    .where(_c.key > bindparam("start"), _c.key < bindparam("end"))
    .order_by(_c.key)
    .limit(bindparam("count"))
)


def look_alikes(reader: Reader, code: str, most: int = 4) -> list[str]:
    """Codes that differ from this one by characters that look alike (O and 0, I and 1 …), or that go on after it."""
    text = clean_code(code).text
    keys = sorted({code_key(each) for each in _spellings(text)} - {code_key(code)})
    found = [str(row[0]) for row in _TEXTS.rows(reader.connection, keys)] if keys else []
    if len(found) < most and len(text) >= SHORTEST_START:
        start = code_key(text)
        found += [str(row[0]) for row in reader.all(_BEGINNING, start=start, end=start + "\U0010ffff", count=most)]
    return sorted(dict.fromkeys(found))[:most]


def _spellings(text: str) -> set[str]:
    """The code with one, two or all of its doubtful characters read otherwise, and without separators."""
    upper = text.upper()
    others = {at: [c for c in look_alikes_of(char) if c != char] for at, char in enumerate(upper)}
    doubtful = [at for at, ways in others.items() if ways]
    found = {upper, "".join(c for c in upper if c.isalnum())}
    for count in (1, 2, 3, len(doubtful)):
        for places in combinations(doubtful, min(count, len(doubtful))):
            for ways in product(*(others[at] for at in places)):
                if len(found) > MOST_VARIANTS:
                    return found
                spelt = list(upper)
                for at, char in zip(places, ways, strict=True):
                    spelt[at] = char
                found.add("".join(spelt))
    return found
