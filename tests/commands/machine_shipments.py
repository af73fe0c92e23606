"""What people do with shipments, for the state machine."""

from typing import Any

from hypothesis import strategies as st
from hypothesis.stateful import rule

from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.command import Command, Done
from freezerapp.commands.issue_manifest import ExportBlindKey, IssueManifest
from freezerapp.commands.parties import TWO_PERSONS, SaveParty, SetSetting
from freezerapp.commands.ship import AddToShipment, CancelShipment, EditShipment, MakeShipment
from freezerapp.commands.ship_arrive import (
    Arrival,
    CloseShipment,
    ExpectParcel,
    ReceiveParcel,
    RecordArrivals,
    SettleDifferences,
)
from freezerapp.commands.ship_boxes import AddTransportBoxes, AddWholeBox, PackageSaid, RemoveBox, SetPackages
from freezerapp.commands.ship_decide import OverruleLines, RemoveLines, ReplaceLine
from freezerapp.commands.ship_pack import FinishPacking, Packed, PackTubes, ReopenPacking, UnpackTubes
from freezerapp.commands.ship_send import CorrectShipment, Dispatch
from freezerapp.domain.manifest import Manifest
from freezerapp.domain.parcel import Classification, Outcome, Profile, Refrigerant
from freezerapp.domain.party import Party
from freezerapp.domain.specimen import Spot
from tests.build import a_box_type
from tests.commands.benches import Drawn, Watching
from tests.commands.machine_picks import PICKABLE, reasons
from tests.manifests import a_manifest, an_item

numbers = st.integers(0, 11)
few = st.lists(numbers, min_size=1, max_size=3, unique=True)
READY = (
    ("recipient_id", 2),
    ("classification", Classification.UN3373),
    ("refrigerant", Refrigerant.DRY_ICE),
    ("keep_to", -60),
    ("carrier", "Cold Courier"),
)
DETAILS = (
    ("purpose", "neurofilaments"),
    ("note", "handle with care"),
    ("refrigerant", Refrigerant.DRY_SHIPPER),
    ("refrigerant", Refrigerant.DRY_ICE),
    ("needed", 800),
    ("together", 1),
    ("profile", Profile.BLIND),
    ("profile", Profile.CODED),
    ("two_persons", 1),
    ("recipient_id", 3),
    ("waybill", "176-1234 5675"),
)
LINES = "SELECT id FROM shipment_line WHERE shipment_id = {} AND void = 0 ORDER BY open DESC, id DESC"
LISTED = "SELECT specimen_id FROM shipment_line WHERE shipment_id = {} AND void = 0 AND open = 1 AND state = '{}'"
BOXES = "SELECT container_id FROM parcel_box WHERE shipment_id = {} AND void = 0"
SENT = """
SELECT l.id FROM shipment_line l LEFT JOIN specimen t ON t.id = l.specimen_id WHERE l.shipment_id = {} AND NOT l.void
AND l.state NOT IN ('removed', 'replaced') AND (l.state <> 'sent' OR l.open OR t.status <> 'shipped')
"""
PACKED = """
SELECT CASE s.profile WHEN 'blind' THEN l.blind_code ELSE t.barcode END FROM shipment_line l
JOIN shipment s ON s.id = l.shipment_id JOIN specimen t ON t.id = l.specimen_id
WHERE l.shipment_id = {} AND NOT l.void AND l.state = 'packed' ORDER BY 1
"""


class Shipping(Watching):
    """Parcels that are made, packed, sent, corrected, received, settled, closed and given up."""

    def shipment(self, number: int) -> int:
        """One of the newest shipments, now and then one that is not there."""
        last = self.bank.value("SELECT coalesce(max(id), 0) FROM shipment")
        return int(last) + 1 if number == 11 else max(1, int(last) - number % 3)

    def step(self, shipment: int) -> str:
        found = self.bank.rows("SELECT step FROM shipment WHERE id = ? AND void = 0", shipment)
        return str(found[0][0]) if found else ""

    # A list and what travels

    @rule(listed=few, profile=st.sampled_from(Profile), together=st.booleans(), bare=st.booleans(), some=st.booleans())
    def make_shipment(self, listed: list[int], profile: Profile, together: bool, bare: bool, some: bool) -> None:
        tubes = self.those(listed, PICKABLE) if some else self.tubes(listed)
        details = () if bare else (*READY, ("profile", profile), ("together", int(together)))
        self.do(MakeShipment(tubes, details))

    @rule(number=numbers, change=st.sampled_from(DETAILS))
    def edit_shipment(self, number: int, change: tuple[str, Any]) -> None:
        unit = (("needed_unit", "nL"),) if change[0] == "needed" else ()
        self.do(EditShipment(self.shipment(number), (change, *unit)))

    @rule(number=numbers, listed=few)
    def add_to_shipment(self, number: int, listed: list[int]) -> None:
        self.do(AddToShipment(self.shipment(number), self.those(listed, PICKABLE)))

    @rule(number=numbers, listed=few, reason=reasons, overrule=st.booleans())
    def decide(self, number: int, listed: list[int], reason: str | None, overrule: bool) -> None:
        key = self.shipment(number)
        command = OverruleLines if overrule else RemoveLines
        self.do(command(key, self.those(listed, LINES.format(key)), reason))

    @rule(number=numbers, line=numbers, other=numbers, reason=reasons)
    def replace_line(self, number: int, line: int, other: int, reason: str | None) -> None:
        key = self.shipment(number)
        (found,), (tube,) = self.those([line], LINES.format(key)), self.those([other], PICKABLE)
        self.do(ReplaceLine(key, found, tube, reason))

    @rule(number=numbers, rows=st.integers(1, 2), count=st.integers(1, 2))
    def add_transport_boxes(self, number: int, rows: int, count: int) -> None:
        self.do(AddTransportBoxes(self.shipment(number), a_box_type(rows), count))

    @rule(number=numbers, box=numbers, some=st.booleans())
    def add_whole_box(self, number: int, box: int, some: bool) -> None:
        holding = "SELECT DISTINCT container_id FROM place WHERE specimen_id NOT NULL AND \"use\" = 'here'"
        self.do(AddWholeBox(self.shipment(number), self.those([box], holding)[0] if some else self.box(box)))

    @rule(number=numbers, box=numbers, reason=reasons)
    def remove_box(self, number: int, box: int, reason: str | None) -> None:
        key = self.shipment(number)
        self.do(RemoveBox(key, self.those([box], BOXES.format(key))[0], reason))

    @rule(number=numbers, count=st.integers(0, 2), iced=st.booleans())
    def set_packages(self, number: int, count: int, iced: bool) -> None:
        key = self.shipment(number)
        boxes = tuple(row[0] for row in self.bank.rows(BOXES.format(key)))
        ice = 12_000 if iced else None
        packages = [PackageSaid("box", boxes if n == 0 else (), gross_g=16_000, ice_g=ice) for n in range(count)]
        self.do(SetPackages(key, tuple(packages)))

    # Packing

    @rule(number=numbers, listed=few, at=st.none() | st.tuples(numbers, numbers), reason=reasons)
    def pack(self, number: int, listed: list[int], at: Drawn | None, reason: str | None) -> None:
        key = self.shipment(number)
        tubes = self.those(listed, LISTED.format(key, "wanted"))
        if reason:
            self.do(TakeOut(tubes))
        boxes = [row[0] for row in self.bank.rows(BOXES.format(key))]
        spot = Spot(boxes[at[0] % len(boxes)], at[0] // 3 % 2, at[1] % 2) if at is not None and boxes else None
        self.do(PackTubes(key, tuple(Packed(tube, spot) for tube in tubes)))

    @rule(number=numbers, listed=few)
    def unpack(self, number: int, listed: list[int]) -> None:
        key = self.shipment(number)
        self.do(UnpackTubes(key, self.those(listed, LISTED.format(key, "packed"))))

    @rule(number=numbers)
    def finish_packing(self, number: int) -> None:
        self.do(FinishPacking(self.shipment(number)))

    @rule(number=numbers, kind=st.sampled_from((ReopenPacking, CancelShipment, CorrectShipment)), reason=reasons)
    def step_back(self, number: int, kind: type[ReopenPacking], reason: str | None) -> None:
        key = self.shipment(number)
        step = self.step(key)
        if self.do(kind(key, reason)) is not None:
            assert self.step(key) != step

    # On its way

    def dispatch(self, shipment: int, second: int | None) -> Done | None:
        done = self.do(Dispatch(shipment, second))
        if done is not None:
            assert done.inverse is None
            assert self.bank.rows(SENT.format(shipment)) == []
            away = "SELECT status FROM container WHERE id IN (" + BOXES.format(shipment) + ")"
            assert {row[0] for row in self.bank.rows(away)} <= {"away"}
        return done

    @rule(number=numbers, second=st.sampled_from((None, 1, 2)))
    def dispatch_one(self, number: int, second: int | None) -> None:
        self.dispatch(self.shipment(number), second)

    @rule(number=numbers, upto=st.integers(1, 8))
    def go_on(self, number: int, upto: int) -> None:
        """As far as one comes with a parcel in one go: fetched, packed, finished, dispatched."""
        key = self.shipment(number)
        wanted = tuple(row[0] for row in self.bank.rows(LISTED.format(key, "wanted")))
        steps: tuple[Command, ...] = (
            TakeOut(wanted),
            AddTransportBoxes(key, a_box_type(2)),
            PackTubes(key, tuple(map(Packed, wanted))),
            SetPackages(key, (PackageSaid("box", gross_g=16_000, ice_g=12_000),)),
            FinishPacking(key),
        )
        for step in steps[:upto]:
            self.do(step)
        if upto > len(steps):
            self.issue(key)
            self.dispatch(key, 2)

    @rule(number=numbers, temperature=st.none() | st.integers(-800, 50), intact=st.none() | st.booleans())
    def receive(self, number: int, temperature: int | None, intact: bool | None) -> None:
        self.do(ReceiveParcel(self.shipment(number), temperature, 4_000, intact, "as it came"))

    @rule(number=numbers, listed=few, outcome=st.sampled_from(Outcome), stranger=st.booleans())
    def arrive(self, number: int, listed: list[int], outcome: Outcome, stranger: bool) -> None:
        key = self.shipment(number)
        codes = "SELECT coalesce(l.blind_code, l.code) FROM shipment_line l WHERE l.shipment_id = ? AND NOT l.void"
        known = [row[0] for row in self.bank.rows(codes, key)]
        said = [known[each % len(known)] for each in listed] if known else []
        found = (*(Arrival(code, outcome, "seen") for code in said), *((Arrival("STRANGE"),) if stranger else ()))
        self.do(RecordArrivals(key, found))

    @rule(number=numbers, all_of_them=st.booleans())
    def settle_and_close(self, number: int, all_of_them: bool) -> None:
        key = self.shipment(number)
        open_ones = (
            f"SELECT id FROM shipment_line WHERE shipment_id = {key} AND void = 0 AND settled IS NULL "
            "AND outcome <> 'received'"
        )
        differences = tuple(row[0] for row in self.bank.rows(open_ones))
        self.do(SettleDifferences(key, differences if all_of_them else differences[:1], "by telephone"))
        self.do(CloseShipment(key))

    @rule(number=st.integers(1, 3), listed=few, some=st.booleans())
    def expect_parcel(self, number: int, listed: list[int], some: bool) -> None:
        """From another bank: with tubes of its own, and with some of ours that come back."""
        sent = "SELECT id FROM specimen WHERE status = 'shipped' AND barcode NOT NULL"
        ours = self.those(listed, sent) if some else ()
        named = f"SELECT barcode FROM specimen WHERE barcode NOT NULL AND id IN ({', '.join(map(str, ours)) or 0})"
        codes = [str(row[0]) for row in self.bank.rows(named)]
        items = [
            an_item(n, "THEIRS")._replace(tube=code, participant="P1", visit="V01", sprec=None)
            for n, code in enumerate((*codes, f"X{number}-1", f"X{number}-2"))
        ]
        self.do(ExpectParcel(a_manifest(0, number=f"THEIRS-{number}")._replace(items=tuple(items))))

    # Papers and people

    def issue(self, shipment: int) -> None:
        step = self.step(shipment)
        done = self.do(IssueManifest(shipment))
        if done is not None and step == "packed":
            assert isinstance(done.result, Manifest)
            packed = [row[0] for row in self.bank.rows(PACKED.format(shipment))]
            assert sorted(item.tube for item in done.result.items) == packed
            assert [item.number for item in done.result.items] == list(range(1, len(packed) + 1))

    @rule(number=numbers)
    def issue_manifest(self, number: int) -> None:
        self.issue(self.shipment(number))

    @rule(number=numbers, reason=reasons)
    def export_blind_key(self, number: int, reason: str | None) -> None:
        self.do(ExportBlindKey(self.shipment(number), reason))

    @rule(number=st.integers(0, 3), two=st.none() | st.sampled_from(("yes", "no")))
    def say_of_the_site(self, number: int, two: str | None) -> None:
        if two is None:
            self.named += 1
            self.do(SaveParty(Party(number, f"Lab {self.named}", phone="+44 1")))
        else:
            self.do(SetSetting(TWO_PERSONS, two))
