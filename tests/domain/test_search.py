"""The search language: what is understood, what is refused and where."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.problems import Problem
from freezerapp.domain.quantity import Dimension
from freezerapp.domain.search.grammar import MOST_TERMS, MOST_VALUES, parse
from freezerapp.domain.search.problems import (
    BadValue,
    MissingField,
    MissingValue,
    NoComparison,
    TooManyTerms,
    UnknownField,
)
from freezerapp.domain.search.query import (
    FIELDS,
    Amounts,
    Anything,
    Choice,
    Days,
    FieldKind,
    Interval,
    Needle,
    Pattern,
    Query,
    Term,
    Value,
)
from freezerapp.domain.search.suggestion import UnknownValue, closest, unknown_values
from freezerapp.domain.search.vocabulary import vocabulary
from freezerapp.domain.specimen import HoldKind, Kind, Status

ENGLISH, FRENCH = vocabulary(), vocabulary("fr")
OWN = {
    "pNfH": FieldKind.NUMBER,
    "Cell count": FieldKind.NUMBER,
    "note": FieldKind.TEXT,
    "drawn": FieldKind.DATE,
}


def read(text: str) -> Query:
    return parse(text, ENGLISH, OWN)


def one(text: str) -> Term:
    (term,) = read(text).terms
    return term


def values(text: str) -> list[Value]:
    return [alternative.value for alternative in one(text).alternatives]


def names(text: str) -> list[str]:
    return [term.field.name if term.field else "" for term in read(text).terms]


def test_terms_stand_apart_by_white_space_of_any_kind() -> None:
    assert names("mc12 material:CSF\tvisit:V01\n  in:F80-03\u00a0status:stored") == [
        *("", "material", "visit", "in", "status"),
    ]


def test_nothing_asked_finds_all() -> None:
    for text in ("", "   ", '""', "-", ",", "\x00\x1d"):
        assert read(text) == Query(())


def test_a_minus_before_a_term_excludes() -> None:
    assert [term.negated for term in read('a -b -material:CSF -"c d"').terms] == [False, True, True, True]
    assert values('"-b"') == [Needle("-b")]
    assert values("a-b") == [Needle("a-b")]
    assert values("--b") == [Needle("-b")]


def test_commas_mean_or() -> None:
    assert values("a,b,,c,") == [Needle("a"), Needle("b"), Needle("c")]
    assert values("material:CSF,PL1") == [Pattern(("csf",)), Pattern(("pl1",))]
    assert values('material:"a,b",c') == [Pattern(("a,b",)), Pattern(("c",))]


@pytest.mark.parametrize(
    ("text", "needle"),
    [
        ('"Freezer hall"', "freezer hall"),
        ("“Freezer hall”", "freezer hall"),
        ("„Freezer hall“", "freezer hall"),
        ("«Freezer hall»", "freezer hall"),
        ('“Freezer hall"', "freezer hall"),
        ('Fre"ezer h"all', "freezer hall"),
        ('"Freezer hall', "freezer hall"),
        ('"a ""b"" c"', 'a "b" c'),
        ('"a «b» c"', "a «b» c"),
        ('"material:CSF"', "material:csf"),
        ('"a*,b"', "a*,b"),
        ("it's", "it's"),
        ("d’essai", "d'essai"),
        ("100%", "100%"),
        ("a_b?", "a_b?"),
        ("a*b", "a*b"),
        ("a\\b", "a\\b"),
    ],
)
def test_quotes_keep_spaces_and_make_text_literal(text: str, needle: str) -> None:
    assert values(text) == [Needle(needle)]


def test_case_and_accents_are_ignored() -> None:
    assert values("ÉPROUVETTE") == values("eprouvette") == [Needle("eprouvette")]
    assert values("MATÉRIAL:Csf") == values("material:csf")


def test_a_star_is_any_run_of_characters_in_the_value_of_a_field() -> None:
    assert values("box:DNA*42") == [Pattern(("dna", "42"))]
    assert values("box:*a**b*") == [Pattern(("", "a", "b", ""))]
    assert values('box:"DNA*42"') == [Pattern(("dna*42",))]
    assert values("box:*") == [Anything()]
    assert values("note:100%") == [Pattern(("100%",))]


@pytest.mark.parametrize(
    ("pattern", "matching", "others"),
    [
        (("dna", "42"), ("dna42", "dna-0042", "dna4242"), ("dna4", "xdna42", "dna42x")),
        (("a", "a"), ("aa", "aba"), ("a", "ab")),
        (("", "b", ""), ("b", "abc"), ("", "ac")),
        (("ab", "b", "bc"), ("abbbc",), ("abbc", "abc")),
        (("x",), ("x",), ("xx", "")),
    ],
)
def test_a_pattern_matches_whole_values(
    pattern: tuple[str, ...], matching: tuple[str, ...], others: tuple[str, ...]
) -> None:
    assert all(Pattern(pattern).matches(text) for text in matching)
    assert not any(Pattern(pattern).matches(text) for text in others)


def test_type_is_material_and_the_screen_s_language_is_understood_beside_english() -> None:
    assert one("type:CSF").field == one("material:CSF").field == FIELDS["material"]
    french = parse('statut:"sur la paillasse" matière:plasma dans:F80 décongélations>1 status:stored', FRENCH)
    assert [term.field.name for term in french.terms if term.field] == [
        *("status", "material", "in", "thaws", "status"),
    ]
    assert french.terms[0].alternatives[0].value == Choice(frozenset({"on the bench"}))
    with pytest.raises(UnknownField):
        parse("statut:stored", ENGLISH)


def test_every_field_and_word_is_known_in_both_languages() -> None:
    for words in (ENGLISH, FRENCH):
        assert set(words.fields.shown) == set(FIELDS)
        assert set(words.statuses.shown) == set(Status)
        assert set(words.holds.shown) == set(HoldKind)
        assert set(words.kinds.shown) == set(Kind)
        for name in FIELDS:
            assert words.fields.find(name) == name
            assert words.fields.find(words.fields.shown[name]) == name
        for status in Status:
            assert words.statuses.find(status) == status
            assert words.statuses.find(words.statuses.shown[status].upper()) == status


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("status:stored", {"stored"}),
        ("status:on-the-bench", {"on the bench"}),
        ("status:on_the_bench", {"on the bench"}),
        ('status:"On the bench"', {"on the bench"}),
        ("status:s*", {"stored", "shipped"}),
        ("status:nothing", set()),
        ("hold:yes", {"yes"}),
        ("hold:consent", {"consent"}),
        ("has:position", {"position"}),
        ("unconfirmed:no", {"no"}),
        ("kind:source", {"source"}),
        ("status:void", {"void"}),
    ],
)
def test_words_of_the_program_are_read_by_any_of_their_spellings(text: str, words: set[str]) -> None:
    assert values(text) == [Choice(frozenset(words))]


def test_void_is_asked_for_by_name_only() -> None:
    (choice,) = values("status:*")
    assert choice == Choice(frozenset(set(Status) - {"void"}))
    assert read("status:void").asks_void
    assert not read("status:*").asks_void
    assert not read("-status:void").asks_void
    assert read("kind:source").asks_kind
    assert not read("status:stored").asks_kind


ML, NG = 1_000_000, 1_000


@pytest.mark.parametrize(
    ("text", "volume", "mass"),
    [
        ("volume<0.2", (None, ML // 5 - 1), (None, NG // 5 - 1)),
        ("volume<0,2", (None, ML // 5 - 1), (None, NG // 5 - 1)),
        ("volume<=0.2", (None, ML // 5), (None, NG // 5)),
        ("volume≤0.2", (None, ML // 5), (None, NG // 5)),
        ("volume>2", (2 * ML + 1, None), (2 * NG + 1, None)),
        ("volume>=2", (2 * ML, None), (2 * NG, None)),
        ("volume:>=2", (2 * ML, None), (2 * NG, None)),
        ("volume:0.5", (ML // 2, ML // 2), (NG // 2, NG // 2)),
        ("volume<200µL", (None, 199_999), None),
        ("volume<200 µL", (None, 199_999), None),
        ('volume<"200 ul"', (None, 199_999), None),
        ("volume<5ng", None, (None, 4_999)),
        ("mass<5", None, (None, 4_999)),
        ("volume<0.0000005", (None, 0), (None, 0)),
        ("volume>0.0000005", (1, None), (1, None)),
    ],
)
def test_amounts_compare_in_ml_or_ng_unless_a_unit_is_written(
    text: str, volume: tuple[int | None, int | None] | None, mass: tuple[int | None, int | None] | None
) -> None:
    (found,) = values(text)
    assert isinstance(found, Amounts)
    expected = {Dimension.VOLUME: volume, Dimension.MASS: mass}
    assert dict(found.intervals) == {kind: Interval(*span) for kind, span in expected.items() if span}


def test_cells_and_pieces_are_compared_only_where_they_are_named() -> None:
    (found,) = values("volume>5e6cells")
    assert found == Amounts(((Dimension.CELLS, Interval(5_000_001, None)),))


def test_a_unit_apart_belongs_to_the_amount_before_it_and_other_words_do_not() -> None:
    assert [term.operator for term in read("volume<200 µL").terms] == ["<"]
    assert names("volume<200µL ng") == ["volume", ""]
    assert names('volume<200 "ng"') == ["volume", ""]
    assert names("thaws<2 ng") == ["thaws", ""]


@pytest.mark.parametrize(
    ("text", "span"),
    [
        ("thaws>1", (2, None)),
        ("thaws>1,5", (2, None)),
        ("thaws<1.5", (None, 1)),
        ("thaws:2", (2, 2)),
        ("thaws>=1.5", (2, None)),
        ("thaws:1.5", (1, 0)),
        ("pnfh<750", (None, 749_999_999)),
        ('"cell count">2', (2_000_001, None)),
        ("cell_count>2", (2_000_001, None)),
        ("pnfh>-1", (-999_999, None)),
    ],
)
def test_counts_and_numbers_compare_exactly(text: str, span: tuple[int | None, int | None]) -> None:
    assert values(text) == [Interval(*span)]


@pytest.mark.parametrize(
    ("text", "fitting", "others"),
    [
        ("stored:2019-03", ("2019-03", "2019-03-01", "2019-03-31T23:59"), ("2019", "2019-02-28", "2019-04")),
        ("stored:2019", ("2019", "2019-12-31"), ("2018-12-31", "2020")),
        ("stored:2019-03-14", ("2019-03-14", "2019-03-14T09:30"), ("2019-03", "2019-03-15")),
        ("stored<2019-03", ("2019-02", "2018", "2019-02-28T10:00"), ("2019", "2019-03-01", "2019-03")),
        ("stored<=2019-03", ("2019-03", "2019-03-31"), ("2019", "2019-04-01")),
        ("stored>2019-03", ("2019-04", "2020", "2019-04-01"), ("2019", "2019-03-31T23:59", "2019-03")),
        ("stored>=2019-03", ("2019-03", "2019-03-01", "2020"), ("2019", "2019-02-28")),
        ("stored<14/03/2019", ("2019-03-13",), ("2019-03-14",)),
        ("stored:9999", ("9999-12-31",), ("2019",)),
        ("stored>=0001", ("1900",), ()),
    ],
)
def test_dates_are_days_months_or_years_and_fit_only_where_all_their_days_do(
    text: str, fitting: tuple[str, ...], others: tuple[str, ...]
) -> None:
    (days,) = values(text)
    assert isinstance(days, Days)
    assert all(days.holds(date) for date in fitting)
    assert not any(days.holds(date) for date in others)


@pytest.mark.parametrize(
    ("text", "problem", "start", "end"),
    [
        ("mc1 foo:bar", UnknownField, 4, 7),
        ("-foo:bar", UnknownField, 1, 4),
        ("12:30", UnknownField, 0, 2),
        ("a :b", MissingField, 2, 3),
        ("a <5", MissingField, 2, 3),
        ("a material:", MissingValue, 11, 11),
        ('in:"', MissingValue, 3, 4),
        ("in:,", MissingValue, 3, 4),
        ("thaws>x", BadValue, 6, 7),
        ("volume<5%", BadValue, 7, 9),
        ("volume:0.5,x", BadValue, 11, 12),
        ("stored:2019-13", BadValue, 7, 14),
        ("stored:2019-02-30", BadValue, 7, 17),
        ("stored<03/04/2019", BadValue, 7, 17),
        ("mass<5mL", BadValue, 5, 8),
        ("thaws>5mL", BadValue, 6, 9),
        ("a participant<5", NoComparison, 13, 14),
        ("in>=5", NoComparison, 2, 4),
    ],
)
def test_an_error_is_told_at_its_place(text: str, problem: type[Problem], start: int, end: int) -> None:
    with pytest.raises(problem) as refused:
        read(text)
    assert (refused.value.start, refused.value.end) == (start, end)  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("materail:x", "material"),
        ("particpant:x", "participant"),
        ("freezer:x", "in"),
        ("patient:x", "participant"),
        ("pnhf<3", "pnfh"),
        ("qqqqqq:x", ""),
        ("x" * 9_000 + ":x", ""),
    ],
)
def test_an_unknown_field_comes_with_what_may_be_meant(text: str, meant: str) -> None:
    with pytest.raises(UnknownField) as refused:
        read(text)
    assert refused.value.suggestion == meant


def test_a_number_field_of_the_site_also_finds_what_is_no_number() -> None:
    assert values('pnfh:"not done",5') == [Pattern(("not done",)), Interval(5_000_000, 5_000_000)]
    with pytest.raises(BadValue):
        read("pnfh<low")


def test_the_program_s_own_fields_come_before_those_of_the_site() -> None:
    (term,) = parse("visit:V01", ENGLISH, {"Visit": FieldKind.NUMBER}).terms
    assert term.field == FIELDS["visit"]


def test_the_same_term_twice_is_one() -> None:
    assert len(read("a a A -a material:x TYPE:X").terms) == 3
    assert len(one("a,a,b,A").alternatives) == 2


def test_a_search_holds_a_pasted_list_of_barcodes_but_has_an_end() -> None:
    pasted = ",".join(f"MC{number:010d}" for number in range(760))
    assert len(one(pasted).alternatives) == 760
    with pytest.raises(TooManyTerms) as refused:
        read(" ".join(f"a{number}" for number in range(MOST_TERMS + 1)))
    assert (refused.value.count, refused.value.most) == (MOST_TERMS + 1, MOST_TERMS)
    with pytest.raises(TooManyTerms):
        read(",".join(f"{number}" for number in range(MOST_VALUES + 1)))


HARMLESS = [
    "a " * 5_000, '"' * 10_000, "*" * 10_000, "in:" + "*" * 9_000, "a," * 5_000, "-" * 10_000,
    "in:" + "a*" * 4_900, "volume<" + "9" * 9_000, "thaws>1e" + "9" * 9_000, "\x00" * 10_000,
    "in:" + " /" * 4_900, ":" * 10_000, 'stored<"' + "1 " * 4_900, 'thaws>"' + " " * 9_000 + "1",
    "".join(map(chr, range(0xD800, 0xD900))), "é" * 10_000, "«" * 5_000 + "»" * 5_000, "(" * 10_000,
    "“”‟„\"'`´‘’‚‛«»‹›" * 600, 'material:"' + "\\" * 9_000, "%_?[]^$" * 1_400, "ﷺ" * 10_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HARMLESS, ids=lambda text: ascii(text[:12]))
def test_ten_thousand_characters_of_anything_are_harmless(text: str) -> None:
    started = time.process_time()
    try:
        query = read(text)
        unknown_values(query, ENGLISH, lambda field: ["one", "two"])
    except Problem:
        pass
    assert time.process_time() - started < 2


@given(st.text(max_size=60), st.sampled_from(["", "material:", "-", "stored<", "volume>", "pnfh:", "in:", '"']))
def test_any_text_is_understood_or_refused_at_a_place_inside_it(text: str, before: str) -> None:
    whole = before + text
    try:
        query = read(whole)
    except Problem as problem:
        start, end = problem.start, problem.end  # type: ignore[attr-defined]
        assert 0 <= start <= end <= len(whole)
        return
    for term in query.terms:
        assert 0 <= term.start < term.end <= len(whole)
        assert all(term.start <= each.start <= each.end <= term.end for each in term.alternatives)


@given(st.text(st.characters(exclude_categories=["C"]), min_size=1, max_size=20))
def test_what_is_quoted_is_found_as_it_stands(text: str) -> None:
    from freezerapp.domain.folding import fold

    quoted = '"' + text.replace('"', '""') + '"'
    expected = [Needle(fold(text))] if fold(text) else []
    assert [each.value for term in read(quoted).terms for each in term.alternatives] == expected


def test_the_closest_known_word_is_suggested() -> None:
    known = ["PL1", "PL2", "CSF", "plasma", "Freezer hall"]
    assert closest("plsma", known) == "plasma"
    assert closest("freezer", known) == "Freezer hall"
    assert closest("xyz", known) is None
    assert closest("", known) is None


def test_a_value_that_nothing_has_is_named_with_a_suggestion() -> None:
    query = read("material:plsma,CSF status:stord -visit:V0* mc1 in:nowhere")
    known = {"material": ["plasma", "CSF"], "in": ["Freezer hall"]}
    found = unknown_values(query, ENGLISH, lambda field: known.get(field.name))
    assert found == [
        UnknownValue(FIELDS["material"], "plsma", 9, 14, "plasma"),
        UnknownValue(FIELDS["status"], "stord", 26, 31, "stored"),
        UnknownValue(FIELDS["in"], "nowhere", 50, 57, ""),
    ]
