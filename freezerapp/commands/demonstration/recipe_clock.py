"""The clock of the demonstration bank: the calendar of the trial, and names that are always the same."""

from datetime import UTC, datetime, timedelta
from hashlib import sha256
from uuid import UUID

from freezerapp.commands.demonstration.schedule import RECIPE


class RecipeClock:
    """The trial's calendar: moments come from the recipe, never twice the same; so do the unique names."""

    def __init__(self, start: datetime, tubes: int) -> None:
        self._tubes, self._given = tubes, 0
        self._local, self._now = start, 0
        self.turn_to(start)

    def turn_to(self, local: datetime) -> None:
        """Go to a moment of local time, or a second on where that has passed already."""
        moment = local.replace(tzinfo=UTC) - timedelta(minutes=_paris_offset(local))
        self._now = max(int(moment.timestamp() * 1000), self._now + 1000)
        self._local = local

    def now(self) -> int:
        return self._now

    def utc_offset(self) -> int:
        return _paris_offset(self._local)

    def uuid(self) -> str:
        self._given += 1
        drawn = sha256(f"{RECIPE}|uuid|{self._tubes}|{self._given}".encode()).digest()[:16]
        return str(UUID(bytes=drawn, version=4))


def _paris_offset(local: datetime) -> int:
    """Minutes ahead of UTC in Paris: summer time from the last Sunday of March to that of October."""
    start, end = (
        datetime(local.year, month, 31) - timedelta(days=(datetime(local.year, month, 31).weekday() + 1) % 7)
        for month in (3, 10)
    )
    return 120 if start + timedelta(hours=2) <= local < end + timedelta(hours=2) else 60
