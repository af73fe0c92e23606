"""A receipt held against the manifest: what is not in it, what is called extra and is, what is not said."""

from freezerapp.domain.manifest import fingerprint
from freezerapp.domain.parcel import Outcome
from freezerapp.domain.receipt import Doubts, Receipt, ReceiptLine, doubts, receipt_fingerprint
from tests.manifests import a_manifest

MANIFEST = a_manifest(3)
FIRST, SECOND, THIRD = (item.tube for item in MANIFEST.items)


def a_receipt(*lines: ReceiptLine) -> Receipt:
    return Receipt(
        MANIFEST.number, MANIFEST.version, fingerprint(MANIFEST), "2026-11-23T10:20+00:00", "Dr B", lines=lines
    )


def test_a_receipt_of_every_tube_raises_no_doubt() -> None:
    lines = (ReceiptLine(FIRST.lower(), Outcome.RECEIVED), ReceiptLine(SECOND, Outcome.THAWED, "soft"))
    found = doubts(
        a_receipt(*lines, ReceiptLine(THIRD, Outcome.MISSING), ReceiptLine("OTHER", Outcome.EXTRA)), MANIFEST
    )
    assert found == Doubts(other_manifest=False, unlisted=(), not_extra=(), twice=(), unchecked=())


def test_lines_that_do_not_fit_are_named() -> None:
    found = doubts(
        a_receipt(
            ReceiptLine("MC9", Outcome.RECEIVED),
            ReceiptLine(FIRST, Outcome.EXTRA),
            ReceiptLine(SECOND, Outcome.RECEIVED),
            ReceiptLine(SECOND.lower(), Outcome.DAMAGED),
        ),
        MANIFEST,
    )
    assert found == Doubts(
        other_manifest=False,
        unlisted=("MC9",),
        not_extra=(FIRST,),
        twice=(SECOND, SECOND.lower()),
        unchecked=(THIRD,),
    )


def test_a_receipt_of_another_version_is_told() -> None:
    assert doubts(a_receipt(), MANIFEST._replace(version=3)).other_manifest
    assert doubts(a_receipt(), MANIFEST._replace(note="x")).other_manifest
    assert not doubts(a_receipt(), MANIFEST).other_manifest


def test_whatever_is_said_otherwise_changes_the_fingerprint() -> None:
    one = a_receipt(ReceiptLine(FIRST, Outcome.RECEIVED))
    assert receipt_fingerprint(one) == receipt_fingerprint(a_receipt(ReceiptLine(FIRST, Outcome.RECEIVED)))
    for other in (
        a_receipt(ReceiptLine(FIRST, Outcome.MISSING)),
        one._replace(temperature=-710),
        one._replace(seal_intact=False),
        one._replace(ice_g=0),
    ):
        assert receipt_fingerprint(other) != receipt_fingerprint(one)
