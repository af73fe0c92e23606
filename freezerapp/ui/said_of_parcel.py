"""What the screens say of a shipment: its step, its tubes one by one, what is missing, what came of it."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication, QLocale, QObject

from freezerapp.domain.doubt import REMOVABLE_ONLY, Doubt
from freezerapp.domain.parcel import Direction, Outcome, Profile, Step
from freezerapp.domain.shipment import LineState
from freezerapp.ui import words
from freezerapp.wording.parcels import PARCEL

if TYPE_CHECKING:
    from collections.abc import Iterable

    from freezerapp.domain.checklist import Check
    from freezerapp.domain.party import Party
    from freezerapp.domain.shipment import Shipment
    from freezerapp.storage.rows.shipments import LineRow, Parcel, ShipmentRow

translate = QCoreApplication.translate
ARROW = " › "
LEVEL = 3
"""Characters of a level that is named short: 2 of "Shelf 2"."""


class State(NamedTuple):
    """What is said of one tube: ``lead`` is what must not be missed, ``rest`` follows it."""

    rest: str
    lead: str = ""
    quiet: bool = False
    """It is off the list: removed or replaced."""
    can_be_left_out: bool = False
    """``rest`` only tells what to do, which buttons say too: it is written whole or not at all."""

    @property
    def whole(self) -> str:
        """Both, as one text."""
        return self.lead + self.rest


class ParcelWords(QObject):
    """Counts in words. An object, as only ``tr`` gets its plural forms translated."""

    def shipments(self, count: int) -> str:
        """ "31 shipments"."""
        return self.tr("%Ln shipment(s)", "", count)

    def tubes(self, count: int) -> str:
        """ "96 tubes"."""
        return self.tr("%Ln tube(s)", "", count)

    def decisions(self, count: int) -> str:
        """ "2 need a decision"."""
        return self.tr("%Ln need(s) a decision", "", count)

    def differences(self, count: int) -> str:
        """ "2 differences"."""
        return self.tr("%Ln difference(s)", "", count)

    def packed(self, count: int, box: int) -> str:
        """ "4 packed into box 1"."""
        return self.tr("%Ln packed into box {box}", "", count).format(box=box)

    def all_packed(self, count: int) -> str:
        """ "4 packed"."""
        return self.tr("%Ln packed", "", count)

    def arrived(self, count: int) -> str:
        """ "4 looked for"."""
        return self.tr("%Ln looked for", "", count)

    def units(self, count: int) -> str:
        """ "2 doors"."""
        return self.tr("%Ln door(s)", "", count)

    def in_order(self, count: int) -> str:
        """ "8 in order"."""
        return self.tr("%Ln in order", "", count)

    def more(self, count: int) -> str:
        """ "3 more points are open"."""
        return self.tr("%Ln more point(s) open", "", count)

    def check(self, need: str, things: int) -> str:
        """A line of the checklist that counts."""
        match need:
            case "decisions":
                return self.tr("%Ln tube(s) need(s) a decision", "", things)
            case "all packed":
                return self.tr("%Ln tube(s) still to be packed", "", things)
            case "no holds":
                return self.tr("%Ln tube(s) on hold", "", things)
            case "differences":
                return self.tr("%Ln item(s) to be settled", "", things)
            case "arrival":
                return self.tr("%Ln item(s) not looked for yet", "", things)
            case "blind codes":
                return self.tr("%Ln tube(s) without blind code", "", things)
        return word("needs", need)


def word(fact: str, key: str) -> str:
    """A word of parcels in the screen's language: ``step`` "draft", ``outcome`` "missing" …"""
    text = PARCEL[fact].get(str(key))
    return str(key) if text is None else translate("Parcel", text)


def subtitle(shipment: "Shipment", other: "Party | None") -> str:
    """ "draft, to Neuroimmunology Laboratory, Brighton"."""
    step = word("step", shipment.step)
    if other is None:
        if shipment.direction is Direction.IN:
            return step
        return translate("Shipment", "{step}, recipient not chosen").format(step=step)
    whom = ", ".join(part for part in (other.organisation, other.town) if part)
    text = translate("Shipment", "{step}, to {whom}")
    if shipment.direction is Direction.IN:
        text = translate("Shipment", "{step}, from {whom}")
    return text.format(step=step, whom=whom)


def state(row: "LineRow", shipment: "Shipment") -> State:
    """What is to be done with a tube, or what became of it."""
    line = row.line
    if line.state in (LineState.REMOVED, LineState.REPLACED):
        said = word("line", line.state)
        return State(f"{said}: {line.reason}" if line.reason else said, quiet=True)
    if row.doubts:
        doubt = row.doubts[0]
        if doubt in REMOVABLE_ONLY:
            return State(
                translate("Shipment", ", replace or remove"), doubt_words(doubt, shipment), can_be_left_out=True
            )
        said = translate("Shipment", ", replace or overrule")
        return State(said, doubt_words(doubt, shipment), can_be_left_out=True)
    if line.outcome is not None:
        return _arrived(row)
    if shipment.step is Step.CANCELLED:
        said = translate("Shipment", "Not sent")
    elif line.state is LineState.WANTED and row.retrieved:
        said = translate("Shipment", "Retrieved")
    else:
        said = word("line", line.state)
    if line.overruled:
        said = translate("Shipment", "{state}, overruled: {reason}").format(state=said, reason=line.overruled)
    return State(said)


def _arrived(row: "LineRow") -> State:
    line = row.line
    assert line.outcome is not None
    said = words.sentence_case(word("outcome", line.outcome))
    if line.outcome is Outcome.RECEIVED:
        return State(said)
    notes = [text for text in (line.outcome_note, line.settled) if text]
    if line.settled:
        return State(translate("Shipment", "{outcome}, settled: {how}").format(outcome=said, how="; ".join(notes)))
    return State(f": {line.outcome_note}" if line.outcome_note else "", said)


def doubt_words(doubt: Doubt, shipment: "Shipment") -> str:
    """ "On hold", "Below 200 µL"."""
    if doubt is Doubt.BELOW and shipment.needed is not None:
        wanted = words.amount(shipment.needed, shipment.needed_unit)
        return translate("Shipment", "Below {amount}").format(amount=wanted)
    return words.sentence_case(word("doubt", doubt))


def contents(row: "LineRow") -> str:
    """ "CSF, 500 µL"."""
    material = words.sentence_case(words.word("Material", row.material)) if row.material else ""
    amount = (row.amount or "").replace(".", QLocale().decimalPoint())
    return ", ".join(part for part in (material, amount) if part)


def come_from(path: str) -> str:
    """The way to a tube as it is walked, short: unit, level and box with the position."""
    parts = path.split(ARROW)
    if len(parts) < 3:
        return path
    box = f"{parts[-2]} {parts[-1]}"
    unit = parts[1] if len(parts) > 3 else parts[0]
    levels = [part.rpartition(" ")[2] for part in parts[2:-2]]
    between = ".".join(levels) if all(len(level) <= LEVEL for level in levels) else "…"
    return ARROW.join(part for part in (unit, between, box) if part)


def unit_of(path: str) -> str:
    """The unit whose door is opened for a tube; empty for one that has no place."""
    parts = path.split(ARROW)
    return "" if len(parts) < 2 else ARROW.join(parts[:2])


def goes_to(row: "LineRow", parcel: "Parcel") -> str:
    """ "Box 1, A5": where it is packed, or will be."""
    from freezerapp.domain.position import Position

    box = next((each for each in parcel.boxes if each.box.container_id == row.box), None)
    if box is None or row.row is None or row.column is None:
        return row.goes_to
    label = box.layout.label(Position(row.row, row.column))
    return translate("Shipment", "Box {number}, {position}").format(number=box.box.number, position=label)


def check(found: "Check") -> str:
    """A line of the checklist: what is missing is counted."""
    if found.done or not found.things:
        return word("needs", found.need)
    return ParcelWords().check(found.need, found.things)


def wanting(checks: "Iterable[Check]") -> str:
    """What is missing before a step, a line each; empty if nothing is."""
    return "\n".join(check(each) for each in checks if not each.done)


def moments(row: "ShipmentRow") -> str:
    """ "sent 3 Dec 2026": the last thing that is known of its way."""
    if row.received_at is not None:
        return translate("Shipment", "arrived {date}").format(date=_day(row.received_at))
    if row.dispatched_at is not None:
        return translate("Shipment", "sent {date}").format(date=_day(row.dispatched_at))
    if row.planned_on:
        return translate("Shipment", "planned {date}").format(date=words.bench_date(row.planned_on))
    return ""


def profile_words(profile: Profile) -> tuple[str, str]:
    """What a disclosure profile is called, and what it means."""
    name = words.sentence_case(word("profile", profile))
    return name, {
        Profile.FULL: translate("Shipment", "All that is known of a tube: code, participant, visit, date and site."),
        Profile.CODED: translate("Shipment", "Tube code and material; no participant, visit, date or site."),
        Profile.BLIND: translate(
            "Shipment",
            "A new code for each tube and its material, in a random order. The key stays in this bank."
            " Each tube needs a label with its new code over the old one.",
        ),
    }[profile]


def step_name(step: Step) -> str:
    """What the button says that takes a shipment to this step."""
    return {
        Step.PACKED: translate("Shipment", "Finish packing"),
        Step.DISPATCHED: translate("Shipment", "Dispatch…"),
        Step.RECEIVED: translate("Shipment", "Receive…"),
        Step.CLOSED: translate("Shipment", "Close"),
    }.get(step, "")


def _day(moment: int) -> str:
    said = words.moment(moment, words.local_offset(moment))
    return said[:1].lower() + said[1:]
