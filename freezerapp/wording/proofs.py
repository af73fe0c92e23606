"""What is said of a file that was verified: alone, or held against a bank."""

from freezerapp.wording.marked import QT_TRANSLATE_NOOP

ALONE: dict[str, str] = {
    "json": QT_TRANSLATE_NOOP("Proof", "Nothing in it was changed since it was made, as far as it can tell alone."),
    "csv": QT_TRANSLATE_NOOP("Proof", "No line of it was changed since it was made, as far as it can tell alone."),
    "xlsx": QT_TRANSLATE_NOOP("Proof", "No cell of it was changed since it was made, as far as it can tell alone."),
    "pdf": QT_TRANSLATE_NOOP(
        "Proof",
        "Every page carries the code of this version. Whether what is printed beside it was changed can't be told"
        " from the paper alone.",
    ),
}
"""By the form of the file, where no bank was asked."""
PROVED: dict[str, str] = {
    "json": QT_TRANSLATE_NOOP(
        "Proof", "It says exactly what this bank issued, and the event it names is in the bank's history."
    ),
    "csv": QT_TRANSLATE_NOOP(
        "Proof", "Every line is what this bank issued, and the event of its version is in the bank's history."
    ),
    "xlsx": QT_TRANSLATE_NOOP(
        "Proof", "Every cell is what this bank issued, and the event of its version is in the bank's history."
    ),
    "pdf": QT_TRANSLATE_NOOP(
        "Proof", "The pages name what this bank issued, and the event of its version is in the bank's history."
    ),
}
"""By the form of the file, where the bank that issued it was asked."""
TEXT_READ = QT_TRANSLATE_NOOP(
    "Proof", "Their text is word for word what is printed of it; what is drawn over a text can't be seen in this way."
)
UNREAD: dict[str, str] = {
    "no text": QT_TRANSLATE_NOOP("Proof", "The pages are pictures: what they say of the tubes was not compared."),
    "other paper": QT_TRANSLATE_NOOP(
        "Proof", "It is another paper of the parcel than the manifest: only its codes were looked at."
    ),
}
BY_SIGNATURE = QT_TRANSLATE_NOOP(
    "Proof",
    "It was issued by another bank ({bank}, {sender}). What it says is proved by the signature alone:"
    " whoever holds that key has said it.",
)
