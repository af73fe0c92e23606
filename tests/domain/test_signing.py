"""Whose key signed: this bank's, one noted in its address book, or one that nobody here knows."""

import pytest

from freezerapp.domain.party import Party
from freezerapp.domain.signing import (
    OWN_KEYS,
    NotAKey,
    Signer,
    Whose,
    keys_kept,
    keys_text,
    party_keys,
    read_keys,
    said_key,
    short_key,
    signer,
)

ONE, TWO, THREE = "1a" * 32, "2b" * 32, "3c" * 32
PARTIES = (Party(1, "Our bank", own=1), Party(2, "Lab One"), Party(3, "Lab Two"))


def test_a_key_is_read_as_people_paste_it() -> None:
    assert read_keys(said_key(ONE).upper()) == (ONE,)
    assert read_keys(f"  {ONE},\n{said_key(TWO)};{ONE}\n") == (ONE, TWO)
    assert read_keys(" \n") == ()
    assert read_keys(keys_text((ONE, TWO))) == (ONE, TWO)
    assert short_key(ONE) == "1a1a 1a1a 1a1a 1a1a"


@pytest.mark.parametrize("text", [ONE[:-1], f"{ONE}0", "g" * 64, f"{ONE} {TWO}", "key", "１" * 64])
def test_what_is_no_key_is_named(text: str) -> None:
    with pytest.raises(NotAKey) as refusal:
        read_keys(f"{THREE}, {text}")
    assert refusal.value.text == text


def test_a_key_is_this_banks_or_known_or_unknown() -> None:
    settings = {OWN_KEYS: keys_text((TWO, ONE)), party_keys(2): THREE, party_keys(9): "4d" * 32}
    assert signer(ONE, settings, PARTIES) == Signer(Whose.OWN)
    assert signer(THREE, settings, PARTIES) == Signer(Whose.KNOWN, ("Lab One",))
    assert signer("4d" * 32, settings, PARTIES) == Signer(Whose.UNKNOWN), "nobody in the address book has it"
    assert signer(ONE, {}, PARTIES) == Signer(Whose.UNKNOWN)


def test_a_key_noted_for_two_names_both_and_a_broken_rule_knows_none() -> None:
    settings = {party_keys(2): ONE, party_keys(3): keys_text((TWO, ONE))}
    assert signer(ONE, settings, PARTIES).names == ("Lab One", "Lab Two")
    assert keys_kept({OWN_KEYS: f"{ONE}, nonsense"}, OWN_KEYS) == ()
