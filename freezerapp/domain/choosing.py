"""Tubes chosen by a rule: "one CSF aliquot of 0.5 mL per participant at V01, the fullest, least thawed first"."""

from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.blind_order import blind_order
from freezerapp.domain.problems import Problem
from freezerapp.domain.quantity import UNITS
from freezerapp.domain.specimen import Status

PICKABLE = frozenset({Status.STORED, Status.ON_THE_BENCH})
"""What can be fetched: it stands in storage, or is in hand already."""


class Prefer(StrEnum):
    """What makes one tube better than another of the same kind."""

    FULLEST = "fullest"
    LEAST_FULL = "least full"
    LEAST_THAWED = "least thawed"
    OLDEST = "oldest"
    NEWEST = "newest"


class Per(StrEnum):
    """What the tubes are counted for."""

    PARTICIPANT = "participant"
    VISIT = "participant and visit"


class Rule(NamedTuple):
    """Which tubes a request is served with.

    ``at_least`` counts nL, pg, cells or pieces as ``unit`` tells; ``visits`` are codes, none means any; ``each`` is
    how many tubes there shall be per participant (or per participant and visit). ``prefer``: the first that tells
    two tubes apart decides. ``blind``: the order is drawn from a seed and tells nothing; ``together`` keeps one
    participant's tubes side by side.
    """

    material: str
    at_least: int | None = None
    unit: str | None = None
    visits: tuple[str, ...] = ()
    each: int = 1
    per: Per = Per.PARTICIPANT
    prefer: tuple[Prefer, ...] = (Prefer.FULLEST, Prefer.LEAST_THAWED)
    blind: bool = False
    together: bool = False


class Candidate(NamedTuple):
    """What a rule must know of a tube. ``participant`` is its id; ``amount`` counts as ``unit`` tells."""

    id: int
    barcode: str
    status: Status
    material: str
    participant: int | None = None
    visit: str | None = None
    parent: int | None = None
    amount: int | None = None
    unit: str | None = None
    thaws: int = 0
    stored_on: str | None = None
    held: bool = False
    reserved_by: str | None = None

    @property
    def usable(self) -> bool:
        """Whether it can be put on a list now."""
        return self.status in PICKABLE and not self.held and self.reserved_by is None


class Chosen(NamedTuple):
    """What a rule chose, in the order to be used.

    ``groups`` counts the participants (or visits of them) that the rule is about, ``wanted`` the tubes there should
    be, ``short`` the groups that have fewer than they should.
    """

    tubes: tuple[int, ...]
    groups: int
    short: int
    wanted: int


class NothingChosen(Problem):
    """No tube of the bank fits a rule."""

    def __init__(self, material: str) -> None:
        super().__init__(material)
        self.material = material


def fits(candidate: Candidate, rule: Rule) -> bool:
    """Whether a tube is of the kind that a rule asks for, usable or not. An unknown amount is never enough."""
    if candidate.material != rule.material or (rule.visits and candidate.visit not in rule.visits):
        return False
    if rule.at_least is None:
        return True
    return candidate.amount is not None and _alike(candidate.unit, rule.unit) and candidate.amount >= rule.at_least


def choose(candidates: Iterable[Candidate], rule: Rule, seed: str = "") -> Chosen:
    """Choose tubes by a rule; held, reserved and absent ones are never chosen.

    A participant of whom there is nothing usable is counted as short if some tube of the right material and visit is
    known. Tubes without participant are each a group of their own. Raises NothingChosen.
    """
    groups: dict[object, list[Candidate]] = {}
    order = sorted(candidates, key=lambda each: each.id)
    for each in order:
        if each.material == rule.material and (not rule.visits or each.visit in rule.visits):
            groups.setdefault(_group(each, rule), []).append(each)
    chosen: list[Candidate] = []
    short = 0
    for members in groups.values():
        able = sorted(
            (each for each in members if each.usable and fits(each, rule)), key=lambda each: better(each, rule)
        )
        chosen += able[: rule.each]
        short += len(able) < rule.each
    if not chosen:
        raise NothingChosen(rule.material)
    tubes = [each.id for each in chosen]
    if rule.blind:
        known = {each.barcode: each.id for each in chosen}
        persons = {each.barcode: each.participant for each in chosen if each.participant is not None}
        tubes = [known[code] for code in blind_order(list(known), seed, persons if rule.together else None)]
    return Chosen(tuple(tubes), len(groups), short, len(groups) * rule.each)


def better(candidate: Candidate, rule: Rule) -> tuple[object, ...]:
    """A key by which the best tube for a rule comes first; what is not known comes after what is."""
    keys: list[object] = []
    amount, stored = candidate.amount, candidate.stored_on
    for wish in rule.prefer:
        match wish:
            case Prefer.FULLEST:
                keys += [amount is None, -(amount or 0)]
            case Prefer.LEAST_FULL:
                keys += [amount is None, amount or 0]
            case Prefer.LEAST_THAWED:
                keys.append(candidate.thaws)
            case Prefer.OLDEST:
                keys += [stored is None, stored or ""]
            case Prefer.NEWEST:
                keys += [stored is None, tuple(-ord(char) for char in stored or "")]
    return (*keys, candidate.id)


def _alike(unit: str | None, other: str | None) -> bool:
    """Whether two units measure the same: a mass is never enough of a volume."""
    known = [UNITS.get(name or "") for name in (unit, other)]
    return all(each is not None for each in known) and len({each.dimension for each in known if each}) == 1


def _group(candidate: Candidate, rule: Rule) -> object:
    if candidate.participant is None:
        return "alone", candidate.id
    return (candidate.participant, candidate.visit) if rule.per is Per.VISIT else candidate.participant


class Kin(StrEnum):
    """How near a substitute is to the tube it takes the place of."""

    SAME_PARENT = "another aliquot of the same parent"
    SAME_VISIT = "same participant, visit and material"


class Substitute(NamedTuple):
    """A tube that can take the place of another, and why."""

    tube: Candidate
    kin: Kin


def substitutes(
    wanted: Candidate, among: Sequence[Candidate], needed: int | None = None, taken: Iterable[int] = ()
) -> list[Substitute]:
    """Usable tubes that can take the place of one, best first.

    Another aliquot of the same parent comes before one of the same participant and visit; all are of the same
    material. Those with at least ``needed`` come before the others, then the fullest, then the least thawed.
    ``taken`` are on the list already.
    """
    gone = {wanted.id, *taken}
    found = []
    for each in among:
        if each.id in gone or not each.usable or each.material != wanted.material:
            continue
        if wanted.parent is not None and each.parent == wanted.parent:
            found.append(Substitute(each, Kin.SAME_PARENT))
        elif wanted.participant is not None and (each.participant, each.visit) == (wanted.participant, wanted.visit):
            found.append(Substitute(each, Kin.SAME_VISIT))
    enough = needed if needed is not None else 0
    return sorted(
        found,
        key=lambda one: (
            (one.tube.amount or 0) < enough,
            one.kin is not Kin.SAME_PARENT,
            -(one.tube.amount or 0),
            one.tube.thaws,
            one.tube.id,
        ),
    )
