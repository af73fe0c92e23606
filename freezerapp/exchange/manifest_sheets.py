"""What the workbook of a manifest says, sheet by sheet, as rows of text: facts, list, and a grid for each box.

A pure function of the manifest: the workbook is written from it, and one that comes back is compared with it.
"""

import hashlib
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from freezerapp.domain.custody import canonical
from freezerapp.domain.manifest import BoxFacts, Item, Manifest, PackageFacts, fingerprint
from freezerapp.exchange.manifest_rows import FILLED_IN, TAIL, Listed, cell, listed

FACTS_SHEET, LIST_SHEET = "Manifest", "List"
DIGEST = "SHA-256 of "
"""Begins the label of a sheet's digest among the facts; that of the facts themselves comes last."""
LONGEST_NAME = 31
UNITS = {"keep_from": "°C", "keep_to": "°C", "transit_limit_h": "h"}
PACKAGE_HEADINGS = (
    *("package", "kind", "boxes", "length (mm)", "width (mm)", "height (mm)", "gross (kg)", "dry ice, net (kg)"),
)
BOX_HEADINGS = ("box", "package", "tubes", "sheet")

Rows = tuple[tuple[str, ...], ...]


class Sheet(NamedTuple):
    """One sheet: its name and its rows of texts; of a grid, the box it draws and where its first position stands."""

    name: str
    rows: Rows
    box: BoxFacts | None = None


GRID_TOP, GRID_LEFT = 3, 1
"""Row and column (from 0) of the first position in the sheet of a box."""


def sheets(manifest: Manifest) -> tuple[Sheet, ...]:
    """All sheets in their order: facts, list, grids."""
    found = listed(manifest)
    names = sheet_names(box.code for box in manifest.boxes)
    by_box: dict[str, list[Item]] = {box.code: [] for box in manifest.boxes}
    for item in manifest.items:
        by_box[item.box].append(item)
    grids = tuple(
        Sheet(name, _grid(box, by_box[box.code]), box) for name, box in zip(names, manifest.boxes, strict=True)
    )
    counts = [len(by_box[box.code]) for box in manifest.boxes]
    digests = {LIST_SHEET: found.list_digest, **{grid.name: rows_digest(grid.rows) for grid in grids}}
    return Sheet(FACTS_SHEET, _facts(manifest, names, counts, digests)), Sheet(LIST_SHEET, list_rows(found)), *grids


def list_rows(found: Listed) -> Rows:
    """The list with its heading; what is the same in every row stands among the facts."""
    heading = (*found.columns, TAIL[1], *FILLED_IN)
    return heading, *((*row, digest, "", "") for row, digest in zip(found.rows, found.digests, strict=True))


def rows_digest(rows: Iterable[Sequence[str]]) -> str:
    """SHA-256 over the texts of a sheet as canonical JSON, without empty cells and rows at the end."""
    return hashlib.sha256(canonical(trimmed(rows)).encode("utf_8", "replace")).hexdigest()


def trimmed(rows: Iterable[Sequence[str]]) -> list[list[str]]:
    """Rows without what is empty behind and below."""
    found = []
    for row in rows:
        texts = list(row)
        while texts and not texts[-1]:
            texts.pop()
        found.append(texts)
    while found and not found[-1]:
        found.pop()
    return found


def sheet_names(codes: Iterable[str]) -> list[str]:
    """A name for the sheet of each box that every spreadsheet takes: short, without its special characters, unique."""
    taken = {FACTS_SHEET.casefold(), LIST_SHEET.casefold(), "history"}
    names = []
    for code in codes:
        plain = "".join("_" if c in "[]:*?/\\'" or not c.isprintable() else c for c in code).strip() or "_"
        # Counted as Excel does, in halves of characters beyond the first 65,536.
        name = _cut(plain, LONGEST_NAME)
        number = 2
        while name.casefold() in taken:
            tail = f" ({number})"
            name = _cut(plain, LONGEST_NAME - len(tail)) + tail
            number += 1
        taken.add(name.casefold())
        names.append(name)
    return names


def label(path: str) -> str:
    """The name of a field as it stands among the facts: "transport.keep_to" as "transport, keep to"."""
    return path.replace("_", " ").replace(".", ", ")


def _facts(manifest: Manifest, names: Sequence[str], counts: Sequence[int], digests: dict[str, str]) -> Rows:
    rows: list[tuple[str, ...]] = [("FreezerApp manifest",)]
    rows += [(label(path), text) for path, text in _said("", manifest)]
    materials = _counted(item.material_name or item.material for item in manifest.items)
    rows += [
        ("tubes", cell(len(manifest.items))),
        *((label(f"tubes.{name}"), cell(count)) for name, count in materials.items()),
        (),
        PACKAGE_HEADINGS,
        *(_package(package) for package in manifest.packages),
        (),
        BOX_HEADINGS,
        *(
            (cell(box.code), cell(box.package), cell(count), name)
            for box, count, name in zip(manifest.boxes, counts, names, strict=True)
        ),
        (),
        ("fingerprint", fingerprint(manifest)),
        *((f"{DIGEST}{name}", digest) for name, digest in digests.items()),
    ]
    return *rows, (f"{DIGEST}{FACTS_SHEET}", rows_digest(rows))


def _said(path: str, value: Any) -> Iterable[tuple[str, str]]:
    for name in value._fields:
        each = getattr(value, name)
        if name in ("packages", "boxes", "items"):
            continue
        if isinstance(each, tuple) and hasattr(each, "_fields"):
            yield from _said(f"{path}{name}.", each)
        elif isinstance(each, tuple):
            yield f"{path}{name}", cell("\n".join(each))
        elif isinstance(each, bool):
            yield f"{path}{name}", "yes" if each else "no"
        elif each is not None and each != "":
            yield f"{path}{name}", cell(f"{each} {UNITS[name]}" if name in UNITS else each)


def _package(package: PackageFacts) -> tuple[str, ...]:
    sizes = (package.length_mm, package.width_mm, package.height_mm)
    masses = (package.gross_g, package.ice_g)
    return (
        cell(package.number),
        cell(package.kind),
        cell(", ".join(package.boxes)),
        *map(cell, sizes),
        *("" if mass is None else _kilograms(mass) for mass in masses),
    )


def _kilograms(grams: int) -> str:
    whole, rest = divmod(abs(grams), 1000)
    text = f"{whole}.{rest:03}".rstrip("0").rstrip(".")
    return f"-{text}" if grams < 0 else text


def _grid(box: BoxFacts, items: Sequence[Item]) -> Rows:
    columns = [*box.column_headings] if box.column_headings else [""] * box.columns
    headings = [*box.row_headings] if box.row_headings else [""] * box.rows
    grid = [[""] * box.columns for _ in range(box.rows)]
    for row, column in box.absent:
        if row < box.rows and column < box.columns:
            grid[row][column] = "×"
    for item in items:
        grid[item.row][item.column] = cell(f"{item.number} · {item.position}\n{item.tube}")
    return (
        (cell(box.code), "", cell(len(items))),
        (),
        (cell(f"◤ {box.first}"), *map(cell, columns)),
        *((cell(heading), *row) for heading, row in zip(headings, grid, strict=True)),
    )


def _counted(things: Iterable[str]) -> dict[str, int]:
    counts: dict[str, int] = {}
    for thing in things:
        counts[thing] = counts.get(thing, 0) + 1
    return counts


def _cut(text: str, most: int) -> str:
    while len(text.encode("utf_16_le", "replace")) > 2 * most:
        text = text[:-1]
    return text.strip() or "_"
