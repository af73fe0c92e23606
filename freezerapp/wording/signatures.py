"""What is said of the signature of a file, by whose key made it."""

from freezerapp.wording.marked import QT_TRANSLATE_NOOP

SIGNATURES: dict[str, str] = {
    "none": QT_TRANSLATE_NOOP("Signature", "It is not signed."),
    "alone": QT_TRANSLATE_NOOP("Signature", "It is signed with the key {key}; whose that is, only a bank can tell."),
    "own": QT_TRANSLATE_NOOP("Signature", "It is signed with the key {key}, which is this bank's own."),
    "known": QT_TRANSLATE_NOOP("Signature", "It is signed with the key {key}, which this bank has noted for: {names}."),
    "unknown": QT_TRANSLATE_NOOP("Signature", "It is signed with the key {key}, which this bank does not know."),
}
"""``key`` is said short; ``names`` are organisations of the address book."""
