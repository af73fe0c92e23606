"""What the labels of a parcel say: its packages, and its tubes as far as its profile discloses them."""

import pytest

from freezerapp.commands.hold import PlaceHold
from freezerapp.domain.manifest import Transport
from freezerapp.domain.parcel import Profile
from freezerapp.domain.problems import NotThere
from freezerapp.domain.specimen import HoldKind
from freezerapp.storage.parcels import viewing
from freezerapp.storage.rows.labels import LabelFacts
from freezerapp.storage.rows.manifests import manifest_now
from freezerapp.storage.rows.parcel_labels import (
    ParcelTubes,
    kept_at,
    package_label_facts,
    parcel_tube_facts,
    parcel_tubes,
)
from freezerapp.storage.rows.storage import storage
from tests.build import Bank
from tests.commands.test_ship import a_draft, a_packed, bank, tubes

__all__ = ["bank"]


def facts_of(bank: Bank, shipment: int) -> tuple[ParcelTubes, list[LabelFacts]]:
    with bank.database.reading() as reader:
        found = parcel_tubes(reader, shipment)
        return found, parcel_tube_facts(reader, shipment, found.ids, storage(reader))


@pytest.mark.parametrize("profile", [Profile.CODED, Profile.BLIND])
def test_over_labels_tell_code_material_and_number_and_nothing_else(bank: Bank, profile: Profile) -> None:
    wanted = tubes(bank, 5, participant="MC-FR01-001", visit="V01", collected="2019-03-14", site="FR01")
    shipment = a_draft(bank, wanted, profile=profile)
    found, rows = facts_of(bank, shipment)
    assert (found.profile, set(found.ids)) == (profile, set(wanted))
    with bank.database.reading() as reader:
        items = manifest_now(viewing(reader), shipment, planned=True).items
    assert items, "they have their places"
    assert [(row.facts["line"], row.facts["barcode"]) for row in rows] == [
        (str(item.number), item.tube) for item in items
    ], "as the manifest lists them"
    own = {bank.tube(key).barcode for key in wanted}
    codes = {row.facts["barcode"] for row in rows}
    assert codes == own if profile is Profile.CODED else codes.isdisjoint(own)
    for row in rows:
        assert set(row.facts) == {"barcode", "material", "material:code", "line", "tail"}
        assert row.temperature is not None


def test_a_parcel_that_hides_nothing_has_the_usual_labels(bank: Bank) -> None:
    wanted = tubes(bank, 2, participant="MC-FR01-001", visit="V01")
    _, rows = facts_of(bank, a_draft(bank, wanted))
    assert [row.facts["participant"] for row in rows] == ["MC-FR01-001"] * 2
    assert [row.facts["line"] for row in rows] == ["1", "2"]


def test_a_consent_hold_is_seen_on_over_labels_too(bank: Bank) -> None:
    wanted = tubes(bank, 3)
    shipment = a_draft(bank, wanted, profile=Profile.BLIND)
    bank.do(PlaceHold((wanted[1],), HoldKind.CONSENT, "withdrawn"))
    found, rows = facts_of(bank, shipment)
    assert {row.id for row in rows if row.held} == {wanted[1]}
    assert len(found.ids) == 3


def test_each_package_has_a_label_that_says_which_of_how_many(bank: Bank) -> None:
    shipment = a_packed(bank, tubes(bank, 2))
    with bank.database.reading() as reader:
        rows = package_label_facts(reader, shipment)
        whole = manifest_now(viewing(reader), shipment)
        assert len(rows) == max(1, len(whole.packages)) == parcel_tubes(reader, shipment).packages
        with pytest.raises(NotThere):
            parcel_tubes(reader, 10_000)
    assert [(row["package"], row["packages"]) for row in rows] == [
        (str(number), str(len(rows))) for number in range(1, len(rows) + 1)
    ]
    assert rows[0]["code"] == whole.number
    assert rows[0]["to"] == whole.recipient.organisation
    assert whole.sender.organisation in rows[0]["from"]


@pytest.mark.parametrize(
    ("low", "high", "said"),
    [(-80, -60, "−80 … −60 °C"), (None, -60, "≤ −60 °C"), (2, None, "≥ 2 °C"), (0, 25, "0 … 25 °C"), (None, None, "")],
)
def test_what_it_is_kept_at_is_said_in_signs(low: int | None, high: int | None, said: str) -> None:
    assert kept_at(Transport(keep_from=low, keep_to=high)) == said
