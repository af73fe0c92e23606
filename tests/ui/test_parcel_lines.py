"""The lines of a shipment as a model: whole under Qt's own tester, and right in each order."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPersistentModelIndex
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.ship_arrive import ExpectParcel
from freezerapp.commands.ship_decide import RemoveLines
from freezerapp.commands.ship_pack import Packed, PackTubes
from freezerapp.domain.specimen import Spot
from freezerapp.storage.rows import shipments
from freezerapp.storage.rows.shipments import Parcel, parcel
from freezerapp.storage.rows.storage import storage
from freezerapp.storage.unhurried import pages
from freezerapp.ui.models.parcel_lines import Column, Order, ParcelLines
from tests.build import Bank
from tests.manifests import a_manifest
from tests.parcels import a_draft, a_sending_bank, lines, tubes


@pytest.fixture
def bank(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Bank:
    """Its parcels are read two lines to a page."""
    monkeypatch.setattr(shipments, "pages", lambda things, size=2: pages(things, 2))
    return a_sending_bank(tmp_path)


def read(bank: Bank, shipment: int) -> Parcel:
    with bank.database.reading() as reader:
        return parcel(reader, shipment, storage(reader))


def shown(model: ParcelLines) -> list[int]:
    """The numbers on the list, from above."""
    return [row.line.number for row in model.rows]


@pytest.mark.usefixtures("qapp")
def test_each_order_is_right_while_packing_and_what_is_kept_of_a_line_goes_with_it(bank: Bank) -> None:
    one, two = tubes(bank, 3), tubes(bank, 3)
    wanted = (two[1], one[2], two[0], one[0], two[2], one[1])
    shipment = a_draft(bank, wanted)
    model = ParcelLines()
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(read(bank, shipment))
    assert shown(model) == [1, 2, 3, 4, 5, 6]
    kept = QPersistentModelIndex(model.index(0, Column.TUBE))
    model.put_in(Order.WALKING)
    assert shown(model) == [4, 6, 2, 3, 1, 5], "box by box, position by position"
    assert kept.row() == 4
    bank.do(TakeOut((one[2], two[1])))
    (parcel_box,) = read(bank, shipment).boxes
    spots = [Spot(parcel_box.box.container_id, 0, column) for column in (8, 7)]
    bank.do(PackTubes(shipment, (Packed(two[1], spots[0]), Packed(one[2], spots[1]))))
    model.show(read(bank, shipment))
    assert shown(model) == [4, 6, 2, 3, 1, 5], "the places kept for them count"
    model.put_in(Order.PACKED)
    assert shown(model) == [3, 4, 5, 6, 2, 1], "the others move up to the first places"
    assert kept.row() == 5
    line = next(each.id for each in lines(bank, shipment) if each.number == 3)
    bank.do(RemoveLines(shipment, (line,), "not needed"))
    for order in Order:
        model.put_in(order)
        model.show(read(bank, shipment))
        assert shown(model)[-1] == 3, "what is off the list is the last"


def test_a_parcel_from_elsewhere_is_put_in_the_order_of_its_own_boxes(bank: Bank, qapp: QApplication) -> None:
    manifest = a_manifest(12)
    places = ("A10", "A2", "B1", "A1")
    items = tuple(item._replace(position=place) for item, place in zip(manifest.items, places, strict=False))
    expected = bank.do(ExpectParcel(manifest._replace(items=items))).result
    assert isinstance(expected, int)
    model = ParcelLines()
    model.show(read(bank, expected))
    model.put_in(Order.PACKED)
    assert [row.line.position for row in model.rows] == ["A1", "A2", "A10", "B1"]
    model.put_in(Order.WALKING)
    assert shown(model) == [1, 2, 3, 4], "none of them has a place here: the list's own order"
