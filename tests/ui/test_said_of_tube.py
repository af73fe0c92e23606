"""What the tube's card says of its history."""

from freezerapp.storage.rows.history import HistoryRow
from freezerapp.ui.said_of_tube import history_line

DISPATCHED = HistoryRow(
    *(7, "uuid", "dispatch", None, 1_710_409_800_000, 60, "Ada", "declared", None, "specimen", 1, {}),
    *({"status": "shipped"}, False, None, None, None),
)


def test_a_step_of_a_parcel_names_the_parcel() -> None:
    assert "SHP-2024-0001" not in history_line(DISPATCHED).text
    assert history_line(DISPATCHED._replace(parcel="SHP-2024-0001")).text == "Dispatched, SHP-2024-0001, declared, Ada"


def test_an_arrival_says_how_the_tube_was_found() -> None:
    arrived = DISPATCHED._replace(
        kind="record arrivals", subject_kind="shipment line", known=None, after={"outcome": "damaged"}, parcel="SHP-1"
    )
    assert history_line(arrived).text.split(", ")[1:] == ["SHP-1", "damaged", "Ada"]
