"""Files of parcels verified from the Help menu: good ones, changed ones, with a bank open and without one."""

import io
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from freezerapp.documents.manifest import write_manifest
from freezerapp.documents.parcel_paper import Print
from freezerapp.domain.manifest import SHORT, Manifest, fingerprint, short_fingerprint
from freezerapp.exchange.manifest_book import manifest_xlsx
from freezerapp.exchange.manifest_csv import manifest_csv
from freezerapp.exchange.manifests import manifest_json
from freezerapp.proving import Verdict
from freezerapp.ui.dialogs.verify_manifest import VerifyManifestDialog
from tests.at_the_bench import Person
from tests.gestures.conftest import People
from tests.gestures.parcels_made import issued, packed
from tests.gestures.test_shipping import dialog_of
from tests.manifests import a_manifest
from tests.ui.conftest import ended, started

FORMS = ("json", "csv", "xlsx", "pdf")


def content(manifest: Manifest, form: str) -> bytes:
    if form == "pdf":
        target = io.BytesIO()
        write_manifest(target, manifest, Print({}))
        return target.getvalue()
    return {"json": manifest_json, "csv": manifest_csv, "xlsx": manifest_xlsx}[form](manifest)


def verified(person: Person, dialog: Any, file: bytes, path: Path) -> Any:
    """Give the dialog a file and wait for what it says."""
    path.write_bytes(file)
    dialog.chosen.emit(path)
    person.until(dialog.choose.isEnabled)
    return dialog


@pytest.fixture
def dialog(person: Person) -> Any:
    person.trigger("verify manifest")
    return dialog_of(person, VerifyManifestDialog)


def test_what_this_bank_issued_is_proved_in_every_form(person: Person, dialog: Any, tmp_path: Path) -> None:
    manifest = issued(person, packed(person))
    for form in FORMS:
        shown = verified(person, dialog, content(manifest, form), tmp_path / f"m.{form}")
        assert shown.proof.verdict is Verdict.PROVED, shown.findings.toPlainText()
        assert shown.headline.text() == "As this bank issued it"
        assert shown.what.text() == f"Manifest {manifest.number}, version 1"
        assert shown.fingerprint.text() == short_fingerprint(fingerprint(manifest)[:SHORT])
        assert not shown.findings.isVisible()
        assert "the bank's history" in shown.verdict.text()


def test_a_forgery_is_found_by_the_bank_and_each_thing_is_said(person: Person, dialog: Any, tmp_path: Path) -> None:
    manifest = issued(person, packed(person))
    first, *others = manifest.items
    forged = manifest._replace(items=(first._replace(tube="MC9999999999"), *others))
    shown = verified(person, dialog, content(forged, "json"), tmp_path / "m.json")
    assert shown.proof.verdict is Verdict.CHANGED
    assert shown.headline.text().endswith("things are wrong with it")
    assert f"Tube {first.tube} was issued and is not here" in shown.findings.toPlainText()
    assert shown.findings.isVisible()
    assert "Don't rely on it" in shown.verdict.text()


def test_a_file_that_was_changed_by_hand_is_found_by_itself(person: Person, dialog: Any, tmp_path: Path) -> None:
    manifest = issued(person, packed(person))
    changed = content(manifest, "csv").replace(manifest.items[0].tube.encode(), b"MC9999999999")
    shown = verified(person, dialog, changed, tmp_path / "m.csv")
    assert "Line 1 of the list was changed" in shown.findings.toPlainText()


def test_another_file_is_refused_and_the_next_one_is_read(person: Person, dialog: Any, tmp_path: Path) -> None:
    shown = verified(person, dialog, b"nothing of ours", tmp_path / "m.json")
    assert (shown.proof, shown.headline.text()) == (None, "This can't be verified")
    assert shown.verdict.text()
    assert not shown.what.isVisible()
    shown = verified(person, dialog, content(a_manifest(2), "json"), tmp_path / "n.json")
    assert "This bank never issued a manifest" in shown.findings.toPlainText()


def test_french_is_spoken_throughout(people: People, tmp_path: Path) -> None:
    person = people("fr")
    person.trigger("verify manifest")
    dialog = dialog_of(person, VerifyManifestDialog)
    assert dialog.windowTitle() == "Vérifier un bordereau"
    manifest = issued(person, packed(person))
    first, *others = manifest.items
    forged = manifest._replace(items=(first._replace(tube="MC9999999999"), *others))
    shown = verified(person, dialog, content(forged, "json"), tmp_path / "m.json")
    assert "anomalies" in shown.headline.text()
    said = shown.findings.toPlainText()
    assert not any(word in said for word in ("tube was", "issued", " here", "history"))


def test_a_file_is_verified_without_a_bank(
    qapp: QApplication, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = started(qapp, qtbot, tmp_path / "settings.ini", "en")
    try:
        person = Person(program, qtbot, monkeypatch)
        person.until(lambda: program.window.furnished)
        person.trigger("verify manifest")
        dialog = dialog_of(person, VerifyManifestDialog)
        for form in FORMS:
            shown = verified(person, dialog, content(a_manifest(3), form), tmp_path / f"m.{form}")
            assert shown.proof.verdict is Verdict.ALONE
            assert "where the bank that sent it is open" in shown.verdict.text()
    finally:
        ended(qapp, [program])
