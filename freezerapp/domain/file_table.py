"""One table of a file that a site may write itself, read key by key; what can't be used is refused by file and key."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from enum import StrEnum
from typing import Self, TypeVar

from freezerapp.domain.problems import Problem

Word = TypeVar("Word", bound=StrEnum)


class Misread(StrEnum):
    """What can be wrong with a value, whatever the file is about."""

    MISSING = "missing"
    UNKNOWN_KEY = "unknown key"
    WRONG_VALUE = "wrong value"


class FileTable(ABC):
    """Values by key, with the place they come from. Every method raises what ``refusal`` makes."""

    def __init__(self, values: Mapping[str, object], where: str, keys: Iterable[str]) -> None:
        self.values, self.where = values, where
        known = frozenset(keys)
        for key in values:
            if key not in known:
                raise self.misread(key, Misread.UNKNOWN_KEY, key)

    def __contains__(self, key: str) -> bool:
        return key in self.values

    @abstractmethod
    def refusal(self, where: str, what: Misread, detail: str) -> Problem:
        """The Problem of this kind of file."""

    def misread(self, key: str, what: Misread, detail: object) -> Problem:
        """Make the refusal of one key's value."""
        return self.refusal(f"{self.where}.{key}", what, str(detail))

    def there(self, key: str) -> object:
        """The value of a key that must be there."""
        if key not in self.values:
            raise self.misread(key, Misread.MISSING, key)
        return self.values[key]

    def whole(self, key: str, least: int, most: int) -> int:
        """Read a whole number within limits."""
        found = self.there(key)
        if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= most:
            raise self.misread(key, Misread.WRONG_VALUE, found)
        return found

    @abstractmethod
    def text(self, key: str, default: str | None = None) -> str:
        """Read a text that says something."""

    def word(self, key: str, words: type[Word], default: Word | None = None) -> Word:
        """Read one of the words."""
        return self.among(key, self.text(key, default), words)

    def among(self, key: str, found: str, words: type[Word]) -> Word:
        """A text as one of the words."""
        try:
            return words(found)
        except ValueError:
            raise self.misread(key, Misread.WRONG_VALUE, found) from None

    def tables(self, key: str, keys: Iterable[str]) -> Iterator[Self]:
        """Read a list of tables, empty if it is not there."""
        found = self.values.get(key, [])
        if not isinstance(found, list):
            raise self.misread(key, Misread.WRONG_VALUE, found)
        for number, each in enumerate(found, start=1):
            if not isinstance(each, Mapping):
                raise self.misread(f"{key}.{number}", Misread.WRONG_VALUE, each)
            yield type(self)(each, f"{self.where}.{key}.{number}", keys)
