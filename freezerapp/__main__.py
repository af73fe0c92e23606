"""The door of the program: ``freezerapp [INVENTORY]`` opens the window, other words are commands."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

SUFFIX = ".freezer"


def main(argv: Sequence[str] | None = None) -> int:
    """Open the window or hand over to the command line; gives the exit status."""
    words = list(sys.argv[1:] if argv is None else argv)
    if not opens_window(words):
        from freezerapp.storage.unasked import leave_unasked_for_later

        leave_unasked_for_later()
        from freezerapp.cli.main import main as command_line

        return command_line(words)
    if not has_display():
        print(
            "There is no display here to open a window on. Use the command line: freezerapp --help",
            file=sys.stderr,
        )
        return 1
    from freezerapp.ui.quick_start import leave_rubbish, leave_spellings_alone

    leave_rubbish()
    import PySide6.QtCore  # noqa: F401  (first, so that the next line finds it)

    leave_spellings_alone()
    from freezerapp.app import run

    return run(words[0] if words else None)


def opens_window(words: Sequence[str]) -> bool:
    """Whether the words are nothing, or one inventory: a file, a name like a bank's, or a path."""
    if not words:
        return True
    if len(words) > 1 or words[0].startswith("-"):
        return False
    word = words[0]
    return word.endswith(SUFFIX) or os.sep in word or "/" in word or Path(word).is_file()


def has_display() -> bool:
    """Whether a window can be shown; Linux alone can be without."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("QT_QPA_PLATFORM", "DISPLAY", "WAYLAND_DISPLAY"))


if __name__ == "__main__":
    sys.exit(main())
