"""The other papers of a parcel: nothing cut, nothing told that the profile forbids, marks at the size that is asked."""

import itertools
import math
import re
from collections.abc import Callable
from functools import partial
from io import BytesIO
from typing import Any

import pypdfium2
import pypdfium2.raw as raw
import pytest

from freezerapp.documents.address_label import write_address_labels
from freezerapp.documents.advance_notice import notice, write_notice
from freezerapp.documents.box_map import write_box_maps
from freezerapp.documents.hazard_marks import write_marks
from freezerapp.documents.ice_declaration import ice_lines, write_ice_declaration
from freezerapp.documents.infectious_label import UNIT
from freezerapp.documents.invoice import write_invoice
from freezerapp.documents.packing_list import write_packing_list
from freezerapp.documents.page import MM, Paper
from freezerapp.documents.page_grid import LEAST_TEXT
from freezerapp.documents.paper_words import Tongue, Words
from freezerapp.documents.parcel_paper import Print
from freezerapp.domain.manifest import Customs, Manifest, PackageFacts, code_text, fingerprint
from freezerapp.domain.parcel import Classification, Profile, Refrigerant
from tests.documents.parcels import SECRETS, box, colours, parcel
from tests.documents.reading import codes, fonts, outside, overlaps, pages, properties, runs, shapes, smallest, whole
from tests.documents.test_manifest import hard

WRITERS: dict[str, Callable[..., int]] = {
    "maps": write_box_maps,
    "packing": write_packing_list,
    "marks": write_marks,
    "address": write_address_labels,
    "ice": write_ice_declaration,
    "invoice": write_invoice,
    "notice": partial(write_notice, dispatched=True),
}
ALL = list(itertools.product(WRITERS, Tongue, Paper))
ENGLISH = Words(Tongue.ENGLISH)


def written(
    name: str, made: Manifest, tongue: Tongue = Tongue.ENGLISH, paper: Paper = Paper.A4, **others: Any
) -> bytes:
    file = BytesIO()
    count = WRITERS[name](file, made, Print(colours(), tongue, paper), **others)
    assert count == len(pages(file.getvalue()))
    return file.getvalue()


def two_packages(**others: Any) -> Manifest:
    """Two packages of a box each, and a box in none."""
    filled = (box("T-1", package=1), 64), (box("T-2", package=2), 32), (box("LOOSE", package=None), 3)
    packages = (
        PackageFacts(1, "Polystyrene box", ("T-1",), 400, 400, 350, 16_000, 12_000),
        PackageFacts(2, "Polystyrene box", ("T-2",), 300, 300, 250, 9_500, 5_000),
    )
    return parcel(*filled, packages=packages, **others)


def sent(classification: Classification | None, refrigerant: Refrigerant | None, overpack: bool = False) -> Manifest:
    made = two_packages()
    how = made.transport._replace(classification=classification, refrigerant=refrigerant, overpack=overpack)
    return made._replace(transport=how)


@pytest.mark.parametrize(("name", "tongue", "paper"), ALL)
def test_hard_contents_stay_on_the_page_and_off_each_other(name: str, tongue: Tongue, paper: Paper) -> None:
    made = hard()
    made = made._replace(packages=made.packages[:4])
    pdf = written(name, made, tongue, paper)
    for page in range(len(pages(pdf))):
        assert outside(pdf, page) == []
        assert overlaps(pdf, page) == []
        assert smallest(pdf, page) >= LEAST_TEXT - 0.01


@pytest.mark.parametrize("name", WRITERS)
@pytest.mark.parametrize("profile", [Profile.CODED, Profile.BLIND])
def test_no_paper_of_a_coded_or_blind_parcel_tells_whose_tubes_they_are(name: str, profile: Profile) -> None:
    made = two_packages(facts=True, profile=profile)
    made = made._replace(items=tuple(item._replace(remark="seen at SITE-FR01") for item in made.items))
    for tongue in Tongue:
        pdf = written(name, made, tongue)
        said = whole(pdf) + str(properties(pdf))
        assert not [secret for secret in SECRETS if secret in said]
        # four digits alone also stand among the offsets and in what is compressed
        assert not [secret for secret in SECRETS if len(secret) > 4 and secret.encode() in pdf]
        told = notice(made, tongue, dispatched=False)
        assert not [secret for secret in SECRETS if secret in told.subject + told.text]


@pytest.mark.parametrize("name", WRITERS)
def test_every_paper_is_the_same_again_brings_its_fonts_and_names_the_fingerprint(name: str) -> None:
    made = two_packages()
    pdf = written(name, made)
    assert pdf == written(name, made)
    assert all(fonts(pdf).values())
    assert fingerprint(made) in properties(pdf)["Keywords"]
    assert made.number in whole(pdf)
    assert b"/PrintScaling /None" in pdf


@pytest.mark.parametrize("name", WRITERS)
def test_a_parcel_without_anything_has_papers_too(name: str) -> None:
    made = parcel()._replace(items=(), boxes=(), packages=(), customs=None, notify=None)
    assert whole(written(name, made))


@pytest.mark.parametrize("name", ["maps", "packing", "ice", "invoice", "notice"])
def test_papers_with_a_head_have_both_codes(name: str) -> None:
    made = two_packages()
    pdf = written(name, made)
    for page in range(len(pages(pdf))):
        assert {made.number, code_text(made)} <= codes(pdf, page)


def test_the_packing_list_has_the_tubes_of_each_package_on_its_pages() -> None:
    made = two_packages()
    text = pages(written("packing", made))
    titles = ("Package 1 of 2", "Package 2 of 2", "Boxes in no package")
    starts = [next(page for page, said in enumerate(text) if title in said) for title in titles]
    ends = [*starts[1:], len(text)]
    for code, start, end in zip(("T-1", "T-2", "LOOSE"), starts, ends, strict=True):
        said = " ".join(text[start:end])
        for item in made.items:
            assert (item.tube in said) == (item.box == code)


def millimetres(pdf: bytes, page: int, text: str) -> float:
    """How high the ink of the line that begins so is, in mm."""
    run = next(run for run in runs(pdf, page) if run.text.startswith(text))
    return (run.top - run.bottom) * 25.4 / 72


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("tongue", Tongue)
def test_the_mark_of_category_b_is_as_large_as_prescribed(tongue: Tongue, paper: Paper) -> None:
    made = sent(Classification.UN3373, Refrigerant.GEL)
    pdf = written("marks", made, tongue, paper)
    assert len(pages(pdf)) == 2
    across, high, line = max(shapes(pdf, 0), key=lambda shape: shape[1])
    assert across == pytest.approx(high, abs=0.1)
    assert across / math.sqrt(2) >= 50
    assert line >= 2
    assert millimetres(pdf, 0, "UN3373") >= 6
    assert millimetres(pdf, 0, "BIOLOGICAL") >= 6
    assert made.responsible_phone in whole(pdf)
    assert ("MATIÈRE BIOLOGIQUE" in whole(pdf)) == (tongue is not Tongue.ENGLISH)


@pytest.mark.parametrize("paper", Paper)
def test_the_label_of_class_9_is_as_large_as_prescribed_and_tells_the_net_mass(paper: Paper) -> None:
    made = sent(None, Refrigerant.DRY_ICE)
    pdf = written("marks", made, paper=paper)
    assert len(pages(pdf)) == 2
    found = sorted(shapes(pdf, 0), key=lambda shape: -shape[1])
    edge, inner, stripes = found[0], found[1], [each for each in found if 3 < each[0] < 12]
    assert edge[0] / math.sqrt(2) >= 100
    # Parallel lines 5 mm apart are five times the root of two apart along the diagonal, on both sides.
    assert (edge[0] - inner[0]) / 2 / math.sqrt(2) == pytest.approx(5, abs=0.5)
    assert len(stripes) == 7
    assert millimetres(pdf, 0, "UN1845") >= 12
    for page, mass in enumerate(("12 kg", "5 kg")):
        said = pages(pdf)[page].replace("\u00a0", " ")
        assert f"Net {mass}" in said
        assert made.sender.organisation in said
        assert made.recipient.organisation in said


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("tongue", Tongue)
def test_the_label_of_class_62_is_as_large_as_prescribed_and_says_what_it_must(tongue: Tongue, paper: Paper) -> None:
    pdf = written("marks", sent(Classification.UN2814, Refrigerant.GEL), tongue, paper)
    said = pages(pdf)
    assert len(said) == 4
    assert "UN2814" in said[0]
    edge, inner = sorted(shapes(pdf, 1), key=lambda shape: -shape[1])[:2]
    assert edge[0] == pytest.approx(edge[1], abs=0.1)
    assert edge[0] / math.sqrt(2) >= 100
    # As for class 9: five times the root of two along the diagonal.
    assert (edge[0] - inner[0]) / 2 / math.sqrt(2) == pytest.approx(5, abs=0.5)
    assert "INFECTIOUS SUBSTANCE" in said[1]
    assert "In case of damage or leakage immediately notify Public Health Authority" in " ".join(said[1].split())
    assert ("MATIÈRE INFECTIEUSE" in said[1]) == (tongue is not Tongue.ENGLISH)
    texts = runs(pdf, 1)
    figure = next(run for run in texts if run.text == "6")
    title = next(run for run in texts if run.text == "INFECTIOUS SUBSTANCE")
    middle = (figure.left + figure.right) / 2
    height = next(at for at in diamond_middles(pdf, 1))
    assert (title.left + title.right) / 2 == pytest.approx(middle, abs=1)
    assert millimetres(pdf, 1, "6") >= 10
    inside = inner[0] / 2 * 72 / 25.4
    for run in texts:
        if run.bottom > figure.bottom - 1 and run.top < height + inside:  # the others stand outside of it
            corner = max(abs(run.left - middle), abs(run.right - middle)) + abs(min(run.bottom - height, 0))
            assert run.top < height  # in the lower half
            assert corner < inside


def test_the_symbol_of_class_62_has_three_crescents_on_a_circle_in_the_upper_half() -> None:
    """The same ink when turned by a third, and in its mirror; black on white; open in the middle and outside."""
    pdf = written("marks", sent(Classification.UN2814, Refrigerant.GEL))
    scale = 12.0
    picture = pypdfium2.PdfDocument(pdf)[1].render(scale=scale).to_pil().convert("L")
    middle = picture.width / 2
    centre = pypdfium2.PdfDocument(pdf)[1].get_size()[1] - diamond_middles(pdf, 1)[0] - 25.5 * MM

    def dark(far: float, degrees: float) -> bool:
        turn = math.radians(degrees)
        x, y = far * UNIT * math.cos(turn), far * UNIT * math.sin(turn)
        return bool(picture.getpixel((round(middle + x * scale), round((centre - y) * scale))) < 128)

    for third in (90, 210, 330):
        assert not dark(0, third)
        assert not dark(25.75, third)  # open between the points
        assert dark(9.75, third)  # the circle shows in the hollow
        assert not dark(7, third)
        assert not dark(13, third)
        assert dark(20, third + 60) is False  # outside, between two crescents
        assert dark(6, third + 60)  # where two of them meet
        for side in (-1, 1):
            assert dark(22, third + side * 33)  # the thick of each horn
    sample = [(far + 0.4, degrees) for far in range(27) for degrees in range(0, 120, 3)]
    alike = [dark(far, turn) == dark(far, turn + 120) == dark(far, 180 - turn) for far, turn in sample]
    assert sum(alike) > 0.99 * len(alike)  # but for edges


def diamond_middles(pdf: bytes, page: int) -> list[float]:
    """How high the middle of each large diamond stands, in points from the bottom."""
    found = []
    for each in pypdfium2.PdfDocument(pdf)[page].get_objects(filter=[raw.FPDF_PAGEOBJ_PATH], max_depth=1):
        left, bottom, right, top = each.get_bounds()
        if right - left > 300 and abs((right - left) - (top - bottom)) < 1:
            found.append((bottom + top) / 2)
    return found


@pytest.mark.parametrize(
    ("classification", "refrigerant", "overpack", "said"),
    [
        (Classification.EXEMPT, Refrigerant.GEL, False, ["EXEMPT HUMAN SPECIMEN"]),
        (
            Classification.UN2814,
            Refrigerant.AMBIENT,
            False,
            ["UN2814 INFECTIOUS SUBSTANCE, AFFECTING HUMANS", "INFECTIOUS SUBSTANCE In case of damage or leakage"],
        ),
        (Classification.NOT_REGULATED, Refrigerant.DRY_SHIPPER, False, ["DRY SHIPPER KEEP UPRIGHT DO NOT DROP"]),
        (Classification.UN3373, Refrigerant.DRY_ICE, True, ["UN3373", "UN1845", "OVERPACK"]),
        (Classification.NOT_REGULATED, Refrigerant.AMBIENT, False, []),
    ],
)
def test_each_class_and_refrigerant_has_its_marks(
    classification: Classification, refrigerant: Refrigerant, overpack: bool, said: list[str]
) -> None:
    pdf = written("marks", sent(classification, refrigerant, overpack))
    text = pages(pdf)
    assert len(text) == max(1, 2 * len(said))
    for page, each in enumerate(said):
        assert each in " ".join(text[page].split())
    if not said:
        assert "Neither class nor refrigerant" in text[0]


def test_an_unknown_net_mass_is_left_to_be_written_in() -> None:
    made = sent(None, Refrigerant.DRY_ICE)._replace(packages=(PackageFacts(1, "Box"),))
    assert "Net ________ kg" in whole(written("marks", made))
    assert ice_lines(made, ENGLISH)[0] == "UN1845, Dry ice, 1 × ________ kg"


def test_each_package_has_an_address_label_of_its_own() -> None:
    made = two_packages()
    pdf = written("address", made)
    said = whole(pdf)
    for each in ("Package 1 of 2", "Package 2 of 2"):
        assert said.count(each) == 1
    for each in (made.sender.phone, made.recipient.phone, made.responsible_phone, "−60 °C"):
        assert said.count(each) == 2
    assert codes(pdf, 0) == {made.number}


def test_the_declaration_counts_packages_of_the_same_net_mass() -> None:
    packages = tuple(PackageFacts(n + 1, "Box", (), None, None, None, None, 5_000 if n else 12_500) for n in range(4))
    made = parcel(packages=packages)
    lines = [line.replace("\u00a0", " ") for line in ice_lines(made, ENGLISH)]
    assert lines[:3] == ["UN1845, Dry ice, 1 × 12.5 kg", "UN1845, Dry ice, 3 × 5 kg", "Dry ice together: 27.5 kg net."]
    assert "PI 954" in lines[3]
    assert "no Shipper's Declaration" in lines[-1]
    assert ice_lines(made, Words(Tongue.FRENCH))[0] == "UN1845, Neige carbonique, 1 × 12,5\u00a0kg"
    dangerous = made._replace(transport=made.transport._replace(classification=Classification.UN2814))
    assert "is entered on the Shipper's Declaration" in ice_lines(dangerous, ENGLISH)[-1]


def test_a_declaration_in_two_languages_tells_each_line_in_one() -> None:
    made = two_packages()
    lines = [line.replace("\u00a0", " ") for line in ice_lines(made, Words(Tongue.BOTH))]
    assert lines[2:6] == [
        "UN1845, Dry ice, 1 × 5 kg",
        "UN1845, Neige carbonique, 1 × 5 kg",
        "Dry ice together: 17 kg net.",
        "Neige carbonique en tout : 17 kg net.",
    ]
    alone = [ice_lines(made, each) for each in Words(Tongue.BOTH).alone()]
    assert ice_lines(made, Words(Tongue.BOTH)) == [line for pair in zip(*alone, strict=True) for line in pair]


WHOLE = {
    "packing": ("400 × 400 × 350 mm",),
    "invoice": ("176-1234 5675",),
    "notice": ("400 × 400 × 350 mm", "176-1234 5675"),
}


@pytest.mark.parametrize("tongue", Tongue)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("name", WHOLE)
def test_no_line_begins_with_a_slash_and_measures_and_waybills_stay_whole(
    name: str, tongue: Tongue, paper: Paper
) -> None:
    pdf = written(name, two_packages(facts=True), tongue, paper)
    lines = [run.text.replace("\u00a0", " ") for page in range(len(pages(pdf))) for run in runs(pdf, page)]
    assert not [line for line in lines if line.startswith(("/", "×")) or line.endswith("×")]
    for each in WHOLE[name]:
        assert any(each in line for line in lines)


def test_the_dry_ice_mark_names_it_in_each_language() -> None:
    assert "Dry ice (carbon dioxide, solid) Neige carbonique (dioxyde de carbone solide)" in whole(
        written("marks", two_packages(), Tongue.FRENCH)
    )
    assert "Neige" not in whole(written("marks", two_packages()))


def test_more_ice_than_a_package_may_hold_is_said() -> None:
    made = parcel(packages=(PackageFacts(1, "Box", ice_g=200_001),))
    assert "not taken by air" in ice_lines(made, ENGLISH)[-1]


def test_a_parcel_without_dry_ice_declares_none() -> None:
    assert ice_lines(sent(None, Refrigerant.GEL), ENGLISH) == ["No dry ice is in this shipment."]


def test_the_invoice_tells_value_and_goods_for_customs_only() -> None:
    said = whole(written("invoice", two_packages()))
    for each in (
        "Together 96 EUR",
        "Value for customs purposes only",
        "3002.90",
        "DAP",
        "France",
        "CODECOH",
        "25.5 kg",
    ):
        assert each in said
    assert "64 tubes Human CSF and plasma" in said


def test_what_customs_do_not_know_yet_is_left_to_be_written_in() -> None:
    said = whole(written("invoice", two_packages(customs=Customs())))
    assert said.count("________________") == 6
    assert "64 tubes CSF" in said


def test_the_notice_says_what_comes_and_what_to_do() -> None:
    made = two_packages()
    told = notice(made, Tongue.ENGLISH, dispatched=True)
    assert told.subject == "Advance notice: shipment SHP-2026-0031 from DNA and Cell Bank"
    assert "on its way" in told.text
    assert "99 tubes (64 CSF, 35 Plasma) in 3 boxes, 2 packages" in told.text
    assert fingerprint(made) in told.text
    assert "\u00a0" not in told.text
    assert "being made ready" in notice(made, Tongue.ENGLISH, dispatched=False).text
    both = notice(made, Tongue.BOTH, dispatched=True).text
    assert "on its way" in both
    assert "est en route" in both
    assert not [tube for tube in made.items if tube.tube in both]


def test_only_a_notice_of_dry_ice_asks_for_what_is_left_of_it() -> None:
    for refrigerant in Refrigerant:
        told = notice(sent(Classification.EXEMPT, refrigerant), Tongue.ENGLISH, dispatched=True)
        assert ("the dry ice left" in told.text) == (refrigerant is Refrigerant.DRY_ICE)


def test_two_languages_side_by_side_say_each_fact_once() -> None:
    made = two_packages()
    said = whole(written("invoice", made, Tongue.BOTH))
    assert "for research, no commercial value: CSF" in said
    assert "Carrier and waybill / Transporteur et LTA: Cold Carrier, 176-1234 5675" in said
    assert "At most / Au plus 48 h on the way / de route" in whole(written("notice", made, Tongue.BOTH))


def test_french_papers_have_a_blank_before_a_colon_and_a_packing_list_of_one_box_names_it_once() -> None:
    made = sent(Classification.UN3373, Refrigerant.GEL)
    assert "Personne responsable, 24 h :" in whole(written("marks", made, Tongue.FRENCH)).replace("\u00a0", " ")
    assert "Responsible person, 24 h:" in whole(written("marks", made)).replace("\u00a0", " ")
    first = pages(written("packing", made))[0]
    assert len(re.findall(r"\bT-1\b", first)) == 1


@pytest.mark.parametrize("name", WRITERS)
def test_a_preview_names_no_fingerprint_for_none_was_issued(name: str) -> None:
    made = two_packages(issued_at="", version=0, head_seq=0, head_hash="")
    said = whole(written(name, made))
    assert "Preview: the fingerprint comes with issuing." in said
    assert "event 0" not in said


def test_a_box_map_has_the_code_of_each_tube() -> None:
    made = two_packages()
    pdf = written("maps", made)
    squeezed = "".join(whole(pdf).split())
    marked = [run.text for page in range(3) for run in runs(pdf, page)]
    for item in made.items:
        assert squeezed.count(item.tube) == 1
        assert str(item.number) in marked
    alone = written("maps", made, only="T-2")
    assert len(pages(alone)) == 1
    assert "T-2" in whole(alone)
