"""Presets: what makes a box, or a freezer with everything in it, in one step."""

import difflib
import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from types import MappingProxyType
from typing import NamedTuple

from freezerapp.domain.container import ContainerType, Drawn, Holds, Kind, WrongContainer, check_child
from freezerapp.domain.folding import fold
from freezerapp.domain.position import (
    BadScheme,
    FillOrder,
    ImpossibleLayout,
    Layout,
    NoSuchPosition,
    Position,
    Scheme,
    nth_letters,
)
from freezerapp.domain.preset_table import BadPreset, Fault, Table
from freezerapp.domain.problems import Problem
from freezerapp.domain.schemes import BUILT_IN
from freezerapp.domain.temperature import Temperature

BOX_NAME = "{root}-{n:4}"
"""How the boxes of a new unit are called unless its preset says otherwise: F80-03-0001."""

MOST_MADE = 20_000
"""The most containers that one preset may make, boxes not counted."""

_MOST_ACROSS = 10_000
_COLDEST, _WARMEST = -273, 100
_FILE_KEYS = frozenset({"types", "presets"})
_TYPE_KEYS = frozenset(
    {"name", "name_fr", "kind", "rows", "columns", "shape", "scheme", "prefix", "fill", "holds", "accepts"}
    | {"materials", "temperature", "set_temperature", "drawn"}
)
_PRESET_KEYS = frozenset({"name", "name_fr", "type", "contents", "boxes", "box_name"})
_CONTENT_KEYS = frozenset({"type", "name", "code", "at", "contents"})
_FIELD = re.compile(r"\{([a-z]+)(?::([1-9]))?\}")
_FIELDS = frozenset({"root", "parent", "n", "letter", "label", "path"})


class UnknownPreset(Problem):
    """No preset has this code. Facts: the code, and the codes that come near it."""

    def __init__(self, code: str, near: tuple[str, ...]) -> None:
        super().__init__(code, near)
        self.code, self.near = code, near


class NotABox(Problem):
    """What should fill the box slots is no box. Facts: the code and the kind it makes."""

    def __init__(self, code: str, kind: str) -> None:
        super().__init__(code, kind)
        self.code, self.kind = code, kind


class NoBoxSlots(Problem):
    """A preset has no place for such boxes. Facts: the codes of the preset and of the box preset."""

    def __init__(self, code: str, boxes: str) -> None:
        super().__init__(code, boxes)
        self.code, self.boxes = code, boxes


class Content(NamedTuple):
    """What a preset puts into a container: one of ``type`` at each position of ``at``.

    Names and codes are patterns of text and ``{root}`` (the name of the whole), ``{parent}``, ``{n}``
    and ``{letter}`` (counted as the labels of the container count), ``{label}`` (the place, without its
    prefix), ``{path}`` (such labels from the root down, joined by hyphens); ``{n:3}`` has at least three
    digits.
    """

    type: ContainerType
    at: tuple[Position, ...]
    name: str
    code: str | None = None
    contents: tuple["Content", ...] = ()


class Preset(NamedTuple):
    """A recipe: a container of type ``root`` with its contents."""

    code: str
    name: str
    name_fr: str
    root: ContainerType
    contents: tuple[Content, ...] = ()
    box_name: str = BOX_NAME

    @property
    def is_box(self) -> bool:
        """Tell whether this makes one box to put tubes into."""
        return self.root.is_box and self.root.holds is Holds.SPECIMENS


@dataclass(frozen=True, slots=True)
class Planned:
    """One container to be made; ``parent_index`` points into the same plan, None for the root."""

    index: int
    parent_index: int | None
    type_code: str
    name: str
    position: Position | None
    code: str | None = None


class Presets(NamedTuple):
    """All container types and presets by code, in the order of the files.

    Every type is also a preset that makes one empty container of it, unless a preset of the same code
    says what it makes.
    """

    types: Mapping[str, ContainerType]
    presets: Mapping[str, Preset]

    def preset(self, code: str) -> Preset:
        """Find a preset, whatever the case. Raises UnknownPreset."""
        wanted = code.strip().lower()
        if wanted not in self.presets:
            raise UnknownPreset(code, tuple(difflib.get_close_matches(wanted[:80], self.presets)))
        return self.presets[wanted]

    def boxes(self) -> tuple[Preset, ...]:
        """Give the presets that make one box to put tubes into."""
        return tuple(each for each in self.presets.values() if each.is_box)


def plan(presets: Presets, code: str, name: str, boxes: str | None = None) -> tuple[Planned, ...]:
    """List the containers that a preset makes: the root first, each one before what it holds.

    With ``boxes`` (the code of a box preset) every free box slot that takes such a box gets an empty one,
    numbered through the whole unit. The root's name is also its code; boxes have codes; of the rest
    only what holds tubes has one.

    Raises UnknownPreset, NotABox, NoBoxSlots.
    """
    preset = presets.preset(code)
    if boxes is None:
        return tuple(_Plan(preset, name).made)
    box = presets.preset(boxes)
    if not box.is_box:
        raise NotABox(box.code, box.root.kind)
    made = _Plan(preset, name, box.root)
    if not made.boxes:
        raise NoBoxSlots(preset.code, box.code)
    return tuple(made.made)


def box_slots(preset: Preset) -> int:
    """Count the places for boxes in what a preset makes."""
    return sum(free for each, free in _free_positions(preset.root, preset.contents) if each.takes_boxes)


def tube_positions(preset: Preset) -> int:
    """Count the places for tubes in what a preset makes, without the boxes that its slots could take."""
    found = _free_positions(preset.root, preset.contents)
    return sum(free for each, free in found if each.holds is Holds.SPECIMENS)


def read_presets(data: Mapping[str, Mapping[str, object]]) -> Presets:
    """Check and make types and presets from preset files: the name of each file and its TOML tables.

    A file has tables ``types`` and ``presets``, each by code. A type may be in another file than the
    preset that uses it. Where a preset states the number of ``boxes`` it has room for, that is checked.

    Raises BadPreset, naming file and key.
    """
    files = [Table(content, name, _FILE_KEYS) for name, content in data.items()]
    types: dict[str, ContainerType] = {}
    presets: dict[str, Preset] = {}
    for file in files:
        for code, table in file.by_code("types", _TYPE_KEYS):
            if code in types:
                raise file.fault(f"types.{code}", Fault.TWICE, code)
            made = types[code] = _read_type(code, table)
            presets[code] = Preset(code, made.name, table.text("name_fr", made.name), made)
    own: set[str] = set()
    for file in files:
        for code, table in file.by_code("presets", _PRESET_KEYS):
            if code in own:
                raise file.fault(f"presets.{code}", Fault.TWICE, code)
            own.add(code)
            presets[code] = _read_preset(code, table, types)
    return Presets(MappingProxyType(types), MappingProxyType(presets))


class _Plan:
    """A plan while it is being made."""

    def __init__(self, preset: Preset, name: str, box: ContainerType | None = None) -> None:
        self.made: list[Planned] = [Planned(0, None, preset.root.code, name, None, name)]
        self.boxes = 0
        self._root, self._box, self._box_name = name, box, preset.box_name
        self._fill(0, preset.root, preset.contents, "")

    def _fill(self, parent: int, type_: ContainerType, contents: tuple[Content, ...], path: str) -> None:
        standing = {position: content for content in contents for position in content.at}
        box = self._box if self._box is not None and type_.may_hold(self._box) else None
        for n, position in enumerate(type_.layout.in_label_order(), start=1):
            content = standing.get(position)
            if content is None and box is None:
                continue
            label = type_.layout.label(position).removeprefix(type_.layout.scheme.prefix)
            here = f"{path}-{label}" if path else label
            facts = {"root": self._root, "parent": self.made[parent].name, "label": label, "path": here}
            if content is not None:
                code = None if content.code is None else _write(content.code, n, facts)
                made = self._add(parent, content.type, _write(content.name, n, facts), position, code)
                self._fill(made, content.type, content.contents, here)
            elif box is not None:
                self.boxes += 1
                name = _write(self._box_name, self.boxes, facts)
                self._add(parent, box, name, position, name)

    def _add(self, parent: int, type_: ContainerType, name: str, position: Position, code: str | None) -> int:
        index = len(self.made)
        self.made.append(Planned(index, parent, type_.code, name, position, code))
        return index


def _write(pattern: str, n: int, facts: Mapping[str, str]) -> str:
    def value(found: re.Match[str]) -> str:
        name, digits = found.group(1), found.group(2)
        if name == "n":
            return str(n).zfill(int(digits or 1))
        return nth_letters(n - 1) if name == "letter" else facts[name]

    return _FIELD.sub(value, pattern)


def _free_positions(type_: ContainerType, contents: tuple[Content, ...]) -> Iterator[tuple[ContainerType, int]]:
    """Give every container that is made, as its type and how many of its positions stay free."""
    yield type_, type_.layout.size - sum(len(content.at) for content in contents)
    for content in contents:
        for _ in content.at:
            yield from _free_positions(content.type, content.contents)


def _read_type(code: str, table: Table) -> ContainerType:
    degrees = None
    if "set_temperature" in table:
        degrees = table.whole("set_temperature", _COLDEST, _WARMEST)
    return ContainerType(
        code=code,
        name=table.text("name"),
        kind=table.word("kind", Kind),
        layout=_read_layout(table),
        holds=table.word("holds", Holds),
        accepts=table.words("accepts", Kind),
        materials=table.texts("materials"),
        temperature=table.word("temperature", Temperature) if "temperature" in table else None,
        set_temperature=degrees,
        drawn=table.word("drawn", Drawn, Drawn.GRID),
    )


def _read_layout(table: Table) -> Layout:
    """Read rows and columns, or a ``shape``: a line for each row, ``#`` a position and ``.`` none."""
    absent: frozenset[Position] = frozenset()
    if "shape" in table:
        shape = table.texts("shape")
        if not shape or len({len(line) for line in shape}) != 1 or set("".join(shape)) - {"#", "."}:
            raise table.fault("shape", Fault.WRONG_VALUE, "/".join(shape))
        if "rows" in table or "columns" in table:
            raise table.fault("rows", Fault.TWICE, "shape")
        rows, columns = len(shape), len(shape[0])
        cells = (Position(row, column) for row in range(rows) for column in range(columns))
        absent = frozenset(cell for cell in cells if shape[cell.row][cell.column] == ".")
    else:
        rows = table.whole("rows", 1, _MOST_ACROSS)
        columns = table.whole("columns", 1, _MOST_ACROSS)
    fill = table.word("fill", FillOrder, FillOrder.ROWS)
    try:
        return Layout(rows, columns, _read_scheme(table), fill, absent)
    except ImpossibleLayout as problem:
        raise BadPreset(table.where, Fault.IMPOSSIBLE_LAYOUT, problem.why) from problem


def _read_scheme(table: Table) -> Scheme:
    """Read ``scheme``, the name of a built-in one or a table of settings, and ``prefix`` beside it."""
    given = table.values.get("scheme", "A1")
    settings: dict[str, object] = {}
    if isinstance(given, Mapping):
        settings |= given
    elif isinstance(given, str) and given in BUILT_IN:
        settings |= asdict(BUILT_IN[given])
    else:
        raise table.fault("scheme", Fault.WRONG_VALUE, given)
    if "prefix" in table:
        settings["prefix"] = table.text("prefix")
    try:
        return Scheme.from_settings(settings)
    except BadScheme as problem:
        raise table.fault(f"scheme.{problem.setting}", Fault.WRONG_VALUE, problem.value) from problem


def _read_preset(code: str, table: Table, types: Mapping[str, ContainerType]) -> Preset:
    root, name = _type(table, types), table.text("name")
    contents = _read_contents(table, root, types)
    preset = Preset(code, name, table.text("name_fr", name), root, contents, _pattern(table, "box_name", BOX_NAME))
    if "n" not in _fields(preset.box_name):  # nothing else tells all boxes of a unit apart
        raise table.fault("box_name", Fault.BAD_PATTERN, preset.box_name)
    for made, _ in enumerate(_free_positions(root, contents)):
        if made >= MOST_MADE:
            raise BadPreset(table.where, Fault.TOO_MANY, str(MOST_MADE))
    if "boxes" in table and table.whole("boxes", 0, MOST_MADE * _MOST_ACROSS) != box_slots(preset):
        raise table.fault("boxes", Fault.WRONG_CAPACITY, box_slots(preset))
    _check_names(preset, table)
    return preset


def _read_contents(table: Table, parent: ContainerType, types: Mapping[str, ContainerType]) -> tuple[Content, ...]:
    found: list[Content] = []
    free = dict.fromkeys(parent.layout.in_label_order())
    for each in table.tables("contents", _CONTENT_KEYS):
        type_ = _type(each, types)
        try:
            check_child(parent, type_)
            at = tuple(parent.layout.parse(label) for label in each.texts("at")) or tuple(free)
        except WrongContainer as problem:
            raise each.fault("type", Fault.NOT_ACCEPTED, type_.kind) from problem
        except NoSuchPosition as problem:
            raise each.fault("at", Fault.NO_SUCH_POSITION, problem.text) from problem
        if not at or len(set(at)) != len(at) or not set(at) <= set(free):
            raise each.fault("at", Fault.TWICE, type_.code)
        for position in at:
            del free[position]
        if type_.holds is Holds.SPECIMENS and "code" not in each:
            raise each.fault("code", Fault.MISSING, "code")
        code = _pattern(each, "code") if "code" in each else None
        name = _pattern(each, "name")
        found.append(Content(type_, at, name, code, _read_contents(each, type_, types)))
    return tuple(found)


def _check_names(preset: Preset, table: Table) -> None:
    """Refuse patterns that would give two containers one code, or two neighbours one name."""
    seen: set[object] = set()
    for each in _Plan(preset, "x").made:
        for key in ((each.parent_index, fold(each.name)), each.code and fold(each.code)):
            if key is not None and key in seen:
                raise table.fault("contents", Fault.TWICE, each.code or each.name)
            seen.add(key)


def _type(table: Table, types: Mapping[str, ContainerType]) -> ContainerType:
    code = table.text("type")
    if code not in types:
        raise table.fault("type", Fault.UNKNOWN_TYPE, code)
    return types[code]


def _pattern(table: Table, key: str, default: str | None = None) -> str:
    found = table.text(key, default)
    rest = _FIELD.sub("", found)
    if "{" in rest or "}" in rest or not _fields(found) <= _FIELDS:
        raise table.fault(key, Fault.BAD_PATTERN, found)
    return found


def _fields(pattern: str) -> set[str]:
    return {found.group(1) for found in _FIELD.finditer(pattern)}
