"""All that the window can be told to do, as a table; menus, toolbar and shortcut sheet list its names."""

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence

from freezerapp.wording.marked import QT_TRANSLATE_NOOP

Key = QKeySequence.StandardKey


class When(Enum):
    """When an action can be used."""

    ALWAYS = auto()
    BANK = auto()
    """A bank is open."""
    TUBE = auto()
    """A tube is selected."""
    BACK = auto()
    FORWARD = auto()
    LIT = auto()
    """A search has lit something."""


class Deed(NamedTuple):
    """One line of the table. Texts are sources for translation; ``keys`` are standard keys or key texts."""

    name: str
    text: str
    keys: tuple[QKeySequence.StandardKey | str, ...] = ()
    icon: str = ""
    when: When = When.ALWAYS
    checkable: bool = False
    place: QAction.MenuRole = QAction.MenuRole.NoRole
    """Where macOS puts it."""


DEEDS: tuple[Deed, ...] = (
    Deed("new", QT_TRANSLATE_NOOP("Action", "&New bank…"), (Key.New,), "file-plus"),
    Deed("open", QT_TRANSLATE_NOOP("Action", "&Open bank…"), (Key.Open,), "folder-open"),
    Deed("demonstration", QT_TRANSLATE_NOOP("Action", "Make the &demonstration bank…"), (), "test-tubes"),
    Deed("close", QT_TRANSLATE_NOOP("Action", "&Close bank"), (Key.Close,), "x", When.BANK),
    Deed("verify", QT_TRANSLATE_NOOP("Action", "&Verify bank"), (), "shield-check", When.BANK),
    Deed(
        "preferences",
        QT_TRANSLATE_NOOP("Action", "&Preferences…"),
        ("Ctrl+,",),
        "settings",
        place=QAction.MenuRole.PreferencesRole,
    ),
    Deed(
        "quit",
        QT_TRANSLATE_NOOP("Action", "&Quit"),
        ("Ctrl+Q",),
        "log-out",
        place=QAction.MenuRole.QuitRole,
    ),
    Deed("find", QT_TRANSLATE_NOOP("Action", "&Scan or search"), ("Ctrl+K", Key.Find), "search", When.BANK),
    Deed("copy barcode", QT_TRANSLATE_NOOP("Action", "Copy &barcode"), ("Ctrl+Shift+C",), "barcode", When.TUBE),
    Deed("put out", QT_TRANSLATE_NOOP("Action", "Put the &light of the search out"), (), "eye", When.LIT),
    Deed("back", QT_TRANSLATE_NOOP("Action", "&Back"), ("Alt+Left",), "chevron-left", When.BACK),
    Deed(
        "forward",
        QT_TRANSLATE_NOOP("Action", "&Forward"),
        ("Alt+Right",),
        "chevron-right",
        When.FORWARD,
    ),
    Deed("all storage", QT_TRANSLATE_NOOP("Action", "&All storage"), ("Alt+Home",), "refrigerator", When.BANK),
    Deed("to tube", QT_TRANSLATE_NOOP("Action", "Show the tube in its &box"), ("Ctrl+B",), "map-pin", When.TUBE),
    Deed("tree", QT_TRANSLATE_NOOP("Action", "Storage &tree"), ("F9",), "panel-left", checkable=True),
    Deed("inspector", QT_TRANSLATE_NOOP("Action", "&Inspector"), ("F10",), "panel-right", checkable=True),
    Deed("specimens", QT_TRANSLATE_NOOP("Action", "All &specimens"), ("Ctrl+1",), "test-tubes", When.BANK),
    Deed("bench", QT_TRANSLATE_NOOP("Action", "&On the bench"), ("Ctrl+2",), "hand", When.BANK),
    Deed("held", QT_TRANSLATE_NOOP("Action", "On &hold"), ("Ctrl+3",), "lock", When.BANK),
    Deed("history", QT_TRANSLATE_NOOP("Action", "Histor&y"), ("Ctrl+H",), "history", When.BANK),
    Deed("shortcuts", QT_TRANSLATE_NOOP("Action", "&Keyboard shortcuts"), ("F1",), "keyboard"),
    Deed(
        "about",
        QT_TRANSLATE_NOOP("Action", "&About FreezerApp"),
        (),
        "info",
        place=QAction.MenuRole.AboutRole,
    ),
)

RECENT = "recent"
"""Stands in a menu for the recently opened banks."""
RULE = "-"
"""Stands in a menu for a line between groups."""

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Menu", "&File"),
        ("new", "open", RECENT, "demonstration", RULE, "close", RULE, "preferences", "quit"),
    ),
    (QT_TRANSLATE_NOOP("Menu", "&Edit"), ("find", "put out", RULE, "copy barcode")),
    (QT_TRANSLATE_NOOP("Menu", "&View"), ("back", "forward", RULE, "tree", "inspector")),
    (QT_TRANSLATE_NOOP("Menu", "&Storage"), ("all storage", "to tube", RULE, "verify")),
    (QT_TRANSLATE_NOOP("Menu", "S&pecimens"), ("specimens", "bench", "held", RULE, "history")),
    (QT_TRANSLATE_NOOP("Menu", "&Help"), ("shortcuts", RULE, "about")),
)
TOOLBAR: tuple[str, ...] = ("back", "forward")
TUBE_MENU: tuple[str, ...] = ("to tube", "copy barcode")

OTHER_KEYS: tuple[tuple[str, str], ...] = (
    ("↑ ↓ ← →", QT_TRANSLATE_NOOP("Keys", "Move from tube to tube in a box, or from line to line")),
    (
        "Enter",
        QT_TRANSLATE_NOOP("Keys", "Open what is chosen; in the search field: a whole code, or the list"),
    ),
    ("↓", QT_TRANSLATE_NOOP("Keys", "From the search field into the results")),
    ("Esc", QT_TRANSLATE_NOOP("Keys", "Close the results; once more: empty the search field")),
    (
        "Tab",
        QT_TRANSLATE_NOOP("Keys", "Take the proposed field or value; elsewhere: to the next part of the window"),
    ),
)
"""Keys that belong to a place and not to an action, for the shortcut sheet."""


class Actions(QObject):
    """The table as QActions, tied to what each does."""

    def __init__(self, deeds: Mapping[str, Callable[[], None]], parent: QObject) -> None:
        super().__init__(parent)
        self._when = {each.name: each.when for each in DEEDS}
        self._actions: dict[str, QAction] = {}
        for each in DEEDS:
            action = QAction(said(each.text), self)
            action.setObjectName(each.name)
            action.setShortcuts([QKeySequence(key) for key in each.keys])
            action.setMenuRole(each.place)
            action.setCheckable(each.checkable)
            action.triggered.connect(lambda _checked=False, do=deeds[each.name]: do())
            keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            plain = bare(action.text())
            action.setToolTip(f"{plain} ({keys})" if keys else plain)
            self._actions[each.name] = action

    def __getitem__(self, name: str) -> QAction:
        return self._actions[name]

    def all(self) -> tuple[QAction, ...]:
        """Every action, in the order of the table."""
        return tuple(self._actions.values())

    def allow(self, moments: "frozenset[When]") -> None:
        """Enable exactly the actions whose moment is among these (``ALWAYS`` always is)."""
        for name, action in self._actions.items():
            action.setEnabled(self._when[name] is When.ALWAYS or self._when[name] in moments)


def said(text: str, context: str = "Action") -> str:
    """A text of the tables in the screen's language."""
    return QCoreApplication.translate(context, text)


def bare(text: str) -> str:
    """An action's text without the mark of its key in the menu and without the dots of a question."""
    return text.replace("&", "").removesuffix("…")
