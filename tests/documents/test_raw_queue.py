"""Labels to a print queue of this computer: one raw job, whole or not at all."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from freezerapp.documents.raw_queue import QueueRefused, Spooler, command, send_raw, spool
from tests.fake_printer import lp_that_keeps

LABELS = ["^XA^FDone^FS^XZ\n", "^XA^FDtwo^FS^XZ\n"]


@pytest.fixture
def fake_lp(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return lp_that_keeps(tmp_path, monkeypatch)


def test_a_job_reaches_the_queue_as_it_is(fake_lp: Path) -> None:
    told: list[int] = []
    assert send_raw("ZEBRA", LABELS, "Tubes", told=told.append, system="Linux") == 2
    assert (fake_lp / "job").read_text(encoding="ascii") == "".join(LABELS)
    assert (fake_lp / "words").read_text(encoding="utf-8").split() == command("ZEBRA", "Tubes")[1:]
    assert told == [1, 2]


def test_a_refusal_is_told_in_its_own_words(fake_lp: Path) -> None:
    with pytest.raises(QueueRefused) as caught:
        send_raw("BROKEN", LABELS, "Tubes", system="Linux")
    assert caught.value.why == "The printer or class does not exist."
    assert not (fake_lp / "job").exists()


def test_a_label_that_is_refused_on_the_way_leaves_nothing_printed(fake_lp: Path) -> None:
    def half() -> Iterator[str]:
        yield LABELS[0]
        raise ValueError("would not scan")

    with pytest.raises(ValueError, match="would not scan"):
        send_raw("ZEBRA", half(), "Tubes", system="Linux")
    assert not (fake_lp / "words").exists()


def test_without_a_print_system_it_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(QueueRefused) as caught:
        send_raw("ZEBRA", LABELS, "Tubes", system="Linux")
    assert caught.value.why == "no print system"


@pytest.mark.parametrize("fails", ["", "open", "start", "write", "end"])
def test_windows_is_asked_step_by_step_and_the_printer_is_let_go(fails: str) -> None:
    calls: list[tuple[Any, ...]] = []

    def step(name: str) -> Any:
        def call(*facts: Any) -> bool:
            calls.append((name, *facts[1:]))
            return name != fails

        return call

    spooler = Spooler(
        lambda queue: None if fails == "open" else f"handle of {queue}",
        step("start"),
        step("write"),
        step("end"),
        lambda handle: calls.append(("close", handle)),
        lambda: "access denied",
    )
    if fails:
        with pytest.raises(QueueRefused) as caught:
            spool("ZEBRA", BytesIO(b"job"), "Tubes", spooler)
        assert caught.value.why == "access denied"
        assert bool(calls) == (fails != "open")
    else:
        spool("ZEBRA", BytesIO(b"job"), "Tubes", spooler)
        assert calls == [("start", "Tubes"), ("write", b"job"), ("end",), ("close", "handle of ZEBRA")]
    assert fails == "open" or calls[-1] == ("close", "handle of ZEBRA")
