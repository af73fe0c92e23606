"""Setting down and lifting: the steps shared by every command that moves tubes."""

from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from sqlalchemy import bindparam, select

from freezerapp.domain.container import Kind
from freezerapp.domain.custody import SPECIMEN
from freezerapp.domain.problems import ChangedSince, ReasonMissing
from freezerapp.domain.specimen import Known, Specimen, Spot, Status, check_step
from freezerapp.domain.standing import Container
from freezerapp.domain.temperature import Temperature, check_temperature
from freezerapp.storage import schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import Prepared, run

_event, _operation = schema.event.c, schema.operation.c
_LAST = Prepared(
    select(_operation.kind, schema.operator.c.name, _operation.recorded_at)
    .join(schema.event, _event.operation_id == _operation.id)
    .join(schema.operator, schema.operator.c.id == _operation.operator_id)
    .where(_event.subject_kind == SPECIMEN, _event.subject_id == bindparam("id"))
    .order_by(_event.seq.desc())
    .limit(1)
)


def today(ledger: Ledger) -> str:
    """The bench's date of this operation: when it was done, else when it is recorded."""
    said = ledger.operation
    if said.done_at:
        return said.done_at[:10]
    moment = datetime.fromtimestamp(said.recorded_at / 1000, UTC) + timedelta(minutes=said.utc_offset_min)
    return moment.date().isoformat()


def set_down(tube: Specimen, spot: Spot, known: Known, now: int, day: str) -> Specimen:
    """A tube put into a position for good: its clock stops, the place kept for it elsewhere is free again."""
    check_step(tube, Status.STORED)
    return tube._replace(
        status=Status.STORED,
        place=spot,
        known=known,
        home=None,
        out_since=None,
        out_ms=time_out(tube, now),
        stored_on=tube.stored_on or day,
    )


def lift(tube: Specimen, now: int) -> Specimen:
    """A tube taken in hand: its place is kept for it, its clock runs (on, if it was out already)."""
    check_step(tube, Status.ON_THE_BENCH)
    return tube._replace(
        status=Status.ON_THE_BENCH,
        place=None,
        known=None,
        home=tube.place or tube.home,
        out_since=now if tube.out_since is None else tube.out_since,
    )


def time_out(tube: Specimen, now: int) -> int:
    """All its time out of storage until now, in ms."""
    return tube.out_ms + (max(0, now - tube.out_since) if tube.out_since is not None else 0)


def check_seen(ledger: Ledger, tube: Specimen, seen: Spot | None, *, in_hand: bool | None = None) -> None:
    """Refuse a gesture made on a stale picture: the tube no longer is where it was seen. Says who did that.

    ``in_hand`` tells whether it was seen on the bench with that place kept for it, or standing there; None:
    either will do.
    """
    standing, kept = tube.place == seen, tube.home == seen
    if seen is not None and not {None: standing or kept, True: kept, False: standing}[in_hand]:
        rows = run(ledger.connection, _LAST, id=tube.id)
        raise ChangedSince(tube.barcode or "", *rows[0])


def check_cold(ledger: Ledger, placed: Iterable[tuple[Specimen, Spot]], overrule: bool, reason: str | None) -> None:
    """Refuse a tube in the wrong temperature class; overruled only with a reason."""
    if overrule:
        if not reason:
            raise ReasonMissing("overrule")
        return
    pairs = list(placed)
    classes = classes_of(ledger, {spot.container for _, spot in pairs})
    settled: set[tuple[int, int]] = set()
    for tube, spot in pairs:
        if (tube.material_id, spot.container) in settled:
            continue
        settled.add((tube.material_id, spot.container))
        material = ledger.one("material", tube.material_id)
        if material.temperature is not None:
            check_temperature(
                material.code,
                Temperature(material.temperature),
                classes[spot.container],
                first_stop=Temperature(material.first_stop) if material.first_stop else None,
                in_cooling_box=ledger.type_of(ledger.container(spot.container)).kind == Kind.COOLING_BOX,
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
