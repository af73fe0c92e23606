"""Registering: one tube or a whole file of them, with the participants, visits and boxes that are new with them."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, ClassVar, NamedTuple

from sqlalchemy import select

from freezerapp.commands.cold import check_cold
from freezerapp.commands.placing import today
from freezerapp.commands.types import type_ids
from freezerapp.domain.barcode import code_key
from freezerapp.domain.container import ContainerType
from freezerapp.domain.custody import CONTAINER, SPECIMEN
from freezerapp.domain.participant import Collection, Moment, Participant, Site
from freezerapp.domain.problems import NotThere
from freezerapp.domain.specimen import Code, CodeKind, Kind, Known, Made, Specimen, Spot, Status
from freezerapp.domain.standing import Container
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import Prepared, run
from freezerapp.storage.records import SUBJECTS


class NewBox(NamedTuple):
    """A box made on the way: where it stands is said later (it has no place), or at once."""

    code: str
    name: str
    type_code: str
    at: Spot | None = None


class NewTube(NamedTuple):
    """One specimen to register, in the words of a file; what is not known is None.

    ``box`` is the code of a box in the bank or among the new ones, ``row`` and ``column`` count from 0;
    without them a tube is expected. ``parent`` is a barcode or source name in the bank or earlier in the
    same file (sources have no barcode: ``key`` names one within the file). Amounts count nL, pg, cells or
    pieces; ``collected`` and ``stored_on`` are ISO texts.
    """

    barcode: str | None
    material: str
    participant: str | None = None
    visit: str | None = None
    collected: str | None = None
    amount: int | None = None
    unit: str | None = None
    box: str | None = None
    row: int | None = None
    column: int | None = None
    parent: str | None = None
    made_by: Made | None = None
    study: str | None = None
    site: str | None = None
    kind: Kind = Kind.TUBE
    status: Status | None = None
    initial_amount: int | None = None
    concentration: int | None = None
    thaws: int = 0
    tube: str | None = None
    sprec: str | None = None
    stored_on: str | None = None
    expires_on: str | None = None
    note: str | None = None
    key: str | None = None
    fields: tuple[tuple[int, str], ...] = ()
    other_codes: tuple[tuple[str, CodeKind], ...] = ()


class NewVisit(NamedTuple):
    """A planned moment, where more than its code is known."""

    code: str
    name: str
    planned_day: int | None = None


class NewSite(NamedTuple):
    """A site, where more than its code is known."""

    code: str
    name: str
    country: str | None = None


class BroughtIn(NamedTuple):
    """What an import made, in numbers, and the ids of its specimens in order."""

    specimens: range
    participants: int
    visits: int
    boxes: int


@dataclass(frozen=True, slots=True)
class BringIn:
    """Register specimens, all or none. Gives a BroughtIn.

    Raises CodeTaken, PositionTaken, NoSuchPosition, NotThere (material, box, parent), WrongTemperature
    (unless overruled with a reason), …: the check of an import finds the same before, for every row.
    """

    kind: ClassVar[str] = "import"
    tubes: Sequence[NewTube]
    boxes: Sequence[NewBox] = ()
    types: Sequence[ContainerType] = ()
    visits: Sequence[NewVisit] = ()
    sites: Sequence[NewSite] = ()
    known: Known = Known.DECLARED
    overrule: bool = False
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> BroughtIn:
        boxes = _new_boxes(ledger, self.boxes, self.types)
        donors = _Donors(ledger, self.visits, self.sites)
        collections = donors.collections_of(self.tubes)
        _known_boxes(ledger, boxes, self.tubes)
        materials = {value.code: value.id for value in _all(ledger, "material")}
        parents = _Parents(ledger, self.tubes)
        first = ledger.new_id(SPECIMEN)
        day, since = today(ledger), ledger.operation.recorded_at
        made: list[Specimen] = []
        for number, tube in enumerate(self.tubes, first):
            material = materials.get(tube.material)
            if material is None:
                raise NotThere("material", tube.material)
            spot = None
            if tube.row is not None and tube.column is not None:
                box = boxes.get(code_key(tube.box)) if tube.box else None
                if box is None:
                    raise NotThere("box", tube.box or "")
                spot = Spot(box, tube.row, tube.column)
            made.append(
                _registered(
                    tube, number, material, collections[tube[1:5] + tube[12:14]], parents.id_of(tube), spot,
                    self.known, day, since,
                )
            )  # fmt: skip
            parents.add(tube, number)
        check_cold(ledger, ((one, one.place) for one in made if one.place), self.overrule, self.reason)
        ledger.save_new(SPECIMEN, made, self.known)
        return BroughtIn(range(first, first + len(made)), donors.new_participants, donors.new_visits, len(self.boxes))


@dataclass(frozen=True, slots=True)
class RegisterTubes(BringIn):
    """The same by hand: a tube or a batch of them registered on screen."""

    kind: ClassVar[str] = "register"


def _registered(
    tube: NewTube,
    key: int,
    material: int,
    collection: int | None,
    parent: int | None,
    spot: Spot | None,
    known: Known,
    day: str,
    since: int,
) -> Specimen:
    codes: tuple[Code, ...] = ()
    if tube.barcode is not None:
        codes = (Code(tube.barcode, CodeKind.LABEL, since),)
        if tube.other_codes:
            codes = tuple(sorted((*codes, *(Code(text, kind, since) for text, kind in tube.other_codes))))
    return Specimen._make(
        (
            key,
            tube.kind,
            tube.status or (Status.STORED if spot else Status.EXPECTED),
            tube.barcode,
            material,
            collection,
            parent,
            tube.made_by or (Made.ALIQUOT if parent is not None else None),
            tube.amount,
            tube.amount if tube.initial_amount is None else tube.initial_amount,
            tube.unit,
            tube.concentration,
            tube.thaws,
            tube.tube,
            tube.sprec,
            tube.stored_on or (day if spot else None),
            tube.expires_on,
            None,
            0,
            tube.note,
            spot,
            known if spot else None,
            None,
            codes,
            (),
            tuple(sorted(tube.fields)) if tube.fields else (),
        )
    )


def _all(ledger: Ledger, kind: str) -> list[Any]:
    subject = SUBJECTS[kind]
    rows = run(ledger.connection, Prepared(select(subject.table)))
    return list(ledger.many(kind, [row[0] for row in rows]).values())


def _new_boxes(ledger: Ledger, boxes: Sequence[NewBox], types: Sequence[ContainerType]) -> dict[str, int]:
    used = {box.type_code for box in boxes}
    ids = type_ids(ledger, (kind for kind in types if kind.code in used))
    made = {}
    for box in boxes:
        key = ledger.new_id(CONTAINER)
        known = Known.DECLARED if box.at else None
        ledger.save(
            CONTAINER,
            Container(key, ids[box.type_code], box.name, box.code, place=box.at, known=known),
            known,
        )
        made[code_key(box.code)] = key
    return made


def _known_boxes(ledger: Ledger, boxes: dict[str, int], tubes: Iterable[NewTube]) -> None:
    missing = list({code_key(tube.box) for tube in tubes if tube.box} - set(boxes))
    for key, (kind, owner) in ledger.codes(missing).items():
        if kind == CONTAINER:
            boxes[key] = owner


class _Parents:
    """Parents by barcode, or by the name a source has within the file."""

    def __init__(self, ledger: Ledger, tubes: Sequence[NewTube]) -> None:
        wanted = list({code_key(tube.parent) for tube in tubes if tube.parent})
        self._known = {key: owner for key, (kind, owner) in ledger.codes(wanted).items() if kind == SPECIMEN}
        self._used = set(wanted)
        self._spelt: dict[str, str] = {}

    def id_of(self, tube: NewTube) -> int | None:
        """The id of a tube's parent; raises NotThere for one that is neither in the bank nor before it."""
        if not tube.parent:
            return None
        key = self._spelt.get(tube.parent)
        if key is None:
            key = self._spelt[tube.parent] = code_key(tube.parent)
        found = self._known.get(key)
        if found is None:
            raise NotThere("parent", tube.parent)
        return found

    def add(self, tube: NewTube, number: int) -> None:
        """Remember a tube that later ones may come from."""
        if not self._used:
            return
        name = tube.key or tube.barcode
        if name is not None and (key := code_key(name)) in self._used:
            self._known[key] = number


class _Donors:
    """Studies, sites, participants, visits and collections: found, woken from being void, or made."""

    def __init__(self, ledger: Ledger, visits: Sequence[NewVisit], sites: Sequence[NewSite]) -> None:
        self._ledger = ledger
        self._visits = {visit.code: visit for visit in visits}
        self._site_facts = {site.code: site for site in sites}
        self.new_participants = self.new_visits = 0
        studies = _all(ledger, "study")
        self._studies: dict[str | None, int] = {study.code: study.id for study in studies}
        self._studies[None] = studies[0].id
        self._sites = {site.code: site for site in _all(ledger, "site")}
        self._participants = {(value.study_id, value.code): value for value in _all(ledger, "participant")}
        self._moments = {(value.study_id, value.code): value for value in _all(ledger, "moment")}
        self._collections: dict[tuple[int | None, int | None, str | None], Collection] | None = None

    def collections_of(self, tubes: Sequence[NewTube]) -> dict[tuple[Any, ...], int | None]:
        """The collection of each distinct (material, participant, visit, collected, study, site) in a file."""
        seen: dict[tuple[Any, ...], int | None] = {}
        found: dict[tuple[Any, ...], int | None] = {}
        for tube in tubes:
            facts = tube[1:5] + tube[12:14]
            if facts in seen:
                continue
            who = facts[1:]
            if who not in found:
                found[who] = self._collection(tube)
            seen[facts] = found[who]
        return seen

    def _collection(self, tube: NewTube) -> int | None:
        if tube.participant is None and tube.visit is None and tube.collected is None:
            return None
        study = self._studies.get(tube.study)
        if study is None:
            raise NotThere("study", tube.study or "")
        participant = self._participant(study, tube.participant, tube.site) if tube.participant else None
        moment = self._moment(study, tube.visit) if tube.visit else None
        if self._collections is None:
            self._collections = {
                (value.participant_id, value.moment_id, value.collected): value
                for value in _all(self._ledger, "collection")
            }
        facts = (participant, moment, tube.collected)
        value = self._collections.get(facts)
        if value is None:
            value = Collection(self._ledger.new_id("collection"), *facts)
        return self._keep("collection", self._collections, facts, value)

    def _keep(self, kind: str, known: dict[Any, Any], facts: Any, value: Any) -> int:
        """Remember and save a value that is new, or that an undo had made void."""
        if facts not in known or value.void:
            value = value._replace(void=0)
            known[facts] = value
            self._ledger.save(kind, value)
        return int(value.id)

    def _participant(self, study: int, code: str, site: str | None) -> int:
        facts = (study, code)
        value = self._participants.get(facts)
        if value is None or value.void:
            self.new_participants += 1
            site_id = self._site(site) if site else None
            if value is None:
                value = Participant(self._ledger.new_id("participant"), study, code, site_id)
            else:
                value = value._replace(site_id=site_id)
        return self._keep("participant", self._participants, facts, value)

    def _site(self, code: str) -> int:
        value = self._sites.get(code)
        if value is None:
            facts = self._site_facts.get(code, NewSite(code, code))
            value = Site(self._ledger.new_id("site"), facts.code, facts.name, facts.country)
        return self._keep("site", self._sites, code, value)

    def _moment(self, study: int, code: str) -> int:
        facts = (study, code)
        value = self._moments.get(facts)
        if value is None or value.void:
            self.new_visits += 1
        if value is None:
            said = self._visits.get(code, NewVisit(code, code))
            value = Moment(self._ledger.new_id("moment"), study, code, said.name, said.planned_day)
        return self._keep("moment", self._moments, facts, value)
