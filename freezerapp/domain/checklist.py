"""What must be true before a shipment takes its next step: the checklist, and the refusal that names what lacks."""

from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.parcel import MOST_DRY_ICE_G, Refrigerant, Step
from freezerapp.domain.problems import Problem
from freezerapp.domain.shipment import Package, Shipment


class Need(StrEnum):
    """Something that must be true before a step; the checklist names each."""

    TUBES = "tubes"
    DECISIONS = "decisions"
    ALL_PACKED = "all packed"
    RECIPIENT = "recipient"
    SENDER = "sender"
    CONTACT = "contact"
    RESPONSIBLE = "responsible"
    PROFILE_CODES = "blind codes"
    CLASSIFICATION = "classification"
    REFRIGERANT = "refrigerant"
    RANGE = "range"
    PACKAGES = "packages"
    GROSS = "gross mass"
    DRY_ICE = "dry ice"
    DRY_ICE_LIMIT = "dry ice limit"
    CARRIER = "carrier"
    NO_HOLDS = "no holds"
    SECOND_PERSON = "second person"
    DIFFERENCES = "differences"
    ARRIVAL = "arrival"


class Check(NamedTuple):
    """One line of the checklist; ``things`` says how many are concerned."""

    need: Need
    done: bool
    things: int = 0


class Facts(NamedTuple):
    """What the rules must know of a shipment as a whole."""

    shipment: Shipment
    sender_phone: bool
    responsible: bool
    recipient: bool
    recipient_phone: bool
    lines: int
    packed: int
    undecided: int
    held: int
    blind_missing: int
    packages: tuple[Package, ...]
    unsettled: int = 0
    unseen: int = 0


class NotReady(Problem):
    """A shipment can't take the next step: this is missing."""

    def __init__(self, number: str, step: Step, needs: tuple[Need, ...]) -> None:
        super().__init__(number, step, needs)
        self.number, self.step, self.needs = number, step, needs


def checklist(facts: Facts, step: Step) -> tuple[Check, ...]:
    """What must be true before a step, each with whether it is."""
    if step is Step.PACKED:
        return (
            Check(Need.TUBES, facts.lines > 0, facts.lines),
            Check(Need.DECISIONS, facts.undecided == 0, facts.undecided),
            Check(Need.NO_HOLDS, facts.held == 0, facts.held),
            Check(Need.PROFILE_CODES, facts.blind_missing == 0, facts.blind_missing),
            Check(Need.ALL_PACKED, facts.packed == facts.lines and facts.lines > 0, facts.lines - facts.packed),
        )
    if step is Step.DISPATCHED:
        return (*checklist(facts, Step.PACKED), *_before_leaving(facts))
    if step is Step.RECEIVED:
        return (Check(Need.ARRIVAL, facts.unseen == 0, facts.unseen),)
    if step is Step.CLOSED:
        return (Check(Need.DIFFERENCES, facts.unsettled == 0 and facts.unseen == 0, facts.unsettled + facts.unseen),)
    return ()


def _before_leaving(facts: Facts) -> tuple[Check, ...]:
    said, packages = facts.shipment, facts.packages
    iced = said.refrigerant is Refrigerant.DRY_ICE
    found = [
        Check(Need.SENDER, said.sender_id is not None and facts.sender_phone),
        Check(Need.RECIPIENT, facts.recipient),
        Check(Need.CONTACT, facts.recipient_phone),
        Check(Need.RESPONSIBLE, facts.responsible),
        Check(Need.CLASSIFICATION, said.classification is not None),
        Check(Need.REFRIGERANT, said.refrigerant is not None),
        Check(Need.RANGE, said.keep_to is not None or said.refrigerant is Refrigerant.AMBIENT),
        Check(Need.PACKAGES, bool(packages)),
        Check(Need.GROSS, bool(packages) and all(each.gross_g for each in packages)),
        Check(Need.CARRIER, bool(said.carrier)),
    ]
    if iced:
        found.append(Check(Need.DRY_ICE, bool(packages) and all(each.ice_g for each in packages)))
        heavy = sum(1 for each in packages if (each.ice_g or 0) > MOST_DRY_ICE_G)
        if heavy:
            found.append(Check(Need.DRY_ICE_LIMIT, False, heavy))
    if said.two_persons:
        found.append(Check(Need.SECOND_PERSON, said.confirmed_by is not None))
    return tuple(found)


def check_ready(facts: Facts, step: Step) -> None:
    """Raise NotReady with all that is missing before a step."""
    missing = tuple(check.need for check in checklist(facts, step) if not check.done)
    if missing:
        raise NotReady(facts.shipment.number, step, missing)
