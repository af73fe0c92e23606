"""A bank with something of everything, and hands that change its file behind the program's back."""

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path
from typing import Any

from freezerapp.commands.arrange import BlockPositions, TakeOutContainer
from freezerapp.commands.check_out import TakeOut
from freezerapp.commands.hold import PlaceHold
from freezerapp.commands.mark import MarkThawed
from freezerapp.domain.party import Party
from freezerapp.domain.picking import PickLine, PickList
from freezerapp.domain.shipment import IssuedManifest, Package, ParcelBox, Setting, Shipment, ShipmentLine
from freezerapp.domain.specimen import HoldKind
from freezerapp.storage.records import Attachment, Field
from tests.build import Bank, a_bank, a_box, a_shelf, a_tube, an_operator, raw


def tamper(path: Path, *statements: str, without: tuple[str, ...] = ()) -> None:
    """Change a file behind the program's back: no foreign keys, the triggers that would refuse laid aside."""
    with closing(raw(path)) as connection:
        laid_aside = [
            connection.execute("SELECT sql FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0]
            for name in without
        ]
        for name in without:
            connection.execute(f"DROP TRIGGER {name}")
        for statement in statements:
            changed = connection.execute(statement).rowcount
            assert changed != 0, f"changed nothing: {statement}"
        for sql in laid_aside:
            connection.execute(sql)


def a_filled_bank(folder: Path, name: str = "filled") -> Bank:
    """A bank with something of everything.

    Shelf 1 with box 2 (BOX) and the place of box 5, which is on the bench; free are box 3 and shelf 4.
    Tubes T1 (A1) and T2 (A2, on hold) stand in box 2, T3 is on the bench (from A3), T4 is expected, a child
    of T1; D6 is blocked; T1 has a participant, a visit, a site, a field and an attached file. One operation
    was taken back. T1 is in a draft of a shipment, T2 on a pick list.
    """
    bank = a_bank(folder, name)
    an_operator(bank, "Ben")
    shelf = a_shelf(bank, name="SHELF")
    box = a_box(bank, in_=shelf, name="BOX")
    a_box(bank, name="FREE")
    a_shelf(bank, name="OTHER")
    bank.do(TakeOutContainer(a_box(bank, in_=shelf, name="OUT")))
    with bank.database.transaction("define fields", 1) as ledger:
        ledger.save_new("field", [Field(n, f"f{n}", f"Field {n}", "specimen", "text") for n in (1, 2)])
    person: dict[str, Any] = {"participant": "P1", "visit": "V01", "site": "FR01", "collected": "2019-03"}
    first = a_tube(bank, "T1", in_=box, at="A1", fields=((1, "7.5"),), **person)
    second, third = (a_tube(bank, f"T{n}", in_=box, at=f"A{n}") for n in (2, 3))
    a_tube(bank, "T4", parent="T1", note="child")
    bank.do(PlaceHold((second,), HoldKind.QUARANTINE, "leaking"))
    bank.do(TakeOut((third,)))
    bank.do(BlockPositions(box, ((3, 5),)))
    content = b"%PDF"
    file = Attachment(1, "specimen", first, "consent.pdf", sha256(content).hexdigest(), content)
    with bank.database.transaction("attach", 1) as ledger:
        ledger.save_new("attachment", [file])
    bank.undo(bank.do(MarkThawed((first,))))
    _parcels(bank, first, second)
    return bank


def _parcels(bank: Bank, first: int, second: int) -> None:
    """A draft SHP-1 to a party with T1 and a transport box in a package, its manifest, and a pick list of T2."""
    content = "{}"
    seq, here = bank.head()
    with bank.database.transaction("fill", 1) as ledger:
        ledger.save_new("setting", [Setting(1, "two persons hand over", "yes")])
        ledger.save_new("party", [Party(1, "Bank", own=1), Party(2, "Lab", phone="+44")])
        parcels = [Shipment(n, f"SHP-{n}", sender_id=1, recipient_id=2, purpose="assay") for n in (1, 2)]
        ledger.save_new("shipment", parcels)
        ledger.save_new("package", [Package(n, 1, n, "box", gross_g=1_000) for n in (1, 2)])
        ledger.save_new("parcel box", [ParcelBox(n, 1, n, key, n) for n, key in ((1, 3), (2, 5))])
        ledger.save_new("shipment line", [ShipmentLine(1, 1, 1, first), ShipmentLine(2, 1, 2, None, code="X", open=0)])
        said = sha256(content.encode()).hexdigest()
        issued = [IssuedManifest(n, 1, n, said, seq, here, 1, "[]", content) for n in (1, 2)]
        ledger.save_new("manifest", issued)
        ledger.save_new("pick list", [PickList(n, f"PICK-{n}", "for an assay", purpose="assay") for n in (1, 2)])
        ledger.save_new("pick line", [PickLine(1, 1, 1, second), PickLine(2, 1, 2, first, open=0)])


def without(file: Path, copy: Path, guards: tuple[str, ...]) -> Path:
    """A copy of a bank, rebuilt without these guards."""
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode=OFF")
        connection.execute("PRAGMA synchronous=OFF")
        connection.execute("ATTACH ? AS old", (str(file),))
        made = connection.execute("SELECT type, name, sql FROM old.sqlite_master WHERE sql NOT NULL").fetchall()
        found: set[str] = set()
        connection.execute("BEGIN")
        for kind, name, sql in made:
            if kind != "table":
                continue
            bare = sql
            for guard in guards:
                if f"CONSTRAINT {guard} " in sql:
                    found.add(guard)
                    bare = _strip(bare, guard)
            connection.execute(bare)
            connection.execute(f"INSERT INTO main.{name} SELECT * FROM old.{name}")
        for kind, name, sql in made:
            if kind != "table" and name in guards:
                found.add(name)
            elif kind != "table":
                connection.execute(sql)
        connection.execute("COMMIT")
        assert found == set(guards)
    return copy


def _strip(sql: str, guard: str) -> str:
    """A CREATE TABLE without one of its constraints."""
    start = sql.index(f"CONSTRAINT {guard} ")
    depth, end = 0, start
    while depth or sql[end] not in ",)":
        depth += {"(": 1, ")": -1}.get(sql[end], 0)
        end += 1
    bare = sql[:start].rstrip().removesuffix(",") + sql[end:]
    return bare.replace("WITHOUT ROWID,", "") if guard.endswith("_pk") else bare
