"""What a scan leads to: asked of the bank on a reader thread, read with the box that is shown."""

from collections.abc import Sequence
from enum import Enum, auto
from typing import TYPE_CHECKING, NamedTuple

from freezerapp.domain.scan import likeliest
from freezerapp.domain.scan_target import Target, cell, looks_like_label, split_position
from freezerapp.ui import bench_questions, questions

if TYPE_CHECKING:
    from freezerapp.storage.database import Reader
    from freezerapp.storage.rows.found import Found, FoundRow
    from freezerapp.storage.rows.storage import ContainerRow, Storage

ALIKE_SHOWN = 3


class LookedUp(NamedTuple):
    """What the bank says of the readings of one scan.

    ``found``: the things they lead to, each once, a tube with its line. ``boxes``: a box and the label behind
    its code. ``alike``: codes that look like one that leads nowhere.
    """

    found: "tuple[tuple[Found, FoundRow | None], ...]"
    boxes: tuple[tuple[int, str], ...] = ()
    alike: tuple[str, ...] = ()


class What(Enum):
    """What a scan turned out to be."""

    TUBE = auto()
    CONTAINER = auto()
    BADGE = auto()
    SHIPMENT = auto()
    PICK_LIST = auto()
    OTHER = auto()
    """Something that has no place on the screen by itself."""
    POSITION = auto()
    NO_POSITION = auto()
    """A label that the box does not have, or one scanned while no box is shown."""
    SEVERAL = auto()
    """It can be read as codes of different things: nobody may guess which."""
    UNKNOWN = auto()


_KINDS = {
    "specimen": What.TUBE,
    "container": What.CONTAINER,
    "operator": What.BADGE,
    "shipment": What.SHIPMENT,
    "pick list": What.PICK_LIST,
}


class Read(NamedTuple):
    """One scan, read; ``box`` is the box whose position is meant."""

    what: What
    text: str
    found: "Found | None" = None
    row: "FoundRow | None" = None
    target: Target | None = None
    box: "ContainerRow | None" = None
    others: tuple[str, ...] = ()
    """Codes that look like an unknown one, or all that one scan can be."""


def look_up(reader: "Reader", texts: Sequence[str], tree: "Storage | None") -> LookedUp:
    """Ask the bank for all readings of a scan."""
    found: dict[tuple[str, int], tuple[Found, FoundRow | None]] = {}
    for text in texts:
        thing = questions.by_code(reader, text)
        if thing is not None and (thing.kind, thing.id) not in found:
            rows = questions.found_rows(reader, [thing.id], tree) if thing.kind == "specimen" else []
            found[thing.kind, thing.id] = (thing, rows[0] if rows else None)
    if found:
        return LookedUp(tuple(found.values()))
    boxes = []
    for box, label in filter(None, map(split_position, texts)):
        thing = questions.by_code(reader, box)
        if thing is not None and thing.kind == "container":
            boxes.append((thing.id, label))
    if boxes or any(map(looks_like_label, texts)):
        return LookedUp((), tuple(dict.fromkeys(boxes)))
    return LookedUp((), (), bench_questions.look_alikes(reader, likeliest(list(texts)), ALIKE_SHOWN))


def read(texts: Sequence[str], looked: LookedUp, storage: "Storage | None", shown: "ContainerRow | None") -> Read:
    """What a scan is; a bare label means a position of the box that is shown."""
    text = likeliest(list(texts))
    if len(looked.found) > 1:
        return Read(What.SEVERAL, text, others=tuple(thing.text for thing, _ in looked.found))
    for thing, row in looked.found:
        return Read(_KINDS.get(thing.kind, What.OTHER), thing.text, thing, row)
    aimed = [(storage.containers.get(box) if storage else None, label) for box, label in looked.boxes]
    if not aimed:
        aimed = [(shown, each) for each in texts if looks_like_label(each)]
    targets = {_target(box, label): box for box, label in aimed}
    meant = [target for target in targets if target is not None]
    if len(meant) > 1:
        return Read(What.SEVERAL, text, others=tuple(target.label for target in meant))
    if meant:
        return Read(What.POSITION, meant[0].label, target=meant[0], box=targets[meant[0]])
    if aimed:
        return Read(What.NO_POSITION, aimed[0][1], box=aimed[0][0])
    return Read(What.UNKNOWN, text, others=looked.alike)


def _target(box: "ContainerRow | None", label: str) -> Target | None:
    if box is None or box.holds != "specimens":
        return None
    position = cell(box.layout, label)
    return None if position is None else Target(box.id, position, box.layout.label(position))
