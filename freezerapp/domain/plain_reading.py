"""Values out of plain JSON again, strictly: every field is there and of its kind, and there is none besides.

The counterpart of ``manifest.plain``, for what comes from elsewhere: nothing is guessed, filled in or converted.
"""

import types
from collections.abc import Callable
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from freezerapp.domain.file_table import Misread
from freezerapp.domain.problems import Problem

T = TypeVar("T")

LONGEST_TEXT = 10_000
"""Characters of one text; no field of a manifest or receipt needs more."""
LARGEST = 2**63 - 1


class NotAsPublished(Problem):
    """A value is not as the published form says: ``where`` is its path ("items.37.tube", from 1 in lists)."""

    def __init__(self, where: str, what: Misread, detail: str) -> None:
        super().__init__(where, what, detail)
        self.where, self.what, self.detail = where, what, detail


def read_plain(kind: type[T], value: object) -> T:
    """A named tuple of this kind (with all that it is made of) out of plain values; raises NotAsPublished."""
    wanted: Any = kind
    try:
        found: T = _reader(wanted)(value)
    except _Unlike as unlike:
        where = ".".join(reversed(unlike.path))
        raise NotAsPublished(where, unlike.what, unlike.detail) from unlike
    return found


class _Unlike(Exception):
    """What is wrong, with the path to it, which grows on the way out."""

    def __init__(self, what: Misread, detail: object) -> None:
        super().__init__(what, detail)
        self.what, self.detail = what, str(detail)[:80]
        self.path: list[str] = []


@cache
def _reader(kind: Any) -> Callable[[Any], Any]:
    """What reads a value of this kind; made once, since a list has ten thousand tubes."""
    if kind is str:
        return _text
    if kind is int:
        return _whole
    if kind is bool:
        return _yes_or_no
    if get_origin(kind) in (Union, types.UnionType):
        (inner,) = (_reader(each) for each in get_args(kind) if each is not types.NoneType)
        return lambda value: None if value is None else inner(value)
    if get_origin(kind) is tuple:
        return _sequence(get_args(kind))
    if issubclass(kind, StrEnum):
        return _word(kind)
    return _fields(kind)


def _text(value: Any) -> str:
    if type(value) is not str or len(value) > LONGEST_TEXT:
        raise _Unlike(Misread.WRONG_VALUE, value)
    if not value.isascii():
        try:
            value.encode()
        except UnicodeEncodeError as error:  # half a character, which JSON can write
            raise _Unlike(Misread.WRONG_VALUE, ascii(value)) from error
    return value


def _whole(value: Any) -> int:
    if type(value) is not int or abs(value) > LARGEST:
        raise _Unlike(Misread.WRONG_VALUE, value)
    return value


def _yes_or_no(value: Any) -> bool:
    if type(value) is not bool:
        raise _Unlike(Misread.WRONG_VALUE, value)
    return value


def _word(kind: type[StrEnum]) -> Callable[[Any], StrEnum]:
    words = {each.value: each for each in kind}

    def read(value: Any) -> StrEnum:
        found = words.get(value) if type(value) is str else None
        if found is None:
            raise _Unlike(Misread.WRONG_VALUE, value)
        return found

    return read


def _sequence(kinds: tuple[Any, ...]) -> Callable[[Any], tuple[Any, ...]]:
    endless = len(kinds) == 2 and kinds[1] is Ellipsis
    readers = [_reader(each) for each in kinds if each is not Ellipsis]

    def read(value: Any) -> tuple[Any, ...]:
        if type(value) is not list or not (endless or len(value) == len(readers)):
            raise _Unlike(Misread.WRONG_VALUE, value)
        at, found = 0, []
        try:
            for at, each in enumerate(value):
                found.append(readers[0 if endless else at](each))
        except _Unlike as unlike:
            unlike.path.append(str(at + 1))
            raise
        return tuple(found)

    return read


def _fields(kind: Any) -> Callable[[Any], Any]:
    hints = get_type_hints(kind)
    readers = [(name, _reader(hints[name])) for name in kind._fields]
    known = frozenset(kind._fields)

    def read(value: Any) -> Any:
        if type(value) is not dict:
            raise _Unlike(Misread.WRONG_VALUE, value)
        for key in value.keys() - known:
            raise _at(str(key)[:80], _Unlike(Misread.UNKNOWN_KEY, key))
        name, found = "", []
        try:
            for name, reader in readers:
                if name not in value:
                    raise _Unlike(Misread.MISSING, name)
                found.append(reader(value[name]))
        except _Unlike as unlike:
            raise _at(name, unlike) from None
        return kind._make(found)

    return read


def _at(name: str, unlike: _Unlike) -> _Unlike:
    unlike.path.append(name)
    return unlike
