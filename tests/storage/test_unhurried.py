"""Long answers are read in pages: a commit goes through between two of them, and what is found is of one state."""

from pathlib import Path

import pytest

from freezerapp.commands.hold import PlaceHold
from freezerapp.commands.pick import AddToPickList, MakePickList, Retrieve
from freezerapp.commands.settle_pick import ReplacePicked
from freezerapp.commands.ship import EditShipment
from freezerapp.domain.problems import NotThere
from freezerapp.domain.specimen import HoldKind
from freezerapp.storage import unhurried
from freezerapp.storage.database import Reader
from freezerapp.storage.rows import picks, shipments
from freezerapp.storage.rows.picks import PickPage, pick_page
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
    for module in (shipments, picks):
        monkeypatch.setattr(module, "pages", lambda things, size=2: pages(things, 2))


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


@pytest.mark.usefixtures("small_pages")
def test_a_pick_list_read_in_pages_is_the_whole_list(bank: Bank, monkeypatch: pytest.MonkeyPatch) -> None:
    keys = tubes(bank, 5)
    bank.do(MakePickList("Request", keys[:4]))
    bank.do(Retrieve(1, keys[:1]))
    bank.do(PlaceHold(keys[1:2], HoldKind.QUARANTINE, "leaking"))
    bank.do(ReplacePicked(3, keys[4], "too little"))
    paged = read_list(bank)
    monkeypatch.setattr(unhurried, "TRIES", 0)
    assert read_list(bank) == paged
    assert len(paged.rows) == 5


@pytest.mark.usefixtures("small_pages")
@pytest.mark.parametrize("often", [1, 2, 100])
def test_tubes_added_between_two_pages_of_a_list_are_seen_with_the_way_to_them(
    bank: Bank, monkeypatch: pytest.MonkeyPatch, often: int
) -> None:
    keys = tubes(bank, 9)
    bank.do(MakePickList("Request", keys[:3], seed="s"))
    other, left, pause = bank.another(), list(keys[3:])[:often], Reader.pause

    def disturbed(reader: Reader) -> int:
        seen = pause(reader)
        if left:
            other.do(AddToPickList(1, (left.pop(),)))  # waits for no reader
        return seen

    monkeypatch.setattr(Reader, "pause", disturbed)
    found = read_list(bank)
    assert len(found.rows) == sum(len(batch.stops) for batch in found.walk.batches) == found.said.wanted
    assert len(found.rows) == 3 + min(often, 6)
    monkeypatch.setattr(Reader, "pause", pause)
    assert read_list(bank) == found
    other.close()


def read_list(bank: Bank) -> PickPage:
    with bank.database.reading() as reader:
        return pick_page(reader, 1, storage(reader))


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
