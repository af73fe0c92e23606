"""What can stand at the cursor of a search."""

from contextlib import suppress

from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.folding import fold
from freezerapp.domain.problems import Problem
from freezerapp.domain.search.completion import Completion, complete, quoted
from freezerapp.domain.search.grammar import parse
from freezerapp.domain.search.query import FIELDS, Field, FieldKind, Pattern
from freezerapp.domain.search.vocabulary import vocabulary

ENGLISH, FRENCH = vocabulary(), vocabulary("fr")
OWN = {"pNfH": FieldKind.NUMBER, "Cell count": FieldKind.TEXT}
VALUES = ("CSF", "Freezer hall", "Fridge", "PL1", "PL2")


def known(field: Field, start: str) -> list[str]:
    return [value for value in VALUES if fold(value).startswith(start)]


def offered(text: str, cursor: int | None = None, words: object = ENGLISH) -> list[str]:
    at = len(text) if cursor is None else cursor
    return [each.text for each in complete(text, at, words, OWN, known)]  # type: ignore[arg-type]


def test_names_of_fields_are_completed() -> None:
    assert offered("mat") == ["material:"]
    assert offered("ty") == ["material:"]
    assert offered("MC1 -par") == ["participant:", "parent:", "shipment:"]
    assert offered("thaw") == ["thaws"]
    assert offered("pn") == ["pNfH"]
    assert offered("cell") == ['"Cell count":']
    assert offered("mc0") == []


def test_an_empty_word_is_offered_every_field() -> None:
    found = complete("", 0, ENGLISH, OWN, known, limit=99)
    assert len(found) == len(FIELDS) + len(OWN)
    assert len(offered("material:CSF ")) == 12


def test_values_are_completed_after_the_last_comma() -> None:
    assert complete("x material:CSF,p", 16, ENGLISH, OWN, known) == [
        Completion("PL1", 15, 16, "PL1"),
        Completion("PL2", 15, 16, "PL2"),
    ]


def test_a_value_with_spaces_is_quoted_also_where_a_quotation_was_begun() -> None:
    assert complete("in:fre", 6, ENGLISH, OWN, known) == [Completion('"Freezer hall"', 3, 6, "Freezer hall")]
    assert complete('in:"freezer h', 13, ENGLISH, OWN, known)[0][:3] == ('"Freezer hall"', 3, 13)


def test_words_of_the_program_are_offered_in_the_screen_s_language() -> None:
    assert offered("status:s") == ["stored", "shipped"]
    assert offered("statut:s", words=FRENCH) == ["stocké", '"sur la paillasse"', "expédié"]
    assert offered("hold:", words=FRENCH)[-2:] == ["oui", "non"]
    assert offered("déc", words=FRENCH) == ["décongélations"]


def test_nothing_is_offered_for_numbers_and_unknown_fields() -> None:
    assert offered("volume<0") == []
    assert offered("stored:2019") == []
    assert offered("foo:b") == []


def test_only_what_stands_before_the_cursor_counts() -> None:
    assert offered("mat in:F80", 3) == ["material:"]
    assert offered("mat", -5) == offered("")


@given(st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=12))
def test_a_completed_value_is_read_as_itself(value: str) -> None:
    (term,) = parse(f"box:{quoted(value)}", ENGLISH).terms
    assert [each.value for each in term.alternatives] == [Pattern((fold(value),))]


@given(st.text(max_size=40), st.integers(-3, 50))
def test_completing_never_fails_and_what_is_offered_can_be_put_in(text: str, cursor: int) -> None:
    for each in complete(text, cursor, FRENCH, OWN, known):
        assert 0 <= each.start <= each.end <= len(text)
        with suppress(Problem):
            parse(text[: each.start] + each.text + text[each.end :], FRENCH, OWN)
