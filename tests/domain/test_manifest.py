"""A manifest's fingerprint, the code that ties its pages to it, and what a new version says otherwise."""

import hashlib
import json
from collections.abc import Iterator
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
    plain,
    read_code_text,
    same_content,
    written,
)
from tests.manifests import a_manifest


def test_the_same_content_has_the_same_fingerprint() -> None:
    assert fingerprint(a_manifest()) == fingerprint(a_manifest())
    assert fingerprint(a_manifest()) == fingerprint(a_manifest()._replace(packages=a_manifest().packages))


@pytest.mark.parametrize("tubes", [0, 1, 250, 251, 501])
def test_the_fingerprint_is_made_of_the_canonical_text_of_all_that_is_said(tubes: int) -> None:
    manifest = a_manifest(tubes)
    text = json.dumps(plain(manifest), sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert fingerprint(manifest) == hashlib.sha256(text.encode("utf-8")).hexdigest()
    assert written(manifest) == (text, fingerprint(manifest))


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


def otherwise(value: Any) -> Any:
    """Another value of the same sort."""
    if value is None or isinstance(value, str):
        return f"{value or ''}+"
    if isinstance(value, bool):
        return not value
    return value + 1 if isinstance(value, int) else (*value, (8, 8))


def said_otherwise() -> Iterator[Any]:
    """A manifest with one thing inside one of its parts changed, and how its change is called."""
    manifest = a_manifest(4)
    assert manifest.customs is not None
    for part in ("sender", "transport", "customs"):
        value = getattr(manifest, part)
        for name in value._fields:
            changed = value._replace(**{name: otherwise(getattr(value, name))})
            yield pytest.param(manifest._replace(**{part: changed}), f"{part}.{name}", id=f"{part}.{name}")
    for part in ("packages", "boxes"):
        (first,) = getattr(manifest, part)
        for name in first._fields:
            changed = first._replace(**{name: otherwise(getattr(first, name))})
            yield pytest.param(manifest._replace(**{part: (changed,)}), part, id=f"{part}.{name}")
    first, *others = manifest.items
    for name in sorted(set(first._fields) - {"tube", "number"}):
        changed = first._replace(**{name: otherwise(getattr(first, name))})
        what = "moved" if name in ("box", "position") else f"tube.{name}"
        yield pytest.param(manifest._replace(items=(changed, *others)), what, id=f"item.{name}")


@pytest.mark.parametrize(("changed", "what"), list(said_otherwise()))
def test_each_thing_said_otherwise_in_any_part_is_named_and_changes_the_fingerprint(
    changed: Manifest, what: str
) -> None:
    manifest = a_manifest(4)
    assert fingerprint(changed) != fingerprint(manifest)
    assert not same_content(manifest, changed)
    assert [each.what for each in changes(manifest, changed)] == [what]
    assert changes(changed, changed) == []


def test_what_a_version_brings_with_it_is_no_change() -> None:
    manifest = a_manifest()
    again = manifest._replace(version=3, issued_at="2026-11-23T09:00+01:00", head_seq=1, head_hash="00" * 32)
    assert changes(manifest, again) == []
    assert same_content(manifest, again)
    assert fingerprint(again) != fingerprint(manifest)


def test_a_tube_that_moved_and_thawed_is_named_for_both() -> None:
    before = a_manifest(2)
    first, second = before.items
    after = before._replace(items=(first, second._replace(position="B1", row=1, column=0, thaws=2)))
    assert changes(before, after) == [
        Changed("moved", "MC0000004712", "T-0031-1 A2", "T-0031-1 B1"),
        Changed("tube.thaws", "MC0000004712", "1", "2"),
    ]


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
