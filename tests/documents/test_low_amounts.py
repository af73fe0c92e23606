"""A tube that holds less than was asked for is flagged wherever its amount stands: on each paper and in each file."""

import json
import subprocess
from contextlib import nullcontext
from io import BytesIO
from pathlib import Path

import pytest

from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.issue_manifest import IssueManifest
from freezerapp.commands.ship_decide import OverruleLines
from freezerapp.commands.ship_pack import FinishPacking, Packed, PackTubes
from freezerapp.documents.manifest import write_manifest
from freezerapp.documents.packing_list import write_packing_list
from freezerapp.documents.paper_words import Tongue
from freezerapp.documents.parcel_paper import Print
from freezerapp.domain.manifest import BELOW, Manifest, changes
from freezerapp.domain.manifest_check import Flaw, disagreements
from freezerapp.domain.parcel import Profile
from freezerapp.exchange.manifest_book import manifest_xlsx
from freezerapp.exchange.manifest_csv import manifest_csv, read_manifest_csv
from freezerapp.exchange.manifest_rows import Listed
from freezerapp.exchange.manifests import ManifestUnsound, look_at_manifest, manifest_json
from freezerapp.exchange.tables import table_of
from freezerapp.exchange.workbook import read_workbook
from tests.build import Bank
from tests.documents.parcels import colours, parcel
from tests.parcels import a_draft, a_sending_bank, lines, tubes

FLAG = {Tongue.ENGLISH: "too little", Tongue.FRENCH: "trop peu"}


@pytest.fixture
def bank(tmp_path: Path) -> Bank:
    return a_sending_bank(tmp_path)


def sent(bank: Bank, profile: Profile) -> tuple[Manifest, set[str]]:
    """The manifest of a parcel for which 0.3 ml were asked, and the codes of the tubes that hold less, as it tells."""
    little = tubes(bank, 2, amount=250_000)
    unknown = tubes(bank, 1, amount=None, unit=None)
    just = tubes(bank, 2, amount=300_000)
    shipment = a_draft(bank, (*little, *unknown, *just), needed=300_000, needed_unit="µL", profile=profile)
    doubtful = tuple(line.id for line in lines(bank, shipment) if line.specimen_id in little)
    bank.do(OverruleLines(shipment, doubtful, "nothing fuller is left"))
    every = tuple(line.specimen_id for line in lines(bank, shipment))
    bank.do(TakeOut(every))
    bank.do(PackTubes(shipment, tuple(map(Packed, every))))
    bank.do(FinishPacking(shipment))
    made = bank.do(IssueManifest(shipment)).result
    assert isinstance(made, Manifest)
    told = {line.blind_code if profile is Profile.BLIND else line.code for line in lines(bank, shipment)
            if line.specimen_id in little}  # fmt: skip
    assert len(told) == 2
    assert None not in told
    return made, {code for code in told if code}


def text_of(pdf: bytes, folder: Path) -> list[str]:
    """The lines of a PDF as another program reads them."""
    file = folder / "paper.pdf"
    file.write_bytes(pdf)
    done = subprocess.run(["pdftotext", "-layout", file, "-"], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()


def flagged(listed: Listed) -> set[str]:
    """The tubes of a list with the remark."""
    tube, remark = listed.columns.index("tube"), listed.columns.index("remark")
    return {row[tube] for row in listed.rows if row[remark] == BELOW}


@pytest.mark.parametrize("tongue", [Tongue.ENGLISH, Tongue.FRENCH])
@pytest.mark.parametrize("profile", Profile)
def test_papers_flag_an_amount_below_the_request(bank: Bank, tmp_path: Path, profile: Profile, tongue: Tongue) -> None:
    made, little = sent(bank, profile)
    for write in (write_manifest, write_packing_list):
        file = BytesIO()
        write(file, made, Print(colours(), tongue))
        said = text_of(file.getvalue(), tmp_path)
        for item in made.items:
            own = [line for line in said if item.tube in line]
            assert own, item.tube
            assert any(FLAG[tongue] in line for line in own) == (item.tube in little)
        assert sum(FLAG[tongue] in line for line in said) == 2


@pytest.mark.parametrize("profile", Profile)
def test_files_flag_an_amount_below_the_request(bank: Bank, profile: Profile) -> None:
    made, little = sent(bank, profile)
    csv = read_manifest_csv(table_of(manifest_csv(made), "m.csv"))
    assert csv is not None
    assert flagged(csv) == little
    [head, *rows] = read_workbook(manifest_xlsx(made), "m.xlsx")["List"]
    tube, remark = head.index("tube"), head.index("remark")
    assert {row[tube] for row in rows if len(row) > remark and row[remark] == BELOW} == little
    content = manifest_json(made)
    assert {each["tube"] for each in json.loads(content)["manifest"]["items"] if each["remark"] == BELOW} == little
    back = look_at_manifest(content, "m.json")
    assert back.is_as_made
    assert not back.unsound
    assert back.manifest == made


def test_a_parcel_for_which_no_amount_was_asked_has_no_such_flag(bank: Bank) -> None:
    wanted = tubes(bank, 2, amount=1)
    shipment = a_draft(bank, wanted)
    bank.do(TakeOut(wanted))
    bank.do(PackTubes(shipment, tuple(map(Packed, wanted))))
    bank.do(FinishPacking(shipment))
    made = bank.do(IssueManifest(shipment)).result
    assert [item.remark for item in made.items] == ["", ""]


@pytest.mark.parametrize("profile", [Profile.CODED, Profile.BLIND])
def test_a_coded_or_blind_paper_prints_the_flag_and_no_other_remark(profile: Profile, tmp_path: Path) -> None:
    made = parcel(profile=profile)
    said = (BELOW, "seen at SITE-FR01", *[""] * (len(made.items) - 2))
    made = made._replace(items=tuple(each._replace(remark=text) for each, text in zip(made.items, said, strict=True)))
    file = BytesIO()
    write_manifest(file, made, Print(colours()))
    text = "\n".join(text_of(file.getvalue(), tmp_path))
    assert text.count(FLAG[Tongue.ENGLISH]) == 1
    assert "SITE" not in text


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize(("amount", "remark"), [(None, BELOW), ("250", "seen at SITE-FR01")])
def test_no_paper_or_file_of_a_coded_or_blind_parcel_has_another_remark_or_the_flag_without_its_amount(
    profile: Profile, amount: str | None, remark: str, tmp_path: Path
) -> None:
    made = parcel(profile=profile)
    items = tuple(
        each._replace(participant=None, visit=None, collected=None, amount=amount, remark=remark) for each in made.items
    )
    made = made._replace(items=items)
    refused = profile is not Profile.FULL
    assert {each.what for each in disagreements(made)} == ({Flaw.TELLS_TOO_MUCH} if refused else set())
    for form in (manifest_csv, manifest_xlsx, manifest_json):
        with pytest.raises(ManifestUnsound) if refused else nullcontext():
            form(made)
    for write in (write_manifest, write_packing_list):
        file = BytesIO()
        write(file, made, Print(colours()))
        text = "\n".join(text_of(file.getvalue(), tmp_path))
        assert (FLAG[Tongue.ENGLISH] in text or "SITE" in text) is not refused


def test_a_new_version_says_that_the_amount_is_below_now(bank: Bank) -> None:
    made, _ = sent(bank, Profile.FULL)
    was = made._replace(items=tuple(each._replace(remark="") for each in made.items))
    assert {(each.what, each.after) for each in changes(was, made)} == {("tube.remark", BELOW)}
