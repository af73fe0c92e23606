"""Signed files from the command line: who signed is told by what the bank knows, and a wrong signature is a problem."""

import json
from pathlib import Path
from typing import NamedTuple

import pytest

from freezerapp.cli.main import main
from freezerapp.commands.demonstration.build import build
from freezerapp.commands.parties import SaveParty, SetSetting
from freezerapp.domain.manifest import Manifest
from freezerapp.domain.parcel import Outcome
from freezerapp.domain.party import Party
from freezerapp.domain.receipt import Receipt, ReceiptLine
from freezerapp.domain.signing import OWN_KEYS, party_keys, short_key
from freezerapp.exchange.manifests import manifest_json, read_manifest
from freezerapp.exchange.receipts import receipt_json
from freezerapp.exchange.signing import OwnKey, key_folder, make_key
from freezerapp.storage.rows.shipments import parties
from tests.build import Bank, a_bank
from tests.manifests import a_manifest

NUMBER = "SHP-2021-0003"


class Answer(NamedTuple):
    """What one command line gave."""

    status: int
    out: str
    err: str


class Desk:
    """A folder with banks and files, and the command line."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self._capsys = folder, capsys

    def ask(self, *words: object) -> Answer:
        self._capsys.readouterr()
        status = main([str(word) for word in words])
        return Answer(status, *self._capsys.readouterr())

    def verify(self, content: bytes, bank: Path | None = None) -> Answer:
        file = self.folder / "file.json"
        file.write_bytes(content)
        return self.ask("verify-manifest", file, *(("--inventory", bank) if bank else ()))


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return Desk(tmp_path, capsys)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("signed") / "small.freezer"
    build(path, 1_000)
    return path


@pytest.fixture
def sender(made: Path, desk: Desk) -> Path:
    """The file of a bank that has sent parcels."""
    copy = desk.folder / "sender.freezer"
    copy.write_bytes(made.read_bytes())
    return copy


@pytest.fixture
def bank(desk: Desk) -> Bank:
    """The receiving bank; its address book knows the sender as number 1."""
    bank = a_bank(desk.folder, "receiver")
    bank.do(SaveParty(Party(0, "DNA and Cell Bank")))
    return bank


def with_key(path: Path) -> OwnKey:
    """Let a bank sign with a new key of this computer."""
    from freezerapp.commands.command import perform
    from freezerapp.storage.database import Database

    key = make_key()
    database = Database.open(path)
    perform(database, SetSetting(OWN_KEYS, key.public), 1)
    database.close()
    return key


def written(desk: Desk, sender: Path) -> bytes:
    """The file that the sending bank writes."""
    file = desk.folder / "SHP.json"
    answer = desk.ask("manifest", sender, NUMBER, "--operator", "Operator 02", "--to", file)
    assert answer.status == 0
    return file.read_bytes()


def test_without_a_key_a_file_is_not_signed_and_that_is_said(desk: Desk, sender: Path) -> None:
    content = written(desk, sender)
    assert "It is not signed." in desk.verify(content).err
    assert desk.verify(content, sender).status == 0


def test_a_bank_signs_with_its_key_and_knows_it_again(desk: Desk, sender: Path) -> None:
    key = with_key(sender)
    content = written(desk, sender)
    assert json.loads(content)["signature"]["key"] == key.public
    alone = desk.verify(content)
    assert (alone.status, f"signed with the key {short_key(key.public)}" in alone.err) == (0, True)
    answer = desk.verify(content, sender)
    assert (answer.status, "which is this bank's own" in answer.err) == (0, True)


def test_on_another_computer_nothing_is_signed_and_that_is_told(
    desk: Desk, sender: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with_key(sender)
    monkeypatch.setenv("XDG_DATA_HOME", str(desk.folder / "another computer"))
    assert not key_folder().exists()
    file = desk.folder / "SHP.json"
    answer = desk.ask("manifest", sender, NUMBER, "--operator", "Operator 02", "--to", file)
    assert (answer.status, "is not signed: no key of this bank" in answer.err) == (0, True)
    assert "signature" not in json.loads(file.read_bytes())


def test_a_key_that_cannot_be_read_stops_the_writing(desk: Desk, sender: Path) -> None:
    with_key(sender).path.write_text("nonsense")
    file = desk.folder / "SHP.json"
    answer = desk.ask("manifest", sender, NUMBER, "--operator", "Operator 02", "--to", file)
    assert (answer.status, "another key is in it, or none" in answer.err) == (1, True)
    assert not file.exists()


def test_a_key_of_the_address_book_proves_what_another_bank_sent(desk: Desk, sender: Path, bank: Bank) -> None:
    key = with_key(sender)
    content = written(desk, sender)
    unknown = desk.verify(content, bank.path)
    assert (unknown.status, "which this bank does not know" in unknown.err) == (1, True)
    bank.do(SetSetting(party_keys(1), key.public))
    known = desk.verify(content, bank.path)
    assert (known.status, known.out.count("\n")) == (0, 1)
    assert "which this bank has noted for: DNA and Cell Bank." in known.err
    assert "issued by another bank" in known.err


def test_a_known_key_does_not_speak_for_this_banks_own_manifests(desk: Desk, sender: Path) -> None:
    """Somebody whose key is noted forges a manifest in the name of the bank itself."""
    from freezerapp.commands.command import perform
    from freezerapp.storage.database import Database

    file = desk.folder / "SHP.json"
    file.write_bytes(written(desk, sender))
    issued = read_manifest(file)
    forger = make_key(desk.folder / "forger")
    database = Database.open(sender)
    with database.reading() as reader:
        party = next(each for each in parties(reader) if not each.own)
    perform(database, SetSetting(party_keys(party.id), forger.public), 1)
    database.close()
    answer = desk.verify(manifest_json(issued._replace(purpose="another"), forger), sender)
    assert (answer.status, party.organisation in answer.err) == (1, True)
    assert "with another fingerprint" in answer.out


@pytest.mark.parametrize("part", ["value", "key"])
def test_a_wrong_signature_is_a_problem_with_and_without_a_bank(
    desk: Desk, sender: Path, bank: Bank, part: str
) -> None:
    key = with_key(sender)
    bank.do(SetSetting(party_keys(1), key.public))
    values = json.loads(written(desk, sender))
    values["signature"][part] = "0" * len(values["signature"][part])
    content = json.dumps(values).encode()
    for inventory in (None, sender, bank.path):
        answer = desk.verify(content, inventory)
        assert (answer.status, "the signature is wrong" in answer.out) == (1, True)
        assert "It is signed with" not in answer.err


def test_a_forgery_under_a_known_key_is_found(desk: Desk, sender: Path, bank: Bank) -> None:
    key = with_key(sender)
    bank.do(SetSetting(party_keys(1), key.public))
    signature = json.loads(written(desk, sender))["signature"]
    forged: Manifest = a_manifest(3)
    values = {**json.loads(manifest_json(forged)), "signature": signature}
    answer = desk.verify(json.dumps(values).encode(), bank.path)
    assert (answer.status, "the signature is wrong" in answer.out) == (1, True)


# --- receipts ---


def a_receipt(desk: Desk, sender: Path) -> Receipt:
    file = desk.folder / "SHP.json"
    content = written(desk, sender)
    file.write_bytes(content)
    manifest = read_manifest(file)
    lines = tuple(ReceiptLine(item.tube, Outcome.RECEIVED) for item in manifest.items)
    whole = json.loads(content)["fingerprint"]
    return Receipt(manifest.number, manifest.version, whole, "2026-11-23T10:20+00:00", "Dr B", lines=lines)


def test_a_receipt_is_held_against_the_bank_that_sent_the_parcel(desk: Desk, sender: Path, bank: Bank) -> None:
    receipt = a_receipt(desk, sender)
    content = receipt_json(receipt, make_key(desk.folder / "recipient"))
    alone = desk.verify(content)
    assert (alone.status, alone.out.startswith(f"receipt of {NUMBER} version ")) == (0, True)
    answer = desk.verify(content, sender)
    assert (answer.status, "which this bank does not know" in answer.err) == (0, True)
    assert desk.verify(receipt_json(receipt), sender).err.startswith("It is not signed.")
    other = desk.verify(content, bank.path)
    assert (other.status, f"never issued a manifest {NUMBER}" in other.out) == (1, True)
    version = desk.verify(receipt_json(receipt._replace(version=77)), sender)
    assert (version.status, "never issued version 77" in version.out) == (1, True)
    wrong = desk.verify(receipt_json(receipt._replace(fingerprint="ab" * 32)), sender)
    assert (wrong.status, "with another fingerprint" in wrong.out) == (1, True)


def test_a_receipt_that_was_written_here_is_known_by_its_key(desk: Desk, bank: Bank, sender: Path) -> None:
    receipt = a_receipt(desk, sender)
    key = make_key()
    bank.do(SetSetting(OWN_KEYS, key.public))
    answer = desk.verify(receipt_json(receipt, key), bank.path)
    assert (answer.status, "this bank's own" in answer.err) == (0, True)


def test_a_receipt_that_was_changed_is_a_problem(desk: Desk, sender: Path) -> None:
    key = make_key()
    values = json.loads(receipt_json(a_receipt(desk, sender), key))
    values["receipt"]["lines"][0]["outcome"] = "missing"
    answer = desk.verify(json.dumps(values).encode())
    assert answer.status == 1
    assert "the fingerprint is not that of the content" in answer.out
    assert "the signature is wrong" in answer.out
    assert "2 things are wrong" in answer.err


def test_other_json_is_no_receipt_either(desk: Desk) -> None:
    answer = desk.verify(b'{"format": "other"}')
    assert (answer.status, answer.out) == (1, "")
    assert "freezerapp-manifest" in answer.err
