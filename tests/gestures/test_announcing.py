"""A parcel from elsewhere is announced by its file: whose signature it has is said before it is taken in."""

import json
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtTest import QTest

from freezerapp.commands.parties import SaveParty, SetSetting
from freezerapp.domain.manifest import Manifest
from freezerapp.domain.party import Party
from freezerapp.domain.signing import party_keys, short_key
from freezerapp.exchange.manifests import write_manifest
from freezerapp.exchange.signing import OwnKey, make_key
from freezerapp.proving import Verdict, look, of_sender
from freezerapp.storage.rows.history import history_page
from freezerapp.storage.rows.manifests import shipment_by
from freezerapp.storage.rows.shipments import parties
from freezerapp.ui.dialogs.announce_parcel import AnnounceDialog
from freezerapp.ui.said_of_proof import ProofWords
from tests.at_the_bench import NONE, Person
from tests.gestures.test_parcel_papers import choose
from tests.gestures.test_shipping import dialog_of, do
from tests.manifests import a_manifest

KLINIK = Party(0, "Klinik am Berg")


@pytest.fixture
def key(tmp_path: Path) -> OwnKey:
    """The key of the bank elsewhere."""
    return make_key(tmp_path / "keys")


def sent(path: Path, key: OwnKey | None) -> Manifest:
    """The file of a parcel from elsewhere."""
    manifest = a_manifest(3)
    write_manifest(path, manifest, key)
    return manifest


def announced(person: Person, path: Path) -> AnnounceDialog:
    """The dialog that asks about a file."""
    person.trigger("announce parcel")
    choose(person, path)
    dialog = dialog_of(person, AnnounceDialog)
    assert isinstance(dialog, AnnounceDialog)
    return dialog


def is_here(person: Person, manifest: Manifest) -> bool:
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        return shipment_by(reader, manifest.number) is not None


def test_a_file_without_signature_says_so(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "parcel.json"
    manifest = sent(path, None)
    dialog = announced(person, path)
    assert dialog.proof.headline.text() == "Whole, as far as it can tell alone"
    assert "It is not signed." in dialog.proof.said.text()
    assert not dialog.why.isVisible()
    person.press(dialog.do)
    person.until(lambda: is_here(person, manifest))


def test_a_key_that_nobody_noted_is_told_by_its_fingerprint(person: Person, tmp_path: Path, key: OwnKey) -> None:
    path = tmp_path / "parcel.json"
    sent(path, key)
    dialog = announced(person, path)
    said = f"It is signed with the key {short_key(key.public)}, which this bank does not know."
    assert said in dialog.proof.said.text()
    dialog.reject()


def test_a_key_that_is_noted_tells_who_signed_in_the_words_of_verify(
    person: Person, tmp_path: Path, key: OwnKey
) -> None:
    do(person, SaveParty(KLINIK))
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        sender = next(each.id for each in parties(reader) if each.organisation == KLINIK.organisation)
    do(person, SetSetting(party_keys(sender), key.public))
    path = tmp_path / "parcel.json"
    sent(path, key)
    dialog = announced(person, path)
    assert dialog.proof.headline.text() == "Proved by its signature"
    assert f"{short_key(key.public)}, which this bank has noted for: Klinik am Berg." in dialog.proof.said.text()
    proof = of_sender(look(path.read_bytes(), path.name), bank)
    assert proof.verdict is Verdict.BY_SIGNATURE
    for sentence in ProofWords().verdict(proof, bank_is_open=True):
        assert sentence in dialog.proof.said.text()
    dialog.reject()


def test_a_broken_signature_is_taken_in_only_for_a_reason_that_history_keeps(
    person: Person, tmp_path: Path, key: OwnKey
) -> None:
    path = tmp_path / "parcel.json"
    manifest = sent(path, key)
    file = json.loads(path.read_text(encoding="utf-8"))
    file["signature"]["key"] = "5a" * 32
    path.write_text(json.dumps(file), encoding="utf-8")
    dialog = announced(person, path)
    assert dialog.proof.headline.text() == "1 thing is wrong with it"
    assert "The signature is wrong" in dialog.proof.said.text()
    assert "Don't rely on it" in dialog.proof.said.text()
    assert not dialog.do.isEnabled()
    assert dialog.do.text() == "Announce it all the same"
    QTest.keyClicks(dialog.why, "the sender was asked", NONE, 45)  # by hand: no scanner is as slow
    person.press(dialog.do)
    person.until(lambda: is_here(person, manifest))
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        assert history_page(reader, None, 1)[0].reason == "the sender was asked"


def test_a_file_that_was_changed_is_refused_whatever_its_signature(person: Person, tmp_path: Path, key: OwnKey) -> None:
    path = tmp_path / "parcel.json"
    manifest = sent(path, key)
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace(manifest.items[0].tube, "MC-OTHER"), encoding="utf-8")
    person.trigger("announce parcel")
    choose(person, path)
    person.until(lambda: bool(person.window.bar.text))
    assert not person.window.findChildren(AnnounceDialog)
    assert not is_here(person, manifest)


def test_codes_that_tubes_here_have_are_told_before_the_parcel_is_announced(person: Person, tmp_path: Path) -> None:
    path = tmp_path / "parcel.json"
    person.show(person.boxes()[0])
    standing = person.tubes()[0].barcode
    manifest = a_manifest(3)
    first, *others = manifest.items
    write_manifest(path, manifest._replace(items=(first._replace(tube=standing), *others)), None)
    dialog = announced(person, path)
    assert dialog.clash.isVisible()
    assert dialog.clash.text().startswith(f"1 tube on the list has a code that a tube here has: {standing}.")
    dialog.reject()
    write_manifest(path, manifest, None)
    dialog = announced(person, path)
    assert not dialog.clash.isVisible()
    dialog.reject()
