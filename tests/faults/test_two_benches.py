"""Benches that want the same positions at the same time: one wins, the others are told, nothing is lost."""

import json
import time
from contextlib import closing
from pathlib import Path

import pytest

from freezerapp.storage import sqlite
from freezerapp.storage.database import Database
from tests.build import Bank, Bench
from tests.faults.children import Nursery, Said, faults, history
from tests.parcels import a_packed, a_sending_bank, tubes

REFUSALS = {"PositionTaken", "BankBusy", "NothingToDo"}
SPOTS = 24


def compete(nursery: Nursery, bank: Path, benches: int, seconds: float, weak: str = "") -> Said:
    """Let so many benches move the same tubes into the same few positions of box 3."""
    said, start_at = Said(), time.time() + 0.3
    facts = {"box": 3, "spots": SPOTS, "seconds": seconds, "start_at": start_at, "weak": weak}
    children = {nursery.start("compete", bank, seed=seed, **facts) for seed in range(benches)}
    for line in nursery.rest(children):
        said.hear(line)
    assert said.in_flight() == set()
    return said


def places_step_by_step(bank: Path, after: int) -> list[str]:
    """Walk history from an event on; what stood in two places, or two of what in one, at any step."""
    with closing(sqlite.connect(bank, "ro")) as connection:
        events = connection.execute("SELECT seq, subject_kind, subject_id, payload FROM event ORDER BY seq")
        standing: dict[tuple[int, ...], int] = {}
        wrong = []
        for seq, kind, key, payload in events:
            told = json.loads(payload)
            if kind != "specimen" or "place" not in told["after"]:
                continue
            old, new = (told["before"] or {}).get("place"), told["after"]["place"]
            if old is not None and standing.pop(tuple(old), None) != key and seq > after:
                wrong.append(f"event {seq}: {key} was not in {old}")
            if new is not None:
                if seq > after and tuple(new) in standing:
                    wrong.append(f"event {seq}: {new} was taken by {standing[tuple(new)]}")
                standing[tuple(new)] = key
        return wrong


@pytest.mark.parametrize("benches", [2, 8])
def test_of_all_who_want_a_position_one_gets_it_and_the_others_are_told(
    nursery: Nursery, bank: Path, benches: int, long_form: bool
) -> None:
    before = history(bank)
    said = compete(nursery, bank, benches, 20.0 if long_form else 2.5)
    after = history(bank)
    assert said.broken == {}, "an error of the database came through raw"
    assert set(said.refused.values()) <= REFUSALS
    assert set(after) - set(before) == set(said.done), "operations in the bank are those that were confirmed"
    assert max(after.values()) - max(before.values()) == len(said.done), "each move is one event"
    assert places_step_by_step(bank, max(before.values())) == []
    assert faults(bank) == []
    taken = list(said.refused.values()).count("PositionTaken")
    busy = list(said.refused.values()).count("BankBusy")
    assert min(taken, len(said.done)) > 10, "nobody was in anybody's way"
    assert busy <= len(said.begun) // 20, "waiting is the rule, giving up the exception"


def test_benches_that_begin_like_readers_are_seen_to_fail(nursery: Nursery, bank: Path) -> None:
    said = compete(nursery, bank, 8, 2.0, weak="begin")
    busy = list(said.refused.values()).count("BankBusy")
    assert busy > len(said.done) // 10
    assert faults(bank) == []


def test_a_retry_of_the_same_operation_is_refused_at_every_bench(nursery: Nursery, bank: Path) -> None:
    """A click that is sent again after its answer was lost must not happen twice."""
    facts = {"uuid": "7f3c", "start_at": time.time() + 0.3}
    lines = nursery.rest({nursery.start("repeat", bank, **facts) for _ in range(4)})
    words = sorted(line[0] if line[0] == "done" else str(line[2]) for line in lines if line[0] != "begun")
    assert words == ["OperationRepeated", "OperationRepeated", "OperationRepeated", "done"]
    assert faults(bank) == []


@pytest.mark.parametrize("benches", [2, 6])
def test_of_all_who_hand_over_a_parcel_one_does_and_the_others_are_told(
    nursery: Nursery, tmp_path: Path, benches: int
) -> None:
    sending = a_sending_bank(tmp_path)
    wanted = tubes(sending, 5)
    a_packed(sending, wanted)
    sending.close()
    start_at = time.time() + 0.3
    lines = nursery.rest({nursery.start("hand over", sending.path, start_at=start_at) for _ in range(benches)})
    words = sorted(line[0] if line[0] == "done" else str(line[2]) for line in lines if line[0] != "begun")
    assert words == ["WrongStep"] * (benches - 1) + ["done"]
    clock = Bench()
    after = Bank(sending.path, clock, Database.open(sending.path, clock))
    assert {after.tube(key).status.value for key in wanted} == {"shipped"}
    after.close()
    assert faults(sending.path) == []
