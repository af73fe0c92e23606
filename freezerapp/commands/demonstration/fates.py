"""What became of the demonstration's tubes: sent, used up, held, destroyed or missed, in exact shares.

78 % stored, 12 % shipped, 7 % used up, 2 % in quarantine, 0.9 % destroyed, 0.1 % missing. Each share is
counted out, not drawn, so that a bank of any size has it as nearly as whole tubes allow.
"""

from __future__ import annotations

from array import array
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from freezerapp.commands.demonstration.handling import Late, late
from freezerapp.commands.demonstration.recipe import Enrolled, Plan, Received, weekday
from freezerapp.commands.demonstration.schedule import (
    BFF,
    BLD,
    CEL,
    COHORT,
    CSF,
    DNA,
    PEN,
    PL1,
    PL2,
    PRODUCTS,
    h,
)

SHIPPED, USED, HELD, DESTROYED, MISSING = 120, 70, 20, 9, 1
"""Shares in tubes of 1,000."""
_RESTING = timedelta(days=21)
"""A tube is not asked for before it has been in the bank so long."""
_A_MONTH = timedelta(days=30)
_BEFORE_WITHDRAWAL = timedelta(days=60)
"""From a participant's last visit to the withdrawal: long enough for an occasion to use tubes in between."""


class Wanted(NamedTuple):
    """A day on which tubes of these products leave their places: shipped, used at the bank, or not found."""

    day: date
    products: tuple[int, ...]
    what: str
    number: str = ""


_CELLS, _CYTOKINE, _NEURO, _RNA = (CEL,), (PL1, PL2, CSF), (CSF, PL1), (BFF, BLD)
SHIPMENTS = tuple(
    Wanted(day, products, laboratory, f"SHP-{day.year}-{number:04}")
    for day, number, products, laboratory in (
        (date(2018, 3, 20), 1, _CELLS, "London, regulatory T cells"),
        (date(2018, 6, 12), 2, _CYTOKINE, "Milan, CCL2"),
        (date(2018, 10, 16), 3, _CELLS, "London, regulatory T cells"),
        (date(2018, 12, 4), 4, _NEURO, "Gothenburg, neurofilaments"),
        (date(2019, 3, 12), 1, _RNA, "Sheffield, RNA"),
        (date(2019, 5, 21), 2, _CELLS, "London, regulatory T cells"),
        (date(2019, 9, 17), 3, _CYTOKINE, "Milan, CCL2"),
        (date(2019, 11, 19), 4, _NEURO, "London, neurofilaments"),
        (date(2020, 2, 11), 1, _CELLS, "London, regulatory T cells"),
        (date(2020, 7, 7), 2, _RNA, "Sheffield, RNA"),
        (date(2020, 11, 10), 3, _NEURO, "Gothenburg, neurofilaments"),
        (date(2021, 3, 16), 1, _CYTOKINE, "Milan, CCL2"),
        (date(2021, 9, 14), 2, _CELLS, "London, regulatory T cells"),
        (date(2021, 10, 12), 3, _NEURO, "Gothenburg, neurofilaments"),
    )
)
_USES = (
    ((DNA, BLD), "DNA: genotyping plates"),
    ((PL2, PL1), "plasma: assay set-up"),
    ((CSF, PEN), "neurofilament pilot"),
    ((CEL, BFF), "cell viability test"),
)
USES = tuple(
    Wanted(weekday(date(2018 + month // 12, month % 12 + 1, 18)), *_USES[month % len(_USES)]) for month in range(48)
)
CHECKS = tuple(
    Wanted(day, (PL1, CSF, BFF, CEL, DNA), "inventory check: not in its place")
    for day in (
        date(2018, 11, 28),
        date(2019, 5, 29),
        date(2019, 11, 27),
        date(2020, 10, 28),
        date(2021, 11, 24),
    )
)


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """Consent taken back by one participant: on which day, and the tubes that were still there."""

    who: Enrolled
    day: date
    genetic_only: bool
    tubes: array[int]


@dataclass(frozen=True, slots=True)
class Quarantine:
    """Tubes of one visit held at reception, and why."""

    visit: Received
    reason: str
    tubes: array[int]


@dataclass
class Fates:
    """Which tubes left their places, by occasion; ``taken`` is 1 for each tube that has a fate."""

    taken: bytearray
    quarantines: list[Quarantine] = field(default_factory=list)
    withdrawals: list[Withdrawal] = field(default_factory=list)
    shipped: dict[Wanted, array[int]] = field(default_factory=dict)
    used: dict[Wanted, array[int]] = field(default_factory=dict)
    missing: dict[Wanted, array[int]] = field(default_factory=dict)

    def take(self, serials: Iterable[int]) -> array[int]:
        """Give these tubes a fate."""
        found = array("I", serials)
        for serial in found:
            self.taken[serial] = 1
        return found


def make_fates(plan: Plan) -> Fates:
    """Count out what became of every tube of a plan."""
    fates = Fates(bytearray(plan.tubes))
    used_before = _withdraw(plan, fates)
    _quarantine(plan, fates, share(plan.tubes, HELD))
    _ask(plan, fates, SHIPMENTS, share(plan.tubes, SHIPPED), fates.shipped)
    for wanted, serials in used_before.items():
        fates.used[wanted] = fates.take(serials)
    _ask(plan, fates, USES, share(plan.tubes, USED), fates.used)
    _ask(plan, fates, CHECKS, share(plan.tubes, MISSING), fates.missing)
    return fates


def share(tubes: int, of_1000: int) -> int:
    """So many of 1,000, to the nearest tube."""
    return (tubes * of_1000 + 500) // 1000


def _ask(plan: Plan, fates: Fates, occasions: Sequence[Wanted], total: int, found: dict[Wanted, array[int]]) -> None:
    """Share a number of tubes out over occasions; what an early one does not find falls to the next ones."""
    days = [visit.received_day for visit in plan.visits]
    left = total - sum(len(serials) for serials in found.values())
    for index, wanted in enumerate(occasions):
        visits = plan.visits[: bisect_right(days, wanted.day - _RESTING)]
        here = min(left, -(-left // (len(occasions) - index)))
        taken = fates.take(_some(visits, wanted, here, fates))
        left -= len(taken)
        if taken:
            found[wanted] = array("I", sorted((*found.get(wanted, ()), *taken)))
    assert not left, "the last occasions are late enough to find any tube"


def _some(visits: Sequence[Received], wanted: Wanted, most: int, fates: Fates) -> Iterator[int]:
    """Free tubes of visits in a drawn order: one a visit first, then more, at the very last any."""
    if not most:
        return
    order = sorted(visits, key=lambda visit: h(f"{wanted.day}|{wanted.what}|{visit.key}"))
    every = tuple(range(len(PRODUCTS)))
    picked: set[int] = set()
    for products, keep, at_once in ((wanted.products, 2, 1), (wanted.products, 1, 99), (every, 0, 99)):
        for visit in order:
            for product in products:
                for serial in _free(visit.serials(product), fates.taken, picked, keep)[:at_once]:
                    picked.add(serial)
                    yield serial
                    if len(picked) == most:
                        return


def _free(serials: range, taken: bytearray, picked: set[int], keep: int) -> list[int]:
    """Tubes without a fate, the last of a visit first; so many of them stay."""
    free = [serial for serial in reversed(serials) if not taken[serial] and serial not in picked]
    return free[: max(0, len(free) - keep)]


def _quarantine(plan: Plan, fates: Fates, most: int) -> None:
    """Plasma and buffy coat that was frozen late, then CSF with blood in it; the last visit in part."""
    frozen_late = [visit for visit in plan.visits if late(visit) is Late.FREEZING]
    bloody = [visit for visit in plan.visits if visit.counts[CSF]]
    for visits, products, reason in (
        (frozen_late, (PL1, PL2, BFF), "frozen late: more than 1 h after the spin"),
        (bloody, (CSF, PEN), "haemolysed: more than 500 red cells per µL"),
        (plan.visits, tuple(range(len(PRODUCTS))), "label smudged, read again before use"),
    ):
        for visit in sorted(visits, key=lambda visit: h(f"quarantine|{visit.key}")):
            if not most:
                return
            serials = [serial for product in products for serial in visit.serials(product) if not fates.taken[serial]][
                :most
            ]
            most -= len(serials)
            if serials:
                fates.quarantines.append(Quarantine(visit, reason, fates.take(serials)))


class _Scope(NamedTuple):
    who: Enrolled
    genetic_only: bool
    tubes: array[int]


def _withdraw(plan: Plan, fates: Fates) -> dict[Wanted, list[int]]:
    """Two participants of each 220 take their consent back; so many tubes more as they have were used before.

    In a bank too small for two whole participants they withdraw from genetic research only, and DNA and
    whole blood are destroyed. Gives the tubes used before, by occasion.
    """
    used: dict[Wanted, list[int]] = {}
    scopes: dict[int, list[_Scope]] = {}
    for who, visits in _by_participant(plan):
        scopes.setdefault(who.number // COHORT, []).extend(_scopes(who, visits))
    met = done = 0
    for cohort in sorted(scopes):
        met += sum(len(scope.tubes) for scope in scopes[cohort] if not scope.genetic_only)
        wanted = share(met, DESTROYED) - done
        chosen = _choose(scopes[cohort], wanted, share(met, USED) // 2 - done)
        done += wanted if chosen else 0
        for scope, gone in chosen:
            last = max(plan.visit_of(serial).received_day for serial in scope.tubes)
            day = max(last + _BEFORE_WITHDRAWAL, date(2018, 9, 3))
            earlier = _used_before(plan, scope.tubes, day, gone)
            while sum(map(len, earlier.values())) < gone:  # later, when there were more occasions to use some
                day += _A_MONTH
                earlier = _used_before(plan, scope.tubes, day, gone)
            for occasion, serials in earlier.items():
                used.setdefault(occasion, []).extend(serials)
            away = {serial for serials in earlier.values() for serial in serials}
            tubes = fates.take(serial for serial in scope.tubes if serial not in away)
            fates.take(away)
            fates.withdrawals.append(Withdrawal(scope.who, day, scope.genetic_only, tubes))
    return used


def _by_participant(plan: Plan) -> Iterator[tuple[Enrolled, list[Received]]]:
    visits: dict[int, list[Received]] = {}
    for visit in plan.visits:
        visits.setdefault(visit.who.number, []).append(visit)
    return ((plan.participants[number], visits[number]) for number in sorted(visits))


def _scopes(who: Enrolled, visits: list[Received]) -> Iterator[_Scope]:
    every = tuple(range(len(PRODUCTS)))
    for genetic_only, products in ((False, every), (True, (DNA, BLD))):
        serials = (serial for visit in visits for product in products for serial in visit.serials(product))
        yield _Scope(who, genetic_only, array("I", serials))


def _choose(scopes: list[_Scope], wanted: int, spare: int) -> list[tuple[_Scope, int]]:
    """Two participants with so many tubes, or a few more that were used before: (scope, used before).

    One where no two will do, none where even one would have had more than ``spare`` tubes used.
    """
    able = [scope for scope in scopes if scope.tubes]
    pairs = [(one, other) for index, one in enumerate(able) for other in able[index + 1 :] if one.who != other.who]
    for sets in (pairs, [(scope,) for scope in able]):
        fitting = [
            (over, h(f"withdrawn|{'|'.join(scope.who.code for scope in several)}"), several)
            for several in sets
            if 0 <= (over := sum(len(scope.tubes) for scope in several) - wanted) <= spare
            and over <= sum(len(scope.tubes) - 1 for scope in several)
        ]
        if wanted and fitting:
            over, _, several = min(fitting, key=lambda found: found[:2])
            if len(several) == 1:
                return [(several[0], over)]
            one, other = several
            first = min(max(over - over // 2, over - len(other.tubes) + 1), len(one.tubes) - 1)
            return [(one, first), (other, over - first)]
    return []


def _used_before(plan: Plan, tubes: array[int], withdrawn: date, most: int) -> dict[Wanted, list[int]]:
    """Tubes used up before the day of withdrawal: the latest occasions first, each with its own products."""
    used: dict[Wanted, list[int]] = {}
    left = list(tubes)
    occasions = [wanted for wanted in reversed(USES) if wanted.day < withdrawn]
    for fussy in (True, False):
        for occasion in occasions:
            here = [serial for serial in left if _in_time(plan, serial, occasion, fussy)][:most]
            if here:
                used.setdefault(occasion, []).extend(here)
                left = [serial for serial in left if serial not in here]
                most -= len(here)
    return used


def _in_time(plan: Plan, serial: int, occasion: Wanted, fussy: bool) -> bool:
    visit = plan.visit_of(serial)
    wanted = not fussy or any(serial in visit.serials(product) for product in occasion.products)
    return wanted and visit.received_day + _RESTING <= occasion.day
