"""What the screens of shipments ask of the bank; each question runs on a reader thread, as the others do."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from freezerapp.domain.party import Party
    from freezerapp.storage.database import Reader
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


def labels_of(reader: "Reader", shipment: int) -> "ParcelTubes":
    """The tubes and packages of a shipment that get labels. Raises NotThere."""
    from freezerapp.storage.rows import parcel_labels as rows

    return rows.parcel_tubes(reader, shipment)
