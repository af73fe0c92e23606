"""Searching a bank: SQL and plain Python give the same tubes, in order, page by page."""

import json
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given, note
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine, create_engine, event, insert
from sqlalchemy.pool import StaticPool

from freezerapp.domain.barcode import code_key
from freezerapp.domain.position import Scheme, Style
from freezerapp.domain.problems import Problem
from freezerapp.domain.search.completion import quoted
from freezerapp.domain.search.grammar import parse
from freezerapp.domain.search.matching import matches
from freezerapp.domain.search.query import FIELDS, FieldKind
from freezerapp.domain.search.vocabulary import vocabulary
from freezerapp.domain.specimen import HoldKind, Known, Status
from freezerapp.storage import finding, schema, sqlite, whole_schema
from freezerapp.storage.database import Reader
from freezerapp.storage.tube_facts import tube_facts

ENGLISH = vocabulary()
MATERIALS: tuple[tuple[int, str, str, list[str]], ...] = (
    (1, "PL1", "plasma", ["plasma"]),
    (2, "PL2", "plasma, double spun", ["plasma"]),
    (3, "CSF", "CSF", ["cerebrospinal fluid", "liquide céphalorachidien"]),
    (4, "PEN", "cell pellet", ["CSF pellet"]),
    (5, "DNA", "genomic DNA", []),
)
CONTAINERS = (
    # id, type, name, code, stands in, where, how
    (1, 1, "Freezer hall", None, None, 0, "here"),
    (2, 1, "Congélateur 3", "F80-03", 1, 0, "here"),
    (3, 1, "Shelf 2", None, 2, 1, "here"),
    (4, 1, "Rack B/2", "R-B2", 3, 1, "home"),
    (5, 2, "DNA-0042", "DNA-0042", 4, 2, "here"),
    (6, 2, "CSF œuvre 100%", "CSF_01", 4, 3, "home"),
    (7, 1, "Cryo room", None, None, 0, "here"),
    (8, 2, "Boîte d'essai", "É-01", 7, 0, "here"),
)
CollectionFacts = tuple[int | None, int | None, str | None]
BOXES = (5, 6, 8)
HOUSED = ("stored", "on the bench", "missing")
PEOPLE = ((1, 1, "MC-FR01-001", 1), (2, 1, "MC-FR01-002", 1), (3, 1, "MC-UK02-001", 2), (4, 2, "é_1", None))
FIELD_ROWS = (
    (1, "pnfh", "CSF pNfH", "specimen", "number", 0),
    (2, "note", "Remarque", "specimen", "text", 0),
    (3, "onset", "Onset site", "participant", "choice", 0),
    (4, "drawn", "Drawn on", "collection", "date", 0),
    (5, "old", "Old", "specimen", "text", 1),
)
DATES = (None, "2019", "2019-03", "2019-03-14", "2019-03-14T09:30", "2019-12-31", "2020-02")
BARCODES = ("MC0000000001", "MC0000000002", "mc-100%", "MC_1?", "Éa'1", "STRASSE", "straße-2", '2"x', "FR-MC")


@dataclass
class Tube:
    """What a random tube is made of; ids point into the tables above."""

    barcode: str | None
    kind: str = "tube"
    status: str = "stored"
    material: int = 1
    collection: int | None = None
    parent: int | None = None
    amount: tuple[int, str] | None = None
    thaws: int = 0
    stored: str | None = None
    box: int | None = None
    use: str = "here"
    known: str = "scanned"
    more_codes: tuple[str, ...] = ()
    holds: tuple[str, ...] = ()
    values: dict[int, tuple[str, int | None]] = field(default_factory=dict)


def made(tubes: list[Tube], collections: list[CollectionFacts]) -> Engine:
    """A bank in memory with these tubes; ids count from 1."""

    def creator() -> sqlite3.Connection:
        connection = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
        sqlite.settle(connection)
        connection.execute("PRAGMA foreign_keys=OFF")
        return connection

    engine = create_engine("sqlite://", creator=creator, poolclass=StaticPool)
    event.listen(engine, "begin", lambda connection: connection.connection.cursor().execute("BEGIN"))
    whole_schema.metadata.create_all(engine)
    with engine.begin() as connection:
        _fixed(connection)
        for key, (person, moment, collected) in enumerate(collections, 1):
            values = {"id": key, "participant_id": person, "moment_id": moment, "collected": collected}
            connection.execute(insert(schema.collection).values(**values, void=0))
        for key, tube in enumerate(tubes, 1):
            _tube(connection, key, tube)
    return engine


def _fixed(connection: Connection) -> None:
    def many(table: Any, names: str, rows: Any, **more: Any) -> None:
        keys = names.split()
        connection.execute(insert(table), [dict(zip(keys, row, strict=True)) | more for row in rows])

    materials = [(*row[:3], json.dumps(row[3])) for row in MATERIALS]
    many(schema.material, "id code name synonyms", materials, colour="#000000")
    many(schema.labelling, "id definition", [(1, Scheme(style=Style.GRID, prefix="Level ").to_json())])
    kinds = [(1, "rack", "containers"), (2, "box", "specimens")]
    like = {"labelling_id": 1, "rows": 5, "columns": 9, "fill": "rows", "absent": "[]"}
    for key, kind, holds in kinds:
        values = {"code": kind, "name": kind, "kind": kind, "holds": holds, "drawn": "grid"}
        connection.execute(insert(schema.container_type).values(id=key, **values, **like, accepts="[]", materials="[]"))
    many(
        schema.container,
        "id type_id name code",
        [row[:4] for row in CONTAINERS],
        status="in place",
        state="in use",
    )
    stands = [
        (row[4], row[5], row[0], row[0], row[6], "declared" if row[6] == "here" else None)
        for row in CONTAINERS
        if row[4] is not None
    ]
    many(schema.place, "container_id row column child_id use known", stands, operation_id=1)
    many(schema.study, "id code name", [(1, "MIROCALS", "MIROCALS trial"), (2, "OTHER", "Étude")], void=0)
    many(schema.site, "id code name", [(1, "FR01", "Limoges"), (2, "UK02", "King's London")], void=0)
    many(schema.participant, "id study_id code site_id", PEOPLE, void=0)
    many(schema.moment, "id study_id code name", [(1, 1, "V01", "inclusion"), (2, 1, "V02", "V02")], void=0)
    many(schema.field, "id code name owner_kind kind void", FIELD_ROWS, choices="[]")
    owned = [(3, "participant", 1, "bulbar", None), (4, "collection", 1, "2019-03-14", 2019_000_000)]
    many(schema.field_value, "field_id owner_kind owner_id text number", owned)


def _tube(connection: Connection, key: int, tube: Tube) -> None:
    connection.execute(
        insert(schema.specimen).values(
            id=key,
            kind=tube.kind,
            status=tube.status,
            barcode=tube.barcode,
            material_id=tube.material,
            collection_id=tube.collection,
            parent_id=tube.parent,
            amount=tube.amount[0] if tube.amount else None,
            unit=tube.amount[1] if tube.amount else None,
            thaws=tube.thaws,
            stored_on=tube.stored,
            out_ms=0,
        )
    )
    own = [tube.barcode] if tube.barcode and tube.status != "void" else []
    for text in (*own, *tube.more_codes):
        values = {"key": code_key(text), "text": text, "owner_kind": "specimen", "owner_id": key}
        connection.execute(insert(schema.code).values(kind="label", valid_from=0, **values))
    if tube.box is not None:
        known = tube.known if tube.use == "here" else None
        values = {"container_id": tube.box, "row": 1, "column": key, "specimen_id": key, "known": known}
        connection.execute(insert(schema.place).values(use=tube.use, operation_id=1, **values))
    for kind in tube.holds:
        values = {"specimen_id": key, "kind": kind, "reason": "r"}
        connection.execute(insert(schema.hold).values(operation_id=1, **values))
    for field_id, (text, number) in tube.values.items():
        values = {"field_id": field_id, "owner_kind": "specimen", "owner_id": key}
        connection.execute(insert(schema.field_value).values(text=text, number=number, **values))


@contextmanager
def reading(engine: Engine) -> Iterator[Reader]:
    with engine.begin() as connection:
        yield Reader(connection)


class Standing:
    """Stands for the open bank in one reading transaction."""

    def __init__(self, reader: Reader) -> None:
        self.reader = reader

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        yield self.reader


class InMemory:
    """Stands for the open bank; counts its reading transactions."""

    def __init__(self, engine: Engine) -> None:
        self.engine, self.transactions = engine, 0

    @contextmanager
    def reading(self) -> Iterator[Reader]:
        self.transactions += 1
        with reading(self.engine) as reader:
            yield reader


@st.composite
def banks(draw: st.DrawFn) -> tuple[list[Tube], list[CollectionFacts]]:
    people, moments = st.sampled_from((None, 1, 2, 3, 4)), st.sampled_from((None, 1, 2))
    collections = draw(
        st.lists(
            st.tuples(people, moments, st.sampled_from(DATES)).filter(lambda c: any(c)),
            min_size=1,
            max_size=5,
            unique=True,
        )
    )
    barcodes = draw(st.lists(st.sampled_from(BARCODES), min_size=1, unique=True))
    tubes = []
    for number, barcode in enumerate(barcodes):
        status = draw(st.sampled_from(list(Status)))
        source = draw(st.booleans()) and number == 0
        tubes.append(
            Tube(
                None if source else barcode,
                kind="source" if source else "tube",
                status=status,
                material=draw(st.integers(1, len(MATERIALS))),
                collection=draw(st.sampled_from((None, *range(1, len(collections) + 1)))),
                parent=draw(st.sampled_from((None, *range(1, number + 1)))),
                amount=draw(st.sampled_from((None, *AMOUNTS))),
                thaws=draw(st.integers(0, 3)),
                stored=draw(st.sampled_from(DATES)),
                box=draw(st.sampled_from(BOXES)) if status in HOUSED and not source else None,
                use="here" if status == "stored" else "home",
                known=draw(st.sampled_from(list(Known))),
                more_codes=draw(st.sampled_from(((), (f"KIT-{number}",), (f"Base é{number}", f"B{number}")))),
                holds=draw(st.lists(st.sampled_from(list(HoldKind)), max_size=2, unique=True).map(tuple)),
                values=draw(
                    st.fixed_dictionaries(
                        {},
                        optional={
                            1: st.sampled_from((("749,5", 749_500_000), ("750", 750_000_000), ("n/a", None))),
                            2: st.sampled_from((("Hémolysé", None), ("75", 75_000_000), ("", None))),
                            5: st.just(("gone", None)),
                        },
                    )
                ),
            )
        )
    return tubes, collections


AMOUNTS = ((0, "mL"), (200_000, "µL"), (500_000, "mL"), (5_000, "ng"), (1_000_000, "cells"), (3, "pieces"))
TEXTS = (
    *BARCODES,
    *(text for row in CONTAINERS for text in row[2:4] if text),
    *(row[2] for row in PEOPLE),
    *("hémolysé", "bulbar", "KIT-1", "base E0", "V01", "inclusion", "Limoges", "OTHER", "plasma", "CSF"),
    *("Freezer hall/Congelateur 3", "Freezer hall › congélateur 3 › Shelf 2", "Freezer hall/*/Rack B/2"),
    *("Freezer hall › Congélateur 3 › Shelf 2 › Rack B/2 › Level C6 › DNA-0042", "Cryo room/boite d’essai"),
    *("750", "n/a", "2019-03", "gone", "nothing like it"),
)
NAMES = (*FIELDS, "type", "pnfh", "CSF pNfH", "note", "onset", "drawn on")
WORDS = (*Status, *HoldKind, "yes", "no", "position", "parent", "hold", "volume", "visit", "tube", "source")
BOUNDS = ("0", "1", "2", "0.2", "0,5", "200µL", "5ng", "1e6cells", "2019", "2019-03", "2019-03-14", "749.5")


@st.composite
def searches(draw: st.DrawFn) -> str:
    """A search that is likely to find something in the banks above."""
    terms = []
    for _ in range(draw(st.integers(1, 3))):
        kind = draw(st.integers(0, 3))
        minus = draw(st.sampled_from(("", "", "-")))
        name = quoted(draw(st.sampled_from(NAMES)))
        if kind == 0:
            values = draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=2))
            cut = draw(st.integers(1, 12))
            terms.append(minus + ",".join(quoted(value[-cut:]) for value in values))
        elif kind == 1:
            values = draw(st.lists(st.sampled_from(TEXTS), min_size=1, max_size=2))
            star = draw(st.integers(0, 6))
            starred = [quoted(v) if star > 2 else f"{quoted(v[:star])}*{quoted(v[-star:])}" for v in values]
            terms.append(f"{minus}{name}:{','.join(starred)}")
        elif kind == 2:
            words = draw(st.lists(st.sampled_from((*WORDS, *BOUNDS, "*")), min_size=1, max_size=2))
            terms.append(f"{minus}{name}:{','.join(w if w == '*' else quoted(w) for w in words)}")
        else:
            sign = draw(st.sampled_from(("<", "<=", ">", ">=")))
            terms.append(f"{minus}{name}{sign}{draw(st.sampled_from(BOUNDS))}")
    return " ".join(terms)


@given(banks(), st.lists(searches(), min_size=1, max_size=8))
def test_sql_and_python_find_the_same_tubes(bank: tuple[list[Tube], list[CollectionFacts]], texts: list[str]) -> None:
    engine = made(*bank)
    with reading(engine) as reader:
        own = finding.own_fields(reader)
        facts = tube_facts(reader, range(1, len(bank[0]) + 1))
        for text in texts:
            try:
                query = parse(text, ENGLISH, own)
            except Problem:
                continue
            note(text)
            expected = [key for key in sorted(facts) if matches(query, facts[key])]
            assert finding.find(reader, query) == expected
            assert finding.count(reader, query) == len(expected)
            assert [key for ids in finding.pages(Standing(reader), query, 4) for key in ids] == expected
    engine.dispose()


BANK: tuple[list[Tube], list[CollectionFacts]] = (
    [
        Tube("MC0000000002", material=3, collection=1, box=5, amount=(500_000, "mL"), stored="2019-03-14"),
        Tube("MC0000000010", material=1, collection=2, box=6, stored="2019-01", holds=("consent",)),
        Tube("MC0000000001", material=5, status="missing", use="home", box=8, values={2: ("Hémolysé", None)}),
        Tube(None, kind="source", status="used up", collection=1),
        Tube("MC0000000009", status="void", parent=4),
        Tube("MC0000000003", status="shipped", parent=4, collection=1, stored="2018", more_codes=("KIT-é",)),
    ],
    [(1, 1, "2019-03"), (3, 2, None)],
)


def found(text: str, **how: Any) -> list[int]:
    engine = made(*BANK)
    with reading(engine) as reader:
        return finding.find(reader, parse(text, ENGLISH, finding.own_fields(reader)), **how)


def test_an_empty_search_finds_every_tube_that_is_not_void_and_no_source() -> None:
    assert found("") == [1, 2, 3, 6]
    assert found("kind:source") == [4]
    assert found("status:void") == [5]


def test_all_codes_of_a_tube_are_searched() -> None:
    assert found("kit-e") == found("code:KIT-É") == found("tube:kit*") == [6]
    assert found("barcode:KIT-É") == []


def test_a_date_known_to_the_month_is_before_a_day_only_if_all_of_it_is() -> None:
    assert found("stored<2019-01-15") == [6]
    assert found("stored<2019-02-01") == [2, 6]
    assert found("stored>2018-12-31") == [1, 2]
    assert found("stored>2019-01-15") == [1]
    assert found("stored:2019-01") == [2]


def test_found_tubes_come_in_the_order_asked_for() -> None:
    assert found("", order=finding.Order.BARCODE) == [3, 1, 6, 2]
    assert found("", order=finding.Order.BARCODE, descending=True, limit=2) == [2, 6]
    assert found("", order=finding.Order.MATERIAL) == [1, 3, 2, 6]
    assert found("", order=finding.Order.STORED) == [3, 6, 2, 1]
    assert found("participant:*", order=finding.Order.PARTICIPANT) == [1, 6, 2]
    assert found("participant:*", order=finding.Order.VISIT) == [1, 6, 2]
    assert found("collected:*", order=finding.Order.COLLECTED) == [1, 6]
    assert found("", order=finding.Order.STATUS) == [3, 6, 1, 2]


def test_a_limit_gives_the_first_ones() -> None:
    assert found("", limit=2) == [1, 2]
    assert found("", limit=0) == []


def test_pages_give_the_same_tubes_in_short_transactions() -> None:
    database = InMemory(made(*BANK))
    query = parse("mc0", ENGLISH)
    for page in (1, 2, 100):
        assert [key for ids in finding.pages(database, query, page) for key in ids] == [1, 2, 3, 6]
    assert database.transactions > 8


def test_the_bank_tells_its_fields_and_values() -> None:
    with reading(made(*BANK)) as reader:
        own = finding.own_fields(reader)
        assert own["pnfh"] is own["CSF pNfH"] is FieldKind.NUMBER
        assert own["drawn"] is FieldKind.DATE
        assert "old" not in own
        assert finding.known_values(reader, FIELDS["visit"]) == ["inclusion", "V01", "V02"]
        assert finding.known_values(reader, FIELDS["box"]) == [
            *("Boîte d'essai", "CSF œuvre 100%", "CSF_01", "DNA-0042", "É-01"),
        ]
        assert finding.known_values(reader, FIELDS["barcode"]) is None
        assert finding.values_beginning(reader, FIELDS["in"], "cong") == ["Congélateur 3"]
        assert finding.values_beginning(reader, FIELDS["material"], "pl") == [
            *("PL1", "PL2", "plasma", "plasma, double spun"),
        ]


def test_an_empty_result_says_which_value_nothing_has() -> None:
    with reading(made(*BANK)) as reader:
        query = parse('visit:V1 in:"Freezer hall/Congelateur 3" in:"Freezer hal" mc99', ENGLISH)
        found = finding.corrections(reader, query, ENGLISH)
        assert [(each.text, each.suggestion) for each in found] == [("V1", "V01"), ("Freezer hal", "Freezer hall")]


HARMLESS = ("'; DROP TABLE specimen; --", '"\\"', "%%", "__", "?", "\x00'", "a*b?c%_[x]", "'" * 5_000, "😀" * 5_000)


@pytest.mark.parametrize("text", HARMLESS, ids=lambda text: ascii(text[:9]))
def test_signs_of_sql_are_only_text(text: str) -> None:
    assert found(quoted(text)) == []
    assert found(f"-{quoted(text)}") == [1, 2, 3, 6]
    assert found(f"participant:{quoted(text)}") == []


def test_many_values_and_many_terms_are_no_more_than_the_database_takes() -> None:
    pasted = [f"MC{number:010d}" for number in range(1, 700)]
    assert found(",".join(pasted)) == [1, 2, 3, 6]
    assert found(f"code:{','.join(pasted)}") == [1, 2, 3, 6]
    assert found(f"participant:{','.join(f'{code}*' for code in pasted)}") == []
    assert found(" ".join(f"-x{number}" for number in range(99)) + " mc") == [1, 2, 3, 6]
    assert found(f"in:{'*'.join('*' * 900)}") == [1, 2, 3]
