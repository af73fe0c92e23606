"""What is said of a scan: what it led to, or why nothing was done."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from freezerapp.domain.barcode import code_key
from freezerapp.domain.scan_target import HELD_MS, Hand, Target, Tone, Why
from freezerapp.ui import words

if TYPE_CHECKING:
    from freezerapp.storage.rows.found import Found, FoundRow
    from freezerapp.storage.rows.storage import ContainerRow
    from freezerapp.ui.scan_reading import Read

translate = QCoreApplication.translate
_QUIET = frozenset({"stored", "on the bench"})
"""States in which a tube in hand is nothing to wonder at."""


def tube(row: "FoundRow", found: "Found") -> tuple[str, Tone]:
    """Where a tube stands, and whatever should be known before anything is done with it."""
    parts, tone = [], Tone.RIGHT
    if found.replaced_at is not None and code_key(found.text) != code_key(row.barcode):
        day = words.moment(found.replaced_at, words.local_offset(found.replaced_at))
        said = translate("Scan", "{code} was replaced on {date}: this tube is {barcode} now.")
        parts.append(said.format(code=found.text, date=day, barcode=row.barcode))
        tone = Tone.ATTENTION
    if row.holds:
        parts.append(translate("Scan", "{barcode} is on hold.").format(barcode=row.barcode))
        tone = Tone.ATTENTION
    if row.status not in _QUIET:
        status = words.word("Status", row.status)
        parts.append(translate("Scan", "{barcode}: {status}.").format(barcode=row.barcode, status=status))
        tone = Tone.ATTENTION
    if row.position is not None and row.container is not None:
        said = translate("Scan", "{barcode} stands at {position} in {box}.")
        if row.status != "stored":
            said = translate("Scan", "{position} in {box} is kept for {barcode}.")
        parts.append(said.format(barcode=row.barcode, position=row.position, box=row.container))
    elif row.status == "on the bench":
        parts.append(translate("Scan", "{barcode} is on the bench.").format(barcode=row.barcode))
    elif not parts:
        parts.append(translate("Scan", "{barcode} stands nowhere yet.").format(barcode=row.barcode))
    return " ".join(parts), tone


def container(row: "ContainerRow", path: str) -> str:
    """A box, rack or unit that was opened by its code."""
    return translate("Scan", "{code}: {path}").format(code=row.code or row.name, path=path)


def shipment(code: str) -> str:
    """A shipment that was opened by its number."""
    return translate("Scan", "{code} is a shipment.").format(code=code)


def container_gone(code: str) -> str:
    """A code of a container that is not in use any more."""
    return translate("Scan", "{code} is a container that is no longer in use.").format(code=code)


def badge(code: str) -> str:
    """An operator's badge."""
    return translate("Scan", "{code} is an operator's badge.").format(code=code)


def pick_list(code: str) -> str:
    """A pick list that was opened by its code."""
    return translate("Scan", "{code} is opened.").format(code=code)


def other(code: str, kind: str) -> str:
    """A code of something else."""
    return translate("Scan", "{code}: {kind}.").format(code=code, kind=words.word("Subject", kind))


def unknown(code: str, alike: Sequence[str]) -> str:
    """A code that leads nowhere, and those it may have been meant for."""
    said = translate("Scan", "Nothing here has the code {code}.").format(code=code)
    if alike:
        said += " " + translate("Scan", "Codes like it: {codes}.").format(codes=", ".join(alike))
    return said


def several(codes: Sequence[str]) -> str:
    """A scan that can be read as codes of different things."""
    said = translate("Scan", "This scan can be read as {codes}. Type the code that stands beside it.")
    return said.format(codes=", ".join(codes))


def no_position(read: "Read") -> str:
    """A label without a box, or one that the box does not have."""
    box = read.box
    if box is None or box.holds != "specimens":
        return translate("Scan", "{label} is a position. Open a box first.").format(label=read.text)
    said = translate("Scan", "{box} has no position {label}: they go from {first} to {last}.")
    return said.format(box=box.code or box.name, label=read.text, first=box.layout.first, last=box.layout.last)


def no_command(code: str) -> str:
    """A command that the program does not have."""
    return translate("Scan", "{code} is no command of this program.").format(code=code)


def why_not(why: Why, hand: Hand, target: Target | None) -> str:
    """Why a position or command acts on nothing."""
    match why:
        case Why.NO_TUBE if target is not None:
            return translate("Scan", "Scan the tube first, then {label}.").format(label=target.label)
        case Why.NO_TUBE:
            return translate("Scan", "Scan the tube first.")
        case Why.TOO_LATE:
            said = translate("Scan", "The last tube was scanned more than {seconds} seconds ago. Scan it again.")
            return said.format(seconds=words.number(HELD_MS // 1000))
        case Why.OTHER_OPERATOR:
            name = hand.tube.operator if hand.tube is not None else ""
            return translate("Scan", "The last tube was scanned by {name}. Scan it again.").format(name=name)
        case Why.BUSY:
            return translate("Scan", "The tube before is still being recorded. Scan again.")
        case Why.NO_TARGET:
            return translate("Scan", "Choose a position first: scan its card, click it or use the arrows.")
