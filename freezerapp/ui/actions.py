"""All that the window can be told to do, as a table; menus, toolbar and shortcut sheet list its names."""

# Long because all that can be done is to be seen in one table.

from collections.abc import Callable, Mapping
from enum import Enum, auto
from typing import NamedTuple

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu

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
    UNDO = auto()
    REDO = auto()
    BOX = auto()
    """A box is shown in the centre."""
    TUBES = auto()
    """Tubes are chosen."""
    HELD = auto()
    """Tubes are chosen that are on hold, or of which it is not known."""
    MISSING = auto()
    NOT_MISSING = auto()
    """Tubes are chosen that are missing; that are not."""
    STANDING = auto()
    """Tubes are chosen that stand in a box."""
    OUT = auto()
    """Tubes are chosen that are on the bench and have a place kept for them."""
    IN_HAND = auto()
    """Something is on the bench."""
    PLACING = auto()
    """Tubes are on the bench, and a box is shown."""
    CONTAINER = auto()
    """A box or rack is meant that stands in something."""
    CONTAINER_OUT = auto()
    """A box or rack is meant that is on the bench."""
    LABELLED = auto()
    """Tubes are chosen, or a container is meant: they can have labels."""


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
    Deed("scanner", QT_TRANSLATE_NOOP("Action", "Set up the &scanner…"), (), "barcode"),
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
    Deed("picks", QT_TRANSLATE_NOOP("Action", "Pic&k lists"), ("Ctrl+4",), "list-checks", When.BANK),
    Deed("history", QT_TRANSLATE_NOOP("Action", "Histor&y"), ("Ctrl+H",), "history", When.BANK),
    Deed("shipments", QT_TRANSLATE_NOOP("Action", "All &shipments"), ("Ctrl+5",), "truck", When.BANK),
    Deed("new shipment", QT_TRANSLATE_NOOP("Action", "New shipm&ent…"), ("Ctrl+Shift+N",), "package", When.BANK),
    Deed("add to shipment", QT_TRANSLATE_NOOP("Action", "A&dd to shipment…"), ("Ctrl+Shift+A",), "plus", When.BANK),
    Deed("undo", QT_TRANSLATE_NOOP("Action", "&Undo"), (Key.Undo,), "undo-2", When.UNDO),
    Deed("redo", QT_TRANSLATE_NOOP("Action", "&Redo"), (Key.Redo,), "redo-2", When.REDO),
    Deed("select all", QT_TRANSLATE_NOOP("Action", "Choose &all tubes"), (Key.SelectAll,), "", When.BOX),
    Deed("invert", QT_TRANSLATE_NOOP("Action", "&Invert the choice"), ("Ctrl+I",), "", When.BOX),
    Deed("register", QT_TRANSLATE_NOOP("Action", "&Register tubes…"), ("Ctrl+R",), "plus", When.BANK),
    Deed("pick", QT_TRANSLATE_NOOP("Action", "Put o&n a pick list…"), ("Ctrl+L",), "clipboard-list", When.BANK),
    Deed(
        "announce parcel",
        QT_TRANSLATE_NOOP("Action", "A &file that came with a parcel…"),
        (),
        "folder-open",
        When.BANK,
    ),
    Deed("address book", QT_TRANSLATE_NOOP("Action", "Address b&ook…"), (), "users", When.BANK),
    Deed("print labels", QT_TRANSLATE_NOOP("Action", "Print l&abels…"), (Key.Print,), "printer", When.LABELLED),
    Deed("design label", QT_TRANSLATE_NOOP("Action", "Label &designer…"), (), "pencil", When.BANK),
    Deed("new code", QT_TRANSLATE_NOOP("Action", "&New code…"), (), "barcode", When.TUBES),
    Deed("print cards", QT_TRANSLATE_NOOP("Action", "&Cards for the scanner…"), (), "", When.BANK),
    Deed("own stock", QT_TRANSLATE_NOOP("Action", "Own &stock…"), (), "", When.BANK),
    Deed("take out", QT_TRANSLATE_NOOP("Action", "&Take out"), ("Ctrl+T",), "hand", When.STANDING),
    Deed("put back", QT_TRANSLATE_NOOP("Action", "Put &back"), ("Ctrl+Shift+T",), "arrow-right-left", When.OUT),
    Deed("move to", QT_TRANSLATE_NOOP("Action", "&Move to…"), ("Ctrl+M",), "move", When.TUBES),
    Deed("place", QT_TRANSLATE_NOOP("Action", "Place in &next free"), ("Ctrl+Shift+M",), "", When.PLACING),
    Deed("fill", QT_TRANSLATE_NOOP("Action", "&Fill the box by scanning"), ("F6",), "scan-barcode", When.BOX),
    Deed("missing", QT_TRANSLATE_NOOP("Action", "Mark m&issing"), (), "circle-help", When.NOT_MISSING),
    Deed("found", QT_TRANSLATE_NOOP("Action", "Mark &found"), (), "check", When.MISSING),
    Deed("used up", QT_TRANSLATE_NOOP("Action", "Mark &used up"), (), "", When.NOT_MISSING),
    Deed("thawed", QT_TRANSLATE_NOOP("Action", "Count a tha&w"), (), "", When.TUBES),
    Deed("destroy", QT_TRANSLATE_NOOP("Action", "Mark &destroyed…"), (), "trash-2", When.TUBES),
    Deed("hold", QT_TRANSLATE_NOOP("Action", "&Put on hold…"), (), "lock", When.TUBES),
    Deed("release", QT_TRANSLATE_NOOP("Action", "Release ho&ld…"), (), "", When.HELD),
    Deed(
        "take out container",
        QT_TRANSLATE_NOOP("Action", "&Take out the whole container"),
        (),
        "hand",
        When.CONTAINER,
    ),
    Deed(
        "put back container",
        QT_TRANSLATE_NOOP("Action", "&Put the container back"),
        (),
        "arrow-right-left",
        When.CONTAINER_OUT,
    ),
    Deed("move container", QT_TRANSLATE_NOOP("Action", "&Move the container to…"), (), "move", When.CONTAINER),
    Deed("beside", QT_TRANSLATE_NOOP("Action", "&Second box"), ("Ctrl+Shift+B",), "boxes", When.BOX),
    Deed("turn", QT_TRANSLATE_NOOP("Action", "T&urn the view"), ("Ctrl+Shift+R",), "rotate-cw", When.BOX),
    Deed("to strip", QT_TRANSLATE_NOOP("Action", "To what is on the ben&ch"), ("F7",), "", When.IN_HAND),
    Deed("to bar", QT_TRANSLATE_NOOP("Action", "To the last messa&ge"), ("F8",), "", When.BANK),
    Deed("operator", QT_TRANSLATE_NOOP("Action", "Change oper&ator…"), (), "users", When.BANK),
    Deed("site rules", QT_TRANSLATE_NOOP("Action", "Site r&ules…"), (), "list-checks", When.BANK),
    Deed("verify manifest", QT_TRANSLATE_NOOP("Action", "&Verify manifest…"), (), "shield-check"),
    Deed("shortcuts", QT_TRANSLATE_NOOP("Action", "&Keyboard shortcuts"), ("F1",), "keyboard"),
    Deed(
        "about",
        QT_TRANSLATE_NOOP("Action", "&About FreezerApp"),
        (),
        "info",
        place=QAction.MenuRole.AboutRole,
    ),
)

WORK_DEEDS = frozenset(
    {
        "undo", "redo", "register", "take out", "put back", "move to", "place", "fill", "missing", "found",
        "used up", "thawed", "destroy", "hold", "release", "take out container", "put back container", "move container",
        "beside", "turn", "select all", "invert", "to strip", "to bar", "operator", "print labels",
        "design label", "own stock", "new code", "print cards", "pick",
    }
)  # fmt: skip
"""Those that are work at the bench."""
PARCEL_DEEDS = frozenset({"new shipment", "add to shipment", "address book", "announce parcel"})
"""Those that are about shipments."""
RECENT = "recent"
"""Stands in a menu for the recently opened banks."""
RULE = "-"
"""Stands in a menu for a line between groups."""

MENUS: tuple[tuple[str, tuple[str, ...]], ...] = (
    (
        QT_TRANSLATE_NOOP("Menu", "&File"),
        (
            *("new", "open", RECENT, "demonstration", RULE, "close", RULE),
            *("operator", "site rules", "scanner", "preferences", "quit"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "&Edit"),
        ("undo", "redo", RULE, "find", "put out", RULE, "select all", "invert", RULE, "copy barcode"),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "&View"),
        ("back", "forward", RULE, "beside", "turn", RULE, "tree", "inspector", RULE, "to strip", "to bar"),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "&Storage"),
        (
            "all storage",
            "to tube",
            RULE,
            "fill",
            RULE,
            "take out container",
            "put back container",
            "move container",
            RULE,
            "verify",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "S&pecimens"),
        (
            "register",
            RULE,
            "take out",
            "put back",
            "move to",
            "place",
            RULE,
            "missing",
            "found",
            "used up",
            "thawed",
            "destroy",
            RULE,
            "hold",
            "release",
            RULE,
            "print labels",
            RULE,
            "specimens",
            "bench",
            "held",
            RULE,
            "history",
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "Sh&ipments"),
        (
            *("new shipment", "add to shipment", "shipments", RULE, "pick", "picks"),
            *(RULE, "announce parcel", "address book"),
        ),
    ),
    (
        QT_TRANSLATE_NOOP("Menu", "&Labels"),
        ("print labels", "new code", "print cards", RULE, "design label", "own stock"),
    ),
    (QT_TRANSLATE_NOOP("Menu", "&Help"), ("shortcuts", RULE, "verify manifest", RULE, "about")),
)
TOOLBAR: tuple[str, ...] = ("undo", "redo", RULE, "register", "print labels", RULE, "back", "forward")
MAIN = "new shipment"
"""Stands at the right end of the toolbar, in words."""
TUBE_MENU: tuple[str, ...] = (
    "take out",
    "put back",
    "move to",
    RULE,
    "missing",
    "found",
    "used up",
    "thawed",
    "destroy",
    RULE,
    "hold",
    "release",
    RULE,
    "pick",
    "print labels",
    "new code",
    RULE,
    "new shipment",
    "add to shipment",
    RULE,
    "to tube",
    "copy barcode",
)
INSPECTOR: tuple[str, ...] = ("take out", "put back", "move to", "hold")
"""Those that stand as buttons below a tube."""
BENCH_MENU: tuple[str, ...] = (
    "put back",
    "place",
    "move to",
    RULE,
    "used up",
    "thawed",
    "missing",
    RULE,
    "print labels",
    RULE,
    "to tube",
    "copy barcode",
)
CONTAINER_MENU: tuple[str, ...] = (
    "beside",
    RULE,
    "take out container",
    "put back container",
    "move container",
    RULE,
    "print labels",
)

OTHER_KEYS: tuple[tuple[str, str], ...] = (
    ("Space", QT_TRANSLATE_NOOP("Keys", "Pick up the chosen tubes; arrows aim, F changes how, Enter sets down")),
    ("Tab", QT_TRANSLATE_NOOP("Keys", "With tubes in the hand: on to the second box")),
    ("Shift+F1", QT_TRANSLATE_NOOP("Keys", "What is known of the tube one is on")),
    ("Ctrl+Enter", QT_TRANSLATE_NOOP("Keys", "In the tree: show a box beside the one in the centre")),
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

    def name(self, name: str, text: str) -> None:
        """Say more precisely what an action would do: "Undo move of 12 tubes"."""
        action = self._actions[name]
        mark = said(next(each.text for each in DEEDS if each.name == name))
        letter = mark[mark.index("&") + 1] if "&" in mark else ""
        at = text.lower().find(letter.lower()) if letter else -1
        action.setText(text[:at] + "&" + text[at:] if at >= 0 else text)
        keys = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{text} ({keys})" if keys else text)

    def allow(self, moments: "frozenset[When]") -> None:
        """Enable exactly the actions whose moment is among these (``ALWAYS`` always is)."""
        for name, action in self._actions.items():
            action.setEnabled(self._when[name] is When.ALWAYS or self._when[name] in moments)


def fill_menu(menu: QMenu, names: tuple[str, ...], actions: "Actions", *, usable: bool = False) -> None:
    """Put actions of the table into a menu; with ``usable`` only those that can be used now."""
    wants_rule = False
    for name in names:
        if name == RULE:
            wants_rule = not menu.isEmpty()
            continue
        action = actions[name]
        if usable and not action.isEnabled():
            continue
        if wants_rule:
            menu.addSeparator()
            wants_rule = False
        menu.addAction(action)


def said(text: str, context: str = "Action") -> str:
    """A text of the tables in the screen's language."""
    return QCoreApplication.translate(context, text)


def bare(text: str) -> str:
    """An action's text without the mark of its key in the menu and without the dots of a question."""
    return text.replace("&", "").removesuffix("…")
