"""Sentences in English, for the command line and files: the screen translates the same templates."""

import string
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from freezerapp.domain.quantity import format_amount
from freezerapp.wording.facts import FACTS
from freezerapp.wording.parcels import PARCEL
from freezerapp.wording.sentences import ALSO, REMARKS, SENTENCES

_SAID_BY_FACTS = ("why", "flaw", "expected", "use", "what", "kind", "owner_kind", "overrule")


def sentence(message: object) -> str:
    """One or two sentences for a Problem, or the remark on a row of a list."""
    kind = type(message).__name__
    template = SENTENCES.get(kind) or REMARKS.get(kind)
    if template is None:
        facts = ", ".join(_said("", fact) for fact in getattr(message, "args", ()))
        return f"This is not possible: {facts or kind}."
    parts = [_filled(template, message)]
    also = ALSO.get(kind)
    if also is not None and getattr(message, also[0]):
        parts.append(_filled(also[1], message))
    return " ".join(parts)


def suggestion(field: str, text: str, meant: str | None) -> str:
    """What to say of a value that nothing has."""
    said = f"Nothing has {field} “{text}”."
    return f"{said} Did you mean “{meant}”?" if meant else said


def _filled(template: str, message: object) -> str:
    names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    return template.format(**{name: _fact(message, name) for name in names})


def _fact(message: object, name: str) -> str:
    value = getattr(message, name)
    if name == "recorded_at":
        return datetime.fromtimestamp(int(value) / 1000, UTC).astimezone().strftime("%Y-%m-%d %H:%M")
    if name in ("left", "asked") and hasattr(message, "unit"):
        return format_amount(int(value), message.unit)
    return _said(name, value)


def _said(name: str, value: object) -> str:
    if value is None:
        return "a tube without barcode"
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, str):
        text = str(value)
        if text in PARCEL.get(name, ()):
            return PARCEL[name][text]
        return FACTS[text] if name in _SAID_BY_FACTS and text in FACTS else text
    if hasattr(value, "kind") and hasattr(value, "reason"):
        return f"{value.kind} ({value.reason})"
    if isinstance(value, int):
        return f"{value:,}" if name not in ("row", "line") else str(value)
    if isinstance(value, Iterable):
        return ", ".join(_said(name, each) for each in value)
    return str(value)
