"""SPREC: the short code that says how a fluid sample was handled, composed from what was recorded.

Seven elements joined by "-": sample, tube it was collected in, delay to processing, first spin, second spin,
delay from the spin to freezing, vessel and cold. The letters come from the table of one SPREC version, given
as plain data (version 2: PMC6463986, table 1); a code is stamped with that version and never read with the
table of another, since later versions add options. What was not recorded is X, what has no letter is Z.
"""

from collections.abc import Mapping, Sequence
from datetime import datetime
from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.problems import Problem

UNKNOWN, OTHER, NONE = "X", "Z", "N"


class Held(StrEnum):
    """How warm a sample was kept while it waited."""

    ROOM = "room temperature"
    COLD = "2-10"
    WARM = "35-38"


class Spin(NamedTuple):
    """One centrifugation: force in g, length in minutes, at 2 to 10 °C or not, stopped by a brake or not."""

    force: int
    minutes: int
    cold: bool = False
    brake: bool = True


class Recorded(NamedTuple):
    """What is known of a sample's handling; None is "not recorded", an empty tuple of spins is "not spun".

    Moments are bench dates (ISO text); only those that tell the time of day count. ``spun`` is the start
    of the first spin. ``vessel`` and ``storage`` are words of the table: "cryotube 1-2 mL", "-85..-60".
    """

    sample: str
    container: str | None = None
    collected: str | None = None
    spun: str | None = None
    frozen: str | None = None
    held_before: Held | None = None
    spins: tuple[Spin, ...] | None = None
    held_after: Held | None = None
    vessel: str | None = None
    storage: str | None = None


class SprecCode(NamedTuple):
    """A code and the version of SPREC it was made with."""

    text: str
    version: str

    @property
    def stamped(self) -> str:
        """As it is kept and shown: "PL1-PED-A-B-N-A-D v2"."""
        return f"{self.text} v{self.version}"


class SprecTable(NamedTuple):
    """The letters of one version. Delays in minutes, forces in g; a bound of 0 is "no upper bound"."""

    version: str
    samples: Mapping[str, str]
    containers: Mapping[str, str]
    before: tuple[tuple[int, str, str], ...]
    warm: tuple[int, str]
    spin_minutes: tuple[int, int]
    spins: tuple[tuple[int, int, bool, str, str], ...]
    gentle: tuple[int, int, str]
    after: tuple[tuple[int, str, str], ...]
    classes: tuple[str, ...]
    vessels: Mapping[str, tuple[str, ...]]
    dry: Mapping[str, str]


class NotInSprec(Problem):
    """A word that the SPREC table of this version does not have."""

    def __init__(self, element: str, word: str, version: str) -> None:
        super().__init__(element, word, version)
        self.element, self.word, self.version = element, word, version


def compose(table: SprecTable, recorded: Recorded) -> SprecCode:
    """The code of a fluid sample.

    Raises NotInSprec when sample, container, vessel or storage is a word the table does not have: a code
    must not be made of guesses.
    """
    processed = recorded.frozen if recorded.spins == () else recorded.spun
    elements = (
        _word(table, "sample", table.samples, recorded.sample),
        _word(table, "container", table.containers, recorded.container or UNKNOWN * 3),
        _before(table, minutes_between(recorded.collected, processed), recorded.held_before),
        _spin(table, recorded.spins, 0),
        _spin(table, recorded.spins, 1),
        _after(table, recorded),
        _storage(table, recorded.vessel, recorded.storage),
    )
    return SprecCode("-".join(elements), table.version)


def read_stamped(text: str) -> SprecCode:
    """The code and version of a stamped text; raises NotInSprec when it is not stamped."""
    code, stamp, version = text.rpartition(" v")
    if not stamp or not version.isascii() or not version.isdigit():
        raise NotInSprec("version", text, "")
    return SprecCode(code, version)


def minutes_between(start: str | None, end: str | None) -> int | None:
    """Whole minutes from one bench date to another; None unless both tell the time and are in this order."""
    if start is None or end is None or "T" not in start or "T" not in end:
        return None
    seconds = (datetime.fromisoformat(end) - datetime.fromisoformat(start)).total_seconds()
    return None if seconds < 0 else int(seconds // 60)


def read_table(data: Mapping[str, object]) -> SprecTable:
    """A table from the plain data of a ``sprec/*.toml`` file; raises ValueError when it is no such table."""
    before, spin, after, storage = (_part(data, name) for name in ("before", "spin", "after", "storage"))
    spins = tuple(
        (_number(low), _number(high), bool(brake), str(room), str(cold))
        for low, high, brake, room, cold in _rows(spin.get("steps"), 5)
    )
    warm, gentle, minutes = (
        _row(before.get("warm"), 2),
        _row(spin.get("gentle"), 3),
        _row(spin.get("minutes"), 2),
    )
    classes = tuple(str(word) for word in _row(storage.get("classes")))
    vessels = {
        name: tuple(str(letter) for letter in _row(letters, len(classes)))
        for name, letters in _part(storage, "vessel").items()
    }
    return SprecTable(
        version=_text(data, "version"),
        samples=_words(_part(data, "sample")),
        containers=_words(_part(data, "container")),
        before=_delays(before.get("steps")),
        warm=(_number(warm[0]), str(warm[1])),
        spin_minutes=(_number(minutes[0]), _number(minutes[1])),
        spins=spins,
        gentle=(_number(gentle[0]), _number(gentle[1]), str(gentle[2])),
        after=_delays(after.get("steps")),
        classes=classes,
        vessels=vessels,
        dry=_words(_part(storage, "dry")),
    )


def _word(table: SprecTable, element: str, words: Mapping[str, str], word: str) -> str:
    if word not in words:
        raise NotInSprec(element, word, table.version)
    return word


def _before(table: SprecTable, minutes: int | None, held: Held | None) -> str:
    if minutes is None or held is None:
        return UNKNOWN
    if held is Held.WARM:
        bound, letter = table.warm
        return letter if minutes < bound else OTHER
    room, cold = _step(table.before, minutes)
    return cold if held is Held.COLD else room


def _spin(table: SprecTable, spins: tuple[Spin, ...] | None, which: int) -> str:
    if spins is None:
        return UNKNOWN
    if which >= len(spins):
        return NONE
    spin = spins[which]
    gentle_minutes, gentle_force, gentle_letter = table.gentle
    if spin.minutes == gentle_minutes and which == 0:
        gentle = spin.force < gentle_force and not spin.brake and not spin.cold
        return gentle_letter if gentle else OTHER
    shortest, longest = table.spin_minutes
    if not shortest <= spin.minutes <= longest:
        return OTHER
    for low, high, brake, room, cold in table.spins:
        if low <= spin.force and (spin.force < high or not high) and brake == spin.brake:
            return cold if spin.cold else room
    return OTHER


def _after(table: SprecTable, recorded: Recorded) -> str:
    if recorded.spins == ():
        return NONE
    waited = minutes_between(recorded.spun, recorded.frozen)
    if waited is None or recorded.spins is None or recorded.held_after is None:
        return UNKNOWN
    waited -= sum(spin.minutes for spin in recorded.spins)
    if waited < 0:
        return UNKNOWN  # frozen before the spins were over: one of the times is wrong
    if recorded.held_after is Held.WARM:
        return OTHER
    cold, room = _step(table.after, waited)
    return cold if recorded.held_after is Held.COLD else room


def _storage(table: SprecTable, vessel: str | None, storage: str | None) -> str:
    if vessel is not None and vessel in table.dry:
        return table.dry[vessel]
    if vessel is not None and vessel not in table.vessels:
        raise NotInSprec("vessel", vessel, table.version)
    if storage is not None and storage not in table.classes:
        raise NotInSprec("storage", storage, table.version)
    if vessel is None or storage is None:
        return UNKNOWN
    return table.vessels[vessel][table.classes.index(storage)] or OTHER


def _step(steps: tuple[tuple[int, str, str], ...], minutes: int) -> tuple[str, str]:
    for bound, first, second in steps:
        if minutes < bound or not bound:
            return first, second
    raise ValueError("the last step has a bound")


def _part(data: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = data.get(name)
    if not isinstance(part, Mapping):
        raise ValueError(f"no table {name}")
    return part


def _row(value: object, length: int | None = None) -> Sequence[object]:
    if not isinstance(value, list) or (length is not None and len(value) != length):
        raise ValueError(f"not a row of {length}: {value!r}")
    return value


def _rows(value: object, length: int) -> list[Sequence[object]]:
    return [_row(row, length) for row in _row(value)]


def _delays(value: object) -> tuple[tuple[int, str, str], ...]:
    return tuple((_number(bound), str(first), str(second)) for bound, first, second in _rows(value, 3))


def _text(data: Mapping[str, object], name: str) -> str:
    text = data.get(name)
    if not isinstance(text, str):
        raise ValueError(f"no text {name}")
    return text


def _number(value: object) -> int:
    if not isinstance(value, int):
        raise ValueError(f"not a whole number: {value!r}")
    return value


def _words(data: Mapping[str, object]) -> dict[str, str]:
    return {key: str(value) for key, value in data.items()}
