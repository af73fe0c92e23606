"""The words of the bench in the language of the screen; numbers, dates and amounts as it writes them."""

from datetime import datetime, timedelta, timezone
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale, QTime, QTimeZone

from freezerapp.wording.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from decimal import Decimal

STATUSES: dict[str, str] = {
    "expected": QT_TRANSLATE_NOOP("Status", "expected"),
    "stored": QT_TRANSLATE_NOOP("Status", "stored"),
    "on the bench": QT_TRANSLATE_NOOP("Status", "on the bench"),
    "in a shipment": QT_TRANSLATE_NOOP("Status", "in a shipment"),
    "shipped": QT_TRANSLATE_NOOP("Status", "shipped"),
    "missing": QT_TRANSLATE_NOOP("Status", "missing"),
    "used up": QT_TRANSLATE_NOOP("Status", "used up"),
    "destroyed": QT_TRANSLATE_NOOP("Status", "destroyed"),
    "void": QT_TRANSLATE_NOOP("Status", "void"),
    "in place": QT_TRANSLATE_NOOP("Status", "in place"),
    "away": QT_TRANSLATE_NOOP("Status", "away"),
    "retired": QT_TRANSLATE_NOOP("Status", "retired"),
}
STATES: dict[str, str] = {
    "in use": QT_TRANSLATE_NOOP("State", "in use"),
    "defrosting": QT_TRANSLATE_NOOP("State", "defrosting"),
    "backup": QT_TRANSLATE_NOOP("State", "backup"),
    "failed": QT_TRANSLATE_NOOP("State", "failed"),
}
KNOWN: dict[str, str] = {
    "scanned": QT_TRANSLATE_NOOP("Known", "scanned"),
    "rack scan": QT_TRANSLATE_NOOP("Known", "rack scan"),
    "typed": QT_TRANSLATE_NOOP("Known", "typed"),
    "declared": QT_TRANSLATE_NOOP("Known", "declared"),
}
HOLDS: dict[str, str] = {
    "consent": QT_TRANSLATE_NOOP("Hold", "consent"),
    "quarantine": QT_TRANSLATE_NOOP("Hold", "quarantine"),
    "identity": QT_TRANSLATE_NOOP("Hold", "identity"),
    "excursion": QT_TRANSLATE_NOOP("Hold", "excursion"),
    "request": QT_TRANSLATE_NOOP("Hold", "request"),
}
OPERATIONS: dict[str, str] = {
    "make bank": QT_TRANSLATE_NOOP("Operation", "Bank made"),
    "register": QT_TRANSLATE_NOOP("Operation", "Registered"),
    "import": QT_TRANSLATE_NOOP("Operation", "Imported"),
    "place": QT_TRANSLATE_NOOP("Operation", "Placed"),
    "move": QT_TRANSLATE_NOOP("Operation", "Moved"),
    "take out": QT_TRANSLATE_NOOP("Operation", "Taken out"),
    "put back": QT_TRANSLATE_NOOP("Operation", "Put back"),
    "edit": QT_TRANSLATE_NOOP("Operation", "Edited"),
    "hold": QT_TRANSLATE_NOOP("Operation", "Put on hold"),
    "release": QT_TRANSLATE_NOOP("Operation", "Hold released"),
    "mark used up": QT_TRANSLATE_NOOP("Operation", "Marked used up"),
    "mark missing": QT_TRANSLATE_NOOP("Operation", "Marked missing"),
    "mark found": QT_TRANSLATE_NOOP("Operation", "Found again"),
    "mark destroyed": QT_TRANSLATE_NOOP("Operation", "Marked destroyed"),
    "thaw": QT_TRANSLATE_NOOP("Operation", "Thawed"),
    "void": QT_TRANSLATE_NOOP("Operation", "Registration taken back"),
    "add container": QT_TRANSLATE_NOOP("Operation", "Container added"),
    "rename": QT_TRANSLATE_NOOP("Operation", "Renamed"),
    "block": QT_TRANSLATE_NOOP("Operation", "Position blocked"),
    "unblock": QT_TRANSLATE_NOOP("Operation", "Position unblocked"),
    "retire": QT_TRANSLATE_NOOP("Operation", "Retired"),
    "move container": QT_TRANSLATE_NOOP("Operation", "Container moved"),
    "take out container": QT_TRANSLATE_NOOP("Operation", "Container taken out"),
    "put back container": QT_TRANSLATE_NOOP("Operation", "Container put back"),
    "set state": QT_TRANSLATE_NOOP("Operation", "State set"),
    "send away": QT_TRANSLATE_NOOP("Operation", "Sent away"),
    "replace code": QT_TRANSLATE_NOOP("Operation", "Code replaced"),
    "give codes": QT_TRANSLATE_NOOP("Operation", "Codes given"),
    "print labels": QT_TRANSLATE_NOOP("Operation", "Labels printed"),
    "define field": QT_TRANSLATE_NOOP("Operation", "Field defined"),
    "add operator": QT_TRANSLATE_NOOP("Operation", "Operator added"),
    "edit bank": QT_TRANSLATE_NOOP("Operation", "Bank edited"),
    "enter operator": QT_TRANSLATE_NOOP("Operation", "Operator entered"),
    "edit address book": QT_TRANSLATE_NOOP("Operation", "Address book edited"),
    "set site rule": QT_TRANSLATE_NOOP("Operation", "Site rule set"),
    "make shipment": QT_TRANSLATE_NOOP("Operation", "Shipment made"),
    "edit shipment": QT_TRANSLATE_NOOP("Operation", "Shipment edited"),
    "add to shipment": QT_TRANSLATE_NOOP("Operation", "Added to a shipment"),
    "cancel shipment": QT_TRANSLATE_NOOP("Operation", "Shipment cancelled"),
    "remove from shipment": QT_TRANSLATE_NOOP("Operation", "Removed from a shipment"),
    "replace in shipment": QT_TRANSLATE_NOOP("Operation", "Replaced in a shipment"),
    "overrule in shipment": QT_TRANSLATE_NOOP("Operation", "Doubt overruled"),
    "add transport box": QT_TRANSLATE_NOOP("Operation", "Transport box added"),
    "remove transport box": QT_TRANSLATE_NOOP("Operation", "Transport box removed"),
    "pack whole box": QT_TRANSLATE_NOOP("Operation", "Whole box packed"),
    "set packages": QT_TRANSLATE_NOOP("Operation", "Packages described"),
    "pack": QT_TRANSLATE_NOOP("Operation", "Packed"),
    "unpack": QT_TRANSLATE_NOOP("Operation", "Unpacked"),
    "finish packing": QT_TRANSLATE_NOOP("Operation", "Packing finished"),
    "reopen packing": QT_TRANSLATE_NOOP("Operation", "Packing reopened"),
    "dispatch": QT_TRANSLATE_NOOP("Operation", "Dispatched"),
    "correct shipment": QT_TRANSLATE_NOOP("Operation", "Step corrected"),
    "issue manifest": QT_TRANSLATE_NOOP("Operation", "Manifest issued"),
    "export blind key": QT_TRANSLATE_NOOP("Operation", "Blind key exported"),
    "expect parcel": QT_TRANSLATE_NOOP("Operation", "Parcel announced"),
    "record arrivals": QT_TRANSLATE_NOOP("Operation", "Arrival recorded"),
    "receive parcel": QT_TRANSLATE_NOOP("Operation", "Parcel received"),
    "settle difference": QT_TRANSLATE_NOOP("Operation", "Difference settled"),
    "close shipment": QT_TRANSLATE_NOOP("Operation", "Shipment closed"),
    "take receipt": QT_TRANSLATE_NOOP("Operation", "Receipt taken in"),
    "attach logger": QT_TRANSLATE_NOOP("Operation", "Logger file attached"),
    "make pick list": QT_TRANSLATE_NOOP("Operation", "Pick list made"),
    "add to pick list": QT_TRANSLATE_NOOP("Operation", "Added to a pick list"),
    "retrieve": QT_TRANSLATE_NOOP("Operation", "Retrieved for a pick list"),
    "return picked": QT_TRANSLATE_NOOP("Operation", "Returned from a pick list"),
    "settle missing": QT_TRANSLATE_NOOP("Operation", "Not found for a pick list"),
    "replace picked": QT_TRANSLATE_NOOP("Operation", "Replaced on a pick list"),
    "remove picked": QT_TRANSLATE_NOOP("Operation", "Removed from a pick list"),
    "finish pick list": QT_TRANSLATE_NOOP("Operation", "Pick list finished"),
    "cancel pick list": QT_TRANSLATE_NOOP("Operation", "Pick list cancelled"),
    "reopen pick list": QT_TRANSLATE_NOOP("Operation", "Pick list reopened"),
    "undo": QT_TRANSLATE_NOOP("Operation", "Undone"),
    "redo": QT_TRANSLATE_NOOP("Operation", "Done again"),
}
MATERIALS: dict[str, str] = {
    "DNA": QT_TRANSLATE_NOOP("Material", "genomic DNA"),
    "PL1": QT_TRANSLATE_NOOP("Material", "plasma"),
    "PL2": QT_TRANSLATE_NOOP("Material", "plasma, double spun"),
    "BFF": QT_TRANSLATE_NOOP("Material", "buffy coat"),
    "CEL": QT_TRANSLATE_NOOP("Material", "PBMC"),
    "CSF": QT_TRANSLATE_NOOP("Material", "CSF"),
    "PEN": QT_TRANSLATE_NOOP("Material", "cell pellet"),
    "BLD": QT_TRANSLATE_NOOP("Material", "whole blood"),
    "SER": QT_TRANSLATE_NOOP("Material", "serum"),
    "RNA": QT_TRANSLATE_NOOP("Material", "RNA"),
    "TIS": QT_TRANSLATE_NOOP("Material", "tissue"),
    "ZZZ": QT_TRANSLATE_NOOP("Material", "other"),
}
ROLES: dict[str, str] = {
    "viewer": QT_TRANSLATE_NOOP("Role", "viewer"),
    "operator": QT_TRANSLATE_NOOP("Role", "operator"),
    "manager": QT_TRANSLATE_NOOP("Role", "manager"),
    "auditor": QT_TRANSLATE_NOOP("Role", "auditor"),
    "administrator": QT_TRANSLATE_NOOP("Role", "administrator"),
}
KINDS: dict[str, str] = {
    "room": QT_TRANSLATE_NOOP("Container", "room"),
    "freezer": QT_TRANSLATE_NOOP("Container", "freezer"),
    "tank": QT_TRANSLATE_NOOP("Container", "tank"),
    "dewar": QT_TRANSLATE_NOOP("Container", "dewar"),
    "shelf": QT_TRANSLATE_NOOP("Container", "shelf"),
    "rack": QT_TRANSLATE_NOOP("Container", "rack"),
    "tower": QT_TRANSLATE_NOOP("Container", "tower"),
    "drawer": QT_TRANSLATE_NOOP("Container", "drawer"),
    "canister": QT_TRANSLATE_NOOP("Container", "canister"),
    "cane": QT_TRANSLATE_NOOP("Container", "cane"),
    "goblet": QT_TRANSLATE_NOOP("Container", "goblet"),
    "box": QT_TRANSLATE_NOOP("Container", "box"),
    "SBS rack": QT_TRANSLATE_NOOP("Container", "SBS rack"),
    "level": QT_TRANSLATE_NOOP("Container", "level"),
    "cooling box": QT_TRANSLATE_NOOP("Container", "cooling box"),
    "transport box": QT_TRANSLATE_NOOP("Container", "transport box"),
    "quadrant": QT_TRANSLATE_NOOP("Container", "quadrant"),
    "cabinet": QT_TRANSLATE_NOOP("Container", "cabinet"),
    "chest": QT_TRANSLATE_NOOP("Container", "chest"),
}
SUBJECTS: dict[str, str] = {
    "specimen": QT_TRANSLATE_NOOP("Subject", "tube"),
    "container": QT_TRANSLATE_NOOP("Subject", "container"),
    "bank": QT_TRANSLATE_NOOP("Subject", "bank"),
    "operator": QT_TRANSLATE_NOOP("Subject", "operator"),
    "material": QT_TRANSLATE_NOOP("Subject", "material"),
    "study": QT_TRANSLATE_NOOP("Subject", "study"),
    "site": QT_TRANSLATE_NOOP("Subject", "site"),
    "participant": QT_TRANSLATE_NOOP("Subject", "participant"),
    "moment": QT_TRANSLATE_NOOP("Subject", "visit"),
    "collection": QT_TRANSLATE_NOOP("Subject", "collection"),
    "container type": QT_TRANSLATE_NOOP("Subject", "container type"),
    "labelling": QT_TRANSLATE_NOOP("Subject", "labelling"),
    "field": QT_TRANSLATE_NOOP("Subject", "field"),
    "attachment": QT_TRANSLATE_NOOP("Subject", "document"),
    "setting": QT_TRANSLATE_NOOP("Subject", "site rule"),
    "party": QT_TRANSLATE_NOOP("Subject", "address"),
    "shipment": QT_TRANSLATE_NOOP("Subject", "shipment"),
    "package": QT_TRANSLATE_NOOP("Subject", "package"),
    "parcel box": QT_TRANSLATE_NOOP("Subject", "box of a shipment"),
    "shipment line": QT_TRANSLATE_NOOP("Subject", "line of a shipment"),
    "manifest": QT_TRANSLATE_NOOP("Subject", "manifest"),
    "pick list": QT_TRANSLATE_NOOP("Subject", "pick list"),
    "pick line": QT_TRANSLATE_NOOP("Subject", "line of a pick list"),
}
TABLES: dict[str, dict[str, str]] = {
    "Status": STATUSES,
    "State": STATES,
    "Known": KNOWN,
    "Hold": HOLDS,
    "Operation": OPERATIONS,
    "Material": MATERIALS,
    "Role": ROLES,
    "Container": KINDS,
    "Subject": SUBJECTS,
}
"""Every table by the context its translations stand in."""

UNITS: dict[str, int] = {
    "nL": 1,
    "µL": 1_000,
    "mL": 1_000_000,
    "L": 1_000_000_000,
    "pg": 1,
    "ng": 1_000,
    "µg": 1_000_000,
    "mg": 1_000_000_000,
    "g": 1_000_000_000_000,
}
"""How many nL or pg one of a unit is."""


def word(context: str, key: str) -> str:
    """The word for a status, material, … in the screen's language; a word the program does not know stays."""
    text = TABLES[context].get(key)
    return key if text is None else QCoreApplication.translate(context, text)


def sentence_case(text: str) -> str:
    """The same text beginning with a capital letter."""
    return text[:1].upper() + text[1:]


def number(value: int) -> str:
    """A whole number with the thousands marked as the language does."""
    return QLocale().toString(value)


def percent(used: int, total: int) -> str:
    """How full, in whole per cent; never 100 % while something is free, nor 0 % while something is used."""
    if total <= 0:
        return ""
    share = round(100 * used / total)
    if share == 0 and used > 0:
        share = 1
    if share == 100 and used < total:
        share = 99
    return QLocale().toString(share) + ("\u202f%" if QLocale().language() == QLocale.Language.French else "%")


def temperature(degrees: int | None) -> str:
    """A temperature in °C with a true minus sign."""
    if degrees is None:
        return ""
    return f"{'−' if degrees < 0 else ''}{abs(degrees)} °C"


def decimal(value: "Decimal") -> str:
    """A decimal number with the language's own mark and no needless zeros."""
    text = format(value.normalize(), "f")
    whole, _, fraction = text.partition(".")
    shown = number(int(whole))
    return shown + (QLocale().decimalPoint() + fraction if fraction else "")


def amount(value: int | None, unit: str | None, with_unit: bool = True) -> str:
    """An amount in the unit it was entered in: 180000 nL with ``µL`` is "180 µL"."""
    if value is None or unit is None:
        return ""
    from decimal import Decimal

    shown = decimal(Decimal(value) / UNITS.get(unit, 1))
    said = QCoreApplication.translate("Unit", unit) if unit in ("cells", "pieces") else unit
    return f"{shown} {said}" if with_unit else shown


def concentration(value: int | None) -> str:
    """A concentration kept in pg per µL, shown in ng/µL."""
    if value is None:
        return ""
    from decimal import Decimal

    return f"{decimal(Decimal(value) / 1000)} ng/µL"


def bench_date(text: str | None) -> str:
    """A bench date as precise as known: ``2019``, ``2019-03``, ``2019-03-14`` or ``2019-03-14T09:30``."""
    if not text:
        return ""
    day_text, _, time_text = text.partition("T")
    parts = day_text.split("-")
    locale = QLocale()
    if len(parts) == 1:
        return parts[0]
    if len(parts) == 2:
        return locale.toString(QDate(int(parts[0]), int(parts[1]), 1), "MMM yyyy")
    day = locale.toString(QDate(int(parts[0]), int(parts[1]), int(parts[2])), "d MMM yyyy")
    clock = QTime.fromString(time_text[:5], "HH:mm")
    return f"{day} {locale.toString(clock, 'HH:mm')}" if clock.isValid() else day


def moment(ms: int, offset_min: int, now_ms: int | None = None) -> str:
    """When it was recorded, in the time of the bench where it was: "Today 10:42", "14 Mar 2019"."""
    zone = timezone(timedelta(minutes=offset_min))
    when = datetime.fromtimestamp(ms / 1000, zone)
    now = datetime.fromtimestamp(now_ms / 1000, zone) if now_ms is not None else datetime.now(zone)
    clock = f"{when:%H:%M}"
    if when.date() == now.date():
        return QCoreApplication.translate("Moment", "Today {0}").format(clock)
    if when.date() == now.date() - timedelta(days=1):
        return QCoreApplication.translate("Moment", "Yesterday {0}").format(clock)
    return QLocale().toString(QDate(when.year, when.month, when.day), "d MMM yyyy")


def local_offset(ms: int) -> int:
    """Minutes that this computer's clock was ahead of UTC at a moment."""
    return QDateTime.fromMSecsSinceEpoch(ms).offsetFromUtc() // 60


def exact_moment(ms: int, offset_min: int) -> str:
    """The full recorded time with its offset from UTC."""
    zone = QTimeZone(offset_min * 60)
    return QLocale().toString(QDateTime.fromMSecsSinceEpoch(ms, zone), "d MMM yyyy HH:mm:ss t")


_UNIT_WORDS = (QT_TRANSLATE_NOOP("Unit", "cells"), QT_TRANSLATE_NOOP("Unit", "pieces"))
