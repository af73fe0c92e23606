"""Specimens in and out of their tables: each with its places, codes, holds and site fields folded in."""

from collections import defaultdict
from collections.abc import Sequence
from operator import itemgetter
from typing import Any

from sqlalchemy import ColumnElement, Connection, literal_column, select

from freezerapp.domain.specimen import (
    Code,
    CodeKind,
    Hold,
    HoldKind,
    Kind,
    Known,
    Made,
    Specimen,
    Spot,
    Status,
)
from freezerapp.storage import schema
from freezerapp.storage.prepared import ByIds

COLUMNS = tuple(column.name for column in schema.specimen.columns)
WIDTH = len(COLUMNS)

_here: ColumnElement[str] = literal_column("'here'")
_home: ColumnElement[str] = literal_column("'home'")
_p, _c = schema.place.c, schema.code.c
_SPECIMENS = ByIds(select(schema.specimen), schema.specimen.c.id)
_HERE = ByIds(
    select(_p.specimen_id, _p.container_id, _p.row, _p.column, _p.known).where(_p.use == _here),
    _p.specimen_id,
)
_HOME = ByIds(select(_p.specimen_id, _p.container_id, _p.row, _p.column).where(_p.use == _home), _p.specimen_id)
_CODES = ByIds(
    select(_c.owner_id, _c.text, _c.kind, _c.valid_from, _c.valid_until).where(
        _c.owner_kind == literal_column("'specimen'")
    ),
    _c.owner_id,
)
_HOLDS = ByIds(select(schema.hold.c.specimen_id, schema.hold.c.kind, schema.hold.c.reason), schema.hold.c.specimen_id)
_FIELDS = ByIds(
    select(schema.field_value.c.owner_id, schema.field_value.c.field_id, schema.field_value.c.text).where(
        schema.field_value.c.owner_kind == literal_column("'specimen'")
    ),
    schema.field_value.c.owner_id,
)

_BY_WORD: dict[type, dict[str, Any]] = {
    enum: {member.value: member for member in enum} for enum in (Kind, Status, Made, Known, CodeKind, HoldKind)
}


def load(connection: Connection, ids: Sequence[int]) -> dict[int, Specimen]:
    """The specimens of these ids as they stand now; an id that is not there is left out."""
    kinds, statuses, mades = _BY_WORD[Kind], _BY_WORD[Status], _BY_WORD[Made]
    knowns, code_kinds, hold_kinds = _BY_WORD[Known], _BY_WORD[CodeKind], _BY_WORD[HoldKind]
    here = {row[0]: (Spot._make(row[1:4]), knowns[row[4]]) for row in _HERE.rows(connection, ids)}
    home = {row[0]: Spot._make(row[1:4]) for row in _HOME.rows(connection, ids)}
    codes: defaultdict[int, list[Code]] = defaultdict(list)
    for owner, text, kind, since, until in _CODES.rows(connection, ids):
        codes[owner].append(Code(text, code_kinds[kind], since, until))
    holds: defaultdict[int, list[Hold]] = defaultdict(list)
    for owner, kind, reason in _HOLDS.rows(connection, ids):
        holds[owner].append(Hold(hold_kinds[kind], reason))
    fields: defaultdict[int, list[tuple[int, str]]] = defaultdict(list)
    for owner, field_id, text in _FIELDS.rows(connection, ids):
        fields[owner].append((field_id, text))
    nowhere: tuple[Spot | None, Known | None] = (None, None)
    found = {}
    for row in _SPECIMENS.rows(connection, ids):
        key = row[0]
        found[key] = Specimen._make(
            (
                key,
                kinds[row[1]],
                statuses[row[2]],
                *row[3:7],
                None if row[7] is None else mades[row[7]],
                *row[8:],
                *here.get(key, nowhere),
                home.get(key),
                tuple(sorted(codes[key])) if key in codes else (),
                tuple(sorted(holds[key])) if key in holds else (),
                tuple(sorted(fields[key])) if key in fields else (),
            )
        )
    return found


def differing(connection: Connection, wanted: dict[int, Specimen]) -> list[int]:
    """The ids whose rows do not say what these values say: the check before a commit.

    Compares whole lists of plain tuples, since an import has tens of thousands; only where they differ are
    the ids looked for.
    """
    ids = sorted(wanted)
    values = [wanted[key] for key in ids]
    wrong: set[int] = set()
    parts: tuple[tuple[ByIds, list[tuple[Any, ...]]], ...] = (
        (_SPECIMENS, [value[:WIDTH] for value in values]),
        (_HERE, [(v.id, *v.place, v.known) for v in values if v.place is not None]),
        (_HOME, [(v.id, *v.home) for v in values if v.home is not None]),
        (_CODES, [(v.id, *code) for v in values for code in v.codes]),
        (_HOLDS, [(v.id, *hold) for v in values for hold in v.holds]),
        (_FIELDS, [(v.id, *field) for v in values for field in v.fields]),
    )
    for statement, should in parts:
        rows = sorted(statement.rows(connection, ids), key=_FIRST)
        if rows != should:
            wrong |= {row[0] for row in set(rows) ^ set(should)}
    return sorted(wrong)


_FIRST = itemgetter(0)
