"""Whether what comes back from the bench is still frozen: what the minutes out suggest, and when to ask."""

from enum import StrEnum


class Condition(StrEnum):
    """How a tube comes back. Thaws are counted when a tube thaws, so somebody has to say."""

    FROZEN = "still frozen"
    THAWED = "thawed"
    UNKNOWN = "not known"


def proposed(minutes_out: int, minutes_to_thaw: int) -> Condition:
    """What the time out of storage suggests; ``minutes_to_thaw`` is the material's, or the site's for all."""
    return Condition.THAWED if minutes_out >= minutes_to_thaw else Condition.FROZEN


def is_in_doubt(minutes_out: int, minutes_to_thaw: int) -> bool:
    """Whether to ask: from half the time on. A hand that is quicker is not held up by a question."""
    return 2 * minutes_out >= minutes_to_thaw
