"""Template files: read, checked against what makes a label scan, and written again."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import NamedTuple

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
    spoken,
)
from freezerapp.domain.problems import Problem

_TURNS = (0, 90, 180, 270)
_LEAST_OF_SIZE = 0.7
_KINDS = ("text", "code", "line", "box", "image")
_CLASSES: tuple[type[Element], ...] = (Text, Code, Line, Box, Image)
_KEYS = ("title", "title_fr", "for", "width", "height", "shape", "cap", "stock", *_KINDS)
_WIDE = 500.0


class TemplateFault(NamedTuple):
    """What makes a template impossible: the element (from 0, -1 for the whole), its key, what, the text in question."""

    element: int
    key: str
    what: LabelFault
    detail: str


class UnknownTemplate(Problem):
    """No template has this name. Facts: the name, and names that come near it."""

    def __init__(self, name: str, near: tuple[str, ...]) -> None:
        super().__init__(name, near)
        self.name, self.near = name, near


def shipped_templates(*folders: Path) -> dict[str, Template]:
    """All templates by name: what comes with the program, then those of the user's folders, which win.

    Raises BadLabelFile for a file that can't be used.
    """
    return dict(sorted((_of_the_program() | read_templates(folders)).items()))


@cache
def _of_the_program() -> dict[str, Template]:
    """What comes with the program is read once."""
    return read_templates((resources.path("labels", "templates"),))


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
            elements.append(read(each))
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
    for said in (found, spoken(found, "fr")):
        for fault in template_faults(said):
            raise table.fault(_where(found, fault), fault.what, fault.detail)
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
    for key, kind in zip(_KINDS, _CLASSES, strict=True):
        values[key] = [_changed(element) for element in template.elements if isinstance(element, kind)]
    return written(values)


def _changed(element: Element) -> dict[str, object]:
    """What an element says beside what goes without saying."""
    usual: Mapping[str, object] = element._field_defaults
    if isinstance(element, Text):
        usual = {**usual, "least": _usual_least(element.size)}
    return {key: value for key, value in element._asdict().items() if key not in usual or usual[key] != value}


def template_faults(template: Template) -> Iterator[TemplateFault]:
    """All that makes a template impossible: nobody could read its labels, or they are lost with a lid."""
    if not template.title.strip() or not template.title.isprintable():
        yield TemplateFault(-1, "title", LabelFault.MISSING, "")
    for number, element in enumerate(template.elements):
        yield from (
            TemplateFault(number, key, what, detail) for key, what, detail in _element_faults(template, element)
        )
    texts = {(each.text, each.when) for each in template.elements if isinstance(each, Text)}
    for number, code in enumerate(template.elements):
        if isinstance(code, Code):
            if not texts & {(code.text, ""), (code.text, code.when)}:
                yield TemplateFault(number, "", LabelFault.NO_TEXT_BESIDE, code.text)
            on_a_tube = template.of in CURVED and code.symbology is Symbology.CODE_128
            if on_a_tube and code.rotate not in (90, 270):
                yield TemplateFault(number, "rotate", LabelFault.NOT_A_LADDER, str(code.rotate))
    if template.of is For.TUBE and template.elements and all(each.on is On.CAP for each in template.elements):
        yield TemplateFault(-1, "for", LabelFault.CAP_ALONE, template.of.value)
    for number, image in enumerate(template.elements):
        if isinstance(image, Image):
            file = Path(template.folder, image.file)
            if file.suffix.lower() != ".png" or file.parent != Path(template.folder) or not file.is_file():
                yield TemplateFault(number, "file", LabelFault.NO_SUCH_PICTURE, image.file)


def _element_faults(template: Template, element: Element) -> Iterator[tuple[str, LabelFault, str]]:
    """What is wrong with one element by itself, and by which of its keys."""
    place = place_of(element)
    cap = template.cap
    room = Area(0, 0, cap, cap) if element.on is On.CAP else Area(0, 0, template.width, template.height)
    if not room.holds(place, SLACK):
        yield "x", LabelFault.OVER_THE_LABEL, f"{place.right:g} × {place.bottom:g} mm"
    if element.when and not is_field(template.of, element.when.removeprefix("not ")):
        yield "when", LabelFault.UNKNOWN_FIELD, element.when
    if isinstance(element, Text | Code):
        if not element.text.strip() or not element.text.isprintable():
            yield "text", LabelFault.MISSING, element.text
            return
        try:
            fields = pattern(element.text).fields
        except BadPattern as problem:
            yield "text", LabelFault.BAD_TEXT, str(problem)
            return
        for field in sorted(fields):
            if not is_field(template.of, field):
                yield "text", LabelFault.UNKNOWN_FIELD, field


def _where(template: Template, fault: TemplateFault) -> str:
    """The place of a fault in its file: ``text.2.x``; of the pictures no number is told."""
    if fault.element < 0:
        return fault.key
    kind = type(template.elements[fault.element])
    key = _KINDS[_CLASSES.index(kind)]
    if fault.what is LabelFault.NO_SUCH_PICTURE:
        return key
    number = sum(isinstance(each, kind) for each in template.elements[: fault.element + 1])
    return ".".join(filter(None, (key, str(number), fault.key)))


def _text(table: LabelTable) -> Element:
    size = table.number("size", least=1, most=400)
    return Text(
        table.text("text"),
        *_place(table),
        size,
        table.word("weight", Weight, Weight.REGULAR),
        table.word("align", Align, Align.LEFT),
        table.word("fit", Fit, Fit.SHRINK),
        table.number("least", _usual_least(size), most=size),
        table.one_of("rotate", _TURNS, 0),
        *_shown(table),
        table.text("text_fr", ""),
    )


def _usual_least(size: float) -> float:
    """How small a text becomes that has no room, where nothing else is said."""
    return round(size * _LEAST_OF_SIZE, 3)


def _code(table: LabelTable) -> Element:
    return Code(
        table.text("text"),
        table.word("symbology", Symbology),
        *_place(table),
        table.number("module", 0.254, least=0.1, most=5),
        table.one_of("rotate", _TURNS, 0),
        *_shown(table),
    )


def _line(table: LabelTable) -> Element:
    x, y, x2, y2 = (table.number(key, most=_WIDE) for key in ("x", "y", "x2", "y2"))
    return Line(x, y, x2, y2, table.number("thickness", 0.2, least=0.05, most=10), *_shown(table))


def _box(table: LabelTable) -> Element:
    thickness = table.number("thickness", 0.2, least=0.05, most=10)
    return Box(*_place(table), thickness, table.number("corner", 0.0), *_shown(table))


def _image(table: LabelTable) -> Element:
    return Image(table.text("file"), *_place(table), *_shown(table))


def _place(table: LabelTable) -> tuple[float, float, float, float]:
    return (
        table.number("x", most=_WIDE),
        table.number("y", most=_WIDE),
        table.number("width", least=0.1, most=_WIDE),
        table.number("height", least=0.1, most=_WIDE),
    )


def _shown(table: LabelTable) -> tuple[On, str]:
    return table.word("on", On, On.SIDE), table.text("when", "")


_READERS: tuple[tuple[str, tuple[str, ...], Callable[[LabelTable], Element]], ...] = (
    ("text", Text._fields, _text),
    ("code", Code._fields, _code),
    ("line", Line._fields, _line),
    ("box", Box._fields, _box),
    ("image", Image._fields, _image),
)
