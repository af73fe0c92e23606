"""The bank as a whole, and its history line by line."""

import json
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import Any, NamedTuple

from sqlalchemy import bindparam, func, select

from freezerapp.domain.custody import LATE_AFTER_MIN
from freezerapp.domain.position import Position
from freezerapp.storage import containers, schema
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import ByIds, Prepared


class BankFacts(NamedTuple):
    """What the status bar tells: counts, the newest link of the chain, who works here as (id, name, role)."""

    uuid: str
    name: str
    tubes: int
    events: int
    boxes: int
    head: str
    operators: tuple[tuple[int, str, str], ...]


class HistoryRow(NamedTuple):
    """One line of history. ``place_text`` and ``from_text`` read "D6 in DNA-0042"; ``late`` is a late entry.

    ``parcel`` names the shipment or pick list that it was done for, in the history of a tube; ``lines`` counts the
    lines that an operation touched, in the history of a shipment or pick list.
    """

    seq: int
    operation_uuid: str
    kind: str
    done_at: str | None
    recorded_at: int
    utc_offset_min: int
    operator: str
    known: str | None
    reason: str | None
    subject_kind: str
    subject_id: int
    before: Mapping[str, Any]
    after: Mapping[str, Any]
    late: bool
    place_text: str | None
    from_text: str | None
    undoes: str | None
    parcel: str | None = None
    lines: int = 0


_BANK = Prepared(select(schema.bank.c.uuid, schema.bank.c.name))
_TUBES = Prepared(
    select(func.count())
    .select_from(schema.specimen)
    .where(schema.specimen.c.kind == "tube", schema.specimen.c.status != "void")
)
_BOXES = Prepared(
    select(func.count())
    .select_from(schema.container)
    .join(schema.container_type, schema.container_type.c.id == schema.container.c.type_id)
    .where(
        schema.container_type.c.holds == "specimens",
        schema.container.c.status.not_in(["void", "retired", "away"]),
    )
)
_HEAD = Prepared(select(schema.event.c.seq, schema.event.c.hash).order_by(schema.event.c.seq.desc()).limit(1))
_OPERATORS = Prepared(
    select(schema.operator.c.id, schema.operator.c.name, schema.operator.c.role)
    .where(schema.operator.c.active == 1)
    .order_by(schema.operator.c.id)
)
_e = schema.event.c
_OF_SUBJECT = Prepared(
    select(_e.seq, _e.subject_kind, _e.subject_id, _e.payload)
    .where(_e.subject_kind == bindparam("kind"), _e.subject_id == bindparam("id"))
    .order_by(_e.seq.desc())
)
_PAGE = Prepared(
    select(_e.seq, _e.subject_kind, _e.subject_id, _e.payload)
    .where(_e.seq < bindparam("before"))
    .order_by(_e.seq.desc())
    .limit(bindparam("count"))
)
_HOLDERS = ByIds(
    select(schema.container.c.id, schema.container.c.name, schema.container.c.code, schema.container.c.type_id),
    schema.container.c.id,
)


def bank_uuid(reader: Reader) -> str:
    """The id of the bank, the same in all its copies."""
    return str(reader.all(_BANK)[0][0])


def bank_facts(reader: Reader) -> BankFacts:
    """Counts and names for the status bar."""
    uuid, name = reader.all(_BANK)[0]
    head = reader.one(_HEAD) or (0, b"")
    return BankFacts(
        uuid,
        name,
        reader.all(_TUBES)[0][0],
        head[0],
        reader.all(_BOXES)[0][0],
        head[1].hex(),
        tuple((row[0], row[1], row[2]) for row in reader.all(_OPERATORS)),
    )


def history_of(reader: Reader, kind: str, subject_id: int) -> tuple[HistoryRow, ...]:
    """The history of one thing, newest first.

    Of a tube, also the moves of what it stood in, by interval, and what was done with the lists it is on. Of a
    shipment or pick list one line for each operation on it or on what belongs to it.
    """
    # The tables of parcels are asked for here, not where a start of the program would wait for them.
    from freezerapp.storage.rows.parcel_history import WHOLES, of_whole, on_lists

    if kind in WHOLES:
        rows, touched = of_whole(reader, kind, subject_id)
        return tuple(row._replace(lines=touched.get(row.seq, 0)) for row in read_events(reader, rows))
    rows = reader.all(_OF_SUBJECT, kind=kind, id=subject_id)
    if kind != "specimen":
        return read_events(reader, rows)
    listed, numbers = on_lists(reader, subject_id, rows)
    rows = sorted([*rows, *_moves_around(reader, rows), *listed], reverse=True)
    return tuple(row._replace(parcel=numbers.get(row.operation_uuid)) for row in read_events(reader, rows))


def history_page(reader: Reader, before: int | None = None, count: int = 200) -> tuple[HistoryRow, ...]:
    """The bank's history, newest first, from below event ``before``."""
    return read_events(reader, reader.all(_PAGE, before=before or 2**62, count=count))


def _moves_around(reader: Reader, rows: Sequence[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    """Events that moved the containers a tube stood in, while it stood in them."""
    intervals: list[tuple[int, int, int]] = []
    current: tuple[int, int] | None = None
    for seq, _, _, payload in sorted(rows):
        after = json.loads(payload)["after"]
        if "place" not in after:
            continue
        if current is not None:
            intervals.append((current[0], current[1], seq))
        place = after["place"]
        current = (place[0], seq) if place else None
    if current is not None:
        intervals.append((current[0], current[1], 2**62))
    found: dict[int, tuple[Any, ...]] = {}
    seen: set[tuple[int, int, int]] = set()
    while intervals:
        interval = intervals.pop()
        if interval in seen:
            continue
        seen.add(interval)
        holder, start, end = interval
        stood: tuple[int, int] | None = None
        for row in reversed(reader.all(_OF_SUBJECT, kind="container", id=holder)):
            told = json.loads(row[3])
            if "place" not in told["after"]:
                continue
            if stood is not None and row[0] > start:
                intervals.append((stood[0], max(stood[1], start), min(row[0], end)))
            place = told["after"]["place"]
            stood = (place[0], row[0]) if place else None
            if start < row[0] < end and told["before"] is not None:
                found[row[0]] = row
        if stood is not None and stood[1] < end:
            intervals.append((stood[0], max(stood[1], start), end))
    return list(found.values())


def read_events(reader: Reader, rows: Sequence[tuple[Any, ...]]) -> tuple[HistoryRow, ...]:
    """Lines of history from rows of (number, subject kind, subject id, payload)."""
    told = [(seq, kind, key, json.loads(payload)) for seq, kind, key, payload in rows]
    spots = {
        spot[0]
        for _, _, _, said in told
        for side in (said["before"] or {}, said["after"])
        for spot in (side.get("place"), side.get("home"))
        if spot
    }
    holders = {row[0]: row[1:] for row in _HOLDERS.rows(reader.connection, sorted(spots))} if spots else {}
    types = containers.types(reader.connection) if holders else {}

    def text(spot: list[int] | None) -> str | None:
        if not spot or spot[0] not in holders:
            return None
        name, code, type_id = holders[spot[0]]
        return f"{types[type_id].layout.label(Position(spot[1], spot[2]))} in {code or name}"

    return tuple(
        HistoryRow(
            seq,
            said["uuid"],
            said["kind"],
            said["done_at"],
            said["recorded_at"],
            said["offset"],
            said["operator"][1],
            said["known"],
            said["reason"],
            kind,
            key,
            said["before"] or {},
            said["after"],
            is_late(said["done_at"], said["recorded_at"], said["offset"]),
            text(said["after"].get("place")),
            text((said["before"] or {}).get("place")),
            said["undoes"],
        )
        for seq, kind, key, said in told
    )


def is_late(done_at: str | None, recorded_at: int, utc_offset_min: int) -> bool:
    """Whether what was done was recorded more than 15 minutes later: a late entry.

    A date alone is late from the next day on.
    """
    if done_at is None:
        return False
    recorded = datetime.fromtimestamp(recorded_at / 1000, UTC) + timedelta(minutes=utc_offset_min)
    if "T" not in done_at:
        return recorded.date().isoformat()[: len(done_at)] > done_at
    done = datetime.fromisoformat(done_at).replace(tzinfo=UTC)
    return abs((recorded - done).total_seconds()) > LATE_AFTER_MIN * 60
