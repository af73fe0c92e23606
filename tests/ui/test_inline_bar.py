"""The bar that says what was done: the keyboard comes back from it to where it was."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.widgets.inline_bar import InlineBar


class Page(QWidget):
    """A bar above two fields."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.bar, self.first, self.second = InlineBar(look), QLineEdit(), QLineEdit()
        layout = QVBoxLayout(self)
        for part in (self.bar, self.first, self.second):
            layout.addWidget(part)


@pytest.fixture
def page(qtbot: QtBot, qapp: QApplication) -> Iterator[Page]:
    look = Look(qapp, Scheme.LIGHT)
    made = Page(look)
    qtbot.addWidget(made)
    made.show()
    qtbot.waitUntil(made.isActiveWindow)
    made.second.setFocus()
    yield made
    look.deleteLater()


def test_the_keyboard_comes_back_from_a_question(page: Page) -> None:
    page.bar.say("Move it?", action="Move here")
    page.bar.focus_action()
    assert page.bar.isAncestorOf(page.focusWidget())
    page.bar.hide()
    assert page.second.hasFocus()


def test_a_click_on_the_bar_leaves_the_keyboard_where_it_was(page: Page, qtbot: QtBot) -> None:
    page.bar.say("Done.", action="Undo")
    qtbot.mouseClick(page.bar._close, Qt.MouseButton.LeftButton)
    assert page.bar.isHidden()
    assert page.second.hasFocus()
