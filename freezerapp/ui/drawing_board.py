"""The label that is being designed: its steps, what is chosen on it, on what stock and with whose data it is drawn."""

from collections.abc import Mapping
from pathlib import Path

from PySide6.QtCore import QObject, QTemporaryDir, Signal
from PySide6.QtGui import QImage

from freezerapp.documents import designing
from freezerapp.documents.codes import Symbology
from freezerapp.documents.draft import Draft
from freezerapp.documents.label_folders import label_folder
from freezerapp.documents.label_sheets import LabelsNotWritten
from freezerapp.documents.own_labels import bring_picture, name_from, names_taken, write_template
from freezerapp.documents.proof import Proof, proof
from freezerapp.documents.stock import Stock
from freezerapp.documents.template import Element, Image, On, Template
from freezerapp.ui.labelling import Library

DRAG = "drag"


class DrawingBoard(QObject):
    """``changed``: something else is to be seen."""

    changed = Signal()

    def __init__(self, known: Library, template: Template, stock: Stock, dpi: int, parent: QObject) -> None:
        super().__init__(parent)
        self.known = known
        self.dpi = dpi
        self.stock = stock
        self.facts: Mapping[str, str] = {}
        self.number = -1
        self._pictures = QTemporaryDir()
        self._draft = Draft(self._with_pictures(template))
        self.proof: Proof = proof(self.template, stock, dpi, self.facts)

    @property
    def template(self) -> Template:
        """As it is now."""
        return self._draft.template

    @property
    def draft(self) -> Draft:
        """Its steps."""
        return self._draft

    @property
    def element(self) -> Element | None:
        """The one that is chosen."""
        return self.template.elements[self.number] if self.number >= 0 else None

    @property
    def can_save(self) -> bool:
        """Whether there is something to be saved, and nothing against it."""
        is_new = self._draft.changed or not self.template.name
        return is_new and bool(self.template.elements) and not self.proof.refused

    def begin(self, template: Template, stock: Stock) -> None:
        """Draw on another template; the steps of the former are gone."""
        self._draft = Draft(self._with_pictures(template))
        self.stock, self.number = stock, -1
        self._refresh()

    def put(self, template: Template, about: str = "") -> None:
        """Take a step."""
        if self._draft.put(template, about):
            self._refresh()

    def edit(self, element: Element, about: str = "") -> None:
        """The chosen element is another now."""
        if self.number >= 0:
            key = f"{about} {self.number}" if about else ""
            self.put(designing.with_element(self.template, self.number, element), key)

    def place(self, element: Element, let_go: bool) -> None:
        """The chosen element is dragged, or was let go: all of it is one step."""
        self.edit(element, DRAG)
        if let_go:
            self._draft.pause()

    def choose(self, number: int) -> None:
        """Choose an element; -1 is the label itself."""
        self._draft.pause()
        self.number = max(-1, min(number, len(self.template.elements) - 1))
        self._refresh()

    def remove(self) -> None:
        """Take the chosen element off the label; the next one is chosen then."""
        if self.number >= 0:
            number = self.number
            self.number = min(number, len(self.template.elements) - 2)
            self.put(designing.without(self.template, number))

    def undo(self) -> None:
        """Take back the last step."""
        self._draft.undo()
        self._refresh()

    def redo(self) -> None:
        """Take it again."""
        self._draft.redo()
        self._refresh()

    def add_text(self, text: str) -> None:
        """Put a text on it, where there is room."""
        self._added(designing.with_text(self.template, text, self._piece()))

    def add_code(self, text: str, symbology: Symbology) -> None:
        """Put a code on it, with the text that belongs to it."""
        self._added(designing.with_code(self.template, text, symbology, self._piece()))

    def add_line(self) -> None:
        """Put a line on it."""
        self._added(designing.with_line(self.template))

    def add_box(self) -> None:
        """Put a frame on it."""
        self._added(designing.with_box(self.template))

    def add_image(self, file: Path) -> bool:
        """Put a picture on it; whether that is one. Raises LabelsNotWritten."""
        image = QImage(str(file))
        if image.isNull() or file.suffix.lower() != ".png":
            return False
        folder = Path(self._pictures.path())
        name = bring_picture(file, folder)
        template = self.template._replace(folder=str(folder))
        self._added(designing.with_image(template, name, image.width() / image.height()))
        return True

    def use_stock(self, stock: Stock) -> None:
        """It is printed on this stock from now on; that is a step, as its file says so."""
        self.stock = stock
        self._draft.put(self.template._replace(stock=stock.name))
        self._refresh()

    def fill_stock(self) -> None:
        """Make it as large as the printable part of its stock."""
        self.put(designing.filling(self.template, self.stock))

    def use_resolution(self, dpi: int) -> None:
        """It is printed with so many dots per inch."""
        self.dpi = dpi
        self._refresh()

    def use_facts(self, facts: Mapping[str, str]) -> None:
        """Draw it with the data of another thing."""
        self.facts = facts
        self._refresh()

    def save(self, *, as_new: bool = False) -> Template:
        """Write it into the user's folder: under its own name, or as another one. Raises LabelsNotWritten."""
        template = self.template
        if as_new or not template.name:
            taken = names_taken(self.known.templates, label_folder("templates"))
            template = template._replace(name=name_from(template.title, taken, "label"))
        written = write_template(template, label_folder("templates"))
        # The one that is drawn keeps its pictures where others can be put beside them.
        self._draft.saved_as(template)
        self._refresh()
        return written

    def _added(self, made: tuple[Template, int]) -> None:
        template, self.number = made
        self._draft.pause()
        self.put(template)

    def _piece(self) -> On:
        """New elements go where the chosen one is."""
        element = self.element
        return element.on if element is not None and self.template.cap else On.SIDE

    def _with_pictures(self, template: Template) -> Template:
        """A template with its pictures in a folder where others can be put beside them."""
        folder = Path(self._pictures.path())
        for element in template.elements:
            if isinstance(element, Image):
                try:
                    bring_picture(Path(template.folder, element.file), folder)
                except LabelsNotWritten:
                    continue  # it is missing, and said to be
        return template._replace(folder=str(folder))

    def _refresh(self) -> None:
        self.number = max(-1, min(self.number, len(self.template.elements) - 1))
        if self.template.stock in self.known.stocks:
            self.stock = self.known.stocks[self.template.stock]
        self.proof = proof(self.template, self.stock, self.dpi, self.facts)
        self.changed.emit()


def own_templates(known: Library) -> frozenset[str]:
    """The names of those that lie in the user's folder."""
    folder = label_folder("templates")
    return frozenset(name for name in known.templates if (folder / f"{name}.toml").is_file())
