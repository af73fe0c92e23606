"""What the good rows of a checked list bring into the bank, column by column and in the words of the bank."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from freezerapp.domain.container import ContainerType
from freezerapp.domain.intake import Gathering, Intake, IntakeFacts, MaterialFact
from freezerapp.domain.quantity import Amount
from freezerapp.domain.specimen import Made
from freezerapp.exchange.listing import Codes
from freezerapp.exchange.parents import Parents
from freezerapp.exchange.people import Origin, People
from freezerapp.exchange.places import Places


@dataclass(frozen=True, slots=True)
class Values:
    """The values of all rows as they were read, by row; None or "" where there is none."""

    materials: list[MaterialFact | None]
    people: People
    gatherings: list[Gathering]
    places: Places
    amounts: list[Amount | None]
    parents: Parents
    concentrations: list[int | None]
    thaws: list[int | None]
    notes: list[str | None]

    def origin(self, row: int) -> Origin:
        """Participant, visit and date that the row itself says."""
        return self.people.origins[self.people.at[row]]


def make_intake(
    codes: Codes, facts: IntakeFacts, values: Values, kept: Sequence[int], make_boxes: ContainerType | None
) -> Intake:
    """What the rows ``kept`` bring in; a parent stands before its children there."""
    words = _Words(facts, values.people)
    gatherings = [values.gatherings[row] for row in kept]
    said = {gathering: words.of(gathering) for gathering in dict.fromkeys(gatherings)}
    origins = [said[gathering] for gathering in gatherings]
    refs = [values.places.refs[row] for row in kept]
    names: dict[int | None, str | None] = {ref: box.code or box.name for ref, box in values.places.boxes.items()}
    cells = [values.places.cells[row] for row in kept]
    amounts = [values.amounts[row] for row in kept]
    parents, made = _lineage(codes, values, kept)
    return Intake(
        tubes=(
            [codes.barcodes[row] for row in kept],
            [material[1] if material else "" for material in [values.materials[row] for row in kept]],
            [origin[0] for origin in origins],
            [origin[1] for origin in origins],
            [gathering[2] for gathering in gatherings],
            [None if amount is None else amount[0] for amount in amounts],
            [None if amount is None else amount[1] for amount in amounts],
            [names.get(ref) for ref in refs],
            [None if cell is None else cell[0] for cell in cells],
            [None if cell is None else cell[1] for cell in cells],
            parents,
            made,
            [origin[2] for origin in origins],
            [origin[3] for origin in origins],
            [values.concentrations[row] for row in kept],
            [values.thaws[row] or 0 for row in kept],
            [values.notes[row] for row in kept],
        ),
        people=tuple(dict.fromkeys(words.people)),
        visits=tuple(dict.fromkeys(words.visits)),
        sites=tuple(dict.fromkeys(words.sites)),
        boxes=tuple(names[ref] or "" for ref in dict.fromkeys(refs) if ref is not None and ref < 0),
        box_type=make_boxes,
    )


class _Said(NamedTuple):
    """Codes of participant, visit, study and site."""

    participant: str | None
    visit: str | None
    study: str | None
    site: str | None


class _Words:
    """Gatherings in words, and the new participants, visits and sites that were needed on the way."""

    def __init__(self, facts: IntakeFacts, people: People) -> None:
        self.people: list[str] = []
        self.visits: list[str] = []
        self.sites: list[str] = []
        self._facts = facts
        self._new = people
        self._person = {person.id: person for person in facts.people}
        self._moment = {moment.id: moment for moment in facts.moments}

    def of(self, gathering: Gathering) -> _Said:
        """Participant, visit, study (None for the bank's own) and the site of a participant who is new."""
        person, moment, _ = gathering
        study = self._facts.default_study
        participant = visit = site = None
        if moment is not None:
            of_moment = self._new.moments[-1 - moment] if moment < 0 else self._moment[moment]
            visit, study = of_moment.code, of_moment.study_id
            if moment < 0:
                self.visits.append(visit)
        if person is not None and person >= 0:
            participant, study = self._person[person].code, self._person[person].study_id
        elif person is not None:
            new = self._new.people[-1 - person]
            participant, study = new.code, new.study_id
            self.people.append(participant)
            if new.site is not None:
                is_new = new.site < 0
                site = self._new.sites[-1 - new.site] if is_new else self._facts.sites[new.site]
                self.sites.extend([site] if is_new else [])
        other = study != self._facts.default_study
        return _Said(participant, visit, self._facts.studies[study] if other else None, site)


def _lineage(codes: Codes, values: Values, kept: Sequence[int]) -> tuple[list[str | None], list[Made | None]]:
    rows, tubes, materials = values.parents.rows, values.parents.tubes, values.materials
    if not rows:
        return [None] * len(kept), [None] * len(kept)
    parents = [rows[row] for row in kept]
    named: list[str | None] = [None if parent < 0 else codes.barcodes[parent] for parent in parents]
    made: list[Made | None] = [
        None if parent < 0 else _made(materials[row] is materials[parent])
        for row, parent in zip(kept, parents, strict=True)
    ]
    for place, row in enumerate(kept) if tubes else ():
        tube, material = tubes.get(row), materials[row]
        if tube:
            named[place] = tube.barcode
            made[place] = _made(material is not None and material.id == tube.material_id)
    return named, made


def _made(same_material: bool) -> Made:
    return Made.ALIQUOT if same_material else Made.DERIVATIVE
