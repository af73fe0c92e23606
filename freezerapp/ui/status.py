"""What the status bar says: who works here, on which file, and what is known of its history."""

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication

from freezerapp.ui import words

CHECKED_AT_OPENING = 1_000
"""How many of the newest events are checked each time a bank is opened."""
translate = QCoreApplication.translate


def operator(operators: Sequence[tuple[int, str, str]], account: str) -> str:
    """The operator of this account, or the only one; nobody has signed in, so the name is only declared."""
    names = [name for _, name, _ in operators]
    if not names:
        return ""
    folded = {name.casefold(): name for name in names}
    return translate("StatusBar", "{name} (declared)").format(name=folded.get(account.casefold(), names[0]))


def history(events: int, verified: bool) -> str:
    """How much of the history was checked: honest about what was not."""
    if verified or events <= CHECKED_AT_OPENING:
        return translate("StatusBar", "History verified, {count} events").format(count=words.number(events))
    return translate("StatusBar", "Newest {checked} of {count} events verified").format(
        checked=words.number(CHECKED_AT_OPENING), count=words.number(events)
    )
