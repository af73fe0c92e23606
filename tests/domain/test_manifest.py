"""A manifest's fingerprint, the code that ties its pages to it, and what a new version says otherwise."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp.domain.manifest import (
    STAMP,
    Changed,
    Manifest,
    Printed,
    changes,
    code_text,
    fingerprint,
    read_code_text,
    same_content,
)
from tests.manifests import a_manifest


def test_the_same_content_has_the_same_fingerprint() -> None:
    assert fingerprint(a_manifest()) == fingerprint(a_manifest())
    assert fingerprint(a_manifest()) == fingerprint(a_manifest()._replace(packages=a_manifest().packages))


@pytest.mark.parametrize("name", Manifest._fields)
def test_whatever_is_said_otherwise_changes_the_fingerprint(name: str) -> None:
    manifest = a_manifest()
    other: Any = {
        "version": 3,
        "head_seq": 1,
        "participants": 99,
        "sender": manifest.recipient,
        "recipient": manifest.sender,
        "transport": manifest.transport._replace(seal="1"),
        "packages": (),
        "boxes": (),
        "items": manifest.items[:-1],
        "notify": manifest.sender,
        "customs": None,
    }.get(name, "otherwise")
    changed = manifest._replace(**{name: other})
    assert fingerprint(changed) != fingerprint(manifest)
    assert same_content(manifest, changed) == (name in STAMP)


def test_the_code_of_a_page_says_number_version_count_and_fingerprint() -> None:
    manifest = a_manifest(96)
    short = fingerprint(manifest)[:16]
    assert code_text(manifest) == f"FAM1 SHP-2026-0031 2 96 {short.upper()}"
    assert read_code_text(code_text(manifest)) == Printed("SHP-2026-0031", 2, 96, short)


@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=30))
def test_any_number_is_read_back(number: str) -> None:
    bare = number.strip()
    if bare:
        found = read_code_text(code_text(a_manifest(1, number=bare)))
        assert found is not None
        assert found.number == bare


@pytest.mark.parametrize(
    "text",
    [
        *("", "MC0000004711", "FAM1", "FAM1 A 1 2", "FAM2 A 1 2 0123456789ABCDEF", "FAM1 A 1 x 0123456789ABCDEF"),
        *("FAM1 A 1 2 0123456789ABCDEG", "FAM1  1 2 0123456789ABCDEF", "FAM1 A ١ 2 0123456789ABCDEF"),
    ],
)
def test_other_codes_are_no_code_of_a_manifest(text: str) -> None:
    assert read_code_text(text) is None


def test_a_new_version_says_what_changed() -> None:
    before = a_manifest(4)
    first, second, third, _ = before.items
    after = before._replace(
        version=3,
        note="late",
        transport=before.transport._replace(waybill="1"),
        items=(
            first._replace(thaws=2),
            third._replace(number=2, position="A2", column=1),
            second._replace(number=3, tube="MC9", position="A3", column=2),
        ),
    )
    assert changes(before, after) == [
        Changed("transport.waybill", "", "176-1234 5675", "1"),
        Changed("note", "", "", "late"),
        Changed("removed", "MC0000004712", "T-0031-1 A2", ""),
        Changed("removed", "MC0000004714", "T-0031-1 A4", ""),
        Changed("tube.thaws", "MC0000004711", "1", "2"),
        Changed("moved", "MC0000004713", "T-0031-1 A3", "T-0031-1 A2"),
        Changed("added", "MC9", "", "T-0031-1 A3"),
    ]
