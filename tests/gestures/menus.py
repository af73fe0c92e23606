"""Menus opened and used by mouse."""

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu

from freezerapp.ui.widgets.box_view import BoxView
from tests.at_the_bench import LEFT, NONE, Person


def ask_menu(view: BoxView, at: QPoint) -> None:
    """The right button, at a point of a box."""
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, view.viewport().mapToGlobal(at))
    QApplication.sendEvent(view.viewport(), event)


def line(menu: QMenu, text: str) -> QAction:
    """The line of a menu that begins with a text, without the marks of keys."""
    found = [each for each in menu.actions() if each.text().replace("&", "").startswith(text)]
    assert found, f"{text}: not among {[each.text() for each in menu.actions()]}"
    return found[0]


def choose_from(person: Person, *texts: str) -> QAction:
    """Click a line of the open menu, by way of the menus inside it; gives the line."""
    menu = person.menu()
    for text in texts[:-1]:
        within = line(menu, text)
        QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(within).center())
        inner = within.menu()
        assert isinstance(inner, QMenu)
        person.until(inner.isVisible)
        menu = inner
    chosen = line(menu, texts[-1])
    QTest.mouseClick(menu, LEFT, NONE, menu.actionGeometry(chosen).center())
    person.until(lambda: QApplication.activePopupWidget() is None)
    person.window.activateWindow()
    person.until(person.window.isActiveWindow)
    return chosen


def dress(person: Person, *texts: str) -> QAction:
    """Choose from the menu that says how a box is shown."""
    person.press(person.window.box.options)
    return choose_from(person, *texts)
