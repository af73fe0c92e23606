"""What is said of pick lists: states of lists and tubes, what is left out and why, how long the way is."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from freezerapp.ui import words
from freezerapp.wording.parcels import PARCEL

if TYPE_CHECKING:
    from freezerapp.domain.choosing import Rule
    from freezerapp.domain.code_list import LeftOut
    from freezerapp.domain.walking import Walk
    from freezerapp.storage.rows.picks import PickListRow, PickRow

translate = QCoreApplication.translate


class PickWords(QObject):
    """Counts in words. An object, as only ``tr`` gets its plural forms translated."""

    def way(self, walk: "Walk") -> str:
        """ "Walking order, 2 doors, 5 boxes, about 14 min"."""
        parts = [
            self.tr("Walking order"),
            self.tr("%Ln door(s)", "", walk.doors),
            self.tr("%Ln box(es)", "", walk.boxes),
            self.tr("about %Ln min", "", walk.minutes),
        ]
        if len(walk.batches) > 1:
            parts.append(self.tr("in %Ln batch(es)", "", len(walk.batches)))
        return ", ".join(parts)

    def need(self, count: int) -> str:
        """ "2 need a decision"."""
        return self.tr("%Ln need a decision", "", count)

    def retrieved(self, count: int) -> str:
        """ "12 retrieved"."""
        return self.tr("%Ln retrieved", "", count)

    def can(self, count: int) -> str:
        """ "94 tubes can be fetched"."""
        return self.tr("%Ln tube(s) can be fetched", "", count)

    def left_out(self, count: int) -> str:
        """ "2 left out"."""
        return self.tr("%Ln left out", "", count)

    def short(self, groups: int, short: int) -> str:
        """ "of 96 participants or visits, 2 have too few"."""
        of = self.tr("for %Ln participant(s) or visits", "", groups)
        return f"{of}, " + self.tr("%Ln of them too few", "", short) if short else of


def way(walk: "Walk") -> str:
    """How long the way is."""
    return PickWords().way(walk)


def parcel_word(kind: str, key: str) -> str:
    """A word of pick lists or shipments in the screen's language."""
    return translate("Parcel", PARCEL[kind][key])


def about(said: "PickListRow") -> str:
    """What a list is, in a line: its state, title, purpose, the shipment it is for."""
    shipment = translate("Pick", "for {shipment}").format(shipment=said.shipment) if said.shipment else ""
    parts = (parcel_word("state", said.state.value), said.title, said.purpose, shipment)
    return ", ".join(part for part in parts if part)


def decision(row: "PickRow") -> str:
    """Why a wanted tube needs a decision, empty where it can be fetched."""
    if row.state.value != "wanted":
        return ""
    if row.held:
        return translate("Pick", "On hold: replace or remove")
    if row.status.value not in ("stored", "on the bench"):
        status = words.sentence_case(words.word("Status", row.status.value))
        return translate("Pick", "{status}: replace or remove").format(status=status)
    return ""


def state(row: "PickRow") -> str:
    """What has become of a tube of a list."""
    needs = decision(row)
    if needs:
        return needs
    if row.state.value == "retrieved" and row.status.value == "stored":
        return translate("Pick", "Put back")
    said = words.sentence_case(parcel_word("state", row.state.value))
    if row.reason:
        return translate("Pick", "{state}: {reason}").format(state=said, reason=row.reason)
    if row.state.value == "wanted" and row.takes_place_of:
        return translate("Pick", "{state}, instead of {code}").format(state=said, code=row.takes_place_of)
    return said


def left_out(each: "LeftOut") -> str:
    """ "Line 3: MC0000004714, on hold"."""
    why = parcel_word("obstacle", each.obstacle.value)
    match each.obstacle.value:
        case "not available":
            why = words.word("Status", each.facts[0])
        case "reserved":
            why = translate("Pick", "reserved for {number}").format(number=each.facts[0])
        case "ambiguous":
            why = translate("Pick", "can mean {codes}").format(codes=", ".join(each.facts))
        case "unknown" if each.facts:
            why = translate("Pick", "unknown; meant {code}?").format(code=each.facts[0])
    said = translate("Pick", "{code}: {why}").format(code=each.text, why=why)
    if each.line is None:
        return said
    return translate("Pick", "Line {line}, {said}").format(line=each.line, said=said)


def clock(ms: int) -> str:
    """Minutes and seconds: "3:07"."""
    seconds = max(0, ms) // 1000
    return f"{seconds // 60}:{seconds % 60:02}"


def rule(said: "Rule") -> str:
    """A rule in words, as it is kept with its list."""
    material = words.sentence_case(words.word("Material", said.material))
    parts = [material]
    if said.at_least is not None:
        amount = words.amount(said.at_least, said.unit)
        parts.append(translate("Pick", "at least {amount}").format(amount=amount))
    if said.visits:
        parts.append(", ".join(said.visits))
    per = {"participant": translate("Pick", "{count} per participant")}.get(
        said.per.value, translate("Pick", "{count} per participant and visit")
    )
    parts.append(per.format(count=said.each))
    parts += [preference(each.value) for each in said.prefer]
    if said.blind:
        together = translate("Pick", "blind order, one participant’s tubes together")
        parts.append(together if said.together else translate("Pick", "blind order"))
    return "; ".join(parts)


def preference(key: str) -> str:
    """What makes one tube better than another."""
    return {
        "fullest": translate("Pick", "fullest first"),
        "least full": translate("Pick", "least full first"),
        "least thawed": translate("Pick", "least thawed first"),
        "oldest": translate("Pick", "oldest first"),
        "newest": translate("Pick", "newest first"),
    }[key]
