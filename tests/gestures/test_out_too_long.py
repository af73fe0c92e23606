"""What has been out of the cold for too long is marked on the strip, as its material or the settings say."""

from collections.abc import Callable

import pytest

from freezerapp.ui.panes import bench_strip
from freezerapp.ui.settings import OUT_LIMIT
from freezerapp.ui.widgets.pill import Tone
from tests.at_the_bench import Person

Later = Callable[[float], None]


@pytest.fixture
def later(monkeypatch: pytest.MonkeyPatch) -> Later:
    """Lets minutes pass for whoever looks at the strip."""
    import time

    passed = [0.0]

    class Clock:
        @staticmethod
        def time() -> float:
            return time.time() + passed[0] * 60

    monkeypatch.setattr(bench_strip, "time", Clock)

    def wait(minutes: float) -> None:
        passed[0] += minutes

    return wait


@pytest.fixture
def at_box(person: Person) -> Person:
    person.show(person.boxes()[0])
    return person


def take_out(person: Person, number: int = 0) -> str:
    """Take one tube out by key; gives its barcode."""
    count = len(person.window.strip.things.things)
    tube = person.tubes()[number]
    person.click((tube.row, tube.column))
    person.trigger("take out")
    person.until(lambda: len(person.window.strip.things.things) == count + 1)
    person.done()
    return tube.barcode


def warned(person: Person) -> bool:
    """Whether the count on the strip warns."""
    return bool(person.window.strip.pill.property("look") == Tone.WARNING.value)


def limit(person: Person) -> int:
    """After how many minutes a tube of this box must be cold again."""
    return person.window.now.materials[person.tubes()[0].material].minutes_to_thaw or 0


def test_a_tube_out_for_longer_than_its_material_bears_is_marked(at_box: Person, later: Later) -> None:
    strip, allowed = at_box.window.strip, limit(at_box)
    take_out(at_box)
    assert [each.late for each in strip.things.things] == [False]
    assert not warned(at_box)
    later(allowed - 0.5)
    strip.tell()
    assert [each.late for each in strip.things.things] == [False]
    later(1)
    strip.tell()
    assert [each.late for each in strip.things.things] == [True]
    assert warned(at_box)
    assert f"out {allowed} min" in strip.pill.text()
    assert "too long" in strip.pill.toolTip()


def test_only_the_tube_that_is_late_is_marked(person: Person, later: Later) -> None:
    """Cells must be cold again sooner than plasma."""
    strip = person.window.strip
    boxes = person.boxes()
    person.show(next(box for box in boxes if (box.code or "").startswith("PL1")))
    take_out(person)
    person.show(next(box for box in boxes if (box.code or "").startswith("CEL")))
    cells = take_out(person)
    later(limit(person) + 1)
    strip.tell()
    late = [each.picture.hint.partition("\n")[0] for each in strip.things.things if each.late]
    assert late == [cells]
    assert warned(person)


def test_the_strip_looks_at_the_clock_by_itself(at_box: Person, later: Later) -> None:
    strip = at_box.window.strip
    allowed = limit(at_box)
    take_out(at_box)
    strip._ticks.setInterval(50)
    later(allowed + 1)
    at_box.until(lambda: [each.late for each in strip.things.things] == [True])


def test_put_back_there_is_nothing_to_warn_of(at_box: Person, later: Later) -> None:
    strip, allowed = at_box.window.strip, limit(at_box)
    take_out(at_box)
    later(allowed + 1)
    strip.tell()
    assert warned(at_box)
    at_box.press(strip.put_back)
    at_box.press(strip.put_back)
    at_box.until(lambda: not strip.things.things)
    assert not warned(at_box)
    assert not strip._ticks.isActive(), "nobody looks at the clock for nothing"


def test_a_box_that_is_out_is_late_after_the_minutes_of_the_settings(at_box: Person, later: Later) -> None:
    strip = at_box.window.strip
    at_box.program.settings.put(OUT_LIMIT, 30)
    at_box.trigger("take out container")
    at_box.confirm()
    at_box.until(lambda: strip.things.things)
    later(29)
    strip.tell()
    assert [each.late for each in strip.things.things] == [False]
    later(2)
    strip.tell()
    assert [each.late for each in strip.things.things] == [True]
