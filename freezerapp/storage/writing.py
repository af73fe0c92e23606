"""Writes what a transaction saved: what moves is lifted before anything is set down; then events and a check."""

from collections.abc import Iterable, Iterator
from itertools import tee
from typing import Any, NamedTuple

from sqlalchemy import Table

from freezerapp.domain.barcode import code_key
from freezerapp.domain.custody import CONTAINER, SPECIMEN, Json, link, payloads
from freezerapp.domain.specimen import Specimen
from freezerapp.storage import gate, schema, specimens, sqlite
from freezerapp.storage.garbage import garbage_waits
from freezerapp.storage.ledger import BrokenRule, Ledger, Saved, difference, load, state
from freezerapp.storage.prepared import delete_sql, insert_sql, run_many, update_sql
from freezerapp.storage.records import SUBJECTS


class Head(NamedTuple):
    """The newest event of the chain: its number (0 before the first) and its hash."""

    seq: int
    hash: bytes


CHECKED_AT_ONCE = 20_000
"""Tubes compared with their rows in one go, so that a million need little memory."""
MANY = 2_000
"""From so many changes on the garbage collector waits until all is written."""


def write(ledger: Ledger, head: Head) -> Head:
    """Write rows and events of all that was saved; gives the new head. Raises Problems, BrokenRule for a bug."""
    with garbage_waits(ledger.changed() > MANY):
        return _write(ledger, head)


def _write(ledger: Ledger, head: Head) -> Head:
    gate.check(ledger)
    if ledger.changed() > sqlite.SPILL_ROWS:
        sqlite.spilling(ledger.connection.connection, True)
    _lift(ledger)
    for kind, saved in ledger.saved.items():
        if saved:
            _rows(ledger, kind, saved)
    _operation(ledger)
    _set_down(ledger)
    _codes(ledger)
    _holds_and_fields(ledger)
    new_head = _chain(ledger, head)
    _check(ledger)
    return new_head


def _dialect(ledger: Ledger) -> str:
    return ledger.connection.dialect.name


def _operation(ledger: Ledger) -> None:
    said = ledger.operation
    row = (
        ledger.operation_id,
        said.uuid,
        said.kind,
        said.operator_id,
        said.recorded_at,
        said.utc_offset_min,
        said.done_at,
        said.reason,
        ledger.undoes_id,
        said.program_version,
    )
    run_many(ledger.connection, insert_sql(schema.operation, _dialect(ledger)), [row])


def _delete(ledger: Ledger, table: Table, names: tuple[str, ...], rows: list[tuple[Any, ...]]) -> None:
    if rows:
        run_many(ledger.connection, delete_sql(table, names, _dialect(ledger)), rows)


def _insert(ledger: Ledger, table: Table, rows: Iterable[tuple[Any, ...]]) -> None:
    run_many(ledger.connection, insert_sql(table, _dialect(ledger)), rows)


def _things(ledger: Ledger) -> Iterator[tuple[str, Saved]]:
    for kind in (SPECIMEN, CONTAINER):
        for saved in ledger.saved[kind].values():
            yield kind, saved


def _lift(ledger: Ledger) -> None:
    rows: list[tuple[Any, ...]] = []
    for _, (before, after, _) in _things(ledger):
        if before is None:
            continue
        if before.place is not None and (before.place, before.known) != (after.place, after.known):
            rows.append(before.place)
        if before.home is not None and before.home != after.home:
            rows.append(before.home)
    for before, after, _ in ledger.saved[CONTAINER].values():
        if before is not None:
            rows.extend((after.id, cell.row, cell.column) for cell in set(before.cells) - set(after.cells))
    _delete(ledger, schema.place, ("container_id", "row", "column"), rows)


def _set_down(ledger: Ledger) -> None:
    _insert(ledger, schema.place, _places(ledger))


def _places(ledger: Ledger) -> Iterator[tuple[Any, ...]]:
    now = ledger.operation_id
    for kind, (before, after, _) in _things(ledger):
        tube, child = (after.id, None) if kind == SPECIMEN else (None, after.id)
        place, home = after.place, after.home
        if place is not None and (before is None or (before.place, before.known) != (place, after.known)):
            yield (*place, "here", tube, child, now, after.known)
        if home is not None and (before is None or before.home != home):
            yield (*home, "home", tube, child, now, None)
    for before, after, _ in ledger.saved[CONTAINER].values():
        old = set() if before is None else set(before.cells)
        for cell in after.cells:
            if cell not in old:
                yield (after.id, cell.row, cell.column, cell.use, None, None, now, None)


def _rows(ledger: Ledger, kind: str, saved: dict[int, Saved]) -> None:
    subject = SUBJECTS[kind]
    width = len(subject.columns)
    _insert(ledger, subject.table, (s.after[:width] for s in saved.values() if s.before is None))
    by_names: dict[tuple[str, ...], list[tuple[Any, ...]]] = {}
    for before, after, _ in saved.values():
        if before is None:
            continue
        names = tuple(
            name for name, old, now in zip(subject.columns, before[:width], after[:width], strict=True) if old != now
        )
        if names:
            by_names.setdefault(names, []).append((*(getattr(after, name) for name in names), after.id))
    for names, rows in by_names.items():
        run_many(ledger.connection, update_sql(subject.table, names, _dialect(ledger)), rows)


def _codes(ledger: Ledger) -> None:
    gone: list[tuple[Any, ...]] = []
    rows: list[tuple[Any, ...]] = []
    now = ledger.operation.recorded_at
    for kind in (SPECIMEN, "operator"):
        for before, after, _ in ledger.saved[kind].values():
            if before is not None and before.codes == after.codes:
                continue
            if before is not None:
                gone.extend((code_key(code.text),) for code in before.codes if code not in after.codes)
            rows.extend(
                (code_key(code.text), code.text, code.kind, kind, after.id, code.since, code.until)
                for code in after.codes
                if before is None or code not in before.codes
            )
    for before, after, _ in ledger.saved[CONTAINER].values():
        old = None if before is None else before.code
        if old != after.code:
            if old:
                gone.append((code_key(old),))
            if after.code:
                rows.append((code_key(after.code), after.code, "container", CONTAINER, after.id, now, None))
    for kind in gate.NUMBERED:
        for before, after, _ in ledger.saved[kind].values():
            had = () if before is None else gate.codes_of(kind, before)
            has = gate.codes_of(kind, after)
            gone.extend((code_key(text),) for text in had if text not in has)
            rows.extend((code_key(text), text, kind, kind, after.id, now, None) for text in has if text not in had)
    _delete(ledger, schema.code, ("key",), gone)
    _insert(ledger, schema.code, rows)


def _holds_and_fields(ledger: Ledger) -> None:
    gone: list[tuple[Any, ...]] = []
    rows: list[tuple[Any, ...]] = []
    old_fields: list[tuple[Any, ...]] = []
    new_fields: list[tuple[Any, ...]] = []
    for before, after, _ in ledger.saved[SPECIMEN].values():
        old_holds = () if before is None else before.holds
        if old_holds != after.holds:
            gone.extend((after.id, *hold) for hold in old_holds if hold not in after.holds)
            rows.extend((after.id, *hold, ledger.operation_id) for hold in after.holds if hold not in old_holds)
        had = () if before is None else before.fields
        if had != after.fields:
            old_fields.extend((field, SPECIMEN, after.id) for field, _ in set(had) - set(after.fields))
            new_fields.extend(
                (field, SPECIMEN, after.id, text, millionths(text))
                for field, text in after.fields
                if (field, text) not in had
            )
    _delete(ledger, schema.hold, ("specimen_id", "kind", "reason"), gone)
    _insert(ledger, schema.hold, rows)
    _delete(ledger, schema.field_value, ("field_id", "owner_kind", "owner_id"), old_fields)
    _insert(ledger, schema.field_value, new_fields)


def millionths(text: str) -> int | None:
    """A site field's number in millionths, so that it can be compared; None where the text is no number."""
    from decimal import Decimal, InvalidOperation

    try:
        value = Decimal(text.strip().replace(",", ".")) * 1_000_000
        return int(value) if abs(value) < 2**62 else None
    except (InvalidOperation, ValueError, OverflowError):
        return None


def _events(
    ledger: Ledger,
) -> Iterator[tuple[str, int, dict[str, Json] | None, dict[str, Json], str | None]]:
    for kind, saved in ledger.saved.items():
        subject = SUBJECTS[kind]
        for before, after, known in saved.values():
            if before is None:
                yield kind, after.id, None, state(subject, after), known
            else:
                was, now = difference(subject, before, after)
                yield kind, after.id, was, now, known


def _chain(ledger: Ledger, head: Head) -> Head:
    """Write the events, each hashed as it is written: the texts of a large import are never all in memory."""
    last = head

    def rows() -> Iterator[tuple[Any, ...]]:
        nonlocal last
        told, again = tee(_events(ledger))
        for (kind, subject, _, _, _), payload in zip(told, payloads(ledger.operation, again), strict=True):
            here = link(last.hash, payload)
            yield (last.seq + 1, ledger.operation_id, kind, subject, payload, last.hash, here)
            last = Head(last.seq + 1, here)

    _insert(ledger, schema.event, rows())
    return last


def _check(ledger: Ledger) -> None:
    """The rows now stored say what the events say; anything else is a fault of the program."""
    for kind, saved in ledger.saved.items():
        if not saved:
            continue
        wanted = {key: s.after for key, s in saved.items()}
        if kind == SPECIMEN:
            tubes: dict[int, Specimen] = wanted
            ids = sorted(tubes)
            parts = (ids[start : start + CHECKED_AT_ONCE] for start in range(0, len(ids), CHECKED_AT_ONCE))
            wrong = [
                key
                for part in parts
                for key in specimens.differing(ledger.connection, {key: tubes[key] for key in part})
            ]
        else:
            there = load(ledger.connection, kind, list(wanted))
            wrong = [key for key, after in wanted.items() if there.get(key) != after]
        if wrong:
            raise BrokenRule(f"{len(wrong)} {kind} rows differ from their events, first {wrong[0]}")
