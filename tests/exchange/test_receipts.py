"""Receipts that come back: read as they were made, refused when changed, and made of lists filled in by hand."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fastjsonschema
import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp import resources
from freezerapp.domain.manifest import fingerprint
from freezerapp.domain.parcel import Outcome, Profile
from freezerapp.domain.plain_reading import NotAsPublished
from freezerapp.domain.receipt import Receipt, ReceiptLine
from freezerapp.exchange.manifest_book import manifest_xlsx
from freezerapp.exchange.manifest_csv import manifest_csv
from freezerapp.exchange.manifest_findings import LineChanged
from freezerapp.exchange.manifests import manifest_json
from freezerapp.exchange.plain_file import NewerPortable, NotPortable
from freezerapp.exchange.receipts import (
    NothingFilledIn,
    OutcomeNotRead,
    ReceiptAltered,
    ReceiptNotWritten,
    read_outcome,
    read_receipt,
    receipt_json,
    receipt_of_list,
    write_receipt,
)
from tests.manifests import a_manifest

WHEN = "2026-11-23T10:20+00:00"
RECEIPT = Receipt(
    *("SHP-2026-0031", 2, "ab" * 32, WHEN, "Dr B", "Laboratory", -712, 4_000, True),
    (ReceiptLine("MC1", Outcome.RECEIVED), ReceiptLine("MC2", Outcome.DAMAGED, "cap “off”\n−80 °C")),
    "late",
)
WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


@given(
    st.builds(
        Receipt,
        *(WORDS, st.integers(0, 99), WORDS, WORDS, WORDS, WORDS),
        st.none() | st.integers(-2000, 500),
        st.none() | st.integers(0, 100_000),
        st.none() | st.booleans(),
        st.lists(st.builds(ReceiptLine, WORDS, st.sampled_from(Outcome), WORDS), max_size=4).map(tuple),
        WORDS,
    )
)
def test_a_receipt_is_read_back_as_it_was(tmp_path_factory: pytest.TempPathFactory, receipt: Receipt) -> None:
    path = tmp_path_factory.getbasetemp() / "receipt.json"
    write_receipt(path, receipt)
    assert read_receipt(path) == receipt


def test_the_published_schema_takes_it_and_knows_every_field() -> None:
    schema = json.loads(resources.path("receipt", "schema-1.json").read_text(encoding="utf-8"))
    valid = fastjsonschema.compile(schema)
    valid(json.loads(receipt_json(RECEIPT)))
    valid(json.loads(receipt_json(RECEIPT._replace(temperature=None, ice_g=None, seal_intact=None, lines=()))))
    for kind in (Receipt, ReceiptLine):
        assert list(schema["definitions"][kind.__name__]["properties"]) == list(kind._fields)
    assert schema["definitions"]["ReceiptLine"]["properties"]["outcome"]["enum"] == [each.value for each in Outcome]


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        (lambda file: file["receipt"].update(temperature=-700), ReceiptAltered),
        (lambda file: file["receipt"]["lines"][1].update(outcome="received"), ReceiptAltered),
        (lambda file: file["receipt"]["lines"][1].update(outcome="lost"), NotAsPublished),
        (lambda file: file["receipt"]["lines"].pop(), ReceiptAltered),
        (lambda file: file.update(fingerprint="0" * 64), ReceiptAltered),
        (lambda file: file.update(schema=2), NewerPortable),
        (lambda file: file.update(format="freezerapp-manifest"), NotPortable),
        (lambda file: file.pop("receipt"), NotAsPublished),
        (lambda file: file.update(more=1), NotAsPublished),
    ],
)
def test_a_changed_or_foreign_receipt_is_refused(
    tmp_path: Path, change: Callable[[Any], object], refusal: type[Exception]
) -> None:
    values = json.loads(receipt_json(RECEIPT))
    change(values)
    path = tmp_path / "receipt.json"
    path.write_text(json.dumps(values), encoding="utf-8")
    with pytest.raises(refusal):
        read_receipt(path)


def test_a_receipt_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(ReceiptNotWritten):
        write_receipt(tmp_path / "nowhere" / "receipt.json", RECEIPT)


# --- lists that were filled in ---


def filled_csv(*outcomes: tuple[str, str], profile: Profile = Profile.FULL) -> bytes:
    rows = list(csv.reader(io.StringIO(manifest_csv(a_manifest(3, profile)).decode(), newline="")))
    for row, outcome in zip(rows[1:], outcomes, strict=False):
        row[-2:] = outcome
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=";").writerows(rows)
    return text.getvalue().encode()


@pytest.mark.parametrize("profile", Profile)
def test_a_filled_in_csv_is_a_receipt(profile: Profile) -> None:
    manifest = a_manifest(3, profile)
    found = receipt_of_list(filled_csv(("OK", ""), ("", ""), ("Décongelé", "mou"), profile=profile), "f", WHEN, "Dr B")
    first, _, third = (item.tube for item in manifest.items)
    assert found.findings == ()
    assert found.receipt == Receipt(
        *(manifest.number, manifest.version, fingerprint(manifest), WHEN, "Dr B"),
        lines=(ReceiptLine(first, Outcome.RECEIVED), ReceiptLine(third, Outcome.THAWED, "mou")),
    )


def test_a_filled_in_workbook_is_a_receipt_and_what_else_was_changed_is_told() -> None:
    book = openpyxl.load_workbook(io.BytesIO(manifest_xlsx(a_manifest(3))))
    names = [cell.value for cell in book["List"][1]]
    book["List"].cell(3, names.index("outcome") + 1).value = "wrong label"
    book["List"].cell(3, names.index("position") + 1).value = "A9"
    target = io.BytesIO()
    book.save(target)
    found = receipt_of_list(target.getvalue(), "file", WHEN, "Dr B")
    assert found.receipt.lines == (ReceiptLine("MC0000004712", Outcome.WRONG_LABEL),)
    assert found.findings == (LineChanged(2),)


def test_a_list_that_says_nothing_or_something_else_is_refused() -> None:
    for content in (filled_csv(), manifest_json(a_manifest(2))):
        with pytest.raises(NothingFilledIn):
            receipt_of_list(content, "file", WHEN, "Dr B")
    with pytest.raises(OutcomeNotRead) as refusal:
        receipt_of_list(filled_csv(("ok", ""), ("maybe", "")), "file", WHEN, "Dr B")
    assert (refusal.value.tube, refusal.value.text) == ("MC0000004712", "maybe")


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        *((each.value, each) for each in Outcome),
        *(("REÇU", Outcome.RECEIVED), ("Cassé", Outcome.DAMAGED), ("Mauvaise étiquette", Outcome.WRONG_LABEL)),
        *(("en trop", Outcome.EXTRA), ("wrong-label", Outcome.WRONG_LABEL), ("perhaps", None), ("", None)),
    ],
)
def test_outcomes_are_read_in_both_languages(text: str, outcome: Outcome | None) -> None:
    assert read_outcome(text) is outcome
