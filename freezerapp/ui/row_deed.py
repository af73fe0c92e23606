"""What can be done with chosen lines: what the button or the menu says, and what it does."""

from collections.abc import Callable
from typing import NamedTuple


class RowDeed(NamedTuple):
    """One of them."""

    text: str
    do: Callable[[], None]
