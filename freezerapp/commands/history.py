"""Undo and redo of this sitting: what was done here, in order, and the command that takes the last of it back."""

from typing import TYPE_CHECKING, NamedTuple

from freezerapp.domain.custody import IRREVOCABLE

if TYPE_CHECKING:
    from freezerapp.commands.command import Done
    from freezerapp.commands.take_back import TakeBack


class Step(NamedTuple):
    """One thing that was done: the operation through which it stands now, its kind, how many things it touched."""

    operation_id: int
    kind: str
    things: int


class Sitting:
    """The undo list of one window. What can't be taken back empties it: nothing before it may be undone past it."""

    def __init__(self) -> None:
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def next_undo(self) -> Step | None:
        """What Undo would take back."""
        return self._done[-1] if self._done else None

    @property
    def next_redo(self) -> Step | None:
        """What Redo would bring back."""
        return self._undone[-1] if self._undone else None

    def note(self, done: "Done") -> None:
        """Remember something newly done; what was undone before can't be redone any more."""
        self._undone.clear()
        if done.kind in IRREVOCABLE:
            self._done.clear()
        else:
            self._done.append(Step(done.operation_id, done.kind, _things(done)))

    def undo(self) -> "TakeBack | None":
        """The command that takes the last step back, if there is one."""
        from freezerapp.commands.take_back import TakeBack

        return TakeBack(self._done[-1].operation_id) if self._done else None

    def redo(self) -> "TakeBack | None":
        """The command that brings the last undone step back."""
        from freezerapp.commands.take_back import TakeBack

        return TakeBack(self._undone[-1].operation_id) if self._undone else None

    def note_undo(self, done: "Done") -> None:
        """The last step was taken back by this operation."""
        step = self._done.pop()
        self._undone.append(Step(done.operation_id, step.kind, step.things))

    def note_redo(self, done: "Done") -> None:
        """The last undone step was brought back by this operation."""
        step = self._undone.pop()
        self._done.append(Step(done.operation_id, step.kind, step.things))

    def drop_undo(self) -> None:
        """The last step was taken back by others: it is theirs now."""
        self._done.pop()

    def drop_redo(self) -> None:
        """The last undone step was brought back by others."""
        self._undone.pop()

    def forget(self) -> None:
        """Another bank, or another operator: the list begins anew."""
        self._done.clear()
        self._undone.clear()


def _things(done: "Done") -> int:
    tubes = done.change.specimens
    return len(tubes) if tubes else 1
