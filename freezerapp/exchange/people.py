"""Whom the tubes of a list come from: participants, visits, studies and sites, known or new, and the date."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, NamedTuple, TypeVar

from freezerapp.domain.barcode import code_key
from freezerapp.domain.folding import fold
from freezerapp.domain.intake import BankFacts, Gathering, NewMoment, NewPerson, new_index, new_ref
from freezerapp.exchange.columns import Field
from freezerapp.exchange.listing import Codes, Listing
from freezerapp.exchange.places import Tell
from freezerapp.exchange.readings import Read, read_collected
from freezerapp.exchange.verdicts import (
    Correction,
    Finding,
    NotKept,
    ReadAs,
    SeveralSites,
    corrected,
    problem,
)

T = TypeVar("T")


class Origin(NamedTuple):
    """What a row says of where its tube comes from, as references, and in the words of the bank."""

    gathering: Gathering
    participant: str
    visit: str


NOWHERE = Origin(Gathering(None, None, None), "", "")


@dataclass(frozen=True, slots=True)
class People:
    """Everyone a list names. ``origins`` are the different ones, ``at`` the place of each row's.

    ``studies``, ``sites``, ``people`` and ``moments`` are those the bank does not have, in order of
    appearance.
    """

    origins: list[Origin]
    at: Sequence[int]
    studies: list[str] = field(default_factory=list)
    sites: list[str] = field(default_factory=list)
    people: list[NewPerson] = field(default_factory=list)
    moments: list[NewMoment] = field(default_factory=list)


_COLUMNS = (Field.STUDY, Field.PARTICIPANT, Field.VISIT, Field.COLLECTED, Field.SITE)


def find_people(listing: Listing, codes: Codes, facts: BankFacts, today: str | None, tell: Tell) -> People:
    """The origin of each row; ``today`` (ISO text) is the last day on which a tube can be collected."""
    rows = len(listing)
    reads = {field_: codes.read.get(field_, [Read(None)]) for field_ in _COLUMNS}
    dates = listing.texts.get(Field.COLLECTED)
    if dates:
        reads[Field.COLLECTED] = read_collected(dates.different, today)
    for field_, found in reads.items():
        tell_of(listing, field_, found, tell)
    columns = [listing.texts[field_].at if field_ in listing.texts else [0] * rows for field_ in _COLUMNS]
    places: dict[tuple[int, ...], int] = {}
    at = [places.setdefault(row, len(places)) for row in zip(*columns, strict=True)]
    book = _Book(facts)
    flagged: dict[int, list[Finding]] = {}
    origins = []
    for place, row in enumerate(places):
        study, participant, visit, collected, site = (
            reads[field_][text].value for field_, text in zip(_COLUMNS, row, strict=True)
        )
        origins.append(book.origin(study, participant, visit, collected, site))
        if book.said:
            flagged[place] = book.said
            book.said = []
    if flagged:
        for row_, place in enumerate(at):
            for finding in flagged.get(place, ()):
                tell(row_, finding)
    return People(origins, at, book.studies, book.sites, book.people, book.moments)


def tell_of(listing: Listing, field_: Field, found: Sequence[Read[T]], tell: Tell) -> None:
    """Note what there is to say of the cells of one column."""
    flagged = {place: read.finding for place, read in enumerate(found) if read.finding}
    if flagged:
        for row, place in enumerate(listing.texts[field_].at):
            finding = flagged.get(place)
            if finding:
                tell(row, finding)


class _Book:
    """Whom and what the bank knows, and what the list adds."""

    def __init__(self, facts: BankFacts) -> None:
        self.studies: list[str] = []
        self.sites: list[str] = []
        self.people: list[NewPerson] = []
        self.moments: list[NewMoment] = []
        self.said: list[Finding] = []
        self._default_study = facts.default_study
        self._study = {code_key(code): ref for ref, code in facts.studies.items()}
        self._site = {code_key(code): ref for ref, code in facts.sites.items()}
        self._site_code = dict(facts.sites)
        self._person = {(p.study_id, code_key(p.code)): (p.id, p.code) for p in facts.people}
        self._person_site = {p.id: p.site_id for p in facts.people}
        self._moment: dict[tuple[int, str], tuple[int, str]] = {}
        loose: dict[tuple[int, str], set[tuple[int, str]]] = {}
        for moment in facts.moments:
            known = (moment.id, moment.code)
            for name in (moment.name, moment.code):
                if name:
                    self._moment[moment.study_id, code_key(name)] = known
                    loose.setdefault((moment.study_id, _loosely(name)), set()).add(known)
        self._loose = {key: known.copy().pop() for key, known in loose.items() if len(known) == 1}

    def origin(
        self,
        study: str | None,
        participant: str | None,
        visit: str | None,
        date: str | None,
        site: str | None,
    ) -> Origin:
        if not (participant or visit or date):
            if site:
                self._say(NotKept(Field.SITE, site))
            return NOWHERE
        study_ref = self._study_ref(study) if participant or visit else 0
        person, person_code = self._person_ref(study_ref, participant) if participant else (None, "")
        moment, moment_code = self._moment_ref(study_ref, visit) if visit else (None, "")
        if site:
            self._settle(person, person_code, site)
        return Origin(Gathering(person, moment, date), person_code, moment_code)

    def _study_ref(self, text: str | None) -> int:
        if text is None:
            return self._default_study
        ref = self._study.get(code_key(text))
        if ref is None:
            ref = self._study[code_key(text)] = new_ref(len(self.studies))
            self.studies.append(text)
        return ref

    def _person_ref(self, study: int, text: str) -> tuple[int, str]:
        key = study, code_key(text)
        known = self._person.get(key)
        if known is None:
            known = self._person[key] = (new_ref(len(self.people)), text)
            self.people.append(NewPerson(study, text, None))
        elif known[1] != text:
            self._say(ReadAs(Field.PARTICIPANT, text, known[1]))
        return known

    def _moment_ref(self, study: int, text: str) -> tuple[int, str]:
        key = study, code_key(text)
        known = self._moment.get(key) or self._loose.get((study, _loosely(text)))
        if known is None:
            known = self._moment[key] = (new_ref(len(self.moments)), text)
            self._loose[study, _loosely(text)] = known
            self.moments.append(NewMoment(study, text))
        elif known[1] != text:
            self._say(ReadAs(Field.VISIT, text, known[1]))
        return known

    def _settle(self, person: int | None, code: str, site: str) -> None:
        """The site of a participant: one that the bank knows keeps the site it has there."""
        ref = self._site.get(code_key(site))
        if person is None:
            self._say(NotKept(Field.SITE, site))
            return
        if ref is None:
            ref = self._site[code_key(site)] = new_ref(len(self.sites))
            self._site_code[ref] = site
            self.sites.append(site)
        known = self._person_site.get(person)
        index = new_index(person)
        if known is None and index is not None:
            self._person_site[person] = ref
            self.people[index] = self.people[index]._replace(site=ref)
        elif known is None:
            self._say(NotKept(Field.SITE, site))
        elif known != ref:
            self.said.append(problem(SeveralSites(code, site, self._site_code[known])))

    def _say(self, message: Correction) -> None:
        self.said.append(corrected(message))


def _loosely(visit: str) -> str:
    """A visit as it is meant: V1, V01, Visit 1, visite n° 1 and 1 are the same."""
    found = _VISIT.fullmatch(fold(visit))
    return f"v{int(found[1])}" if found else fold(visit)


def used_people(people: People, gatherings: Iterable[Gathering]) -> tuple[People, dict[Gathering, Gathering]]:
    """Only those that these gatherings need, counted anew, and each gathering with its references so."""
    studies, sites = Renumbered(people.studies), Renumbered(people.sites)
    persons, moments = Renumbered(people.people), Renumbered(people.moments)
    renamed: dict[Gathering, Gathering] = {}
    for gathering in gatherings:
        person, moment, collected = gathering
        renamed[gathering] = Gathering(persons.maybe(person), moments.maybe(moment), collected)
    new_people = [
        NewPerson(studies.ref(study), code, sites.maybe(site)) for study, code, site in persons.used()
    ]
    new_moments = [NewMoment(studies.ref(study), code) for study, code in moments.used()]
    kept = People([], [], studies.used(), sites.used(), new_people, new_moments)
    return kept, renamed


class Renumbered(Generic[T]):
    """New things of which not all are needed: those asked for get new references, in the order of asking."""

    def __init__(self, things: Sequence[T]) -> None:
        self._things = things
        self._refs: dict[int, int] = {}

    def ref(self, ref: int) -> int:
        """The new reference of a new thing; what is in the bank stays what it is."""
        return ref if ref >= 0 else self._refs.setdefault(ref, new_ref(len(self._refs)))

    def maybe(self, ref: int | None) -> int | None:
        """The same where there may be none."""
        return None if ref is None else self.ref(ref)

    def used(self) -> list[T]:
        """The things that were asked for, in order."""
        return [self._things[-1 - ref] for ref in self._refs]


_VISIT = re.compile(r"(?:v|visit|visite|vis|visit no|visite n°|visite no)?[ ._-]*0*([0-9]{1,6})")
