"""What the site decides for its bank, through the window: set at once, undone at once, by those who may."""

import json
import os
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from freezerapp.commands.parties import TWO_PERSONS
from freezerapp.domain.signing import OWN_KEYS, keys_kept, party_keys, read_keys, said_key, short_key
from freezerapp.exchange.receipts import look_at_receipt, receipt_json
from freezerapp.exchange.signing import key_folder, make_key, own_key
from freezerapp.storage.rows.shipments import parties, settings, shipment_rows
from freezerapp.ui.dialogs.pace import PaceDialog
from freezerapp.ui.dialogs.site_rules import SiteRulesDialog
from freezerapp.ui.papers_shown import shown
from freezerapp.ui.parcel_papers import save
from tests.at_the_bench import Person
from tests.gestures.conftest import People
from tests.ui.test_accessible import nameless

THEIRS = "1f7c" * 16


@pytest.fixture
def keys(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The user's folder of private keys, this test's own."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    return key_folder()


@pytest.fixture
def manager(person: Person, keys: Path) -> Person:
    """A person who may set the rules."""
    person.window.doing.choose_operator(1)
    return person


def opened(person: Person) -> SiteRulesDialog:
    person.trigger("site rules")
    person.until(lambda: isinstance(QApplication.activeModalWidget(), SiteRulesDialog))
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, SiteRulesDialog)
    person.until(lambda: dialog.limits.text() and dialog.others.party.count())
    return dialog


def paste(dialog: SiteRulesDialog, text: str) -> None:
    """Paste keys for the organisation that is chosen: nobody types them, and what is as fast as that is a scan."""
    QGuiApplication.clipboard().setText(text)
    dialog.others.keys.setFocus()
    QTest.keySequence(dialog.others.keys, QKeySequence(QKeySequence.StandardKey.Paste))


def set_it(person: Person, dialog: SiteRulesDialog) -> None:
    person.press(dialog.do)
    person.until(lambda: QApplication.activeModalWidget() is None)
    person.done()


def now(person: Person) -> dict[str, str]:
    """The rules as the bank has them."""
    bank: Any = person.program.dispatcher.bank
    with bank.reading() as reader:
        return dict(settings(reader))


def with_key(person: Person) -> str:
    """Let the bank have a key; gives its public half."""
    dialog = opened(person)
    person.press(dialog.own.make)
    set_it(person, dialog)
    person.until(lambda: keys_kept(now(person), OWN_KEYS))
    person.done()
    return keys_kept(now(person), OWN_KEYS)[0]


def test_rules_are_set_at_once_and_undone_at_once(manager: Person) -> None:
    dialog = opened(manager)
    assert not dialog.do.isEnabled(), "nothing is decided yet"
    QTest.mouseClick(dialog.two, Qt.MouseButton.LeftButton, pos=dialog.two.rect().center() / 4)
    paste(dialog, said_key(THEIRS).upper())
    party = dialog.others.party.currentData()
    set_it(manager, dialog)
    manager.until(lambda: manager.window.bar.text == "The site rules are set.")
    assert now(manager) == {TWO_PERSONS: "yes", party_keys(party): THEIRS}
    manager.confirm()
    manager.done()
    manager.until(lambda: now(manager) == {})
    again = opened(manager)
    assert not again.two.isChecked()
    assert again.others.keys.toPlainText() == ""
    again.reject()


def test_a_key_is_made_kept_by_the_user_alone_and_known_to_the_bank(manager: Person, keys: Path) -> None:
    public = with_key(manager)
    assert f"signs with the key {short_key(public)}" in manager.window.bar.text
    (file,) = keys.iterdir()
    assert file.stem == public
    if os.name == "posix":
        assert file.stat().st_mode & 0o777 == 0o600
    bank = manager.program.dispatcher.bank
    assert bank is not None
    assert file.read_text().strip().encode() not in bank.path.read_bytes(), "the private half is in no bank"
    dialog = opened(manager)
    assert dialog.own.list.item(0).text() == f"{short_key(public)}   on this computer"
    manager.press(dialog.own.copy)
    assert read_keys(QGuiApplication.clipboard().text()) == (public,)
    dialog.reject()


def test_given_up_no_key_is_made(manager: Person, keys: Path) -> None:
    dialog = opened(manager)
    manager.press(dialog.own.make)
    assert dialog.own.list.item(0).text() == "A new key, made when the rules are set"
    assert dialog.do.isEnabled()
    manager.press(dialog.own.make)
    assert not dialog.do.isEnabled(), "once more: no key after all"
    manager.press(dialog.own.make)
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    manager.until(lambda: QApplication.activeModalWidget() is None)
    manager.done()
    assert not keys.exists()
    assert now(manager) == {}


def test_a_key_that_cannot_be_kept_changes_nothing_and_is_told(manager: Person, keys: Path) -> None:
    keys.parent.mkdir(parents=True)
    keys.write_text("in the way")
    dialog = opened(manager)
    manager.press(dialog.own.make)
    set_it(manager, dialog)
    manager.until(lambda: "can't be kept" in manager.window.bar.text)
    assert now(manager) == {}


def test_a_newer_key_stands_first_and_a_withdrawn_one_is_gone_until_undone(manager: Person) -> None:
    first = with_key(manager)
    second = with_key(manager)
    assert keys_kept(now(manager), OWN_KEYS) == (second, first)
    dialog = opened(manager)
    dialog.own.list.setCurrentRow(1)
    manager.press(dialog.own.withdraw)
    assert dialog.own.list.count() == 1
    set_it(manager, dialog)
    manager.until(lambda: keys_kept(now(manager), OWN_KEYS) == (second,))
    manager.confirm()
    manager.until(lambda: keys_kept(now(manager), OWN_KEYS) == (second, first))
    manager.done()


def test_on_another_computer_it_says_that_nothing_is_signed(
    manager: Person, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    public = with_key(manager)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "another"))
    dialog = opened(manager)
    assert dialog.own.list.item(0).text() == f"{short_key(public)}   on another computer"
    assert "not signed" in dialog.own.about.text()
    dialog.reject()


def test_what_is_no_key_is_named_and_not_set_for_any_organisation(manager: Person) -> None:
    dialog = opened(manager)
    paste(dialog, "abc")
    assert dialog.others.note.isVisible()
    assert "“abc”" in dialog.others.note.text()
    dialog.others.party.setFocus()
    QTest.keyClick(dialog.others.party, Qt.Key.Key_Down)
    assert dialog.others.keys.toPlainText() == "", "each has its own"
    QTest.mouseClick(dialog.two, Qt.MouseButton.LeftButton, pos=dialog.two.rect().center() / 4)
    assert not dialog.do.isEnabled()
    QTest.keyClick(dialog.others.party, Qt.Key.Key_Up)
    assert dialog.others.keys.toPlainText() == "abc"
    dialog.others.keys.setPlainText("")
    assert dialog.others.note.isHidden()
    assert dialog.do.isEnabled()
    dialog.reject()


def test_who_may_not_set_rules_reads_them_and_is_told_why(people: People, keys: Path) -> None:
    person = people()
    dialog = opened(person)
    assert "Only a manager or an administrator" in dialog.why_not.text()
    assert not dialog.two.isEnabled()
    assert not dialog.own.make.isEnabled()
    assert dialog.others.keys.isReadOnly()
    paste(dialog, THEIRS)
    assert dialog.changed == {}
    assert not dialog.do.isEnabled()
    dialog.reject()


def test_pace_and_limits_open_over_the_rules_and_what_was_typed_stays(manager: Person) -> None:
    dialog = opened(manager)
    assert "out for 5 min at most" in dialog.limits.text()
    paste(dialog, THEIRS)
    manager.press(dialog.pace)
    manager.until(lambda: isinstance(QApplication.activeModalWidget(), PaceDialog))
    pace = QApplication.activeModalWidget()
    assert isinstance(pace, PaceDialog)
    manager.until(pace.do.isEnabled)
    pace.fields["limit_s"].setValue(7.5)
    manager.press(pace.do)
    manager.until(lambda: "out for 7.5 min at most" in dialog.limits.text())
    assert dialog.others.keys.toPlainText() == THEIRS
    manager.done()
    dialog.reject()


def test_every_part_of_the_dialog_has_a_name(manager: Person) -> None:
    with_key(manager)
    dialog = opened(manager)
    assert nameless(dialog) == []
    dialog.reject()


def test_in_french_it_says_the_same(people: People, keys: Path) -> None:
    person = people("fr")
    person.window.doing.choose_operator(1)
    dialog = opened(person)
    assert dialog.windowTitle() == "Règles du site"
    assert "5 min au plus" in dialog.limits.text()
    dialog.reject()


# --- what is written from the window is signed ---


def test_a_manifest_saved_from_the_window_is_signed(manager: Person, tmp_path: Path) -> None:
    bank: Any = manager.program.dispatcher.bank
    with bank.reading() as reader:
        key = next(row.id for row in shipment_rows(reader) if row.number == "SHP-2021-0003")
        unsigned = shown(reader, key)
    save(unsigned.manifest, tmp_path / "unsigned.json", b"", unsigned.keys)
    assert "signature" not in json.loads((tmp_path / "unsigned.json").read_text())
    public = with_key(manager)
    with bank.reading() as reader:
        found = shown(reader, key)
    save(found.manifest, tmp_path / "signed.json", b"", found.keys)
    assert json.loads((tmp_path / "signed.json").read_text())["signature"]["key"] == public


def test_a_key_noted_for_an_organisation_is_found_under_its_name(manager: Person) -> None:
    from freezerapp.domain.receipt import Receipt
    from freezerapp.domain.signing import Whose, signer

    theirs = make_key(key_folder().parent / "theirs")
    dialog = opened(manager)
    name = dialog.others.party.currentText()
    paste(dialog, theirs.public)
    set_it(manager, dialog)
    manager.until(lambda: now(manager))
    receipt = Receipt("SHP-1", 1, "ab" * 32, "2026-11-23T10:20+00:00", "Dr B")
    signed = look_at_receipt(receipt_json(receipt, own_key((theirs.public,), theirs.path.parent)), "file").signed
    assert signed.signature is not None
    assert signed.fits
    bank: Any = manager.program.dispatcher.bank
    with bank.reading() as reader:
        by = signer(signed.signature.key, settings(reader), parties(reader))
    assert (by.whose, by.names) == (Whose.KNOWN, (name,))
