"""The form beside the drawing: all that can be said of the element that is chosen."""

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from freezerapp.documents.codes import Symbology
from freezerapp.documents.designing import GRID, LEAST_PLACE
from freezerapp.documents.template import Align, Box, Code, Element, Fit, Image, Line, On, Template, Text, Weight
from freezerapp.ui.label_words import element_words, field_word, fields_for, finding_words, symbology_word
from freezerapp.ui.widgets.millimetres import Millimetres

if TYPE_CHECKING:
    from freezerapp.documents.proof import Proof

LEAST_OF_SIZE = 0.7
MOST_MM, MOST_POINTS = 500.0, 400.0
SAID = 26
"""Letters of a value that a menu shows."""
ALWAYS, WITH, WITHOUT = "", "with", "without"


class ElementForm(QWidget):
    """``edited`` carries the element as it is now, and about what the change was: letters typed in a row are one."""

    edited = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._element: Element | None = None
        self._template: Template | None = None
        self._own: dict[str, str] = {}
        self._values: Mapping[str, str] = {}
        self._filling = False
        self.head = QLabel()
        self.head.setProperty("look", "title")
        self.head.setWordWrap(True)
        self.text = QLineEdit()
        self.fields = QPushButton(self.tr("&Insert field"))
        self.fields.setProperty("menu", "true")
        self.fields.setAutoDefault(False)
        menu = QMenu(self.fields)
        menu.aboutToShow.connect(lambda: self._fill_fields(menu))
        self.fields.setMenu(menu)
        self.symbology = _choice((each, symbology_word(each)) for each in Symbology)
        self.left, self.top = Millimetres(0, MOST_MM, GRID), Millimetres(0, MOST_MM, GRID)
        self.wide, self.high = (Millimetres(LEAST_PLACE / 5, MOST_MM, GRID) for _ in range(2))
        self.x2, self.y2 = Millimetres(0, MOST_MM, GRID), Millimetres(0, MOST_MM, GRID)
        self.points, self.least = Millimetres(1, MOST_POINTS, 0.5), Millimetres(0, MOST_POINTS, 0.5)
        for number in (self.points, self.least):
            number.setSuffix(" pt")
        self.weight = _choice(
            (
                (Weight.REGULAR, self.tr("Regular")),
                (Weight.MEDIUM, self.tr("Medium")),
                (Weight.SEMIBOLD, self.tr("Semibold")),
                (Weight.BOLD, self.tr("Bold")),
            )
        )
        self.align = _choice(
            ((Align.LEFT, self.tr("Left")), (Align.CENTRE, self.tr("Centre")), (Align.RIGHT, self.tr("Right")))
        )
        self.fit = _choice(((Fit.SHRINK, self.tr("Make it smaller")), (Fit.CUT, self.tr("Cut it, with a mark"))))
        self.module = Millimetres(0.1, 5, 0.01)
        self.dots = QLabel()
        self.dots.setProperty("look", "secondary")
        self.thickness, self.corner = Millimetres(0.05, 10, 0.05), Millimetres(0, 50, GRID)
        self.turn = _choice((turn, self.tr("{degrees}°").format(degrees=turn)) for turn in (0, 90, 180, 270))
        self.on = _choice(((On.SIDE, self.tr("On the side")), (On.CAP, self.tr("On the cap"))))
        self.rule = _choice(
            ((ALWAYS, self.tr("Always")), (WITH, self.tr("Only with")), (WITHOUT, self.tr("Only without")))
        )
        self.rule_field = _choice(())
        self.remove = QPushButton(self.tr("Take off the la&bel"))
        self.remove.setAutoDefault(False)
        self.wrong = QLabel()
        self.wrong.setProperty("look", "warning")
        self.wrong.setWordWrap(True)
        self._form = QFormLayout()
        self._form.setVerticalSpacing(6)
        self._form.setContentsMargins(0, 0, 0, 0)
        self._rows: dict[str, QWidget] = {}
        self._lay_out()
        self._connect()

    def set_own_fields(self, own: Mapping[str, str]) -> None:
        """The site's own fields and what they are called."""
        self._own = dict(own)

    def begin(self) -> None:
        """Let the keyboard go on with the text, or with the first number."""
        field = self.text if isinstance(self._element, Text | Code) else self.left
        field.setFocus(Qt.FocusReason.OtherFocusReason)
        field.selectAll()

    def show_element(self, template: Template, number: int, found: "Proof", values: Mapping[str, str]) -> None:
        """Show what there is to say of an element; ``values`` are the facts of the thing that is shown."""
        element = template.elements[number]
        same_kind = type(element) is type(self._element)
        fields_changed = self._template is None or self._template.of is not template.of or not self.rule_field.count()
        self._template, self._element, self._values = template, element, values
        self._filling = True
        if fields_changed:
            self._fill_rule()
        if not same_kind or fields_changed:
            self._show_rows(element)
        self._form.setRowVisible(self._rows["on"], bool(template.cap) or element.on is On.CAP)
        self._fill(element)
        self._filling = False
        self.head.setText(element_words(element))
        self._tell(number, found)

    def _lay_out(self) -> None:
        line = QHBoxLayout()
        line.setSpacing(6)
        line.addWidget(self.text, 1)
        across, down = self.tr("from the left"), self.tr("from the top")
        rows: Sequence[tuple[str, str, tuple[QWidget, ...]]] = (
            ("text", self.tr("Te&xt"), (self.text,)),
            ("fields", "", (self.fields,)),
            ("symbology", self.tr("S&ymbology"), (self.symbology,)),
            ("place", self.tr("&Place"), (self.left, self.top)),
            ("measure", self.tr("Si&ze"), (self.wide, self.high)),
            ("end", self.tr("&End"), (self.x2, self.y2)),
            ("module", self.tr("S&quares"), (self.module,)),
            ("dots", "", (self.dots,)),
            ("size", self.tr("&Font size"), (self.points,)),
            ("weight", self.tr("&Weight"), (self.weight,)),
            ("align", self.tr("&Alignment"), (self.align,)),
            ("fit", self.tr("If too lon&g"), (self.fit,)),
            ("least", self.tr("S&mallest"), (self.least,)),
            ("thickness", self.tr("Thic&kness"), (self.thickness,)),
            ("corner", self.tr("Corner ra&dius"), (self.corner,)),
            ("turn", self.tr("R&otation"), (self.turn,)),
            ("on", self.tr("Pie&ce"), (self.on,)),
            ("when", self.tr("S&hown"), (self.rule,)),
            ("field", "", (self.rule_field,)),
        )
        said = {"place": (across, down), "measure": (self.tr("wide"), self.tr("high")), "end": (across, down)}
        for name, text, fields in rows:
            self._row(name, text, fields, said.get(name, ()))
        self.fields.setAccessibleName(self.tr("Insert field"))
        self.rule_field.setAccessibleName(self.tr("Field of the rule"))
        self.module.setToolTip(self.tr("Width of a square or of the thinnest bar, in whole dots of the printer"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 12, 0)
        layout.setSpacing(10)
        layout.addWidget(self.head)
        layout.addLayout(self._form)
        layout.addWidget(self.wrong)
        layout.addWidget(self.remove, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addStretch(1)

    def _row(self, name: str, text: str, fields: tuple[QWidget, ...], said: tuple[str, ...]) -> None:
        label = QLabel(text)
        label.setProperty("look", "field-label")
        part = QWidget()
        line = QHBoxLayout(part)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(6)
        plain = text.replace("&", "")
        for number, field in enumerate(fields):
            word = said[number] if said else ""
            if plain:
                field.setAccessibleName(f"{plain}, {word}" if word else plain)
            if word:
                field.setToolTip(word)
            line.addWidget(field, 1)
        if plain:
            label.setBuddy(fields[0])
        self._rows[name] = part
        self._form.addRow(label, part)

    def _connect(self) -> None:
        self.text.textEdited.connect(lambda _text: self._edit("text"))
        for name, field in (
            ("x", self.left),
            ("y", self.top),
            ("wide", self.wide),
            ("high", self.high),
            ("x2", self.x2),
            ("y2", self.y2),
            ("size", self.points),
            ("least", self.least),
            ("module", self.module),
            ("thickness", self.thickness),
            ("corner", self.corner),
        ):
            field.valueChanged.connect(lambda _value, name=name: self._edit(name))
        for choice in (self.symbology, self.weight, self.align, self.fit, self.turn, self.on, self.rule_field):
            choice.currentIndexChanged.connect(lambda _index: self._edit(""))
        self.rule.currentIndexChanged.connect(self._on_rule)

    def _show_rows(self, element: Element) -> None:
        """Only what such an element has."""
        is_text, is_code, is_line = (isinstance(element, kind) for kind in (Text, Code, Line))
        for names, shown in (
            (("text", "fields"), is_text or is_code),
            (("symbology", "module", "dots"), is_code),
            (("size", "weight", "align", "fit", "least"), is_text),
            (("measure",), not is_line),
            (("end",), is_line),
            (("thickness",), isinstance(element, Line | Box)),
            (("corner",), isinstance(element, Box)),
            (("turn",), is_text or is_code),
        ):
            for name in names:
                self._form.setRowVisible(self._rows[name], shown)

    def _fill(self, element: Element) -> None:
        self.left.put(element.x)
        self.top.put(element.y)
        self.on.setCurrentIndex(self.on.findData(element.on))
        rule = ALWAYS if not element.when else WITHOUT if element.when.startswith("not ") else WITH
        self.rule.setCurrentIndex(self.rule.findData(rule))
        field = element.when.removeprefix("not ")
        if field and self.rule_field.findData(field) < 0:
            self.rule_field.addItem(field, field)
        if field:
            self.rule_field.setCurrentIndex(self.rule_field.findData(field))
        self._form.setRowVisible(self._rows["field"], rule != ALWAYS)
        if isinstance(element, Line):
            self.x2.put(element.x2)
            self.y2.put(element.y2)
        else:
            self.wide.put(element.width)
            self.high.put(element.height)
        if isinstance(element, Text | Code):
            if self.text.text() != element.text:
                self.text.setText(element.text)
            self.turn.setCurrentIndex(self.turn.findData(element.rotate))
        if isinstance(element, Text):
            self.points.put(element.size)
            self.least.put(element.least)
            for choice, word in ((self.weight, element.weight), (self.align, element.align), (self.fit, element.fit)):
                choice.setCurrentIndex(choice.findData(word))
            self.least.setEnabled(element.fit is Fit.SHRINK)
        elif isinstance(element, Code):
            self.symbology.setCurrentIndex(self.symbology.findData(element.symbology))
            self.module.put(element.module)
        elif isinstance(element, Line | Box):
            self.thickness.put(element.thickness)
            if isinstance(element, Box):
                self.corner.put(element.corner)

    def _fill_rule(self) -> None:
        assert self._template is not None
        self.rule_field.clear()
        for field in fields_for(self._template.of, self._own):
            self.rule_field.addItem(field_word(field, self._own), field)

    def _fill_fields(self, menu: QMenu) -> None:
        """Every field with what it says of the thing that is shown."""
        menu.clear()
        if self._template is None:
            return
        for action_text, field in field_lines(self._template, self._own, self._values):
            menu.addAction(action_text).triggered.connect(lambda _checked=False, field=field: self._insert(field))

    def _insert(self, field: str) -> None:
        self.text.insert("{" + field + "}")
        self.text.setFocus()
        self._edit("")

    def _on_rule(self) -> None:
        self._form.setRowVisible(self._rows["field"], self.rule.currentData() != ALWAYS)
        self._edit("")

    def _edit(self, about: str) -> None:
        """Something was entered: the element as it is then."""
        if self._filling or self._element is None:
            return
        made = self._made(self._element, about)
        if made != self._element:
            self.edited.emit(made, about)

    def _made(self, before: Element, about: str) -> Element:
        x, y, on, when = self.left.value(), self.top.value(), On(str(self.on.currentData())), self._when()
        width, height, turn = self.wide.value(), self.high.value(), int(self.turn.currentData())
        if isinstance(before, Line):
            return Line(x, y, self.x2.value(), self.y2.value(), self.thickness.value(), on, when)
        if isinstance(before, Box):
            return Box(x, y, width, height, self.thickness.value(), self.corner.value(), on, when)
        if isinstance(before, Image):
            return Image(before.file, x, y, width, height, on, when)
        if isinstance(before, Code):
            symbology = Symbology(str(self.symbology.currentData()))
            return Code(self.text.text(), symbology, x, y, width, height, self.module.value(), turn, on, when)
        size = self.points.value()
        least = round(size * LEAST_OF_SIZE, 3) if about == "size" else min(size, self.least.value())
        return before._replace(
            text=self.text.text(),
            x=x,
            y=y,
            width=width,
            height=height,
            size=size,
            weight=Weight(str(self.weight.currentData())),
            align=Align(str(self.align.currentData())),
            fit=Fit(str(self.fit.currentData())),
            least=least,
            rotate=turn,
            on=on,
            when=when,
        )

    def _when(self) -> str:
        rule, field = self.rule.currentData(), str(self.rule_field.currentData() or "")
        if rule == ALWAYS or not field:
            return ""
        return field if rule == WITH else f"not {field}"

    def _tell(self, number: int, found: "Proof") -> None:
        """What is wrong with it, and how large the squares of a code come out."""
        self.wrong.setText("\n".join(finding_words(each) for each in found.of(number)))
        self.wrong.setVisible(bool(self.wrong.text()))
        keys = {"text"} if any(each.what.value in ("bad text", "unknown field") for each in found.of(number)) else set()
        look = "problem" if keys else ""
        if (self.text.property("look") or "") != look:
            self.text.setProperty("look", look)
            self.text.style().unpolish(self.text)
            self.text.style().polish(self.text)
        module = found.modules.get(number)
        if module is None:
            self.dots.setText(self.tr("Not drawn"))
        else:
            width = self.locale().toString(module[0], "f", 3)
            self.dots.setText(self.tr("%Ln dot(s): {width} mm", "", module[1]).format(width=width))


def field_lines(template: Template, own: Mapping[str, str], values: Mapping[str, str]) -> list[tuple[str, str]]:
    """The lines of a menu of fields, with what each says of the thing that is shown; and the fields."""
    from freezerapp.documents.template import value

    found = []
    for field in fields_for(template.of, own):
        said = value(values, field)
        said = said if len(said) <= SAID else f"{said[: SAID - 1]}…"
        text = field_word(field, dict(own)).replace("&", "&&")
        found.append((f"{text}\t{said}" if said else text, field))
    return found


def _choice(words: Iterable[tuple[object, str]]) -> QComboBox:
    made = QComboBox()
    made.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
    made.setMinimumWidth(120)
    for word, text in words:
        made.addItem(text, word)
    return made
