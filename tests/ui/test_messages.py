"""Every refusal has a sentence in English and French that names its facts."""

import importlib
import inspect
import pkgutil
from collections.abc import Iterator
from typing import Any, get_args, get_type_hints

import pytest
from PySide6.QtWidgets import QApplication

import freezerapp
from freezerapp.app import Languages
from freezerapp.domain.problems import Problem
from freezerapp.domain.search.problems import UnknownField
from freezerapp.domain.specimen import Hold, HoldKind
from freezerapp.proving import Wrong
from freezerapp.ui import messages, words
from freezerapp.wording.sentences import ALSO, SENTENCES


def kinds_of_problem() -> list[type[Problem]]:
    """All of them, wherever they are defined."""
    for module in pkgutil.walk_packages(freezerapp.__path__, "freezerapp."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found: set[type[Problem]] = set()
    waiting = list(Problem.__subclasses__())
    while waiting:
        kind = waiting.pop()
        if kind not in found and kind.__module__.startswith("freezerapp."):
            found.add(kind)
            waiting += kind.__subclasses__()
    return sorted(found, key=lambda kind: kind.__name__)


KINDS = kinds_of_problem()


def sample(kind: type[Problem]) -> Problem:
    """A Problem of this kind with facts of the right types."""
    values: list[Any] = []
    for name, parameter in inspect.signature(kind.__init__).parameters.items():
        if name == "self" or parameter.kind in (parameter.VAR_POSITIONAL, parameter.VAR_KEYWORD):
            continue
        said = str(parameter.annotation)
        if "Hold" in said:
            values.append((Hold(HoldKind.CONSENT, "withdrawn"),))
        elif "tuple" in said.lower():
            values.append(("one", "two"))
        elif "int" in said:
            values.append(3)
        elif isinstance(parameter.annotation, type) and hasattr(parameter.annotation, "__members__"):
            values.append(next(iter(parameter.annotation)))
        else:
            values.append("X1")
    return kind(*values)


@pytest.fixture
def speaking(qapp: QApplication) -> Iterator[Languages]:
    languages = Languages(qapp)
    yield languages
    languages.forget()


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_every_refusal_has_a_sentence_in_both_languages(kind: type[Problem], speaking: Languages) -> None:
    assert kind.__name__ in SENTENCES, f"{kind.__name__} has no sentence in wording/sentences.py"
    problem = sample(kind)
    speaking.install("en")
    english = messages.sentence(problem)
    speaking.install("fr")
    french = messages.sentence(problem)
    for said in (english, french):
        assert said.strip()
        assert "{" not in said
        assert said[-1] in ".?)"
    assert english != french


def test_no_two_kinds_of_refusal_share_a_name() -> None:
    names = [kind.__name__ for kind in KINDS]
    assert len(names) == len(set(names))


def test_no_sentence_is_left_for_a_refusal_that_is_gone() -> None:
    assert set(SENTENCES) | set(ALSO) <= {kind.__name__ for kind in KINDS}


def test_a_search_error_says_what_was_meant_and_where(speaking: Languages) -> None:
    speaking.install("en")
    problem = UnknownField("materiel", 0, 8, "material")
    assert messages.sentence(problem) == "There is no field “materiel”. Did you mean “material”?"
    assert messages.where(problem, 12) == (0, 8)


@pytest.mark.parametrize("context", words.TABLES)
def test_every_word_of_the_bench_has_its_french(context: str, speaking: Languages) -> None:
    same_in_both = {
        "consent",
        "PBMC",
        "dewar",
        "tube",
        "rack",
        "participant",
        "excursion",
        "document",
        "plasma",
        "canister",
    }
    speaking.install("fr")
    for key, english in words.TABLES[context].items():
        assert words.word(context, key)
        if english not in same_in_both | {"site"}:
            assert words.word(context, key) != english, (context, key)


def test_a_word_the_program_does_not_know_stays(speaking: Languages) -> None:
    speaking.install("fr")
    assert words.word("Material", "URN") == "URN"


@pytest.mark.parametrize("kind", get_args(Wrong), ids=lambda kind: kind.__name__)
def test_every_finding_in_a_file_of_a_parcel_is_said_in_both_languages(kind: Any, speaking: Languages) -> None:
    values = {str: "X1", int: 1_234, tuple[int, ...]: (1, 2)}
    finding = kind(*(values[hint] for hint in get_type_hints(kind).values()))
    speaking.install("en")
    english = messages.remark(finding)
    speaking.install("fr")
    french = messages.remark(finding)
    assert english.strip() != french.strip()
    assert "{" not in english + french
