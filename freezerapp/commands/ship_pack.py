"""Tubes packed into the boxes of a shipment, scan by scan, and taken out again."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from freezerapp.commands.placing import time_out
from freezerapp.commands.ship import out_of_the_box
from freezerapp.domain import shipment as rules
from freezerapp.domain.checklist import check_ready
from freezerapp.domain.custody import LINE, SHIPMENT, SPECIMEN
from freezerapp.domain.doubt import Doubt
from freezerapp.domain.parcel import Step
from freezerapp.domain.problems import Problem, ReasonMissing
from freezerapp.domain.shipment import (
    LineState,
    NotInShipment,
    NotOnTheBench,
    Shipment,
    ShipmentLine,
    TooWarmForCells,
    check_draft,
)
from freezerapp.domain.specimen import Held, Known, Specimen, Spot, Status, check_step
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.parcels import (
    boxes_of,
    facts_of,
    in_doubt,
    lines_of,
    planned_places,
    shipment_of,
)


class NoRoomInParcel(Problem):
    """No position is free in the transport boxes of a shipment."""

    def __init__(self, number: str, tubes: int) -> None:
        super().__init__(number, tubes)
        self.number, self.tubes = number, tubes


class InDoubt(Problem):
    """A tube needs a decision before it can be packed."""

    def __init__(self, barcode: str | None, doubt: Doubt) -> None:
        super().__init__(barcode, doubt)
        self.barcode, self.doubt = barcode, doubt


class Packed(NamedTuple):
    """One tube to pack; without a spot it goes where the list says."""

    specimen_id: int
    to: Spot | None = None


@dataclass(frozen=True, slots=True)
class PackTubes:
    """Pack tubes from the bench into their boxes. Gives the position of each, by specimen.

    Raises NotInShipment for a tube that is not on the list, Held, NotOnTheBench, TooWarmForCells, InDoubt while
    something else speaks against a tube, NoRoomInParcel, PositionTaken.
    """

    kind: ClassVar[str] = "pack"
    shipment_id: int
    tubes: tuple[Packed, ...]
    known: Known = Known.SCANNED
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> dict[int, Spot]:
        shipment = shipment_of(ledger, self.shipment_id)
        check_draft(shipment, self.kind)
        listed = lines_of(ledger, shipment.id)
        lines = {line.specimen_id: line for line in listed if line.open}
        tubes = ledger.specimens(packed.specimen_id for packed in self.tubes)
        for tube in tubes.values():
            if tube.id not in lines:
                raise NotInShipment(tube.barcode or "", shipment.number)
        wanted = [lines[key] for key in tubes]
        doubts = {each.line.id: each.doubts for each in in_doubt(ledger, shipment, wanted)}
        for line, tube in zip(wanted, tubes.values(), strict=True):
            _check(ledger, shipment, tube, doubts.get(line.id, ()))
        plan = planned_places(ledger, shipment, listed)
        return self._pack(ledger, shipment, lines, tubes, plan)

    def _pack(
        self,
        ledger: Ledger,
        shipment: Shipment,
        lines: dict[int | None, ShipmentLine],
        tubes: dict[int, Specimen],
        plan: dict[int, Spot],
    ) -> dict[int, Spot]:
        own = {box.container_id for box in boxes_of(ledger, shipment.id) if not box.whole}
        now = ledger.operation.recorded_at
        found = {}
        for packed in self.tubes:
            tube, line = tubes[packed.specimen_id], lines[packed.specimen_id]
            spot = packed.to or plan.get(line.id)
            if spot is None or spot.container not in own:
                raise NoRoomInParcel(shipment.number, len(self.tubes))
            check_step(tube, Status.IN_A_SHIPMENT)
            after = tube._replace(
                status=Status.IN_A_SHIPMENT,
                place=spot,
                known=self.known,
                out_since=None,
                out_ms=time_out(tube, now),
            )
            ledger.save(SPECIMEN, after, self.known)
            ledger.save(LINE, line._replace(state=LineState.PACKED))
            found[tube.id] = spot
        return found


@dataclass(frozen=True, slots=True)
class UnpackTubes:
    """Take packed tubes out of their boxes: they are on the bench again and stay on the list."""

    kind: ClassVar[str] = "unpack"
    shipment_id: int
    specimens: tuple[int, ...]
    known: Known = Known.SCANNED
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        shipment = shipment_of(ledger, self.shipment_id)
        check_draft(shipment, self.kind)
        lines = {line.specimen_id: line for line in lines_of(ledger, shipment.id) if line.open}
        whole = {box.container_id for box in boxes_of(ledger, shipment.id) if box.whole}
        for tube in ledger.specimens(self.specimens).values():
            line = lines.get(tube.id)
            in_whole = tube.place is not None and tube.place.container in whole
            if line is None or line.state is not LineState.PACKED or in_whole:
                raise NotInShipment(tube.barcode or "", shipment.number)
            ledger.save(SPECIMEN, out_of_the_box(ledger, shipment, tube), self.known)
            ledger.save(LINE, line._replace(state=LineState.WANTED))


@dataclass(frozen=True, slots=True)
class FinishPacking:
    """All is packed: the list and the boxes stand. Raises NotReady with what is missing."""

    kind: ClassVar[str] = "finish packing"
    shipment_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        shipment = shipment_of(ledger, self.shipment_id)
        rules.check_step(shipment, Step.PACKED)
        check_ready(facts_of(ledger, shipment), Step.PACKED)
        said = ledger.operation
        after = shipment._replace(step=Step.PACKED, packed_by=said.operator_id, packed_at=said.recorded_at)
        ledger.save(SHIPMENT, after)


@dataclass(frozen=True, slots=True)
class ReopenPacking:
    """Back to packing before the parcel has left, for a reason."""

    kind: ClassVar[str] = "reopen packing"
    shipment_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        if not self.reason:
            raise ReasonMissing(self.kind)
        shipment = shipment_of(ledger, self.shipment_id)
        rules.check_step(shipment, Step.DRAFT)
        ledger.save(SHIPMENT, shipment._replace(step=Step.DRAFT, packed_by=None, packed_at=None))


def _check(ledger: Ledger, shipment: Shipment, tube: Specimen, doubts: tuple[Doubt, ...]) -> None:
    if tube.holds:
        raise Held(tube.barcode, tube.holds)
    if tube.status is not Status.ON_THE_BENCH:
        raise NotOnTheBench(tube.barcode, tube.status)
    if Doubt.TOO_WARM in doubts:
        material = ledger.one("material", tube.material_id)
        raise TooWarmForCells(tube.barcode, material.code, shipment.refrigerant or "")
    if doubts:
        raise InDoubt(tube.barcode, doubts[0])
