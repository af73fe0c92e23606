"""Pick lists: made, walked with a scanner in the hand, and returned the same way back."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from sqlalchemy import bindparam, func, literal_column, select

from freezerapp.commands.cold import check_cold
from freezerapp.commands.placing import lift, set_down, today
from freezerapp.domain.blind_order import blind_order, keeps_together
from freezerapp.domain.choosing import PICKABLE
from freezerapp.domain.custody import PICK_LINE, PICK_LIST, SPECIMEN
from freezerapp.domain.picking import (
    AlreadyRetrieved,
    LineSettled,
    NotAvailable,
    NothingPicked,
    NotPicked,
    NotRetrieved,
    PickLine,
    PickLineState,
    PickList,
    check_open,
)
from freezerapp.domain.problems import NotThere
from freezerapp.domain.shipment import Reserved, next_number
from freezerapp.domain.specimen import Held, Known, Specimen, Status
from freezerapp.storage import parcel_schema, schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import ByIds, Prepared, run

_list, _line = parcel_schema.pick_list.c, parcel_schema.pick_line.c
_NUMBERS = Prepared(select(_list.number).where(_list.void == literal_column("0")))
_LINES = Prepared(
    select(_line.id).where(_line.list_id == bindparam("id"), _line.void == literal_column("0")).order_by(_line.id)
)
_LAST_NUMBER = Prepared(select(func.max(_line.number)).where(_line.list_id == bindparam("id")))
"""Of lines taken back too: done again, they come with theirs."""
_specimen, _collection = schema.specimen.c, schema.collection.c
_PEOPLE = ByIds(
    select(_specimen.id, _collection.participant_id)
    .join(schema.collection, _collection.id == _specimen.collection_id)
    .where(_collection.participant_id.is_not(None)),
    _specimen.id,
)


class MadePickList(NamedTuple):
    """What came of making a pick list, or of adding to one."""

    id: int
    number: str


@dataclass(frozen=True, slots=True)
class MakePickList:
    """Put tubes on a new pick list, in the order asked for; each is reserved for it.

    ``rule`` is how they were chosen, in words; ``seed`` fixed a blind order. With ``shipment_id`` it fetches the tubes
    of that shipment. Raises NothingPicked, Held, NotAvailable, Reserved.
    """

    kind: ClassVar[str] = "make pick list"
    title: str
    tubes: tuple[int, ...]
    purpose: str | None = None
    rule: str | None = None
    seed: str | None = None
    shipment_id: int | None = None
    note: str | None = None
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> MadePickList:
        tubes = dict.fromkeys(self.tubes)
        if not tubes:
            raise NothingPicked
        for tube in ledger.specimens(tubes).values():
            check_pickable(tube)
        taken = [row[0] for row in run(ledger.connection, _NUMBERS)]
        made = PickList(
            ledger.new_id(PICK_LIST),
            next_number(int(today(ledger)[:4]), taken, "PICK"),
            self.title.strip(),
            purpose=self.purpose,
            shipment_id=self.shipment_id,
            rule=self.rule,
            seed=self.seed,
            made_at=ledger.operation.recorded_at,
            note=self.note,
        )
        ledger.save(PICK_LIST, made)
        ledger.save_new(
            PICK_LINE,
            [PickLine(ledger.new_id(PICK_LINE), made.id, number, tube) for number, tube in enumerate(tubes, 1)],
        )
        return MadePickList(made.id, made.number)


@dataclass(frozen=True, slots=True)
class AddToPickList:
    """More tubes for a list that is open, each reserved for it too; what was fetched already stays as it is.

    They come behind those on the list, in the order asked for. In a list of blind order they are mixed with those that
    are still to be fetched, as its seed draws, so that a number does not tell who came late. ``rule`` is how they were
    chosen, in words. Raises NothingPicked, Held, NotAvailable, Reserved (also by this list itself), PickClosed.
    """

    kind: ClassVar[str] = "add to pick list"
    list_id: int
    tubes: tuple[int, ...]
    rule: str | None = None
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> MadePickList:
        said = the_list(ledger, self.list_id)
        wanted = tuple(dict.fromkeys(self.tubes))
        if not wanted:
            raise NothingPicked
        tubes = ledger.specimens(wanted)
        lines = lines_of(ledger, said.id)
        here = {line.specimen_id for line in lines if line.open}
        for tube in tubes.values():
            check_pickable(tube)
            if tube.id in here:
                raise Reserved(tube.barcode, said.number)
        first = int(run(ledger.connection, _LAST_NUMBER, id=said.id)[0][0] or 0) + 1
        numbers = dict(zip(wanted, range(first, first + len(wanted)), strict=True))
        if said.seed is not None:
            instead = {line.replaced_by for line in lines}  # these have the number of the tube they stand for
            waiting = [line for line in lines if line.state is PickLineState.WANTED and line.id not in instead]
            numbers = _mixed(ledger, said.seed, waiting, numbers)
            for line in waiting:
                if line.number != numbers[line.specimen_id]:
                    ledger.save(PICK_LINE, line._replace(number=numbers[line.specimen_id]))
        ledger.save_new(PICK_LINE, [PickLine(ledger.new_id(PICK_LINE), said.id, numbers[key], key) for key in wanted])
        if self.rule:
            ledger.save(PICK_LIST, said._replace(rule=f"{said.rule or ''} + {self.rule}".strip()))
        return MadePickList(said.id, said.number)


@dataclass(frozen=True, slots=True)
class Retrieve:
    """Fetch tubes of a pick list: each goes on the bench, its place stays reserved, its clock runs.

    A tube that is in hand already only counts as fetched. Raises NotPicked for one that is not on the list, Held for
    one that was put on hold since, AlreadyRetrieved, LineSettled, PickClosed.
    """

    kind: ClassVar[str] = "retrieve"
    list_id: int
    specimens: tuple[int, ...]
    known: Known = Known.DECLARED
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        said = the_list(ledger, self.list_id)
        lines = by_tube(ledger, said, self.specimens)
        now = ledger.operation.recorded_at
        for key, tube in ledger.specimens(self.specimens).items():
            line = lines[key]
            in_hand = tube.status is Status.ON_THE_BENCH
            if line.state is PickLineState.RETRIEVED and in_hand:
                raise AlreadyRetrieved(tube.barcode, said.number)
            if line.state not in (PickLineState.WANTED, PickLineState.RETRIEVED):
                raise LineSettled(tube.barcode, said.number, line.state)
            if tube.holds:
                raise Held(tube.barcode, tube.holds)
            if not in_hand:
                ledger.save(SPECIMEN, lift(tube, now), self.known)
            ledger.save(PICK_LINE, line._replace(state=PickLineState.RETRIEVED), self.known)


@dataclass(frozen=True, slots=True)
class ReturnPicked:
    """Put fetched tubes back into the places kept for them; each of ``thawed`` (ids) thawed once more meanwhile.

    A tube that stands in a place again by now is only counted as returned. Raises NotPicked, NotRetrieved, PickClosed,
    NoReservedPlace, WrongTemperature (unless overruled with a reason).
    """

    kind: ClassVar[str] = "return picked"
    list_id: int
    specimens: tuple[int, ...]
    known: Known = Known.DECLARED
    thawed: tuple[int, ...] = ()
    reason: str | None = None
    done_at: str | None = None
    overrule: bool = False

    def run(self, ledger: Ledger) -> None:
        from freezerapp.commands.check_out import NoReservedPlace

        said = the_list(ledger, self.list_id)
        lines = by_tube(ledger, said, self.specimens)
        now, day = ledger.operation.recorded_at, today(ledger)
        back: list[Specimen] = []
        for key, tube in ledger.specimens(self.specimens).items():
            if lines[key].state is not PickLineState.RETRIEVED:
                raise NotRetrieved(tube.barcode, said.number)
            if tube.status is not Status.STORED:
                if tube.home is None or tube.status is not Status.ON_THE_BENCH:
                    raise NoReservedPlace(tube.barcode)
                after = set_down(tube, tube.home, self.known, now, day)
                back.append(after._replace(thaws=after.thaws + (after.id in self.thawed)))
            settle(ledger, lines[key], PickLineState.RETURNED, self.reason)
        check_cold(ledger, ((tube, tube.place) for tube in back if tube.place), self.overrule, self.reason)
        for tube in back:
            ledger.save(SPECIMEN, tube, self.known)


def _mixed(ledger: Ledger, seed: str, waiting: list[PickLine], new: dict[int, int]) -> dict[int, int]:
    """A number for each tube that waits and each new one, by tube; a list that keeps people together goes on so."""
    waiting = sorted(waiting, key=lambda line: line.number)
    keys = [*(line.specimen_id for line in waiting), *new]
    codes = {key: tube.barcode or f"#{key}" for key, tube in ledger.specimens(keys).items()}
    people: dict[int, int] = {row[0]: row[1] for row in _PEOPLE.rows(ledger.connection, keys)}
    together = None
    if keeps_together([people.get(line.specimen_id) for line in waiting]):
        together = {codes[key]: people[key] for key in keys if key in people}
    back = {code: key for key, code in codes.items()}
    drawn = [back[code] for code in blind_order(list(back), seed, together)]
    free = sorted({*(line.number for line in waiting), *new.values()})
    return dict(zip(drawn, free, strict=True))


def check_pickable(tube: Specimen) -> None:
    """Raise NotAvailable or Held for a tube that can't be put on a list."""
    if tube.status not in PICKABLE:
        raise NotAvailable(tube.barcode, tube.status)
    if tube.holds:
        raise Held(tube.barcode, tube.holds)


def the_list(ledger: Ledger, key: int) -> PickList:
    """A pick list that takes steps. Raises NotThere, PickClosed."""
    found: PickList = ledger.one(PICK_LIST, key)
    if found.void:
        raise NotThere("pick list", found.number)
    check_open(found)
    return found


def lines_of(ledger: Ledger, key: int) -> list[PickLine]:
    """All lines of a pick list that count."""
    ids = [row[0] for row in run(ledger.connection, _LINES, id=key)]
    return list(ledger.many(PICK_LINE, ids).values())


def by_tube(ledger: Ledger, said: PickList, tubes: Iterable[int]) -> dict[int, PickLine]:
    """The line of each of these tubes: the newest, where one was removed and came back. Raises NotPicked."""
    lines = {line.specimen_id: line for line in lines_of(ledger, said.id)}
    for key, tube in ledger.specimens(tubes).items():
        if key not in lines:
            raise NotPicked(tube.barcode or f"#{key}", said.number)
    return lines


def settle(ledger: Ledger, line: PickLine, state: PickLineState, reason: str | None) -> None:
    """A line has come to its end: its tube is reserved no more."""
    ledger.save(PICK_LINE, line._replace(state=state, reason=reason or line.reason, open=0))
