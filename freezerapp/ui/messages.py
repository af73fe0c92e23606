"""Refusals in sentences: what is wrong, where, and what to do, in the language of the screen."""

import string
from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from freezerapp.domain.problems import Problem
from freezerapp.ui import words

_BY_NAME: Mapping[str, str] = {
    "status": "Status",
    "wanted": "Status",
    "material": "Material",
    "role": "Role",
    "parent_kind": "Container",
    "child_kind": "Container",
}
"""Facts that are words of one table, by the name of the fact."""
_NAMES = frozenset({"line", "page", "event"})
"""Numbers that name something: they are said without marks between thousands."""


def sentence(problem: Problem) -> str:
    """The whole of it in one or two sentences; every kind of Problem has some."""
    # All these sentences are brought in with the first refusal: the window is there before.
    from freezerapp.wording.sentences import ALSO, SENTENCES

    kind = type(problem).__name__
    template = SENTENCES.get(kind)
    if template is None:
        return QCoreApplication.translate("Problem", "This is not possible: {facts}.").format(
            facts=", ".join(_said("", fact) for fact in problem.args) or kind
        )
    parts = [_filled(template, problem)]
    also = ALSO.get(kind)
    if also is not None and getattr(problem, also[0]):
        parts.append(_filled(also[1], problem))
    return " ".join(parts)


def remark(finding: object) -> str:
    """What a check found in a list or a file, in a few words."""
    from freezerapp.wording.sentences import REMARKS

    return _filled(REMARKS[type(finding).__name__], finding, "Remark")


def where(problem: Problem, length: int) -> tuple[int, int]:
    """Which characters of a search are meant, from start to end; the whole text if none in particular."""
    start, end = getattr(problem, "start", 0), getattr(problem, "end", length)
    return (min(start, length), min(max(end, start), length))


def fields(template: str) -> set[str]:
    """The facts a template names."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def _filled(template: str, problem: object, context: str = "Problem") -> str:
    text = QCoreApplication.translate(context, template)
    return text.format(**{name: _fact(problem, name) for name in fields(template)})


def _fact(problem: object, name: str) -> str:
    value = getattr(problem, name)
    if name in _NAMES:
        return str(value)
    if name == "file":
        return Path(str(value)).name
    if name == "path":
        return Path(str(value)).name or str(value)
    if name == "recorded_at":
        return words.moment(int(value), words.local_offset(int(value)))
    if name in ("left", "asked") and hasattr(problem, "unit"):
        return words.amount(int(value), problem.unit)
    return _said(name, value)


def _said(name: str, value: object) -> str:
    """One fact as it stands in a sentence."""
    match value:
        case None:
            return QCoreApplication.translate("Problem", "a tube without barcode")
        case bool():
            return str(value)
        case int():
            return words.number(value)
        case str():
            return _word(name, value)
    if hasattr(value, "kind") and hasattr(value, "reason"):
        return words.word("Hold", str(value.kind))
    if isinstance(value, Iterable):
        return ", ".join(_said(name, each) for each in value)
    return str(value)


def _word(name: str, text: str) -> str:
    from freezerapp.wording.facts import FACTS
    from freezerapp.wording.parcels import PARCEL

    text = str(text)
    if text in PARCEL.get(name, ()):
        return QCoreApplication.translate("Parcel", PARCEL[name][text])
    context = _BY_NAME.get(name)
    if context is not None and text in words.TABLES[context]:
        return words.word(context, text)
    if name in ("kind", "what") and text in words.OPERATIONS:
        return words.word("Operation", text)
    if name == "kind" and text in words.KINDS:
        return words.word("Container", text)
    if name in ("why", "flaw", "expected", "use", "what", "kind", "owner_kind") and text in FACTS:
        return QCoreApplication.translate("Fact", FACTS[text])
    return text
