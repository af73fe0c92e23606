"""What the status bar says: who works here, on which file, and what is known of its history."""

from PySide6.QtCore import QCoreApplication

from freezerapp.ui import words

CHECKED_AT_OPENING = 1_000
"""How many of the newest events are checked each time a bank is opened."""
translate = QCoreApplication.translate


def operator(name: str) -> str:
    """Who works here; nobody has signed in, so the name is only declared."""
    return translate("StatusBar", "{name} (declared)").format(name=name)


def history(events: int, verified: bool) -> str:
    """How much of the history was checked: honest about what was not."""
    if verified or events <= CHECKED_AT_OPENING:
        return translate("StatusBar", "History verified, {count} events").format(count=words.number(events))
    return translate("StatusBar", "Newest {checked} of {count} events verified").format(
        checked=words.number(CHECKED_AT_OPENING), count=words.number(events)
    )
