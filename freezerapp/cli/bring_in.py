"""``freezerapp import``: a list checked row by row, then brought in whole or not at all."""

import argparse
import sys
from datetime import date
from typing import Any

from freezerapp.commands.bring_in import BringIn, BroughtIn, NewBox, NewTube
from freezerapp.commands.command import Done, perform
from freezerapp.commands.operators import operator_for
from freezerapp.commands.shipped import presets
from freezerapp.domain.container import ContainerType
from freezerapp.domain.intake import Intake
from freezerapp.domain.preset import NotABox
from freezerapp.exchange.checking import Checked, check_list
from freezerapp.exchange.listing import asked as asked_of
from freezerapp.exchange.listing import read_codes, read_list
from freezerapp.exchange.reports import write_report
from freezerapp.exchange.tables import open_table
from freezerapp.exchange.verdicts import Verdict
from freezerapp.sentences import sentence
from freezerapp.storage.database import Database
from freezerapp.storage.intake import intake_facts

DONE, PROBLEMS = 0, 1
STOPS = (Verdict.PROBLEM, Verdict.ASK)


def bring_in(asked: argparse.Namespace) -> int:
    """Check a file, list every problem with the user's own row number, bring in what may be."""
    make_boxes = _box_type(asked.make_boxes)
    database = Database.open(asked.inventory)
    try:
        checked = check_file(asked, database, make_boxes)
        counts = checked.counts()
        _list(checked)
        if asked.report:
            write_report(asked.report, checked, sentence)
        stopped = sum(counts[verdict] for verdict in STOPS)
        ready = counts[Verdict.READY] + counts[Verdict.CORRECTED]
        _tell(_summary(checked))
        if asked.check:
            _tell("Nothing was written: this was only a check.")
            return PROBLEMS if stopped else DONE
        if stopped and not asked.ready_only:
            _tell("Nothing was written. Mend the rows above, or bring in the rest with --ready-only.")
            return PROBLEMS
        if not ready:
            _tell("Nothing to bring in: nothing was added.")
            return PROBLEMS if stopped else DONE
        done = perform(database, command_of(checked.intake), operator_for(database, asked.operator))
        _tell_done(done)
        return PROBLEMS if stopped else DONE
    finally:
        database.close()


def check_file(asked: argparse.Namespace, database: Database, make_boxes: ContainerType | None) -> Checked:
    """Read and check the file against the bank; nothing is written."""
    listing = read_list(open_table(asked.file))
    codes = read_codes(listing)
    facts = intake_facts(database, asked_of(codes))
    return check_list(listing, facts, codes=codes, make_boxes=make_boxes, today=date.today().isoformat())


def command_of(intake: Intake) -> BringIn:
    """The command that brings in what a check let pass."""
    kind = intake.box_type
    tubes = []
    for row in intake.rows():
        *words, concentration, thaws, note = row
        facts: list[Any] = [*words, *_REST]
        tubes.append(NewTube(*facts)._replace(concentration=concentration, thaws=thaws, note=note))  # type: ignore[arg-type]
    return BringIn(
        tubes,
        boxes=[NewBox(code, code, kind.code) for code in intake.boxes] if kind else (),
        types=(kind,) if kind else (),
    )


_REST = tuple(NewTube._field_defaults[name] for name in NewTube._fields[14:])


def _box_type(code: str | None) -> ContainerType | None:
    if code is None:
        return None
    preset = presets().preset(code)
    if not preset.is_box:
        raise NotABox(code, preset.root.kind)
    return preset.root


def _list(checked: Checked) -> None:
    for line, verdict, messages in checked.told(Verdict.PROBLEM, Verdict.ASK, Verdict.CORRECTED):
        print(f"row {line}: {verdict}: {'; '.join(sentence(message) for message in messages)}")
    sys.stdout.flush()


def _summary(checked: Checked) -> str:
    counts = checked.counts()
    parts = [f"{count:,} {verdict}" for verdict, count in counts.items() if count]
    new = [
        f"{len(made):,} new {name if len(made) != 1 else name[:-1]}"
        for made, name in (
            (checked.intake.people, "participants"),
            (checked.intake.visits, "visits"),
            (checked.intake.sites, "sites"),
            (checked.intake.boxes, "boxes"),
        )
        if made
    ]
    if counts[Verdict.SKIPPED] == len(checked):
        return f"All {len(checked):,} rows are in the bank already: the same file twice adds nothing."
    return f"{len(checked):,} rows: {', '.join([*parts, *new])}."


def _tell_done(done: Done) -> None:
    result = done.result
    assert isinstance(result, BroughtIn)
    _tell(f"{len(result.specimens):,} tubes brought in. One undo takes them all back.")


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
