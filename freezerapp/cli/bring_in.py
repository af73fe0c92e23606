"""``freezerapp import``: a list checked row by row, then brought in whole or not at all."""

import argparse
import gc
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
from freezerapp.storage.database import Database
from freezerapp.storage.intake import intake_facts
from freezerapp.wording.english import sentence

DONE, PROBLEMS = 0, 1
STOPS = (Verdict.PROBLEM, Verdict.ASK)
NAMED = 20
"""New participants, visits and boxes named; of more only the count is told."""


def bring_in(asked: argparse.Namespace) -> int:
    """Check a file, list every problem with the user's own row number, bring in what may be."""
    make_boxes = _box_type(asked.make_boxes)
    # A short-lived process with a million objects that all stay: the collector would only walk them again.
    gc.disable()
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
    make = NewTube._make
    tubes = [
        make(
            (
                *row[:_WORDS],
                *_FROM_KIND,
                row[_WORDS],
                row[_WORDS + 1],
                *_FROM_TUBE,
                row[_WORDS + 2],
                *_FROM_KEY,
            )
        )
        for row in intake.rows()
    ]
    return BringIn(
        tubes,
        boxes=[NewBox(code, code, kind.code) for code in intake.boxes] if kind else (),
        types=(kind,) if kind else (),
    )


def _empty(first: str, beyond: str | None) -> tuple[Any, ...]:
    names = NewTube._fields
    end = len(names) if beyond is None else names.index(beyond)
    return tuple(NewTube._field_defaults[name] for name in names[names.index(first) : end])


_WORDS = NewTube._fields.index("kind")
_FROM_KIND = _empty("kind", "concentration")
_FROM_TUBE = _empty("tube", "note")
_FROM_KEY = _empty("key", None)
"""What a list does not say of a tube, between what it does: concentration, thaws, note."""


def _box_type(code: str | None) -> ContainerType | None:
    if code is None:
        return None
    preset = presets().preset(code)
    if not preset.is_box:
        raise NotABox(code, preset.root.kind)
    return preset.root


def _list(checked: Checked) -> None:
    """What comes new with the list, what is passed over, then every row that stops it, in the file's order."""
    for made, one, many in (
        (checked.intake.people, "new participant", "new participants"),
        (checked.intake.visits, "new visit", "new visits"),
        (checked.intake.sites, "new site", "new sites"),
        (checked.intake.boxes, "new box", "new boxes"),
    ):
        if made:
            shown = ", ".join(made[:NAMED]) + (", …" if len(made) > NAMED else "")
            print(f"{_counted(len(made), one, many)}: {shown}")
    columns = checked.listing.columns
    left = [*columns.ignored, *(passed.heading for passed in columns.passed_over)]
    if left:
        print(f"columns not read: {', '.join(left)}")
    for note in checked.notes:
        print(sentence(note))
    for line, verdict, messages in checked.told(Verdict.PROBLEM, Verdict.ASK):
        print(f"row {line}: {verdict}: {' '.join(sentence(message) for message in messages)}")
    sys.stdout.flush()


def _summary(checked: Checked) -> str:
    counts = checked.counts()
    if counts[Verdict.SKIPPED] == len(checked):
        return f"All {len(checked):,} rows are in the bank already: the same file twice adds nothing."
    said = {
        Verdict.READY: "ready",
        Verdict.CORRECTED: "corrected",
        Verdict.SKIPPED: "skipped",
        Verdict.ASK: "to decide",
        Verdict.PROBLEM: "with problems",
    }
    parts = [f"{count:,} {said[verdict]}" for verdict, count in counts.items() if count]
    return f"{_counted(len(checked), 'row', 'rows')}: {', '.join(parts)}."


def _counted(count: int, one: str, many: str) -> str:
    return f"{count:,} {one if count == 1 else many}"


def _tell_done(done: Done) -> None:
    result = done.result
    assert isinstance(result, BroughtIn)
    _tell(f"{_counted(len(result.specimens), 'tube', 'tubes')} brought in. One undo takes all of it back.")


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
