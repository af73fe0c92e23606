"""Sets the scanner up: one scan of a test card tells what scanner and keyboard do to a code."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QGuiApplication, QHideEvent, QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from freezerapp.domain.scan import Scan, Setup
from freezerapp.domain.scan_target import Tone
from freezerapp.domain.scanner_card import CARD, Layout, Learnt, NoCard, learn
from freezerapp.ui import words
from freezerapp.ui.dialogs.form import grow
from freezerapp.ui.look import Look
from freezerapp.ui.scanner import Scanner, setup_of
from freezerapp.ui.settings import SCAN_GAP, SCAN_LAYOUT, SCAN_PREFIX, SCAN_SUFFIX, Settings
from freezerapp.ui.sounds import Sounds
from freezerapp.ui.widgets.facts_table import Fact, FactsTable

SLOWEST_MS = 100
"""A scanner that needs longer between two keys can't be told from a hand."""
LISTENING_GAP_MS = 150


class ScannerSetupDialog(QDialog):
    """Listens while it is shown; what was recognised counts from when it is kept."""

    def __init__(
        self,
        look: Look,
        scanner: Scanner,
        sounds: Sounds,
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._scanner = scanner
        self._sounds = sounds
        self._settings = settings
        self._learnt: Learnt | None = None
        self.setWindowTitle(self.tr("Set up the scanner"))
        self.setMinimumWidth(620)
        about = _wrapped(
            self.tr(
                "Scan a Data Matrix or Code 128 that holds this text. Any label program can print it as a card to keep."
            )
        )
        self.card = QLineEdit(CARD)
        self.card.setReadOnly(True)
        self.card.setProperty("look", "mono")
        self.card.setAccessibleName(self.tr("Text of the test card"))
        self.card.setCursorPosition(0)
        self.copy = QPushButton(self.tr("&Copy"))
        self.copy.setAutoDefault(False)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(CARD))
        beside = QHBoxLayout()
        beside.addWidget(self.card, 1)
        beside.addWidget(self.copy)
        self.said = _wrapped("")
        self.facts = FactsTable(look, label_width=150)
        self.tones = QCheckBox(self.tr("&Tones for right, wrong and attention"))
        self.tones.setChecked(sounds.on)
        self.tones.toggled.connect(self._on_tones)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        self.keep = buttons.addButton(self.tr("&Keep"), QDialogButtonBox.ButtonRole.ApplyRole)
        self.keep.setProperty("look", "primary")
        self.keep.setDefault(True)
        self.keep.clicked.connect(self._on_keep)
        self.forget = buttons.addButton(self.tr("&Forget the set-up"), QDialogButtonBox.ButtonRole.ResetRole)
        self.forget.clicked.connect(self._on_forget)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addWidget(about)
        layout.addLayout(beside)
        layout.addWidget(self.said)
        layout.addWidget(self.facts)
        layout.addStretch(1)
        layout.addWidget(self.tones)
        layout.addWidget(buttons)
        scanner.unended.connect(self._on_unended)
        self._show_kept()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not event.spontaneous():
            self._scanner.lend(self._on_scan, LISTENING_GAP_MS)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not event.spontaneous():
            self._scanner.give_back(self._on_scan)

    def _on_scan(self, scan: Scan) -> None:
        learnt = learn(scan)
        if isinstance(learnt, NoCard):
            self._learnt = None
            self.facts.show_facts(())
            self._say(self._no_card(learnt), Tone.WRONG)
        elif learnt.slowest_ms > SLOWEST_MS:
            self._learnt = None
            self.facts.show_facts(self._facts(learnt))
            self._say(
                self.tr("The scanner types too slowly. Shorten the delay between its characters, and scan again."),
                Tone.WRONG,
            )
        else:
            self._learnt = learnt
            self.facts.show_facts(self._facts(learnt))
            self._say(self.tr("The card was recognised. Keep this?"), Tone.RIGHT)
        self._allow()

    def _no_card(self, why: NoCard) -> str:
        if why is NoCard.OTHER_CODE:
            return self.tr("This is another code than the test card.")
        return self.tr(
            "Characters of the card did not arrive. Set the scanner to the keyboard layout of this computer,"
            " and scan again."
        )

    def _facts(self, learnt: Learnt) -> tuple[Fact, ...]:
        layout = {
            Layout.RIGHT: self.tr("fits the scanner"),
            Layout.FRENCH: self.tr("a US scanner on a French layout, which is put right"),
            Layout.OTHER: self.tr("%Ln character(s) arrive as others, which is put right", "", learnt.exchanged),
        }[learnt.layout]
        caps = self.tr("on: capitals and small letters are put right") if learnt.caps_lock else self.tr("off")
        mark = self.tr("{mark}, taken away").format(mark=learnt.symbology) if learnt.symbology else self.tr("none")
        facts = [
            Fact(self.tr("Keyboard layout"), layout),
            Fact(self.tr("Caps Lock"), caps),
            *self._around(learnt.setup),
            Fact(self.tr("Symbology mark"), mark),
            Fact(
                self.tr("Speed"),
                self.tr("{ms} ms at most between two keys").format(ms=words.number(learnt.slowest_ms)),
                warning=learnt.slowest_ms > SLOWEST_MS,
            ),
        ]
        if learnt.risky:
            said = self.tr("Before or after the code, only signs that no code has are safe, such as ~ or *.")
            facts.append(Fact(self.tr("Advice"), said, warning=True))
        return tuple(facts)

    def _around(self, setup: Setup) -> tuple[Fact, Fact]:
        nothing = self.tr("nothing")
        return (
            Fact(self.tr("Before the code"), _seen(setup.prefix) or nothing, mono=bool(setup.prefix)),
            Fact(self.tr("After the code"), _seen(setup.suffix) or nothing, mono=bool(setup.suffix)),
        )

    def _show_kept(self) -> None:
        """What counts at present, before anything was scanned."""
        setup = setup_of(self._settings)
        self._learnt = None
        if setup == Setup():
            self.facts.show_facts(())
            self.said.setText(
                self.tr("Nothing is set up: codes are taken as the scanner sends them. Waiting for the card…")
            )
        else:
            pairs = len(setup.layout) // 2
            layout = self.tr("fits the scanner")
            if pairs:
                layout = self.tr("%Ln character(s) arrive as others, which is put right", "", pairs)
            self.facts.show_facts((Fact(self.tr("Keyboard layout"), layout), *self._around(setup)))
            self.said.setText(self.tr("This is set up. Waiting for the card…"))
        self._allow()

    def _on_unended(self, _scan: Scan) -> None:
        if self.isVisible():
            self._say(
                self.tr("The scanner sends no end key. Switch on Enter or Tab after the code in its own settings."),
                Tone.ATTENTION,
            )

    def _on_keep(self) -> None:
        learnt = self._learnt
        if learnt is None:
            return
        usual = SCAN_GAP.default
        gap = max(usual, min(SLOWEST_MS, learnt.slowest_ms * 3 // 2))
        self._put(learnt.setup, gap)
        self.accept()

    def _on_forget(self) -> None:
        self._put(Setup(), SCAN_GAP.default)
        self._show_kept()

    def _put(self, setup: Setup, gap_ms: int) -> None:
        self._settings.put(SCAN_PREFIX, setup.prefix)
        self._settings.put(SCAN_SUFFIX, setup.suffix)
        self._settings.put(SCAN_LAYOUT, setup.layout)
        self._settings.put(SCAN_GAP, gap_ms)

    def _on_tones(self, on: bool) -> None:
        self._sounds.switch(on)
        self._sounds.play(Tone.RIGHT)

    def _allow(self) -> None:
        kept = setup_of(self._settings)
        self.keep.setEnabled(self._learnt is not None)
        self.forget.setEnabled(kept != Setup() or self._settings.get(SCAN_GAP) != SCAN_GAP.default)
        grow(self)

    def _say(self, text: str, tone: Tone) -> None:
        self.said.setText(text)
        self.said.setProperty("look", "" if tone is Tone.RIGHT else "warning")
        self.said.style().unpolish(self.said)
        self.said.style().polish(self.said)
        self._sounds.play(tone)
        if QAccessible.isActive():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.said, text))


def _wrapped(text: str) -> QLabel:
    label = QLabel(text)
    label.setWordWrap(True)
    label.setTextFormat(Qt.TextFormat.PlainText)
    return label


def _seen(text: str) -> str:
    """A text with what can't be seen in it written out."""
    return "".join(c if c.isprintable() and not c.isspace() else f"U+{ord(c):04X}" for c in text)
