"""What the screens of shipments ask of the bank; each question runs on a reader thread, as the others do."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from freezerapp.domain.code_list import Judged
    from freezerapp.domain.party import Party
    from freezerapp.storage.database import Reader
    from freezerapp.storage.finding import Readable
    from freezerapp.storage.rows.parcel_labels import ParcelTubes
    from freezerapp.storage.rows.shipments import Parcel, ShipmentRow
    from freezerapp.storage.rows.storage import Storage


def shipments(reader: "Reader") -> "tuple[ShipmentRow, ...]":
    """All shipments, the newest first."""
    from freezerapp.storage.rows import shipments as rows

    return rows.shipment_rows(reader)


def parcel(reader: "Reader", shipment: int, tree: "Storage") -> "Parcel":
    """One shipment with all that its page shows. Raises NotThere."""
    from freezerapp.storage.rows import shipments as rows

    return rows.parcel(reader, shipment, tree)


def parties(reader: "Reader") -> "tuple[Party, ...]":
    """The address book."""
    from freezerapp.storage.rows import shipments as rows

    return rows.parties(reader)


def parties_and_studies(reader: "Reader") -> "tuple[tuple[Party, ...], tuple[tuple[int, str], ...]]":
    """The address book, and the studies that tubes are sent for, by id."""
    from freezerapp.storage.rows import words as rows

    return parties(reader), rows.studies(reader)


def labels_of(reader: "Reader", shipment: int) -> "ParcelTubes":
    """The tubes and packages of a shipment that get labels. Raises NotThere."""
    from freezerapp.storage.rows import parcel_labels as rows

    return rows.parcel_tubes(reader, shipment)


def judged(bank: "Readable", tubes: Sequence[int], shipment: int | None) -> "Judged":
    """Which of these tubes can be put on the list of a shipment, and why the others can't."""
    from freezerapp.storage.rows import candidates

    return candidates.judged(bank, tubes, shipment=shipment)


def judged_codes(bank: "Readable", text: str, shipment: int | None) -> "Judged":
    """The same for a pasted list of codes."""
    from freezerapp.storage.rows import candidates

    return candidates.judged_codes(bank, text, shipment=shipment)


def whose_badge(reader: "Reader", code: str) -> tuple[int, str] | None:
    """The operator that a code is the badge of: id and name."""
    from freezerapp.storage.rows.found import by_code
    from freezerapp.storage.rows.history import bank_facts

    found = by_code(reader, code)
    if found is None or found.kind != "operator":
        return None
    return next(((key, name) for key, name, _ in bank_facts(reader).operators if key == found.id), None)
