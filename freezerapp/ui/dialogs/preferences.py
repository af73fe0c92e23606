"""Preferences: theme, language, size, and how the bench works. All but the size count at once."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from freezerapp.ui.dialogs.form import add_line
from freezerapp.ui.look import Look, Scheme
from freezerapp.ui.settings import DRAG_HOLD, LANGUAGE, OUT_LIMIT, SCALE, SOUNDS, THEME, Settings

SCALES = (100, 110, 125, 150, 175, 200)


class PreferencesDialog(QDialog):
    """Each choice is kept and takes effect when it is made; there is nothing to confirm."""

    language_chosen = Signal(str)

    def __init__(self, look: Look, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._look = look
        self._settings = settings
        self.setWindowTitle(self.tr("Preferences"))
        self.setMinimumWidth(420)
        self.theme = QComboBox()
        for word, text in (
            ("system", self.tr("As the system")),
            ("light", self.tr("Light")),
            ("dark", self.tr("Dark")),
        ):
            self.theme.addItem(text, word)
        self.language = QComboBox()
        for word, text in (("system", self.tr("As the system")), ("en", "English"), ("fr", "Français")):
            self.language.addItem(text, word)
        self.scale = QComboBox()
        for share in SCALES:
            self.scale.addItem(f"{share} %", share)
        self.hold = QSpinBox()
        self.hold.setRange(0, 2_000)
        self.hold.setSingleStep(50)
        self.hold.setSuffix(self.tr(" ms"))
        self.out = QSpinBox()
        self.out.setRange(1, 600)
        self.out.setSuffix(self.tr(" min"))
        for number in (self.hold, self.out):
            number.lineEdit().setTextMargins(8, 0, 0, 0)  # no style sheet reaches the field inside
        self.sounds = QCheckBox(self.tr("Tones for scans: right, wrong, attention"))
        form = QFormLayout()
        form.setVerticalSpacing(12)
        for text, field in (
            (self.tr("&Theme"), self.theme),
            (self.tr("&Language"), self.language),
            (self.tr("&Size of everything"), self.scale),
            (self.tr("&Hold before a tube is dragged"), self.hold),
            (self.tr("&Warn when a tube is out for"), self.out),
        ):
            add_line(form, text, field)
        form.addRow("", self.sounds)
        self._later = QLabel(self.tr("The size changes at the next start."))
        self._later.setProperty("look", "secondary")
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self._later)
        layout.addStretch(1)
        layout.addWidget(buttons)
        self.theme.setCurrentIndex(self.theme.findData(settings.get(THEME)))
        self.language.setCurrentIndex(self.language.findData(settings.get(LANGUAGE)))
        self.scale.setCurrentIndex(max(0, self.scale.findData(settings.get(SCALE))))
        self.hold.setValue(settings.get(DRAG_HOLD))
        self.out.setValue(settings.get(OUT_LIMIT))
        self.sounds.setChecked(bool(settings.get(SOUNDS)))
        self.hold.valueChanged.connect(lambda value: settings.put(DRAG_HOLD, value))
        self.out.valueChanged.connect(lambda value: settings.put(OUT_LIMIT, value))
        self.sounds.toggled.connect(lambda on: settings.put(SOUNDS, int(on)))
        self.theme.currentIndexChanged.connect(self._on_theme)
        self.language.currentIndexChanged.connect(self._on_language)
        self.scale.currentIndexChanged.connect(self._on_scale)

    def _on_theme(self) -> None:
        word = str(self.theme.currentData())
        self._settings.put(THEME, word)
        self._look.choose(Scheme(word))

    def _on_language(self) -> None:
        word = str(self.language.currentData())
        self._settings.put(LANGUAGE, word)
        self.language_chosen.emit(word)

    def _on_scale(self) -> None:
        self._settings.put(SCALE, int(self.scale.currentData()))
