"""What happened in the demonstration bank from 2017 to 2021, act by act, in the order of the record."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TypeAlias

from freezerapp.commands.demonstration.fates import Fates, Wanted
from freezerapp.commands.demonstration.parcels import DRAFT, ON_ITS_WAY
from freezerapp.commands.demonstration.recipe import Plan, Received, weekday
from freezerapp.commands.demonstration.schedule import CEL, CSF, DNA, PL1, PL2, PRODUCTS, VISITS, h
from freezerapp.domain.specimen import HoldKind, Status

OPENED = datetime(2017, 6, 12, 9, 0)
"""When the bank was made, local time."""
FAILED_UNIT, BACKUP_UNIT = "F80-02", "F80-03"
RELOCATED = 120
"""Boxes that stood in the freezer on the evening its compressor failed."""


@dataclass(frozen=True, slots=True)
class Act:
    """One thing done: when (local time), and when it was recorded."""

    done: datetime
    recorded: datetime


@dataclass(frozen=True, slots=True)
class AddBoxes(Act):
    """Empty boxes for the parcels of a week, as indices into the shelves' boxes."""

    boxes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Receive(Act):
    """Parcels of one day: their tubes are registered and put into their places."""

    visits: tuple[Received, ...]


@dataclass(frozen=True, slots=True)
class HoldTubes(Act):
    """Tubes are held."""

    kind: HoldKind
    reason: str
    tubes: array[int]


@dataclass(frozen=True, slots=True)
class ReleaseTubes(Act):
    """A hold is lifted; ``hold`` is the reason it was given for."""

    kind: HoldKind
    hold: str
    reason: str
    tubes: array[int]


@dataclass(frozen=True, slots=True)
class Leave(Act):
    """Tubes are used up, missing or destroyed."""

    status: Status
    reason: str
    tubes: array[int]


@dataclass(frozen=True, slots=True)
class Pack(Act):
    """Tubes are packed into transport boxes of this type."""

    number: str
    recipient: str
    transport: str
    tubes: array[int]


@dataclass(frozen=True, slots=True)
class HandOver(Act):
    """The transport boxes of a shipment leave the house."""

    number: str
    recipient: str


@dataclass(frozen=True, slots=True)
class Arrive(Act):
    """The recipient of a shipment says how it arrived."""

    number: str


@dataclass(frozen=True, slots=True)
class Draft(Act):
    """A shipment that is being packed when the record ends: the first ``packed`` of its tubes are in their box."""

    number: str
    recipient: str
    transport: str
    tubes: array[int]
    packed: int


@dataclass(frozen=True, slots=True)
class OpenList(Act):
    """A pick list that is to be walked when the record ends."""

    tubes: array[int]


@dataclass(frozen=True, slots=True)
class Misread(Act):
    """A scan of a whole rack is recorded the wrong way round (``wrong``), or put right again."""

    box: int
    wrong: bool
    reason: str
    tubes: array[int]


@dataclass(frozen=True, slots=True)
class Evacuate(Act):
    """Boxes move to the same slots of another unit, rack by rack; states of units are set around that."""

    boxes: tuple[int, ...]
    unit: str
    before: tuple[tuple[str, str], ...]
    after: tuple[tuple[str, str], ...]
    reason: str


Story: TypeAlias = (
    AddBoxes
    | Receive
    | HoldTubes
    | ReleaseTubes
    | Leave
    | Pack
    | HandOver
    | Arrive
    | Draft
    | OpenList
    | Misread
    | Evacuate
)


def stories(plan: Plan, fates: Fates) -> list[Story]:
    """All acts in the order in which they were recorded; no two at the same moment."""
    weeks = _weeks(plan)
    acts: list[Story] = [
        *_deliveries(weeks),
        *_receptions(plan),
        *_excursions(plan),
        *_quarantines(fates),
        *_misread(plan),
        *_evacuation(plan, weeks),
        *_departures(fates),
        *_draft(plan, fates),
        *_open_list(plan, fates),
        *_withdrawals(fates),
    ]
    return sorted(acts, key=lambda act: act.recorded)


def first_visits(plan: Plan) -> list[int]:
    """For each box, the index of the visit whose tubes are the first in it."""
    return [
        bisect_right(plan.visits, box.first, key=lambda visit: visit.before[box.product] + visit.counts[box.product])
        for box in plan.shelves.boxes
    ]


def _at(day: date, hour: int, minute: int, key: str, spread: int = 40) -> datetime:
    return datetime.combine(day, time(hour, minute)) + timedelta(minutes=h(f"at|{day}|{key}") % spread)


def _soon(done: datetime, key: str) -> datetime:
    """Recorded a few minutes later; seconds keep two acts of one minute apart."""
    drawn = h(f"recorded|{done}|{key}")
    return done + timedelta(minutes=2 + drawn % 12, seconds=drawn // 16 % 60, milliseconds=drawn // 1024 % 1000)


def _week(day: date) -> date:
    return day - timedelta(days=day.weekday())


def _weeks(plan: Plan) -> dict[date, list[int]]:
    """The boxes that the parcels of each week need, by its Monday.

    In the week before the failing freezer would have more than 120 boxes, a few come early: it has 120.
    """
    weeks: dict[date, list[int]] = {}
    for box, visit in enumerate(first_visits(plan)):
        weeks.setdefault(_week(plan.visits[visit].received_day), []).append(box)
    standing, before = 0, None
    for monday in sorted(weeks):
        here = _failing(plan, weeks[monday])
        if standing + len(here) > RELOCATED:
            if before is not None:
                early = here[: RELOCATED - standing]
                weeks[before] += early
                weeks[monday] = [box for box in weeks[monday] if box not in early]
            break
        standing, before = standing + len(here), monday
    return {monday: sorted(weeks[monday]) for monday in sorted(weeks)}


def _failing(plan: Plan, boxes: list[int]) -> list[int]:
    return [box for box in boxes if plan.shelves.boxes[box].unit == FAILED_UNIT]


def _deliveries(weeks: dict[date, list[int]]) -> Iterator[AddBoxes]:
    """Every Tuesday before the first parcel: as many empty boxes as the week will need."""
    for monday, boxes in weeks.items():
        done = _at(monday + timedelta(days=1), 7, 40, "boxes")
        if boxes:
            yield AddBoxes(done, _soon(done, "boxes"), tuple(boxes))


def _receptions(plan: Plan) -> Iterator[Receive]:
    """One act a day; on one day of sixteen the day's parcels are entered in the afternoon only."""
    for day, visits in plan.days():
        done = datetime.combine(day, time()) + timedelta(minutes=visits[-1].received_minute)
        entered_late = h(f"entered late|{day}") % 16 == 0
        recorded = _soon(_at(day, 16, 10, "reception") if entered_late else done, "reception")
        yield Receive(done, recorded, visits)


def _excursions(plan: Plan) -> Iterator[Story]:
    """Three parcels whose dry ice had run low: held on arrival, released when the logger had been read."""
    tenths = (
        (2, "accepted: highest -62 °C for 25 min"),
        (5, "accepted: highest -66 °C for 8 min"),
        (8, "accepted: logger had lain outside the dry ice, tubes were at -74 °C"),
    )
    seen: set[int] = set()
    for number, (tenth, verdict) in enumerate(tenths, start=1):
        index = len(plan.visits) * tenth // 10
        visit = plan.visits[index]
        tubes = array("I", (s for product in range(len(PRODUCTS)) if product != CEL for s in visit.serials(product)))
        if index in seen or not tubes:
            continue
        seen.add(index)
        reason = f"dry ice low on arrival, logger of parcel EX-{number:02} to be read"
        done = _at(visit.received_day, 17, 10, "excursion", 20)
        yield HoldTubes(done, _soon(done, "excursion"), HoldKind.EXCURSION, reason, tubes)
        done = _at(weekday(visit.received_day + timedelta(days=5)), 14, 30, "verdict")
        yield ReleaseTubes(done, _soon(done, "verdict"), HoldKind.EXCURSION, reason, verdict, tubes)


def _quarantines(fates: Fates) -> Iterator[HoldTubes]:
    for quarantine in fates.quarantines:
        key = quarantine.visit.key
        done = _at(weekday(quarantine.visit.received_day + timedelta(days=1)), 13, 0, key, 80)
        yield HoldTubes(done, _soon(done, key), HoldKind.QUARANTINE, quarantine.reason, quarantine.tubes)


def _misread(plan: Plan) -> Iterator[Misread]:
    """The third rack of DNA, or the first in a small bank: scanned turned by half, found two days later."""
    racks = [index for index, box in enumerate(plan.shelves.boxes) if box.product == DNA]
    if not racks:
        return
    wanted = racks[2] if len(racks) > 4 else racks[0]
    box = plan.shelves.boxes[wanted]
    lanes = len(plan.shelves.lanes[DNA])
    runnings = range(box.first, box.first + PRODUCTS[DNA].capacity * lanes, lanes)
    starts = [visit.before[DNA] for visit in plan.visits]
    total = plan.visits[-1].before[DNA] + plan.visits[-1].counts[DNA]
    tubes = array("I")
    visit = plan.visits[0]
    for running in runnings:
        if running < total:
            visit = plan.visits[bisect_right(starts, running) - 1]
            tubes.append(visit.serials(DNA)[running - visit.before[DNA]])
    for days, wrong, reason in (
        (1, True, "whole rack scanned"),
        (3, False, f"{box.name} was scanned turned by 180°: scanned again"),
    ):
        done = _at(weekday(visit.received_day + timedelta(days=days)), 11 + days, 45, "misread", 14)
        yield Misread(done, _soon(done, "misread"), wanted, wrong, reason, tubes)


def _evacuation(plan: Plan, weeks: dict[date, list[int]]) -> Iterator[Evacuate]:
    """The compressor of a freezer fails on a Friday evening; on Monday, repaired, it takes its boxes back."""
    standing: list[int] = []
    friday = OPENED.date()
    for monday, boxes in weeks.items():
        here = _failing(plan, boxes)
        if standing and len(standing) + len(here) > RELOCATED:
            break
        standing += here
        friday = monday + timedelta(days=4)
    if not standing:
        return
    standing.sort(key=lambda box: plan.shelves.boxes[box].slot)
    done = _at(friday, 19, 20, "failure")
    yield Evacuate(
        done,
        _soon(done, "failure"),
        tuple(standing),
        BACKUP_UNIT,
        ((FAILED_UNIT, "failed"), (BACKUP_UNIT, "in use")),
        (),
        f"{FAILED_UNIT}: compressor failed, -58 °C and rising",
    )
    done = _at(friday + timedelta(days=3), 13, 0, "return")
    yield Evacuate(
        done,
        _soon(done, "return"),
        tuple(standing),
        FAILED_UNIT,
        ((FAILED_UNIT, "in use"),),
        ((BACKUP_UNIT, "backup"),),
        f"{FAILED_UNIT} repaired, at -80 °C for 24 h",
    )


def _departures(fates: Fates) -> Iterator[Story]:
    for wanted, tubes in fates.shipped.items():
        done = _at(wanted.day, 9, 30, wanted.number)
        transport = "transport-box-9x9" if wanted.products == (CEL,) else "transport-box-10x10"
        yield Pack(done, _soon(done, wanted.number), wanted.number, wanted.what, transport, tubes)
        done = _at(wanted.day, 15, 30, wanted.number)
        yield HandOver(done, _soon(done, wanted.number), wanted.number, wanted.what)
        if wanted.number != ON_ITS_WAY:
            done = _at(weekday(wanted.day + timedelta(days=2)), 10, 20, f"arrival {wanted.number}")
            yield Arrive(done, _soon(done, f"arrival {wanted.number}"), wanted.number)
    yield from _leaving(fates.used, Status.USED_UP, 10)
    yield from _leaving(fates.missing, Status.MISSING, 15)


def _draft(plan: Plan, fates: Fates) -> Iterator[Draft]:
    """CSF and plasma of the first visits for the next parcel: one tube is on hold, one holds too little."""
    most = min(96, plan.tubes // 100)
    held = [tube for each in fates.quarantines for tube in each.tubes if tube in each.visit.serials(CSF)]
    tubes: list[int] = []
    for visit in plan.visits:
        if VISITS[visit.visit].code == VISITS[0].code and len(tubes) < most:
            for product, wanted in ((CSF, 3), (PL1, 1)):
                tubes += [serial for serial in visit.serials(product) if not fates.taken[serial]][:wanted]
    small = [serial for visit in plan.visits for serial in visit.serials(PL2) if not fates.taken[serial]][:1]
    if len(tubes) < most or not small or not most:
        return
    packed = max(3, most // 8)
    doubtful = [*held[:1], *small]
    listed = [*tubes[:packed], *doubtful, *tubes[packed : most - len(doubtful)]]
    done = datetime(2021, 12, 7, 13, 40)
    yield Draft(
        done, _soon(done, DRAFT), DRAFT, "Gothenburg, neurofilaments", "transport-box-9x9", array("I", listed), packed
    )


def _open_list(plan: Plan, fates: Fates) -> Iterator[OpenList]:
    """One DNA tube of each of the first participants, for genotyping."""
    most = min(48, plan.tubes // 200)
    tubes: list[int] = []
    for visit in plan.visits:
        if len(tubes) < most:
            tubes += [serial for serial in visit.serials(DNA) if not fates.taken[serial]][:1]
    if tubes:
        done = datetime(2021, 12, 8, 9, 15)
        yield OpenList(done, _soon(done, "open list"), array("I", tubes))


def _leaving(found: dict[Wanted, array[int]], status: Status, hour: int) -> Iterator[Leave]:
    for wanted, tubes in found.items():
        done = _at(wanted.day, hour, 5, wanted.what)
        yield Leave(done, _soon(done, wanted.what), status, wanted.what, tubes)


def _withdrawals(fates: Fates) -> Iterator[Story]:
    for withdrawal in fates.withdrawals:
        code = withdrawal.who.code
        scope = " for genetic research" if withdrawal.genetic_only else ""
        reason = f"consent withdrawn{scope}: destroy"
        done = _at(weekday(withdrawal.day), 11, 0, code)
        yield HoldTubes(done, _soon(done, code), HoldKind.CONSENT, reason, withdrawal.tubes)
        done = _at(weekday(withdrawal.day + timedelta(days=30)), 14, 0, code)
        yield Leave(done, _soon(done, code), Status.DESTROYED, reason, withdrawal.tubes)
