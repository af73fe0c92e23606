"""Fields of dialogs that are filled by scanning: a scan made while such a dialog is open goes there."""

from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget

_PROPERTY = "filled by scans"


def fill_by_scans(field: QLineEdit | QPlainTextEdit) -> None:
    """Let scans go into a field as long as its dialog is open: in place of its text, or as its next line."""
    field.setProperty(_PROPERTY, True)


def put_into_dialog(code: str) -> bool:
    """Put a code that was scanned into the open dialog; False where none waits for one."""
    dialog = QApplication.activeModalWidget()
    if dialog is None:
        return False
    for field in dialog.findChildren(QWidget):
        if field.property(_PROPERTY) and field.isVisible() and field.isEnabled():
            if isinstance(field, QPlainTextEdit):
                lines = field.toPlainText().rstrip("\n")
                field.setPlainText(f"{lines}\n{code}\n" if lines else f"{code}\n")
                return True
            if isinstance(field, QLineEdit):
                field.setText(code)
                return True
    return False
