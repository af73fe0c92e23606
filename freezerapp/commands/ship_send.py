"""A parcel handed over: its tubes leave their positions; and a step taken wrongly put right on record."""

from dataclasses import dataclass
from typing import ClassVar

from freezerapp.commands.arrange import leave
from freezerapp.commands.issue_manifest import list_what_leaves
from freezerapp.domain import shipment as rules
from freezerapp.domain.checklist import check_ready
from freezerapp.domain.custody import CONTAINER, LINE, SHIPMENT, SPECIMEN
from freezerapp.domain.parcel import Direction, Step
from freezerapp.domain.problems import ReasonMissing
from freezerapp.domain.shipment import CORRECTIONS, LineState, SamePersonTwice, Shipment, WrongStep
from freezerapp.domain.specimen import Held, Known, Status, StepNotAllowed
from freezerapp.domain.standing import ContainerStepNotAllowed, Standing, check_step
from freezerapp.storage.garbage import garbage_waits
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.parcels import boxes_of, facts_of, in_doubt, lines_of, shipment_of


@dataclass(frozen=True, slots=True)
class Dispatch:
    """Hand a packed parcel over to the carrier; nothing takes that back but a recorded correction.

    Where no manifest was issued since it was packed, one is now: what was sent can be told ever after.
    ``confirmed_by`` is the second person where two hand over. Raises NotReady with what is missing, SamePersonTwice,
    Held for a tube put on hold since it was packed.
    """

    kind: ClassVar[str] = "dispatch"
    shipment_id: int
    confirmed_by: int | None = None
    known: Known = Known.DECLARED
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        shipment = shipment_of(ledger, self.shipment_id)
        rules.check_step(shipment, Step.DISPATCHED)
        said = ledger.operation
        if self.confirmed_by is not None:
            second = ledger.one("operator", self.confirmed_by)
            if second.id == said.operator_id:
                raise SamePersonTwice(second.name)
        shipment = shipment._replace(confirmed_by=self.confirmed_by)
        with garbage_waits():
            lines = lines_of(ledger, shipment.id)
            waiting = in_doubt(ledger, shipment, lines)
            for each in waiting:
                if each.tube.holds:
                    raise Held(each.tube.barcode, each.tube.holds)
            check_ready(facts_of(ledger, shipment, lines, waiting), Step.DISPATCHED)
            _leave(ledger, shipment, lines)
            after = shipment._replace(
                step=Step.DISPATCHED, dispatched_by=said.operator_id, dispatched_at=said.recorded_at
            )
            ledger.save(SHIPMENT, after)
            list_what_leaves(ledger, after)


def _leave(ledger: Ledger, shipment: Shipment, lines: list[rules.ShipmentLine]) -> None:
    sent = [line for line in lines if line.state is LineState.PACKED]
    for container in ledger.containers(box.container_id for box in boxes_of(ledger, shipment.id)).values():
        check_step(container, Standing.AWAY)
        ledger.save(CONTAINER, leave(container, Standing.AWAY))
    tubes = ledger.specimens(line.specimen_id for line in sent if line.specimen_id is not None)
    for line in sent:
        assert line.specimen_id is not None
        ledger.save(SPECIMEN, tubes[line.specimen_id]._replace(status=Status.SHIPPED, home=None))
        ledger.save(LINE, line._replace(state=LineState.SENT, open=0))


@dataclass(frozen=True, slots=True)
class CorrectShipment:
    """A step taken wrongly, put right by one step back, for a reason; the wrong step stays in history.

    A dispatch corrected brings boxes and tubes back into the house: packed as they were, their old places gone.
    Raises StepNotAllowed or ContainerStepNotAllowed where one of them has come back otherwise.
    """

    kind: ClassVar[str] = "correct shipment"
    shipment_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        if not self.reason:
            raise ReasonMissing(self.kind)
        shipment = shipment_of(ledger, self.shipment_id)
        back = CORRECTIONS.get(shipment.step)
        if not back:
            raise WrongStep(shipment.number, shipment.step, self.kind)
        (step,) = back
        if step is Step.PACKED:
            if shipment.direction is Direction.IN:
                raise WrongStep(shipment.number, shipment.step, self.kind)
            _come_back(ledger, shipment)
            shipment = shipment._replace(dispatched_by=None, dispatched_at=None, confirmed_by=None)
        elif step is Step.DISPATCHED:
            shipment = shipment._replace(received_by=None, received_at=None)
        ledger.save(SHIPMENT, shipment._replace(step=step))


def _come_back(ledger: Ledger, shipment: Shipment) -> None:
    lines = [line for line in lines_of(ledger, shipment.id) if line.state is LineState.SENT]
    if any(line.outcome is not None for line in lines):
        raise WrongStep(shipment.number, shipment.step, CorrectShipment.kind)
    boxes = ledger.containers(box.container_id for box in boxes_of(ledger, shipment.id))
    for container in boxes.values():
        if container.status is not Standing.AWAY:
            raise ContainerStepNotAllowed(container.name, container.status, Standing.IN_PLACE)
        ledger.save(CONTAINER, container._replace(status=Standing.IN_PLACE))
    tubes = ledger.specimens(line.specimen_id for line in lines if line.specimen_id is not None)
    for line in lines:
        assert line.specimen_id is not None
        place = tubes[line.specimen_id].place
        if place is None or place.container not in boxes:
            raise StepNotAllowed(tubes[line.specimen_id].barcode, tubes[line.specimen_id].status, Status.IN_A_SHIPMENT)
        ledger.save(SPECIMEN, tubes[line.specimen_id]._replace(status=Status.IN_A_SHIPMENT))
        ledger.save(LINE, line._replace(state=LineState.PACKED, open=1))
