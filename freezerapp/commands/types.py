"""Container types copied into the bank when they are first used there; a bank keeps its own from then on."""

from collections.abc import Iterable

from sqlalchemy import select

from freezerapp.domain.container import ContainerType
from freezerapp.domain.custody import canonical
from freezerapp.storage import schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import Prepared, run
from freezerapp.storage.records import Labelling, TypeRecord

_LABELLINGS = Prepared(select(schema.labelling.c.definition, schema.labelling.c.id))


def type_ids(ledger: Ledger, wanted: Iterable[ContainerType]) -> dict[str, int]:
    """Ids of these types in the bank by code, newly copied where the bank has none exactly like it.

    A preset that was edited since makes a type of its own; it never changes one that is in the bank.
    """
    known = {kind: key for key, kind in ledger.types().items()}
    labellings: dict[str, int] = {row[0]: row[1] for row in run(ledger.connection, _LABELLINGS)}
    labellings |= {saved.after.definition: key for key, saved in ledger.saved["labelling"].items()}
    ids = {}
    for kind in wanted:
        key = known.get(kind)
        if key is None:
            key = ledger.new_id("container type")
            ledger.save("container type", record_of(key, kind, _labelling(ledger, labellings, kind)))
            ledger.add_types({key: kind})
            known[kind] = key
        ids[kind.code] = key
    return ids


def _labelling(ledger: Ledger, known: dict[str, int], kind: ContainerType) -> int:
    definition = kind.layout.scheme.to_json()
    if definition not in known:
        known[definition] = ledger.new_id("labelling")
        ledger.save("labelling", Labelling(known[definition], definition))
    return known[definition]


def record_of(key: int, kind: ContainerType, labelling_id: int) -> TypeRecord:
    """A container type as its table keeps it."""
    layout = kind.layout
    return TypeRecord(
        key,
        kind.code,
        kind.name,
        kind.kind,
        layout.rows,
        layout.columns,
        labelling_id,
        layout.fill,
        canonical(sorted(layout.absent)),
        kind.holds,
        canonical(list(kind.accepts)),
        canonical(list(kind.materials)),
        kind.temperature,
        kind.set_temperature,
        kind.drawn,
    )
