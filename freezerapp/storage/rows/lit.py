"""What a search lights on the map: the tubes it finds, each with the box it stands or belongs in."""

from sqlalchemy import literal_column, select

from freezerapp.domain.search.query import Query
from freezerapp.storage import schema
from freezerapp.storage.conditions import condition
from freezerapp.storage.database import Reader
from freezerapp.storage.finding import lists

_s = schema.specimen.c
_here, _home = schema.place.alias("stands"), schema.place.alias("belongs")
# A join for each use: only then does the partial index of that use serve.
_STANDING = (
    select(_s.id, _here.c.container_id, _home.c.container_id)
    .select_from(schema.specimen)
    .outerjoin(_here, (_here.c.specimen_id == _s.id) & (_here.c.use == literal_column("'here'")))
    .outerjoin(_home, (_home.c.specimen_id == _s.id) & (_home.c.use == literal_column("'home'")))
)


def lit(reader: Reader, query: Query) -> tuple[frozenset[int], dict[int, int]]:
    """The ids of the tubes found, and by box how many of them stand or belong in it."""
    tubes: set[int] = set()
    boxes: dict[int, int] = {}
    for tube, here, home in reader.connection.execute(_STANDING.where(condition(query, lists(reader)))):
        tubes.add(tube)
        box = here if here is not None else home
        if box is not None:
            boxes[box] = boxes.get(box, 0) + 1
    return frozenset(tubes), boxes
