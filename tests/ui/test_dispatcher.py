"""Questions and answers across threads: the latest wins, nobody waits, refusals and bugs come back apart."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from freezerapp.domain.problems import NotABank, Problem
from freezerapp.storage.database import Change
from freezerapp.ui.dispatcher import Dispatcher


class QuietBank:
    """A bank of which only the door is looked at."""

    path = Path("quiet.freezer")
    writable = True

    def __init__(self) -> None:
        self.closed = threading.Event()
        self.news: list[Change] = []

    @contextmanager
    def reading(self) -> Iterator[Any]:
        yield "reader"

    def poll(self) -> Change | None:
        return self.news.pop() if self.news else None

    def close(self) -> None:
        self.closed.set()


@pytest.fixture
def bank() -> QuietBank:
    return QuietBank()


@pytest.fixture
def dispatcher(qtbot: QtBot, bank: QuietBank) -> Iterator[Dispatcher]:
    made = Dispatcher(lambda _path: bank)
    with qtbot.waitSignal(made.opened):
        made.open(bank.path)
    yield made
    made.stop()


def test_an_answer_comes_back_in_the_windows_thread(qtbot: QtBot, dispatcher: Dispatcher) -> None:
    asked_on: list[int] = []
    answered_on: list[int] = []

    def question(reader: Any) -> str:
        asked_on.append(threading.get_ident())
        return f"{reader} answers"

    answers: list[str] = []
    dispatcher.ask(question, lambda answer: (answers.append(answer), answered_on.append(threading.get_ident())))
    qtbot.waitUntil(lambda: answers == ["reader answers"])
    assert answered_on == [threading.get_ident()]
    assert asked_on != answered_on


def test_in_a_lane_the_latest_question_wins(qtbot: QtBot, dispatcher: Dispatcher) -> None:
    gate = threading.Event()
    answers: list[int] = []

    def slow(number: int) -> int:
        gate.wait(5)
        return number

    for number in range(5):
        dispatcher.ask(lambda _reader, number=number: slow(number), answers.append, lane="search")
    gate.set()
    qtbot.waitUntil(lambda: bool(answers))
    qtbot.wait(100)
    assert answers == [4]


def test_questions_without_a_lane_are_all_answered(qtbot: QtBot, dispatcher: Dispatcher) -> None:
    answers: list[int] = []
    for number in range(5):
        dispatcher.ask(lambda _reader, number=number: number, answers.append)
    qtbot.waitUntil(lambda: sorted(answers) == [0, 1, 2, 3, 4])


def test_an_answer_for_an_owner_that_is_gone_is_dropped(qtbot: QtBot, dispatcher: Dispatcher) -> None:
    gate = threading.Event()
    answers: list[bool] = []
    owner = QObject()
    dispatcher.ask(lambda _reader: gate.wait(5), answers.append, owner=owner)
    owner.deleteLater()
    qtbot.wait(20)
    del owner
    gate.set()
    qtbot.wait(150)
    assert answers == []


def test_a_refusal_goes_to_whoever_asked(qtbot: QtBot, dispatcher: Dispatcher) -> None:
    def refuse(_reader: Any) -> None:
        raise NotABank("x")

    met: list[Problem] = []
    dispatcher.ask(refuse, lambda _nothing: None, refused=met.append)
    qtbot.waitUntil(lambda: len(met) == 1)
    with qtbot.waitSignal(dispatcher.refused) as told:
        dispatcher.ask(refuse, lambda _nothing: None)
    assert isinstance(told.args[0], NotABank)


def test_a_bug_on_a_thread_is_told_apart_from_a_refusal(qtbot: QtBot, dispatcher: Dispatcher) -> None:
    def break_down(_reader: Any) -> None:
        raise ZeroDivisionError

    with qtbot.waitSignal(dispatcher.failed) as told, qtbot.assertNotEmitted(dispatcher.refused):
        dispatcher.ask(break_down, lambda _nothing: None)
    assert isinstance(told.args[0], ZeroDivisionError)


def test_a_change_of_another_process_is_announced(qtbot: QtBot, dispatcher: Dispatcher, bank: QuietBank) -> None:
    change = Change(frozenset({7}), None, 3, 99, foreign=True)
    with qtbot.waitSignal(dispatcher.changed, timeout=2_000) as told:
        bank.news.append(change)
    assert told.args == [change]


def test_closing_lets_the_bank_go_and_drops_its_answers(qtbot: QtBot, dispatcher: Dispatcher, bank: QuietBank) -> None:
    gate = threading.Event()
    answers: list[bool] = []
    dispatcher.ask(lambda _reader: gate.wait(5), answers.append)
    with qtbot.waitSignal(dispatcher.closed):
        dispatcher.close()
    gate.set()
    qtbot.waitUntil(bank.closed.is_set)
    qtbot.wait(50)
    assert answers == []
    assert dispatcher.bank is None


def test_what_could_not_be_opened_leaves_nothing_open(qtbot: QtBot) -> None:
    def refuse(path: Path) -> QuietBank:
        raise NotABank(str(path))

    dispatcher = Dispatcher(refuse)
    met: list[Problem] = []
    dispatcher.open(Path("x"), met.append)
    qtbot.waitUntil(lambda: len(met) == 1)
    assert dispatcher.bank is None
    dispatcher.stop()
