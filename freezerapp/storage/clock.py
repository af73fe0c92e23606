"""Where moments and unique names come from: handed in, so that a test or a recipe can decide them."""

import time
import uuid
from datetime import datetime
from typing import Protocol


class Clock(Protocol):
    """What a bank asks for the time and for names that nothing else has."""

    def now(self) -> int:
        """This moment, in ms UTC."""

    def utc_offset(self) -> int:
        """How many minutes the bench's clock is ahead of UTC."""

    def uuid(self) -> str:
        """A name that was never given before."""


class SystemClock:
    """The machine's own clock."""

    def now(self) -> int:
        return time.time_ns() // 1_000_000

    def utc_offset(self) -> int:
        offset = datetime.now().astimezone().utcoffset()
        return 0 if offset is None else int(offset.total_seconds() // 60)

    def uuid(self) -> str:
        return str(uuid.uuid4())
