"""``freezerapp labels``: found tubes and containers on paper, in their order, without those on a consent hold."""

from pathlib import Path

import pytest

from freezerapp.cli.main import main
from freezerapp.commands.command import perform
from freezerapp.commands.hold import PlaceHold
from freezerapp.commands.ship import MakeShipment
from freezerapp.domain.parcel import Profile
from freezerapp.domain.scan_target import Order
from freezerapp.domain.scanner_card import CARD
from freezerapp.domain.specimen import HoldKind
from freezerapp.storage.database import Database
from freezerapp.storage.rows.shipments import parcel, shipment_rows
from freezerapp.storage.rows.storage import storage
from tests.documents.things import read_page
from tests.documents.zpl_reading import code_128_text, read_zpl

LIST = """barcode;material;participant;visit;volume (µL);box;position;collected
MC0000000001;DNA;MC-FR01-001;V01;200;DNA-0002;A2;2019-03-14
MC0000000002;plasma;MC-FR01-001;V02;500;DNA-0001;B2;2019-03-15
MC0000000003;DNA;MC-FR01-002;V01;200;DNA-0002;A1;2019-03-16
"""


@pytest.fixture
def bank(tmp_path: Path) -> str:
    path, file = str(tmp_path / "bank.freezer"), tmp_path / "list.csv"
    file.write_text(LIST, encoding="utf-8")
    assert main(["new", path]) == 0
    assert main(["import", path, str(file), "--make-boxes", "box-9x9"]) == 0
    return path


def test_found_tubes_print_in_the_order_of_the_boxes(bank: str, tmp_path: Path) -> None:
    target = tmp_path / "labels.zpl"
    assert main(["labels", bank, "", "--template", "tube-33x13", "--to", str(target)]) == 0
    formats = read_zpl(target.read_text(encoding="ascii"))
    codes = [next(field.data for field in found.fields if "BX" in field.commands) for found in formats]
    assert codes == ["MC0000000002", "MC0000000003", "MC0000000001"]
    assert "MC-FR01-001 · V02" in [field.data for field in formats[0].fields]


@pytest.mark.parametrize(
    ("order", "wanted"), [("box", "5234"), ("rack", "2534"), ("list", "2345"), ("code", "2345")], ids=str
)
def test_tubes_print_in_the_order_that_is_asked_for(bank: str, tmp_path: Path, order: str, wanted: str) -> None:
    more, target = tmp_path / "more.csv", tmp_path / "labels.zpl"
    head = LIST.partition("\n")[0]
    more.write_text(
        f"{head}\nMC0000000004;DNA;MC-FR01-002;V02;200;DNA-0002;B1;2019-03-17\n"
        "MC0000000005;plasma;MC-FR01-002;V02;200;DNA-0001;A3;2019-03-17\n",
        encoding="utf-8",
    )
    assert main(["import", bank, str(more)]) == 0
    words = ["labels", bank, "collected>2019-03-14", "--template", "tube-33x13", "--order", order, "--to", str(target)]
    assert main(words) == 0
    formats = read_zpl(target.read_text(encoding="ascii"))
    codes = [next(field.data for field in found.fields if "BX" in field.commands) for found in formats]
    assert "".join(code[-1] for code in codes) == wanted


def test_labels_come_in_french_where_that_is_asked_for(bank: str, tmp_path: Path) -> None:
    target = tmp_path / "labels.zpl"

    def said(template: str, *more: str) -> set[str]:
        assert main(["labels", bank, "", "--template", template, "--to", str(target), *more]) == 0
        return {field.data for found in read_zpl(target.read_text(encoding="ascii")) for field in found.fields}

    english, french = said("tube-46x25"), said("tube-46x25", "--language", "fr")
    assert {"Genomic DNA", "15 Mar 2019"} <= english
    assert {"ADN génomique", "15 mars 2019"} <= french
    assert "MC0000000001" in english & french
    assert {"Box 9 × 9"} <= said("box-64x38")
    words = said("box-64x38", "--language", "fr")
    assert "Boîte 9 × 9" in words
    assert any(each.startswith("étiquette du ") for each in words)
    assert "Sortir" in said("commands-64x38", "--language", "fr")


def test_a_pdf_of_found_tubes_reads_back(bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    target = tmp_path / "labels.pdf"
    words = ["labels", bank, "material:DNA", "--template", "tube-25x13", "--stock", "tough-tags-ttlw-2016"]
    assert main([*words, "--start", "40", "--copies", "2", "--to", str(target)]) == 0
    assert read_page(target.read_bytes(), 0, 300) == ["MC0000000001"] * 2 + ["MC0000000003"] * 2
    assert "4 labels on Tough-Tags TTLW-2016" in capsys.readouterr().err


def test_tubes_on_a_consent_hold_are_left_out_and_named(
    bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = Database.open(Path(bank))
    perform(database, PlaceHold((1,), HoldKind.CONSENT, "withdrawn"), 1)
    database.close()
    target = tmp_path / "labels.pdf"
    assert main(["labels", bank, "", "--template", "tube-33x13", "--to", str(target)]) == 0
    assert read_page(target.read_bytes(), 0, 300) == ["MC0000000002", "MC0000000003"]
    assert "consent is on hold: MC0000000001." in capsys.readouterr().err
    alone = tmp_path / "none.pdf"
    assert main(["labels", bank, "MC0000000001", "--template", "tube-33x13", "--to", str(alone)]) == 0
    assert "nothing to print" in capsys.readouterr().err
    assert not alone.exists()


def test_boxes_are_printed_by_code_by_search_or_all(bank: str, tmp_path: Path) -> None:
    target = tmp_path / "boxes.zpl"
    for query, wanted in (
        ("", ["DNA-0001", "DNA-0002"]),
        ("DNA-0002", ["DNA-0002"]),
        ("visit:V02", ["DNA-0001"]),
    ):
        words = ["labels", bank, query, "--template", "box-64x38", "--stock", "avery-l7160", "--dpi", "203"]
        assert main([*words, "--to", str(target)]) == 0
        formats = read_zpl(target.read_text(encoding="ascii"))
        data = [field.data for found in formats for field in found.fields if "BC" in field.commands]
        assert [code_128_text(each) for each in data] == wanted


def test_cards_need_no_tubes(bank: str, tmp_path: Path) -> None:
    target = tmp_path / "card.pdf"
    assert main(["labels", bank, "", "--template", "commands-64x38", "--to", str(target)]) == 0
    assert read_page(target.read_bytes(), 0, 300) == sorted(order.value for order in Order)
    assert main(["labels", bank, "", "--template", "scanner-card-99x38", "--to", str(target)]) == 0
    assert read_page(target.read_bytes(), 0, 300) == [CARD, CARD]


def test_templates_and_stock_are_listed_a_line_each_the_name_first(
    bank: str, capsys: pytest.CaptureFixture[str]
) -> None:
    capsys.readouterr()
    for words in (["labels", "--templates"], ["labels", bank, "--templates"], ["labels", bank, "", "--templates"]):
        assert main(words) == 0
        names = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]
        assert {"tube-33x13", "box-64x38", "scanner-card-99x38"} <= set(names)
    assert main(["labels", "--stocks"]) == 0
    names = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]
    assert {"tough-tags-ttlw-2016", "dymo-lwcs506", "cryostuck-wrap"} <= set(names)


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["BANK"],
        ["BANK", ""],
        ["BANK", "", "--template", "tube-33x13"],
        ["BANK", "", "--template", "tube-33x13", "--to", "labels.doc"],
        ["BANK", "", "--template", "tube-33x13", "--to", "labels.pdf", "--dpi", "150"],
        ["BANK", "", "--template", "tube-33x13", "--to", "labels.pdf", "--start", "86"],
    ],
)
def test_missing_and_unknown_words_are_wrong_usage(bank: str, words: list[str]) -> None:
    assert main(["labels", *(bank if word == "BANK" else word for word in words)]) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--template", "tube-33x31", "--to", "a.pdf"], "Did you mean one of these: tube-33x13"),
        (["--template", "tube-33x13", "--stock", "tough", "--to", "a.pdf"], "There is no label stock tough"),
        (["--template", "tube-46x25", "--stock", "avery-l4730", "--to", "a.pdf"], "These do: tube-18x10"),
        (["--template", "tube-34x25-ladder", "--dpi", "203", "--to", "a.pdf"], "under 0.17 mm"),
    ],
)
def test_what_cannot_be_printed_is_said_and_nothing_is_written(
    bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    target = tmp_path / "a.pdf"
    assert main(["labels", bank, "", *(str(target) if word == "a.pdf" else word for word in words)]) == 1
    assert said in capsys.readouterr().err
    assert not target.exists()


def test_paper_in_a_freezer_is_printed_with_a_remark(
    bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    words = ["labels", bank, "material:DNA", "--template", "tube-38x21", "--to", str(tmp_path / "a.pdf")]
    assert main(words) == 0
    assert "nobody states that these labels bear such cold (MC0000000003, MC0000000001)" in capsys.readouterr().err


def test_a_shipment_prints_its_packages_and_of_a_blind_one_its_tubes_by_their_codes_alone(
    bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    database = Database.open(Path(bank))
    made = MakeShipment(details=(("profile", Profile.BLIND),), specimens=(1, 2, 3))
    perform(database, made, 1)
    with database.reading() as reader:
        number = shipment_rows(reader)[0].number
        blind = [row.line.blind_code for row in parcel(reader, 1, storage(reader)).lines]
    database.close()
    target = tmp_path / "parcel.zpl"
    assert main(["labels", bank, number, "--template", "shipment-99x38", "--to", str(target)]) == 0
    (label,) = read_zpl(target.read_text(encoding="ascii"))
    said = [field.data for field in label.fields]
    assert number in said
    assert "package 1 of 1" in said
    for template in ("over-33x13", "tube-46x25"):
        assert main(["labels", bank, number, "--template", template, "--to", str(target)]) == 0
        text = target.read_text(encoding="ascii")
        codes = [next(field.data for field in found.fields if "BX" in field.commands) for found in read_zpl(text)]
        assert sorted(codes) == sorted(blind)
        assert "no. 1" in text or template == "tube-46x25"
        for hidden in ("MC00000", "FR01", "V01", "V02", "2019", "DNA-000"):
            assert hidden not in text
    assert main(["labels", bank, "SHP-1999-0001", "--template", "shipment-99x38", "--to", str(target)]) == 1
    assert "SHP-1999-0001" in capsys.readouterr().err


def kept(bank: str) -> list[tuple[str, str | None]]:
    """What the bank says of printing, oldest first: the tube and the reason."""
    from freezerapp.ui import questions

    database = Database.open(Path(bank))
    with database.reading() as reader:
        page, _ = questions.history_page(reader, None, 200)
        barcodes = {row[0]: row[1] for row in reader.connection.exec_driver_sql("SELECT id, barcode FROM specimen")}
    database.close()
    printed = [row for row in page if row.kind == "print labels" and row.subject_kind == "specimen"]
    return [(barcodes[row.subject_id], row.reason) for row in reversed(printed)]


def test_what_is_printed_is_kept_with_each_tube_and_a_further_label_with_its_reason(bank: str, tmp_path: Path) -> None:
    words = ["labels", bank, "visit:V01", "--template", "tube-33x13", "--to", str(tmp_path / "labels.pdf")]
    assert main(words) == 0
    assert kept(bank) == [("MC0000000003", None), ("MC0000000001", None)]
    assert main([*words, "--reason", "smeared"]) == 0
    assert main(words) == 0
    reasons = [why for tube, why in kept(bank) if tube == "MC0000000001"]
    assert reasons == [None, "smeared", "printed again from the command line"]


def test_a_label_for_the_cap_is_printed_once_it_is_said_what_marks_the_side(
    bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "caps.pdf"
    words = ["labels", bank, "visit:V02", "--template", "cap-14", "--to", str(target)]
    assert main(words) == 2
    assert "never the only one" in capsys.readouterr().err
    assert not target.exists()
    assert main([*words, "--reason", "label on the side"]) == 0
    assert kept(bank) == [("MC0000000002", "label on the side")]


def test_only_those_without_a_label_can_be_asked_for(
    bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "labels.zpl"
    rest = ["--template", "tube-33x13", "--to", str(target), "--only-new"]
    assert main(["labels", bank, "visit:V01", *rest]) == 0
    assert main(["labels", bank, "", *rest]) == 0
    formats = read_zpl(target.read_text(encoding="ascii"))
    assert [next(field.data for field in found.fields if "BX" in field.commands) for found in formats] == [
        "MC0000000002"
    ]
    assert main(["labels", bank, "", *rest]) == 0
    assert "nothing to print" in capsys.readouterr().err


def test_who_printed_is_asked_for_and_somebody_unknown_is_told_when_the_labels_are_there(
    bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "labels.pdf"
    words = ["labels", bank, "visit:V02", "--template", "tube-33x13", "--to", str(target), "--operator", "Nobody"]
    assert main(words) == 1
    assert target.exists()
    told = capsys.readouterr().err
    assert "the bank does not know of them" in told
    assert "Nobody" in told
    assert kept(bank) == []


def test_racks_without_a_code_are_named_and_get_one_where_that_is_asked_for(
    bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "racks.pdf"
    assert main(["add", bank, "upright-600", "F80-09"]) == 0
    words = ["labels", bank, "F80-09", "--template", "rack-99x38", "--to", str(target)]
    assert main(words) == 1
    assert "With --give-codes each gets one, such as F80-09-S1-RA." in capsys.readouterr().err
    assert not target.exists()
    assert main([*words, "--give-codes"]) == 0
    racks = [f"F80-09-S{shelf}-R{rack}" for shelf in range(1, 6) for rack in "ABCDEF"]
    read = [code for page in range(3) for code in read_page(target.read_bytes(), page, 300)]
    assert sorted(read) == racks
    assert main(words) == 0, "they have their codes now"
    assert main(["labels", bank, "F80-09-S2-RB", "--template", "rack-99x38", "--to", str(target)]) == 0
    assert read_page(target.read_bytes(), 0, 300) == ["F80-09-S2-RB"]
