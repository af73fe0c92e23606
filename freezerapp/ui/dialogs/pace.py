"""Asks how quick hands are at this site, and how long a tube may be out: by it batches are cut and minutes foretold."""

from collections.abc import Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QDoubleSpinBox, QFormLayout, QLabel, QVBoxLayout, QWidget

from freezerapp.domain.walking import PACE_NAMES, Pace, pace_of
from freezerapp.ui import pick_questions
from freezerapp.ui.dialogs.form import add_line, add_main_button
from freezerapp.ui.dispatcher import Dispatcher


class PaceDialog(QDialog):
    """``changed`` holds the new values by the name of the setting, as text in minutes."""

    def __init__(self, dispatcher: Dispatcher, why_not: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(self.tr("Pace and limits"))
        self.setMinimumWidth(460)
        self._before: Pace | None = None
        self._may = not why_not
        self.why_not = QLabel(why_not)
        self.why_not.setProperty("look", "warning")
        self.why_not.setWordWrap(True)
        self.why_not.setVisible(bool(why_not))
        about = QLabel(
            self.tr(
                "These belong to the bank. The predicted time of a pick list, and how many tubes are fetched in one"
                " go, follow from them; try them out with your own hands and freezers."
            )
        )
        about.setWordWrap(True)
        about.setProperty("look", "muted")
        texts = {
            "door_s": self.tr("For each &door"),
            "box_s": self.tr("For each &box"),
            "tube_s": self.tr("For each &tube"),
            "limit_s": self.tr("A tube is &out at most"),
            "nitrogen_limit_s": self.tr("Out of &nitrogen at most"),
        }
        self.fields: dict[str, QDoubleSpinBox] = {}
        form = QFormLayout()
        form.setVerticalSpacing(10)
        for name in Pace._fields:
            field = QDoubleSpinBox()
            field.setRange(0.05, 600)
            field.setDecimals(2)
            field.setSingleStep(0.25)
            field.setSuffix(self.tr(" min"))
            field.setEnabled(False)
            field.lineEdit().setTextMargins(8, 0, 0, 0)  # no style sheet reaches the field inside
            self.fields[name] = field
            add_line(form, texts[name], field)
        self.buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self.do = add_main_button(self.buttons, self.tr("Set"))
        self.buttons.accepted.connect(self.accept)
        self.buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 20, 20, 16)
        layout.setSpacing(12)
        layout.addWidget(about)
        layout.addWidget(self.why_not)
        layout.addLayout(form)
        layout.addWidget(self.buttons)
        self.do.setEnabled(False)
        dispatcher.ask(pick_questions.pace, self._on_read, owner=self)

    @property
    def changed(self) -> dict[str, str]:
        """What is to be set, by the name of the setting."""
        if self._before is None:
            return {}
        names = {field: name for name, field in PACE_NAMES.items()}
        now = {field: round(box.value() * 60) for field, box in self.fields.items()}
        before = self._before._asdict()
        return {
            names[field]: f"{self.fields[field].value():.2f}"
            for field, seconds in now.items()
            if seconds != before[field]
        }

    def _on_read(self, settings: Mapping[str, str]) -> None:
        self._before = pace_of(settings)
        for field, seconds in self._before._asdict().items():
            self.fields[field].setValue(seconds / 60)
            self.fields[field].setEnabled(self._may)
        self.do.setEnabled(self._may)
        if self._may:
            self.fields["door_s"].setFocus()
            self.fields["door_s"].selectAll()
