"""The demonstration bank, planned: who came when, which tubes were made, where each one stands.

Nothing here is drawn by chance and nothing is written: the same number of tubes gives the same plan for
ever. Visits are listed in the order in which they were received; tubes are made from them when asked, so
that a million need no more memory than their visits.
"""

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import count
from typing import NamedTuple

from freezerapp.commands.demonstration.schedule import (
    COHORT,
    DRAWS,
    PRODUCTS,
    SITES,
    TUBES,
    VISITS,
    h,
)
from freezerapp.commands.demonstration.shelving import Shelves, shelve

FIRST_DAY = date(2017, 6, 19)
LAST_DAY = date(2021, 7, 22)
"""First inclusion and last visit of the trial as registered."""
_RECRUITING_DAYS = 756
_RUN_IN_DAYS = 98
_THURSDAY = 3


class Enrolled(NamedTuple):
    """A participant: running number from 0, code, site, rank by which visits are attended, day of V01."""

    number: int
    code: str
    site: int
    rank: int
    first_day: date

    @property
    def visits(self) -> int:
        """How many visits, from the first on, this participant comes to."""
        return sum(self.rank < visit.attending for visit in VISITS)

    @property
    def tubes(self) -> int:
        """How many tubes are made of all those visits."""
        return sum(sum(visit.counts) for visit in VISITS if self.rank < visit.attending)


class Received(NamedTuple):
    """One visit's tubes as they reached the bank.

    ``minute`` of the collection and ``received_minute`` (of the next day) count from midnight; ``counts`` are
    tubes per product; ``first`` is the running number of the first tube, ``before`` the tubes per product
    that came earlier, ``first_source`` the running number of the first source. All count from 0.
    """

    who: Enrolled
    visit: int
    day: date
    minute: int
    received_minute: int
    counts: tuple[int, ...]
    first: int = 0
    before: tuple[int, ...] = ()
    first_source: int = 0

    @property
    def key(self) -> str:
        """What numbers drawn for this visit hang on."""
        return f"{self.who.code}|{VISITS[self.visit].code}"

    @property
    def received_day(self) -> date:
        """The day after the collection: parcels travel overnight."""
        return self.day + timedelta(days=1)

    @property
    def size(self) -> int:
        """How many tubes."""
        return sum(self.counts)

    def serials(self, product: int) -> range:
        """The running numbers of the tubes of one product."""
        start = self.first + sum(self.counts[:product])
        return range(start, start + self.counts[product])

    def draws(self) -> tuple[int, ...]:
        """Which sources were drawn or made for these tubes, parents first."""
        wanted = {PRODUCTS[product].draw for product, made in enumerate(self.counts) if made}
        for draw in tuple(wanted):
            parent = DRAWS[draw].of
            if parent is not None:
                wanted.add(parent)
        return tuple(sorted(wanted))


class Made(NamedTuple):
    """One tube of the plan: running number, product, number among its visit's tubes of the product (from 1),
    box (index into the shelves' boxes) and slot (in the box's filling order, from 0)."""

    serial: int
    product: int
    number: int
    box: int
    slot: int


@dataclass(frozen=True)
class Plan:
    """Everything that reached the bank, in order, and the boxes it fills."""

    tubes: int
    participants: tuple[Enrolled, ...]
    visits: tuple[Received, ...]
    shelves: Shelves

    def made(self, visit: Received) -> Iterator[Made]:
        """The tubes of a visit in the order of their barcodes."""
        serial = visit.first
        for product, wanted in enumerate(visit.counts):
            earlier = visit.before[product]
            for number in range(wanted):
                box, slot = self.shelves.spot(product, earlier + number)
                yield Made(serial, product, number + 1, box, slot)
                serial += 1

    def visit_of(self, serial: int) -> Received:
        """The visit a tube was made at."""
        return self.visits[bisect_right(self.visits, serial, key=lambda visit: visit.first) - 1]

    def days(self) -> Iterator[tuple[date, tuple[Received, ...]]]:
        """The visits received on each day, in order."""
        start = 0
        for end in range(1, len(self.visits) + 1):
            day = self.visits[start].received_day
            if end == len(self.visits) or self.visits[end].received_day != day:
                yield day, self.visits[start:end]
                start = end


def make_plan(tubes: int = TUBES) -> Plan:
    """Plan a bank of so many tubes, 1 or more: participants whole and in order, the last cut short."""
    if tubes < 1:
        raise ValueError(f"a bank of {tubes} tubes")
    people: list[Enrolled] = []
    visits: list[Received] = []
    left = tubes
    for who in enrolment():
        people.append(who)
        for visit in _attended(who):
            counts = _at_most(visit.counts, left)
            left -= sum(counts)
            visits.append(visit._replace(counts=counts))
            if not left:
                break
        if not left:
            break
    visits.sort(key=lambda visit: (visit.day, visit.received_minute, visit.who.number))
    totals = [0] * len(PRODUCTS)
    first = first_source = 0
    for index, visit in enumerate(visits):
        visits[index] = visit._replace(first=first, before=tuple(totals), first_source=first_source)
        first += visit.size
        first_source += len(visit.draws())
        totals = [had + made for had, made in zip(totals, visit.counts, strict=True)]
    return Plan(tubes, tuple(people), tuple(visits), shelve(totals))


def enrolment() -> Iterator[Enrolled]:
    """Participants in the order of their inclusion, without end: after each 220 the same pattern again."""
    met = [0] * len(SITES)
    for cohort in count():
        seats = [site for site, plan in enumerate(SITES) for _ in range(plan.weight)]
        drawn = sorted(range(COHORT), key=lambda seat: h(f"site|{cohort}|{seat}"))
        order = [seats[seat] for seat in drawn]
        codes = []
        for site in order:
            met[site] += 1
            codes.append(f"MC-{SITES[site].code}-{met[site]:03}")
        ranked = sorted(codes, key=lambda code: h(f"drop|{code}"))
        rank = {code: place for place, code in enumerate(ranked)}
        for place, (site, code) in enumerate(zip(order, codes, strict=True)):
            day = FIRST_DAY + timedelta(days=place * _RECRUITING_DAYS // (COHORT - 1))
            yield Enrolled(cohort * COHORT + place, code, site, rank[code], _next_working(day))


def tube_barcode(serial: int) -> str:
    """What is printed on a tube: MC and ten digits, by the order in which tubes were received."""
    return f"MC{serial + 1:010}"


def source_barcode(serial: int) -> str:
    """What is printed on a primary tube: MP and ten digits."""
    return f"MP{serial + 1:010}"


def weekday(day: date) -> date:
    """The day itself, or the Monday after a week-end."""
    return day if day.weekday() < 5 else day + timedelta(days=7 - day.weekday())


def _next_working(day: date) -> date:
    """The day itself from Monday to Thursday, else the next Monday: no parcel travels at a week-end."""
    return day if day.weekday() <= _THURSDAY else day + timedelta(days=7 - day.weekday())


def _attended(who: Enrolled) -> Iterator[Received]:
    """Visits of one participant. The first three keep their days; later ones are up to 3 days off."""
    randomised = who.first_day + timedelta(days=_RUN_IN_DAYS)
    for index, visit in enumerate(VISITS[: who.visits]):
        key = f"{who.code}|{visit.code}"
        planned = randomised + timedelta(days=visit.day)
        near = [planned]
        if index > 2:
            days = (planned + timedelta(days=off) for off in range(-3, 4))
            near = [day for day in days if day.weekday() <= _THURSDAY and day <= LAST_DAY]
        yield Received(
            who,
            index,
            near[h(f"day|{key}") % len(near)],
            8 * 60 + 30 + h(f"collected|{key}") % 181,
            9 * 60 + h(f"received|{key}") % 150,
            visit.counts,
        )


def _at_most(counts: tuple[int, ...], left: int) -> tuple[int, ...]:
    kept = []
    for wanted in counts:
        kept.append(min(wanted, left))
        left -= kept[-1]
    return tuple(kept)
