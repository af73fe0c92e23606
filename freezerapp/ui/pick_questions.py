"""What pick lists ask of the bank, on reader threads; what looks at many tubes takes its own short transactions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from freezerapp.domain.choosing import Chosen, Rule, Substitute
    from freezerapp.domain.code_list import Judged
    from freezerapp.storage.database import Reader
    from freezerapp.storage.finding import Readable
    from freezerapp.storage.rows.picks import PickListRow, PickPage
    from freezerapp.storage.rows.storage import Storage


def pick_lists(reader: "Reader") -> "tuple[PickListRow, ...]":
    """All pick lists, the newest first."""
    from freezerapp.storage.rows import picks

    return picks.pick_lists(reader)


def pick_page(reader: "Reader", list_id: int, tree: "Storage | None") -> "PickPage":
    """One pick list whole. Raises NotThere."""
    from freezerapp.storage.rows import picks, storage

    return picks.pick_page(reader, list_id, tree or storage.storage(reader))


def open_lists(reader: "Reader") -> "tuple[PickListRow, ...]":
    """The pick lists that take more tubes, the newest first."""
    return tuple(row for row in pick_lists(reader) if row.state.value == "open")


def judged(bank: "Readable", tubes: Sequence[int], add_to: int | None = None) -> "Judged":
    """Which of these tubes can be put on a list (a new one, or one that is there), and why the others can't."""
    from freezerapp.storage.rows import candidates

    return candidates.judged(bank, tubes, add_to=add_to)


def judged_codes(bank: "Readable", text: str, add_to: int | None = None) -> "Judged":
    """The same for a pasted list of codes."""
    from freezerapp.storage.rows import candidates

    return candidates.judged_codes(bank, text, add_to=add_to)


def judged_search(bank: "Readable", text: str, add_to: int | None = None) -> "Judged":
    """The same for all tubes that a search finds. Raises what is wrong with the words of the search."""
    from freezerapp.domain.search.grammar import parse
    from freezerapp.domain.search.vocabulary import vocabulary
    from freezerapp.storage import finding

    with bank.reading() as reader:
        query = parse(text, vocabulary(), finding.own_fields(reader))
    return judged(bank, [key for page in finding.pages(bank, query) for key in page], add_to)


class ByRule(NamedTuple):
    """What a rule came to, and the seed that drew its order."""

    chosen: "Chosen"
    seed: str


def by_rule(bank: "Readable", rule: "Rule", seed: str, add_to: int | None = None) -> ByRule:
    """The tubes that a rule chooses. Raises NothingChosen."""
    from freezerapp.domain.choosing import choose
    from freezerapp.storage.rows import candidates

    return ByRule(choose(candidates.for_rule(bank, rule, add_to), rule, seed), seed)


def substitutes(reader: "Reader", tube: int, needed: int | None) -> "tuple[list[Substitute], dict[int, str]]":
    """What can take the place of a tube, best first, and where each stands, by id."""
    from freezerapp.storage.rows import candidates
    from freezerapp.storage.rows.found import found_rows

    found = candidates.substitutes_for(reader, tube, needed=needed)
    rows = found_rows(reader, [each.tube.id for each in found])
    return found, {row.id: row.path or "" for row in rows}


def visits_of(reader: "Reader") -> tuple[str, ...]:
    """The codes of all visits."""
    from freezerapp.storage.rows import words

    return words.visits(reader)


def pace(reader: "Reader") -> dict[str, str]:
    """What the site decided, by name."""
    from freezerapp.storage.rows.shipments import settings

    return dict(settings(reader))
