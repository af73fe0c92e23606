"""Tubes as a pick list looks at them: whether they can be fetched, from which list they came, what can replace them."""

from collections.abc import Sequence

from sqlalchemy import bindparam, func, literal_column, select

from freezerapp.domain.barcode import code_key
from freezerapp.domain.choosing import Candidate, Rule, Substitute, substitutes
from freezerapp.domain.code_list import Judged, Line, judge, judge_lines, read_lines
from freezerapp.domain.specimen import Status
from freezerapp.storage import schema
from freezerapp.storage.database import Reader
from freezerapp.storage.finding import PAGE, Readable
from freezerapp.storage.prepared import ByIds, Prepared, Row
from freezerapp.storage.reserving import not_free_for, reserved_for_another
from freezerapp.storage.rows.look_alikes import look_alikes

ALIKE = 3
AT_ONCE = 400
"""Codes or tubes looked at in one short reading transaction."""
MOST_LOOKED_FOR = 60
"""Unknown codes of one list for which similar ones are looked up; who has more has the wrong list."""

_s, _k, _c = schema.specimen.c, schema.collection.c, schema.code.c
_tubes = (
    select(
        _s.id,
        _s.barcode,
        _s.status,
        schema.material.c.code,
        _k.participant_id,
        schema.moment.c.code,
        _s.parent_id,
        _s.amount,
        _s.unit,
        _s.thaws,
        _s.stored_on,
    )
    .select_from(schema.specimen)
    .join(schema.material, schema.material.c.id == _s.material_id)
    .outerjoin(schema.collection, _k.id == _s.collection_id)
    .outerjoin(schema.moment, schema.moment.c.id == _k.moment_id)
)
_kept = _s.kind == literal_column("'tube'")
_BY_ID = ByIds(_tubes, _s.id)
_OF_MATERIAL = Prepared(
    _tubes.where(
        _s.id.between(bindparam("low"), bindparam("high")),
        schema.material.c.code == bindparam("material"),
        _kept,
        _s.status != literal_column("'void'"),
    )
)
_ALIQUOTS = Prepared(_tubes.where(_s.parent_id == bindparam("parent"), _kept))
_own, _mine = schema.specimen.alias("own"), schema.collection.alias("mine")
_OF_VISIT = Prepared(
    _tubes.join(_mine, (_mine.c.participant_id == _k.participant_id) & (_mine.c.moment_id == _k.moment_id))
    .join(_own, _own.c.collection_id == _mine.c.id)
    .where(_own.c.id == bindparam("tube"), _kept)
)
_HELD = ByIds(select(schema.hold.c.specimen_id).distinct(), schema.hold.c.specimen_id)
_OWNERS = ByIds(select(_c.key, _c.owner_kind, _c.owner_id), _c.key)
_LAST = Prepared(select(func.max(_s.id)))


def candidates(
    reader: Reader,
    ids: Sequence[int],
    *,
    shipment: int | None = None,
    pick_list: int | None = None,
    add_to: int | None = None,
) -> dict[int, Candidate]:
    """The facts of these tubes, in their order; what is reserved for ``shipment`` or ``pick_list`` counts as free.

    With ``add_to`` they are looked at as tubes that shall come on that pick list too.
    """
    rows = {row[0]: row for row in _BY_ID.rows(reader.connection, ids)}
    made = _made(reader, [rows[key] for key in ids if key in rows], shipment, pick_list, add_to)
    return {each.id: each for each in made}


def judged(database: Readable, ids: Sequence[int], *, shipment: int | None = None, add_to: int | None = None) -> Judged:
    """Which of these tubes can be put on a list, and why the others can't; some hundreds in a transaction.

    ``add_to`` is a pick list that is there already.
    """
    return judge(_all(database, ids, shipment, add_to).values())


def judged_codes(database: Readable, text: str, *, shipment: int | None = None, add_to: int | None = None) -> Judged:
    """The tubes of a pasted list of codes, and what is left out, each with its line."""
    lines = read_lines(text)
    keys = list(dict.fromkeys(code_key(each) for line in lines for each in line.texts))
    owners: dict[str, tuple[str, int]] = {}
    for start in range(0, len(keys), AT_ONCE):
        with database.reading() as reader:
            rows = _OWNERS.rows(reader.connection, keys[start : start + AT_ONCE])
            owners |= {key: (kind, owner) for key, kind, owner in rows}
    tubes = _all(database, [owner for kind, owner in owners.values() if kind == "specimen"], shipment, add_to)
    lost = [line for line in lines if not any(code_key(each) in owners for each in line.texts)]
    with database.reading() as reader:
        alike = _alike(reader, lost)
    return judge_lines(lines, owners, tubes, alike)


def _all(database: Readable, ids: Sequence[int], shipment: int | None, add_to: int | None) -> dict[int, Candidate]:
    found: dict[int, Candidate] = {}
    for start in range(0, len(ids), AT_ONCE):
        with database.reading() as reader:
            found |= candidates(reader, ids[start : start + AT_ONCE], shipment=shipment, add_to=add_to)
    return found


def _alike(reader: Reader, lost: Sequence[Line]) -> dict[str, list[str]]:
    return {
        each: look_alikes(reader, each, ALIKE)
        for line in lost[:MOST_LOOKED_FOR]
        for each in line.texts
        if len(each) > 3
    }


def for_rule(database: Readable, rule: Rule, add_to: int | None = None) -> list[Candidate]:
    """All tubes of a rule's material and visits, usable or not, a short reading transaction for each page."""
    found: list[Candidate] = []
    with database.reading() as reader:
        last = (reader.one(_LAST) or (0,))[0] or 0
    for low in range(1, last + 1, PAGE):
        with database.reading() as reader:
            rows = reader.all(_OF_MATERIAL, low=low, high=low + PAGE - 1, material=rule.material)
            meant = [row for row in rows if not rule.visits or row[5] in rule.visits]
            found += _made(reader, meant, None, None, add_to)
    return found


def substitutes_for(
    reader: Reader, tube: int, *, needed: int | None = None, shipment: int | None = None
) -> list[Substitute]:
    """Usable tubes that can take the place of one, best first."""
    wanted = candidates(reader, [tube])[tube]
    rows = {row[0]: row for row in reader.all(_OF_VISIT, tube=tube)}
    if wanted.parent is not None:
        rows |= {row[0]: row for row in reader.all(_ALIQUOTS, parent=wanted.parent)}
    return substitutes(wanted, _made(reader, list(rows.values()), shipment, None), needed)


def _made(
    reader: Reader, rows: Sequence[Row], shipment: int | None, pick_list: int | None, add_to: int | None = None
) -> list[Candidate]:
    ids = [row[0] for row in rows]
    if not ids:
        return []
    held = {row[0] for row in _HELD.rows(reader.connection, ids)}
    if add_to is not None:
        reserved = not_free_for(reader.connection, ids, add_to)
    else:
        reserved = reserved_for_another(reader.connection, ids, shipment=shipment, pick_list=pick_list)
    return [
        Candidate._make(
            (row[0], row[1] or f"#{row[0]}", Status(row[2]), *row[3:], row[0] in held, reserved.get(row[0]))
        )
        for row in rows
    ]
