"""How far long work is: in one line of a terminal, or line by line for a window that reads along."""

import os
import sys
from collections.abc import Callable

ASKED_FOR = "FREEZERAPP_PROGRESS"
"""Set in the environment by who reads along; else only a terminal is told."""


def told(done: int, total: int) -> None:
    """Say that so much of it is done."""
    if os.environ.get(ASKED_FOR):
        print(f"{done:,} of {total:,}", file=sys.stderr, flush=True)
    elif sys.stderr.isatty():
        print(f"\r{done:,} of {total:,}", end="\n" if done >= total else "", file=sys.stderr, flush=True)


def counting(total: int) -> Callable[[str], None]:
    """What is told each part by name as it begins, and says how many of all are behind it."""
    behind = -1

    def begins(_name: str) -> None:
        nonlocal behind
        behind += 1
        told(behind, total)

    return begins
