"""Where boxes stand as one walks to them."""

from collections.abc import Collection, Mapping

from freezerapp.domain.temperature import VITREOUS
from freezerapp.domain.walking import Stand
from freezerapp.storage.rows.storage import Storage


def stands_of(tree: Storage, boxes: Collection[int]) -> Mapping[int, Stand]:
    """Where these boxes stand, as one walks: the door that is opened for each, and whether it stands in nitrogen."""
    ranks = {key: rank for rank, key in enumerate(tree.containers) if key in boxes}
    found = {}
    for key, rank in ranks.items():
        path = tree.path(key)
        classes = [tree.containers[each].temperature for each in path]
        nearest = next((each for each in reversed(classes) if each is not None), None)
        door = tree.unit_of(key)
        found[key] = Stand(
            key, door if door is not None else path[0], rank, tree.containers[key].layout, nearest in VITREOUS
        )
    return found
