"""The same jobs from a shell: results on standard output, sentences on standard error; exit status 0, 1 or 2."""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NoReturn

from freezerapp import __version__
from freezerapp.cli import progress
from freezerapp.cli.label_arguments import add_labels
from freezerapp.domain.problems import Problem

DONE, PROBLEMS, USAGE = 0, 1, 2


def main(argv: Sequence[str]) -> int:
    """Run one command line (without the program's name); gives the exit status."""
    _speak_utf8()
    parser = _parser()
    try:
        asked = parser.parse_args(argv)
    except SystemExit as leaving:
        return USAGE if leaving.code not in (0, None) else DONE
    try:
        status: int = asked.job(asked)
        return status
    except Problem as problem:
        from freezerapp.wording.english import sentence

        _tell(sentence(problem))
        return PROBLEMS
    except BrokenPipeError:
        # Whoever reads has enough (``find … | head``): nothing is wrong.
        sys.stdout = None
        return DONE
    except KeyboardInterrupt:
        _tell("Stopped; nothing was changed by what was not finished.")
        return PROBLEMS


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(
        prog="freezerapp",
        description="The tubes of a biobank: where they are, what they came from, who touched them.",
        epilog="freezerapp INVENTORY opens the window. Exit status: 0 done, 1 problems (listed), 2 wrong usage.\n"
        "freezerapp COMMAND --help tells more of each.",
    )
    parser.add_argument("--version", action="version", version=f"FreezerApp {__version__}")
    verbs = parser.add_subparsers(metavar="COMMAND", required=True, parser_class=_Parser)

    new = _verb(verbs, "new", "make an empty bank", _new, "freezerapp new dna-bank.freezer --name 'DNA bank'")
    new.add_argument("--name", help="what the bank is called (otherwise the file's name)")

    demo = _verb(verbs, "demo", "make the demonstration bank of a whole trial", _demo, "freezerapp demo trial.freezer")
    demo.add_argument("--tubes", type=_count, default=53_510, metavar="N", help="exactly this many (53,510)")

    add = _verb(
        verbs,
        "add",
        "add a container from a preset",
        _add,
        "freezerapp add bank.freezer room 'Freezer hall'\n"
        "  freezerapp add bank.freezer upright-600 F80-04 --in 'Freezer hall' --boxes box-9x9\n"
        "  freezerapp add bank.freezer box-9x9 DNA-0100 --in 'Freezer hall/F80-04/Shelf 1/Rack A' --at 3-2",
    )
    add.add_argument("preset", nargs="?", metavar="PRESET", help="what to add; --presets lists them")
    add.add_argument("name", nargs="?", metavar="NAME", help="its name and code")
    add.add_argument("--presets", action="store_true", help="list the presets, a line each, and stop")
    add.add_argument("--in", dest="inside", metavar="PATH", help="where: a code, or names from the root joined by /")
    add.add_argument("--at", metavar="POSITION", help="the position as labelled (otherwise the next free one)")
    add.add_argument("--boxes", metavar="PRESET", help="put an empty box of this preset into every box slot")

    bring = _verb(
        verbs,
        "import",
        "bring in a list of tubes (CSV)",
        _import,
        "freezerapp import bank.freezer tubes.csv --check --report report.csv\n"
        "  freezerapp import bank.freezer tubes.csv --make-boxes box-9x9",
    )
    bring.add_argument("file", type=Path, metavar="FILE", help="a table with a heading for each column")
    bring.add_argument("--make-boxes", metavar="PRESET", help="make the boxes that are named and not there")
    bring.add_argument("--check", action="store_true", help="only check; nothing is written")
    bring.add_argument("--ready-only", action="store_true", help="bring in the rows that are ready, leave the rest")
    bring.add_argument("--report", type=Path, metavar="FILE.csv", help="write what was found for every row")

    find = _verb(
        verbs,
        "find",
        "find tubes",
        _find,
        'freezerapp find bank.freezer "material:CSF visit:V01 in:F80-01" --as csv\n'
        '  freezerapp find bank.freezer "" --as json --limit 10',
    )
    find.add_argument("query", metavar="QUERY", help='as in the search field; "" finds every tube')
    find.add_argument("--as", dest="form", choices=("table", "csv", "json"), default="table")
    find.add_argument("--limit", type=_count, metavar="N", help="at most this many")

    add_labels(verbs, _count, _labels)

    fetch = _verb(
        verbs,
        "pick",
        "print a sheet for fetching tubes, in walking order, or add them to an open pick list",
        _pick,
        'freezerapp pick bank.freezer "material:CSF visit:V01" --to csf-v01.pdf\n'
        '  freezerapp pick bank.freezer "material:CSF visit:V02" --add-to PICK-2026-0003\n'
        '  freezerapp pick bank.freezer "P-0117 material:CSF" --add-to PICK-2026-0003 --to the-whole-list.pdf\n\n'
        "With --to alone nothing is recorded. With --add-to the tubes are reserved for that list and recorded, behind\n"
        "those on it (in a list of blind order, mixed with those still to be fetched); --to then prints the sheet of\n"
        "the whole list, with what is still to be fetched. Tubes that can't be fetched, or are on the list already,\n"
        "are left out, each with its reason. Exit status 1 where none is left.",
    )
    fetch.add_argument("query", metavar="QUERY", help='as in the search field; "" finds every tube')
    fetch.add_argument("--to", type=Path, metavar="SHEET.pdf", help="the sheet to write")
    fetch.add_argument("--add-to", metavar="NUMBER", help="an open pick list that the tubes come on, by its number")
    fetch.add_argument("--language", choices=("en", "fr", "both"), default="en", help="of the sheet (en)")
    fetch.add_argument("--paper", choices=("A4", "Letter"), default="A4", help="of the sheet (A4)")

    _verb(verbs, "shipments", "list all shipments", _shipments, "freezerapp shipments bank.freezer")

    manifest = _verb(
        verbs,
        "manifest",
        "write the manifest of a shipment",
        _manifest,
        "freezerapp manifest bank.freezer SHP-2026-0031 --to SHP-2026-0031.pdf --language both\n"
        "  freezerapp manifest bank.freezer SHP-2026-0031 --to SHP-2026-0031.json",
    )
    manifest.add_argument("shipment", metavar="SHIPMENT", help="its number")
    manifest.add_argument("--to", type=Path, required=True, metavar="FILE", help=".pdf, .xlsx, .csv or .json")
    manifest.add_argument("--language", choices=("en", "fr", "both"), default="en", help="of the PDF (en)")
    manifest.add_argument("--paper", choices=("A4", "Letter"), default="A4", help="of the PDF (A4)")

    verify = _verb(verbs, "verify", "check structure, rules and history", _verify, "freezerapp verify bank.freezer")
    verify.add_argument("--head", metavar="HASH", help="the head of the chain as printed on paper: is it in there?")

    paper_check = verbs.add_parser(
        "verify-manifest",
        help="check the file of a shipment's manifest",
        description="Check a manifest's file (JSON, CSV, XLSX or PDF): was it changed since it was made, and is it\n"
        "what the bank issued? Without --inventory a file can only be held against itself. Of a JSON file\n"
        "(a receipt too) it says whether it is signed, with which key, and whether the bank knows that key.",
        epilog="examples:\n"
        "  freezerapp verify-manifest SHP-2026-0031.json\n"
        "  freezerapp verify-manifest SHP-2026-0031.pdf --inventory bank.freezer",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    paper_check.add_argument("file", type=Path, metavar="FILE", help="JSON, CSV, XLSX or PDF")
    paper_check.add_argument("--inventory", type=Path, metavar="INVENTORY", help="the file of the bank that issued it")
    paper_check.add_argument("--operator", metavar="NAME", help=argparse.SUPPRESS)
    paper_check.set_defaults(job=_verify_manifest)

    keep = _verb(
        verbs,
        "backup",
        "make a checked copy",
        _backup,
        "freezerapp backup bank.freezer copies/bank-monday.freezer",
    )
    keep.add_argument("file", type=Path, metavar="FILE", help="the copy; never written over")

    back = verbs.add_parser(
        "restore",
        help="put a checked copy in the place of a bank",
        description="Put a checked copy in the place of a bank; the replaced file is kept beside it.",
        epilog="example:\n  freezerapp restore copies/bank-monday.freezer bank.freezer",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    back.add_argument("file", type=Path, metavar="FILE")
    back.add_argument("inventory", type=Path, metavar="INVENTORY")
    back.add_argument("--operator", metavar="NAME", help=argparse.SUPPRESS)
    back.set_defaults(job=_restore)
    return parser


class _Parser(argparse.ArgumentParser):
    def error(self, message: str) -> NoReturn:
        self.print_usage(sys.stderr)
        self.exit(USAGE, f"{self.prog}: {message}\n")


def _verb(
    verbs: "argparse._SubParsersAction[_Parser]",
    name: str,
    what: str,
    job: Callable[[argparse.Namespace], int],
    example: str,
) -> "_Parser":
    made = verbs.add_parser(
        name,
        help=what,
        description=what[0].upper() + what[1:] + ".",
        epilog=f"examples:\n  {example}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    made.add_argument("inventory", type=Path, metavar="INVENTORY", help="the bank's file")
    made.add_argument("--operator", metavar="NAME", help="who does it (otherwise the operator of this account)")
    made.set_defaults(job=job)
    return made


def _count(text: str) -> int:
    try:
        number = int(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a whole number") from None
    if number < 1:
        raise argparse.ArgumentTypeError("at least 1")
    return number


def _tell(text: str) -> None:
    print(text, file=sys.stderr)


def _speak_utf8() -> None:
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def _new(asked: argparse.Namespace) -> int:
    from freezerapp.commands.make_bank import make_bank

    database = make_bank(asked.inventory, asked.name, asked.operator)
    database.close()
    _tell(f"{asked.inventory} is made; it is empty.")
    return DONE


def _demo(asked: argparse.Namespace) -> int:
    from freezerapp.commands.demonstration.build import build

    build(asked.inventory, asked.tubes, progress.told)
    _tell(f"{asked.inventory} is made, with {asked.tubes:,} tubes.")
    return DONE


def _add(asked: argparse.Namespace) -> int:
    from freezerapp.commands.shipped import presets

    known = presets()
    if asked.presets:
        for code, preset in known.presets.items():
            print(f"{code}\t{preset.name}")
        return DONE
    if not asked.preset or not asked.name:
        _tell("freezerapp add: a PRESET and a NAME are wanted (--presets lists the presets)")
        return USAGE
    if asked.at and not asked.inside:
        _tell("freezerapp add: --at says a position of what --in names")
        return USAGE
    from freezerapp.commands.arrange import AddContainers
    from freezerapp.commands.command import perform
    from freezerapp.commands.operators import operator_for
    from freezerapp.domain.preset import plan
    from freezerapp.domain.specimen import Spot
    from freezerapp.storage.database import Database
    from freezerapp.storage.rows.containers import container_by
    from freezerapp.storage.rows.storage import storage

    planned = plan(known, asked.preset, asked.name, asked.boxes)
    database = Database.open(asked.inventory)
    try:
        inside = at = None
        if asked.inside:
            with database.reading() as reader:
                tree = storage(reader)
                inside = container_by(reader, asked.inside, tree)
            if asked.at:
                at = Spot(inside, *tree.containers[inside].layout.parse(asked.at))
        command = AddContainers(planned, tuple(known.types.values()), at, inside, asked.name)
        done = perform(database, command, operator_for(database, asked.operator))
        assert isinstance(done.result, list)
        with database.reading() as reader:
            print(storage(reader).path_text(done.result[0]))
    finally:
        database.close()
    return DONE


def _import(asked: argparse.Namespace) -> int:
    from freezerapp.cli.bring_in import bring_in

    return bring_in(asked)


def _find(asked: argparse.Namespace) -> int:
    from freezerapp.cli.found import tube_lines, write_tubes
    from freezerapp.domain.search.grammar import parse
    from freezerapp.domain.search.vocabulary import vocabulary
    from freezerapp.storage import finding
    from freezerapp.storage.database import Database
    from freezerapp.wording.english import suggestion

    database = Database.open(asked.inventory)
    try:
        words = vocabulary()
        with database.reading() as reader:
            query = parse(asked.query, words, finding.own_fields(reader))
        count = write_tubes(tube_lines(database, query, asked.limit), asked.form, sys.stdout)
        if asked.form == "table":
            _tell(f"{count:,} tubes" if count != 1 else "1 tube")
        if not count:
            with database.reading() as reader:
                for unknown in finding.corrections(reader, query, words):
                    _tell(suggestion(unknown.field.name, unknown.text, unknown.suggestion))
    finally:
        database.close()
    return DONE


def _labels(asked: argparse.Namespace) -> int:
    from freezerapp.cli.labels import labels

    return labels(asked)


def _pick(asked: argparse.Namespace) -> int:
    from freezerapp.cli.pick import pick

    return pick(asked)


def _shipments(asked: argparse.Namespace) -> int:
    from freezerapp.cli.shipments import shipments

    return shipments(asked)


def _manifest(asked: argparse.Namespace) -> int:
    from freezerapp.cli.shipments import manifest

    return manifest(asked)


def _verify(asked: argparse.Namespace) -> int:
    from freezerapp.storage import opening
    from freezerapp.storage.verifying import PARTS, verify_live

    opening.check_is_bank(asked.inventory)
    wrong = verify_live(asked.inventory, asked.head, progress.counting(len(PARTS)))
    for where, what in wrong:
        print(f"{where}: {what}")
    if wrong:
        _tell(f"{len(wrong):,} things are wrong in {asked.inventory}.")
        return PROBLEMS
    events, head = opening.head_of(asked.inventory)
    print(f"All is well: {events:,} events, head of the chain {head}")
    return DONE


def _verify_manifest(asked: argparse.Namespace) -> int:
    from freezerapp.cli.verify_manifest import verify_manifest

    return verify_manifest(asked)


def _backup(asked: argparse.Namespace) -> int:
    from freezerapp.storage.backup import backup

    backup(asked.inventory, asked.file)
    _tell(f"{asked.file} is a checked copy of {asked.inventory}.")
    return DONE


def _restore(asked: argparse.Namespace) -> int:
    from freezerapp.storage.backup import restore

    kept = restore(asked.file, asked.inventory)
    _tell(f"{asked.inventory} is restored from {asked.file}.")
    if kept is not None:
        _tell(f"The file that was there is kept as {kept}.")
    return DONE
