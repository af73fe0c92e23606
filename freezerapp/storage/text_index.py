"""All that a search by text needs, kept in memory: answers while one types, also among a million tubes.

One block of text for codes, one character per tube for its material, collection, container and state:
what those are is looked up in the short tables, and the tubes that have them are found at the speed of text.
"""

import threading
from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from operator import neg
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from sqlalchemy import Select, bindparam, func, literal_column, select

from freezerapp.domain.search.query import Choice, Needle, Pattern, Query, Term
from freezerapp.storage import schema
from freezerapp.storage.column import Column
from freezerapp.storage.dimensions import Containers, People
from freezerapp.storage.finding import Readable
from freezerapp.storage.prepared import ByIds, Prepared, Row
from freezerapp.storage.slot_texts import BARCODE, CODE, SlotTexts, slot_text

if TYPE_CHECKING:
    from freezerapp.storage.database import Reader

PAGE = 4_000
"""How many tubes one reading transaction brings; it takes some 20 ms."""
BEHIND_AT_MOST = 2_000
"""So many events are caught up with in passing; more of them in the background."""
_NEEDLES_AT_MOST = 30
_FIRST_LOOK, _LAST_LOOK = 256, 65_536
"""How many slots are looked at together: few at first, since what is typed first is found everywhere."""
PEOPLE = frozenset({"study", "site", "participant", "moment", "collection", "material", "bank", "field"})
"""What names of tubes hang on besides the tubes themselves."""


class Found(NamedTuple):
    """The first tubes a search finds, in order of registration; ``total`` is None when there are more."""

    ids: list[int]
    total: int | None


class Cancelled(Exception):
    """Nobody waits for the answer any more."""


class Outdated(Exception):
    """The index must be built anew."""


class _Part(Protocol):
    """The tubes of one term; false when there can be none."""

    def __bool__(self) -> bool: ...
    def within(self, low: int, high: int, most: int) -> tuple[list[int], int]:
        """The slots of it from ``low`` up to but not including ``high``, in order, and how far was looked.

        After about ``most`` slots it looks no further.
        """

    def keep(self, slots: list[int]) -> list[int]:
        """Those of some slots that belong to it."""

    def share(self) -> float:
        """About which part of all slots belongs to it."""


_s, _p, _c, _v = schema.specimen.c, schema.place.c, schema.code.c, schema.field_value.c
_here, _home = schema.place.alias("stands"), schema.place.alias("belongs")


def _rows() -> Select[Any]:
    return select(
        _s.id,
        _s.kind,
        _s.status,
        _s.barcode,
        _s.material_id,
        _s.collection_id,
        _here.c.container_id,
        _home.c.container_id,
    ).select_from(
        schema.specimen.outerjoin(
            _here, (_here.c.specimen_id == _s.id) & (_here.c["use"] == literal_column("'here'"))
        ).outerjoin(_home, (_home.c.specimen_id == _s.id) & (_home.c["use"] == literal_column("'home'")))
    )


_OTHER_CODES = (
    select(_c.owner_id, _c.text)
    .select_from(schema.code.join(schema.specimen, _s.id == _c.owner_id))
    .where(_c.owner_kind == literal_column("'specimen'"), _c.text.is_distinct_from(_s.barcode))
)
_OWN_VALUES = (
    select(_v.owner_id, _v.text)
    .select_from(schema.field_value.join(schema.field, schema.field.c.id == _v.field_id))
    .where(_v.owner_kind == literal_column("'specimen'"), schema.field.c.void == literal_column("0"))
)
_PAGE = Prepared(_rows().where(_s.id > bindparam("after")).order_by(_s.id).limit(PAGE))
_BETWEEN = {
    name: Prepared(chosen.where(column.between(bindparam("low"), bindparam("high"))))
    for name, chosen, column in (("codes", _OTHER_CODES, _c.owner_id), ("own", _OWN_VALUES, _v.owner_id))
}
_SOME = ByIds(_rows(), _s.id)
_SOME_CODES = ByIds(_OTHER_CODES, _c.owner_id)
_SOME_OWN = ByIds(_OWN_VALUES, _v.owner_id)
_HEAD = Prepared(select(func.max(schema.event.c.seq)))
_SINCE = Prepared(
    select(schema.event.c.subject_kind, schema.event.c.subject_id, schema.event.c.seq)
    .where(schema.event.c.seq > bindparam("seen"))
    .order_by(schema.event.c.seq)
    .limit(BEHIND_AT_MOST)
)


class TextIndex:
    """Built once from a bank, then kept up by its events. Any thread may ask; one should keep it up."""

    def __init__(self, reader: "Reader") -> None:
        self._lock = threading.RLock()
        self._ids = array("I")
        self._texts = SlotTexts()
        self._states: Column[tuple[str, str]] = Column()
        self._materials: Column[int] = Column()
        self._collections: Column[int | None] = Column()
        self._participants: Column[int | None] = Column()
        # A container, or less than zero: one that the tube belongs in while it stands nowhere.
        self._places: Column[int | None] = Column()
        self._containers = Containers(reader)
        self._people = People(reader)
        self._seq = _head(reader)

    @classmethod
    def build(cls, database: Readable, go_on: Callable[[], bool] = lambda: True) -> "TextIndex":
        """The index of a bank, read in short transactions. Raises Cancelled when ``go_on`` says no."""
        with database.reading() as reader:
            index = cls(reader)
        after = -1
        while True:
            if not go_on():
                raise Cancelled
            with database.reading() as reader:
                rows = reader.all(_PAGE, after=after)
                if not rows:
                    break
                bounds = {"low": rows[0][0], "high": rows[-1][0]}
                codes = _grouped(reader.all(_BETWEEN["codes"], **bounds))
                own = _grouped(reader.all(_BETWEEN["own"], **bounds))
            index._append(rows, codes, own)
            after = rows[-1][0]
        try:
            index.catch_up(database, go_on)
        except Outdated:  # a field was defined meanwhile
            return cls.build(database, go_on)
        return index

    def __len__(self) -> int:
        return len(self._ids)

    @property
    def seq(self) -> int:
        """The newest event that the index knows of."""
        return self._seq

    def catch_up(self, database: Readable, go_on: Callable[[], bool] = lambda: True) -> None:
        """Take in everything that happened since, in short transactions."""
        while True:
            with database.reading() as reader:
                if self.keep_up(reader):
                    return
            if not go_on():
                raise Cancelled

    def keep_up(self, reader: "Reader") -> bool:
        """Take in what happened since, as far as it is little; True when the index is as new as the bank.

        Raises Outdated when so much may have changed that it must be built anew.
        """
        # Read before the lock is taken: who waits for the bank must not make others wait who are reading it.
        head = _head(reader)
        with self._lock:
            if head <= self._seq:
                return True
            events = reader.all(_SINCE, seen=self._seq)
            kinds = {kind for kind, _, _ in events}
            if "field" in kinds:
                raise Outdated  # what any tube says may have changed
            if kinds & {"container", "container type", "labelling"}:
                self._containers = Containers(reader)
            if kinds & PEOPLE:
                self._meet(People(reader))
            tubes = sorted({key for kind, key, _ in events if kind == "specimen"})
            self._take_in(
                sorted(_SOME.rows(reader.connection, tubes)),
                _grouped(_SOME_CODES.rows(reader.connection, tubes)),
                _grouped(_SOME_OWN.rows(reader.connection, tubes)),
            )
            self._seq = events[-1][2]
            return self._seq >= head

    def search(self, query: Query, limit: int | None = 200, go_on: Callable[[], bool] = lambda: True) -> Found | None:
        """The first tubes a search finds; None where the bank itself must be asked (amounts, holds, thaws …).

        Raises Cancelled when ``go_on`` says no.
        """
        with self._lock:
            wanted: list[_Part] = []
            unwanted: list[_Part] = []
            for term in query.terms:
                part = self._part(term)
                if part is None:
                    return None
                (unwanted if term.negated else wanted).append(part)
            if not (query.asks_kind and query.asks_void):
                wanted.append(self._states.among(self._in_scope(query)))
            # The rarest leads; the others look only at what it brings.
            leader, *others = sorted(wanted, key=lambda part: part.share())
            return self._gather(leader, others, unwanted, limit, go_on)

    def _gather(
        self,
        leader: _Part,
        others: list[_Part],
        unwanted: list[_Part],
        limit: int | None,
        go_on: Callable[[], bool],
    ) -> Found:
        slots: list[int] = []
        low, size, most = 0, _FIRST_LOOK, _FIRST_LOOK
        while low < len(self._ids):
            chunk, low = leader.within(low, min(low + size, len(self._ids)), most)
            brought = len(chunk)
            for part in others:
                chunk = part.keep(chunk)
            for part in unwanted:
                dropped = set(part.keep(chunk))
                chunk = [slot for slot in chunk if slot not in dropped]
            slots += chunk
            if limit is not None and len(slots) > limit:
                return Found([self._ids[slot] for slot in slots[:limit]], None)
            if not go_on():
                raise Cancelled
            size = min(4 * size, _LAST_LOOK)
            if 2 * len(chunk) < brought:
                most = min(4 * most, _LAST_LOOK)
        return Found([self._ids[slot] for slot in slots], len(slots))

    def _in_scope(self, query: Query) -> set[tuple[str, str]]:
        return {
            (kind, status)
            for kind, status in self._states.values()
            if (query.asks_kind or kind == "tube") and (query.asks_void or status != "void")
        }

    def _part(self, term: Term) -> _Part | None:
        values = [alternative.value for alternative in term.alternatives]
        if term.field is None:
            return self._bare([value for value in values if isinstance(value, Needle)])
        if term.field.own:
            return None
        patterns = [value for value in values if isinstance(value, Pattern)]
        words = {word for value in values if isinstance(value, Choice) for word in value.words}
        match term.field.name:
            case "material":
                return self._materials.among(self._people.materials(term))
            case "status":
                return self._states.among({state for state in self._states.values() if state[1] in words})
            case "kind":
                return self._states.among({state for state in self._states.values() if state[0] in words})
            case "box":
                return self._in(self._containers.boxes(term))
            case "in":
                return self._in(self._containers.inside(term))
            case "barcode" | "code" if len(patterns) == len(values) <= _NEEDLES_AT_MOST:
                return self._texts.fitting(patterns, BARCODE if term.field.name == "barcode" else BARCODE + CODE)
            case "has" if words <= {"position", "visit"}:
                return self._having(words)
            case "participant":
                return self._participants.among(self._people.participants(term))
            case "site":
                return self._participants.among(self._people.participants_at(term))
            case "visit":
                return self._collections.among(self._people.visited(term))
            case "study":
                return self._collections.among(self._people.studied(term))
            case "collected":
                return self._collections.among(self._people.collected(term))
        return None

    def _bare(self, needles: Sequence[Needle]) -> _Part | None:
        if len(needles) > _NEEDLES_AT_MOST:
            return None
        texts = [needle.text for needle in needles]
        participants, collections = self._people.holding(texts)
        return AnyOf(
            (
                self._participants.among(participants),
                self._collections.among(collections),
                self._in(self._containers.holding(texts)),
                self._texts.holding(texts),
            )
        )

    def _in(self, containers: set[int]) -> _Part:
        return self._places.among(containers.union(map(neg, containers)))

    def _having(self, things: set[str]) -> _Part:
        parts: list[_Part] = []
        if "position" in things:
            parts.append(self._places.among({v for v in self._places.values() if v is not None and v > 0}))
        if "visit" in things:
            parts.append(self._collections.among(self._people.with_visit()))
        return AnyOf(parts)

    def _append(self, rows: Sequence[Row], codes: "_Texts", own: "_Texts") -> None:
        with self._lock:
            self._ids.extend(row[0] for row in rows)
            self._texts.append(slot_text(row[3], codes.get(row[0], ()), own.get(row[0], ())) for row in rows)
            self._states.append((row[1], row[2]) for row in rows)
            self._materials.append(row[4] for row in rows)
            self._collections.append(row[5] for row in rows)
            self._participants.append(self._people.participant_of(row[5]) for row in rows)
            self._places.append(map(_place, rows))

    def _meet(self, people: People) -> None:
        """Other people, visits and materials; a collection may be of another participant by now."""
        before, self._people = self._people, people
        moved = self._collections.among(before.moved(people))
        collections = {slot: self._collections.at(slot) for slot in moved.within(0, len(self), len(self))[0]}
        self._participants.put({slot: people.participant_of(key) for slot, key in collections.items()})

    def _take_in(self, rows: Sequence[Row], codes: "_Texts", own: "_Texts") -> None:
        """Rows by id, new ones and others as they are now."""
        last = self._ids[-1] if self._ids else -1
        known = {bisect_left(self._ids, row[0]): row for row in rows if row[0] <= last}
        self._states.put({slot: (row[1], row[2]) for slot, row in known.items()})
        self._materials.put({slot: row[4] for slot, row in known.items()})
        self._collections.put({slot: row[5] for slot, row in known.items()})
        self._participants.put({slot: self._people.participant_of(row[5]) for slot, row in known.items()})
        self._places.put({slot: _place(row) for slot, row in known.items()})
        for slot, row in known.items():
            self._texts.put(slot, slot_text(row[3], codes.get(row[0], ()), own.get(row[0], ())))
        self._append([row for row in rows if row[0] > last], codes, own)


class AnyOf:
    """What is in one of several parts; those asked first should be the cheapest."""

    def __init__(self, parts: Iterable[_Part]) -> None:
        self._parts = [part for part in parts if part]

    def __bool__(self) -> bool:
        return bool(self._parts)

    def within(self, low: int, high: int, most: int) -> tuple[list[int], int]:
        looks = [part.within(low, high, most) for part in self._parts]
        high = min((seen for _, seen in looks), default=high)
        found = [slots for slots, _ in looks if slots and slots[0] < high]
        if len(found) == 1 and found[0][-1] < high:
            return found[0], high
        return sorted({slot for slots in found for slot in slots if slot < high}), high

    def keep(self, slots: list[int]) -> list[int]:
        left, kept = slots, set[int]()
        for part in self._parts:
            found = part.keep(left)
            if found:
                kept.update(found)
                left = [slot for slot in left if slot not in kept]
        return slots if not left else [slot for slot in slots if slot in kept]

    def share(self) -> float:
        return min(1.0, sum(part.share() for part in self._parts))


_Texts = dict[int, list[str]]


def _grouped(rows: Iterable[Row]) -> _Texts:
    found: defaultdict[int, list[str]] = defaultdict(list)
    for key, text in rows:
        found[key].append(text)
    return found


def _place(row: Row) -> int | None:
    here, home = row[6], row[7]
    return here if here is not None else None if home is None else -home


def _head(reader: "Reader") -> int:
    return (reader.one(_HEAD) or (0,))[0] or 0
