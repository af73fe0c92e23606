"""The parcels of the demonstration: to whom each went, how it travelled, and how it arrived. All of it is invented."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any, NamedTuple, TypeAlias

from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.command import Command, Done
from freezerapp.commands.demonstration.loggers import CHANNEL, DRY_ICE, VAPOUR, file_of, log_of
from freezerapp.commands.demonstration.schedule import h
from freezerapp.commands.issue_manifest import IssueManifest
from freezerapp.commands.parties import SaveParty
from freezerapp.commands.pick import MadePickList, MakePickList, Retrieve
from freezerapp.commands.settle_pick import FinishPickList
from freezerapp.commands.ship import MakeShipment
from freezerapp.commands.ship_arrive import (
    Arrival,
    AttachLogger,
    CloseShipment,
    ReceiveParcel,
    RecordArrivals,
    SettleDifferences,
)
from freezerapp.commands.ship_boxes import AddTransportBoxes, PackageSaid, SetPackages
from freezerapp.commands.ship_pack import FinishPacking, Packed, PackTubes
from freezerapp.commands.ship_send import Dispatch
from freezerapp.domain.blind_order import blind_order
from freezerapp.domain.container import ContainerType
from freezerapp.domain.parcel import Classification, Outcome, Profile, Refrigerant
from freezerapp.domain.party import Party
from freezerapp.domain.specimen import Known
from freezerapp.domain.temperature_log import readings_text
from freezerapp.storage.database import Database
from freezerapp.storage.parcels import is_difference, lines_of, viewing

Do: TypeAlias = Callable[[Command, int], Done]
Later: TypeAlias = Callable[[int, datetime], str]
"""Turns the clock to a step of an act; gives when that was done."""

OURS = Party(
    0,
    "DNA and Cell Bank",
    "Shipping desk",
    "1 Example Street",
    "00000 Example",
    "France",
    "+00 0 00 00 00 00",
    "shipping@bank.example",
    responsible="Duty officer",
    responsible_phone="+00 0 00 00 00 24",
    own=1,
)
LABORATORIES = {
    "London, regulatory T cells": ("T Cell Laboratory", "2 Example Road", "London", "United Kingdom"),
    "Milan, CCL2": ("Chemokine Laboratory", "3 Via Esempio", "Milan", "Italy"),
    "Gothenburg, neurofilaments": ("Neurochemistry Laboratory", "4 Exempelgatan", "Gothenburg", "Sweden"),
    "London, neurofilaments": ("Neurofilament Laboratory", "5 Example Lane", "London", "United Kingdom"),
    "Sheffield, RNA": ("RNA Laboratory", "6 Example Hill", "Sheffield", "United Kingdom"),
}
PURPOSES = {
    "London, regulatory T cells": "regulatory T cell counts",
    "Milan, CCL2": "CCL2 in plasma and CSF",
    "Gothenburg, neurofilaments": "neurofilaments in CSF and plasma",
    "London, neurofilaments": "neurofilaments in CSF and plasma",
    "Sheffield, RNA": "transcriptomics",
}
PROFILES = {"Milan, CCL2": Profile.CODED, "London, neurofilaments": Profile.BLIND}
"""What papers of a parcel tell, where that is not all."""


class Difference(NamedTuple):
    """One item that did not arrive as it was sent: which of the list (or an extra code), how, and how it ended."""

    item: int | str
    outcome: Outcome
    note: str
    settled: str


DIFFERENCES: dict[str, tuple[Difference, ...]] = {
    "SHP-2018-0002": (Difference(3, Outcome.DAMAGED, "cap cracked", "used at once, result marked"),),
    "SHP-2018-0003": (
        Difference(7, Outcome.THAWED, "top layer of the shipper", "discarded there, replaced by another aliquot"),
    ),
    "SHP-2019-0001": (
        Difference(1, Outcome.WRONG_LABEL, "label of another site", "identified by its base code"),
        Difference("RNA-EXTRA-17", Outcome.EXTRA, "a tube of the laboratory itself", "was in the box before"),
    ),
    "SHP-2019-0002": (Difference(5, Outcome.MISSING, "position empty", "found here in the packing tray, destroyed"),),
    "SHP-2019-0004": (Difference(2, Outcome.DAMAGED, "leaking", "half of it could be measured"),),
    "SHP-2020-0001": (
        Difference(0, Outcome.THAWED, "on the outside of the tower", "not measured"),
        Difference(4, Outcome.THAWED, "on the outside of the tower", "not measured"),
    ),
    "SHP-2020-0003": (Difference(6, Outcome.MISSING, "not in the box", "count confirmed by photograph: never sent"),),
    "SHP-2021-0001": (Difference(4, Outcome.WRONG_LABEL, "unreadable", "read by its place in the box"),),
    "SHP-2021-0002": (
        Difference(6, Outcome.MISSING, "position empty on arrival", ""),
        Difference(2, Outcome.DAMAGED, "cap loose", ""),
    ),
}
"""Nine of the fourteen parcels arrived with differences; those of the last but one are still open."""
PICKED = frozenset({"SHP-2018-0001", "SHP-2018-0004", "SHP-2019-0004", "SHP-2020-0003"})
"""Parcels whose tubes were fetched by a list in blind order; a fifth list is open when the record ends."""
BLIND = "one tube of each participant and visit, the fullest, blind order"
ON_ITS_WAY = "SHP-2021-0003"
"""The last parcel: nobody has said yet how it arrived."""
DRAFT = "SHP-2021-0004"
"""The parcel that is being packed when the record ends."""


@dataclass
class Parcels:
    """What was entered so far: parties by what they measure, shipments by number."""

    database: Database
    do: Do
    later: Later
    manager: int
    packer: int
    hander: int
    parties: dict[str, int] = field(default_factory=dict)
    shipments: dict[str, int] = field(default_factory=dict)
    sent: dict[str, tuple[str, ...]] = field(default_factory=dict)
    left: dict[str, datetime] = field(default_factory=dict)

    def open(self, step: int, start: datetime) -> None:
        """Enter the address book."""
        done = self.later(step, start)
        self.do(SaveParty(OURS, done_at=done), self.manager)
        for number, (what, (name, street, town, country)) in enumerate(LABORATORIES.items(), 1):
            done = self.later(step + number, start)
            phone = f"+00 000 000 {number:03}"
            email = f"samples{number}@laboratory.example"
            party = Party(0, name, "Sample reception", street, town, country, phone, email)
            self.parties[what] = _key(self.do(SaveParty(party, done_at=done), self.manager))

    def pack(
        self, number: str, what: str, kind: ContainerType, tubes: Sequence[int], codes: Sequence[str], start: datetime
    ) -> None:
        """Make a shipment of these tubes, take them out and pack them, box after box; issue its manifest."""
        details = self._details(number, what, kind, start)
        done = self.later(0, start)
        made = self.do(MakeShipment(tuple(tubes), details, number, f"seed of {number}", done_at=done), self.packer)
        shipment = _key(made)
        self.shipments[number], self.sent[number] = shipment, tuple(codes)
        boxes = -(-len(tubes) // kind.layout.size)
        done = self.later(1, start)
        inside = self.do(AddTransportBoxes(shipment, kind, boxes, done_at=done), self.packer).result
        assert isinstance(inside, list)
        done = self.later(5, start)
        if number in PICKED:
            self._pick(number, what, shipment, tubes, codes, start)
        else:
            self.do(TakeOut(tuple(tubes), Known.SCANNED, number, done_at=done), self.packer)
        done = self.later(40, start)
        self.do(PackTubes(shipment, tuple(map(Packed, tubes)), Known.SCANNED, done_at=done), self.packer)
        done = self.later(44, start)
        packages = _packages(inside, dict(details)["refrigerant"])
        self.do(SetPackages(shipment, packages, done_at=done), self.packer)
        self.do(FinishPacking(shipment, done_at=self.later(46, start)), self.packer)
        self.do(IssueManifest(shipment, done_at=self.later(48, start)), self.packer)

    def _pick(
        self, number: str, what: str, shipment: int, tubes: Sequence[int], codes: Sequence[str], start: datetime
    ) -> None:
        """Fetch the tubes of a parcel by a list in blind order."""
        seed = f"seed of the list for {number}"
        back = dict(zip(codes, tubes, strict=True))
        order = tuple(back[code] for code in blind_order(list(codes), seed))
        done = self.later(5, start)
        command = MakePickList(f"For {number}", order, PURPOSES[what], BLIND, seed, shipment, done_at=done)
        made = self.do(command, self.packer).result
        assert isinstance(made, MadePickList)
        done = self.later(30, start)
        self.do(Retrieve(made.id, order, Known.SCANNED, done_at=done), self.packer)
        self.do(FinishPickList(made.id, done_at=self.later(32, start)), self.packer)

    def open_list(self, tubes: Sequence[int], codes: Sequence[str], start: datetime) -> None:
        """A list that nobody has walked yet, in blind order too."""
        seed = "seed of the open list"
        back = dict(zip(codes, tubes, strict=True))
        order = tuple(back[code] for code in blind_order(list(codes), seed))
        done = self.later(0, start)
        command = MakePickList("DNA for genotyping", order, "genotyping", BLIND, seed, done_at=done)
        self.do(command, self.manager)

    def hand_over(self, number: str, done: str) -> None:
        """The carrier takes the parcel; from 2020 on two people hand over."""
        second = self.manager if _two(number) else None
        self.left[number] = datetime.fromisoformat(done)
        self.do(Dispatch(self.shipments[number], second, Known.SCANNED, done_at=done), self.hander)

    def arrive(self, number: str, start: datetime) -> None:
        """What the recipient said: each item, the differences, and how they ended."""
        shipment, codes = self.shipments[number], self.sent[number]
        found = [each for each in DIFFERENCES.get(number, ()) if isinstance(each.item, str) or each.item < len(codes)]
        cold = -1_790 if codes and number in _CELLS else -720 + h(f"arrival|{number}") % 60
        ice = None if number in _CELLS else 2_000 + h(f"ice|{number}") % 9 * 500
        done = self.later(0, start)
        self.do(ReceiveParcel(shipment, cold, ice, True, done_at=done), self.hander)
        other = {each.item if isinstance(each.item, str) else codes[each.item]: each for each in found}
        arrivals = [
            Arrival(code, other[code].outcome, other[code].note) if code in other else Arrival(code) for code in codes
        ]
        arrivals += [Arrival(code, each.outcome, each.note) for code, each in other.items() if code not in codes]
        done = self.later(4, start)
        self.do(RecordArrivals(shipment, tuple(arrivals), done_at=done), self.hander)
        self._read_logger(number, cold, start)
        self._settle(shipment, found, start + timedelta(days=3))

    def _read_logger(self, number: str, cold: int, end: datetime) -> None:
        """Keep the file of the logger that came with a parcel."""
        begin = VAPOUR if number in _CELLS else DRY_ICE
        serial, shipment = _logger(number), self.shipments[number]
        log = log_of(number, self.left[number] - timedelta(minutes=30), end, begin, cold)
        readings = readings_text(log, _limit(number), serial, CHANNEL)
        done = self.later(6, end)
        command = AttachLogger(shipment, f"{serial}.csv", file_of(log, serial), readings, done_at=done)
        self.do(command, self.hander)

    def _settle(self, shipment: int, found: Sequence[Difference], start: datetime) -> None:
        if any(not each.settled for each in found):
            return
        with self.database.reading() as reader:
            there = lines_of(viewing(reader), shipment)
        lines = [(line.id, line.outcome, line.outcome_note) for line in there if is_difference(line)]
        for step, each in enumerate(found):
            done = self.later(step, start)
            wanted = [key for key, outcome, note in lines if (outcome, note) == (each.outcome, each.note)]
            if wanted and each.settled:
                self.do(SettleDifferences(shipment, tuple(wanted), each.settled, done_at=done), self.manager)
                lines = [line for line in lines if line[0] not in wanted]
        self.do(CloseShipment(shipment, done_at=self.later(len(found) + 1, start)), self.manager)

    def draft(
        self, number: str, what: str, kind: ContainerType, tubes: Sequence[int], packed: int, start: datetime
    ) -> None:
        """A parcel half packed: the first so many tubes are in their box, the others still to be fetched."""
        details = (*self._details(number, what, kind, start), ("needed", 300_000), ("needed_unit", "µL"))
        details = tuple(each for each in details if each[0] not in ("waybill", "logger"))
        done = self.later(0, start)
        shipment = _key(self.do(MakeShipment(tuple(tubes), details, number, done_at=done), self.packer))
        done = self.later(1, start)
        self.do(AddTransportBoxes(shipment, kind, -(-len(tubes) // kind.layout.size), done_at=done), self.packer)
        done = self.later(5, start)
        self.do(TakeOut(tuple(tubes[:packed]), Known.SCANNED, number, done_at=done), self.packer)
        done = self.later(9, start)
        self.do(PackTubes(shipment, tuple(map(Packed, tubes[:packed])), Known.SCANNED, done_at=done), self.packer)

    def _details(self, number: str, what: str, kind: ContainerType, start: datetime) -> tuple[tuple[str, Any], ...]:
        cells = number in _CELLS
        return (
            ("recipient_id", self.parties[what]),
            ("purpose", PURPOSES[what]),
            ("request", f"REQ-{number[4:8]}-{h(f'request|{number}') % 900 + 100}"),
            ("agreement", f"MTA-{100 + list(LABORATORIES).index(what)}"),
            ("agreement_on", "2018-01-15"),
            ("profile", PROFILES.get(what, Profile.FULL)),
            ("classification", Classification.UN3373),
            ("refrigerant", Refrigerant.DRY_SHIPPER if cells else Refrigerant.DRY_ICE),
            ("keep_to", _limit(number)),
            ("carrier", "Example Couriers"),
            ("service", "door to door, refilled on the way" if cells else "door to door"),
            ("waybill", f"000-{h(f'waybill|{number}') % 10**8:08}"),
            ("logger", _logger(number)),
            ("planned_on", start.date().isoformat()),
            ("expected_on", (start.date() + timedelta(days=1)).isoformat()),
            ("transit_limit_h", 72),
            ("two_persons", int(_two(number))),
        )


_CELLS = frozenset({"SHP-2018-0001", "SHP-2018-0003", "SHP-2019-0002", "SHP-2020-0001", "SHP-2021-0002"})


def _two(number: str) -> bool:
    return int(number[4:8]) >= 2020


def _limit(number: str) -> int:
    """The warmest degree that is right for a parcel."""
    return -150 if number in _CELLS else -60


def _logger(number: str) -> str:
    return f"TL-{h(f'logger|{number}') % 10**5:05}"


def _key(done: Done) -> int:
    assert isinstance(done.result, int)
    return done.result


def _packages(boxes: Sequence[int], refrigerant: Refrigerant) -> tuple[PackageSaid, ...]:
    """Three boxes to a package: 12 kg of dry ice in a polystyrene box, or a dry shipper."""
    found = []
    for start in range(0, len(boxes), 3):
        inside = tuple(boxes[start : start + 3])
        if refrigerant is Refrigerant.DRY_ICE:
            found.append(PackageSaid("insulated box", inside, 450, 400, 420, 15_000 + 500 * len(inside), 12_000))
        else:
            found.append(PackageSaid("dry shipper", inside, 400, 400, 700, 17_500 + 400 * len(inside)))
    return tuple(found)
