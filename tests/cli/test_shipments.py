"""Shipments and manifests from the command line."""

import json
import subprocess
from pathlib import Path

import pytest

from freezerapp.cli.main import main
from freezerapp.commands.demonstration.build import build
from freezerapp.storage.verifying import verify


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("shipments") / "small.freezer"
    build(path, 1_000)
    return path


@pytest.fixture
def bank(made: Path, tmp_path: Path) -> Path:
    copy = tmp_path / "small.freezer"
    copy.write_bytes(made.read_bytes())
    return copy


def test_each_shipment_has_a_line(bank: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["shipments", str(bank)]) == 0
    lines = [line.split("\t") for line in capsys.readouterr().out.splitlines()]
    assert len(lines) == 15
    assert lines[0] == ["SHP-2021-0004", "draft", "Neurochemistry Laboratory", "10"]
    assert {line[1] for line in lines} == {"draft", "dispatched", "received", "closed"}


@pytest.mark.parametrize("kind", ["pdf", "xlsx", "csv", "json"])
def test_a_manifest_is_written_and_the_same_again_the_second_time(
    bank: Path, tmp_path: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    first, second = tmp_path / f"first.{kind}", tmp_path / f"second.{kind}"
    words = ["manifest", str(bank), "SHP-2021-0003", "--operator", "Operator 02", "--to"]
    assert main([*words, str(first)]) == 0
    told = capsys.readouterr().err
    assert "version 2" in told  # it was dispatched since the first
    assert "since version 1: released_by: nothing → Operator 02" in told
    assert main([*words, str(second)]) == 0
    assert capsys.readouterr().err.split(": ")[1] == told.split(": ")[1]
    if kind != "xlsx":
        assert first.read_bytes() == second.read_bytes()
    assert list(verify(bank)) == []


def test_the_pdf_says_what_the_file_says(bank: Path, tmp_path: Path) -> None:
    words = ["manifest", str(bank), "SHP-2018-0001", "--operator", "Operator 02", "--to"]
    assert main([*words, str(tmp_path / "m.json")]) == 0
    assert main([*words, str(tmp_path / "m.pdf"), "--language", "both", "--paper", "Letter"]) == 0
    said = json.loads((tmp_path / "m.json").read_text(encoding="utf-8"))
    text = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "m.pdf"), "-"], capture_output=True, text=True, check=True
    ).stdout
    items = said["manifest"]["items"] if "manifest" in said else said["items"]
    assert items
    for item in items:
        assert item["tube"] in text


def test_a_draft_has_no_manifest_yet(bank: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    words = ["manifest", str(bank), "SHP-2021-0004", "--to", str(tmp_path / "m.json")]
    assert main(words) == 1
    assert "SHP-2021-0004 is draft" in capsys.readouterr().err
    assert not (tmp_path / "m.json").exists()


def test_what_is_not_there_or_not_understood_is_said(
    bank: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["manifest", str(bank), "SHP-1", "--to", str(tmp_path / "m.json")]) == 1
    assert "SHP-1" in capsys.readouterr().err
    assert main(["manifest", str(bank), "SHP-2018-0001", "--to", str(tmp_path / "m.doc")]) == 2
    assert main(["manifest", str(bank), "SHP-2018-0001"]) == 2
