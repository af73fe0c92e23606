"""What the inspector says of one tube: its facts and its history, in the screen's language."""

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QCoreApplication

from freezerapp.ui import words
from freezerapp.wording.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from freezerapp.storage.rows.history import HistoryRow
    from freezerapp.storage.rows.tube import LineageRow, TubeCard

translate = QCoreApplication.translate
WITH_PLACE: dict[str, str] = {
    "register": QT_TRANSLATE_NOOP("History", "Registered in {place}"),
    "import": QT_TRANSLATE_NOOP("History", "Imported into {place}"),
    "place": QT_TRANSLATE_NOOP("History", "Placed in {place}"),
    "move": QT_TRANSLATE_NOOP("History", "Moved to {place}"),
    "put back": QT_TRANSLATE_NOOP("History", "Put back in {place}"),
    "mark found": QT_TRANSLATE_NOOP("History", "Found again in {place}"),
    "return picked": QT_TRANSLATE_NOOP("History", "Returned to {place}"),
    "move container": QT_TRANSLATE_NOOP("History", "Container moved to {place}"),
    "put back container": QT_TRANSLATE_NOOP("History", "Container put back in {place}"),
    "undo": QT_TRANSLATE_NOOP("History", "Undone, now in {place}"),
    "redo": QT_TRANSLATE_NOOP("History", "Done again, now in {place}"),
}
FROM_PLACE: dict[str, str] = {
    "take out": QT_TRANSLATE_NOOP("History", "Taken out of {place}"),
    "take out container": QT_TRANSLATE_NOOP("History", "Container taken out of {place}"),
    "mark missing": QT_TRANSLATE_NOOP("History", "Not found in {place}"),
    "retrieve": QT_TRANSLATE_NOOP("History", "Retrieved from {place}"),
    "settle missing": QT_TRANSLATE_NOOP("History", "Not found in {place}"),
    "mark used up": QT_TRANSLATE_NOOP("History", "Marked used up, was in {place}"),
    "mark destroyed": QT_TRANSLATE_NOOP("History", "Marked destroyed, was in {place}"),
    "send away": QT_TRANSLATE_NOOP("History", "Sent away from {place}"),
}


class HistoryLine(NamedTuple):
    """One line of history as shown: when, what, and the whole of it for whoever wants to know."""

    when: str
    text: str
    exactly: str


def subtitle(card: "TubeCard") -> str:
    """ "Genomic DNA, aliquot 2 of 4"."""
    material = words.sentence_case(words.word("Material", card.material))
    if card.aliquot_number and card.aliquot_count and card.aliquot_count > 1:
        said = translate("Tube", "{material}, aliquot {number} of {count}")
        return said.format(material=material, number=card.aliquot_number, count=card.aliquot_count)
    return material


def position(card: "TubeCard", box: str) -> tuple[str, str]:
    """Name and value of the place: where it stands, or the place that is kept for it."""
    if card.position:
        return translate("Tube", "Position"), translate("Tube", "{position} in {box}").format(
            position=card.position, box=box
        )
    if card.home_position:
        said = translate("Tube", "{position} in {box}, kept").format(position=card.home_position, box=box)
        return translate("Tube", "Home"), said
    return translate("Tube", "Position"), translate("Tube", "none")


def facts(card: "TubeCard", now_ms: int) -> list[tuple[str, str, bool]]:
    """Name, value and whether it is a code, for everything but the place; only what is known."""
    lines: list[tuple[str, str, bool]] = []

    def add(name: str, value: str | None, exact: bool = False) -> None:
        if value:
            lines.append((name, value, exact))

    add(translate("Tube", "Status"), words.sentence_case(words.word("Status", card.status)))
    if card.out_since is not None:
        minutes = max(0, (now_ms - card.out_since) // 60_000)
        add(translate("Tube", "Out for"), span(minutes))
    if card.known and card.position:
        add(translate("Tube", "Place known"), words.word("Known", card.known))
    if card.participant:
        add(
            translate("Tube", "Participant"),
            translate("Tube", "{code} (coded)").format(code=card.participant),
        )
    add(translate("Tube", "Visit"), ", ".join(part for part in (card.visit, card.visit_name) if part))
    add(translate("Tube", "Study"), card.study)
    add(translate("Tube", "Site"), card.site)
    add(translate("Tube", "Collected"), words.bench_date(card.collected))
    add(_amount_name(card.unit), _amount(card))
    add(translate("Tube", "Concentration"), words.concentration(card.concentration))
    add(translate("Tube", "Freeze–thaw"), _thaws(card))
    if card.out_ms >= 60_000:
        add(translate("Tube", "Out before"), span(card.out_ms // 60_000))
    add(translate("Tube", "Stored since"), words.bench_date(card.stored_on))
    add(translate("Tube", "Expires"), words.bench_date(card.expires_on))
    add(translate("Tube", "SPREC"), _sprec(card), card.sprec is not None)
    add(translate("Tube", "Tube"), card.tube)
    for name, text, unit in card.fields:
        add(name, f"{text} {unit}".strip() if unit else text)
    for code in card.codes:
        if code.text != card.barcode:
            add(translate("Tube", "Also coded"), code.text, True)
    add(translate("Tube", "Note"), card.note)
    return lines


def holds(card: "TubeCard") -> list[str]:
    """A sentence for each hold."""
    return [
        translate("Tube", "On hold: {kind}").format(kind=words.word("Hold", hold.kind))
        + (f" ({hold.reason})" if hold.reason else "")
        for hold in card.holds
    ]


def lineage_line(row: "LineageRow") -> str:
    """ "Genomic DNA, 800 µL (used up)"."""
    parts = [words.sentence_case(words.word("Material", row.material))]
    if row.tube and row.kind == "source":
        parts.append(row.tube)
    elif row.amount and not row.current:
        parts.append(words.amount(row.amount, row.unit))
    if row.aliquot_number and row.aliquot_count and row.aliquot_count > 1:
        said = translate("Tube", "aliquot {number} of {count}")
        parts.append(said.format(number=row.aliquot_number, count=row.aliquot_count))
    text = ", ".join(part for part in parts if part)
    if row.current:
        return translate("Tube", "{line} (this)").format(line=text)
    if row.status not in ("stored", "expected"):
        return f"{text} ({words.word('Status', row.status)})"
    return text


def history_line(row: "HistoryRow", now_ms: int | None = None) -> HistoryLine:
    """One event in words: what, how it is known, by whom, why, and whether it was entered late."""
    parts = [_what(row)]
    if row.parcel:
        parts.append(row.parcel)
    if row.subject_kind == "shipment line" and (found := row.after.get("outcome")):
        from freezerapp.ui import said_of_parcel

        parts.append(said_of_parcel.word("outcome", found))
    if row.subject_kind == "shipment" and "note" in row.after and row.before:
        said = translate("Tube", "note: “{note}”") if row.after["note"] else translate("Tube", "note removed")
        parts.append(said.format(note=row.after["note"]))
    if row.known:
        parts.append(words.word("Known", row.known))
    if row.operator:
        parts.append(row.operator)
    text = ", ".join(parts)
    if row.reason:
        text += f" ({row.reason})"
    if row.late:
        text += " · " + translate("Tube", "late entry")
    recorded = words.moment(row.recorded_at, row.utc_offset_min, now_ms)
    when = words.bench_date(row.done_at.partition("T")[0]) if row.done_at and row.late else recorded
    exactly = translate("Tube", "Recorded {moment}, event {number}").format(
        moment=words.exact_moment(row.recorded_at, row.utc_offset_min), number=words.number(row.seq)
    )
    if row.done_at:
        exactly = translate("Tube", "Done {date}").format(date=words.bench_date(row.done_at)) + "\n" + exactly
    if row.subject_kind == "shipment" and row.before.get("note"):
        exactly = f"{text}\n{translate('Tube', 'Note before: “{note}”').format(note=row.before['note'])}\n{exactly}"
    return HistoryLine(when, text, exactly)


def place_words(text: str) -> str:
    """ "D6 in DNA-0042" as storage joins it, in the screen's language."""
    label, joined, box = text.partition(" in ")
    return translate("Tube", "{position} in {box}").format(position=label, box=box) if joined else text


def span(minutes: int) -> str:
    """A time span: minutes, then hours, then days."""
    if minutes < 60:
        return translate("Tube", "{count} min").format(count=minutes)
    if minutes < 48 * 60:
        return translate("Tube", "{hours} h {minutes} min").format(hours=minutes // 60, minutes=minutes % 60)
    return translate("Tube", "{count} days").format(count=words.number(minutes // (24 * 60)))


def _what(row: "HistoryRow") -> str:
    if row.kind in FROM_PLACE and row.from_text:
        text = translate("History", FROM_PLACE[row.kind])
        return text.format(place=place_words(row.from_text))
    if row.kind in WITH_PLACE and row.place_text:
        text = translate("History", WITH_PLACE[row.kind])
        return text.format(place=place_words(row.place_text))
    return words.word("Operation", row.kind)


def _amount_name(unit: str | None) -> str:
    if unit in ("pg", "ng", "µg", "mg", "g"):
        return translate("Tube", "Mass")
    return translate("Tube", "Count") if unit in ("cells", "pieces") else translate("Tube", "Volume")


def _amount(card: "TubeCard") -> str:
    now = words.amount(card.amount, card.unit)
    if card.initial_amount is None or card.initial_amount == card.amount or not now:
        return now
    start = words.amount(card.amount, card.unit, with_unit=False)
    return translate("Tube", "{now} of {initial}").format(
        now=start, initial=words.amount(card.initial_amount, card.unit)
    )


def _sprec(card: "TubeCard") -> str | None:
    """The SPREC code; a derivative has none of a fluid."""
    ancestors = [row for row in card.lineage if row.current or row.depth == 0 or row.kind == "source"]
    if card.sprec is None and any(row.made_by == "derivative" for row in ancestors):
        return translate("Tube", "none (derivative)")
    return card.sprec


def _thaws(card: "TubeCard") -> str:
    if card.thaw_limit is None:
        return words.number(card.thaws) if card.thaws else ""
    return translate("Tube", "{count} of max {limit}").format(count=card.thaws, limit=card.thaw_limit)
