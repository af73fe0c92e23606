"""What a search lights on the map: the tubes it finds, each with the box it stands or belongs in."""

from sqlalchemy import select

from freezerapp.domain.search.query import Query
from freezerapp.storage import schema
from freezerapp.storage.conditions import condition
from freezerapp.storage.database import Reader
from freezerapp.storage.finding import lists

_s, _p = schema.specimen.c, schema.place.c


def lit(reader: Reader, query: Query) -> tuple[frozenset[int], dict[int, int]]:
    """The ids of the tubes found, and by box how many of them stand or belong in it."""
    found = (
        select(_s.id, _p.container_id)
        .select_from(schema.specimen)
        .outerjoin(schema.place, (_p.specimen_id == _s.id) & _p.use.in_(["here", "home"]))
        .where(condition(query, lists(reader)))
    )
    tubes, boxes = set(), dict[int, int]()
    home: set[tuple[int, int]] = set()
    for tube, box in reader.connection.execute(found):
        tubes.add(tube)
        if box is not None and (tube, box) not in home:
            home.add((tube, box))
            boxes[box] = boxes.get(box, 0) + 1
    return frozenset(tubes), boxes
