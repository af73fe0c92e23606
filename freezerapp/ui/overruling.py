"""Which refusals a person may overrule, with a reason that history keeps."""

from typing import TYPE_CHECKING

from freezerapp.domain.problems import Problem, ReasonMissing
from freezerapp.domain.specimen import Held
from freezerapp.domain.temperature import WrongTemperature

if TYPE_CHECKING:
    from freezerapp.commands.command import Command


def mended_by_reason(problem: Problem, command: "Command") -> bool:
    """Whether a person may do it in spite of that, and says why."""
    if isinstance(problem, WrongTemperature):
        return hasattr(command, "overrule")
    return isinstance(problem, Held | ReasonMissing)
