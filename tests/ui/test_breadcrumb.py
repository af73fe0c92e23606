"""The way to where one is: short or long, each part can be gone to."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QPushButton
from pytestqt.qtbot import QtBot

from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.widgets.breadcrumb import Breadcrumb, Crumb

WAY = tuple(Crumb(number, name) for number, name in enumerate(["Freezer hall", "F80-03", "Shelf 2", "R&D rack"], 1))


@pytest.fixture
def crumbs(qtbot: QtBot, qapp: QApplication) -> Iterator[Breadcrumb]:
    look = Look(qapp, Scheme.LIGHT)
    crumbs = Breadcrumb(look)
    qtbot.addWidget(crumbs)
    crumbs.resize(600, 24)
    crumbs.show_path(WAY)
    crumbs.show()
    yield crumbs
    look.deleteLater()


def in_sight(crumbs: Breadcrumb) -> list[str]:
    return [button.accessibleName() for button in crumbs.findChildren(QPushButton) if button.isVisible()]


def test_each_part_leads_to_what_it_names(crumbs: Breadcrumb) -> None:
    gone: list[int] = []
    crumbs.activated.connect(gone.append)
    assert in_sight(crumbs) == [crumb.text for crumb in WAY]
    for button in crumbs.findChildren(QPushButton):
        if button.accessibleName() == "F80-03":
            QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert gone == [2]


def test_what_does_not_fit_is_found_behind_the_dots(crumbs: Breadcrumb) -> None:
    gone: list[int] = []
    crumbs.activated.connect(gone.append)
    crumbs.resize(150, 24)
    assert "R&D rack" in in_sight(crumbs)
    assert "Freezer hall" not in in_sight(crumbs)
    menu = crumbs.findChild(QMenu)
    assert isinstance(menu, QMenu)
    hidden = [action.text().replace("&&", "&") for action in menu.actions()]
    assert hidden == [crumb.text for crumb in WAY[: len(hidden)]]
    menu.actions()[0].trigger()
    assert gone == [1]


def test_a_name_without_end_is_cut_and_another_way_replaces_the_first(crumbs: Breadcrumb, qtbot: QtBot) -> None:
    crumbs.show_path((Crumb(1, "x" * 500), Crumb(2, "<b>box</b>")))
    assert max(button.width() for button in crumbs.findChildren(QPushButton) if button.isVisible()) < 260
    qtbot.waitUntil(lambda: len(crumbs.findChildren(QPushButton)) == 3)
    crumbs.show_path(())
    assert in_sight(crumbs) == []
