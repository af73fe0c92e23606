"""What a list of tubes brings into a bank, and what must be known of the bank to judge the list.

A reference to something is its id in the bank, or a negative number for something that comes with the list:
-1 is the first of the new ones, -2 the second (``new_ref``, ``new_place``).
"""

from collections.abc import Iterator, Mapping, Sequence
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
class IntakeFacts:
    """What a bank answers to ``Asked``; it may tell more than that.

    ``tubes`` are those that ``codes`` lead to, and their parents; ``people`` the participants asked for and
    those of ``tubes``; ``boxes`` those that ``codes`` and ``box_names`` lead to and ``tubes`` stand in.
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
    """A participant that the list makes; ``site`` is a reference."""

    study_id: int
    code: str
    site: int | None


class NewMoment(NamedTuple):
    """A visit that the list makes."""

    study_id: int
    code: str


class Gathering(NamedTuple):
    """What was collected from whom at which visit: references, and a bench date."""

    participant: int | None
    moment: int | None
    collected: str | None


class NewTube(NamedTuple):
    """One tube to register, in the words of the bank.

    barcode, material, participant, visit       codes
    collected                     bench date
    amount, unit                  nL, pg, cells or pieces, and the unit in which it was written
    box, row, column              the code of a box, cell from 0; all None for a tube that is expected
    parent, made_by               barcode of a tube of the bank or earlier in the list
    study, site                   codes; None for the bank's own study, and for no site or one it knows
    concentration, thaws, note    pg per µL; a count; words
    """

    barcode: str
    material: str
    participant: str | None
    visit: str | None
    collected: str | None
    amount: int | None
    unit: str | None
    box: str | None
    row: int | None
    column: int | None
    parent: str | None
    made_by: Made | None
    study: str | None
    site: str | None
    concentration: int | None
    thaws: int
    note: str | None


@dataclass(frozen=True, slots=True)
class Intake:
    """Everything that a list brings in.

    ``tubes`` has the fields of ``NewTube`` as columns, all of one length, each parent before its children:
    columns take a fraction of the memory of a million tuples. ``people``, ``visits`` and ``sites`` are the
    codes of those that are new. New ``boxes`` (codes) are of ``box_type``, are named by their code and stand
    nowhere yet.
    """

    tubes: tuple[Sequence[object], ...]
    people: tuple[str, ...] = ()
    visits: tuple[str, ...] = ()
    sites: tuple[str, ...] = ()
    boxes: tuple[str, ...] = ()
    box_type: ContainerType | None = None

    def __len__(self) -> int:
        return len(self.tubes[0])

    def rows(self) -> Iterator[tuple[object, ...]]:
        """The tubes as plain tuples in the order of ``NewTube``: the quickest way to take them all."""
        return zip(*self.tubes, strict=True)

    def each(self) -> Iterator[NewTube]:
        """The tubes one by one."""
        return map(NewTube._make, self.rows())


def new_ref(place: int) -> int:
    """The reference to the new thing at this place of its list, counted from 0."""
    return -1 - place


def new_place(ref: int) -> int | None:
    """The place of a new thing in its list, or None for something that is in the bank."""
    return -1 - ref if ref < 0 else None
