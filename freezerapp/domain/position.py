"""Positions in a container: where they are, how they are labelled, in which order they are filled."""

# Long because a scheme, the layout it labels and the reading of its labels are one idea, of no use apart.

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from functools import lru_cache
from typing import Any, NamedTuple

from freezerapp.domain.problems import Problem

MOST_POSITIONS = 10_000
"""The largest grid, in positions: far above a 1536-well plate, far below what would stall a screen."""

_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SEPARATORS = ("", "-", ":", "/", "_", " ")
_WIDEST = 4
_LONGEST_PREFIX = 24
_LONGEST_TEXT = 80
_REMEMBERED = 2 * MOST_POSITIONS


class Position(NamedTuple):
    """One cell of a container's grid, counted from 0 at the top left, seen as the type is drawn."""

    row: int
    column: int


class Style(StrEnum):
    """How a label is made up."""

    GRID = "grid"  # a row part and a column part: A1, 3-7
    NUMBERS = "numbers"  # one running number: 1 … 81
    LETTERS = "letters"  # running letters: A, B … or AA, AB …
    DOUBLED = "doubled"  # one letter twice: AA, BB, CC, DD


class Direction(StrEnum):
    """Which way running numbers and letters go."""

    HORIZONTAL = "horizontal"  # along a row, then the next row
    VERTICAL = "vertical"  # along a column, then the next column


class Letters(StrEnum):
    """Which letters are used; I and O are left out where they could be read as 1 and 0."""

    ALL = "A-Z"
    NO_I = "no I"
    NO_I_O = "no I O"


class Axis(StrEnum):
    """What names the rows, or the columns, of a grid."""

    LETTERS = "letters"
    NUMBERS = "numbers"


class FillOrder(StrEnum):
    """The order in which free positions are offered; independent of the labels."""

    ROWS = "rows"
    COLUMNS = "columns"
    ROWS_UP = "rows from the bottom"
    COLUMNS_UP = "columns from the bottom"
    SNAKE_ROWS = "snake along rows"
    SNAKE_COLUMNS = "snake along columns"


class Impossible(StrEnum):
    """Why a layout cannot be."""

    SIZE = "size"  # fewer than one or more than MOST_POSITIONS positions
    ABSENT = "absent"  # an absent position outside the grid, or all of them absent
    LABELS = "labels"  # the scheme has no label for so many rows, columns or positions
    AMBIGUOUS = "ambiguous"  # a text would mean two positions


class NoSuchPosition(Problem):
    """A text or cell that is no position of the container. Facts: the text, first and last label."""

    def __init__(self, text: str, first: str, last: str) -> None:
        super().__init__(text, first, last)
        self.text, self.first, self.last = text, first, last


class ImpossibleLayout(Problem):
    """A grid that cannot be built or labelled. Facts: rows, columns and why."""

    def __init__(self, rows: int, columns: int, why: Impossible) -> None:
        super().__init__(rows, columns, why)
        self.rows, self.columns, self.why = rows, columns, why


class BadScheme(Problem):
    """A labelling scheme that says something impossible. Facts: the setting's name and its value."""

    def __init__(self, setting: str, value: str) -> None:
        super().__init__(setting, value)
        self.setting, self.value = setting, value


@dataclass(frozen=True, slots=True)
class Scheme:
    """How the positions of a container are labelled.

    style, direction   what a label is made of; which way running labels go (not for ``grid``)
    letters            the alphabet; rows or columns of a grid go on after Z with AA, AB …
    width              numbers: fixed count of digits when 2 or more (01 … 99), 1 = as long as needed;
                       running letters: fixed count of letters
    rows_by, columns_by, columns_first, separator       for ``grid``: the two parts and their order
    from_bottom        rows are counted from the bottom up
    skips_absent       running labels count only positions that are there
    prefix             a word printed before each label ("Level "), optional when read
    most_rows, most_columns       the largest grid the scheme is meant for, 0 = no limit

    Raises BadScheme.
    """

    style: Style = Style.GRID
    direction: Direction = Direction.HORIZONTAL
    letters: Letters = Letters.ALL
    width: int = 1
    rows_by: Axis = Axis.LETTERS
    columns_by: Axis = Axis.NUMBERS
    columns_first: bool = False
    separator: str = ""
    from_bottom: bool = False
    skips_absent: bool = False
    prefix: str = ""
    most_rows: int = 0
    most_columns: int = 0

    def __post_init__(self) -> None:
        if not 1 <= self.width <= _WIDEST:
            raise BadScheme("width", str(self.width))
        if self.separator not in _SEPARATORS:
            raise BadScheme("separator", self.separator)
        if self.style is Style.GRID and self.rows_by is self.columns_by and not self.separator:
            raise BadScheme("separator", self.separator)  # 1 and 11 would read as 11 and 1
        if len(self.prefix) > _LONGEST_PREFIX or not self.prefix.isprintable():
            raise BadScheme("prefix", self.prefix)
        for setting, most in (("most_rows", self.most_rows), ("most_columns", self.most_columns)):
            if most < 0:
                raise BadScheme(setting, str(most))

    @property
    def alphabet(self) -> str:
        """The letters in use, in order."""
        left_out = {Letters.ALL: "", Letters.NO_I: "I", Letters.NO_I_O: "IO"}[self.letters]
        return "".join(letter for letter in _ALPHABET if letter not in left_out)

    def label(self, position: Position, rows: int, columns: int, absent: frozenset[Position] = frozenset()) -> str:
        """Give one label. A Layout answers the same from a table, much faster.

        Raises NoSuchPosition, ImpossibleLayout.
        """
        labels = self.labels(rows, columns, absent)
        if position not in labels:
            raise _no_such_cell(position, labels)
        return labels[position]

    def labels(self, rows: int, columns: int, absent: frozenset[Position] = frozenset()) -> dict[Position, str]:
        """Give the label of every position that is there, in the order of the labels.

        Raises ImpossibleLayout if the scheme cannot label so many.
        """
        if not self._reaches(rows, columns, len(absent)):
            raise ImpossibleLayout(rows, columns, Impossible.LABELS)
        if self.style is Style.GRID:
            row_parts, column_parts = self.row_parts(rows), self.column_parts(columns)
            lead, between = self.prefix, self.separator
            return {
                cell: (
                    f"{lead}{column_parts[cell.column]}{between}{row_parts[cell.row]}"
                    if self.columns_first
                    else f"{lead}{row_parts[cell.row]}{between}{column_parts[cell.column]}"
                )
                for cell in self._in_order(rows, columns)
                if cell not in absent
            }
        labels: dict[Position, str] = {}
        count = 0
        for cell in self._in_order(rows, columns):
            there = cell not in absent
            if there:
                labels[cell] = self.prefix + self._running(count)
            count += there or not self.skips_absent
        return labels

    def row_parts(self, rows: int) -> tuple[str, ...]:
        """Give what names each row of a grid, from the top."""
        parts = tuple(self._part(self.rows_by, index) for index in range(rows))
        return parts[::-1] if self.from_bottom else parts

    def column_parts(self, columns: int) -> tuple[str, ...]:
        """Give what names each column of a grid, from the left."""
        return tuple(self._part(self.columns_by, index) for index in range(columns))

    def to_json(self) -> str:
        """Give the scheme as canonical text: every setting, sorted, without spaces."""
        return json.dumps(asdict(self), ensure_ascii=False, sort_keys=True, separators=(",", ":"))

    @staticmethod
    def from_json(text: str) -> "Scheme":
        """Read the text of `to_json`; a missing setting takes its default. Raises BadScheme."""
        try:
            data = json.loads(text)
        except (ValueError, RecursionError):
            raise BadScheme("scheme", text) from None
        if not isinstance(data, dict):
            raise BadScheme("scheme", text)
        return Scheme.from_settings(data)

    @staticmethod
    def from_settings(data: Mapping[str, object]) -> "Scheme":
        """Make a scheme from plain settings by name, as written in a preset file. Raises BadScheme."""
        kinds: dict[str, type[Any]] = {each.name: type(each.default) for each in fields(Scheme)}
        settings: dict[str, Any] = {}
        for name, value in data.items():
            kind = kinds.get(name)
            if kind is None:
                raise BadScheme(str(name), str(value))
            given = str if issubclass(kind, str) else kind
            if not isinstance(value, given) or (kind is int and isinstance(value, bool)):
                raise BadScheme(name, str(value))
            try:
                settings[name] = kind(value)
            except ValueError:
                raise BadScheme(name, str(value)) from None
        return Scheme(**settings)

    def _reaches(self, rows: int, columns: int, absent: int) -> bool:
        if (self.most_rows and rows > self.most_rows) or (self.most_columns and columns > self.most_columns):
            return False
        letters, digits = len(self.alphabet), (10**self.width - 1 if self.width > 1 else MOST_POSITIONS)
        if self.style is Style.GRID:
            most = {Axis.LETTERS: letters + letters**2, Axis.NUMBERS: digits}
            return rows <= most[self.rows_by] and columns <= most[self.columns_by]
        count = rows * columns - (absent if self.skips_absent else 0)
        if self.style is Style.NUMBERS:
            return count <= digits
        return count <= (letters if self.style is Style.DOUBLED else letters**self.width)

    def _in_order(self, rows: int, columns: int) -> Iterator[Position]:
        down = range(rows - 1, -1, -1) if self.from_bottom else range(rows)
        by_column = self.columns_first if self.style is Style.GRID else self.direction is Direction.VERTICAL
        if by_column:
            return (Position(row, column) for column in range(columns) for row in down)
        return (Position(row, column) for row in down for column in range(columns))

    def _running(self, index: int) -> str:
        if self.style is Style.NUMBERS:
            return self._number(index)
        alphabet = self.alphabet
        if self.style is Style.DOUBLED:
            return alphabet[index] * 2
        found = ""
        for _ in range(self.width):
            index, rest = divmod(index, len(alphabet))
            found = alphabet[rest] + found
        return found

    def _part(self, axis: Axis, index: int) -> str:
        if axis is Axis.NUMBERS:
            return self._number(index)
        return nth_letters(index, self.alphabet)

    def _number(self, index: int) -> str:
        return str(index + 1).zfill(self.width if self.width > 1 else 0)


def nth_letters(index: int, alphabet: str = _ALPHABET) -> str:
    """Give the letters of the index-th thing, from 0: A … Z, AA, AB …"""
    found = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, len(alphabet))
        found = alphabet[rest] + found
    return found


@dataclass(frozen=True, slots=True)
class Layout:
    """The grid of a container type: its size, labels, filling order and the positions that are absent.

    Raises ImpossibleLayout when the grid is empty or too large, an absent position lies outside it,
    the scheme cannot label it, or some text would mean two positions.
    """

    rows: int
    columns: int
    scheme: Scheme = Scheme()
    fill: FillOrder = FillOrder.ROWS
    absent: frozenset[Position] = frozenset()
    _tables: "_Tables" = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        if self.rows < 1 or self.columns < 1 or self.rows * self.columns > MOST_POSITIONS:
            raise ImpossibleLayout(self.rows, self.columns, Impossible.SIZE)
        inside = all(0 <= row < self.rows and 0 <= column < self.columns for row, column in self.absent)
        if not inside or len(self.absent) == self.rows * self.columns:
            raise ImpossibleLayout(self.rows, self.columns, Impossible.ABSENT)
        tables = _tables(self.rows, self.columns, self.scheme, self.fill, self.absent)
        object.__setattr__(self, "_tables", tables)

    @property
    def size(self) -> int:
        """How many positions are there."""
        return len(self._tables.labels)

    @property
    def first(self) -> str:
        """The first label, as labels count."""
        return next(iter(self._tables.labels.values()))

    @property
    def last(self) -> str:
        """The last label, as labels count."""
        return next(reversed(self._tables.labels.values()))

    def contains(self, position: Position) -> bool:
        """Tell whether this cell is there: inside the grid and not absent."""
        return position in self._tables.labels

    def label(self, position: Position) -> str:
        """Give the printed label. Raises NoSuchPosition."""
        found = self._tables.labels.get(position)
        if found is None:
            raise _no_such_cell(position, self._tables.labels)
        return found

    def parse(self, text: str) -> Position:
        """Read a label as people and files write it: a1, A01, A-1, A:1, with or without the prefix.

        White space and case don't matter. Nothing is guessed: a text means one position or none. A
        decimal point or comma is not taken for a separator, since 1.10 and 1.1 are one number to a
        spreadsheet. Raises NoSuchPosition.
        """
        read = self._tables.read
        found = read.get(text)
        if found is not None:
            return found
        reading = _reading(text)
        found = read.get(reading) if reading else None
        if found is None:
            raise NoSuchPosition(text, self.first, self.last)
        if len(read) < _REMEMBERED:
            read[text] = found
        return found

    def positions(self) -> tuple[Position, ...]:
        """Give the positions that are there, in filling order."""
        return self._tables.filling

    def in_label_order(self) -> tuple[Position, ...]:
        """Give the positions that are there as their labels count: the order in which a person looks."""
        return tuple(self._tables.labels)

    def rank(self, position: Position) -> int | None:
        """Give the place of a position in the order of the labels, from 0; None if it is not there."""
        return self._tables.ranks.get(position)

    def row_labels(self) -> tuple[str, ...] | None:
        """Give the headings of the rows from the top, or None where labels have no row part."""
        return self.scheme.row_parts(self.rows) if self.scheme.style is Style.GRID else None

    def column_labels(self) -> tuple[str, ...] | None:
        """Give the headings of the columns from the left, or None where labels have no column part."""
        return self.scheme.column_parts(self.columns) if self.scheme.style is Style.GRID else None


class _Tables(NamedTuple):
    """What a layout looks up. ``read`` also takes in texts that were understood once, up to a limit."""

    labels: dict[Position, str]
    ranks: dict[Position, int]
    filling: tuple[Position, ...]
    read: dict[str, Position]


@lru_cache(maxsize=256)  # the same type is read from a bank again and again
def _tables(rows: int, columns: int, scheme: Scheme, fill: FillOrder, absent: frozenset[Position]) -> _Tables:
    labels = scheme.labels(rows, columns, absent)
    prefix = scheme.prefix
    read: dict[str, Position] = {}
    for position, label in labels.items():
        short = label.removeprefix(prefix)
        texts = {label, _reading(short)}
        if prefix:
            texts |= {_reading(label), _reading(prefix.strip() + short)}
        for text in texts - {""}:
            if read.setdefault(text, position) != position:
                raise ImpossibleLayout(rows, columns, Impossible.AMBIGUOUS)
    ranks = {position: rank for rank, position in enumerate(labels)}
    filling = tuple(cell for cell in _fill_order(rows, columns, fill) if cell not in absent)
    return _Tables(labels, ranks, filling, read)


def _fill_order(high: int, wide: int, order: FillOrder) -> Iterator[Position]:
    rows, columns = range(high), range(wide)
    match order:
        case FillOrder.ROWS:
            return (Position(row, column) for row in rows for column in columns)
        case FillOrder.COLUMNS:
            return (Position(row, column) for column in columns for row in rows)
        case FillOrder.ROWS_UP:
            return (Position(row, column) for row in reversed(rows) for column in columns)
        case FillOrder.COLUMNS_UP:
            return (Position(row, column) for column in columns for row in reversed(rows))
        case FillOrder.SNAKE_ROWS:
            return (Position(row, column) for row in rows for column in columns[:: -1 if row % 2 else 1])
        case FillOrder.SNAKE_COLUMNS:
            return (Position(row, column) for column in columns for row in rows[:: -1 if column % 2 else 1])


_WORDS = re.compile(r"[^\W\d_]+|[0-9]+")
_BETWEEN = re.compile(r"[\s:/_‐‑‒–—−-]*")


def _reading(text: str) -> str:
    """Give a label's words and numbers joined by hyphens ("a 01" is "A-1"), or "" if it holds more."""
    if len(text) > _LONGEST_TEXT:
        return ""
    bare = text.strip().upper()
    if not bare.isascii():
        decomposed = unicodedata.normalize("NFKD", bare).upper()
        bare = "".join(character for character in decomposed if not unicodedata.combining(character))
    words: list[str] = []
    end = 0
    for word in _WORDS.finditer(bare):
        # Only separators, and only between two words: a sign before a number is not one.
        between = bare[end : word.start()]
        if (between and not words) or not _BETWEEN.fullmatch(between):
            return ""
        found = word.group()
        words.append(found.lstrip("0") or "0" if found[0].isdigit() else found)
        end = word.end()
    return "-".join(words) if end == len(bare) else ""


def _no_such_cell(position: Position, labels: Mapping[Position, str]) -> NoSuchPosition:
    row, column = position
    found = list(labels.values())
    return NoSuchPosition(f"{row + 1}-{column + 1}", found[0], found[-1])
