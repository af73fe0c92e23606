"""A file that takes its name when it is whole: until then, and after a failure, what was there before stays."""

import os
from collections.abc import Callable
from pathlib import Path

from freezerapp.domain.problems import Problem


def write_whole(path: Path, content: bytes, refusal: Callable[[str, str], Problem]) -> None:
    """Write a file, under another name until it is whole.

    Raises what ``refusal`` makes of the path and the reason in the system's words.
    """
    beside = path.with_name(f".{path.name}.{os.getpid()}.part") if path.name else path
    try:
        beside.write_bytes(content)
        beside.replace(path)
    except (OSError, ValueError) as error:
        if isinstance(error, OSError):
            _forget(beside)
        reason = error.strerror if isinstance(error, OSError) and error.strerror else str(error)
        raise refusal(str(path), reason) from error


def _forget(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return
