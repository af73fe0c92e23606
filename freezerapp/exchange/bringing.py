"""What the good rows of a checked list bring into the bank, column by column."""

from collections.abc import Sequence
from dataclasses import dataclass

from freezerapp.domain.container import ContainerType
from freezerapp.domain.intake import Gathering, Intake, MaterialFact, NewTubes
from freezerapp.domain.quantity import Amount
from freezerapp.domain.specimen import Made
from freezerapp.exchange.listing import Codes, Listing
from freezerapp.exchange.parents import Parents
from freezerapp.exchange.people import Origin, People, Renumbered, used_people
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

    def origin(self, row: int) -> Origin:
        """Participant, visit and date that the row itself says."""
        return self.people.origins[self.people.at[row]]


def make_intake(
    listing: Listing, codes: Codes, values: Values, kept: Sequence[int], make_boxes: ContainerType | None
) -> Intake:
    """What the rows ``kept`` bring in; a parent stands before its children there."""
    gatherings = [values.gatherings[row] for row in kept]
    different = dict.fromkeys(gatherings)
    different.pop(Gathering(None, None, None), None)
    people, renamed = used_people(values.people, different)
    collection: dict[Gathering, int] = {gathering: -1 - place for place, gathering in enumerate(different)}
    boxes = Renumbered(values.places.new_codes)
    box_refs = {ref: boxes.ref(ref) for ref in dict.fromkeys(values.places.refs[row] for row in kept) if ref}
    cells = [values.places.cells[row] for row in kept]
    amounts = [values.amounts[row] for row in kept]
    materials = [values.materials[row] for row in kept]
    parents, made = _lineage(values, kept)
    tubes = NewTubes(
        line=[listing.lines[row] for row in kept],
        barcode=[codes.barcodes[row] for row in kept],
        key=[codes.keys[row] for row in kept],
        material=[material[0] if material else 0 for material in materials],
        collection=[collection.get(gathering) for gathering in gatherings],
        amount=[None if amount is None else amount[0] for amount in amounts],
        unit=[None if amount is None else amount[1] for amount in amounts],
        box=[box_refs.get(values.places.refs[row] or 0) for row in kept],
        row=[None if cell is None else cell[0] for cell in cells],
        column=[None if cell is None else cell[1] for cell in cells],
        parent=parents,
        made=made,
    )
    return Intake(
        tubes=tubes,
        studies=tuple(people.studies),
        sites=tuple(people.sites),
        people=tuple(people.people),
        moments=tuple(people.moments),
        collections=tuple(renamed[gathering] for gathering in different),
        boxes=tuple(boxes.used()),
        box_type=make_boxes,
    )


def _lineage(values: Values, kept: Sequence[int]) -> tuple[list[int | None], list[Made | None]]:
    rows, tubes, materials = values.parents.rows, values.parents.tubes, values.materials
    if not rows:
        return [None] * len(kept), [None] * len(kept)
    place_of: Sequence[int] | dict[int, int] = kept
    if list(kept) != list(range(len(materials))):
        place_of = {row: place for place, row in enumerate(kept)}
    parents = [rows[row] for row in kept]
    refs: list[int | None] = [None if parent < 0 else -1 - place_of[parent] for parent in parents]
    made: list[Made | None] = [
        None if parent < 0 else _made(materials[row] is materials[parent])
        for row, parent in zip(kept, parents, strict=True)
    ]
    for place, row in enumerate(kept) if tubes else ():
        tube, material = tubes.get(row), materials[row]
        if tube:
            refs[place] = tube.id
            made[place] = _made(material is not None and material.id == tube.material_id)
    return refs, made


def _made(same_material: bool) -> Made:
    return Made.ALIQUOT if same_material else Made.DERIVATIVE
