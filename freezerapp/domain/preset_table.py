"""One table of a preset file, read key by key; what can't be used is refused by file and key."""

import re
from collections.abc import Iterator, Mapping
from enum import StrEnum

from freezerapp.domain.file_table import FileTable, Misread, Word
from freezerapp.domain.problems import Problem

_CODE = re.compile(r"[a-z0-9][a-z0-9-]{0,63}")


class Fault(StrEnum):
    """What can be wrong in a preset file."""

    MISSING = "missing"
    UNKNOWN_KEY = "unknown key"
    WRONG_VALUE = "wrong value"
    TWICE = "twice"
    UNKNOWN_TYPE = "unknown type"
    IMPOSSIBLE_LAYOUT = "impossible layout"
    NOT_ACCEPTED = "not accepted"
    NO_SUCH_POSITION = "no such position"
    BAD_PATTERN = "bad pattern"
    WRONG_CAPACITY = "wrong capacity"
    TOO_MANY = "too many"


class BadPreset(Problem):
    """A preset file that can't be used.

    Facts: where (file and keys, joined by dots), what is wrong, and the value in question.
    """

    def __init__(self, where: str, what: Fault, detail: str = "") -> None:
        super().__init__(where, what, detail)
        self.where, self.what, self.detail = where, what, detail


class Table(FileTable):
    """A table of a preset file. Every method raises BadPreset."""

    def refusal(self, where: str, what: Misread, detail: str) -> BadPreset:
        return BadPreset(where, Fault(what.value), detail)

    def fault(self, key: str, what: Fault, detail: object) -> BadPreset:
        """Make the refusal of one key's value."""
        return BadPreset(f"{self.where}.{key}", what, str(detail))

    def text(self, key: str, default: str | None = None) -> str:
        """Read a text that says something."""
        found = self.values.get(key, default)
        if found is None:
            raise self.fault(key, Fault.MISSING, key)
        if not isinstance(found, str) or not found.strip():
            raise self.fault(key, Fault.WRONG_VALUE, found)
        return found

    def texts(self, key: str) -> tuple[str, ...]:
        """Read a list of texts, empty if it is not there."""
        found = self.values.get(key, [])
        if not isinstance(found, list) or not all(isinstance(each, str) for each in found):
            raise self.fault(key, Fault.WRONG_VALUE, found)
        return tuple(found)

    def words(self, key: str, words: type[Word]) -> tuple[Word, ...]:
        """Read a list of the words."""
        return tuple(self.among(key, found, words) for found in self.texts(key))

    def by_code(self, key: str, keys: frozenset[str]) -> Iterator[tuple[str, "Table"]]:
        """Read tables by code, none if they are not there; a code is lower case, digits and hyphens."""
        found = self.values.get(key, {})
        if not isinstance(found, Mapping):
            raise self.fault(key, Fault.WRONG_VALUE, found)
        for code, each in found.items():
            if not isinstance(each, Mapping) or not _CODE.fullmatch(str(code)):
                raise self.fault(f"{key}.{code}", Fault.WRONG_VALUE, code)
            yield str(code), Table(each, f"{self.where}.{key}.{code}", keys)
