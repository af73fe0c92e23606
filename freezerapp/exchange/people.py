"""Whom the tubes of a list come from: participants, visits, studies and sites, known or new, and the date."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple, TypeVar

from freezerapp.domain.barcode import code_key
from freezerapp.domain.folding import fold
from freezerapp.domain.intake import Gathering, IntakeFacts, NewMoment, NewPerson, new_place, new_ref
from freezerapp.exchange.columns import Field
from freezerapp.exchange.listing import Codes, Listing
from freezerapp.exchange.readings import Read, read_collected
from freezerapp.exchange.verdicts import (
    Correction,
    Finding,
    NotKept,
    ReadAs,
    SeveralSites,
    Tell,
    UnknownStudy,
    corrected,
    problem,
    tell_rows,
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

    ``sites``, ``people`` and ``moments`` are those the bank does not have, in order of appearance; ``notes``
    are what was understood otherwise than written throughout the list.
    """

    origins: list[Origin]
    at: Sequence[int]
    sites: list[str] = field(default_factory=list)
    people: list[NewPerson] = field(default_factory=list)
    moments: list[NewMoment] = field(default_factory=list)
    notes: tuple[Correction, ...] = ()


_COLUMNS = (Field.STUDY, Field.PARTICIPANT, Field.VISIT, Field.COLLECTED, Field.SITE)


def find_people(listing: Listing, codes: Codes, facts: IntakeFacts, today: str | None, tell: Tell) -> People:
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
    studies = {code_key(read.value) for read in reads[Field.STUDY] if read.value}
    book = _Book(facts, len(studies) == 1 and len(facts.studies) == 1)
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
    for row_, place in enumerate(at) if flagged else ():
        for finding in flagged.get(place, ()):
            tell(row_, finding)
    return People(origins, at, book.sites, book.people, book.moments, book.notes)


def tell_of(listing: Listing, field_: Field, found: Sequence[Read[T]], tell: Tell) -> None:
    """Note what there is to say of the cells of one column."""
    flagged = {place: read.finding for place, read in enumerate(found) if read.finding}
    tell_rows(flagged, listing.texts[field_].at if flagged else (), tell)


class _Book:
    """Whom and what the bank knows, and what the list adds."""

    def __init__(self, facts: IntakeFacts, one_study: bool) -> None:
        self.sites: list[str] = []
        self.people: list[NewPerson] = []
        self.moments: list[NewMoment] = []
        self.said: list[Finding] = []
        self.notes: tuple[Correction, ...] = ()
        self._default_study = facts.default_study
        self._studies = tuple(facts.studies.values())
        self._one_study = one_study
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
        study_id = self._study_id(study) if participant or visit else self._default_study
        if study_id is None:
            return Origin(Gathering(None, None, date), participant or "", visit or "")
        person, person_code = self._person_ref(study_id, participant) if participant else (None, "")
        moment, moment_code = self._moment_ref(study_id, visit) if visit else (None, "")
        if site:
            self._settle(person, person_code, site)
        return Origin(Gathering(person, moment, date), person_code, moment_code)

    def _study_id(self, text: str | None) -> int | None:
        if text is None:
            return self._default_study
        known = self._study.get(code_key(text))
        if known is None and self._one_study:
            # A list of one study, and a bank of one: they call it by different names.
            self.notes = (ReadAs(Field.STUDY, text, self._studies[0]),)
            return self._default_study
        if known is None:
            self.said.append(problem(UnknownStudy(text, self._studies)))
        return known

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
        place = new_place(person)
        if known is None and place is not None:
            self._person_site[person] = ref
            self.people[place] = self.people[place]._replace(site=ref)
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


_VISIT = re.compile(r"(?:v|visit|visite|vis|visit no|visite n°|visite no)?[ ._-]*0*([0-9]{1,6})")
