"""Labels of a shipment from its page: each package, and over-labels of a blind one that tell nobody anything."""

from pathlib import Path

from freezerapp.commands.parties import SaveParty
from freezerapp.commands.ship import MakeShipment
from freezerapp.documents.preview import page_text
from freezerapp.domain.parcel import Profile
from freezerapp.storage.rows.box import TubeRow
from freezerapp.ui.selection import Showing, View
from tests.at_the_bench import Person
from tests.gestures.test_printing import asked, closed, codes, drawn, history, save
from tests.gestures.test_shipping import LAB, do, lines, parcel_of, tubes_of


def shown_blind(person: Person, count: int) -> list[tuple[int, str]]:
    """A blind shipment of some tubes, on its page."""
    recipient = do(person, SaveParty(LAB))
    tubes = tubes_of(person, count)
    said = (("profile", Profile.BLIND), ("recipient_id", recipient), ("keep_to", -60))
    key = do(person, MakeShipment(tuple(key for key, _ in tubes), said))
    person.window.selection.go(View(Showing.SHIPMENT, item=key))
    person.until(lambda: person.window.pages.shipment.now.parcel is not None)
    return tubes


def labels(person: Person) -> None:
    """Choose "Labels…" under "More"."""
    person.window.pages.shipment.menu_texts()
    next(each for each in person.window.pages.shipment._menu.actions() if each.text() == "Labels…").trigger()


def test_packages_and_blind_tubes_of_a_shipment_get_their_labels(person: Person, tmp_path: Path) -> None:
    tubes = shown_blind(person, 4)
    number = parcel_of(person).shipment.number
    labels(person)
    dialog = asked(person)
    assert dialog.form.what.currentText() == f"1 package of {number}"
    file = save(person, dialog, tmp_path / "package.pdf")
    closed(person)
    assert codes(file, 300) == [number]
    said = page_text(file.read_bytes(), 0)
    assert LAB.organisation in said
    assert "package 1 of 1" in said
    assert "keep at ≤ −60 °C" in said
    labels(person)
    dialog = asked(person)
    dialog.form.what.setCurrentIndex(1)
    person.until(lambda: drawn(dialog))
    assert not dialog.form.order.isVisible(), "it is that of the list"
    assert not dialog.form.reason.isVisible()
    file = save(person, dialog, tmp_path / "tubes.pdf")
    closed(person)
    person.until(lambda: "tubes.pdf" in person.window.bar.text)
    blind = [row.line.blind_code for row in sorted(lines(person), key=lambda row: row.line.number)]
    assert codes(file, 300) == blind
    said = page_text(file.read_bytes(), 0)
    for _, barcode in tubes:
        assert barcode not in said
    for hidden in ("MC-", "V01", "V02", "FR0", "20"):
        assert hidden not in "".join(part for part in said.split() if part not in blind), hidden
    one = TubeRow(*([tubes[0][0]] + [None] * (len(TubeRow._fields) - 1)))
    assert history(person, one)[0] == ("print labels", "Over-label for a parcel")
