"""The demonstration bank: the trial's own figures exactly, and a bank that its own rules accept."""

import json
import re
import sqlite3
from collections import Counter
from datetime import date, timedelta
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from freezerapp import resources
from freezerapp.commands.demonstration import build as building
from freezerapp.commands.demonstration import fates as fate_rules
from freezerapp.commands.demonstration import stories as acts
from freezerapp.commands.demonstration.build import build
from freezerapp.commands.demonstration.handling import Late, hours, late, sprec
from freezerapp.commands.demonstration.recipe import LAST_DAY, Plan, make_plan
from freezerapp.commands.demonstration.recipe_clock import RecipeClock
from freezerapp.commands.demonstration.schedule import CEL, CSF, PL1, PRODUCTS, SITES, TUBES, VISITS
from freezerapp.domain.doubt import Doubt
from freezerapp.domain.parcel import Step
from freezerapp.domain.problems import FileExists
from freezerapp.domain.specimen import HoldKind, Status
from freezerapp.domain.sprec import read_table
from freezerapp.exchange.loggers import logger_of
from freezerapp.storage.database import Database
from freezerapp.storage.rows.shipments import parcel, shipment_rows
from freezerapp.storage.rows.storage import storage
from freezerapp.storage.verifying import verify
from freezerapp.ui import logger_files

MATERIALS = ("PL1", "PL2", "BFF", "CEL", "CSF", "PEN", "DNA", "BLD")
# Visit, participants who come, tubes of each material for one participant.
TRIAL = {
    "V01": (220, (10, 2, 3, 6, 16, 1, 12, 2)),
    "V02": (220, (10, 2, 3, 6, 16, 1, 0, 0)),
    "V03": (218, (10, 2, 3, 6, 0, 0, 0, 0)),
    "V04": (214, (10, 2, 3, 0, 0, 0, 0, 0)),
    "V05": (208, (10, 2, 3, 6, 16, 1, 0, 0)),
    "V06": (200, (10, 2, 3, 6, 0, 0, 0, 0)),
    "V07": (186, (10, 2, 3, 0, 0, 0, 0, 0)),
    "V08": (172, (10, 2, 3, 6, 0, 0, 0, 0)),
    "V09": (158, (10, 2, 3, 0, 0, 0, 0, 0)),
    "V10": (146, (10, 2, 3, 6, 0, 0, 0, 0)),
    "V11": (132, (10, 2, 3, 0, 0, 0, 0, 0)),
}
BOXES = {"PL1": 208, "PL2": 42, "BFF": 77, "CEL": 103, "CSF": 128, "PEN": 8, "DNA": 28, "BLD": 6}
BOX_SIZES = {"PL1": 100, "PL2": 100, "BFF": 81, "CEL": 81, "CSF": 81, "PEN": 81, "DNA": 96, "BLD": 81}
SMALL = 1_000


@cache
def plan_of(tubes: int) -> Plan:
    return make_plan(tubes)


@cache
def fates_of(tubes: int) -> fate_rules.Fates:
    return fate_rules.make_fates(plan_of(tubes))


@pytest.fixture(scope="module")
def small_bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("demonstration") / "small.freezer"
    build(path, SMALL)
    return path


def rows(path: Path, sql: str) -> list[tuple[Any, ...]]:
    connection = sqlite3.connect(path)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def test_the_whole_trial_has_the_tubes_of_its_table_by_material_and_visit() -> None:
    found: Counter[tuple[str, str]] = Counter()
    people: Counter[str] = Counter()
    for visit in plan_of(TUBES).visits:
        code = VISITS[visit.visit].code
        people[code] += 1
        for product, made in enumerate(visit.counts):
            found[PRODUCTS[product].material, code] += made
    assert dict(people) == {code: attending for code, (attending, _) in TRIAL.items()}
    for code, (attending, each) in TRIAL.items():
        assert [found[material, code] for material in MATERIALS] == [attending * tubes for tubes in each]
    assert found.total() == 53_510


def test_the_whole_trial_has_220_participants_of_17_sites() -> None:
    people = plan_of(TUBES).participants
    assert len({who.code for who in people}) == len(people) == 220
    by_site = Counter(SITES[who.site] for who in people)
    assert len(by_site) == 17
    assert sum(count for site, count in by_site.items() if site.country == "FR") == 132
    assert sum(count for site, count in by_site.items() if site.country == "GB") == 88
    for who in people:
        assert re.fullmatch(rf"MC-{SITES[who.site].code}-\d\d\d", who.code)


def test_the_whole_trial_takes_600_boxes_and_no_two_tubes_share_a_position() -> None:
    plan = plan_of(TUBES)
    boxes = plan.shelves.boxes
    assert Counter(PRODUCTS[box.product].material for box in boxes) == BOXES
    assert len({(box.unit, box.slot) for box in boxes}) == len({box.name for box in boxes}) == 600
    assert Counter(box.unit for box in boxes) == {"F80-01": 249, "F80-02": 248, "LN2-01": 103}
    assert [unit.name for unit in plan.shelves.units if unit.backup] == ["F80-03", "LN2-02"]
    spots = set()
    for visit in plan.visits:
        for made in plan.made(visit):
            box = boxes[made.box]
            assert box.product == made.product
            assert 0 <= made.slot < BOX_SIZES[PRODUCTS[made.product].material]
            spots.add((made.box, made.slot))
    assert len(spots) == TUBES


def test_aliquots_of_a_visit_are_split_between_two_freezers() -> None:
    plan = plan_of(TUBES)
    together = 0
    for visit in plan.visits:
        units: dict[int, set[str]] = {}
        for made in plan.made(visit):
            units.setdefault(made.product, set()).add(plan.shelves.boxes[made.box].unit)
        for product, where in units.items():
            if product == CEL:
                assert where == {"LN2-01"}
            elif visit.counts[product] > 1:
                together += where != {"F80-01", "F80-02"}
    # The last buffy coats share one box, so that the trial takes 600 boxes and not 601.
    assert together <= 33


def test_tubes_are_numbered_in_the_order_in_which_they_were_received() -> None:
    plan = plan_of(TUBES)
    assert [made.serial for visit in plan.visits for made in plan.made(visit)] == list(range(TUBES))
    received = [(visit.received_day, visit.received_minute) for visit in plan.visits]
    assert received == sorted(received)
    assert plan.visit_of(0) == plan.visits[0]
    assert plan.visit_of(TUBES - 1) == plan.visits[-1]


def test_visits_keep_the_calendar_of_the_trial() -> None:
    days: dict[str, dict[int, date]] = {}
    for visit in plan_of(TUBES).visits:
        days.setdefault(visit.who.code, {})[visit.visit] = visit.day
        assert visit.day.weekday() <= 3
        assert visit.day <= LAST_DAY
        assert 8 * 60 + 30 <= visit.minute <= 11 * 60 + 30
    first = [seen[0] for seen in days.values()]
    assert (min(first), max(first)) == (date(2017, 6, 19), date(2019, 7, 15))
    for seen in days.values():
        assert sorted(seen) == list(range(len(seen)))  # who stays away once does not come back
        assert seen[1] - seen[0] == timedelta(days=98)
        for index, day in seen.items():
            off = (day - seen[1]).days - VISITS[index].day
            assert abs(off) <= (3 if index > 2 else 0)


def test_hours_follow_the_bench_and_about_three_in_a_hundred_are_late() -> None:
    visits = plan_of(TUBES).visits
    for visit in visits:
        collected, spun, frozen = hours(visit, PL1)
        assert spun is not None
        if late(visit) is Late.NOTHING:
            assert 35 <= spun - collected <= 95
            assert 60 <= frozen - collected <= 170
        assert frozen < 24 * 60
    assert 0.02 < sum(late(visit) is not Late.NOTHING for visit in visits) / len(visits) < 0.04


def test_sprec_codes_come_from_the_hours() -> None:
    table = read_table(resources.load_toml("sprec", "v2.toml"))
    codes: dict[str, Counter[str]] = {}
    for visit in plan_of(TUBES).visits:
        for product, made in enumerate(visit.counts):
            code = sprec(table, visit, product) if made else None
            if code is not None:
                codes.setdefault(PRODUCTS[product].material, Counter())[code.text] += 1
    by_the_book = {
        "PL1": "PL1-PED-A-B-N-A-D",
        "PL2": "PL2-PED-A-B-E-A-S",
        "BFF": "BFF-PED-A-B-N-A-D",
        "CEL": "CEL-SHP-C-M-N-F-E",
        "CSF": "CSF-PPS-A-B-N-B-A",
        "PEN": "PEN-PPS-A-B-N-B-A",
        "BLD": "BLD-PED-A-N-N-N-D",
    }
    assert {material: found.most_common(1)[0][0] for material, found in codes.items()} == by_the_book
    others = {code.split("-")[2] + code.split("-")[5] for code in codes["PL1"]} - {"AA"}
    assert others == {"CA", "EA", "AC", "AE"}  # late to the spin, late to the freezer
    assert all(found[by_the_book[material]] / found.total() > 0.95 for material, found in codes.items())


@pytest.mark.parametrize("tubes", [1_000, 5_000, 6_000, TUBES])
def test_the_mix_of_fates_is_exact(tubes: int) -> None:
    fates = fates_of(tubes)
    counts = {
        120: sum(map(len, fates.shipped.values())),
        70: sum(map(len, fates.used.values())),
        20: sum(len(quarantine.tubes) for quarantine in fates.quarantines),
        9: sum(len(withdrawal.tubes) for withdrawal in fates.withdrawals),
        1: sum(map(len, fates.missing.values())),
    }
    assert counts == {share: (tubes * share + 500) // 1000 for share in counts}
    assert sum(fates.taken) == sum(counts.values())  # no tube has two fates
    assert len(fates.withdrawals) == 2
    assert len(fates.shipped) == 14


def test_withdrawn_participants_have_nothing_left() -> None:
    fates = fates_of(TUBES)
    used = {serial for tubes in fates.used.values() for serial in tubes}
    for withdrawal in fates.withdrawals:
        assert not withdrawal.genetic_only
        theirs = {
            serial
            for visit in plan_of(TUBES).visits
            if visit.who == withdrawal.who
            for serial in range(visit.first, visit.first + visit.size)
        }
        assert theirs - used == set(withdrawal.tubes)
        assert len(theirs & used) < 20


@pytest.mark.parametrize("tubes", [1, 2, 7, 53, 100, 300, 1_000, 2_345, TUBES + 1_234])
def test_a_bank_of_any_size_has_whole_participants_in_order_and_the_last_cut_short(tubes: int) -> None:
    plan = plan_of(tubes)
    made = Counter(visit.who.number for visit in plan.visits for _ in range(visit.size))
    assert made.total() == tubes
    assert sorted(made) == list(range(len(plan.participants)))
    *whole, last = plan.participants
    assert all(made[who.number] == who.tubes for who in whole)
    assert 0 < made[last.number] <= last.tubes
    assert plan.participants == plan_of(TUBES + 1_234).participants[: len(plan.participants)]
    spots = {(each.box, each.slot) for visit in plan.visits for each in plan.made(visit)}
    assert len(spots) == tubes
    assert sum(fates_of(tubes).taken) <= tubes


def test_more_units_are_added_for_more_tubes() -> None:
    units = plan_of(200_000).shelves.units
    boxes = plan_of(200_000).shelves.boxes
    assert {box.unit for box in boxes} == {unit.name for unit in units if not unit.backup}
    for tank, most in ((False, 600), (True, 130)):
        names = {unit.name for unit in units if unit.tank == tank}
        full = Counter(box.unit for box in boxes if box.unit in names)
        assert len(full) > 2 - tank
        assert max(full.values()) <= most
        assert all(box.slot < most for box in boxes if box.unit in names)


@pytest.mark.parametrize("tubes", [SMALL, TUBES])
def test_nothing_happens_to_a_tube_before_it_is_there_or_after_it_is_gone(tubes: int) -> None:
    plan = plan_of(tubes)
    here: dict[int, str] = {}
    boxes: set[int] = set()
    held: dict[int, set[HoldKind]] = {}
    for act in acts.stories(plan, fates_of(tubes)):
        assert act.done <= act.recorded
        match act:
            case acts.AddBoxes():
                boxes |= set(act.boxes)
            case acts.Receive():
                for visit in act.visits:
                    for made in plan.made(visit):
                        assert made.box in boxes
                        assert act.done.date() == visit.received_day
                        here[made.serial] = "stored"
            case acts.HoldTubes():
                for serial in act.tubes:
                    assert here[serial] == "stored"
                    held.setdefault(serial, set()).add(act.kind)
            case acts.ReleaseTubes():
                for serial in act.tubes:
                    held[serial].remove(act.kind)
            case acts.Leave():
                for serial in act.tubes:
                    assert here.pop(serial) == "stored"
                    assert not held.get(serial) or act.status is Status.DESTROYED
            case acts.Pack():
                for serial in act.tubes:
                    assert here.pop(serial) == "stored"
                    assert not held.get(serial)
            case acts.Misread():
                assert all(here[serial] == "stored" for serial in act.tubes)
            case acts.Evacuate():
                assert set(act.boxes) <= boxes
    assert boxes == set(range(len(plan.shelves.boxes)))


def test_the_stories_of_the_whole_trial_are_told() -> None:
    told = acts.stories(plan_of(TUBES), fates_of(TUBES))
    evacuations = [act for act in told if isinstance(act, acts.Evacuate)]
    assert [(len(act.boxes), act.unit) for act in evacuations] == [(120, "F80-03"), (120, "F80-02")]
    standing = {
        box
        for act in told
        if isinstance(act, acts.AddBoxes) and act.recorded < evacuations[0].done
        for box in act.boxes
        if plan_of(TUBES).shelves.boxes[box].unit == "F80-02"
    }
    assert standing == set(evacuations[0].boxes)  # nothing was left in the failed freezer
    holds = Counter(act.kind for act in told if isinstance(act, acts.HoldTubes))
    assert holds[HoldKind.EXCURSION] == 3
    assert holds[HoldKind.CONSENT] == 2
    misread = [act for act in told if isinstance(act, acts.Misread)]
    assert [(len(act.tubes), act.wrong) for act in misread] == [(96, True), (96, False)]
    assert sum(isinstance(act, acts.HandOver) for act in told) == 14
    assert told[-1].recorded.date() < date(2022, 1, 1)


def test_a_built_bank_holds_what_was_planned_and_verifies_clean(small_bank: Path) -> None:
    assert list(verify(small_bank)) == []
    assert rows(small_bank, "SELECT count(*) FROM specimen WHERE kind = 'tube'") == [(SMALL,)]
    mix = dict(rows(small_bank, "SELECT status, count(*) FROM specimen WHERE kind = 'tube' GROUP BY status"))
    assert mix == {
        "stored": 797,
        "in a shipment": 3,
        "shipped": 120,
        "used up": 70,
        "destroyed": 9,
        "missing": 1,
    }
    kinds = dict(rows(small_bank, "SELECT kind, count(*) FROM hold GROUP BY kind"))
    assert kinds == {"quarantine": 20, "consent": 9}
    assert rows(
        small_bank,
        "SELECT min(barcode), max(barcode), count(DISTINCT barcode) FROM specimen WHERE kind = 'tube'",
    ) == [("MC0000000001", "MC0000001000", SMALL)]


def test_fourteen_parcels_left_and_nine_of_them_arrived_with_differences(small_bank: Path) -> None:
    steps = Counter(row[0] for row in rows(small_bank, "SELECT step FROM shipment"))
    assert steps == {"closed": 12, "received": 1, "dispatched": 1, "draft": 1}
    differing = rows(
        small_bank,
        "SELECT s.number, s.step, min(l.settled IS NOT NULL) FROM shipment s JOIN shipment_line l "
        "ON l.shipment_id = s.id WHERE l.outcome <> 'received' GROUP BY s.id",
    )
    assert len(differing) == 9
    assert {step: settled for _, step, settled in differing} == {"closed": 1, "received": 0}
    assert rows(small_bank, "SELECT count(*), max(version) FROM manifest") == [(14, 1)]
    sent = rows(small_bank, "SELECT count(*) FROM shipment_line WHERE state = 'sent' AND specimen_id IS NOT NULL")
    assert sent == [(120,)]


def test_five_pick_lists_are_in_blind_order_and_one_of_them_is_still_open(small_bank: Path) -> None:
    lists = rows(small_bank, "SELECT number, state, seed IS NOT NULL, shipment_id IS NOT NULL FROM pick_list")
    assert [row[1:] for row in lists] == [("done", 1, 1)] * 4 + [("open", 1, 0)]
    fetched = rows(small_bank, "SELECT DISTINCT l.state FROM pick_line l JOIN pick_list p ON p.id = l.list_id"
                   " WHERE p.state = 'done'")  # fmt: skip
    assert fetched == [("retrieved",)]


def test_the_parcel_being_packed_has_two_tubes_that_need_a_decision(small_bank: Path) -> None:
    database = Database.open(small_bank)
    with database.reading() as reader:
        (draft,) = (row for row in shipment_rows(reader) if row.step is Step.DRAFT)
        found = parcel(reader, draft.id, storage(reader))
    database.close()
    assert (draft.number, draft.tubes, draft.packed) == ("SHP-2021-0004", 10, 3)
    assert [row.doubts for row in found.lines if row.doubts] == [(Doubt.HELD,), (Doubt.BELOW,)]


def test_every_parcel_that_arrived_has_its_loggers_file_as_the_program_reads_it(
    small_bank: Path, tmp_path: Path
) -> None:
    said = (
        "SELECT s.number, s.logger, s.keep_to, s.arrival_temperature, s.logger_readings, a.name, a.content"
        " FROM shipment s LEFT JOIN attachment a ON a.owner_kind = 'shipment' AND a.owner_id = s.id"
        " WHERE s.step IN ('received', 'closed') ORDER BY s.number"
    )
    warm = {}
    for number, logger, limit, arrival, readings, name, content in rows(small_bank, said):
        assert name == f"{logger}.csv"
        file = tmp_path / name
        file.write_bytes(content)
        assert logger_files.read(file, limit) == logger_files.ReadLogger(content, readings)
        found = logger_of(content, name)
        assert (found.serial, found.failed, len(found.others)) == (logger, 0, 0)
        assert abs(found.log.temperatures[-1] - 10 * arrival) <= 100  # hundredths of a degree
        assert found.log.moments[-1] - found.log.moments[0] > 40 * 3600
        if logger_files.is_excursion(readings):
            warm[number] = json.loads(readings)["seconds above"] // 60
    assert warm == {
        "SHP-2018-0003": 50,
        "SHP-2019-0003": 10,
        "SHP-2020-0001": 70,
        "SHP-2020-0002": 50,
        "SHP-2021-0001": 10,
    }
    assert rows(small_bank, "SELECT count(*) FROM attachment") == [(13,)]


def test_two_builds_have_the_same_head_of_chain(small_bank: Path, tmp_path: Path) -> None:
    build(tmp_path / "again.freezer", SMALL)
    head = "SELECT seq, hash FROM event ORDER BY seq DESC LIMIT 1"
    assert rows(tmp_path / "again.freezer", head) == rows(small_bank, head)
    build(tmp_path / "other.freezer", 40)
    assert rows(tmp_path / "other.freezer", head) != rows(small_bank, head)


def test_a_built_bank_shows_sources_as_parents_that_stand_nowhere(small_bank: Path) -> None:
    parents = rows(
        small_bank,
        "SELECT m.code, p.kind, p.status, p.tube, count(*) FROM specimen s"
        " JOIN specimen p ON p.id = s.parent_id"
        " JOIN material m ON m.id = s.material_id WHERE s.kind = 'tube' GROUP BY 1, 2, 3, 4 ORDER BY 1",
    )
    assert [row[:4] for row in parents] == [
        ("BFF", "source", "used up", "3 × EDTA 9 mL"),
        ("BLD", "source", "used up", "EDTA 9 mL"),
        ("CEL", "source", "used up", "6 × heparin 9 mL"),
        ("CSF", "source", "used up", "PP tube 12 mL"),
        ("DNA", "source", "used up", "PP tube 2 mL"),
        ("PEN", "source", "used up", "PP tube 12 mL"),
        ("PL1", "source", "used up", "3 × EDTA 9 mL"),
        ("PL2", "source", "used up", "3 × EDTA 9 mL"),
    ]
    assert sum(row[4] for row in parents) == SMALL
    placed = "SELECT count(*) FROM place JOIN specimen s ON s.id = specimen_id WHERE s.kind = 'source'"
    assert rows(small_bank, placed) == [(0,)]
    given = "SELECT sum(amount) FROM specimen WHERE kind = 'source'"
    assert rows(small_bank, given) == [(0,)]
    taken = (
        "SELECT count(*) FROM (SELECT p.initial_amount AS had, sum(s.initial_amount) AS taken FROM specimen s"
        " JOIN specimen p ON p.id = s.parent_id GROUP BY p.id) WHERE taken > had"
    )
    assert rows(small_bank, taken) == [(0,)]


def test_shipped_tubes_stand_in_transport_boxes_that_are_away(small_bank: Path) -> None:
    where = rows(
        small_bank,
        "SELECT s.status, t.kind, c.status, count(*) FROM specimen s JOIN place p ON p.specimen_id = s.id"
        " JOIN container c ON c.id = p.container_id JOIN container_type t ON t.id = c.type_id"
        " WHERE p.use = 'here' GROUP BY 1, 2, 3",
    )
    assert {row[:3] for row in where} == {
        ("shipped", "transport box", "away"),
        ("in a shipment", "transport box", "in place"),
        ("stored", "box", "in place"),
        ("stored", "SBS rack", "in place"),
    }
    assert sum(row[3] for row in where) == 920


def test_backup_units_are_empty_and_say_so(small_bank: Path) -> None:
    states = dict(
        rows(
            small_bank,
            "SELECT c.name, c.state FROM container c JOIN container_type t ON t.id = c.type_id"
            " WHERE t.kind IN ('freezer', 'tank')",
        )
    )
    assert states == {
        "F80-01": "in use",
        "F80-02": "in use",
        "F80-03": "backup",
        "LN2-01": "in use",
        "LN2-02": "backup",
    }
    inside = (
        "WITH RECURSIVE inside(id) AS (SELECT id FROM container WHERE name IN ('F80-03', 'LN2-02') UNION"
        " SELECT child_id FROM place JOIN inside ON container_id = inside.id WHERE child_id IS NOT NULL)"
        " SELECT count(*) FROM inside JOIN container c ON c.id = inside.id"
        " JOIN container_type t ON t.id = c.type_id WHERE t.kind IN ('box', 'SBS rack')"
    )
    assert rows(small_bank, inside) == [(0,)]


def test_every_act_has_both_times_and_the_record_only_goes_forward(small_bank: Path) -> None:
    found = rows(small_bank, "SELECT recorded_at, done_at, kind FROM operation ORDER BY id")
    times = [row[0] for row in found]
    assert all(earlier < later for earlier, later in pairwise(times))
    setting_up = {"make bank", "add operator", "add container"}
    assert all(row[1] is not None for row in found if row[2] not in setting_up)
    years = {str(row[1])[:4] for row in found if row[1] is not None}
    assert years == {"2017", "2018", "2019", "2020", "2021"}


def test_the_bank_says_nothing_of_a_treatment_arm(small_bank: Path) -> None:
    words = re.compile(r"placebo|interleukin|IL-?2\b|\barm\b|treatment", re.IGNORECASE)
    for (payload,) in rows(small_bank, "SELECT payload FROM event"):
        assert not words.search(str(payload).replace("end of treatment", ""))


def test_codes_are_stamped_with_the_version_of_sprec(small_bank: Path) -> None:
    stamped = [str(row[0]) for row in rows(small_bank, "SELECT DISTINCT sprec FROM specimen WHERE sprec <> ''")]
    assert "PL1-PED-A-B-N-A-D v2" in stamped
    assert all(text.endswith(" v2") for text in stamped)
    derived = rows(
        small_bank,
        "SELECT count(*), count(s.sprec), count(s.concentration) FROM specimen s"
        " JOIN material m ON m.id = s.material_id WHERE m.code = 'DNA' AND s.kind = 'tube'",
    )
    assert derived == [(48, 0, 48)]


def test_a_bank_that_exists_is_not_written_over(small_bank: Path) -> None:
    before = small_bank.read_bytes()
    with pytest.raises(FileExists):
        build(small_bank, 10)
    assert small_bank.read_bytes() == before


def test_a_build_that_fails_leaves_no_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(_: Plan) -> fate_rules.Fates:
        raise RuntimeError("power cut")

    monkeypatch.setattr(building, "make_fates", failing)
    with pytest.raises(RuntimeError, match="power cut"):
        build(tmp_path / "half.freezer", 10)
    assert list(tmp_path.iterdir()) == []


def test_progress_is_told_up_to_the_last_tube(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    build(tmp_path / "told.freezer", 120, lambda done, of: told.append((done, of)))
    assert told == sorted(told)
    assert told[-1] == (120, 120)


def test_the_clock_of_the_recipe_keeps_summer_time_and_never_stands_still() -> None:
    clock = RecipeClock(acts.OPENED, SMALL)
    assert clock.utc_offset() == 120
    before = clock.now()
    clock.turn_to(acts.OPENED - timedelta(days=200))
    assert clock.utc_offset() == 60
    assert clock.now() > before
    assert len({clock.uuid() for _ in range(100)}) == 100
    assert RecipeClock(acts.OPENED, SMALL).uuid() == RecipeClock(acts.OPENED, SMALL).uuid()


def test_every_lumbar_puncture_gives_more_csf_than_its_pellet() -> None:
    for visit in plan_of(TUBES).visits:
        assert not visit.counts[CSF] or visit.counts[CSF] > 10
