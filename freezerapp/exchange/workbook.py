"""The texts of an XLSX file, read within limits: a small file can claim to hold gigabytes, and may come from anybody.

It reads what spreadsheets write of plain cells: shared and inline texts, numbers, yes and no. A cell with a formula
reads as the formula, since what it shows can change. No format is looked at, so a date is the number of its day.
"""

import io
import re
import zipfile
import zlib
from collections.abc import Callable, Iterator
from xml.parsers import expat

from freezerapp.domain.problems import Problem

MOST_BYTES = 300_000_000
"""All parts of a workbook together, unpacked."""
MOST_PARTS = 5_000
MOST_CELLS = 3_000_000
MOST_ROWS, MOST_COLUMNS = 200_000, 2_000
_PIECE = 1 << 16

# RuntimeError and its kinds: a part with a password, or one that is packed in a way zipfile does not know.
DAMAGE = (
    *(zipfile.BadZipFile, zlib.error, expat.ExpatError, LookupError, ValueError, StopIteration, EOFError, OSError),
    RuntimeError,
)

Sheets = dict[str, list[list[str]]]


class NotAWorkbook(Problem):
    """A file is no XLSX workbook, or a damaged one; ``reason`` in the reader's own words."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


class WorkbookTooLarge(Problem):
    """A workbook holds more than is read; nothing of it was."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


def is_workbook(content: bytes) -> bool:
    """Whether a file may be an XLSX workbook, by its first bytes."""
    return content.startswith(b"PK\x03\x04")


def read_workbook(content: bytes, name: str) -> Sheets:
    """The rows of every sheet as texts, by the sheet's name, in their order.

    Rows are as long as their last cell that says something. Raises NotAWorkbook or WorkbookTooLarge.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            infos = parts.infolist()
            if len(infos) > MOST_PARTS or sum(info.file_size for info in infos) > MOST_BYTES:
                raise WorkbookTooLarge(name)
            return _Book(parts, name).sheets()
    except DAMAGE as error:
        raise NotAWorkbook(name, str(error)[:200] or type(error).__name__) from error


class _Book:
    def __init__(self, parts: zipfile.ZipFile, name: str) -> None:
        self._parts, self._name = parts, name
        self._known = {info.filename.casefold(): info for info in parts.infolist()}
        self._left = MOST_BYTES
        self._cells = 0

    def sheets(self) -> Sheets:
        main = next(
            (target for kind, target in self._related("") if kind == "officeDocument"),
            "xl/workbook.xml",
        )
        related = dict(self._numbered(main))
        shared: list[str] = []
        for kind, target in self._related(main):
            if kind == "sharedStrings":
                shared = self._shared(target)
        found: Sheets = {}
        for name, number in self._named(main):
            found[name] = self._sheet(related[number], shared)
        return found

    def _related(self, part: str) -> Iterator[tuple[str, str]]:
        """The parts that a part refers to: the last word of their kind, and their name."""
        for said in self._relationships(part):
            yield said["Type"].rpartition("/")[2], said["Target"]

    def _numbered(self, part: str) -> Iterator[tuple[str, str]]:
        for said in self._relationships(part):
            yield said["Id"], said["Target"]

    def _relationships(self, part: str) -> list[dict[str, str]]:
        folder, _, file = part.rpartition("/")
        own = f"{folder}/_rels/{file}.rels" if folder else f"_rels/{file}.rels"
        if own.casefold() not in self._known:
            return []
        found: list[dict[str, str]] = []

        def start(tag: str, said: dict[str, str]) -> None:
            if _local(tag) == "Relationship" and said.get("TargetMode") != "External":
                target = said["Target"]
                full = target[1:] if target.startswith("/") else _joined(folder, target)
                found.append({**said, "Target": full})

        self._parse(own, start)
        return found

    def _named(self, main: str) -> list[tuple[str, str]]:
        found: list[tuple[str, str]] = []

        def start(tag: str, said: dict[str, str]) -> None:
            if _local(tag) == "sheet":
                number = next(value for key, value in said.items() if key.rpartition(":")[2] == "id")
                found.append((said["name"], number))

        self._parse(main, start)
        return found

    def _shared(self, part: str) -> list[str]:
        texts: list[str] = []
        reading = _Text()

        def start(tag: str, _: dict[str, str]) -> None:
            if _local(tag) == "si":
                reading.begin()
            reading.start(_local(tag))

        def end(tag: str) -> None:
            reading.end(_local(tag))
            if _local(tag) == "si":
                self._count()
                texts.append(reading.text())

        self._parse(part, start, end, reading.hear)
        return texts

    def _sheet(self, part: str, shared: list[str]) -> list[list[str]]:
        reading = _Rows(shared, self._count, lambda: WorkbookTooLarge(self._name))
        self._parse(part, reading.start, reading.end, reading.hear)
        return reading.rows

    def _count(self) -> None:
        self._cells += 1
        if self._cells > MOST_CELLS:
            raise WorkbookTooLarge(self._name)

    def _parse(
        self,
        part: str,
        start: Callable[[str, dict[str, str]], None],
        end: Callable[[str], None] | None = None,
        hear: Callable[[str], None] | None = None,
    ) -> None:
        parser = expat.ParserCreate()
        parser.buffer_text = True
        parser.StartElementHandler = start
        parser.EndElementHandler = end
        parser.CharacterDataHandler = hear
        # No spreadsheet writes a DTD; entities in one can grow without end.
        parser.StartDoctypeDeclHandler = _refuse_doctype
        with self._parts.open(self._known[part.casefold()]) as file:
            while piece := file.read(_PIECE):
                self._left -= len(piece)
                if self._left < 0:
                    raise WorkbookTooLarge(self._name)
                parser.Parse(piece, False)
        parser.Parse(b"", True)


class _Text:
    """The text of one item: that of all its runs, without what tells how to pronounce it."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self._hears = False
        self._aside = 0

    def begin(self) -> None:
        self._pieces = []

    def start(self, tag: str) -> None:
        self._aside += tag == "rPh"
        self._hears = tag == "t" and not self._aside

    def end(self, tag: str) -> None:
        self._aside -= tag == "rPh"
        self._hears = False

    def hear(self, text: str) -> None:
        if self._hears:
            self._pieces.append(text)

    def text(self) -> str:
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), "".join(self._pieces))


class _Rows:
    """The cells of one sheet."""

    def __init__(self, shared: list[str], count: Callable[[], None], too_large: Callable[[], Problem]) -> None:
        self.rows: list[list[str]] = []
        self._shared, self._count, self._too_large = shared, count, too_large
        self._inline = _Text()
        self._value: list[str] = []
        self._hears = ""
        self._kind = ""
        self._formula = False
        self._row, self._column = 0, -1

    def start(self, name: str, said: dict[str, str]) -> None:
        tag = _local(name)
        self._inline.start(tag)
        if tag == "row":
            self._row = int(said.get("r", self._row + 1))
            self._column = -1
        elif tag == "c":
            self._column = _column(said["r"]) if "r" in said else self._column + 1
            self._kind = said.get("t", "n")
            self._value, self._formula = [], False
            self._inline.begin()
        elif tag in ("v", "f"):
            self._hears = tag
            if tag == "f":
                self._formula, self._value = True, []

    def end(self, name: str) -> None:
        tag = _local(name)
        self._inline.end(tag)
        if tag in ("v", "f"):
            self._hears = ""
        elif tag == "c":
            text = self._text()
            if text:
                self._set(text)

    def hear(self, text: str) -> None:
        self._inline.hear(text)
        if self._hears == "f" or (self._hears == "v" and not self._formula):
            self._value.append(text)

    def _text(self) -> str:
        value = "".join(self._value)
        if self._formula:
            return f"={value}"
        if self._kind == "inlineStr":
            return self._inline.text()
        if self._kind == "s":
            return self._shared[int(value)] if value else ""
        if self._kind == "b":
            return "TRUE" if value == "1" else "FALSE"
        if self._kind == "n":
            return number_text(value)
        return _ESCAPED.sub(lambda found: chr(int(found[1], 16)), value)

    def _set(self, text: str) -> None:
        self._count()
        if not 0 < self._row <= MOST_ROWS or self._column >= MOST_COLUMNS:
            raise self._too_large()
        while len(self.rows) < self._row:
            self.rows.append([])
        row = self.rows[self._row - 1]
        row.extend([""] * (self._column + 1 - len(row)))
        row[self._column] = text


def number_text(value: str) -> str:
    """A number as people write it: 12 for 12.0, 0.1 for 0.10000000000000001; other texts as they are."""
    if value.isascii() and value.isdecimal() and len(value) < 16:
        return str(int(value))
    try:
        number = float(value)
    except ValueError:
        return value
    if abs(number) < 1e15 and number == int(number):
        return str(int(number))
    return repr(number)


def _column(reference: str) -> int:
    """The column (from 0) of a reference like AB12."""
    column = 0
    for letter in reference:
        if not "A" <= letter <= "Z":
            break
        column = column * 26 + ord(letter) - 64
    if not 0 < column <= 16_384:
        raise ValueError(f"no cell {reference[:20]}")
    return column - 1


def _local(tag: str) -> str:
    return tag.rpartition(":")[2]


def _joined(folder: str, target: str) -> str:
    parts = folder.split("/") if folder else []
    for part in target.split("/"):
        if part == "..":
            if parts:
                parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts)


def _refuse_doctype(*_: object) -> None:
    raise ValueError("a workbook has no DTD")


_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
