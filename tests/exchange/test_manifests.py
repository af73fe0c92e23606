"""The portable file of a parcel: read back whole, refused when foreign, newer or damaged, and told when changed."""

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, get_args, get_type_hints

import fastjsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp import resources
from freezerapp.domain.manifest import Manifest, fingerprint
from freezerapp.domain.parcel import Profile
from freezerapp.domain.plain_reading import NotAsPublished
from freezerapp.exchange.manifest_findings import Contradiction, Finding, FingerprintChanged, LineChanged, PartChanged
from freezerapp.exchange.manifest_verifying import verify_file
from freezerapp.exchange.manifests import (
    ManifestAltered,
    ManifestNotWritten,
    ManifestUnsound,
    manifest_json,
    read_manifest,
    write_manifest,
)
from freezerapp.exchange.plain_file import NewerPortable, NotPortable, PortableDamaged
from freezerapp.exchange.tables import FileNotThere
from tests.manifests import a_manifest

WORDS = st.text(st.characters(exclude_categories=("Cs",)), max_size=20)


def changed(content: bytes, change: Callable[[Any], object]) -> bytes:
    """The file after somebody changed its values and wrote it again."""
    values = json.loads(content)
    change(values)
    return json.dumps(values).encode()


def findings(content: bytes) -> list[Finding]:
    return list(verify_file(content, "file").findings)


@pytest.mark.parametrize("profile", Profile)
@pytest.mark.parametrize("tubes", [0, 1, 200])
def test_a_manifest_is_read_back_as_it_was(tmp_path: Path, profile: Profile, tubes: int) -> None:
    manifest = a_manifest(tubes, profile)
    path = tmp_path / "SHP.json"
    write_manifest(path, manifest)
    assert read_manifest(path) == manifest
    assert findings(path.read_bytes()) == []
    assert [each.name for each in tmp_path.iterdir()] == ["SHP.json"]


@given(WORDS, WORDS, WORDS)
def test_whatever_is_written_in_it_is_read_back(purpose: str, remark: str, tube: str) -> None:
    manifest = a_manifest(2)
    first, second = manifest.items
    manifest = manifest._replace(purpose=purpose, items=(first._replace(remark=remark, tube=f"1{tube}"), second))
    found = verify_file(manifest_json(manifest), "file")
    assert (found.manifest, found.findings) == (manifest, ())


def test_anyone_can_make_the_fingerprint_again() -> None:
    import hashlib

    values = json.loads(manifest_json(a_manifest(5)))
    text = json.dumps(values["manifest"], sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    assert hashlib.sha256(text.encode()).hexdigest() == values["fingerprint"] == fingerprint(a_manifest(5))


@pytest.mark.parametrize("profile", [Profile.CODED, Profile.BLIND])
def test_what_the_profile_withholds_is_not_in_the_file(profile: Profile) -> None:
    content = manifest_json(a_manifest(9, profile)).decode()
    assert "MC-FR01" not in content
    assert "V01" not in content
    assert "2019-03" not in content


def test_a_tube_that_tells_too_much_is_never_written(tmp_path: Path) -> None:
    manifest = a_manifest(2, Profile.BLIND)
    leaking = manifest._replace(items=(manifest.items[0], a_manifest(2).items[1]))
    with pytest.raises(ManifestUnsound) as refusal:
        write_manifest(tmp_path / "SHP.json", leaking)
    assert refusal.value.what == "tells more than it may"
    assert list(tmp_path.iterdir()) == []


@given(st.data())
def test_any_value_that_was_changed_is_found(data: st.DataObject) -> None:
    content = manifest_json(a_manifest(3))
    paths = list(leaves(json.loads(content)))
    path = data.draw(st.sampled_from(paths))

    def change(values: Any) -> None:
        *way, last = path
        for step in way:
            values = values[step]
        old = values[last]
        values[last] = {str: f"{old}x", int: 7 if old != 7 else 8, bool: not old}.get(type(old), "x")

    try:
        assert findings(changed(content, change))
    except (NotAsPublished, NotPortable, NewerPortable):
        return  # refused outright


def leaves(values: Any, path: tuple[Any, ...] = ()) -> Any:
    """The path of every value that is made of no others."""
    pairs = values.items() if isinstance(values, dict) else enumerate(values) if isinstance(values, list) else None
    if pairs is None:
        yield path
    else:
        for key, value in pairs:
            yield from leaves(value, (*path, key))


def test_what_was_changed_is_named() -> None:
    content = manifest_json(a_manifest(5))

    def of(change: Callable[[Any], object]) -> list[Finding]:
        return findings(changed(content, change))

    assert of(lambda file: file["manifest"]["transport"].update(waybill="1")) == [PartChanged("part transport")]
    assert of(lambda file: file["manifest"]["items"][3].update(amount="9")) == [LineChanged(4)]
    assert of(lambda file: file["manifest"].update(note="x")) == [PartChanged("part facts")]
    assert of(lambda file: file["manifest"]["recipient"].update(phone="1")) == [PartChanged("part parties")]
    assert of(lambda file: file.update(fingerprint="0" * 64)) == [FingerprintChanged()]
    assert of(lambda file: file["manifest"]["items"].pop()) == [LineChanged(5)]
    swapped = of(lambda file: file["manifest"]["items"].reverse())
    assert LineChanged(1) in swapped
    assert Contradiction("not numbered in order", "MC0000004715") in swapped


def test_a_changed_file_is_not_taken_in(tmp_path: Path) -> None:
    path = tmp_path / "SHP.json"
    content = manifest_json(a_manifest(5))
    path.write_bytes(changed(content, lambda file: file["manifest"]["items"][1].update(tube="MC1")))
    with pytest.raises(ManifestAltered) as refusal:
        read_manifest(path)
    assert refusal.value.lines == ("2",)
    path.write_bytes(changed(content, lambda file: file["manifest"].update(purpose="another")))
    with pytest.raises(ManifestAltered) as refusal:
        read_manifest(path)
    assert refusal.value.parts == ("facts",)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda file: file.pop("digests"), "digests"),
        (lambda file: file.update(arm="A"), "arm"),
        (lambda file: file["manifest"].pop("number"), "manifest.number"),
        (lambda file: file["manifest"].update(arm="A"), "manifest.arm"),
        (lambda file: file["manifest"]["items"][1].pop("tube"), "manifest.items.2.tube"),
        (lambda file: file["manifest"]["items"][1].update(row="1"), "manifest.items.2.row"),
        (lambda file: file["manifest"]["items"][1].update(row=True), "manifest.items.2.row"),
        (lambda file: file["manifest"]["items"][1].update(row=2**80), "manifest.items.2.row"),
        (lambda file: file["manifest"]["items"][1].update(tube="\ud800"), "manifest.items.2.tube"),
        (lambda file: file["manifest"]["items"][1].update(tube="x" * 20_000), "manifest.items.2.tube"),
        (lambda file: file["manifest"].update(profile="open"), "manifest.profile"),
        (lambda file: file["manifest"].update(transport=None), "manifest.transport"),
        (lambda file: file["manifest"]["transport"].update(overpack=0), "manifest.transport.overpack"),
        (lambda file: file["manifest"]["boxes"][0].update(absent=[[1]]), "manifest.boxes.1.absent.1"),
        (lambda file: file.update(manifest=[]), "manifest"),
        (lambda file: file.update(digests={}), "digests"),
        (lambda file: file.update(fingerprint=1), "fingerprint"),
    ],
)
def test_what_is_not_as_published_is_refused_with_its_place(change: Callable[[Any], object], where: str) -> None:
    with pytest.raises(NotAsPublished) as refusal:
        verify_file(changed(manifest_json(a_manifest(3)), change), "file")
    assert refusal.value.where == where


@pytest.mark.parametrize("content", [b"{}", b'{"format": "other"}', b'{"a": [1]}', b"a,b\n1,2\n", b"hello world"])
def test_other_files_are_no_manifest(content: bytes) -> None:
    with pytest.raises(NotPortable):
        verify_file(content, "file")


def test_a_newer_file_asks_for_a_newer_program() -> None:
    with pytest.raises(NewerPortable) as refusal:
        verify_file(b'{"format": "freezerapp-manifest", "schema": 2, "anything": 1.5}'.replace(b"1.5", b"1"), "file")
    assert refusal.value.schema == 2


@pytest.mark.parametrize(
    "content",
    [
        manifest_json(a_manifest(3))[:-200],
        b"{" + b'"a":{' * 100_000,
        b'{"format": "freezerapp-manifest", "schema": 1.0}',
        b'{"format": "freezerapp-manifest", "schema": NaN}',
        b'{"format": "freezerapp-manifest", "schema": 0}',
        b'{"format": "freezerapp-manifest", "format": "freezerapp-manifest", "schema": 1}',
        b'{"format": "\xff"}',
        b'{"n": ' + b"9" * 10_000 + b"}",
    ],
)
def test_a_damaged_file_is_refused(content: bytes) -> None:
    with pytest.raises(PortableDamaged):
        verify_file(content, "file")


def test_files_that_are_not_there_or_not_writable_are_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotThere):
        read_manifest(tmp_path / "gone.json")
    with pytest.raises(ManifestNotWritten):
        write_manifest(tmp_path / "nowhere" / "SHP.json", a_manifest(1))


# --- the published schema ---


def schema() -> dict[str, Any]:
    return dict(json.loads(resources.path("manifest", "schema-1.json").read_text(encoding="utf-8")))


@pytest.mark.parametrize("profile", Profile)
def test_the_published_schema_takes_what_is_written(profile: Profile) -> None:
    valid = fastjsonschema.compile(schema())
    full = a_manifest(100, profile)
    for manifest in (full, full._replace(customs=None, notify=full.sender), a_manifest(0, profile)):
        valid(json.loads(manifest_json(manifest)))


def test_the_published_schema_refuses_what_the_reader_refuses() -> None:
    valid = fastjsonschema.compile(schema())
    good = json.loads(manifest_json(a_manifest(2)))
    for change in (
        lambda file: file["manifest"].pop("number"),
        lambda file: file["manifest"].update(arm="A"),
        lambda file: file["manifest"]["items"][0].update(arm="A"),
        lambda file: file["manifest"].update(profile="open"),
        lambda file: file.update(schema=2),
    ):
        bad = copy.deepcopy(good)
        change(bad)
        with pytest.raises(fastjsonschema.JsonSchemaException):
            valid(bad)


def test_the_published_schema_knows_every_field() -> None:
    definitions = schema()["definitions"]

    def check(kind: Any) -> None:
        assert set(definitions[kind.__name__]["properties"]) == set(kind._fields), kind
        assert set(definitions[kind.__name__]["required"]) == set(kind._fields), kind
        for hint in get_type_hints(kind).values():
            for each in (hint, *get_args(hint)):
                if hasattr(each, "_fields"):
                    check(each)

    check(Manifest)
