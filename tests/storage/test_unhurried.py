"""Long answers are read in pages: a commit goes through between two of them, and what is found is of one state."""

from pathlib import Path

import pytest

from freezerapp.commands.ship import EditShipment
from freezerapp.domain.problems import NotThere
from freezerapp.storage import unhurried
from freezerapp.storage.database import Reader
from freezerapp.storage.rows import shipments
from freezerapp.storage.rows.shipments import Parcel, parcel
from freezerapp.storage.rows.storage import storage
from freezerapp.storage.unhurried import TRIES, pages
from tests.build import Bank
from tests.parcels import a_packed, a_sending_bank, tubes


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return a_sending_bank(tmp_path)


@pytest.fixture
def small_pages(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two things to a page."""
    monkeypatch.setattr(shipments, "pages", lambda things, size=2: pages(things, 2))


def read(bank: Bank, shipment: int) -> Parcel:
    with bank.database.reading() as reader:
        return parcel(reader, shipment, storage(reader))


@pytest.mark.usefixtures("small_pages")
def test_a_parcel_read_in_pages_is_the_whole_parcel(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    shipment = a_packed(bank, tubes(bank, 5))
    paged = read(bank, shipment)
    monkeypatch.setattr(unhurried, "TRIES", 0)
    assert read(bank, shipment) == paged
    assert len(paged.lines) == 5


@pytest.mark.usefixtures("small_pages")
@pytest.mark.parametrize("often", [1, 2, 100])
def test_what_is_committed_between_two_pages_is_seen_wholly(
    bank: Bank, monkeypatch: pytest.MonkeyPatch, often: int
) -> None:
    shipment = a_packed(bank, tubes(bank, 5))
    other, pauses = bank.another(), 0
    pause = Reader.pause

    def disturbed(reader: Reader) -> int:
        nonlocal pauses
        seen, pauses = pause(reader), pauses + 1
        if pauses <= often:
            other.do(EditShipment(shipment, (("waybill", f"176-{pauses}"),)))  # waits for no reader
        return seen

    monkeypatch.setattr(Reader, "pause", disturbed)
    found = read(bank, shipment)
    assert found.shipment.waybill == f"176-{min(often, 2 * TRIES)}"
    monkeypatch.setattr(Reader, "pause", pause)
    assert read(bank, shipment) == found
    other.close()


def test_after_a_pause_the_file_is_free_until_the_next_question(bank: Bank) -> None:
    shipment = a_packed(bank, tubes(bank))
    other = bank.another()
    with bank.database.reading() as reader:
        assert read_number(reader) == "SHP-2024-0001"
        first = reader.pause()
        other.do(EditShipment(shipment, (("note", "late"),)))
        assert read_number(reader) == "SHP-2024-0001"
        assert reader.pause() != first
    other.close()


def read_number(reader: Reader) -> str:
    return str(reader.connection.exec_driver_sql("SELECT number FROM shipment").scalar_one())


def test_a_parcel_that_is_not_there_is_not_looked_for_again(bank: Bank) -> None:
    with pytest.raises(NotThere):
        read(bank, 77)
