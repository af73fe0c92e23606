"""Template files: read, checked against what makes a label scan, and written again."""

from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from freezerapp import resources
from freezerapp.documents.codes import Symbology
from freezerapp.documents.label_file import LabelFault, LabelTable, files, load, written
from freezerapp.documents.stock import SLACK, Area, Shape
from freezerapp.documents.template import (
    CURVED,
    Align,
    BadPattern,
    Box,
    Code,
    Element,
    Fit,
    For,
    Image,
    Line,
    On,
    Template,
    Text,
    Weight,
    is_field,
    pattern,
    place_of,
)
from freezerapp.domain.problems import Problem

_TURNS = (0, 90, 180, 270)
_LEAST_OF_SIZE = 0.7
_KINDS = ("text", "code", "line", "box", "image")
_KEYS = ("title", "title_fr", "for", "width", "height", "shape", "cap", "stock", *_KINDS)
_WIDE = 500.0


class UnknownTemplate(Problem):
    """No template has this name. Facts: the name, and names that come near it."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(name, near)
        self.name, self.near = name, near


def shipped_templates(*folders: Path) -> dict[str, Template]:
    """All templates by name: what comes with the program, then those of the user's folders, which win.

    Raises BadLabelFile for a file that can't be used.
    """
    return read_templates((resources.path("labels", "templates"), *folders))


def read_templates(folders: Iterable[Path]) -> dict[str, Template]:
    """The templates in the files of some folders, by name. Raises BadLabelFile."""
    return {name: template_of(name, load(file), file.parent) for name, file in files(folders).items()}


def template_called(known: Mapping[str, Template], name: str) -> Template:
    """The template of a name, whatever the case. Raises UnknownTemplate."""
    found = known.get(name.strip().lower())
    if found is None:
        import difflib

        raise UnknownTemplate(name, tuple(difflib.get_close_matches(name.lower()[:80], known)))
    return found


def template_of(name: str, values: Mapping[str, object], folder: Path | None = None) -> Template:
    """Check and make a template from the values of its file. Raises BadLabelFile."""
    table = LabelTable(values, name, _KEYS)
    kind = table.word("for", For)
    shape = table.word("shape", Shape, Shape.RECT)
    width = table.number("width", least=3)
    height = width if shape is Shape.ROUND else table.number("height", least=3)
    cap = table.number("cap", 0.0, most=100)
    elements: list[Element] = []
    for key, keys, read in _READERS:
        for each in table.tables(key, keys):
            element = read(each, kind)
            _check_place(each, element, width, height, cap)
            elements.append(element)
    title = table.text("title")
    found = Template(
        name,
        title,
        table.text("title_fr", title),
        kind,
        width,
        height,
        shape,
        cap,
        table.text("stock", ""),
        tuple(elements),
        str(folder or ""),
    )
    _check_whole(found, table)
    return found


def template_file(template: Template) -> str:
    """The file of a template, as ``template_of`` reads it."""
    values: dict[str, object] = {
        "title": template.title,
        "title_fr": template.title_fr if template.title_fr != template.title else None,
        "for": template.of.value,
        "width": template.width,
        "height": template.height if template.shape is Shape.RECT else None,
        "shape": template.shape.value if template.shape is not Shape.RECT else None,
        "cap": template.cap or None,
        "stock": template.stock or None,
    }
    for key, kind in zip(_KINDS, (Text, Code, Line, Box, Image), strict=True):
        values[key] = [_changed(element) for element in template.elements if isinstance(element, kind)]
    return written(values)


def _changed(element: Element) -> dict[str, object]:
    """What an element says beside what goes without saying."""
    usual: Mapping[str, object] = element._field_defaults
    return {key: value for key, value in element._asdict().items() if key not in usual or usual[key] != value}


def _check_place(table: LabelTable, element: Element, width: float, height: float, cap: float) -> None:
    room = Area(0, 0, cap, cap) if element.on is On.CAP else Area(0, 0, width, height)
    place = place_of(element)
    if not room.holds(place, SLACK):
        raise table.fault("x", LabelFault.OVER_THE_LABEL, f"{place.right:g} × {place.bottom:g} mm")


def _check_whole(template: Template, table: LabelTable) -> None:
    """Refuse what would make labels that nobody can read, or that can be lost with a lid."""
    texts = {(each.text, each.when) for each in template.elements if isinstance(each, Text)}
    for number, code in enumerate((each for each in template.elements if isinstance(each, Code)), start=1):
        if not texts & {(code.text, ""), (code.text, code.when)}:
            raise table.fault(f"code.{number}", LabelFault.NO_TEXT_BESIDE, code.text)
        on_a_tube = template.of in CURVED and code.symbology is Symbology.CODE_128
        if on_a_tube and code.rotate not in (90, 270):
            raise table.fault(f"code.{number}.rotate", LabelFault.NOT_A_LADDER, code.rotate)
    if template.of is For.TUBE and all(each.on is On.CAP for each in template.elements):
        raise table.fault("for", LabelFault.CAP_ALONE, template.of)
    for image in (each for each in template.elements if isinstance(each, Image)):
        file = Path(template.folder, image.file)
        if file.suffix.lower() != ".png" or file.parent != Path(template.folder) or not file.is_file():
            raise table.fault("image", LabelFault.NO_SUCH_PICTURE, image.file)


def _text(table: LabelTable, kind: For) -> Element:
    size = table.number("size", least=1, most=400)
    return Text(
        _pattern(table, kind),
        *_place(table),
        size,
        table.word("weight", Weight, Weight.REGULAR),
        table.word("align", Align, Align.LEFT),
        table.word("fit", Fit, Fit.SHRINK),
        table.number("least", round(size * _LEAST_OF_SIZE, 3), most=size),
        table.one_of("rotate", _TURNS, 0),
        *_shown(table, kind),
    )


def _code(table: LabelTable, kind: For) -> Element:
    return Code(
        _pattern(table, kind),
        table.word("symbology", Symbology),
        *_place(table),
        table.number("module", 0.254, least=0.1, most=5),
        table.one_of("rotate", _TURNS, 0),
        *_shown(table, kind),
    )


def _line(table: LabelTable, kind: For) -> Element:
    x, y, x2, y2 = (table.number(key, most=_WIDE) for key in ("x", "y", "x2", "y2"))
    return Line(x, y, x2, y2, table.number("thickness", 0.2, least=0.05, most=10), *_shown(table, kind))


def _box(table: LabelTable, kind: For) -> Element:
    thickness = table.number("thickness", 0.2, least=0.05, most=10)
    return Box(*_place(table), thickness, table.number("corner", 0.0), *_shown(table, kind))


def _image(table: LabelTable, kind: For) -> Element:
    return Image(table.text("file"), *_place(table), *_shown(table, kind))


def _place(table: LabelTable) -> tuple[float, float, float, float]:
    return (
        table.number("x", most=_WIDE),
        table.number("y", most=_WIDE),
        table.number("width", least=0.1, most=_WIDE),
        table.number("height", least=0.1, most=_WIDE),
    )


def _shown(table: LabelTable, kind: For) -> tuple[On, str]:
    when = table.text("when", "")
    if when and not is_field(kind, when.removeprefix("not ")):
        raise table.fault("when", LabelFault.UNKNOWN_FIELD, when)
    return table.word("on", On, On.SIDE), when


def _pattern(table: LabelTable, kind: For) -> str:
    text = table.text("text")
    try:
        fields = pattern(text).fields
    except BadPattern as problem:
        raise table.fault("text", LabelFault.BAD_TEXT, problem) from problem
    for field in sorted(fields):
        if not is_field(kind, field):
            raise table.fault("text", LabelFault.UNKNOWN_FIELD, field)
    return text


_READERS: tuple[tuple[str, tuple[str, ...], Callable[[LabelTable, For], Element]], ...] = (
    ("text", Text._fields, _text),
    ("code", Code._fields, _code),
    ("line", Line._fields, _line),
    ("box", Box._fields, _box),
    ("image", Image._fields, _image),
)
