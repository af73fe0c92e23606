"""What labels say of tubes and containers, as texts by the names that templates use; and the order of the boxes."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from sqlalchemy import bindparam, literal_column, select

from freezerapp.domain.cap import short_participants, tails
from freezerapp.domain.container import is_unit
from freezerapp.domain.position import MOST_POSITIONS, Layout, Position
from freezerapp.domain.quantity import format_amount
from freezerapp.domain.specimen import HoldKind
from freezerapp.domain.temperature import Temperature
from freezerapp.storage import schema
from freezerapp.storage.database import Reader
from freezerapp.storage.finding import PAGE, Readable
from freezerapp.storage.prepared import ByIds, Prepared
from freezerapp.storage.rows.storage import ContainerRow, Storage
from freezerapp.storage.rows.words import sites


class LabelFacts(NamedTuple):
    """A tube or container for its label; ``held``: consent forbids its use. An empty fact is left out."""

    id: int
    facts: Mapping[str, str]
    temperature: Temperature | None
    held: bool


_s, _p, _k, _v, _f = (
    schema.specimen.c,
    schema.place.c,
    schema.collection.c,
    schema.field_value.c,
    schema.field.c,
)
_parent = schema.specimen.alias("parent")
_NAMES = (
    *("barcode", "material:code", "material", "participant", "visit", "visit:name", "study", "site", "collected"),
    *("parent", "tube", "sprec", "stored"),
)
_TUBES = ByIds(
    select(
        _s.id,
        _s.barcode,
        schema.material.c.code,
        schema.material.c.name,
        schema.participant.c.code,
        schema.moment.c.code,
        schema.moment.c.name,
        schema.study.c.code,
        schema.site.c.code,
        _k.collected,
        _parent.c.barcode,
        _s.tube,
        _s.sprec,
        _s.stored_on,
        schema.material.c.temperature,
        _s.amount,
        _s.unit,
        _s.concentration,
        _s.parent_id,
        _s.collection_id,
        _k.participant_id,
        _k.moment_id,
    )
    .select_from(schema.specimen)
    .join(schema.material, schema.material.c.id == _s.material_id)
    .outerjoin(schema.collection, _k.id == _s.collection_id)
    .outerjoin(schema.participant, schema.participant.c.id == _k.participant_id)
    .outerjoin(schema.moment, schema.moment.c.id == _k.moment_id)
    .outerjoin(schema.study, schema.study.c.id == schema.participant.c.study_id)
    .outerjoin(schema.site, schema.site.c.id == schema.participant.c.site_id)
    .outerjoin(_parent, _parent.c.id == _s.parent_id),
    _s.id,
)
_HELD = ByIds(
    select(schema.hold.c.specimen_id).where(schema.hold.c.kind == literal_column(f"'{HoldKind.CONSENT.value}'")),
    schema.hold.c.specimen_id,
)
_PLACES = tuple(
    # One for each use: the indexes are of one use each, and without them all places are looked through.
    ByIds(
        select(_p.specimen_id, _p.container_id, _p.row, _p.column).where(_p.use == literal_column(f"'{use}'")),
        _p.specimen_id,
    )
    for use in ("home", "here")
)
_IN_BOXES = ByIds(
    select(_p.container_id, _s.barcode).select_from(schema.place).join(schema.specimen, _s.id == _p.specimen_id),
    _p.container_id,
)
_CHILDREN = ByIds(
    select(_s.parent_id, _s.id, _s.material_id, _s.made_by).where(_s.status != literal_column("'void'")),
    _s.parent_id,
)
_OWN = {
    kind: ByIds(
        select(_v.owner_id, _f.code, _v.text)
        .select_from(schema.field_value.join(schema.field, _f.id == _v.field_id))
        .where(_f.void == literal_column("0"), _v.owner_kind == literal_column(f"'{kind}'")),
        _v.owner_id,
    )
    for kind in ("moment", "participant", "collection", "specimen")
}
_BANK = Prepared(select(schema.bank.c.name).where(schema.bank.c.id == bindparam("id")))
_PEOPLE = Prepared(select(schema.participant.c.code))


def in_box_order(database: Readable, ids: Sequence[int], tree: Storage, *, by_columns: bool = False) -> list[int]:
    """Tubes as one meets them: box after box as one walks, in each as it is filled; those without place at the end.

    ``by_columns`` goes down each column of a box (A1, B1, C1 …), the order of rack scanners and multichannel
    pipettes. A tube on the bench comes where its place is kept. Read in short transactions.
    """
    walk = {key: number * MOST_POSITIONS for number, key in enumerate(tree.containers)}
    ranks: dict[int, int] = {}
    fills: dict[int, dict[tuple[int, int], int]] = {}
    for start in range(0, len(ids), PAGE):
        with database.reading() as reader:
            places = _places(reader, ids[start : start + PAGE])
        for tube, (box, row, column) in places.items():
            if box in walk:
                if box not in fills:
                    fills[box] = _numbered(tree.containers[box].layout, by_columns)
                ranks[tube] = walk[box] + fills[box].get((row, column), 0)
    return sorted(ranks, key=ranks.__getitem__) + sorted(tube for tube in ids if tube not in ranks)


@lru_cache(maxsize=64)
def _numbered(layout: Layout, by_columns: bool) -> dict[tuple[int, int], int]:
    """The number of each position in the order in which tubes of a box come."""
    cells = layout.positions()
    if by_columns:
        cells = tuple(sorted(cells, key=lambda cell: (cell.column, cell.row)))
    return {cell: number for number, cell in enumerate(cells)}


def holders_of(reader: Reader, ids: Sequence[int]) -> set[int]:
    """The containers that tubes stand in, or that keep a place for them."""
    return {place[0] for place in _places(reader, ids).values()}


def consent_held(reader: Reader, ids: Sequence[int]) -> set[int]:
    """Those tubes that are on a consent hold."""
    return {row[0] for row in _HELD.rows(reader.connection, ids)}


def short_names(reader: Reader) -> Mapping[str, str]:
    """The participants of the bank by code, each with the end of the code from its site on."""
    return short_participants((row[0] for row in reader.all(_PEOPLE)), sites(reader))


def bank_name(reader: Reader) -> str:
    """What the bank is called."""
    row = reader.one(_BANK, id=1)
    return str(row[0]) if row else ""


def tube_label_facts(
    reader: Reader,
    ids: Sequence[int],
    tree: Storage,
    short: Mapping[str, str],
    fields: frozenset[str] | None = None,
) -> list[LabelFacts]:
    """What labels can say of tubes, in the order of the ids; things without a barcode are left out.

    ``fields`` are those that the template uses, so that the others need not be looked up; None is all.
    """
    places = _places(reader, ids)
    held = consent_held(reader, ids)
    rows = {row[0]: row for row in _TUBES.rows(reader.connection, ids)}
    ends = _tails(reader, places) if _asked(fields, "tail") else {}
    numbers = _aliquots(reader, [row[18] for row in rows.values()]) if _asked(fields, "aliquot") else {}
    own = _own_values(reader, rows.values()) if fields is None or any(f.startswith("field:") for f in fields) else {}
    found = []
    for key in ids:
        row = rows.get(key)
        if row is None or row[1] is None:
            continue
        facts = {name: str(text) for name, text in zip(_NAMES, row[1:14], strict=True) if text}
        if row[4]:
            facts["participant:short"] = short.get(row[4], row[4])
        if row[15] is not None and row[16]:
            facts["volume"] = format_amount(row[15], row[16])
        if row[17] is not None:
            facts["concentration"] = f"{row[17] / 1000:g} ng/µL"
        if key in numbers:
            facts["aliquot"] = f"{numbers[key]:02d}"
        place = places.get(key)
        holder = tree.containers.get(place[0]) if place else None
        if place and holder is not None:
            label = holder.layout.label(Position(place[1], place[2]))
            facts |= {"box": holder.code or holder.name, "position": label}
            facts["home"] = f"{facts['box']} {label}"
            if _asked(fields, "path"):
                facts["path"] = tree.path_text(holder.id, label)
        facts["tail"] = ends.get(row[1], row[1][-4:])
        facts |= own.get(key, {})
        class_ = _class_of(tree, holder) or (Temperature(row[14]) if row[14] else None)
        found.append(LabelFacts(key, facts, class_, key in held))
    return found


def container_label_facts(
    tree: Storage, ids: Iterable[int], codes: Mapping[int, str] | None = None
) -> list[LabelFacts]:
    """What labels can say of containers, in the order of the ids; ``codes`` are those that others are to have."""
    found, given = [], codes or {}
    for key in ids:
        row = tree.containers[key]
        chain = [tree.containers[each] for each in reversed(tree.path(key))]
        degrees = next((each.set_temperature for each in chain if each.set_temperature is not None), None)
        facts = {
            "code": row.code or given.get(key, ""),
            "name": row.name,
            "type": row.type_name,
            "kind": row.kind,
            "size": f"{row.layout.rows} × {row.layout.columns}",
            "temperature": "" if degrees is None else f"{'−' if degrees < 0 else ''}{abs(degrees)} °C",
            "path": tree.path_text(key),
            "position": row.position or "",
            "inside": chain[1].name if len(chain) > 1 else "",
        }
        outside = is_unit(row.kind) or row.parent_id is None  # its label is on the door, in the room
        class_ = None if outside else _class_of(tree, row)
        found.append(LabelFacts(key, {name: text for name, text in facts.items() if text}, class_, False))
    return found


def _asked(fields: frozenset[str] | None, field: str) -> bool:
    return fields is None or field in fields


def _class_of(tree: Storage, holder: ContainerRow | None) -> Temperature | None:
    """The class of cold where something stands: that of the nearest container around it that has one."""
    if holder is None:
        return None
    chain = (tree.containers[key].temperature for key in reversed(tree.path(holder.id)))
    return next((Temperature(text) for text in chain if text), None)


def _places(reader: Reader, ids: Sequence[int]) -> dict[int, tuple[int, int, int]]:
    """Container, row and column of each tube: where it stands, else where its place is kept."""
    return {
        tube: (box, row, column) for places in _PLACES for tube, box, row, column in places.rows(reader.connection, ids)
    }


def _tails(reader: Reader, places: Mapping[int, tuple[int, int, int]]) -> dict[str, str]:
    """The ends by which the tubes of each box are told apart, by barcode."""
    boxes: defaultdict[int, list[str]] = defaultdict(list)
    for box, barcode in _IN_BOXES.rows(reader.connection, sorted({place[0] for place in places.values()})):
        if barcode:
            boxes[box].append(barcode)
    return {barcode: end for barcodes in boxes.values() for barcode, end in tails(barcodes).items()}


def _aliquots(reader: Reader, parents: Iterable[int | None]) -> dict[int, int]:
    """The number of each tube among those made alike from the same parent."""
    wanted = sorted({parent for parent in parents if parent is not None})
    groups: defaultdict[tuple[object, ...], list[int]] = defaultdict(list)
    for parent, key, material, made_by in sorted(_CHILDREN.rows(reader.connection, wanted), key=lambda row: row[1]):
        groups[parent, material, made_by].append(key)
    return {key: number for keys in groups.values() for number, key in enumerate(keys, 1)}


def _own_values(reader: Reader, rows: Iterable[tuple[object, ...]]) -> dict[int, dict[str, str]]:
    """The site's own fields of each tube; what is closer to the tube wins over its visit and participant."""
    owners = {"moment": 21, "participant": 20, "collection": 19, "specimen": 0}
    tubes = list(rows)
    found: defaultdict[int, dict[str, str]] = defaultdict(dict)
    for kind, at in owners.items():
        wanted = sorted({int(str(row[at])) for row in tubes if row[at] is not None})
        values: defaultdict[object, dict[str, str]] = defaultdict(dict)
        for owner, code, text in _OWN[kind].rows(reader.connection, wanted):
            values[owner][f"field:{code}"] = text
        for row in tubes:
            if row[at] in values:
                found[int(str(row[0]))] |= values[row[at]]
    return found
