"""Operations and events: what one line of history says, and the chain that ties the lines together."""

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import NamedTuple, TypeAlias

Json: TypeAlias = "str | int | bool | list[Json] | dict[str, Json] | None"


class Operation(NamedTuple):
    """One gesture: who did what when, and why. Moments in ms UTC; ``done_at`` is a bench date (ISO text)."""

    uuid: str
    kind: str
    operator_id: int
    operator: str
    recorded_at: int
    utc_offset_min: int
    program_version: str
    done_at: str | None = None
    reason: str | None = None
    undoes: str | None = None


class Link(NamedTuple):
    """One event as it stands in the chain."""

    seq: int
    payload: str
    prev: bytes
    hash: bytes


SPECIMEN, CONTAINER = "specimen", "container"
"""What an event is about, as it is written: a tube, or something that holds tubes or boxes."""
SHIPMENT, LINE, PACKAGE, PARCEL_BOX, MANIFEST = "shipment", "shipment line", "package", "parcel box", "manifest"
PICK_LIST, PICK_LINE, PARTY, SETTING = "pick list", "pick line", "party", "setting"
PARCELS = frozenset({SHIPMENT, LINE, PACKAGE, PARCEL_BOX, MANIFEST, PICK_LIST, PICK_LINE, PARTY, SETTING})
"""What shipments and pick lists are made of: a change of these alone changes no tube."""
IRREVOCABLE = frozenset(
    {
        *("make bank", "mark destroyed", "send away", "add operator", "enter operator", "edit bank"),
        *("dispatch", "correct shipment", "issue manifest", "export blind key", "close shipment"),
    }
)
"""Kinds that no undo takes back; a mistake is corrected by a recorded correction."""

LATE_AFTER_MIN = 15
"""Done and recorded more than this many minutes apart: shown as "late entry"."""


def canonical(value: object) -> str:
    """Canonical JSON: sorted keys, no spaces, UTF-8 as it is, no floats (raises TypeError on one)."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False)


def first_link(bank_uuid: str) -> bytes:
    """What the first event of a bank stands on."""
    return hashlib.sha256(bank_uuid.encode()).digest()


def link(prev: bytes, payload: str) -> bytes:
    """The hash of an event: SHA-256 over the previous hash and the stored payload text itself."""
    return hashlib.sha256(prev + payload.encode()).digest()


def frame(operation: Operation) -> tuple[str, str]:
    """The two halves of every payload of one operation, before and after the parts that differ by event.

    Keys are in canonical order: after, before | done_at, kind, known, offset, operator, … , so that a
    payload is ``{"after":A,"before":B`` + first half + known + second half + subject + tail.
    """
    head = {"done_at": operation.done_at, "kind": operation.kind}
    tail = {
        "offset": operation.utc_offset_min,
        "operator": [operation.operator_id, operation.operator],
        "reason": operation.reason,
        "recorded_at": operation.recorded_at,
    }
    return canonical(head)[1:-1], canonical(tail)[1:-1]


def _encoder() -> Callable[[object], str]:
    """Canonical JSON made by one encoder for many values: a new one for each costs as much as the text."""
    made = json.JSONEncoder(
        sort_keys=True, ensure_ascii=False, separators=(",", ":"), allow_nan=False, check_circular=False
    )
    compiled = getattr(json.encoder, "c_make_encoder", None)
    if compiled is None:
        return made.encode
    pieces = compiled(None, made.default, json.encoder.encode_basestring, None, ":", ",", True, False, False)
    return lambda value: "".join(pieces(value, 0))


def payloads(
    operation: Operation,
    changes: Iterable[tuple[str, int, Mapping[str, Json] | None, Mapping[str, Json], str | None]],
) -> Iterator[str]:
    """Canonical payload texts for (subject kind, id, before, after, how known), in order, one by one.

    Written from pieces, since the frame is the same for every event of an operation and an import has
    tens of thousands; a test compares it with plain canonical JSON of the whole.
    """
    head, tail = frame(operation)
    uuid, undoes = canonical(operation.uuid), canonical(operation.undoes)
    version = canonical(operation.program_version)
    encode = _encoder()
    known_words: dict[str | None, str] = {}
    for kind, subject, before, after, known in changes:
        said = known_words.get(known)
        if said is None:
            said = known_words[known] = encode(known)
        start = "null" if before is None else encode(before)
        yield (
            f'{{"after":{encode(after)},"before":{start},{head},"known":{said},{tail},'
            f'"subject":["{kind}",{subject}],"undoes":{undoes},"uuid":{uuid},"version":{version}}}'
        )
