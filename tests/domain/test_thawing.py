"""Coming back from the bench: what the minutes out suggest, and when somebody is asked."""

import pytest

from freezerapp.domain.thawing import Condition, is_in_doubt, proposed


@pytest.mark.parametrize(
    ("minutes", "condition", "asked"),
    [
        (0, Condition.FROZEN, False),
        (7, Condition.FROZEN, False),
        (8, Condition.FROZEN, True),
        (14, Condition.FROZEN, True),
        (15, Condition.THAWED, True),
        (600, Condition.THAWED, True),
    ],
)
def test_the_minutes_out_suggest_whether_a_tube_thawed(minutes: int, condition: Condition, asked: bool) -> None:
    assert proposed(minutes, 15) is condition
    assert is_in_doubt(minutes, 15) is asked


def test_what_thaws_at_once_is_always_asked_about() -> None:
    assert is_in_doubt(0, 0)
    assert proposed(0, 0) is Condition.THAWED
