"""Is it cold enough there? Asked of every tube that is set down, also where it comes with its whole container."""

from collections.abc import Iterable

from sqlalchemy import bindparam, literal_column, select

from freezerapp.domain.container import Kind
from freezerapp.domain.problems import ReasonMissing
from freezerapp.domain.specimen import Specimen, Spot
from freezerapp.domain.standing import Container
from freezerapp.domain.temperature import Temperature, check_temperature
from freezerapp.storage import schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import Prepared, run

_place, _specimen = schema.place.c, schema.specimen.c
_here = _place.use == literal_column("'here'")
_top = select(schema.container.c.id).where(schema.container.c.id == bindparam("id")).cte("inside", recursive=True)
_inside = _top.union_all(
    select(_place.child_id).join(_top, _place.container_id == _top.c.id).where(_here, _place.child_id.is_not(None))
)
_MATERIALS = Prepared(
    select(_place.container_id, _specimen.material_id)
    .join(_inside, _inside.c.id == _place.container_id)
    .join(schema.specimen, _specimen.id == _place.specimen_id)
    .where(_here)
    .distinct()
)
"""Which materials stand in which boxes of a container, itself included."""


def check_cold(ledger: Ledger, placed: Iterable[tuple[Specimen, Spot]], overrule: bool, reason: str | None) -> None:
    """Refuse a tube in the wrong temperature class; overruled only with a reason."""
    if overrule:
        if not reason:
            raise ReasonMissing("overrule")
        return
    wanted = {(tube.material_id, spot.container) for tube, spot in placed}
    classes = classes_of(ledger, {box for _, box in wanted})
    for material, box in sorted(wanted):
        _check(ledger, material, box, classes[box])


def check_cold_inside(
    ledger: Ledger, moved: Iterable[tuple[Container, Spot]], overrule: bool, reason: str | None
) -> None:
    """The same for whole containers and where each goes: for every material that stands in them."""
    if overrule:
        if not reason:
            raise ReasonMissing("overrule")
        return
    going = {container.id: spot.container for container, spot in moved}
    around = classes_of(ledger, going.values())
    for key, holder in going.items():
        for box, material in sorted(run(ledger.connection, _MATERIALS, id=key)):
            own, top = _up_to(ledger, box, key)
            _check(ledger, material, box, around[holder] if top else own)


def _up_to(ledger: Ledger, box: int, top: int) -> tuple[Temperature | None, bool]:
    """The class that something between a box and the container it goes with gives it; True: nothing does."""
    key = box
    while True:
        container = ledger.container(key)
        temperature = ledger.type_of(container).temperature
        if temperature is not None:
            return temperature, False
        if key == top or container.place is None:
            return None, True
        key = container.place.container


def _check(ledger: Ledger, material_id: int, box: int, found: Temperature | None) -> None:
    material = ledger.one("material", material_id)
    if material.temperature is not None:
        check_temperature(
            material.code,
            Temperature(material.temperature),
            found,
            first_stop=Temperature(material.first_stop) if material.first_stop else None,
            in_cooling_box=ledger.type_of(ledger.container(box)).kind == Kind.COOLING_BOX,
        )


def classes_of(ledger: Ledger, ids: Iterable[int]) -> dict[int, Temperature | None]:
    """The temperature class each container stands in: its own, else that of the nearest one around it.

    A container on the bench counts as where its place is kept. Goes up level by level, all at once.
    """
    found: dict[int, Temperature | None] = {}
    waiting = {key: [key] for key in ids}
    while waiting:
        further: dict[int, list[int]] = {}
        for key, container in ledger.containers(waiting).items():
            temperature = ledger.type_of(container).temperature
            around = container.place or container.home
            if temperature is not None or around is None:
                found |= dict.fromkeys(waiting[key], temperature)
            else:
                further.setdefault(around.container, []).extend(waiting[key])
        waiting = further
    return found


def label_of(ledger: Ledger, spot: Spot) -> str:
    """A position as people say it: "D6 in DNA-0042"."""
    from freezerapp.domain.position import Position

    holder: Container = ledger.container(spot.container)
    position = ledger.type_of(holder).layout.label(Position(spot.row, spot.column))
    return f"{position} in {holder.code or holder.name}"
