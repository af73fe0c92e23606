"""Signed files: whoever changes content, fingerprint, key or signature is found; without a key nothing is signed."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import fastjsonschema
import pytest
from hypothesis import given
from hypothesis import strategies as st

from freezerapp import resources
from freezerapp.domain.manifest import FORMAT, fingerprint
from freezerapp.domain.parcel import Outcome
from freezerapp.domain.plain_reading import NotAsPublished
from freezerapp.domain.receipt import FORMAT as RECEIPT_FORMAT
from freezerapp.domain.receipt import Receipt, ReceiptLine, receipt_fingerprint
from freezerapp.domain.signing import short_key
from freezerapp.exchange.manifest_findings import FingerprintChanged, LineChanged, SignatureWrong
from freezerapp.exchange.manifest_verifying import verify_file
from freezerapp.exchange.manifests import manifest_json, read_manifest, write_manifest
from freezerapp.exchange.receipts import look_at_receipt, read_receipt, receipt_json, write_receipt
from freezerapp.exchange.signing import (
    KeyNotKept,
    KeyNotReadable,
    KeyOpenToOthers,
    OwnKey,
    SignatureNotRight,
    is_right,
    make_key,
    own_key,
    sign,
)
from tests.exchange.test_manifests import changed
from tests.manifests import a_manifest

RECEIPT = Receipt(
    "SHP-1", 2, "ab" * 32, "2026-11-23T10:20+00:00", "Dr B", lines=(ReceiptLine("MC1", Outcome.RECEIVED),)
)
NEEDS_RIGHTS = pytest.mark.skipif(os.name != "posix", reason="rights of files are another matter there")


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> OwnKey:
    return make_key(tmp_path_factory.mktemp("keys"))


@pytest.fixture(scope="module")
def other(tmp_path_factory: pytest.TempPathFactory) -> OwnKey:
    return make_key(tmp_path_factory.mktemp("other"))


# --- keys ---


@NEEDS_RIGHTS
def test_only_the_user_can_read_the_private_key_and_the_name_of_its_file_is_public(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "keys"
    made = make_key(folder)
    assert made.path.stat().st_mode & 0o777 == 0o600
    assert folder.stat().st_mode & 0o777 == 0o700
    assert made.path.stem == made.public
    assert made.public not in made.path.read_text()


def test_each_key_is_another_and_the_first_that_is_here_signs(tmp_path: Path) -> None:
    one, two = make_key(tmp_path), make_key(tmp_path)
    assert one.public != two.public
    assert own_key(("0" * 64, two.public, one.public), tmp_path) == two
    assert own_key(("0" * 64,), tmp_path) is None
    assert own_key((one.public,), tmp_path / "elsewhere") is None


def test_a_key_that_cannot_be_kept_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(KeyNotKept):
        make_key(tmp_path / "file")


@NEEDS_RIGHTS
def test_a_key_that_others_can_read_signs_nothing(tmp_path: Path) -> None:
    made = make_key(tmp_path)
    made.path.chmod(0o640)
    with pytest.raises(KeyOpenToOthers):
        manifest_json(a_manifest(1), made)


@pytest.mark.parametrize("content", ["", "hello", "0" * 64, "é", "0" * 63 + "\n"])
def test_a_file_that_holds_another_key_or_none_signs_nothing(tmp_path: Path, content: str) -> None:
    made = make_key(tmp_path)
    made.path.write_bytes(content.encode())
    with pytest.raises(KeyNotReadable) as refusal:
        sign(made, FORMAT, "ab" * 32)
    assert refusal.value.why == "not that key"


def test_a_key_that_is_gone_is_told(tmp_path: Path) -> None:
    made = make_key(tmp_path)
    made.path.unlink()
    with pytest.raises(KeyNotReadable):
        write_manifest(tmp_path / "SHP.json", a_manifest(1), made)
    assert list(tmp_path.iterdir()) == []


# --- what was signed is read back ---


def test_a_signed_manifest_is_the_same_manifest(tmp_path: Path, key: OwnKey) -> None:
    manifest = a_manifest(5)
    path = tmp_path / "SHP.json"
    write_manifest(path, manifest, key)
    assert read_manifest(path) == manifest
    found = verify_file(path.read_bytes(), "file")
    assert found.findings == ()
    assert found.signature is not None
    assert (found.signature.algorithm, found.signature.key) == ("Ed25519", key.public)
    signed, unsigned = (json.loads(manifest_json(manifest, by)) for by in (key, None))
    assert signed.pop("signature")
    assert signed == unsigned


def test_a_signed_receipt_is_the_same_receipt(tmp_path: Path, key: OwnKey) -> None:
    path = tmp_path / "receipt.json"
    write_receipt(path, RECEIPT, key)
    assert read_receipt(path) == RECEIPT
    found = look_at_receipt(path.read_bytes(), "file")
    assert (found.whole, found.signed.fits) == (True, True)


def test_without_a_key_nothing_is_signed() -> None:
    assert "signature" not in json.loads(manifest_json(a_manifest(2)))
    assert verify_file(manifest_json(a_manifest(2)), "file").signature is None
    assert look_at_receipt(receipt_json(RECEIPT), "file").signed.signature is None


def test_anyone_can_check_the_signature_with_the_published_rule(key: OwnKey) -> None:
    from nacl.bindings import crypto_sign_open

    values = json.loads(manifest_json(a_manifest(2), key))
    said = values["signature"]
    opened = crypto_sign_open(
        bytes.fromhex(said["value"]) + f"freezerapp-manifest {values['fingerprint']}".encode(),
        bytes.fromhex(said["key"]),
    )
    assert opened == f"freezerapp-manifest {fingerprint(a_manifest(2))}".encode()


def test_the_same_content_has_the_same_signature(key: OwnKey) -> None:
    assert manifest_json(a_manifest(2), key) == manifest_json(a_manifest(2), key)


# --- what was tampered with is found ---


def forged(content: bytes, form: str, change: Callable[[Any], object]) -> bytes:
    """The file after somebody changed its content and made fingerprint and digests anew."""
    values = json.loads(content)
    if form == FORMAT:
        manifest = a_manifest(3)._replace(purpose="another")
        values = {**json.loads(manifest_json(manifest)), "signature": values["signature"]}
    else:
        receipt = RECEIPT._replace(by="Dr X")
        values = {**json.loads(receipt_json(receipt)), "signature": values["signature"]}
    change(values)
    return json.dumps(values).encode()


def nothing(_values: Any) -> None:
    """Change nothing more."""


def test_a_manifest_made_anew_keeps_no_signature(key: OwnKey) -> None:
    found = verify_file(forged(manifest_json(a_manifest(3), key), FORMAT, nothing), "file")
    assert found.findings == (SignatureWrong(short_key(key.public)),)


def test_a_receipt_made_anew_keeps_no_signature(tmp_path: Path, key: OwnKey) -> None:
    path = tmp_path / "receipt.json"
    path.write_bytes(forged(receipt_json(RECEIPT, key), RECEIPT_FORMAT, nothing))
    found = look_at_receipt(path.read_bytes(), "file")
    assert (found.whole, found.signed.fits) == (True, False)
    with pytest.raises(SignatureNotRight) as refusal:
        read_receipt(path)
    assert refusal.value.key == short_key(key.public)


def test_a_changed_line_spoils_the_signature_too(key: OwnKey) -> None:
    content = changed(manifest_json(a_manifest(3), key), lambda file: file["manifest"]["items"][1].update(amount="9"))
    assert verify_file(content, "file").findings == (LineChanged(2), SignatureWrong(short_key(key.public)))


def test_another_fingerprint_is_found_though_the_content_is_the_signed_one(key: OwnKey) -> None:
    content = changed(manifest_json(a_manifest(3), key), lambda file: file.update(fingerprint="0" * 64))
    assert verify_file(content, "file").findings == (FingerprintChanged(),)


def test_a_key_put_in_the_place_of_the_signers_is_found(tmp_path: Path, key: OwnKey, other: OwnKey) -> None:
    path = tmp_path / "SHP.json"
    path.write_bytes(
        changed(manifest_json(a_manifest(3), key), lambda file: file["signature"].update(key=other.public))
    )
    assert verify_file(path.read_bytes(), "file").findings == (SignatureWrong(short_key(other.public)),)
    with pytest.raises(SignatureNotRight):
        read_manifest(path)


@given(st.integers(0, 511))
def test_any_bit_of_the_signature_counts(key: OwnKey, bit: int) -> None:
    whole = fingerprint(a_manifest(1))
    signature = sign(key, FORMAT, whole)
    turned = int(signature.value, 16) ^ (1 << bit)
    assert is_right(signature, FORMAT, whole)
    assert not is_right(signature._replace(value=f"{turned:0128x}"), FORMAT, whole)


@pytest.mark.parametrize("weak", ["0" * 64, "01" + "0" * 62, "ec" + "f" * 60 + "7f", "f" * 64])
def test_a_key_that_fits_everything_fits_nothing(weak: str, key: OwnKey) -> None:
    signature = sign(key, FORMAT, "ab" * 32)
    assert not is_right(signature._replace(key=weak, value="0" * 128), FORMAT, "ab" * 32)
    assert not is_right(signature._replace(key=weak, value="01" + "0" * 126), FORMAT, "ab" * 32)


def test_the_signature_of_a_receipt_is_none_of_a_manifest(key: OwnKey) -> None:
    whole = receipt_fingerprint(RECEIPT)
    assert not is_right(sign(key, RECEIPT_FORMAT, whole), FORMAT, whole)


@pytest.mark.parametrize(
    ("change", "where"),
    [
        (lambda file: file.update(signature=None), "signature"),
        (lambda file: file.update(signature="x"), "signature"),
        (lambda file: file["signature"].pop("value"), "signature.value"),
        (lambda file: file["signature"].update(more=1), "signature.more"),
        (lambda file: file["signature"].update(algorithm="none"), "signature.algorithm"),
        (lambda file: file["signature"].update(key=file["signature"]["key"].upper() + "A"), "signature.key"),
        (lambda file: file["signature"].update(key="00"), "signature.key"),
        (lambda file: file["signature"].update(value="00"), "signature.value"),
        (lambda file: file["signature"].update(value="0" * 127 + "\n"), "signature.value"),
    ],
)
def test_a_signature_that_is_not_as_published_is_refused(
    key: OwnKey, change: Callable[[Any], object], where: str
) -> None:
    for content in (manifest_json(a_manifest(1), key), receipt_json(RECEIPT, key)):
        read = verify_file if b"freezerapp-manifest" in content else look_at_receipt
        with pytest.raises(NotAsPublished) as refusal:
            read(changed(content, change), "file")
        assert refusal.value.where == where


# --- the published schemas ---


def test_the_published_schemas_take_signed_files_and_refuse_what_the_reader_refuses(key: OwnKey) -> None:
    for folder, content in (("manifest", manifest_json(a_manifest(2), key)), ("receipt", receipt_json(RECEIPT, key))):
        valid = fastjsonschema.compile(json.loads(resources.path(folder, "schema-1.json").read_text(encoding="utf-8")))
        valid(json.loads(content))
        for field, value in (("algorithm", "none"), ("key", "00"), ("value", "00"), ("more", 1)):
            bad = json.loads(content)
            bad["signature"][field] = value
            with pytest.raises(fastjsonschema.JsonSchemaException):
                valid(bad)


# --- loading ---


def test_the_library_is_loaded_by_a_signature_alone(tmp_path: Path, key: OwnKey) -> None:
    write_manifest(tmp_path / "plain.json", a_manifest(1))
    write_manifest(tmp_path / "signed.json", a_manifest(1), key)
    program = (
        "import sys\nfrom pathlib import Path\nfrom freezerapp.exchange.manifests import read_manifest\n"
        "import freezerapp.exchange.receipts, freezerapp.cli.verify_manifest\n"
        "read_manifest(Path(sys.argv[1]))\nprint('nacl' in sys.modules)\n"
        "read_manifest(Path(sys.argv[2]))\nprint('nacl' in sys.modules)\n"
    )
    words = [sys.executable, "-c", program, str(tmp_path / "plain.json"), str(tmp_path / "signed.json")]
    said = subprocess.run(words, capture_output=True, text=True, check=True).stdout
    assert said.split() == ["False", "True"]
