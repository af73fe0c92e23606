"""One shown box at work: its picture as the user likes it, what can be picked up and where it lands."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from freezerapp.domain.box import Box, Mode
from freezerapp.domain.position import Position
from freezerapp.domain.specimen import Known, Spot
from freezerapp.ui.doing import Taken
from freezerapp.ui.hands import Hands, Seen
from freezerapp.ui.models import box_dress, box_grid, box_now
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.bench_list import BenchList
from freezerapp.ui.models.box_dress import Dress
from freezerapp.ui.selection import Lit
from freezerapp.ui.settings import COLOUR_BY, DRAG_HOLD, FIRST_TEXT, SECOND_TEXT, Settings
from freezerapp.ui.widgets.box_carried import Carried, Drop, Handling, LandingPicture
from freezerapp.ui.widgets.box_flash import Tone
from freezerapp.ui.widgets.box_legend import LegendEntry
from freezerapp.ui.widgets.box_picture import Cell
from freezerapp.ui.widgets.box_view import BoxView

if TYPE_CHECKING:
    from freezerapp.storage.rows.box import BoxRow, TubeRow
    from freezerapp.storage.rows.storage import ContainerRow


class BoxWork(QObject):
    """Stands between one box view and the hands: a drop becomes a move, a refusal shines in the grid.

    ``legend_changed``: other colours, or other words for them.
    """

    legend_changed = Signal()

    def __init__(self, view: BoxView, hands: Hands, bench: BenchList, now: BankNow, settings: Settings) -> None:
        super().__init__(view)
        self._view = view
        self._hands = hands
        self._bench = bench
        self._now = now
        self._settings = settings
        self._bank = ""
        self._sites: tuple[str, ...] = ()
        self._rows: BoxRow | None = None
        self._container: ContainerRow | None = None
        self._box: Box | None = None
        self._placed: frozenset[int] = frozenset()
        self._legend: tuple[LegendEntry, ...] = ()
        self._other: BoxWork | None = None
        self._colours: dict[str, frozenset[int]] = {}
        view.dropped.connect(self._on_dropped)
        hands.doing.occupied.connect(self._on_occupied)

    @property
    def box(self) -> Box | None:
        """The box as the rules see it."""
        return self._box

    @property
    def container(self) -> "ContainerRow | None":
        """The box as storage lists it."""
        return self._container

    @property
    def is_ready(self) -> bool:
        """Whether tubes can be moved here: the bank is known."""
        return bool(self._bank)

    @property
    def tubes(self) -> "tuple[TubeRow, ...]":
        """The tubes shown."""
        return self._rows.tubes if self._rows is not None else ()

    def stand_beside(self, other: "BoxWork") -> None:
        """The tubes of both are coloured together: a colour means the same in either."""
        self._other, other._other = other, self

    @property
    def legend(self) -> tuple[LegendEntry, ...]:
        """What the colours mean."""
        return self._legend

    @property
    def chosen(self) -> tuple[Seen, ...]:
        """The chosen tubes that stand here, in the order of the rows."""
        return tuple(self._seen(tube) for tube in self._among(self._view.selection) if tube.use == "here")

    @property
    def chosen_out(self) -> tuple[Seen, ...]:
        """The chosen places whose tubes are out or missing."""
        return tuple(self._seen(tube) for tube in self._among(self._view.selection) if tube.use == "home")

    @property
    def chosen_any(self) -> tuple[Seen, ...]:
        """All chosen tubes, here or not."""
        return tuple(self._seen(tube) for tube in self._among(self._view.selection))

    def is_on_bench(self, tubes: Iterable[Seen]) -> bool:
        """Whether some of these, whose places are kept here, are on the bench."""
        return any(self._bench.tube(each.id) is not None for each in tubes)

    def set_bank(self, uuid: str, sites: tuple[str, ...]) -> None:
        """Another bank is open: its id, and its sites for the short participants."""
        self._bank, self._sites = uuid, sites
        self._view.set_handling(Handling(uuid, self._pick, self._landing) if uuid else None)
        self.heed_settings()

    def heed_settings(self) -> None:
        """Take the time for which a tube is held before it is dragged from the settings."""
        self._view.set_hold(self._settings.get(DRAG_HOLD))

    def show(self, rows: "BoxRow | None", container: "ContainerRow | None", lit: Lit) -> None:
        """Show these rows of a box; tubes that came since the rows before get a ring."""
        before = self._rows
        chosen = {tube.id for tube in self._among(self._view.selection)} if before is not None else set()
        self._rows, self._container = rows, container
        if rows is None or container is None:
            self._box = None
            self._view.show_picture(None)
            return
        if before is not rows:
            self._placed = _arrived(before, rows)
        self._box = box_now.box_of(rows, container)
        by = self._settings.get(COLOUR_BY)
        beside = self._other.tubes if self._other is not None and by != "material" else ()
        colours, legend = box_dress.coloured(by, (*rows.tubes, *beside), self._now.materials)
        grouped: dict[str, set[int]] = {}
        for tube, key in colours.items():
            grouped.setdefault(key, set()).add(tube)
        self._colours = {key: frozenset(tubes) for key, tubes in grouped.items()}
        dress = Dress(
            self._settings.get(FIRST_TEXT),
            self._settings.get(SECOND_TEXT),
            colours,
            box_dress.shortened(rows.tubes, self._sites),
            self._placed,
        )
        self._view.show_picture(
            box_grid.picture(rows, container, lit.specimens, bool(lit) and bool(lit.specimens), dress)
        )
        self._follow(before, rows, chosen)
        if legend != self._legend:
            self._legend = legend
            self.legend_changed.emit()

    def cells_of(self, entry: int) -> frozenset[Cell]:
        """The positions whose tubes wear the colour of a line of the legend."""
        tubes = self._colours.get(self._legend[entry].colour, frozenset())
        rows = self._rows.tubes if self._rows is not None else ()
        return frozenset((tube.row, tube.column) for tube in rows if tube.id in tubes)

    def take_out(self) -> None:
        """Take the chosen tubes to the bench."""
        self._hands.take_out(self.chosen)

    def put_back(self) -> None:
        """Put the tubes back whose places are chosen."""
        self._hands.put_back(self.chosen_out)

    def place(self, tubes: Iterable[Seen], start: Cell | None, known: Known = Known.DECLARED) -> bool:
        """Set tubes of the bench down in the next free positions here."""
        found = tuple(tubes)
        if self._box is None or not found:
            return False
        carried = Carried(self._bank, tuple(each.id for each in found))
        at = Position(*start) if start is not None else None
        box = box_now.keeping(self._box, carried.ids)
        return self._hands.set_down(box, carried, at, Mode.FILL, known, self._homes(carried))

    def carried(self) -> Carried | None:
        """The chosen tubes as they would be picked up."""
        return self._pick(self._view.selection, self._view.cursor_cell)

    def _follow(self, before: "BoxRow | None", rows: "BoxRow", chosen: set[int]) -> None:
        """What was chosen stays chosen where it stands now."""
        if before is None or before is rows or before.container_id != rows.container_id or not chosen:
            return
        cells = {(tube.row, tube.column) for tube in rows.tubes if tube.id in chosen}
        if cells and cells != self._view.selection:
            cursor = self._view.cursor_cell
            self._view.select(cells)
            if cursor not in cells:
                self._view.set_cursor(*min(cells), select=False)

    def _pick(self, cells: frozenset[Cell], grabbed: Cell | None) -> Carried | None:
        return box_now.picked_up(self._box, cells, grabbed, self._bank) if self._box is not None else None

    def _landing(self, carried: Carried, at: Cell, mode: Mode) -> LandingPicture:
        assert self._box is not None
        return box_now.landing_picture(self._box, carried, at, mode)

    def _on_dropped(self, drop: Drop) -> None:
        if self._box is not None and drop.box == self._box.id:
            self._hands.set_down(
                self._box, drop.carried, Position(*drop.target), drop.mode, homes=self._homes(drop.carried)
            )

    def _homes(self, carried: Carried) -> dict[int, Spot]:
        """The places kept for tubes of the bench, as they are shown."""
        found = {}
        for id_ in carried.ids if carried.box is None else ():
            row = self._bench.tube(id_)
            if row is not None and row.home_id is not None and row.home_row is not None and row.home_column is not None:
                found[id_] = Spot(row.home_id, row.home_row, row.home_column)
        return found

    def _on_occupied(self, taken: Taken) -> None:
        if self._container is not None and taken.container == self._container.id:
            for cell in taken.cells:
                self._view.flash(cell, Tone.WRONG)

    def _among(self, cells: frozenset[Cell]) -> "list[TubeRow]":
        rows = self._rows.tubes if self._rows is not None else ()
        return [tube for tube in rows if (tube.row, tube.column) in cells]

    def _seen(self, tube: "TubeRow") -> Seen:
        assert self._rows is not None
        at = box_now.spot_of(self._rows.container_id, tube)
        return Seen(tube.id, tube.barcode or "", at, bool(tube.holds), tube.status == "missing")


def _arrived(before: "BoxRow | None", now: "BoxRow") -> frozenset[int]:
    """The tubes that stand elsewhere in the same box than a moment ago, or came into it."""
    if before is None or before.container_id != now.container_id:
        return frozenset()
    old = {tube.id: (tube.row, tube.column, tube.use) for tube in before.tubes}
    return frozenset(
        tube.id for tube in now.tubes if tube.use == "here" and old.get(tube.id) != (tube.row, tube.column, "here")
    )
