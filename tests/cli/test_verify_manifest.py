"""``verify-manifest``: any file of a manifest is held against itself and against the bank that issued it."""

import csv
import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path
from typing import Any, get_args

import openpyxl
import pytest

from freezerapp.cli.main import main
from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.issue_manifest import IssueManifest
from freezerapp.commands.parties import SaveParty
from freezerapp.commands.ship import MakeShipment
from freezerapp.commands.ship_boxes import AddTransportBoxes, PackageSaid, SetPackages
from freezerapp.commands.ship_pack import FinishPacking, Packed, PackTubes, ReopenPacking
from freezerapp.commands.shipped import presets
from freezerapp.documents.manifest import write_manifest
from freezerapp.documents.page import Paper
from freezerapp.documents.page_proof import PagesDiffer, PageTextDiffers
from freezerapp.documents.paper_words import Tongue
from freezerapp.documents.parcel_paper import Print
from freezerapp.domain.manifest import Manifest, code_text, fingerprint
from freezerapp.domain.parcel import Classification, Refrigerant
from freezerapp.domain.party import Party
from freezerapp.exchange.manifest_book import manifest_xlsx
from freezerapp.exchange.manifest_csv import manifest_csv
from freezerapp.exchange.manifest_findings import Finding
from freezerapp.exchange.manifests import manifest_json
from freezerapp.wording.english import sentence
from freezerapp.wording.sentences import REMARKS
from tests.build import Bank, a_bank, a_box, a_tube
from tests.documents.pages import a_pdf
from tests.manifests import a_manifest

FORMS = ("json", "csv", "xlsx", "pdf")


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return a_bank(tmp_path)


@pytest.fixture
def issued(bank: Bank) -> Manifest:
    """The first version of a packed parcel of three tubes."""
    bank.do(SaveParty(Party(0, "Bank", phone="+33 1", responsible="Dr A", responsible_phone="+33 2", own=1)))
    bank.do(SaveParty(Party(0, "Lab", person="Dr B", street="2 Example Road", country="UK", phone="+44 1")))
    box = a_box(bank, name="BOX-1")
    facts = {"material": "CSF", "amount": 500_000, "unit": "µL", "participant": "P1", "visit": "V01"}
    tubes = tuple(a_tube(bank, f"MC00000000{n}", in_=box, at=f"A{n + 1}", **facts) for n in range(3))
    said = {
        "recipient_id": 2,
        "classification": Classification.UN3373,
        "refrigerant": Refrigerant.DRY_ICE,
        "keep_to": -60,
        "carrier": "Cold Courier",
        "purpose": "neurofilaments",
    }
    shipment = bank.do(MakeShipment(tubes, tuple(said.items()))).result
    assert isinstance(shipment, int)
    bank.do(AddTransportBoxes(shipment, presets().types["transport-box-9x9"]))
    bank.do(TakeOut(tubes))
    bank.do(PackTubes(shipment, tuple(map(Packed, tubes))))
    bank.do(SetPackages(shipment, (PackageSaid("box", gross_g=16_000, ice_g=12_000),)))
    bank.do(FinishPacking(shipment))
    return issue(bank, shipment)


def issue(bank: Bank, shipment: int) -> Manifest:
    found = bank.do(IssueManifest(shipment)).result
    assert isinstance(found, Manifest)
    return found


def content(manifest: Manifest, form: str) -> bytes:
    if form == "pdf":
        return printed(manifest)
    make: Callable[[Manifest], bytes] = {"json": manifest_json, "csv": manifest_csv, "xlsx": manifest_xlsx}[form]
    return make(manifest)


def printed(manifest: Manifest, **how: Any) -> bytes:
    target = io.BytesIO()
    write_manifest(target, manifest, Print({"CSF": "#7c4dff"}, **how))
    return target.getvalue()


class Answer:
    def __init__(self, status: int, out: str, err: str) -> None:
        self.status, self.out, self.err = status, out, err


@pytest.fixture
def ask(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Callable[..., Answer]:
    def asked(file: bytes, *more: str) -> Answer:
        path = tmp_path / "manifest.file"
        path.write_bytes(file)
        capsys.readouterr()
        status = main(["verify-manifest", str(path), *more])
        said = capsys.readouterr()
        return Answer(status, said.out, said.err)

    return asked


@pytest.mark.parametrize("form", FORMS)
def test_a_file_alone_says_what_it_is_and_that_this_proves_little(form: str, ask: Callable[..., Answer]) -> None:
    answer = ask(content(a_manifest(3), form))
    assert answer.status == 0
    assert answer.out.startswith("SHP-2026-0031 version 2: 3 tubes, fingerprint ")
    assert answer.out.strip().endswith(f"({form.upper()})")
    assert "--inventory" in answer.err


@pytest.mark.parametrize("form", FORMS)
def test_the_bank_proves_what_it_issued(form: str, bank: Bank, issued: Manifest, ask: Callable[..., Answer]) -> None:
    answer = ask(content(issued, form), "--inventory", str(bank.path))
    assert (answer.status, answer.out.count("\n")) == (0, 1)
    assert "what this bank issued" in answer.err
    assert "history" in answer.err


@pytest.mark.parametrize("form", FORMS)
def test_a_forgery_that_fits_itself_is_found_by_the_bank(
    form: str, bank: Bank, issued: Manifest, ask: Callable[..., Answer]
) -> None:
    first, second, third = issued.items
    forged = issued._replace(items=(first._replace(tube="MC9999999999"), second, third))
    assert ask(content(forged, form)).status == 0
    answer = ask(content(forged, form), "--inventory", str(bank.path))
    assert answer.status == 1
    assert "with another fingerprint" in answer.out
    assert f"tube {first.tube} was issued and is not here" in answer.out
    assert ("tube MC9999999999 is here" in answer.out) == (form != "pdf")


@pytest.mark.parametrize("tongue", Tongue)
@pytest.mark.parametrize("paper", Paper)
def test_a_print_in_any_language_is_proved_word_for_word(
    tongue: Tongue, paper: Paper, bank: Bank, issued: Manifest, ask: Callable[..., Answer]
) -> None:
    for printed_at in ("", "2026-11-23T10:00"):
        pdf = printed(issued, tongue=tongue, paper=paper, printed_at=printed_at)
        answer = ask(pdf, "--inventory", str(bank.path))
        assert (answer.status, answer.out.count("\n")) == (0, 1), answer.out
        assert "word for word" in answer.err


@pytest.mark.parametrize("tongue", Tongue)
def test_a_print_that_was_altered_under_the_right_code_is_found(
    tongue: Tongue, bank: Bank, issued: Manifest, ask: Callable[..., Answer]
) -> None:
    first, *rest = issued.items
    whole = fingerprint(issued)
    for forged, word in (
        (issued._replace(items=(first._replace(amount="900"), *rest)), "900"),
        (issued._replace(recipient=issued.recipient._replace(phone="+99")), "+99"),
        (issued._replace(transport=issued.transport._replace(keep_to=-20)), "−20"),
    ):
        pdf = printed(forged, tongue=tongue, whole=whole)
        assert ask(pdf).status == 0
        answer = ask(pdf, "--inventory", str(bank.path))
        assert answer.status == 1
        assert answer.out.splitlines()[1].startswith("  page 1: “")
        assert word in answer.out.splitlines()[1]
    longer = issued._replace(items=tuple(first._replace(number=n + 1, tube=f"T{n}") for n in range(90)))
    answer = ask(printed(longer, tongue=tongue, whole=whole), "--inventory", str(bank.path))
    assert "there should be 1 pages and there are 3" in answer.out


def test_another_paper_of_the_parcel_is_known_by_its_code(
    bank: Bank, issued: Manifest, ask: Callable[..., Answer]
) -> None:
    answer = ask(a_pdf((["Packing list"], code_text(issued))), "--inventory", str(bank.path))
    assert answer.status == 0
    assert "only its codes" in answer.err


@pytest.mark.parametrize("form", ["json", "csv", "xlsx"])
def test_the_bank_names_the_very_fact(form: str, bank: Bank, issued: Manifest, ask: Callable[..., Answer]) -> None:
    first, *rest = issued.items
    forged = issued._replace(items=(first._replace(amount="900"), *rest))
    answer = ask(content(forged, form), "--inventory", str(bank.path))
    assert answer.status == 1
    assert f"tube {first.tube}, amount: “900” here, “500” as issued" in answer.out


@pytest.mark.parametrize("form", ["json", "xlsx"])
def test_the_bank_names_what_is_said_otherwise_of_the_whole(
    form: str, bank: Bank, issued: Manifest, ask: Callable[..., Answer]
) -> None:
    forged = issued._replace(transport=issued.transport._replace(carrier="Thief"))
    answer = ask(content(forged, form), "--inventory", str(bank.path))
    assert answer.status == 1
    assert "“Thief” here, “Cold Courier” as issued" in answer.out


def test_changed_files_are_found_alone(ask: Callable[..., Answer]) -> None:
    values = json.loads(manifest_json(a_manifest(3)))
    values["manifest"]["items"][1]["tube"] = "MC1"
    assert "line 2 of the list was changed" in ask(json.dumps(values).encode()).out
    rows = list(csv.reader(io.StringIO(manifest_csv(a_manifest(3)).decode(), newline="")))
    rows[3][rows[0].index("position")] = "B1"
    text = io.StringIO(newline="")
    csv.writer(text).writerows(rows)
    answer = ask(text.getvalue().encode())
    assert (answer.status, "line 3 of the list was changed" in answer.out) == (1, True)
    assert "1 thing is wrong" in answer.err
    book = openpyxl.load_workbook(io.BytesIO(manifest_xlsx(a_manifest(3))))
    book["T-0031-1"]["B4"] = "MC1"
    target = io.BytesIO()
    book.save(target)
    assert "the sheet “T-0031-1” was changed" in ask(target.getvalue()).out


def test_pages_of_several_manifests_are_found(ask: Callable[..., Answer]) -> None:
    one, other = code_text(a_manifest(3)), code_text(a_manifest(4))
    answer = ask(a_pdf((["1"], one), (["2"], other), (["3"], "")))
    assert answer.status == 1
    assert "page 2 belongs to another manifest or version: SHP-2026-0031, 2" in answer.out
    assert "page 3: no code of a manifest" in answer.out


def test_a_scan_of_paper_is_known_by_its_code_alone(bank: Bank, issued: Manifest, ask: Callable[..., Answer]) -> None:
    answer = ask(a_pdf(([], code_text(issued))), "--inventory", str(bank.path))
    assert answer.status == 0
    assert "not compared" in answer.err


def test_a_file_of_another_bank_is_told(bank: Bank, issued: Manifest, ask: Callable[..., Answer]) -> None:
    answer = ask(manifest_json(a_manifest(3)), "--inventory", str(bank.path))
    assert answer.status == 1
    assert "this bank never issued a manifest SHP-2026-0031" in answer.out
    assert "event 214,882, which the file names, is not in the bank's history" in answer.out
    never = ask(manifest_csv(issued._replace(version=9)), "--inventory", str(bank.path))
    assert "never issued version 9" in never.out


def test_an_older_version_is_right_and_the_later_one_is_told(
    bank: Bank, issued: Manifest, ask: Callable[..., Answer]
) -> None:
    bank.do(ReopenPacking(1, "another weight"))
    bank.do(SetPackages(1, (PackageSaid("box", gross_g=17_000, ice_g=12_000),)))
    bank.do(FinishPacking(1))
    assert issue(bank, 1).version == 2
    answer = ask(manifest_json(issued), "--inventory", str(bank.path))
    assert answer.status == 0
    assert "a later version since: 2" in answer.out


def test_a_history_that_was_rewritten_is_told(bank: Bank, issued: Manifest, ask: Callable[..., Answer]) -> None:
    bank.close()
    with closing(sqlite3.connect(bank.path)) as connection:
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f'DROP TRIGGER "{name}"')
        connection.execute("UPDATE event SET hash = zeroblob(32) WHERE seq = ?", (issued.head_seq,))
        connection.commit()
    path = bank.path
    answer = ask(manifest_json(issued), "--inventory", str(path))
    assert answer.status == 1
    assert "history" in answer.out + answer.err


@pytest.mark.parametrize(
    "file", [b"", b"hello", b"{}", b"%PDF-1.4 x", b"PK\x03\x04", b"a,b\n1,2\n", a_pdf((["x"], ""))]
)
def test_what_is_no_manifest_is_told_with_exit_1(file: bytes, ask: Callable[..., Answer]) -> None:
    answer = ask(file)
    assert (answer.status, answer.out) == (1, "")
    assert "manifest.file" in answer.err


def test_a_file_that_is_not_there_and_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["verify-manifest", str(tmp_path / "gone.json")]) == 1
    assert main(["verify-manifest"]) == 2
    assert main(["verify-manifest", "--help"]) == 0
    assert "example" in capsys.readouterr().out


@pytest.mark.parametrize("kind", [*get_args(Finding), PagesDiffer, PageTextDiffers], ids=lambda kind: kind.__name__)
def test_every_finding_is_said_with_its_facts(kind: Any) -> None:
    assert kind.__name__ in REMARKS
    facts = [(1, 2) if "tuple" in str(hint) else 7 if hint is int else "X1" for hint in kind.__annotations__.values()]
    said = sentence(kind(*facts))
    assert "{" not in said
    assert all(str(fact) in said for fact in facts if not isinstance(fact, tuple))
