"""A scan does the right thing: a tube is shown, a box opens, a position takes the tube scanned last."""

from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from freezerapp.app import open_bank
from freezerapp.domain.scan import Scan
from freezerapp.domain.scan_target import HELD_MS, Deed, Do, InHand, Tone
from freezerapp.domain.scanner_card import CARD
from freezerapp.storage.database import Database
from freezerapp.storage.rows.box import TubeRow, box
from freezerapp.storage.rows.storage import ContainerRow, storage
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.scan_target import Bench, ScanTarget
from freezerapp.ui.selection import Selection, Showing, View
from freezerapp.ui.settings import SCAN_PREFIX, Settings
from freezerapp.ui.task import Scanned, Task

WAIT_MS = 10_000


def as_scan(text: str) -> Scan:
    return Scan(text, (False,) * len(text))


class Place:
    """A bench with a scanner on a small bank, and what came of the scans."""

    def __init__(self, qtbot: QtBot, file: Path, settings: Settings) -> None:
        self.qtbot = qtbot
        self.settings = settings
        self.dispatcher = Dispatcher(open_bank)
        self.now = BankNow(self.dispatcher)
        self.selection = Selection()
        self.task = Task()
        self.time = 1_000
        self.who = "Anna"
        self.asking = False
        self.deeds: list[Deed] = []
        self.said: list[tuple[str, Tone]] = []
        self.tones: list[Tone] = []
        self.unknown: list[tuple[str, tuple[str, ...]]] = []
        self.hands: list[InHand | None] = []
        self.target = ScanTarget(
            self.dispatcher,
            self.now,
            self.selection,
            settings,
            self.task,
            Bench(lambda: self.who, lambda: self.selection.view.container, lambda: self.asking),
            lambda: self.time,
        )
        self.target.wanted.connect(self.deeds.append)
        self.target.said.connect(lambda text, tone: self.said.append((text, tone)))
        self.target.toned.connect(self.tones.append)
        self.target.unknown_scanned.connect(lambda text, alike: self.unknown.append((text, alike)))
        self.target.hand_changed.connect(self.hands.append)
        self.file = file

    def open(self) -> None:
        self.dispatcher.open(self.file)
        self.qtbot.waitUntil(lambda: self.now.storage is not None, timeout=WAIT_MS)

    def scan(self, *texts: str) -> None:
        """Scan, and wait until the last is dealt with."""
        before = len(self.tones) + len(self.deeds)
        for text in texts:
            self.target.take(as_scan(text))
        self.qtbot.waitUntil(
            lambda: len(self.tones) + len(self.deeds) > before and not self.target._busy and not self.target._queue,
            timeout=WAIT_MS,
        )

    @property
    def tone(self) -> Tone:
        return self.tones[-1]

    @property
    def text(self) -> str:
        return self.said[-1][0]


@pytest.fixture
def place(qtbot: QtBot, qapp: QApplication, bank_file: Path, tmp_path: Path) -> Iterator[Place]:
    made = Place(qtbot, bank_file, Settings(tmp_path / "settings.ini"))
    made.dispatcher.failed.connect(lambda error: pytest.fail(f"on a thread: {error!r}"))
    made.open()
    yield made
    made.dispatcher.stop()


@pytest.fixture
def full(place: Place) -> tuple[ContainerRow, list[TubeRow]]:
    """A box with some tubes."""
    with closing(Database.open(place.file)) as database, database.reading() as reader:
        tree = storage(reader)
        for key in tree.boxes:
            tubes = [tube for tube in box(reader, key).tubes if tube.status == "stored" and not tube.holds]
            if len(tubes) > 5:
                return tree.containers[key], tubes
    raise AssertionError


Full = tuple[ContainerRow, list[TubeRow]]


def test_a_tube_is_shown_in_its_box_and_is_in_hand(place: Place, full: Full) -> None:
    row, tubes = full
    place.scan(f"]d2{tubes[0].barcode.lower()}")
    assert place.selection.view == View(Showing.CONTAINER, row.id)
    assert place.selection.specimen == tubes[0].id
    assert place.target.in_hand == InHand(tubes[0].id, tubes[0].barcode, "Anna", 1_000)
    assert place.tone is Tone.RIGHT
    assert tubes[0].barcode in place.text
    assert (row.code or row.name) in place.text


def test_a_box_is_opened(place: Place, full: Full) -> None:
    row, _ = full
    assert row.code
    place.scan(row.code)
    assert place.selection.view == View(Showing.CONTAINER, row.id)
    assert (place.tone, place.deeds, place.target.in_hand) == (Tone.RIGHT, [], None)


def test_a_position_takes_the_tube_scanned_last(place: Place, full: Full) -> None:
    row, tubes = full
    place.scan(tubes[0].barcode, tubes[1].barcode, "a1")
    deed = place.deeds[-1]
    assert deed.do is Do.PLACE
    assert deed.tube is not None
    assert deed.target is not None
    assert (deed.tube.specimen, deed.target.container, deed.target.label) == (tubes[1].id, row.id, "A1")
    assert place.target.in_hand is None
    place.target.settled(done=True)
    assert place.tone is Tone.RIGHT
    place.scan("A2")
    assert place.deeds[-1].do is Do.POINT
    assert place.tone is Tone.ATTENTION


def test_a_position_is_named_with_its_box(place: Place, full: Full) -> None:
    row, tubes = full
    place.scan(tubes[0].barcode)
    place.selection.go(View())
    place.scan(f"{row.code}/A2")
    target = place.deeds[-1].target
    assert target is not None
    assert (place.deeds[-1].do, target.container, tuple(target.position)) == (Do.PLACE, row.id, (0, 1))


def test_a_position_without_a_tube_moves_the_cursor_to_its_box(place: Place, full: Full) -> None:
    row, _ = full
    place.scan(f"{row.code}/A2")
    assert place.deeds[-1].do is Do.POINT
    assert place.selection.view == View(Showing.CONTAINER, row.id)


def test_a_position_that_is_not_there_is_refused_with_those_that_are(place: Place, full: Full) -> None:
    row, tubes = full
    place.scan("D6")
    assert "Open a box first" in place.text
    place.scan(tubes[0].barcode)
    place.scan("Z99")
    assert place.deeds == []
    assert row.layout.last in place.text
    assert place.tone is Tone.WRONG


def test_the_tube_leaves_the_hand_after_half_a_minute(place: Place, full: Full) -> None:
    _, tubes = full
    place.scan(tubes[0].barcode)
    place.time += HELD_MS + 1
    assert place.target.in_hand is None
    place.scan("A1")
    assert place.deeds[-1].do is Do.POINT
    assert "30" in place.text


def test_another_operator_scans_it_again(place: Place, full: Full) -> None:
    _, tubes = full
    place.scan(tubes[0].barcode)
    place.who = "Ben"
    place.scan("CMD-TAKE-OUT")
    assert place.deeds == []
    assert "Anna" in place.text


@pytest.mark.parametrize(
    ("code", "do"), [("CMD-PUT-BACK", Do.PUT_BACK), ("CMD-TAKEOUT", Do.TAKE_OUT), ("cmd-undo", Do.UNDO)]
)
def test_commands_act_on_the_tube_in_hand(place: Place, full: Full, code: str, do: Do) -> None:
    _, tubes = full
    place.scan(tubes[0].barcode)
    place.scan(code)
    assert place.deeds[-1].do is do


def test_confirm_answers_a_question_first(place: Place, full: Full) -> None:
    row, tubes = full
    place.scan(tubes[0].barcode)
    place.target.point(row.id, 0, 2)
    place.asking = True
    place.scan("CMD-CONFIRM")
    assert place.deeds == []
    place.asking = False
    place.scan("CMD-CONFIRM")
    assert place.deeds[-1].target is not None
    assert (place.deeds[-1].do, place.deeds[-1].target.label) == (Do.PLACE, "A3")


def test_a_command_that_is_none_does_nothing(place: Place) -> None:
    place.scan("CMD-DESTROY")
    assert (place.deeds, place.unknown, place.tone) == ([], [], Tone.WRONG)


def test_an_unknown_code_names_its_look_alikes_and_empties_the_hand(place: Place, full: Full) -> None:
    _, tubes = full
    place.scan(tubes[0].barcode)
    typo = tubes[1].barcode.replace("0", "O", 1)
    place.scan(typo)
    assert place.unknown[-1][0] == typo
    assert tubes[1].barcode in place.unknown[-1][1]
    assert tubes[1].barcode in place.text
    assert place.target.in_hand is None
    place.scan("A1")
    assert place.deeds[-1].do is Do.POINT


def test_a_us_scanner_on_a_french_layout_finds_the_tube(place: Place, full: Full) -> None:
    _, tubes = full
    french = str.maketrans("0123456789M", "à&é\"'(-è_ç?")
    place.scan(tubes[0].barcode.translate(french))
    assert place.selection.specimen == tubes[0].id


def test_a_prefix_is_taken_away(place: Place, full: Full) -> None:
    _, tubes = full
    place.settings.put(SCAN_PREFIX, "~")
    place.scan(f"~{tubes[0].barcode}")
    assert place.selection.specimen == tubes[0].id


def test_a_scan_that_can_be_two_things_is_neither(place: Place, full: Full, monkeypatch: pytest.MonkeyPatch) -> None:
    from freezerapp.ui import scan_target

    _, tubes = full
    both = [tubes[0].barcode, tubes[1].barcode]
    monkeypatch.setattr(scan_target, "readings", lambda _scan, _setup: both)
    place.scan("either")
    assert place.target.in_hand is None
    assert place.selection.specimen is None
    assert place.tone is Tone.WRONG
    assert all(each in place.text for each in both)


def test_the_task_in_hand_comes_first(place: Place, full: Full) -> None:
    _, tubes = full
    place.scan(tubes[0].barcode)
    taken: list[Scanned] = []

    def take(scanned: Scanned) -> bool:
        taken.append(scanned)
        return True

    place.task.begin("fill", take)
    place.selection.go(View())
    for text in (tubes[1].barcode, "NEW-77-00001"):
        place.target.take(as_scan(text))
    place.qtbot.waitUntil(lambda: len(taken) == 2, timeout=WAIT_MS)
    assert taken[0].found is not None
    assert (taken[0].found.id, taken[1].found) == (tubes[1].id, None)
    assert place.selection.view == View()
    assert place.unknown == []
    # Whoever has scanned A and then B for the task does not hold A any more.
    assert place.target.in_hand is None


def test_a_task_gets_no_positions_and_no_commands(place: Place, full: Full) -> None:
    row, _ = full
    place.task.begin("fill", lambda _scanned: pytest.fail("a position is no tube"))
    place.selection.go(View(Showing.CONTAINER, row.id))
    place.scan("A1")
    place.scan("CMD-UNDO")
    assert [deed.do for deed in place.deeds] == [Do.POINT, Do.UNDO]


def test_scans_are_dealt_with_in_their_order(place: Place, full: Full) -> None:
    _, tubes = full
    place.scan(*(part for tube in tubes[:5] for part in (tube.barcode,)), "CMD-TAKE-OUT")
    assert [hand.specimen for hand in place.hands if hand is not None] == [tube.id for tube in tubes[:5]]
    assert place.deeds[-1].tube is not None
    assert place.deeds[-1].tube.specimen == tubes[4].id


def test_nothing_is_done_behind_an_open_dialog(place: Place, full: Full) -> None:
    _, tubes = full
    dialog = QDialog()
    dialog.setModal(True)
    dialog.open()
    place.scan(tubes[0].barcode)
    place.scan("CMD-TAKE-OUT")
    place.scan("A1")
    assert place.deeds == []
    assert place.tone is Tone.ATTENTION
    dialog.close()
    place.scan("CMD-TAKE-OUT")
    assert place.deeds[-1].do is Do.TAKE_OUT


def test_an_unreadable_scan_empties_the_hand(place: Place, full: Full) -> None:
    _, tubes = full
    place.scan(tubes[0].barcode)
    place.target.take_unreadable()
    assert (place.target.in_hand, place.hands[-1], place.tone) == (None, None, Tone.WRONG)


def test_the_test_card_and_no_bank_are_said(place: Place) -> None:
    place.target.take(as_scan(CARD))
    assert "test card" in place.text
    place.dispatcher.close()
    place.target.take(as_scan("MC0000000001"))
    assert place.text == "No bank is open."


def test_a_closed_bank_leaves_nothing_in_hand(place: Place, full: Full) -> None:
    _, tubes = full
    place.scan(tubes[0].barcode)
    place.target.take(as_scan(tubes[1].barcode))
    place.dispatcher.close()
    assert place.hands[-1] is None
    place.now._storage = None
    place.open()
    place.scan(tubes[2].barcode)
    assert place.selection.specimen == tubes[2].id


def test_a_bug_on_a_thread_does_not_silence_the_scanner(
    qtbot: QtBot, qapp: QApplication, bank_file: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from freezerapp.ui import scan_reading

    place = Place(qtbot, bank_file, Settings(tmp_path / "settings.ini"))
    place.open()
    real: Callable[..., object] = scan_reading.look_up

    def broken(*_arguments: object) -> object:
        raise RuntimeError

    monkeypatch.setattr(scan_reading, "look_up", broken)
    place.scan("MC0000000001")
    assert place.tone is Tone.WRONG
    monkeypatch.setattr(scan_reading, "look_up", real)
    place.scan("MC0000099999999")
    assert place.unknown
    place.dispatcher.stop()
