"""What a list of tubes brings into a bank, and what must be known of the bank to judge the list.

A reference to something is its id in the bank, or a negative number for something that comes with the list:
-1 is the first of the new ones, -2 the second (``new_ref``, ``new_index``).
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import NamedTuple

from freezerapp.domain.container import ContainerType
from freezerapp.domain.position import Position
from freezerapp.domain.specimen import Made
from freezerapp.domain.temperature import Temperature


class CodeOwner(NamedTuple):
    """What a code leads to: ``kind`` is specimen, container or operator; ``text`` is the code as written."""

    kind: str
    id: int
    text: str


class MaterialFact(NamedTuple):
    """A material of the bank."""

    id: int
    code: str
    name: str
    synonyms: tuple[str, ...] = ()
    temperature: Temperature | None = None
    first_stop: Temperature | None = None


class BoxFact(NamedTuple):
    """A container that the list names. ``temperature`` is the class of the place it stands in.

    ``taken`` are the positions where nothing can be put, with the barcode of the tube that stands or belongs
    there ("" where a position is blocked or reserved). ``closed``: retired, away or taken back.
    """

    id: int
    code: str | None
    name: str
    type: ContainerType
    temperature: Temperature | None = None
    taken: Mapping[Position, str] = MappingProxyType({})
    closed: bool = False


class PersonFact(NamedTuple):
    """A participant of the bank."""

    id: int
    study_id: int
    code: str
    site_id: int | None = None


class MomentFact(NamedTuple):
    """A visit of the bank."""

    id: int
    study_id: int
    code: str
    name: str


class TubeFact(NamedTuple):
    """A tube of the bank whose barcode, or whose child, the list names; its place only while it is there."""

    id: int
    barcode: str
    material_id: int
    collection_id: int | None = None
    participant_id: int | None = None
    moment_id: int | None = None
    collected: str | None = None
    amount: int | None = None
    unit: str | None = None
    box_id: int | None = None
    position: Position | None = None
    parent_id: int | None = None


class Asked(NamedTuple):
    """What a list needs to know of a bank: keys as ``barcode.code_key`` makes them."""

    codes: frozenset[str]  # barcodes, parents and boxes
    boxes: frozenset[str]  # codes or names of containers
    people: frozenset[str]  # participants of any study


@dataclass(frozen=True, slots=True)
class BankFacts:
    """What a bank answers. ``codes`` and ``boxes`` need hold no more than what was asked for.

    ``box_names`` leads from the key of a container's name to the ids of all containers of that name: of
    those that take tubes, if there are any.
    """

    codes: Mapping[str, CodeOwner] = field(default_factory=dict)
    tubes: Mapping[int, TubeFact] = field(default_factory=dict)
    boxes: Mapping[int, BoxFact] = field(default_factory=dict)
    box_names: Mapping[str, tuple[int, ...]] = field(default_factory=dict)
    materials: tuple[MaterialFact, ...] = ()
    people: tuple[PersonFact, ...] = ()
    moments: tuple[MomentFact, ...] = ()
    studies: Mapping[int, str] = field(default_factory=dict)  # id: code
    sites: Mapping[int, str] = field(default_factory=dict)  # id: code
    default_study: int = 1


class NewPerson(NamedTuple):
    """A participant that the list makes; ``study`` and ``site`` are references."""

    study: int
    code: str
    site: int | None


class NewMoment(NamedTuple):
    """A visit that the list makes; ``study`` is a reference."""

    study: int
    code: str


class Gathering(NamedTuple):
    """What was collected from whom at which visit, all references; the bank may have it already."""

    participant: int | None
    moment: int | None
    collected: str | None


@dataclass(frozen=True, slots=True)
class NewTubes:
    """Tubes to register, column by column, all columns of one length; a parent comes before its children.

    line               the row of the user's file
    barcode, key       as printed, and as ``code_key`` makes it
    material           id
    collection         reference to ``Intake.collections``; to the parent's own where nothing else is said
    amount, unit       nL, pg, cells or pieces, and the unit in which it was written
    box, row, column   where the tube stands; all None for a tube that is expected
    parent, made       reference to a tube, and how the tube came from it
    thaws, note, concentration       a count; words; pg per µL
    """

    line: list[int] = field(default_factory=list)
    barcode: list[str] = field(default_factory=list)
    key: list[str] = field(default_factory=list)
    material: list[int] = field(default_factory=list)
    collection: list[int | None] = field(default_factory=list)
    amount: list[int | None] = field(default_factory=list)
    unit: list[str | None] = field(default_factory=list)
    box: list[int | None] = field(default_factory=list)
    row: list[int | None] = field(default_factory=list)
    column: list[int | None] = field(default_factory=list)
    parent: list[int | None] = field(default_factory=list)
    made: list[Made | None] = field(default_factory=list)
    thaws: list[int] = field(default_factory=list)
    note: list[str | None] = field(default_factory=list)
    concentration: list[int | None] = field(default_factory=list)

    def __len__(self) -> int:
        return len(self.barcode)

    def each(self) -> Iterator["NewTube"]:
        """The tubes one by one."""
        return map(NewTube, *(getattr(self, name) for name in NewTube._fields))


class NewTube(NamedTuple):
    """One tube to register; the fields are those of ``NewTubes``."""

    line: int
    barcode: str
    key: str
    material: int
    collection: int | None
    amount: int | None
    unit: str | None
    box: int | None
    row: int | None
    column: int | None
    parent: int | None
    made: Made | None
    thaws: int
    note: str | None
    concentration: int | None


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything that one list brings. New boxes are named by their code and stand nowhere yet."""

    tubes: NewTubes = field(default_factory=NewTubes)
    studies: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    people: tuple[NewPerson, ...] = ()
    moments: tuple[NewMoment, ...] = ()
    collections: tuple[Gathering, ...] = ()
    boxes: tuple[str, ...] = ()
    box_type: ContainerType | None = None


def new_ref(index: int) -> int:
    """The reference to the new thing at this place of its list, counted from 0."""
    return -1 - index


def new_index(ref: int) -> int | None:
    """The place of a new thing in its list, or None for something that is in the bank."""
    return -1 - ref if ref < 0 else None
