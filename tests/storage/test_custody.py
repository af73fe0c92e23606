"""What one line of history says: canonical text, and a state that the lines add up to."""

import json
import math
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.custody import Operation, canonical, payloads
from freezerapp.domain.specimen import (
    Code,
    CodeKind,
    Hold,
    HoldKind,
    Kind,
    Known,
    Made,
    Specimen,
    Spot,
    Status,
)
from freezerapp.domain.standing import Cell, CellUse, Container, Standing, UnitState
from freezerapp.storage.audit import first_value, replay, typed
from freezerapp.storage.ledger import difference, load, state
from freezerapp.storage.records import SUBJECTS
from tests.build import a_bank, a_tube
from tests.filled import a_filled_bank

texts = st.text(max_size=20)
numbers = st.integers(-(2**63), 2**63 - 1)
maybe_text = st.none() | texts
values = st.recursive(
    st.none() | st.booleans() | numbers | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
    max_leaves=8,
)
fields = st.dictionaries(texts, values, max_size=6)
operations = st.builds(
    Operation, texts, texts, numbers, texts, numbers, numbers, texts, maybe_text, maybe_text, maybe_text
)
changes = st.lists(
    st.tuples(st.sampled_from(sorted(SUBJECTS)), numbers, st.none() | fields, fields, maybe_text), max_size=4
)


@given(operations, changes)
def test_a_payload_put_together_from_pieces_is_canonical_json_of_the_whole(
    operation: Operation, listed: list[tuple[str, int, dict[str, Any] | None, dict[str, Any], str | None]]
) -> None:
    made = list(payloads(operation, listed))
    assert len(made) == len(listed)
    for text, (kind, subject, before, after, known) in zip(made, listed, strict=True):
        whole = {
            "uuid": operation.uuid,
            "kind": operation.kind,
            "operator": [operation.operator_id, operation.operator],
            "recorded_at": operation.recorded_at,
            "offset": operation.utc_offset_min,
            "done_at": operation.done_at,
            "reason": operation.reason,
            "undoes": operation.undoes,
            "version": operation.program_version,
            "known": known,
            "subject": [kind, subject],
            "before": before,
            "after": after,
        }
        assert text == canonical(whole)
        assert json.loads(text) == whole


@given(values)
def test_canonical_text_has_one_form(value: object) -> None:
    text = canonical(value)
    assert canonical(json.loads(text)) == text
    assert "\n" not in text


def test_keys_are_sorted_and_letters_stay_as_they_are() -> None:
    assert canonical({"b": 1, "a": ["µL", None, True], "é": {}}) == '{"a":["µL",null,true],"b":1,"é":{}}'


@pytest.mark.parametrize("number", [math.nan, math.inf, -math.inf])
def test_what_is_no_number_has_no_text(number: float) -> None:
    with pytest.raises(ValueError, match="not JSON compliant"):
        canonical(number)


spots = st.builds(Spot, st.integers(1, 99), st.integers(0, 99), st.integers(0, 99))
codes = st.builds(Code, texts, st.sampled_from(CodeKind), numbers, st.none() | numbers)
specimens = st.builds(
    Specimen,
    st.just(1),
    st.sampled_from(Kind),
    st.sampled_from(Status),
    maybe_text,
    st.integers(1, 9),
    made_by=st.none() | st.sampled_from(Made),
    parent_id=st.none() | numbers,
    amount=st.none() | numbers,
    initial_amount=st.none() | numbers,
    unit=maybe_text,
    thaws=st.integers(0, 9),
    out_since=st.none() | numbers,
    out_ms=st.integers(0, 9),
    note=maybe_text,
    place=st.none() | spots,
    known=st.none() | st.sampled_from(Known),
    home=st.none() | spots,
    codes=st.lists(codes, max_size=3).map(tuple),
    holds=st.lists(st.builds(Hold, st.sampled_from(HoldKind), texts), max_size=3).map(tuple),
    fields=st.lists(st.tuples(st.integers(1, 9), texts), max_size=3).map(tuple),
)
containers = st.builds(
    Container,
    st.just(1),
    st.integers(1, 9),
    texts,
    maybe_text,
    st.sampled_from(Standing),
    st.sampled_from(UnitState),
    out_since=st.none() | numbers,
    place=st.none() | spots,
    known=st.none() | st.sampled_from(Known),
    home=st.none() | spots,
    cells=st.lists(st.builds(Cell, st.integers(0, 9), st.integers(0, 9), st.sampled_from(CellUse)), max_size=3).map(
        tuple
    ),
)


def told(said: object) -> Any:
    return json.loads(canonical(said))


@given(st.one_of(st.tuples(specimens, specimens), st.tuples(containers, containers)))
def test_the_first_event_and_the_next_bring_back_every_field(pair: tuple[Any, Any]) -> None:
    kind = "specimen" if isinstance(pair[0], Specimen) else "container"
    subject, (one, two) = SUBJECTS[kind], pair
    first = first_value(subject, 1, told(state(subject, one)))
    assert first == one
    was, now = difference(subject, one, two)
    assert first._replace(**typed(kind, told(now))) == two
    assert two._replace(**typed(kind, told(was))) == one
    assert set(was) == set(now) == {n for n in one._fields if getattr(one, n) != getattr(two, n)}


@given(specimens)
def test_values_of_words_come_back_as_the_words_of_the_rules(one: Specimen) -> None:
    subject = SUBJECTS["specimen"]
    back = first_value(subject, 1, told(state(subject, one)))
    assert [type(value) for value in back] == [type(value) for value in one]


def test_history_says_nothing_of_what_is_empty(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    a_tube(bank, "T1", amount=None, unit=None)
    (event,) = bank.told(bank.value("SELECT max(id) FROM operation"))
    assert set(event["after"]) == {"kind", "status", "barcode", "material_id", "codes"}


@pytest.mark.parametrize("kind", sorted(SUBJECTS))
def test_the_events_of_a_bank_add_up_to_its_rows(tmp_path: Path, kind: str) -> None:
    bank = a_filled_bank(tmp_path)
    with bank.database.reading() as reader:
        said, wrong, _ = replay(reader.connection, kind, 1, 1000)
        there = load(reader.connection, kind, range(1, 1000))
    assert wrong == []
    silent = dict.fromkeys(SUBJECTS[kind].silent)
    assert said == {key: value._replace(**silent) for key, value in there.items()}
    assert said


def test_replay_tells_where_an_event_does_not_fit(tmp_path: Path) -> None:
    from tests.filled import tamper

    bank = a_filled_bank(tmp_path)
    bank.close()
    aside = ("event_never_updated", "event_never_deleted", "event_only_at_the_head")
    tamper(
        bank.path,
        """UPDATE event SET payload = replace(payload, '"before":{"thaws":1}', '"before":{"thaws":3}')
           WHERE payload LIKE '%"kind":"undo"%'""",
        "UPDATE event SET seq = -seq WHERE subject_kind = 'specimen' AND subject_id = 2",
        "UPDATE event SET seq = (SELECT count(*) + 1 FROM event) + seq + 500 WHERE seq < 0",
        without=aside,
    )
    said = [each.what for each in bank.findings()]
    assert "specimen 1: thaws was not 3 before" in said
    assert "tells of specimen 2 before it was registered" in said
