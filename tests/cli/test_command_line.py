"""The command line as scripts use it: results on standard output, sentences on standard error, exit status."""

import csv
import io
import json
from pathlib import Path

import pytest

from freezerapp.cli.main import main

LIST = """barcode;material;participant;visit;volume (µL);box;position;collected
MC0000000001;DNA;MC-FR01-001;V01;200;DNA-0001;A1;2019-03-14
MC0000000002;plasma;MC-FR01-001;V02;500;PL1-0001;B2;2019-03-15
"""


@pytest.fixture
def bank(tmp_path: Path) -> str:
    path = str(tmp_path / "bank.freezer")
    assert main(["new", path]) == 0
    return path


@pytest.fixture
def filled(bank: str, tmp_path: Path) -> str:
    assert main(["import", bank, written(tmp_path, LIST), "--make-boxes", "box-9x9"]) == 0
    return bank


def written(folder: Path, text: str, name: str = "list.csv") -> str:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return str(path)


def found(capsys: pytest.CaptureFixture[str], bank: str, query: str) -> list[dict[str, str]]:
    capsys.readouterr()
    assert main(["find", bank, query, "--as", "csv"]) == 0
    return list(csv.DictReader(io.StringIO(capsys.readouterr().out)))


def test_a_new_bank_is_empty_and_well(bank: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert found(capsys, bank, "") == []
    assert main(["verify", bank]) == 0
    assert "All is well" in capsys.readouterr().out


def test_an_existing_file_is_never_written_over(bank: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(bank).read_bytes()
    for line in (["new", bank], ["demo", bank, "--tubes", "5"], ["backup", bank, bank]):
        assert main(line) == 1
    assert Path(bank).read_bytes() == before
    assert "never written over" in capsys.readouterr().err


def test_find_gives_the_named_fields_in_their_order(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["find", filled, "material:DNA", "--as", "csv"]) == 0
    heading, line = capsys.readouterr().out.splitlines()
    assert heading == "barcode,material,participant,visit,volume,unit,status,container,position,path,parent"
    assert line == "MC0000000001,DNA,MC-FR01-001,V01,200,µL,stored,DNA-0001,A1,DNA-0001 › A1,"


def test_json_tells_the_same_as_csv(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    lines = found(capsys, filled, "")
    assert main(["find", filled, "", "--as", "json"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert [{key: value or "" for key, value in tube.items()} for tube in told] == lines
    assert len(told) == 2


def test_no_match_is_no_problem_and_says_what_nothing_has(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", filled, "visit:V9"]) == 0
    assert "V9" in capsys.readouterr().err


def test_an_unknown_field_is_named_with_what_was_meant(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["find", filled, "materal:DNA"]) == 1
    assert "“material”" in capsys.readouterr().err


def test_the_limit_is_kept(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    capsys.readouterr()
    assert main(["find", filled, "", "--as", "csv", "--limit", "1"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize(
    "line", [["frobnicate"], ["find"], ["find", "x.freezer"], ["find", "x.freezer", "", "--limit", "0"], ["add", "x"]]
)
def test_wrong_usage_exits_with_2(line: list[str]) -> None:
    assert main(line) == 2


def test_a_file_that_is_not_there_exits_with_1(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    gone = str(tmp_path / "gone.freezer")
    for line in (["find", gone, ""], ["verify", gone], ["backup", gone, str(tmp_path / "x")]):
        assert main(line) == 1
        assert "is not there" in capsys.readouterr().err


@pytest.mark.parametrize("verb", ["new", "demo", "add", "import", "find", "verify", "backup", "restore"])
def test_help_teaches_each_command_with_an_example(verb: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([verb, "--help"]) == 0
    assert "example" in capsys.readouterr().out


def test_a_unit_with_its_boxes_is_made_in_one_command(bank: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", bank, "room", "Freezer hall"]) == 0
    assert main(["add", bank, "upright-600", "F80-01", "--in", "Freezer hall", "--boxes", "box-9x9"]) == 0
    capsys.readouterr()
    assert main(["add", bank, "box-9x9", "DNA-1", "--in", "Freezer hall/F80-01/Shelf 1/Rack A"]) == 1
    assert "no position is free" in capsys.readouterr().err
    assert main(["add", bank, "upright-600", "F80-02", "--in", "Freezer hall"]) == 0
    capsys.readouterr()
    assert main(["add", bank, "box-9x9", "DNA-1", "--in", "Freezer hall/F80-02/Shelf 2/Rack B", "--at", "3-2"]) == 0
    assert capsys.readouterr().out == "Freezer hall › F80-02 › Shelf 2 › Rack B › Level 3-2 › DNA-1\n"
    assert main(["add", bank, "room", "DNA-1"]) == 1
    assert main(["verify", bank]) == 0


def test_presets_are_listed_a_line_each(bank: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", bank, "--presets"]) == 0
    codes = [line.split("\t")[0] for line in capsys.readouterr().out.splitlines()]
    assert {"box-9x9", "upright-600", "upright-576", "tank-13x10", "dewar-6", "sbs-96"} <= set(codes)


def test_a_check_writes_nothing(bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = Path(bank).read_bytes()
    assert main(["import", bank, written(tmp_path, LIST), "--make-boxes", "box-9x9", "--check"]) == 0
    assert Path(bank).read_bytes() == before
    assert "1 new participant: MC-FR01-001" in capsys.readouterr().out


def test_one_problem_stops_the_whole_list_and_names_the_users_row(
    bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = written(tmp_path, LIST + "MC0000000001;DNA;MC-FR01-001;V01;200;DNA-0001;A2;2019-03-14\n")
    assert main(["import", bank, path, "--make-boxes", "box-9x9"]) == 1
    assert "row 4: problem: Row 2 has the same barcode MC0000000001." in capsys.readouterr().out
    assert found(capsys, bank, "") == []


def test_the_rest_comes_in_when_asked_for(bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = written(tmp_path, LIST + "MC0000000003;unobtainium;MC-FR01-001;V01;200;DNA-0001;A2;2019-03-14\n")
    report = tmp_path / "report.csv"
    line = ["import", bank, path, "--make-boxes", "box-9x9", "--ready-only", "--report", str(report)]
    assert main(line) == 1
    assert [tube["barcode"] for tube in found(capsys, bank, "")] == ["MC0000000001", "MC0000000002"]
    told = list(csv.DictReader(report.open(encoding="utf-8")))
    assert [(row["row"], row["verdict"]) for row in told][-1] == ("4", "problem")
    assert list(told[0]) == (
        [
            "row",
            "verdict",
            "barcode",
            "container",
            "position",
            "participant",
            "visit",
            "material",
            "volume",
            "unit",
            "collected",
            "message",
        ]
    )


def test_the_same_file_twice_adds_nothing_and_says_so(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = Path(filled).read_bytes()
    assert main(["import", filled, written(tmp_path, LIST), "--make-boxes", "box-9x9"]) == 0
    assert "adds nothing" in capsys.readouterr().err
    assert Path(filled).read_bytes() == before


def test_french_headings_and_commas_are_read(bank: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = "Code-barres;Matériel;Participant;Visite;Volume (mL);Boîte;Position\nMC0000000009;LCR;P1;V1;0,5;CSF-1;A1\n"
    assert main(["import", bank, written(tmp_path, text), "--make-boxes", "box-9x9"]) == 0
    tube = found(capsys, bank, "")[0]
    assert (tube["material"], tube["volume"], tube["unit"]) == ("CSF", "0.5", "mL")


def test_the_operator_is_kept_with_what_was_done(bank: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["add", bank, "room", "Hall", "--operator", "nobody"]) == 1
    assert "nobody" in capsys.readouterr().err
    assert main(["add", bank, "room", "Hall"]) == 0


def test_a_backup_is_restored_and_the_replaced_file_kept(
    filled: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = str(tmp_path / "copy.freezer")
    assert main(["backup", filled, copy]) == 0
    assert main(["add", filled, "room", "Later"]) == 0
    assert main(["restore", copy, filled]) == 0
    assert [p for p in tmp_path.iterdir() if ".before-restore-" in p.name]
    assert main(["verify", filled]) == 0
    assert len(found(capsys, filled, "")) == 2


def test_verify_names_what_was_changed_and_exits_with_1(filled: str, capsys: pytest.CaptureFixture[str]) -> None:
    import sqlite3

    connection = sqlite3.connect(filled)
    connection.execute("UPDATE specimen SET amount = 1 WHERE barcode = 'MC0000000001'")
    connection.commit()
    connection.close()
    assert main(["verify", filled]) == 1
    assert "tube MC0000000001: amount differs" in capsys.readouterr().out


def test_a_file_name_may_hold_any_byte(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "caf\udce9 #1 50%?.freezer"
    assert main(["new", str(path), "--name", "Café"]) == 0
    assert main(["verify", str(path)]) == 0
    assert "All is well" in capsys.readouterr().out
