"""Refusals in sentences: what is wrong, where, and what to do, in the language of the screen."""

import string
from collections.abc import Iterable, Mapping
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from freezerapp.domain.problems import Problem
from freezerapp.ui import words
from freezerapp.ui.marked import QT_TRANSLATE_NOOP
from freezerapp.ui.sentences import ALSO, SENTENCES

FACTS: dict[str, str] = {
    "size": QT_TRANSLATE_NOOP("Fact", "it has no positions, or too many"),
    "absent": QT_TRANSLATE_NOOP("Fact", "an absent position is not in it"),
    "labels": QT_TRANSLATE_NOOP("Fact", "the labels do not reach that far"),
    "ambiguous": QT_TRANSLATE_NOOP("Fact", "a label would mean two positions"),
    "no number": QT_TRANSLATE_NOOP("Fact", "there is no number in it"),
    "unknown unit": QT_TRANSLATE_NOOP("Fact", "the unit is not known"),
    "below zero": QT_TRANSLATE_NOOP("Fact", "it is below zero"),
    "finer than the smallest unit": QT_TRANSLATE_NOOP("Fact", "it is finer than can be kept"),
    "too large": QT_TRANSLATE_NOOP("Fact", "it is too large"),
    "a comma that may mark thousands": QT_TRANSLATE_NOOP("Fact", "the comma may mark thousands"),
    "irrevocable": QT_TRANSLATE_NOOP("Fact", "there is no way back from it"),
    "already taken back": QT_TRANSLATE_NOOP("Fact", "it was taken back already"),
    "here": QT_TRANSLATE_NOOP("Fact", "stands there"),
    "home": QT_TRANSLATE_NOOP("Fact", "has its place there"),
    "reserved": QT_TRANSLATE_NOOP("Fact", "is reserved"),
    "blocked": QT_TRANSLATE_NOOP("Fact", "is blocked"),
    "text": QT_TRANSLATE_NOOP("Fact", "a text"),
    "number": QT_TRANSLATE_NOOP("Fact", "a number"),
    "count": QT_TRANSLATE_NOOP("Fact", "a whole number"),
    "amount": QT_TRANSLATE_NOOP("Fact", "an amount such as 0.2 mL"),
    "date": QT_TRANSLATE_NOOP("Fact", "a date such as 2019-03-14, 2019-03 or 2019"),
    "place": QT_TRANSLATE_NOOP("Fact", "a box, a unit or a path"),
    "status": QT_TRANSLATE_NOOP("Fact", "a status such as stored or shipped"),
    "hold": QT_TRANSLATE_NOOP("Fact", "yes, no or a kind of hold"),
    "thing": QT_TRANSLATE_NOOP("Fact", "position, parent, hold, volume or visit"),
    "kind": QT_TRANSLATE_NOOP("Fact", "tube or source"),
    "answer": QT_TRANSLATE_NOOP("Fact", "yes or no"),
    "specimen": QT_TRANSLATE_NOOP("Fact", "a tube"),
    "container": QT_TRANSLATE_NOOP("Fact", "a container"),
    "operator": QT_TRANSLATE_NOOP("Fact", "an operator"),
    "permission denied": QT_TRANSLATE_NOOP("Fact", "you have no right to"),
    "no bank in it": QT_TRANSLATE_NOOP("Fact", "there is no bank in it"),
    "overrule": QT_TRANSLATE_NOOP("Fact", "overruling"),
    "missing": QT_TRANSLATE_NOOP("Fact", "something is missing"),
    "unknown key": QT_TRANSLATE_NOOP("Fact", "a setting is not known"),
    "wrong value": QT_TRANSLATE_NOOP("Fact", "a value is not possible"),
    "twice": QT_TRANSLATE_NOOP("Fact", "something is there twice"),
    "unknown type": QT_TRANSLATE_NOOP("Fact", "a type is not known"),
    "impossible layout": QT_TRANSLATE_NOOP("Fact", "the grid is not possible"),
    "not accepted": QT_TRANSLATE_NOOP("Fact", "one does not take the other"),
    "no such position": QT_TRANSLATE_NOOP("Fact", "a position does not exist"),
    "bad pattern": QT_TRANSLATE_NOOP("Fact", "the pattern of names is not possible"),
    "wrong capacity": QT_TRANSLATE_NOOP("Fact", "the number of boxes is not as said"),
    "too many": QT_TRANSLATE_NOOP("Fact", "it holds too many"),
}
"""Facts that are a word of the program, said as part of a sentence."""

_BY_NAME: Mapping[str, str] = {
    "status": "Status",
    "wanted": "Status",
    "material": "Material",
    "role": "Role",
    "parent_kind": "Container",
    "child_kind": "Container",
}
"""Facts that are words of one table, by the name of the fact."""


def sentence(problem: Problem) -> str:
    """The whole of it in one or two sentences; every kind of Problem has some."""
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


def where(problem: Problem, length: int) -> tuple[int, int]:
    """Which characters of a search are meant, from start to end; the whole text if none in particular."""
    start, end = getattr(problem, "start", 0), getattr(problem, "end", length)
    return (min(start, length), min(max(end, start), length))


def fields(template: str) -> set[str]:
    """The facts a template names."""
    return {name for _, name, _, _ in string.Formatter().parse(template) if name}


def _filled(template: str, problem: Problem) -> str:
    text = QCoreApplication.translate("Problem", template)
    return text.format(**{name: _fact(problem, name) for name in fields(template)})


def _fact(problem: Problem, name: str) -> str:
    value = getattr(problem, name)
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
    text = str(text)
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
