"""``freezerapp pick``: a sheet to carry to the freezers for found tubes, in walking order; nothing is recorded."""

import argparse
import sys
from datetime import UTC, datetime, timedelta, timezone

from freezerapp.commands.make_bank import system_account
from freezerapp.commands.operators import operator_for
from freezerapp.documents.page import Paper
from freezerapp.documents.paper_words import Tongue
from freezerapp.documents.parcel_paper import Print
from freezerapp.documents.pick_sheet import write_pick_sheet
from freezerapp.domain.code_list import LeftOut, Obstacle
from freezerapp.domain.search.grammar import parse
from freezerapp.domain.search.vocabulary import vocabulary
from freezerapp.storage import finding
from freezerapp.storage.database import Database, operator_name
from freezerapp.storage.rows.candidates import judged
from freezerapp.storage.rows.operators import of_account
from freezerapp.storage.rows.pick_sheets import Head, sheet_of_tubes
from freezerapp.storage.rows.storage import storage
from freezerapp.storage.rows.words import materials
from freezerapp.wording.english import suggestion
from freezerapp.wording.parcels import PARCEL

DONE, PROBLEMS, USAGE = 0, 1, 2
NAMED = 20


def pick(asked: argparse.Namespace) -> int:
    """Write the sheet; says on standard error what is left out and why."""
    if asked.to.suffix.lower() != ".pdf":
        _tell(f"freezerapp pick: {asked.to} should end in .pdf")
        return USAGE
    database = Database.open(asked.inventory)
    try:
        return _write(database, asked)
    finally:
        database.close()


def _write(database: Database, asked: argparse.Namespace) -> int:
    words = vocabulary()
    with database.reading() as reader:
        query = parse(asked.query, words, finding.own_fields(reader))
    ids = [key for page in finding.pages(database, query) for key in page]
    found = judged(database, ids)
    if not ids:
        _tell("No tube matches: there is no sheet.")
        with database.reading() as reader:
            for unknown in finding.corrections(reader, query, words):
                _tell(suggestion(unknown.field.name, unknown.text, unknown.suggestion))
        return DONE
    _tell_left_out(found.left_out)
    if not found.tubes:
        _tell("None of the found tubes can be fetched: there is no sheet.")
        return PROBLEMS
    with database.reading() as reader:
        tree = storage(reader)
        colours = {code: row.colour for code, row in materials(reader).items()}
    head = Head(_now(database), f"{_who(database, asked.operator)} (declared)")
    sheet, lost = sheet_of_tubes(database, found.tubes, tree, head)
    if lost:
        _tell(f"{_tubes(len(lost))} on the bench without a place kept, left out.")
    if not sheet.stops:
        _tell("None of the found tubes has a place: there is no sheet.")
        return PROBLEMS
    sheet = sheet._replace(title=asked.query)
    pages = write_pick_sheet(asked.to, sheet, Print(colours, Tongue(asked.language), Paper(asked.paper)))
    doors = len({stop.unit for stop in sheet.stops})
    count = len(found.tubes) - len(lost)
    _tell(
        f"{asked.to}: {_tubes(count)}, {doors:,} {'door' if doors == 1 else 'doors'}, about {sheet.minutes:,} min,"
        f" {pages:,} {'page' if pages == 1 else 'pages'}. Nothing was recorded."
    )
    return DONE


def _tell_left_out(left: tuple[LeftOut, ...]) -> None:
    """Each tube with its reason; of many, how many for which reason."""
    for each in left[:NAMED]:
        why = PARCEL["obstacle"][each.obstacle.value]
        if each.obstacle is Obstacle.UNAVAILABLE:
            why = each.facts[0]
        elif each.obstacle is Obstacle.RESERVED:
            why = f"reserved for {each.facts[0]}"
        _tell(f"{each.text}: {why}, left out")
    if len(left) > NAMED:
        _tell(f"and {len(left) - NAMED:,} more left out")


def _who(database: Database, name: str | None) -> str:
    """The operator of this name or of the system account; one who never worked here is not entered for a sheet."""
    with database.reading() as reader:
        key = operator_for(database, name) if name else of_account(reader, system_account())
        return operator_name(reader.connection, key) if key is not None else system_account()


def _now(database: Database) -> str:
    offset = timedelta(minutes=database.clock.utc_offset())
    return datetime.fromtimestamp(database.clock.now() / 1000, UTC).astimezone(timezone(offset)).isoformat()


def _tubes(count: int) -> str:
    return f"{count:,} {'tube' if count == 1 else 'tubes'}"


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
