"""A group of tubes over one box: where it is aimed at, how it is to be set down, and where it would land."""

from dataclasses import replace

from freezerapp.domain.box import Mode
from freezerapp.ui.widgets.box_carried import Carried, Drop, Handling, LandingPicture
from freezerapp.ui.widgets.box_picture import BoxPicture, Cell


class BoxCarry:
    """What is in the hand over a box, by mouse or by keys; nothing of it is recorded before it is set down."""

    def __init__(self) -> None:
        self.handling: Handling | None = None
        self.picture: BoxPicture | None = None
        self.carried: Carried | None = None
        self.target: Cell | None = None
        self.landing: LandingPicture | None = None
        self.by_keys = False
        self._chosen = Mode.SHAPE
        self._held: Mode | None = None

    @property
    def mode(self) -> Mode:
        """How it would be set down now: as the held key says, or else as was chosen."""
        wanted = self._held or self._chosen
        return wanted if self.carried is None or wanted in self.carried.modes else Mode.SHAPE

    @property
    def here(self) -> bool:
        """Whether something is in the hand over this box."""
        return self.carried is not None and self.landing is not None

    @property
    def left(self) -> frozenset[Cell]:
        """The positions of this box whose tubes are in the hand."""
        if self.carried is None or self.picture is None:
            return frozenset()
        return self.carried.left_in(self.picture.key)

    def show(self, picture: BoxPicture | None) -> None:
        """Another picture of the box, or another box, comes under what is in the hand."""
        self.picture = picture
        if self.target is not None and (picture is None or self.target not in picture.cells):
            self.target = next(iter(sorted(picture.cells)), None) if picture is not None and self.by_keys else None
        self._renew()

    def pick(self, chosen: frozenset[Cell], grabbed: Cell | None) -> Carried | None:
        """What is picked up with these positions chosen, with the looks it has here."""
        if self.handling is None or self.picture is None:
            return None
        carried = self.handling.pick(chosen, grabbed)
        if carried is None or carried.looks or carried.box != self.picture.key:
            return carried
        cells = self.picture.cells
        if not all(cell in cells for cell in carried.cells):
            return carried
        return replace(carried, looks=tuple(cells[cell] for cell in carried.cells))

    def takes(self, carried: Carried | None) -> bool:
        """Whether these tubes could be set down here at all."""
        handling = self.handling
        return (
            carried is not None and handling is not None and self.picture is not None and carried.bank == handling.bank
        )

    def begin(self, carried: Carried, target: Cell | None, *, by_keys: bool, mode: Mode = Mode.SHAPE) -> None:
        """Something is in the hand now, aimed at a position."""
        self.carried, self.target, self.by_keys = carried, target, by_keys
        self._chosen, self._held = mode, None
        self._renew()

    def aim(self, target: Cell | None, held: Mode | None = None) -> bool:
        """Aim at a position (None: at none) while a key says how; False if nothing is different."""
        if (target, held) == (self.target, self._held):
            return False
        self.target, self._held = target, held
        self._renew()
        return True

    def change_mode(self) -> None:
        """Choose the next way to set it down."""
        if self.carried is not None:
            modes = self.carried.modes
            self._chosen, self._held = modes[(modes.index(self.mode) + 1) % len(modes)], None
            self._renew()

    def leave(self) -> None:
        """It is carried on elsewhere: what it left here stays empty."""
        self.target = self.landing = self._held = None
        self.by_keys = False

    def end(self) -> bool:
        """Nothing is in the hand. False if nothing was."""
        was = self.carried is not None
        self.carried = None
        self._chosen = Mode.SHAPE
        self.leave()
        return was

    def drop(self) -> Drop | None:
        """What would be done if it were let go now; None where there is nothing to do."""
        if self.carried is None or self.picture is None or self.target is None or self.landing is None:
            return None
        return Drop(self.carried, self.picture.key, self.target, self.mode, self.landing)

    def _renew(self) -> None:
        handling, carried, target = self.handling, self.carried, self.target
        self.landing = None
        if handling is not None and carried is not None and target is not None and self.picture is not None:
            self.landing = handling.landing(carried, target, self.mode)
