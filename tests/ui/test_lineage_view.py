"""Lineage on screen: lines that lead from parents to children, and every specimen can be opened."""

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.widgets.lineage_view import LineageNode, LineageView, passing_lines

NODES = (
    LineageNode(1, "Whole blood EDTA, 10 mL", "BLD", 0),
    LineageNode(2, "Plasma, 1 mL", "PL1", 1),
    LineageNode(3, "Genomic DNA, 800 µL (used up)", "DNA", 1),
    LineageNode(4, "Aliquots 1–4 (this is 2)", "DNA", 2, current=True),
    LineageNode(0, "12 more", "DNA", 2),
    LineageNode(5, "Serum", "SER", 1),
)


@pytest.fixture
def view(qtbot: QtBot, qapp: QApplication) -> Iterator[LineageView]:
    look = Look(qapp, Scheme.LIGHT)
    view = LineageView(look)
    qtbot.addWidget(view)
    view.resize(300, 220)
    view.show_nodes(NODES)
    view.show()
    yield view
    look.deleteLater()


def test_a_line_passes_a_node_only_on_its_way_to_a_later_sibling() -> None:
    assert passing_lines(NODES) == (
        frozenset(),
        frozenset({1}),
        frozenset({1}),
        frozenset({1, 2}),
        frozenset({1}),
        frozenset(),
    )


@given(st.lists(st.integers(0, 4), max_size=12))
def test_lines_pass_for_any_tree(steps: list[int]) -> None:
    depth, nodes = 0, []
    for number, step in enumerate(steps):
        depth = min(step, depth + 1) if number else 0
        nodes.append(LineageNode(number + 1, "x", "DNA", depth))
    passing = passing_lines(tuple(nodes))
    for row, node in enumerate(nodes):
        for level in range(1, node.depth + 1):
            later = nodes[row + 1 :]
            ends = next((at for at, other in enumerate(later) if other.depth < level), len(later))
            goes_on = any(other.depth == level for other in later[:ends])
            assert (level in passing[row]) == goes_on


def test_a_click_and_enter_open_what_can_be_opened(view: LineageView) -> None:
    opened: list[int] = []
    view.node_activated.connect(opened.append)

    def click(row: int) -> None:
        at = view.visualRect(view.model().index(row, 0)).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)

    click(1)
    click(4)
    assert opened == [2]
    QTest.keyClick(view, Qt.Key.Key_Down)
    QTest.keyClick(view, Qt.Key.Key_Return)
    assert opened == [2, 5]


def test_it_is_read_out_and_painted_in_any_width(view: LineageView) -> None:
    model = view.model()
    assert [model.data(model.index(row, 0)) for row in range(model.rowCount())] == [node.text for node in NODES]
    assert view.accessibleName()
    assert view.currentIndex().row() == 3
    for width in (60, 120, 500):
        view.resize(QSize(width, 200))
        view.grab()
    deep = tuple(LineageNode(level + 1, f"level {level}", "DNA", level) for level in range(40))
    view.show_nodes(deep)
    view.grab()
    view.show_nodes(())
    view.grab()
