"""What ``freezerapp labels`` writes into the bank: that tubes were labelled, and codes for containers without one."""

import argparse
import sys
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from freezerapp.domain.problems import Problem
from freezerapp.wording.english import sentence

if TYPE_CHECKING:
    from freezerapp.storage.database import Database
    from freezerapp.storage.rows.storage import Storage

OVER_LABEL = "Over-label for a parcel"
AGAIN = "printed again from the command line"
"""The reason of a further label where none was said."""


class NoCodeYet(Problem):
    """Containers have no code that their labels could show: the first by name, how many, a code it could have."""

    def __init__(self, name: str, count: int, example: str) -> None:
        super().__init__(name, count, example)
        self.name, self.count, self.example = name, count, example


def without_label(database: "Database", ids: Sequence[int]) -> list[int]:
    """Those of these tubes that had no label yet."""
    from freezerapp.storage.rows.labels_printed import standing

    printed = standing(database, ids).printed
    return [key for key in ids if key not in printed]


def record_printed(database: "Database", ids: Sequence[int], asked: argparse.Namespace, because: str | None) -> int:
    """Record the labels with their tubes, those of tubes that had one with a reason; gives the exit status."""
    from freezerapp.commands.command import perform
    from freezerapp.commands.operators import operator_for
    from freezerapp.commands.print_labels import PrintLabels

    if not ids:
        return 0
    again = len(without_label(database, ids)) < len(ids)
    reason = asked.reason or because or (AGAIN if again else None)
    try:
        perform(database, PrintLabels(tuple(ids), asked.copies, reason), operator_for(database, asked.operator))
    except Problem as problem:
        print(f"The labels are written, but the bank does not know of them. {sentence(problem)}", file=sys.stderr)
        return 1
    return 0


def new_codes(
    database: "Database", tree: "Storage", ids: Sequence[int], asked: argparse.Namespace
) -> Mapping[int, str]:
    """Codes for the containers that have none, given now. Raises NoCodeYet where that was not asked for."""
    from freezerapp.commands.command import perform
    from freezerapp.commands.give_codes import GiveContainerCodes
    from freezerapp.commands.operators import operator_for
    from freezerapp.storage.rows.container_codes import codes_to_give

    with database.reading() as reader:
        codes = codes_to_give(reader, tree, ids)
    if codes and not asked.give_codes:
        first, example = next(iter(codes.items()))
        raise NoCodeYet(tree.containers[first].name, len(codes), example)
    if codes:
        perform(database, GiveContainerCodes(tuple(codes.items())), operator_for(database, asked.operator))
        said = "1 code" if len(codes) == 1 else f"{len(codes):,} codes"
        print(f"{said} given, from {next(iter(codes.values()))} on.", file=sys.stderr)
    return codes
