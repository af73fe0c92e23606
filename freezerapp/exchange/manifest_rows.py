"""The list of a manifest as rows of text, the same in CSV and XLSX, with digests that show a changed cell.

Each row tells the manifest it belongs to, so that the list serves alone. Values are those of the files of this program:
English names of columns, decimal points, ISO dates. Columns that the profile withholds are not there at all.
"""

import hashlib
import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from freezerapp.domain.custody import canonical
from freezerapp.domain.manifest import Item, Manifest, fingerprint
from freezerapp.domain.manifest_check import WITHHELD
from freezerapp.domain.parcel import Profile
from freezerapp.exchange.manifests import LINE_DIGITS

HEAD = ("manifest", "version", "fingerprint", "tubes")
"""What every row says of the whole."""
ALWAYS = ("line", "package", "box", "position", "tube", "material", "material_name")
FACTS = (
    *("participant", "visit", "collected", "amount", "unit", "concentration", "thaws", "temperature", "sprec"),
    "remark",
)
"""What may be said of a tube."""
TAIL = ("list_digest", "line_digest")
FILLED_IN = ("outcome", "outcome_note")
"""Empty columns for whoever receives the parcel; no digest covers them."""


class Listed(NamedTuple):
    """A list as it stands in a file: what its rows say of the whole (the first of them), and the rows themselves.

    ``columns`` are those of the tubes, ``rows`` has their texts; ``digests`` are those beside the rows.
    """

    number: str
    version: str
    fingerprint: str
    tubes: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    list_digest: str
    digests: tuple[str, ...]


def listed(manifest: Manifest) -> Listed:
    """The list of a manifest, as CSV and XLSX say it."""
    columns = columns_of(manifest)
    packages = {box.code: cell(box.package) for box in manifest.boxes}
    rows = tuple(_row(item, packages, columns) for item in manifest.items)
    bare = Listed(
        cell(manifest.number),
        cell(manifest.version),
        fingerprint(manifest),
        cell(len(manifest.items)),
        columns,
        rows,
        list_digest="",
        digests=(),
    )
    return bare._replace(list_digest=list_digest(bare), digests=tuple(line_digest(bare, row) for row in rows))


def columns_of(manifest: Manifest) -> tuple[str, ...]:
    """What is told of each tube: of a full parcel all there is, of others only what some tube has and may be told."""
    if manifest.profile is Profile.FULL:
        return ALWAYS + FACTS
    told = (name for name in FACTS if name not in WITHHELD)
    return ALWAYS + tuple(name for name in told if any(cell(getattr(item, name)) for item in manifest.items))


def list_digest(listed: Listed) -> str:
    """SHA-256 over the list as canonical JSON: what it says of the whole, its columns and its rows, in their order."""
    return _sha([*listed[:4], list(listed.columns), [list(row) for row in listed.rows]])


def line_digest(listed: Listed, row: Sequence[str]) -> str:
    """The beginning of the SHA-256 over one row and what it says of the whole."""
    return _sha([*listed[:4], list(listed.columns), list(row)])[:LINE_DIGITS]


def cell(value: object) -> str:
    """A value as the text of a cell: line ends are evened out, and characters that no file can hold."""
    if value is None:
        return ""
    text = str(value)
    return text if text.isprintable() else _UNWRITABLE.sub("\ufffd", _LINE_END.sub("\n", text))


def list_of(columns: Sequence[str], rows: Iterable[Sequence[str]], whole: Sequence[str] | None = None) -> Listed | None:
    """A list that was read: rows of texts below these headings. None if the headings are not those of such a list.

    ``whole`` is what HEAD and the list's digest are, where the rows do not say it themselves. Columns may have
    changed places, and there may be others beside them; rows without a tube are left out.
    """
    where = {name.strip().casefold(): at for at, name in reversed(list(enumerate(columns)))}
    told = (*HEAD, TAIL[0])
    if not {*([] if whole else told), TAIL[1], "line", "box", "position", "tube"} <= where.keys():
        return None
    kept = tuple(name for name in ALWAYS + FACTS if name in where)
    picked = [where[name] for name in kept]
    head = tuple(whole) if whole else ()
    found, digests = [], []
    for row in rows:
        full = [cell(each) for each in row] + [""] * (len(columns) - len(row))
        said = head if whole else tuple(full[where[name]] for name in told)
        head = head or said
        values = tuple(full[at] for at in picked)
        if any(values):
            found.append(values)
            # A row that names another manifest has no digest of this one, whatever it says.
            digests.append(full[where[TAIL[1]]] if said == head else "")
    if not head:
        return None
    number, version, fingerprint_said, tubes, list_said = head
    return Listed(number, version, fingerprint_said, tubes, kept, tuple(found), list_said, tuple(digests))


def outcomes_of(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[tuple[str, str, str]]:
    """What the receiver filled in: tube, outcome and note of each row, as they stand there."""
    where = {name.strip().casefold(): at for at, name in reversed(list(enumerate(columns)))}
    wanted = [where.get(name) for name in ("tube", *FILLED_IN)]

    def at(row: Sequence[str], place: int | None) -> str:
        return row[place].strip() if place is not None and place < len(row) else ""

    return [(at(row, wanted[0]), at(row, wanted[1]), at(row, wanted[2])) for row in rows]


def _row(item: Item, packages: dict[str, str], columns: Sequence[str]) -> tuple[str, ...]:
    return tuple(
        packages.get(item.box, "")
        if name == "package"
        else cell(item.number if name == "line" else getattr(item, name))
        for name in columns
    )


def _sha(value: object) -> str:
    return hashlib.sha256(canonical(value).encode("utf_8", "replace")).hexdigest()


_LINE_END = re.compile(r"\r\n|\r")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
