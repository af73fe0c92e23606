"""The words of ``freezerapp labels``: what is printed, on what, in which order and language."""

import argparse
from collections.abc import Callable
from pathlib import Path
from typing import Any


def add_labels(verbs: Any, count: Callable[[str], int], job: Callable[[argparse.Namespace], int]) -> None:
    """Add the verb to the parser's verbs; ``count`` reads a whole number from one up."""
    paper = verbs.add_parser(
        "labels",
        help="print labels of tubes, boxes or units into a file",
        description="Labels of found tubes, in the order of the boxes. Boxes, racks and units have templates of their\n"
        'own: then QUERY is a code or path (with all below it), a search of tubes, or "" for all.\n'
        "The number of a shipment prints its packages (templates shipment-…) or its tubes in the order of its list;\n"
        "of a blind or coded one they tell no more than its profile allows. What is printed is kept with each tube.",
        epilog="examples:\n"
        '  freezerapp labels bank.freezer "in:DNA-0001" --template tube-33x13 --to labels.pdf\n'
        '  freezerapp labels bank.freezer "visit:V01" --template tube-25x13 --stock brady-25x13 --to labels.zpl\n'
        '  freezerapp labels bank.freezer "F80-01" --template box-64x38 --to boxes.pdf\n'
        "  freezerapp labels bank.freezer SHP-2026-0031 --template shipment-99x38 --to parcel.pdf\n"
        '  freezerapp labels bank.freezer "F80-01" --template rack-99x38 --give-codes --to racks.pdf\n'
        "  freezerapp labels --templates",
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    paper.add_argument("inventory", nargs="?", type=Path, metavar="INVENTORY", help="the bank's file")
    paper.add_argument("query", nargs="?", metavar="QUERY", help='as in the search field; "" is everything')
    paper.add_argument("--template", metavar="NAME", help="what is on a label; --templates lists them")
    paper.add_argument("--stock", metavar="NAME", help="what it is printed on (otherwise as the template says)")
    paper.add_argument("--to", type=Path, metavar="FILE.pdf|FILE.zpl", help="the file to write")
    paper.add_argument("--dpi", type=int, choices=(203, 300, 600), default=300, help="dots of the printer (300)")
    paper.add_argument("--start", type=count, default=1, metavar="N", help="the first label of the first sheet to use")
    paper.add_argument("--copies", type=count, default=1, metavar="N", help="so many of each")
    paper.add_argument(
        "--order",
        choices=("box", "rack", "list", "code"),
        default="box",
        help="of tubes: box after box (box), the same column by column (rack), as registered (list), by code",
    )
    paper.add_argument("--only-new", action="store_true", help="only tubes that had no label yet")
    paper.add_argument(
        "--reason",
        metavar="TEXT",
        help="why tubes get a further label, or what marks them beside one for the cap; kept with each",
    )
    paper.add_argument(
        "--give-codes",
        action="store_true",
        help="give racks, shelves and the like that have no code one of where they stand, as F80-01-S2-RB",
    )
    paper.add_argument("--language", choices=("en", "fr"), default="en", help="of the words on the labels (en)")
    paper.add_argument("--templates", action="store_true", help="list the templates, a line each, and stop")
    paper.add_argument("--stocks", action="store_true", help="list the label stock, a line each, and stop")
    paper.add_argument("--operator", metavar="NAME", help="who does it (otherwise the operator of this account)")
    paper.set_defaults(job=job)
