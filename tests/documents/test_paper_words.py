"""What papers say in two languages: the same texts with the same facts, dates and numbers by custom."""

from string import Formatter

import pytest

from freezerapp.documents.label_font import font_face, font_name
from freezerapp.documents.paper_words import Tongue, Words, texts
from freezerapp.documents.template import Weight
from freezerapp.domain.parcel import Classification, Profile, Refrigerant

ENGLISH, FRENCH, BOTH = Words(Tongue.ENGLISH), Words(Tongue.FRENCH), Words(Tongue.BOTH)


def fields(text: str) -> set[str]:
    return {name for _, name, _, _ in Formatter().parse(text) if name is not None}


def test_both_languages_have_every_text_with_the_same_facts() -> None:
    english, french = texts("en"), texts("fr")
    assert english.keys() == french.keys()
    for key, text in english.items():
        assert fields(text) == fields(french[key]), key
        assert bool(text) == bool(french[key]), key


def test_inter_has_every_letter_of_them_in_every_weight() -> None:
    for weight in Weight:
        has = font_face(font_name(weight)).charToGlyph
        for language in ("en", "fr"):
            said = "".join(texts(language).values())
            assert not {letter for letter in said if ord(letter) not in has}


def test_every_choice_of_a_parcel_has_a_name() -> None:
    for words in (ENGLISH, FRENCH, BOTH):
        assert all(words(f"classification.{each.value}") for each in Classification)
        assert all(words(f"refrigerant.{each.value}", net="1 kg") for each in Refrigerant)
        assert all(words.has(f"profile.{each.value}") for each in Profile)
        assert all(words.has(f"purpose.{kind}") for kind in ("external", "internal", "return"))


@pytest.mark.parametrize(
    ("words", "count", "said"),
    [
        (ENGLISH, 0, "0 tubes"),
        (ENGLISH, 1, "1 tube"),
        (ENGLISH, 1234, "1,234 tubes"),
        (FRENCH, 0, "0 tube"),
        (FRENCH, 1234, "1\u00a0234 tubes"),
        (BOTH, 2, "2 tubes"),
    ],
)
def test_counts(words: Words, count: int, said: str) -> None:
    assert words.count("tubes", count) == said


def test_both_languages_tell_a_fact_once() -> None:
    assert BOTH.count("boxes", 2) == "2 boxes / boîtes"
    assert BOTH("box.of", number=1, count=2, code="T-1") == "Box / Boîte 1 of / sur 2, T-1"
    assert BOTH("caption.transport") == "Transport"
    assert BOTH("sign.second", name="Ann") == "Second person / Seconde personne: Ann"
    assert BOTH.each("caption.to") == ("To", "À")
    assert BOTH("invoice.tubes_of", goods="Blood", material="Plasma") == "Blood: Plasma"
    told = BOTH("notice.contents", tubes="2 tubes", materials="2 DNA", boxes="1 box", packages="1 package")
    assert told == "Contents / Contenu: 2 tubes (2 DNA) in / dans 1 box, 1 package."
    assert BOTH("transport.limit", hours="48 h") == "At most / Au plus 48 h on the way / de route"


def test_each_language_can_be_told_by_itself() -> None:
    assert [each.kilograms(10_500) for each in BOTH.alone()] == ["10.5\u00a0kg", "10,5\u00a0kg"]
    assert [each.tongue for each in FRENCH.alone()] == [Tongue.FRENCH]


@pytest.mark.parametrize(
    ("words", "iso", "said"),
    [
        (ENGLISH, "2026-11-22T14:05:33+01:00", "22 Nov 2026 14:05 (UTC+1)"),
        (ENGLISH, "2026-11-22T14:05:33.123456+05:30", "22 Nov 2026 14:05 (UTC+5:30)"),
        (ENGLISH, "2026-11-22T14:05:33-03:00", "22 Nov 2026 14:05 (UTC−3)"),
        (ENGLISH, "2026-11-22 14:05Z", "22 Nov 2026 14:05 (UTC)"),
        (ENGLISH, "2026-11-22T14:05:00+00:00", "22 Nov 2026 14:05 (UTC)"),
        (ENGLISH, "2026-11-22T14:05", "22 Nov 2026 14:05"),
        (FRENCH, "2026-08-01T09:00+02:00", "1 août 2026 09:00 (UTC+2)"),
        (BOTH, "2026-08-01T09:00+02:00", "2026-08-01 09:00 (UTC+2)"),
        (ENGLISH, "2026-11", "Nov 2026"),
        (ENGLISH, "2026", "2026"),
        (ENGLISH, "next Monday", "next Monday"),
        (ENGLISH, "2026-13-01", "2026-13-01"),
        (ENGLISH, "", ""),
    ],
)
def test_moments(words: Words, iso: str, said: str) -> None:
    assert words.moment(iso) == said


def test_a_moment_beside_another_of_the_same_zone_leaves_the_zone_out() -> None:
    issued = "2026-11-22T14:05:00+01:00"
    assert ENGLISH.moment("2026-11-23T09:00+01:00", issued) == "23 Nov 2026 09:00"
    assert ENGLISH.moment("2026-11-23T09:00+00:00", issued) == "23 Nov 2026 09:00 (UTC)"


def test_numbers_and_masses() -> None:
    assert ENGLISH.number("1234567.5") == "1,234,567.5"
    assert FRENCH.number("1234567.5") == "1\u00a0234\u00a0567,5"
    assert BOTH.number("0.5") == "0.5"
    assert ENGLISH.number("about 3") == "about 3"
    assert ENGLISH.kilograms(16_000) == "16\u00a0kg"
    assert FRENCH.kilograms(9_505) == "9,505\u00a0kg"
    assert ENGLISH.kilograms(None) == "–"
    assert ENGLISH.degrees(-60) == "−60\u00a0°C"
