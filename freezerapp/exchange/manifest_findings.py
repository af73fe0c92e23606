"""What can be wrong with a manifest's file: each finding is a value, said in words above."""

from typing import NamedTuple, TypeAlias


class PartChanged(NamedTuple):
    """A part of the portable file does not fit its digest: ``what`` is "part" and its name."""

    what: str


class FingerprintChanged(NamedTuple):
    """The fingerprint in the file is not that of what the file says, and no part of it shows why."""


class SignatureWrong(NamedTuple):
    """The file is signed, but not with the key that it names (said short), or not as it is now."""

    key: str


class LineChanged(NamedTuple):
    """A line of the list does not fit its digest; ``line`` is the number that stands there, else its place."""

    line: int


class ListChanged(NamedTuple):
    """Each line fits, but the list as a whole does not: lines changed places, or came or went."""


class HeadChanged(NamedTuple):
    """What all lines say of the whole (number, version, fingerprint, count) or the list's columns were changed."""


class CountDiffers(NamedTuple):
    """The file says how many tubes there are, and has another number of lines."""

    said: int
    found: int


class SheetChanged(NamedTuple):
    """A sheet of the workbook does not fit its digest."""

    sheet: str


class SheetGone(NamedTuple):
    """A sheet of the workbook is not there any more, or has another name."""

    sheet: str


class SheetAdded(NamedTuple):
    """The workbook has a sheet that it was not made with."""

    sheet: str


class Contradiction(NamedTuple):
    """The manifest contradicts itself; ``what`` is a Flaw and ``thing`` has it."""

    what: str
    thing: str


class PageWithoutCode(NamedTuple):
    """No code of a manifest can be read on a page, counted from 1."""

    page: int


class PageOfAnother(NamedTuple):
    """A page belongs to another manifest or version than the first one."""

    page: int
    code: str


class NotOfThisBank(NamedTuple):
    """The bank never issued a manifest of this number."""

    number: str


class VersionNotIssued(NamedTuple):
    """The bank issued other versions of this number only."""

    number: str
    version: int
    known: tuple[int, ...]


class OtherFingerprint(NamedTuple):
    """The bank issued this version with another fingerprint: what the file says is not what was issued."""

    version: int
    stored: str
    """Its beginning, as printed."""


class FactDiffers(NamedTuple):
    """Something of the whole is said otherwise than in the bank; ``field`` is a field's path or a sheet's cell."""

    field: str
    said: str
    stored: str


class TubeDiffers(NamedTuple):
    """Something of a tube is said otherwise than in the bank."""

    tube: str
    field: str
    said: str
    stored: str


class TubeNotIssued(NamedTuple):
    """A tube is in the file and not in the bank's version."""

    tube: str


class TubeLeftOut(NamedTuple):
    """A tube is in the bank's version and not in the file."""

    tube: str


class HeadNotInChain(NamedTuple):
    """The event that the file names is not in the bank's history: it was rewritten, or the file is of another bank."""

    event: int


class LaterVersion(NamedTuple):
    """Not wrong: the bank has issued a later version since."""

    version: int


class MoreFindings(NamedTuple):
    """There are so many findings besides those that are listed."""

    more: int


Finding: TypeAlias = (
    PartChanged
    | FingerprintChanged
    | SignatureWrong
    | LineChanged
    | ListChanged
    | HeadChanged
    | CountDiffers
    | SheetChanged
    | SheetGone
    | SheetAdded
    | Contradiction
    | PageWithoutCode
    | PageOfAnother
    | NotOfThisBank
    | VersionNotIssued
    | OtherFingerprint
    | FactDiffers
    | TubeDiffers
    | TubeNotIssued
    | TubeLeftOut
    | HeadNotInChain
    | LaterVersion
    | MoreFindings
)


def is_wrong(finding: object) -> bool:
    """Whether a finding says that something is wrong with the file; a later version is only worth knowing."""
    return not isinstance(finding, LaterVersion)
