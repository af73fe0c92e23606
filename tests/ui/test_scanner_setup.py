"""One scan of the test card sets the scanner up; from then on its codes arrive as they are."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from freezerapp.domain.scan import Setup, readings
from freezerapp.domain.scan_target import Tone
from freezerapp.domain.scanner_card import CARD
from freezerapp.ui.dialogs.scanner_setup import ScannerSetupDialog
from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.scanner import Scanner, setup_of
from freezerapp.ui.settings import SCAN_GAP, SCAN_PREFIX, Settings
from freezerapp.ui.sounds import Sounds

NO_KEYS = Qt.KeyboardModifier.NoModifier
FRENCH = str.maketrans("1234567890-/:_.azqwmAZQWM", "&é\"'(-è_çà)!M°:qwa" + "z,QWAZ?")


class Desk:
    """The dialog, a scanner and what it hears."""

    now = 1_000_000

    def __init__(self, qapp: QApplication, folder: Path) -> None:
        self.settings = Settings(folder / "settings.ini")
        self.look = Look(qapp, Scheme.LIGHT)
        self.scanner = Scanner(qapp, self.settings)
        self.played: list[Path] = []
        self.sounds = Sounds(self.settings, folder / "tones", self.played.append)
        self.heard: list[str] = []
        self.scanner.scanned.connect(lambda scan: self.heard.append(readings(scan, setup_of(self.settings))[0]))
        self.dialog = ScannerSetupDialog(self.look, self.scanner, self.sounds, self.settings)

    def scan(self, text: str, gap: int = 6, end: bool = True) -> None:
        Desk.now += 600
        for c in [*text, "\r"] if end else text:
            Desk.now += gap
            key = Qt.Key.Key_Return if c == "\r" else ord(c.upper()[0])
            event = QKeyEvent(QEvent.Type.KeyPress, key, NO_KEYS, c)
            event.setTimestamp(Desk.now)
            target = QApplication.focusWidget() or QApplication.activeWindow()
            assert target is not None
            QApplication.sendEvent(target, event)
        QApplication.processEvents()

    @property
    def facts(self) -> dict[str, str]:
        return {fact.label: fact.value for fact in self.dialog.facts.facts}


@pytest.fixture
def desk(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> Iterator[Desk]:
    made = Desk(qapp, tmp_path)
    qtbot.addWidget(made.dialog)
    made.dialog.open()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is made.dialog)
    yield made
    made.scanner.stop()
    made.look.deleteLater()


def test_a_us_scanner_on_a_french_layout_is_recognised_and_kept(desk: Desk, qtbot: QtBot) -> None:
    desk.scan(f"~{CARD}".translate(FRENCH))
    assert "French" in desk.facts["Keyboard layout"]
    assert desk.facts["Before the code"] == "~"
    assert desk.dialog.keep.isEnabled()
    desk.dialog.keep.click()
    assert not desk.dialog.isVisible()
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    field.activateWindow()
    qtbot.waitUntil(lambda: QApplication.activeWindow() is field)
    desk.scan("~MZ-66".translate(FRENCH))
    assert desk.heard == ["MZ-66"]
    assert field.text() == ""


def test_while_it_is_open_nobody_else_hears_the_scanner(desk: Desk) -> None:
    desk.scan("MC0000012345")
    assert desk.heard == []
    assert "another code" in desk.dialog.said.text()
    assert not desk.dialog.keep.isEnabled()
    assert desk.dialog.isVisible()
    assert desk.played[-1].stem == Tone.WRONG.value


def test_a_slow_scanner_is_given_more_time(desk: Desk) -> None:
    desk.scan(CARD, gap=60)
    desk.dialog.keep.click()
    assert desk.settings.get(SCAN_GAP) == 90
    assert desk.scanner._pace.gap_ms == 90


def test_one_that_is_as_slow_as_a_hand_is_refused(desk: Desk) -> None:
    desk.scan(CARD, gap=130)
    assert "too slowly" in desk.dialog.said.text()
    assert not desk.dialog.keep.isEnabled()


def test_lost_characters_are_told(desk: Desk) -> None:
    desk.scan(CARD.replace("y", ""))
    assert "did not arrive" in desk.dialog.said.text()


def test_a_prefix_of_letters_is_warned_of(desk: Desk) -> None:
    desk.scan(f"X{CARD}")
    assert "Advice" in desk.facts


def test_a_scanner_without_end_key_is_told_what_to_do(desk: Desk, qtbot: QtBot) -> None:
    desk.scan(CARD, end=False)
    qtbot.waitUntil(lambda: "no end key" in desk.dialog.said.text(), timeout=3_000)


def test_the_set_up_can_be_forgotten(desk: Desk, qapp: QApplication, qtbot: QtBot) -> None:
    desk.scan(f"~{CARD}", gap=50)
    desk.dialog.keep.click()
    assert desk.settings.get(SCAN_PREFIX) == "~"
    again = ScannerSetupDialog(desk.look, desk.scanner, desk.sounds, desk.settings)
    qtbot.addWidget(again)
    assert [fact.value for fact in again.facts.facts][1] == "~"
    again.forget.click()
    assert setup_of(desk.settings) == Setup()
    assert desk.settings.get(SCAN_GAP) == SCAN_GAP.default
    assert not again.forget.isEnabled()


def test_tones_are_switched_at_once(desk: Desk) -> None:
    desk.dialog.tones.setChecked(False)
    assert not desk.sounds.on
    desk.scan(CARD)
    assert desk.played == []
    desk.dialog.tones.setChecked(True)
    assert len(desk.played) == 1


def test_the_text_of_the_card_can_be_taken_along(desk: Desk) -> None:
    desk.dialog.copy.click()
    assert QGuiApplication.clipboard().text() == CARD
    assert desk.dialog.card.text() == CARD


def test_everything_has_a_name(desk: Desk) -> None:
    dialog = desk.dialog
    for part in (dialog.copy, dialog.keep, dialog.forget, dialog.tones):
        assert part.text()
    assert dialog.card.accessibleName()
