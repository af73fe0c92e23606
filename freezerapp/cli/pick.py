"""``freezerapp pick``: a sheet to carry for found tubes, in walking order; or they come on an open pick list."""

import argparse
import sys
from datetime import UTC, datetime, timedelta, timezone

from freezerapp.commands.command import perform
from freezerapp.commands.make_bank import system_account
from freezerapp.commands.operators import operator_for
from freezerapp.commands.pick import AddToPickList
from freezerapp.documents.page import Paper
from freezerapp.documents.paper_words import Tongue
from freezerapp.documents.parcel_paper import Print
from freezerapp.documents.pick_sheet import write_pick_sheet
from freezerapp.domain.code_list import Judged, LeftOut, Obstacle
from freezerapp.domain.custody import PICK_LIST
from freezerapp.domain.problems import NotThere
from freezerapp.domain.search.grammar import parse
from freezerapp.domain.search.vocabulary import vocabulary
from freezerapp.storage import finding
from freezerapp.storage.database import Database, operator_name
from freezerapp.storage.rows.candidates import judged
from freezerapp.storage.rows.found import by_code
from freezerapp.storage.rows.operators import of_account
from freezerapp.storage.rows.pick_sheets import Head, sheet_of, sheet_of_tubes
from freezerapp.storage.rows.picks import pick_page
from freezerapp.storage.rows.storage import storage
from freezerapp.storage.rows.words import materials
from freezerapp.wording.english import suggestion
from freezerapp.wording.parcels import PARCEL

DONE, PROBLEMS, USAGE = 0, 1, 2
NAMED = 20
_INSTEAD = {"en": "instead of {code}", "fr": "à la place de {code}", "both": "instead of / à la place de {code}"}


def pick(asked: argparse.Namespace) -> int:
    """Write the sheet, or add to a list; says on standard error what is left out and why."""
    if asked.to is None and asked.add_to is None:
        _tell("freezerapp pick: say --to SHEET.pdf for a sheet, or --add-to NUMBER for more tubes on an open pick list")
        return USAGE
    if asked.to is not None and asked.to.suffix.lower() != ".pdf":
        _tell(f"freezerapp pick: {asked.to} should end in .pdf")
        return USAGE
    database = Database.open(asked.inventory)
    try:
        return _write(database, asked) if asked.add_to is None else _add(database, asked)
    finally:
        database.close()


def _add(database: Database, asked: argparse.Namespace) -> int:
    """Add what is found to a list; with a sheet, that of the whole list as it is then."""
    with database.reading() as reader:
        there = by_code(reader, asked.add_to)
    if there is None or there.kind != PICK_LIST:
        raise NotThere("pick list", asked.add_to)
    found = _found(database, asked.query, "nothing is added", there.id)
    if found is None:
        return DONE
    if not found.tubes:
        _tell("None of the found tubes can be added: the list stays as it is.")
        return PROBLEMS
    perform(
        database,
        AddToPickList(there.id, found.tubes, asked.query.strip() or None),
        operator_for(database, asked.operator),
    )
    with database.reading() as reader:
        tree = storage(reader)
        page = pick_page(reader, there.id, tree)
    _tell(
        f"{page.said.number}: {_tubes(len(found.tubes))} added, {page.said.wanted:,} still to be fetched,"
        f" about {page.walk.minutes:,} min."
    )
    if asked.to is not None:
        if not page.walk.batches:
            _tell("Nothing on the list has a place: there is no sheet.")
            return PROBLEMS
        head, how = _head(database, asked)
        pages = write_pick_sheet(asked.to, sheet_of(database, page, tree, head, _INSTEAD[asked.language]), how)
        _tell(f"{asked.to}: {pages:,} {'page' if pages == 1 else 'pages'}.")
    return DONE


def _found(database: Database, text: str, outcome: str, add_to: int | None = None) -> Judged | None:
    """What a search finds and which of it can be fetched, the rest told; None where it finds nothing."""
    words = vocabulary()
    with database.reading() as reader:
        query = parse(text, words, finding.own_fields(reader))
    ids = [key for page in finding.pages(database, query) for key in page]
    if not ids:
        _tell(f"No tube matches: {outcome}.")
        with database.reading() as reader:
            for unknown in finding.corrections(reader, query, words):
                _tell(suggestion(unknown.field.name, unknown.text, unknown.suggestion))
        return None
    found = judged(database, ids, add_to=add_to)
    _tell_left_out(found.left_out)
    return found


def _head(database: Database, asked: argparse.Namespace) -> tuple[Head, Print]:
    with database.reading() as reader:
        colours = {code: row.colour for code, row in materials(reader).items()}
    declared = "déclaré" if asked.language == "fr" else "declared"
    head = Head(_now(database), f"{_who(database, asked.operator)} ({declared})")
    return head, Print(colours, Tongue(asked.language), Paper(asked.paper))


def _write(database: Database, asked: argparse.Namespace) -> int:
    found = _found(database, asked.query, "there is no sheet")
    if found is None:
        return DONE
    if not found.tubes:
        _tell("None of the found tubes can be fetched: there is no sheet.")
        return PROBLEMS
    with database.reading() as reader:
        tree = storage(reader)
    head, how = _head(database, asked)
    sheet, lost = sheet_of_tubes(database, found.tubes, tree, head)
    if lost:
        _tell(f"{_tubes(len(lost))} on the bench without a place kept, left out.")
    if not sheet.stops:
        _tell("None of the found tubes has a place: there is no sheet.")
        return PROBLEMS
    sheet = sheet._replace(title=asked.query)
    pages = write_pick_sheet(asked.to, sheet, how)
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
