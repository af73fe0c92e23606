"""How a parcel arrived, in words."""

from decimal import Decimal
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from freezerapp.ui import logger_files, said_of_transport, words
from freezerapp.ui.widgets.facts_table import Fact

if TYPE_CHECKING:
    from freezerapp.storage.rows.shipments import Parcel

translate = QCoreApplication.translate
TENTHS = 10


def arrival(parcel: "Parcel") -> tuple[Fact, ...]:
    """When it arrived, how cold, with how much ice, and what its logger tells; empty before."""
    said = parcel.shipment
    found = []
    if said.received_at is not None:
        found.append(
            Fact(translate("Arrival", "Arrived"), words.moment(said.received_at, words.local_offset(said.received_at)))
        )
    if said.arrival_temperature is not None:
        degrees = words.decimal(abs(Decimal(said.arrival_temperature)) / TENTHS)
        warm = said.keep_to is not None and said.arrival_temperature > said.keep_to * TENTHS
        text = f"{'−' if said.arrival_temperature < 0 else ''}{degrees} °C"
        found.append(Fact(translate("Arrival", "Temperature"), text, warning=warm))
    if said.ice_left is not None:
        found.append(Fact(translate("Arrival", "Dry ice left"), said_of_transport.mass(said.ice_left)))
    if said.seal_intact is not None:
        intact = bool(said.seal_intact)
        text = translate("Arrival", "intact") if intact else translate("Arrival", "broken")
        found.append(Fact(translate("Arrival", "Seal"), text, warning=not intact))
    if said.logger_readings is not None:
        text = logger_files.summary(said.logger_readings)
        warm = logger_files.is_excursion(said.logger_readings)
        found.append(Fact(translate("Arrival", "Logger"), text, warning=warm, hint=parcel.logger_name or ""))
    if said.arrival_note:
        found.append(Fact(translate("Arrival", "Note"), said.arrival_note))
    return tuple(found)
