"""What dialogs with fields share: a line of a form, the button that does it, room for words that come later."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QLabel, QLayout, QPushButton, QWidget

APART = 12
"""px between a label and its field, where several forms are in line."""


def add_line(form: QFormLayout, text: str, field: QWidget, part: QWidget | QLayout | None = None) -> None:
    """A field with its label, whose key leads to it; a screen reader says the same words.

    ``part`` holds the field where there is more beside it.
    """
    label = QLabel(text)
    label.setProperty("look", "field-label")
    label.setBuddy(field)
    field.setAccessibleName(text.replace("&", ""))
    if isinstance(part, QLayout):
        form.addRow(label, part)
    else:
        form.addRow(label, part or field)


def line_up(*forms: QFormLayout) -> None:
    """Fields of forms that stand below one another begin at the same place."""
    items = [form.itemAt(row, QFormLayout.ItemRole.LabelRole) for form in forms for row in range(form.rowCount())]
    labels = [label for item in items if item is not None and (label := item.widget()) is not None]
    for label in labels:
        label.ensurePolished()
    widest = max(label.sizeHint().width() for label in labels)
    for label in labels:
        label.setMinimumWidth(widest)
    for form in forms:
        form.setHorizontalSpacing(APART)


def add_main_button(buttons: QDialogButtonBox, text: str) -> QPushButton:
    """The button that does what a dialog is for; Enter presses it."""
    button = buttons.addButton(text, QDialogButtonBox.ButtonRole.AcceptRole)
    button.setProperty("look", "primary")
    return button


def grow(dialog: QDialog) -> None:
    """Make a dialog as high as its words need now; Qt would squeeze them into the height it had."""
    layout = dialog.layout()
    if layout is None or not dialog.isVisible():
        return
    layout.activate()
    needed = layout.totalSizeHint().height()
    if layout.hasHeightForWidth():
        needed = max(needed, layout.totalHeightForWidth(dialog.width()))
    if needed > dialog.height():
        dialog.resize(dialog.width(), needed)
