"""The sheet carried to the freezers: walking order, squares to tick, maps, batches, nothing cut."""

from io import BytesIO

import pytest

from freezerapp.documents.page import Paper
from freezerapp.documents.page_grid import LEAST_TEXT
from freezerapp.documents.paper_words import Tongue
from freezerapp.documents.parcel_paper import Print
from freezerapp.documents.pick_sheet import write_pick_sheet
from freezerapp.domain.pick_sheet import PickSheet, batches, wanted
from tests.documents.parcels import colours
from tests.documents.picks import hard_sheet, sheet
from tests.documents.reading import codes, fonts, outside, overlaps, pages, properties, runs, shapes, smallest, whole


def printed(made: PickSheet, tongue: Tongue = Tongue.ENGLISH, paper: Paper = Paper.A4) -> bytes:
    file = BytesIO()
    write_pick_sheet(file, made, Print(colours(), tongue, paper))
    return file.getvalue()


def test_every_tube_is_told_once_in_walking_order_and_on_its_map() -> None:
    made = sheet()
    pdf = printed(made)
    said, at = whole(pdf), 0
    for number, tube in enumerate(wanted(made.stops), start=1):
        assert tube.number == number
        told = f"{number} {tube.position} {tube.tube}"
        assert said.count(told) == 1
        assert said.index(told) > at
        at = said.index(told)
    marked = [run.text for page in range(3) for run in runs(pdf, page)]
    for tube in wanted(made.stops):
        assert marked.count(str(tube.number)) >= 2


def test_every_tube_and_every_box_has_a_square_to_tick() -> None:
    made = sheet()
    pdf = printed(made)
    found = [each for page in range(len(pages(pdf))) for each in shapes(pdf, page)]
    small = [each for each in found if abs(each[0] - each[1]) < 0.05 and each[2] == pytest.approx(0.353, abs=0.01)]
    sizes = sorted({round(each[0], 1) for each in small})
    assert len(sizes) == 2
    assert [sum(round(each[0], 1) == size for each in small) for size in sizes] == [41, 4]


def test_doors_batches_and_minutes_are_told_and_each_batch_begins_a_page() -> None:
    made = sheet()
    assert [len(wanted(stops)) for stops in batches(made)] == [25, 16]
    text = pages(printed(made))
    assert "41 tubes in 4 boxes, about 26 min" in text[0]
    assert "Batch 1 of 2" in text[0]
    assert "25 tubes in 3 boxes, about 17 min" in text[0]
    assert "Batch 2 of 2" in text[2]
    assert "LN2-1" in text[2]
    assert "Batch 2" not in text[0] + text[1]
    said = whole(printed(made))
    for each in ("F80-03 · Upper door", "F80-03 · Lower door", "−80 °C", "Shelf 2 › Rack 04 › Slot 3", "REQ-2026-017"):
        assert each in said
    assert "4 D4: instead of MC0000009999" in said


def test_without_batches_and_prediction_there_is_no_word_of_them() -> None:
    made = sheet(minutes=None, batch_minutes=())
    made = made._replace(stops=tuple(stop._replace(batch=1) for stop in made.stops))
    said = whole(printed(made))
    assert "Batch" not in said
    assert " min" not in said


def test_the_number_is_read_on_each_page() -> None:
    pdf = printed(sheet())
    for page in range(len(pages(pdf))):
        assert codes(pdf, page) == {"PICK-2026-0007"}


def test_who_may_not_see_participants_has_none_on_the_sheet() -> None:
    pdf = printed(sheet(seen=False))
    said = whole(pdf) + str(properties(pdf)) + pdf.decode("latin-1")
    assert "MC-FR01" not in said
    assert "Participant" not in said
    assert "V01" not in said
    assert "MC-FR01" in whole(printed(sheet()))


def test_print_is_large() -> None:
    made = sheet(seen=False)
    tall = [run.top - run.bottom for run in runs(printed(made), 0) if run.text == "MC0000004711"]
    assert max(tall) > 7  # capitals of ten points


@pytest.mark.parametrize("tongue", Tongue)
@pytest.mark.parametrize("paper", Paper)
def test_hard_contents_stay_on_the_page_and_off_each_other(tongue: Tongue, paper: Paper) -> None:
    pdf = printed(hard_sheet(), tongue, paper)
    for page in range(len(pages(pdf))):
        assert outside(pdf, page) == []
        assert overlaps(pdf, page) == []
        assert smallest(pdf, page) >= LEAST_TEXT - 0.01
    squeezed = "".join(whole(pdf).split())
    for tube in wanted(hard_sheet().stops):
        assert tube.tube in squeezed


def test_printed_again_it_is_the_same_file_with_its_fonts() -> None:
    assert printed(sheet()) == printed(sheet())
    assert all(fonts(printed(sheet())).values())


def test_a_sheet_without_stops_is_a_page() -> None:
    assert len(pages(printed(sheet(stops=())))) == 1


@pytest.mark.parametrize(("tongue", "said"), [(Tongue.ENGLISH, "0.5 mL"), (Tongue.FRENCH, "0,5 mL")])
def test_amounts_are_written_as_the_language_does(tongue: Tongue, said: str) -> None:
    made = sheet()
    stop, *others = made.stops
    full = stop.boxes[0]
    half = full._replace(wanted=tuple(tube._replace(amount="0.5 mL") for tube in full.wanted))
    pdf = printed(made._replace(stops=(stop._replace(boxes=(half, *stop.boxes[1:])), *others)), tongue)
    assert whole(pdf).replace("\u00a0", " ").count(said) == len(half.wanted)
