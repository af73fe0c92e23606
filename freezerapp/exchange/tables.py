"""Lists out of files: a CSV or TSV file as rows of text, with the line numbers that its owner sees.

The encoding is that of the byte order mark, else UTF-8 where every byte agrees, else the likeliest of those
that spreadsheets write. The delimiter is the one that splits most rows into the same number of cells.
"""

import codecs
import csv
import io
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path
from typing import NamedTuple

from freezerapp.domain.problems import Problem

DELIMITERS = (",", ";", "\t", "|")
OLD_ENCODINGS = ("cp1252", "iso8859_15", "mac_roman", "cp850")
BATCH = 512
"""Rows in a batch: few enough to stay in the processor's cache while they are sorted into columns."""


class FileNotThere(Problem):
    """There is no file of that name."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class FileNotReadable(Problem):
    """A file can't be read; ``reason`` is the system's own word for it."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(path, reason)
        self.path, self.reason = path, reason


class FileEmpty(Problem):
    """A file has no rows in it."""

    def __init__(self, path: str) -> None:
        super().__init__(path)
        self.path = path


class NotAList(Problem):
    """A file is no text; ``kind`` says what it is ("xlsx", "pdf", "sqlite" …), if its first bytes tell."""

    def __init__(self, path: str, kind: str | None) -> None:
        super().__init__(path, kind)
        self.path, self.kind = path, kind


class QuoteNotClosed(Problem):
    """A quoted cell in the row that begins on this line never ends, or ends only after whole other rows."""

    def __init__(self, line: int) -> None:
        super().__init__(line)
        self.line = line


class Batch(NamedTuple):
    """Some rows and the line on which each begins, counted from 1."""

    lines: Sequence[int]
    rows: list[list[str]]


@dataclass(frozen=True, slots=True)
class TableFile:
    """A file that was found readable: its name, its bytes, and how they become cells."""

    path: str
    encoding: str
    delimiter: str
    content: bytes

    def batches(self) -> Iterator[Batch]:
        """All rows in order, some thousands at a time; lines with nothing in them are left out.

        Cells are as they stand in the file. Raises QuoteNotClosed.
        """
        reader = csv.reader(chain(self._lines(), [_END]), delimiter=self.delimiter)
        width = line = 0
        ended = False
        while not ended:
            before = reader.line_num
            try:
                rows = list(islice(reader, BATCH))
            except csv.Error as error:
                raise QuoteNotClosed(self._line_of_error()) from error
            if not rows:
                raise QuoteNotClosed(line)
            width = width or len(rows[0])
            lines: Sequence[int] = range(before + 1, reader.line_num + 1)
            if len(rows) != len(lines):
                lines = self._first_lines(before, rows, width)
            line = lines[-1]
            ended = rows[-1] == [_END]
            if ended:
                rows, lines = rows[:-1], lines[:-1]
            if [] in rows:
                kept = [(line, row) for line, row in zip(lines, rows, strict=True) if row]
                lines, rows = [line for line, _ in kept], [row for _, row in kept]
            if rows:
                yield Batch(lines, rows)

    def _first_lines(self, before: int, rows: list[list[str]], width: int) -> list[int]:
        """The line on which each row begins, where some cells hold line ends of their own."""
        lines = []
        line = before + 1
        for row in rows:
            lines.append(line)
            line += 1
            for cell in row:
                if "\n" in cell or "\r" in cell:
                    inner = _LINE_END.split(cell)[1:]
                    whole_rows = sum(text.count(self.delimiter) == width - 1 for text in inner)
                    if whole_rows >= (1 if width > 4 else 3) and width > 1:
                        raise QuoteNotClosed(lines[-1])
                    line += len(inner)
        return lines

    def _line_of_error(self) -> int:
        reader = csv.reader(self._lines(), delimiter=self.delimiter)
        line = 0
        with suppress(csv.Error):
            for _ in reader:
                line = reader.line_num
        return line + 1

    def _lines(self) -> Iterator[str]:
        text = io.TextIOWrapper(io.BytesIO(self.content), self.encoding, errors="replace", newline="")
        separator_said = _SEPARATOR.match(self.content[:64].decode(self.encoding, "replace"))
        if separator_said:
            # The line stays, empty, so that the line numbers stay right.
            return chain(["\n"], islice(text, 1, None))
        return text


def open_table(path: Path, encoding: str | None = None, delimiter: str | None = None) -> TableFile:
    """A CSV or TSV file, ready to be read; what is not told is found out.

    Raises FileNotThere, FileNotReadable, FileEmpty or NotAList.
    """
    return table_of(read_whole(path), str(path), encoding, delimiter)


def read_whole(path: Path) -> bytes:
    """All bytes of a file. Raises FileNotThere or FileNotReadable."""
    try:
        return path.read_bytes()
    except FileNotFoundError as error:
        raise FileNotThere(str(path)) from error
    except (OSError, ValueError) as error:
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise FileNotReadable(str(path), reason) from error


def table_of(content: bytes, name: str, encoding: str | None = None, delimiter: str | None = None) -> TableFile:
    """The same for bytes at hand; ``name`` is what problems call them. Raises FileEmpty or NotAList."""
    kind = _kind_of(content)
    if kind:
        raise NotAList(name, kind)
    encoding = encoding or find_encoding(content)
    start = _start(content).decode(encoding, "replace").lstrip("\ufeff")
    if not start.strip("\0\r\n\t ,;|"):
        raise FileEmpty(name)
    controls = len(_CONTROLS.findall(start))
    if controls * 10 > len(start):
        raise NotAList(name, None)
    return TableFile(name, encoding, delimiter or find_delimiter(start), content)


def find_encoding(content: bytes) -> str:
    """The encoding of a text: by its byte order mark, UTF-8 where it fits, else the likeliest old one."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return encoding
    start = content[:4096]
    if b"\0" in start:
        for encoding, other in (("utf_16_le", start[1::2]), ("utf_16_be", start[0::2])):
            if other.count(0) * 10 > len(other) * 7:
                return encoding
    return "utf_8" if _is_utf_8(content) else _old_encoding(content)


def find_delimiter(text: str) -> str:
    """What separates the cells: that which splits most rows into the same number of cells, at least two."""
    said = _SEPARATOR.match(text)
    if said:
        return said[1]
    lines = text.splitlines(keepends=True)
    best, best_score = ",", (0, 0)
    for delimiter in DELIMITERS:
        try:
            widths = Counter(len(row) for row in csv.reader(lines, delimiter=delimiter) if len(row) > 1)
        except csv.Error:
            continue
        if widths:
            width, count = max(widths.items(), key=lambda item: (item[1], item[0]))
            if (count, width) > best_score:
                best, best_score = delimiter, (count, width)
    return best


def _start(content: bytes) -> bytes:
    """The first rows: enough to judge by, and no half line where there are more."""
    if len(content) <= _SAMPLE:
        return content
    cut = max(content.rfind(b"\n", 0, _SAMPLE), content.rfind(b"\r", 0, _SAMPLE))
    return content[: cut + 1] if cut > 0 else content[:_SAMPLE]


def _old_encoding(content: bytes) -> str:
    """The likeliest encoding of bytes that are no UTF-8.

    First the one in which most foreign characters are those of French and English lists, since few are there
    to judge by (a heading, µL); among equals the one that charset-normalizer prefers.
    """
    # Imported here: most files are UTF-8, and this takes longer to load than a file to read.
    from charset_normalizer import from_bytes

    lines = [line for line in content.splitlines() if not line.isascii()][:_LINES_JUDGED]
    judged = b"\n".join(lines)[:_SAMPLE]
    scores: dict[str, int] = {}
    for encoding in OLD_ENCODINGS:
        text = judged.decode(encoding, "replace")
        foreign = sum(not c.isascii() for c in text)
        scores[encoding] = 2 * len(_USUAL_FOREIGN.findall(text)) - foreign
    likely = [encoding for encoding in OLD_ENCODINGS if scores[encoding] == max(scores.values())]
    if len({judged.decode(encoding, "replace") for encoding in likely}) == 1:
        return likely[0]
    guess = from_bytes(judged, cp_isolation=likely).best()
    return guess.encoding if guess and guess.encoding in likely else likely[0]


def _is_utf_8(content: bytes) -> bool:
    decoder = codecs.getincrementaldecoder("utf_8")()
    try:
        for start in range(0, len(content), _PIECE):
            decoder.decode(content[start : start + _PIECE])
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True


def _kind_of(content: bytes) -> str | None:
    return next((kind for mark, kind in _KINDS if content.startswith(mark)), None)


_END = "\0end of the file\0"
_SAMPLE = 65536
_PIECE = 1 << 20
_LINES_JUDGED = 500
_SEPARATOR = re.compile(r'\ufeff?"?sep=(.)"?\r?\n', re.IGNORECASE)
_LINE_END = re.compile(r"\r\n|\r|\n")
_USUAL_FOREIGN = re.compile(
    "[éèêëàâäçôöîïùûüÿœµ°²³’‘“”«»€…·±×\u00a0]|(?<![^\\W\\d_])[–—]|(?<![^\\W\\d_])[ÉÈÊËÀÂÄÇÔÖÎÏÙÛÜŒÆ]|(?<=[A-ZÉÈÊÀÇÔ])[ÉÈÊËÀÂÇÔÎÛŒÆ]"
)
_CONTROLS = re.compile(r"[\x01-\x08\x0e-\x1b\x7f\ufffd]")
_MARKS = (
    (codecs.BOM_UTF8, "utf_8_sig"),
    (codecs.BOM_UTF32_LE, "utf_32"),
    (codecs.BOM_UTF32_BE, "utf_32"),
    (codecs.BOM_UTF16_LE, "utf_16"),
    (codecs.BOM_UTF16_BE, "utf_16"),
)
_KINDS = (
    (b"PK\x03\x04", "xlsx"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "xls"),
    (b"%PDF-", "pdf"),
    (b"SQLite format 3\0", "sqlite"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x1f\x8b", "gzip"),
    (b"{\\rtf", "rtf"),
)
