"""What a shipment travels in: transport boxes, storage boxes as they stand, and outer packages."""

from dataclasses import dataclass
from typing import ClassVar, NamedTuple

from freezerapp.commands.arrange import check_empty, leave
from freezerapp.commands.types import type_ids
from freezerapp.domain.container import ContainerType, Holds, NotForTubes
from freezerapp.domain.custody import CONTAINER, LINE, PACKAGE, PARCEL_BOX, SHIPMENT, SPECIMEN
from freezerapp.domain.parcel import Profile, Step
from freezerapp.domain.problems import NotThere
from freezerapp.domain.shipment import LineState, NotBlind, Package, ParcelBox, ShipmentLine, WrongStep, check_draft
from freezerapp.domain.specimen import Held, Specimen, Status, check_step
from freezerapp.domain.standing import Container, Standing
from freezerapp.storage.containers import occupied
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.parcels import boxes_of, lines_of, packages_of, shipment_of


@dataclass(frozen=True, slots=True)
class AddTransportBoxes:
    """Empty transport boxes of one type for a shipment, coded after its number. Gives the ids of the containers."""

    kind: ClassVar[str] = "add transport box"
    shipment_id: int
    type: ContainerType
    count: int = 1
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> list[int]:
        shipment = shipment_of(ledger, self.shipment_id)
        check_draft(shipment, self.kind)
        if self.type.holds is not Holds.SPECIMENS:
            raise NotForTubes(self.type.name, self.type.kind)
        type_id = type_ids(ledger, (self.type,))[self.type.code]
        number = max((box.number for box in boxes_of(ledger, shipment.id)), default=0)
        made = []
        for _ in range(self.count):
            number += 1
            code = _free_code(ledger, f"{shipment.number}-{number}")
            key = ledger.new_id(CONTAINER)
            ledger.save(CONTAINER, Container(key, type_id, code, code))
            ledger.save(PARCEL_BOX, ParcelBox(ledger.new_id(PARCEL_BOX), shipment.id, number, key))
            made.append(key)
        return made


@dataclass(frozen=True, slots=True)
class AddWholeBox:
    """Send a storage box as it stands: every tube in it goes on the list and counts as packed.

    Raises Held for the first tube that is on hold, NotForTubes for what is no box, NotBlind in a blind parcel.
    """

    kind: ClassVar[str] = "pack whole box"
    shipment_id: int
    container_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        shipment = shipment_of(ledger, self.shipment_id)
        check_draft(shipment, self.kind)
        container = ledger.container(self.container_id)
        if ledger.type_of(container).holds is not Holds.SPECIMENS:
            raise NotForTubes(container.name, ledger.type_of(container).kind)
        if shipment.profile is Profile.BLIND:
            raise NotBlind(container.name)
        there = lines_of(ledger, shipment.id)
        known = {line.specimen_id: line for line in there if line.open}
        number = max((line.number for line in there), default=0)
        for tube in tubes_inside(ledger, container.id):
            if tube.holds:
                raise Held(tube.barcode, tube.holds)
            check_step(tube, Status.IN_A_SHIPMENT)
            ledger.save(SPECIMEN, tube._replace(status=Status.IN_A_SHIPMENT))
            line = known.get(tube.id)
            if line is None:
                number += 1
                line = ShipmentLine(ledger.new_id(LINE), shipment.id, number, tube.id, code=tube.barcode)
            ledger.save(LINE, line._replace(state=LineState.PACKED))
        place = max((box.number for box in boxes_of(ledger, shipment.id)), default=0) + 1
        ledger.save(PARCEL_BOX, ParcelBox(ledger.new_id(PARCEL_BOX), shipment.id, place, container.id, whole=1))


@dataclass(frozen=True, slots=True)
class RemoveBox:
    """Leave a box out of a shipment: an empty transport box is void, a storage box stays with its tubes."""

    kind: ClassVar[str] = "remove transport box"
    shipment_id: int
    container_id: int
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        shipment = shipment_of(ledger, self.shipment_id)
        check_draft(shipment, self.kind)
        found = [box for box in boxes_of(ledger, shipment.id) if box.container_id == self.container_id]
        if not found:
            raise NotThere("box", str(self.container_id))
        container = ledger.container(self.container_id)
        if found[0].whole:
            lines = {line.specimen_id: line for line in lines_of(ledger, shipment.id) if line.open}
            for tube in tubes_inside(ledger, container.id):
                if tube.status is not Status.IN_A_SHIPMENT:
                    continue  # taken off the list, or put in since: it only stands here
                ledger.save(SPECIMEN, tube._replace(status=Status.STORED))
                reason = self.reason or self.kind
                ledger.save(LINE, lines[tube.id]._replace(state=LineState.REMOVED, reason=reason, open=0))
        else:
            check_empty(ledger, container)
            ledger.save(CONTAINER, leave(container, Standing.VOID)._replace(code=None, cells=()))
        ledger.save(PARCEL_BOX, found[0]._replace(void=1))


class PackageSaid(NamedTuple):
    """An outer package as people say it: sizes in mm, masses in g, ``boxes`` are containers inside."""

    kind: str
    boxes: tuple[int, ...] = ()
    length_mm: int | None = None
    width_mm: int | None = None
    height_mm: int | None = None
    gross_g: int | None = None
    ice_g: int | None = None


@dataclass(frozen=True, slots=True)
class SetPackages:
    """Say what the outer packages of a shipment are, all at once; until it leaves."""

    kind: ClassVar[str] = "set packages"
    shipment_id: int
    packages: tuple[PackageSaid, ...]
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        shipment = shipment_of(ledger, self.shipment_id)
        if shipment.step not in (Step.DRAFT, Step.PACKED):
            raise WrongStep(shipment.number, shipment.step, self.kind)
        ledger.save(SHIPMENT, shipment)
        before = packages_of(ledger, shipment.id)
        boxes = {box.container_id: box for box in boxes_of(ledger, shipment.id)}
        within: dict[int, int] = {}
        for number, said in enumerate(self.packages, 1):
            there = before[number - 1] if number <= len(before) else None
            key = there.id if there is not None else ledger.new_id(PACKAGE)
            ledger.save(PACKAGE, Package(key, shipment.id, number, said.kind, *said[2:]))
            for container in said.boxes:
                if container not in boxes:
                    raise NotThere("box", str(container))
                within[container] = key
        for package in before[len(self.packages) :]:
            ledger.save(PACKAGE, package._replace(void=1))
        for container, box in boxes.items():
            ledger.save(PARCEL_BOX, box._replace(package_id=within.get(container)))


def tubes_inside(ledger: Ledger, container: int) -> list[Specimen]:
    """The tubes that stand in a box."""
    there = occupied(ledger.connection, [container]).values()
    keys = [tube for use, tube, _ in there if use == "here" and tube is not None]
    return list(ledger.specimens(keys).values())


def _free_code(ledger: Ledger, wanted: str) -> str:
    """A code for a box: the one wanted, or with a letter behind it where an earlier box had it."""
    from freezerapp.domain.barcode import code_key

    saved = (each.after.code for each in ledger.saved[CONTAINER].values())
    fresh = {code_key(code) for code in saved if code is not None}
    for letter in ("", *"abcdefghijklmnopqrstuvwxyz"):
        code = f"{wanted}{letter}"
        if code_key(code) not in fresh and not ledger.codes([code_key(code)]):
            return code
    return wanted
