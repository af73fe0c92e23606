"""How long a frame of a box takes, against a bare widget that paints the same positions with the same texts.

Run it: ``QT_QPA_PLATFORM=offscreen .venv/bin/python tests/bench/bench_paint.py``. CPU time of this process;
each figure is the median of many frames, bare and ours in turn, so that a busy machine slows both.
"""

import os
import statistics
import sys
import time
from collections.abc import Callable
from pathlib import Path

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QWidget

from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.widgets.box_picture import BoxPicture, CellPicture, CellState
from freezerapp.ui.widgets.box_view import BoxView
from freezerapp.ui.widgets.storage_map import StorageMap
from freezerapp.ui.widgets.unit_picture import RackPicture, ShelfPicture, SlotPicture, UnitKind, UnitPicture

REACH, AIM = 2.0, 1.2
FRAMES = 60
_CENTRE = Qt.AlignmentFlag.AlignHCenter


class BareBox(QWidget):
    """The same positions painted the plain way: an ellipse, a ring and two texts each."""

    def __init__(self, picture: BoxPicture, pitch: float, disc: float, family: str) -> None:
        super().__init__()
        self.picture, self.pitch, self.disc = picture, pitch, disc
        self.first, self.second = QFont(family), QFont(family)
        self.first.setPixelSize(max(9, round(disc * 0.23)))
        self.first.setWeight(QFont.Weight.DemiBold)
        self.second.setPixelSize(max(9, round(disc * 0.195)))
        self.colour, self.text = QColor("#1F5AA6"), QColor("#FFFFFF")

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        inset = (self.pitch - self.disc) / 2
        for (row, column), cell in self.picture.cells.items():
            disc = QRectF(column * self.pitch + inset, row * self.pitch + inset, self.disc, self.disc)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self.colour)
            painter.drawEllipse(disc)
            painter.setPen(QPen(self.text, 1))
            painter.setFont(self.first)
            half = disc.height() / 2
            painter.drawText(QRectF(disc.left(), disc.top(), disc.width(), half), _CENTRE, cell.line1)
            if self.disc >= 36:
                painter.setFont(self.second)
                painter.drawText(QRectF(disc.left(), disc.top() + half, disc.width(), half), _CENTRE, cell.line2)
        painter.end()


def full_box(rows: int, columns: int, visit: str = "V01") -> BoxPicture:
    """A box with a tube in each position, its texts all different."""
    cells = {
        (row, column): CellPicture(
            f"{chr(65 + row)}{column + 1}", CellState.STORED, f"{2300 + row * columns + column}", visit, "DNA"
        )
        for row in range(rows)
        for column in range(columns)
    }
    labels = tuple(chr(65 + row) for row in range(rows)), tuple(str(column + 1) for column in range(columns))
    return BoxPicture(1, rows, columns, cells, *labels)


def full_unit(match_every: int = 0) -> UnitPicture:
    """An upright of 700 boxes: 5 shelves × 7 racks × 20 boxes."""
    number = iter(range(1, 10_000))

    def slot(row: int, column: int) -> SlotPicture:
        box = next(number)
        return SlotPicture(row, column, box, (box * 37 % 101) / 100, bool(match_every) and box % match_every == 0)

    shelves = tuple(
        ShelfPicture(
            f"Shelf {shelf + 1}",
            tuple(
                RackPicture(f"Rack {rack + 1}", 5, 4, tuple(slot(r, c) for r in range(5) for c in range(4)))
                for rack in range(7)
            ),
        )
        for shelf in range(5)
    )
    return UnitPicture(1, "F80-01", UnitKind.FRONT, shelves, note="set −80 °C")


def frames(*paints: Callable[[], None]) -> list[float]:
    """Median CPU milliseconds of each, painted in turn."""
    times: list[list[float]] = [[] for _ in paints]
    for _ in range(FRAMES):
        for taken, paint in zip(times, paints, strict=True):
            start = time.process_time_ns()
            paint()
            taken.append((time.process_time_ns() - start) / 1e6)
    return [statistics.median(taken) for taken in times]


def measure_box(look: Look, rows: int, columns: int, width: int, height: int) -> None:
    """Print the figures of one box."""
    picture = full_box(rows, columns)
    view = BoxView(look)
    view.resize(width, height)
    view.show_picture(picture)
    view.show()
    grid_rect = view.cell_rect(0, 0)
    pitch = grid_rect.width()
    bare = BareBox(picture, pitch, pitch * look.theme.tube.share, look.theme.type.family)
    bare.resize(view.size())
    bare.show()
    QApplication.processEvents()

    other = full_box(rows, columns, "V02")
    turns = [picture, other]

    def again() -> None:
        turns.reverse()
        view.show_picture(turns[0])
        view.viewport().repaint()

    some = dict(picture.cells)
    for cell in list(some)[:12]:
        some[cell] = other.cells[cell]
    moves = [picture, picture._replace(cells=some)]

    def twelve() -> None:
        moves.reverse()
        view.show_picture(moves[0])
        view.viewport().repaint()

    def from_nothing() -> None:
        look.changed.emit()
        view.viewport().repaint()

    (moved,) = frames(twelve)
    view.select_all()
    (kept,) = frames(view.viewport().repaint)
    view.select(())
    plain, redrawn, fresh = frames(bare.repaint, again, from_nothing)
    title = f"box {rows} × {columns}"
    print(f"{title:<16}{'bare widget':<34}{plain:7.2f} ms")
    for name, value in (
        ("nothing changed, all selected", kept),
        ("12 tubes changed", moved),
        ("every tube changed", redrawn),
        ("nothing prepared (new size, theme)", fresh),
    ):
        print(f"{'':<16}{name:<34}{value:7.2f} ms   {value / plain:5.2f}×")
    verdict = "aim" if redrawn / plain <= AIM else "reached" if redrawn / plain <= REACH else "MISSED"
    print(f"{'':<16}reach {REACH}×, aim {AIM}×: {verdict}")
    view.close()
    bare.close()


def measure_unit(look: Look) -> None:
    """Print the figures of a freezer with 700 boxes: a new picture, and a frame of the same one."""
    unit = StorageMap(look)
    unit.resize(240, 420)
    unit.show()
    QApplication.processEvents()
    one, other = full_unit(), full_unit(7)
    turn = [one, other]

    def changed() -> None:
        turn.reverse()
        unit.show_unit(turn[0])
        unit.repaint()

    drawn, kept = frames(changed, unit.repaint)
    for title, name, value in (
        ("unit, 700 boxes", "another picture", drawn),
        ("", "nothing changed", kept),
    ):
        print(f"{title:<16}{name:<34}{value:7.2f} ms")
    unit.close()


def main() -> None:
    application = QApplication([])
    look = Look(application, Scheme.LIGHT)
    measure_box(look, 9, 9, 640, 600)
    measure_box(look, 16, 24, 1300, 820)
    measure_unit(look)


if __name__ == "__main__":
    main()
