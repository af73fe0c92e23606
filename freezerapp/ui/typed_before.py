"""What stood in a text field before a key, to be brought back when the key was a scanner's."""

from typing import Protocol

from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QTextEdit, QWidget
from shiboken6 import isValid


class TypedBefore(Protocol):
    """A text field as it was."""

    @property
    def is_plain(self) -> bool:
        """Whether a character typed here does nothing but stand there, so that it can be taken out again."""
        ...

    def restore(self) -> None:
        """Take out what was typed since."""
        ...


class LineBefore:
    """A line of text as it was: what stood in it, and the cursor."""

    def __init__(self, edit: QLineEdit) -> None:
        self._edit = edit
        self._text = edit.text()
        self._cursor = edit.cursorPosition()
        self._start = edit.selectionStart()
        self._length = len(edit.selectedText())

    @property
    def is_plain(self) -> bool:
        """No: a selection would be replaced, a rule of the field may change what is typed, a list drop down."""
        edit = self._edit
        ruled = edit.validator() is not None or edit.completer() is not None or bool(edit.inputMask())
        return not (ruled or edit.isReadOnly() or edit.hasSelectedText())

    def restore(self) -> None:
        """Take out what was typed since, by the field's own means, so that undo goes on."""
        edit = self._edit
        if not isValid(edit):
            return
        now = edit.text()
        if now == self._text and edit.cursorPosition() == self._cursor:
            return
        added = len(now) - len(self._text)
        if added > 0 and now == self._text[: self._cursor] + now[self._cursor :][:added] + self._text[self._cursor :]:
            edit.setSelection(self._cursor, added)
            edit.del_()
        elif now != self._text:
            edit.selectAll()
            edit.insert(self._text)
        if self._length:
            backwards = self._cursor == self._start
            edit.setSelection(
                self._start + (self._length if backwards else 0), -self._length if backwards else self._length
            )
        else:
            edit.setCursorPosition(self._cursor)


class PageBefore:
    """A text of many lines as it was: its length and the cursor."""

    def __init__(self, edit: QTextEdit | QPlainTextEdit) -> None:
        self._edit = edit
        self._place = edit.textCursor().position()
        self._selected = edit.textCursor().hasSelection()
        self._length = edit.document().characterCount()

    @property
    def is_plain(self) -> bool:
        """No where a selection would be replaced, or text overwritten."""
        return not (self._edit.isReadOnly() or self._edit.overwriteMode() or self._selected)

    def restore(self) -> None:
        """Take out what was typed since."""
        if not isValid(self._edit):
            return
        added = self._edit.document().characterCount() - self._length
        if added > 0 and not self._selected:
            cursor = self._edit.textCursor()
            cursor.setPosition(self._place)
            cursor.setPosition(self._place + added, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            self._edit.setTextCursor(cursor)


def typed_before(widget: QWidget) -> TypedBefore | None:
    """A text field as it is now; None for anything else."""
    if isinstance(widget, QLineEdit):
        return LineBefore(widget)
    if isinstance(widget, QTextEdit | QPlainTextEdit):
        return PageBefore(widget)
    return None
