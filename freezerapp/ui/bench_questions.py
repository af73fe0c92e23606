"""What the work at the bench asks of the bank; each question runs on a reader thread, as the others do."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from freezerapp.domain.filling import Scanned
    from freezerapp.domain.hand import Errand
    from freezerapp.storage.database import Reader
    from freezerapp.storage.rows.bench import BenchRow
    from freezerapp.storage.rows.operations import OperationRow
    from freezerapp.storage.rows.storage import Storage


def bench(reader: "Reader", tree: "Storage | None" = None) -> "tuple[BenchRow, ...]":
    """All that is on the bench, longest out first."""
    from freezerapp.storage.rows import bench as rows

    return rows.bench(reader, tree)


def operator_of(reader: "Reader", account: str) -> int | None:
    """The operator of a system account, None where it has done nothing yet."""
    from freezerapp.storage.rows import operators as rows

    return rows.of_account(reader, account)


def bring_in_commands() -> None:
    """Load what the first gesture needs; on a thread, before it is made."""
    import freezerapp.commands.check_out
    import freezerapp.commands.move
    import freezerapp.commands.operators
    import freezerapp.storage.writing  # noqa: F401


def errands_of(reader: "Reader", operation: int, known_tree: "Storage | None" = None) -> "tuple[Errand, ...]":
    """What a hand must do so that storage is as an operation says; with the tree at hand it is not read again."""
    from freezerapp.domain.hand import Holder, errands, read_change
    from freezerapp.storage.rows import operations, storage
    from freezerapp.storage.rows.found import found_rows

    events = operations.events_of_operation(reader, operation)
    moved = [row for row in events if "place" in row.after or "place" in row.before or "status" in row.after]
    if not moved:
        return ()
    tree = known_tree or storage.storage(reader)
    tubes = [row.subject_id for row in moved if row.subject_kind == "specimen"]
    names = {("specimen", row.id): row.barcode for row in found_rows(reader, tubes, tree)}
    names |= {("container", row.id): row.code or row.name for row in tree.containers.values()}
    changes = [
        read_change(
            row.subject_kind,
            row.subject_id,
            names.get((row.subject_kind, row.subject_id), ""),
            row.before,
            row.after,
        )
        for row in moved
    ]
    holders = {key: Holder(row.code or row.name, row.layout) for key, row in tree.containers.items()}
    known = [each for each in changes if each is not None]
    spots = [spot for each in known for spot in (each.before, each.after) if spot is not None]
    if any(spot.container not in holders for spot in spots):
        return ()
    return errands(known, holders)


def operations(
    reader: "Reader", before: int | None, limit: int, tree: "Storage | None" = None
) -> "tuple[tuple[OperationRow, ...], Mapping[int, str]]":
    """The newest operations below one, and the barcodes of the tubes they name first, by id."""
    from freezerapp.storage.rows import operations as rows
    from freezerapp.storage.rows.found import found_rows

    page = rows.operations_page(reader, before, limit)
    tubes = sorted({row.first_id for row in page if row.first_kind == "specimen"})
    return page, {row.id: row.barcode for row in found_rows(reader, tubes, tree)}


def look_alikes(reader: "Reader", code: str, most: int = 4) -> tuple[str, ...]:
    """Codes of the bank that can be mistaken for this one, at most so many."""
    from freezerapp.storage.rows import look_alikes as rows

    return tuple(rows.look_alikes(reader, code, most))


def tube_now(reader: "Reader", id_: int) -> "Scanned":
    """One tube as a box that is being filled wants to know it."""
    from freezerapp.domain.box import Tube
    from freezerapp.domain.filling import Scanned
    from freezerapp.domain.problems import NotThere
    from freezerapp.storage import specimens

    found = specimens.load(reader.connection, [id_]).get(id_)
    if found is None:
        raise NotThere("tube", str(id_))
    return Scanned(Tube(found.id, found.barcode), found.status, found.place, found.home, found.kind)


def box_for(reader: "Reader", tubes: tuple[int, ...], tree: "Storage") -> int | None:
    """The box that is proposed for tubes without a place; None where none has their kind and room for all."""
    from freezerapp.domain.proposing import Room
    from freezerapp.domain.proposing import box_for as proposed
    from freezerapp.storage.rows.alike import alike

    like = alike(reader, tubes)
    rows = (tree.containers[key] for key in tree.boxes)
    return proposed(len(tubes), (Room(row.id, like[row.id], row.free) for row in rows if row.status == "in place"))


def identity(reader: "Reader") -> tuple[str, tuple[str, ...]]:
    """The id of the bank, and the codes of its sites."""
    from freezerapp.storage.rows import history
    from freezerapp.storage.rows import words as rows

    return history.bank_uuid(reader), rows.sites(reader)


def known_values(reader: "Reader") -> Mapping[str, tuple[str, ...]]:
    """Participants, visits, studies and sites of the bank, to choose from."""
    from freezerapp.storage.rows import words as rows

    return rows.completion_values(reader)
