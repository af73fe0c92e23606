"""What can be put on a label: texts and codes from the menu of fields, lines, frames and pictures."""

from collections.abc import Callable, Mapping
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QWidget

from freezerapp.documents.codes import Symbology
from freezerapp.documents.template import TUBES
from freezerapp.ui.dialogs.element_form import field_lines
from freezerapp.ui.drawing_board import DrawingBoard
from freezerapp.ui.label_words import symbology_word


class DesignerTools(QWidget):
    """Three buttons with menus. ``picture_wanted``: a file is to be chosen."""

    picture_wanted = Signal()

    def __init__(self, board: DrawingBoard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._own: Mapping[str, str] = {}
        self.text = self._button(self.tr("+ Text"), self.tr("Add a text"), self._fill_texts)
        self.code = self._button(self.tr("+ Code"), self.tr("Add a code"), self._fill_codes)
        self.more = self._button(self.tr("+ More"), self.tr("Add a line, a frame or a picture"), self._fill_more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        for button in (self.text, self.code, self.more):
            row.addWidget(button, 1)

    def set_own_fields(self, own: Mapping[str, str]) -> None:
        """The site's own fields and what they are called."""
        self._own = own

    def _button(self, text: str, said: str, fill: Callable[[QMenu], None]) -> QPushButton:
        made = QPushButton(text)
        made.setProperty("menu", "true")
        made.setAutoDefault(False)
        made.setToolTip(said)
        made.setAccessibleName(said)
        menu = QMenu(made)
        menu.aboutToShow.connect(lambda: fill(menu))
        made.setMenu(menu)
        return made

    def _fill_texts(self, menu: QMenu) -> None:
        menu.clear()
        menu.addAction(self.tr("&Words of your own")).triggered.connect(lambda: self._board.add_text(self.tr("Text")))
        menu.addSeparator()
        self._fill_fields(menu, lambda field: self._board.add_text("{" + field + "}"))

    def _fill_codes(self, menu: QMenu) -> None:
        """The kinds of codes; in each the fields, first the one that names the thing."""
        menu.clear()
        for symbology in Symbology:
            self._fill_fields(menu.addMenu(symbology_word(symbology)), partial(self._add_code, symbology))

    def _add_code(self, symbology: Symbology, field: str) -> None:
        self._board.add_code("{" + field + "}", symbology)

    def _fill_more(self, menu: QMenu) -> None:
        menu.clear()
        menu.addAction(self.tr("&Line")).triggered.connect(self._board.add_line)
        menu.addAction(self.tr("&Frame")).triggered.connect(self._board.add_box)
        menu.addAction(self.tr("&Picture…")).triggered.connect(self.picture_wanted)

    def _fill_fields(self, menu: QMenu, do: Callable[[str], None]) -> None:
        lines = field_lines(self._board.template, self._own, self._board.facts)
        first = "barcode" if self._board.template.of in TUBES else "code"
        for text, field in sorted(lines, key=lambda line: line[1] != first):
            menu.addAction(text).triggered.connect(lambda _checked=False, field=field: do(field))
