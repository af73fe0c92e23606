"""Every refusal, as a typed exception that carries its facts; words are chosen at the edge."""


class Problem(Exception):
    """Something the user can mend: shown, never logged as an error.

    Subclasses take their facts as keyword or positional fields (a frozen set of plain values) and
    are turned into a sentence by ``ui/messages.py`` (translated) or ``cli.py`` (English).
    """


class PositionTaken(Problem):
    """A position is already taken: by a tube or container, or because it is reserved or blocked for another.

    ``by`` is the operator who put it there at ``recorded_at`` (ms UTC), where that is known.
    """

    def __init__(
        self, container: str, position: str, occupant: str, use: str = "here", by: str = "", recorded_at: int = 0
    ) -> None:
        super().__init__(container, position, occupant, use)
        self.container, self.position, self.occupant, self.use = container, position, occupant, use
        self.by, self.recorded_at = by, recorded_at


class CodeTaken(Problem):
    """A code already leads to another thing (or did once: no code is given twice)."""

    def __init__(self, code: str, owner_kind: str, owner: str) -> None:
        super().__init__(code, owner_kind, owner)
        self.code, self.owner_kind, self.owner = code, owner_kind, owner


class NotThere(Problem):
    """Nothing of this kind is known by this name or number."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(kind, name)
        self.kind, self.name = kind, name


class NotStanding(Problem):
    """A container that is away, retired or void takes nothing in."""

    def __init__(self, container: str, status: str) -> None:
        super().__init__(container, status)
        self.container, self.status = container, status


class ContainerCodeMissing(Problem):
    """Boxes and units need a code that can be scanned."""

    def __init__(self, kind: str, name: str) -> None:
        super().__init__(kind, name)
        self.kind, self.name = kind, name


class ReasonMissing(Problem):
    """This change wants a reason."""

    def __init__(self, what: str) -> None:
        super().__init__(what)
        self.what = what


class ChangedSince(Problem):
    """Something was changed by a later operation, so that this one can't be taken back (or a view is stale)."""

    def __init__(self, thing: str, kind: str, operator: str, recorded_at: int) -> None:
        super().__init__(thing, kind, operator, recorded_at)
        self.thing, self.kind, self.operator, self.recorded_at = thing, kind, operator, recorded_at


class CannotBeTakenBack(Problem):
    """An operation that has no way back (or was taken back already)."""

    def __init__(self, kind: str, why: str) -> None:
        super().__init__(kind, why)
        self.kind, self.why = kind, why


class TextNotWritable(Problem):
    """A text holds what is no character (half of one, or bytes of an unknown encoding)."""

    def __init__(self, characters: str) -> None:
        super().__init__(characters)
        self.characters = characters


class NothingToDo(Problem):
    """The gesture would change nothing."""

    def __init__(self, kind: str) -> None:
        super().__init__(kind)
        self.kind = kind


class BankProblem(Problem):
    """Something about the file as a whole."""

    def __init__(self, path: str, *facts: object) -> None:
        super().__init__(path, *facts)
        self.path = path


class NoSuchFile(BankProblem):
    """There is no such file (it may have been moved)."""


class BankMoved(BankProblem):
    """The file that was opened is no longer the one of this name: it was moved, replaced or removed."""


class FileExists(BankProblem):
    """The file is there already and is not written over."""


class NotABank(BankProblem):
    """The file is something else than a bank (empty files too)."""


class NewerBank(BankProblem):
    """The file was written by a newer version of the program."""


class DamagedBank(BankProblem):
    """The file is damaged; ``what`` says how it was seen."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(path, what)
        self.what = what


class DamageFound(BankProblem):
    """Damage was found in an open bank: it can still be read, but nothing is written any more."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(path, what)
        self.what = what


class OnNetworkShare(BankProblem):
    """The file lies on a network share, where no lock can be trusted."""

    def __init__(self, path: str, system: str) -> None:
        super().__init__(path, system)
        self.system = system


class ReadOnlyBank(BankProblem):
    """The file can be read but not written."""


class CannotRead(BankProblem):
    """The file or folder can't be opened, read or written, mostly for want of rights."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(path, why)
        self.why = why


class BankBusy(BankProblem):
    """Another window or process held the file for too long; nothing was changed."""


class DiskFull(BankProblem):
    """There is no room left on the disk; nothing was changed."""


class DeviceFailed(BankProblem):
    """The disk reported an error; what was being written is whole or absent, which only history can tell."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(path, why)
        self.why = why


class OperationRepeated(Problem):
    """An operation of this unique name is recorded already: a retry never happens twice."""

    def __init__(self, uuid: str) -> None:
        super().__init__(uuid)
        self.uuid = uuid
