"""How many tubes of the same materials as some others stand in each box."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import bindparam, func, literal_column, select

from freezerapp.storage import schema
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import ByIds, Prepared, run

_s, _p = schema.specimen.c, schema.place.c
_MATERIALS = ByIds(select(_s.material_id).distinct(), _s.id)
_STAND = Prepared(
    select(_p.container_id, func.count())
    .select_from(schema.specimen)
    .join(schema.place, (_p.specimen_id == _s.id) & (_p.use == literal_column("'here'")))
    .where(_s.material_id == bindparam("material"), _s.status == literal_column("'stored'"))
    .group_by(_p.container_id)
)


def alike(reader: Reader, tubes: Sequence[int]) -> Counter[int]:
    """Stored tubes of the materials of ``tubes``, counted by the box they stand in."""
    found: Counter[int] = Counter()
    for material in {row[0] for row in _MATERIALS.rows(reader.connection, tubes)}:
        found.update(dict(map(tuple, run(reader.connection, _STAND, material=material))))
    return found
