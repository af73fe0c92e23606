"""Which codes containers without one are given, so that their labels can be scanned."""

from collections.abc import Iterable

from sqlalchemy import select

from freezerapp.domain.container_code import code_below, told_apart
from freezerapp.storage import schema
from freezerapp.storage.database import Reader
from freezerapp.storage.prepared import ByIds
from freezerapp.storage.rows.storage import Storage

_TAKEN = ByIds(select(schema.code.c.key), schema.code.c.key)


def codes_to_give(reader: Reader, tree: Storage, ids: Iterable[int]) -> dict[int, str]:
    """A free code for each of these containers that has none, in the order in which one walks.

    It is made of the nearest code above it and of the steps down from there.
    """
    without = {key for key in ids if not tree.containers[key].code}
    wanted = {key: _wanted(tree, key) for key in tree.containers if key in without}
    return told_apart(wanted, lambda keys: {row[0] for row in _TAKEN.rows(reader.connection, list(keys))})


def _wanted(tree: Storage, container: int) -> str:
    above, steps = "", []
    for key in reversed(tree.path(container)):
        row = tree.containers[key]
        if row.code:
            above = row.code
            break
        steps.append(row.position or row.name)
    return code_below(above, reversed(steps)) or f"C{container}"
