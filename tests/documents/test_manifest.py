"""The manifest on paper: what the first page must say, maps in the order of the list, nothing cut, nothing told."""

import hashlib
import itertools
import re
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.documents import lettering, system_fonts
from freezerapp.documents.codes import NotInSymbology
from freezerapp.documents.lettering import LettersNotInFonts
from freezerapp.documents.manifest import write_manifest
from freezerapp.documents.manifest_list import tube_list
from freezerapp.documents.page import Paper, PaperNotWritten
from freezerapp.documents.page_grid import LEAST_TEXT
from freezerapp.documents.paper_words import Tongue, Words
from freezerapp.documents.parcel_paper import Print
from freezerapp.documents.pen import contrast, text_on
from freezerapp.domain.custody import canonical
from freezerapp.domain.manifest import (
    BoxFacts,
    Manifest,
    PackageFacts,
    code_text,
    fingerprint,
    plain,
    short_fingerprint,
)
from freezerapp.domain.parcel import Profile
from tests.documents.parcels import SECRETS, box, colours, parcel, printed
from tests.documents.reading import (
    Run,
    codes,
    fonts,
    outside,
    overlaps,
    pages,
    properties,
    runs,
    shapes,
    smallest,
    whole,
)

ALL = list(itertools.product(Profile, Tongue, Paper))
LONG = "Pneumonoultramicroscopicsilicovolcanoconiosis-Versuchsreihenbezeichnung"


def hard() -> Manifest:
    """Everything that makes a page hard, in one parcel."""
    numbered = BoxFacts("numbers <1>", 3, 5, 5, first="1")
    flipped = box("BOX “upside down” & 'long' " + "x" * 70)._replace(first="I1", absent=((0, 0), (8, 8)))
    made = parcel((flipped, 50), (box("empty"), 0), (numbered, 25), (box("RACK", 16, 24), 384), kinds=6, facts=True)
    items = list(made.items)
    items[1] = items[1]._replace(
        tube="W" * 100,
        material="XX<&>",
        material_name=LONG + " " + LONG,
        participant="<b>&amp;\"quoted\" 'name' " + LONG,
        visit="Month 18, second visit",
        remark=LONG + " & <i>" * 5,
    )
    items[2] = items[2]._replace(tube="FR01-0123-" * 9 + "END", amount="123456789.123456789", unit="cells")
    party = made.sender._replace(
        organisation=f"Institut <{LONG}> & Söhne “Ünïcode” GmbH",
        person="O'Brien-" * 12,
        lines=("1 " + "Rue " * 40, LONG, "75013 Paris"),
        email="a" * 60 + "@example.org",
    )
    packages = tuple(
        PackageFacts(n + 1, f"Box <{n}> & {LONG}", ("empty",), 400, 300, 300, 16_123, 9_500) for n in range(40)
    )
    return made._replace(
        items=tuple(items), sender=party, notify=party, packages=packages, note=f"Fragile <&> {LONG} " * 6,
        purpose=f"<purpose> & {LONG} " * 3, study=LONG, responsible="R" * 90, number="SHP-2026-0031-" + "9" * 20,
    )  # fmt: skip


@pytest.mark.parametrize("tongue", Tongue)
@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("count", [1, 3, 40])
def test_the_first_page_tells_all_that_a_carrier_must_find(tongue: Tongue, paper: Paper, count: int) -> None:
    packages = tuple(
        PackageFacts(n + 1, "Polystyrene box", (), 400, 400, 350, 16_000 + 100 * n, 12_000 + 100 * n)
        for n in range(count)
    )
    made = parcel(packages=packages)
    first = re.sub(r"\s+", " ", pages(printed(made, tongue, paper))[0])
    for said in (
        *(made.sender.phone, made.recipient.phone, made.responsible, made.responsible_phone, "−60 °C", "MTA-118"),
        *("UN3373", "UN1845", "PI 650", "PI 954", "176-1234 5675", "TL-88213", "SL-00981"),
    ):
        assert said in first, said
    point = "," if tongue is Tongue.FRENCH else "."
    for each in packages:
        for mass in (each.gross_g, each.ice_g):
            kilos = f"{(mass or 0) / 1000:g}".replace(".", point)
            assert f"{kilos} kg" in first, kilos


def test_what_is_not_known_is_said_and_not_left_out() -> None:
    made = parcel(packages=(PackageFacts(1, "Box"),), responsible_phone="", agreement="")
    made = made._replace(sender=made.sender._replace(phone=""))
    first = re.sub(r"\s+", " ", pages(printed(made))[0])
    assert first.count("Phone not given") == 2
    assert "gross mass not given" in first
    assert "Agreement not given" in first


@pytest.mark.parametrize("paper", Paper)
def test_both_codes_are_read_on_every_page(paper: Paper) -> None:
    made = parcel()
    pdf = printed(made, paper=paper)
    assert len(pages(pdf)) == 3
    for page in range(3):
        assert {made.number, code_text(made)} <= codes(pdf, page)


def test_every_page_has_its_number_and_the_fingerprint() -> None:
    made = parcel()
    short = short_fingerprint(fingerprint(made))
    for number, text in enumerate(pages(printed(made)), start=1):
        assert f"Page {number} of 3" in text
        assert f"Fingerprint {short}, event 214,882." in text


def in_order(pdf: bytes, made: Manifest) -> None:
    """Every tube is in the list once, in the order of its number."""
    text = whole(pdf)
    at = -1
    for item in made.items:
        assert text.count(item.tube) == 1, item.tube
        assert text.index(item.tube) > at
        at = text.index(item.tube)


@pytest.mark.parametrize("facts", [False, True])
def test_the_list_has_every_tube_once_and_in_order(facts: bool) -> None:
    made = parcel((box("A"), 81), (box("B"), 1), (box("C"), 0), (box("D"), 33), kinds=4, facts=facts)
    in_order(printed(made), made)


def spot(found: list[Run], text: str, right_of: float = 0.0) -> Run:
    return next(run for run in found if run.text == text and run.left >= right_of)


def test_a_map_that_the_first_page_has_no_room_for_is_as_large_as_the_others_on_the_next() -> None:
    waited = 0
    for length in range(0, 40, 3):
        made = parcel((box("T-1"), 81), (box("T-2"), 15), profile=Profile.CODED, note="Ring before delivery. " * length)
        made = made._replace(notify=made.recipient._replace(lines=("2 Example Road",) * 3))
        pdf = printed(made, Tongue.BOTH, Paper.LETTER)
        first, *others = [
            [across for across, high, _ in shapes(pdf, page) if 20 < across < 80 and abs(across - high) < 1]
            for page in range(len(pages(pdf)))
        ]
        found = [across for each in others for across in each if across > 63 or across < 50]
        assert max(found) - min(found) < 0.1
        waited += not first and "map on page" in pages(pdf)[0]
    assert waited


def test_a_map_has_the_numbers_of_the_list_where_the_tubes_stand() -> None:
    made = parcel((box("A", 4, 6), 24), kinds=1)
    # The last of the map's columns is left of the list, whose numbers are the same.
    numbers = [run for run in runs(printed(made), 0) if run.text.isdecimal()]
    found = [run for run in numbers if 380 < run.bottom < 490 and run.right < 170]
    headings = {run.text: (run.left + run.right) / 2 for run in found if run.top > max(each.top for each in found) - 1}
    assert list(headings) == ["1", "2", "3", "4", "5", "6"]
    tubes = [run for run in found if run.top < max(each.top for each in found) - 5]
    assert len(tubes) == 24
    heights = sorted({round(run.bottom) for run in tubes}, reverse=True)
    assert len(heights) == 4
    for item in made.items:
        run = spot(tubes, str(item.number))
        assert (run.left + run.right) / 2 == pytest.approx(headings[str(item.column + 1)], abs=0.5)
        assert heights.index(round(run.bottom)) == item.row


@pytest.mark.parametrize(("profile", "tongue", "paper"), ALL, ids=lambda each: each.value)
def test_hard_contents_stay_on_the_page_and_off_each_other(profile: Profile, tongue: Tongue, paper: Paper) -> None:
    made = hard()._replace(profile=profile)
    pdf = printed(made, tongue, paper)
    for page in range(len(pages(pdf))):
        assert outside(pdf, page) == []
        assert overlaps(pdf, page) == []
        assert smallest(pdf, page) >= LEAST_TEXT - 0.01
    squeezed = whole(pdf).replace(" ", "")
    for item in made.items:
        assert item.tube in squeezed


@pytest.mark.parametrize(
    "filled",
    [
        [],
        [(box("EMPTY"), 0)],
        [(box("ONE", 1, 1), 1)],
        [(box("TALL", 40, 2), 80)],
        [(box("WIDE", 2, 60), 120)],
        [(box("PLATE", 32, 48), 1536)],
        [(box(f"S-{n}"), 2) for n in range(12)],
        [(box(f"S-{n}"), 81 if n % 3 else 1) for n in range(9)],
        [(box("R-1", 8, 12), 96), (box("R-2", 8, 12), 90)],
    ],
    ids=["nothing", "empty", "one", "tall", "wide", "plate", "sparse", "mixed", "racks"],
)
def test_boxes_of_any_shape_are_drawn_whole(filled: list[tuple[BoxFacts, int]]) -> None:
    made = parcel(*filled, kinds=3) if filled else parcel()._replace(boxes=(), items=())
    pdf = printed(made)
    in_order(pdf, made)
    count = len(pages(pdf))
    found = [run for page in range(count) for run in runs(pdf, page)]
    for page in range(count):
        assert outside(pdf, page) == []
        assert overlaps(pdf, page) == []
    for each in made.boxes:
        assert any(each.code in run.text for run in found)
    said = [run.text for run in found]
    for item in made.items:
        assert said.count(f"{item.number:,}") + (said.count(str(item.number)) if item.number > 999 else 0) >= 2


def test_ten_thousand_tubes_in_124_boxes() -> None:
    filled = [(box(f"T-{n:04}"), 81) for n in range(123)] + [(box("LAST"), 37)]
    made = parcel(*filled, kinds=5)
    assert len(made.items) == 10_000
    pdf = printed(made)
    text = pages(pdf)
    assert sum(each.count("MC00000") for each in text) == 10_000
    assert "9,999 D9" in text[-1].replace("\n", " ")
    for page in (0, 1, 100, len(text) - 1):
        assert outside(pdf, page) == []
        assert overlaps(pdf, page) == []
        assert smallest(pdf, page) >= LEAST_TEXT - 0.01


@pytest.mark.parametrize("profile", [Profile.CODED, Profile.BLIND])
@pytest.mark.parametrize("tongue", Tongue)
def test_a_coded_or_blind_manifest_tells_no_participant_visit_date_or_site(profile: Profile, tongue: Tongue) -> None:
    made = parcel(facts=True, profile=profile)
    made = made._replace(items=tuple(item._replace(remark="seen at SITE-FR01") for item in made.items))
    pdf = printed(made, tongue)
    said = whole(pdf) + str(properties(pdf))
    for secret in SECRETS:
        assert secret not in said
    full = printed(made._replace(profile=Profile.FULL), tongue)
    assert all(secret in whole(full) for secret in ("MC-FR01-", "V01", "SITE-FR01"))


def test_what_the_file_says_of_itself() -> None:
    made = parcel()
    said = properties(printed(made))
    assert said["Title"] == "Shipment manifest SHP-2026-0031, version 2"
    assert said["Author"] == "DNA and Cell Bank"
    assert said["Creator"] == "FreezerApp"
    assert fingerprint(made) in said["Keywords"]
    assert made.head_hash in said["Keywords"]
    assert b"/PrintScaling /None" in printed(made)


def test_printed_again_it_is_the_same_file() -> None:
    made = parcel(kinds=3)
    assert printed(made) == printed(made)
    assert printed(made) != printed(made._replace(version=3))
    later = printed(made, printed_at="2026-11-24T08:00:00+01:00")
    assert "printed 24 Nov 2026 08:00" in whole(later)


def test_every_text_is_in_inter_which_the_file_brings() -> None:
    made = parcel()
    made = made._replace(purpose="Évaluation à −80 °C, 500 µL, Łódź, naïve œuvre")
    pdf = printed(made)
    assert made.purpose in whole(pdf)
    found = fonts(pdf)
    assert found
    assert all(found.values())
    assert all("Inter" in name for name in found)


def test_letters_that_no_font_has_are_told_before_printing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_fonts, "fonts_for", lambda _letters: {})
    made = parcel()
    made = made._replace(recipient=made.recipient._replace(organisation="研究所"), note="ა")
    file = BytesIO()
    with pytest.raises(LettersNotInFonts) as caught:
        write_manifest(file, made, Print(colours()))
    assert caught.value.letters == tuple(sorted("研究所ა"))
    assert file.getvalue() == b""


def test_letters_that_must_be_joined_or_run_from_the_right_are_told_too() -> None:
    with pytest.raises(LettersNotInFonts) as caught:
        lettering.legible(("مختبر", "कि", "😀"))
    assert {"م", "ि", "😀"} <= set(caught.value.letters)


def test_a_letter_is_taken_from_a_font_of_the_system() -> None:
    if not system_fonts.fonts_for(frozenset("ა")):
        pytest.skip("no font of this system has it")
    made = parcel()
    pdf = printed(made._replace(note="Tbilisi, აბგ, again Inter"))
    assert "Tbilisi, აბგ, again Inter" in whole(pdf)
    assert all(fonts(pdf).values())
    assert any("Inter" not in name for name in fonts(pdf))


def test_white_space_and_controls_become_blanks() -> None:
    clean, _ = lettering.legible(("a\tb\nc\x00d", "e\u0301", ("x",)))
    assert clean == ("a b c d", "é", ("x",))


def test_a_number_that_bars_cannot_hold_is_refused() -> None:
    with pytest.raises(NotInSymbology):
        printed(parcel(number="SHÉ-1"))


def test_a_file_is_whole_or_not_there(tmp_path: Path) -> None:
    with pytest.raises(PaperNotWritten):
        write_manifest(tmp_path / "no" / "manifest.pdf", parcel(), Print(colours()))
    assert write_manifest(tmp_path / "manifest.pdf", parcel(), Print(colours())) == 3
    assert [file.name for file in tmp_path.iterdir()] == ["manifest.pdf"]


def test_a_list_that_is_not_in_the_order_of_its_boxes_is_a_bug() -> None:
    made = parcel()
    with pytest.raises(ValueError, match="tube 65 of box"):
        printed(made._replace(boxes=made.boxes[::-1]))


@given(st.integers(0, 0xFFFFFF))
def test_text_on_any_colour_can_be_read(colour: int) -> None:
    ground = f"#{colour:06X}"
    assert contrast(text_on(ground), ground) >= 4.5


def test_a_colour_that_is_none_is_not_trusted() -> None:
    file = BytesIO()
    write_manifest(file, parcel(), Print({"CSF": "red", "PL1": "#12"}))
    assert whole(file.getvalue())


@pytest.mark.parametrize("paper", Paper)
def test_endless_names_do_not_push_phones_and_packages_off_the_first_page(paper: Paper) -> None:
    first = re.sub(r"\s+", " ", pages(printed(hard(), paper=paper))[0])
    for said in (
        "+33 0 00 00 00 00",
        "+33 0 11 11 11 11",
        "+44 0000 000000",
        "−60 °C",
        "MTA-118",
        "40 16.123 kg, 9.5 kg",
    ):
        assert said in first, said


def test_the_fingerprint_is_that_of_the_whole_content() -> None:
    made = parcel(*((box(f"T-{n}"), 81) for n in range(7)))
    at_once = hashlib.sha256(canonical(plain(made)).encode()).hexdigest()
    assert fingerprint(made) == at_once
    empty = made._replace(items=(), boxes=(), note='"items":[]')
    assert fingerprint(empty) == hashlib.sha256(canonical(plain(empty)).encode()).hexdigest()


def test_no_page_asks_for_a_font_that_is_not_in_the_file() -> None:
    pdf = printed(parcel())
    left_over = re.search(rb"(\d+) 0 obj\n<<\n/BaseFont /Helvetica", pdf)
    assert left_over is None or re.search(rb"\b" + left_over[1] + rb" 0 R", pdf) is None


@pytest.mark.parametrize(
    ("tongue", "said"), [(Tongue.ENGLISH, "LN2 vapour"), (Tongue.FRENCH, "LN2 vapeur"), (Tongue.BOTH, "−85…−60 °C")]
)
def test_classes_of_cold_are_told_as_people_read_them(tongue: Tongue, said: str) -> None:
    items = parcel().items
    told = (items[0]._replace(temperature="-60..-85"), items[1]._replace(temperature="LN2 vapour"))
    _, rows = tube_list(parcel()._replace(items=told, profile=Profile.FULL), Words(tongue))
    texts = [text for row in rows for text in row]
    assert "−85…−60 °C" in texts
    assert any(said in text for text in texts)
    assert not any("-60..-85" in text for text in texts)
