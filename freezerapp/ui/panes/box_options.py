"""How a box is shown: what its tubes are coloured by, the two texts on each, and how the view is turned."""

from collections.abc import Mapping

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from freezerapp.ui.models.box_dress import COLOURS, TEXTS
from freezerapp.ui.settings import COLOUR_BY, FIRST_TEXT, SECOND_TEXT, Setting, Settings

translate = QCoreApplication.translate


class BoxOptions(QPushButton):
    """A button with a menu. ``changed``: something is to be drawn otherwise; ``turned``: by so many degrees."""

    changed = Signal()
    turned = Signal(int)

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        menu = QMenu(self)
        menu.addSection(self.tr("Colour by"))
        self._colours = self._group(menu, COLOURS, COLOUR_BY)
        menu.addSeparator()
        for title, setting in ((self.tr("First text"), FIRST_TEXT), (self.tr("Second text"), SECOND_TEXT)):
            self._group(menu.addMenu(title), TEXTS, setting)
        turn = menu.addMenu(self.tr("Turn the view"))
        self._turns = QActionGroup(self)
        for degrees in (0, 90, 180, 270):
            action = turn.addAction(self.tr("{degrees}°").format(degrees=degrees))
            action.setCheckable(True)
            action.setChecked(degrees == 0)
            action.triggered.connect(lambda _checked=False, degrees=degrees: self.turned.emit(degrees))
            self._turns.addAction(action)
        self.setMenu(menu)
        self.setProperty("menu", "true")
        self._name()

    def show_turn(self, degrees: int) -> None:
        """The view is turned by so much now."""
        self._turns.actions()[degrees // 90 % 4].setChecked(True)

    def _group(self, menu: QMenu, choices: Mapping[str, str], setting: Setting[str]) -> list[QAction]:
        group = QActionGroup(self)
        made = []
        for key, text in choices.items():
            action = menu.addAction(translate("Dress", text))
            action.setCheckable(True)
            action.setChecked(self._settings.get(setting) == key)
            action.triggered.connect(lambda _checked=False, key=key: self._choose(setting, key))
            group.addAction(action)
            made.append(action)
        return made

    def _choose(self, setting: Setting[str], key: str) -> None:
        self._settings.put(setting, key)
        self._name()
        self.changed.emit()

    def _name(self) -> None:
        by = translate("Dress", COLOURS[self._settings.get(COLOUR_BY)])
        self.setText(self.tr("Colour: {fact}").format(fact=by.lower()))
