"""Rows of the storage tree, and the bar that says what was done: seen, read out, in any width."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QImage, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.widgets.inline_bar import InlineBar
from freezerapp.ui.widgets.row_tree import BAR, RowRoles, RowTree

FIGURE, USED, TOTAL, SHOWN, MATCHES = range(257, 262)
ROLES = RowRoles(figure=FIGURE, used=USED, total=TOTAL, bar=SHOWN, matches=MATCHES)


@pytest.fixture
def look(qapp: QApplication) -> Iterator[Look]:
    look = Look(qapp, Scheme.LIGHT)
    yield look
    look.choose(Scheme.LIGHT)
    look.deleteLater()


@pytest.fixture
def tree(qtbot: QtBot, look: Look) -> RowTree:
    model = QStandardItemModel()
    for name, used, matches in (("F80-01", 97, 0), ("F80-02", 50, 0), ("F80-03", 63, 12)):
        item = QStandardItem(name)
        for role, value in (
            (FIGURE, f"{used}%"),
            (USED, used),
            (TOTAL, 100),
            (SHOWN, True),
            (MATCHES, matches),
        ):
            item.setData(value, role)
        item.appendRow(QStandardItem("Shelf 1"))
        model.appendRow(item)
    tree = RowTree(look, ROLES)
    model.setParent(tree)
    tree.setModel(model)
    qtbot.addWidget(tree)
    tree.resize(252, 300)
    tree.show()
    return tree


def row(tree: RowTree, number: int) -> QImage:
    rect = tree.visualRect(tree.model().index(number, 0))
    return tree.viewport().grab().toImage().copy(0, rect.top(), tree.viewport().width(), rect.height())


def colours(image: QImage) -> set[str]:
    return {image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())}


def test_the_chosen_row_has_its_ground_from_edge_to_edge_and_a_bar_at_the_left(tree: RowTree, look: Look) -> None:
    tree.setCurrentIndex(tree.model().index(1, 0))
    chosen = row(tree, 1)
    colour = look.theme.colour
    assert [chosen.pixelColor(x, 5) for x in range(BAR)] == [colour.accent] * BAR
    assert chosen.pixelColor(BAR + 1, 5) == colour.accent_ground
    assert chosen.pixelColor(chosen.width() - 2, 5) == colour.accent_ground
    assert colour.accent_ground.name() not in colours(row(tree, 0))


def test_a_row_shows_its_fill_warns_when_nearly_full_and_counts_what_is_lit(tree: RowTree, look: Look) -> None:
    theme = look.theme
    assert theme.colour.warning_bar.name() in colours(row(tree, 0))
    assert theme.bar.name() in colours(row(tree, 1))
    assert theme.colour.lit.name() in colours(row(tree, 2))
    assert theme.bar.name() not in colours(row(tree, 2))


def test_a_narrow_tree_keeps_its_names_and_lets_the_bars_go(tree: RowTree, look: Look) -> None:
    tree.resize(130, 300)
    assert look.theme.bar.name() not in colours(row(tree, 1))
    assert look.theme.colour.ink.name() in colours(row(tree, 1))


def test_rows_grow_for_gloved_hands(tree: RowTree, look: Look) -> None:
    first = tree.model().index(0, 0, QModelIndex())
    assert tree.visualRect(first).height() == 30
    look.set_gloves(True)
    tree.doItemsLayout()
    assert tree.visualRect(first).height() == 44


def test_the_inline_bar_says_a_sentence_offers_a_way_on_and_can_be_closed(qtbot: QtBot, look: Look) -> None:
    bar = InlineBar(look)
    qtbot.addWidget(bar)
    assert bar.text == ""
    bar.say("Moved 12 tubes <b>", action="Undo")
    assert bar.text == "Moved 12 tubes <b>"
    with qtbot.waitSignal(bar.action_triggered):
        QTest.mouseClick(bar.findChildren(QPushButton)[0], Qt.MouseButton.LeftButton)
    ground = bar.grab().toImage().pixelColor(8, bar.height() // 2)
    assert ground == look.theme.colour.accent_ground
    bar.say("B4 is taken", warning=True)
    assert bar.grab().toImage().pixelColor(8, bar.height() // 2) == look.theme.colour.warning_ground
    assert bar.findChildren(QPushButton)[0].isHidden()
    with qtbot.waitSignal(bar.dismissed):
        QTest.mouseClick(bar.findChildren(QToolButton)[0], Qt.MouseButton.LeftButton)
    assert bar.text == ""
