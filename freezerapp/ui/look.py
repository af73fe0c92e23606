"""The look of the program: the theme in use, light or dark as the system or the user says, its type and its
icons.
"""

import os
from enum import Enum
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFontDatabase, QIcon
from PySide6.QtWidgets import QApplication

from freezerapp import resources
from freezerapp.ui.icons import themed_icon
from freezerapp.ui.style_sheet import style_sheet, write_marks
from freezerapp.ui.theme import Theme, load_theme


class Scheme(Enum):
    """Which theme the user asked for; the values are what settings keep."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Look(QObject):
    """The look of one running program, handed to everything that paints.

    ``changed`` is emitted after another theme has been put on the application: painted widgets drop what they
    had prepared and paint anew.
    """

    changed = Signal()

    def __init__(self, application: QApplication, scheme: Scheme = Scheme.SYSTEM, *, gloves: bool = False) -> None:
        super().__init__(application)
        self._application = application
        self._scheme = scheme
        self._gloves = gloves
        self._still = False
        self._folder = QTemporaryDir()
        self._marked: set[str] = set()
        load_fonts()
        self._theme = load_theme(self._wanted(), gloves=gloves)
        self._put_on()
        application.styleHints().colorSchemeChanged.connect(self._on_system_changed)

    @property
    def theme(self) -> Theme:
        """The theme in use."""
        return self._theme

    @property
    def scheme(self) -> Scheme:
        """What was asked for: a theme, or whatever the system has."""
        return self._scheme

    @property
    def gloves(self) -> bool:
        """Whether rows and buttons are made for gloved hands."""
        return self._gloves

    def choose(self, scheme: Scheme) -> None:
        """Wear this theme from now on, or follow the system."""
        self._scheme = scheme
        self._refresh()

    def set_gloves(self, gloves: bool) -> None:
        """Make rows and buttons larger for gloved hands, or normal again."""
        self._gloves = gloves
        self._refresh()

    def set_still(self, still: bool) -> None:
        """No motion at all, because the user asks for less; what the system asks for is heeded anyway."""
        self._still = still

    def motion(self, milliseconds: int) -> int:
        """How long a motion of ``milliseconds`` lasts here: 0 where motion is not wanted."""
        from PySide6.QtWidgets import QStyle  # its many names take long to make

        system = self._application.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration)
        return 0 if self._still or system <= 0 else milliseconds

    def icon(self, name: str, colour: str = "ink") -> QIcon:
        """An icon by its file name without ``.svg``, in a colour token of the theme, following it and being
        disabled.

        Raises ``resources.ResourceMissing`` when there is no such icon.
        """

        def ink(mode: QIcon.Mode) -> QColor:
            wanted = "disabled" if mode is QIcon.Mode.Disabled else colour
            found = getattr(self._theme.colour, wanted)
            assert isinstance(found, QColor)
            return found

        return themed_icon(name, ink)

    def fill_colour(self, fraction: float) -> QColor:
        """The colour of a share filled (0 to 1) in the theme in use."""
        return self._theme.fill_colour(fraction)

    def _wanted(self) -> str:
        if self._scheme is not Scheme.SYSTEM:
            return str(self._scheme.value)
        dark = self._application.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return Scheme.DARK.value if dark else Scheme.LIGHT.value

    def _refresh(self) -> None:
        self._theme = load_theme(self._wanted(), gloves=self._gloves)
        self._put_on()
        self.changed.emit()

    def _put_on(self) -> None:
        marks = Path(self._folder.path()) if self._folder.isValid() else None
        if marks is not None and self._theme.name not in self._marked:
            write_marks(self._theme, marks)
            self._marked.add(self._theme.name)
        hints = self._application.styleHints()
        if self._scheme is Scheme.SYSTEM:
            hints.unsetColorScheme()
        else:
            hints.setColorScheme(Qt.ColorScheme.Dark if self._theme.dark else Qt.ColorScheme.Light)
        apply(self._application, self._theme, marks)

    def _on_system_changed(self) -> None:
        if self._scheme is Scheme.SYSTEM and self._wanted() != self._theme.name:
            self._refresh()


def ask_for_fusion() -> None:
    """Let the application be made in the style that looks the same everywhere; to be said before it is made."""
    os.environ["QT_STYLE_OVERRIDE"] = "Fusion"


def apply(application: QApplication, theme: Theme, marks: Path | None = None) -> None:
    """Put ``theme`` on: palette, font and style sheet; ``marks`` is the folder of the sheet's little pictures."""
    application.setPalette(theme.palette())
    application.setFont(theme.font())
    application.setStyleSheet(style_sheet(theme, marks))


FACES = ("Inter-Regular", "Inter-Medium", "Inter-SemiBold")
"""What the screen is set in; paper has a bolder one besides."""


def load_fonts() -> tuple[str, ...]:
    """Make the bundled typefaces known to Qt and return their families, once each.

    A missing folder is no reason not to start: the system's own face then serves.
    """
    try:
        folder = resources.path("fonts")
    except resources.ResourceMissing:
        return ()
    families: list[str] = []
    for name in FACES:
        number = QFontDatabase.addApplicationFont(str(folder / f"{name}.ttf"))
        families += [family for family in QFontDatabase.applicationFontFamilies(number) if family not in families]
    return tuple(families)
