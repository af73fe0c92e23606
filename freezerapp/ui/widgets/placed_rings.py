"""The ring that shows for a moment around a tube that was just placed."""

from PySide6.QtCore import QObject, QTimer, QVariantAnimation, Signal

from freezerapp.ui.look import Look
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell


class PlacedRings(QObject):
    """Knows which positions wear the ring now, and how strongly (1 to 0); ``changed`` asks for them to be
    painted.
    """

    changed = Signal()

    def __init__(self, look: Look, parent: QObject) -> None:
        super().__init__(parent)
        self._look = look
        self.cells: frozenset[Cell] = frozenset()
        self.strength = 0.0
        self._stays = QTimer(self)
        self._stays.setSingleShot(True)
        self._stays.timeout.connect(self._on_over)
        self._fades = QVariantAnimation(self)
        self._fades.setStartValue(1.0)
        self._fades.setEndValue(0.0)
        self._fades.valueChanged.connect(self._on_faded)

    def show(self, before: BoxPicture | None, now: BoxPicture | None) -> None:
        """Another picture: tubes that are just placed in it, and were not a moment ago, get the ring."""
        if now is None or before is None or before.key != now.key:
            self.cells = frozenset()
        old = before.cells if before is not None and now is not None and before.key == now.key else {}
        fresh = frozenset(
            cell
            for cell, seen in (now.cells.items() if now is not None else ())
            if seen.just_placed and not (cell in old and old[cell].just_placed)
        )
        if fresh:
            self.cells, self.strength = fresh, 1.0
            self._fades.stop()
            self._stays.start(round(self._look.theme.tube.placed_ms))
            self.changed.emit()

    def _on_over(self) -> None:
        lasting = self._look.motion(self._look.theme.motion_long)
        if not lasting:
            self._on_faded(0.0)
            return
        self._fades.setDuration(lasting)
        self._fades.start()

    def _on_faded(self, strength: object) -> None:
        self.strength = float(strength) if isinstance(strength, float) else 0.0
        self.changed.emit()
        if self.strength <= 0.0:
            self.cells = frozenset()
