"""A file that takes its name when it is whole: until then, and after a failure, there is nothing of that name."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO, TypeVar

from freezerapp.domain.problems import Problem

Found = TypeVar("Found")


def write_whole(
    to: Path | BinaryIO, fill: Callable[[BinaryIO], Found], refusal: Callable[[str, str], Problem]
) -> Found:
    """Let a file be filled, under another name until it is whole.

    Raises what ``refusal`` makes of the path and the reason in the system's words.
    """
    if not isinstance(to, Path):
        return fill(to)
    part = to.with_name(f".{to.name}.{os.getpid()}.part")
    try:
        with part.open("wb") as file:
            found = fill(file)
        part.replace(to)
    except OSError as error:
        raise refusal(str(to), error.strerror or str(error)) from error
    finally:
        part.unlink(missing_ok=True)
    return found
