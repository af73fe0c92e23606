"""A fault of the program: logged, shown once, and the program goes on."""

import faulthandler
import logging
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import qWarning
from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from freezerapp.ui.crash import LOG_BYTES, Watch
from freezerapp.ui.dialogs.fault import FaultDialog


@pytest.fixture
def watch(tmp_path: Path) -> Watch:
    return Watch(tmp_path / "log")


def test_a_fault_is_logged_and_reported_with_versions(watch: Watch) -> None:
    reports: list[str] = []
    watch.report = reports.append
    watch.start()
    try:
        try:
            raise ZeroDivisionError("by zero")
        except ZeroDivisionError as error:
            sys.excepthook(type(error), error, error.__traceback__)
    finally:
        watch.stop()
    assert "ZeroDivisionError: by zero" in reports[0]
    assert "FreezerApp" in reports[0]
    assert "Qt" in reports[0]
    assert watch.file is not None
    assert "ZeroDivisionError: by zero" in watch.file.read_text(encoding="utf-8")


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_on_a_thread_is_reported_too(watch: Watch) -> None:
    reports: list[str] = []
    watch.report = reports.append
    watch.start()
    try:
        thread = threading.Thread(target=lambda: 1 // 0)
        thread.start()
        thread.join()
    finally:
        watch.stop()
    assert len(reports) == 1


def test_what_qt_complains_about_is_in_the_log(watch: Watch) -> None:
    watch.start()
    try:
        qWarning("a complaint")
    finally:
        watch.stop()
    assert watch.file is not None
    assert "a complaint" in watch.file.read_text(encoding="utf-8")


def test_a_log_that_cannot_be_written_does_not_stop_the_program(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("", encoding="utf-8")
    watch = Watch(tmp_path / "file")
    assert watch.file is None
    watch.start()
    logging.getLogger("freezerapp").info("still here")
    watch.stop()


def test_a_long_log_is_put_aside_at_the_next_start(tmp_path: Path) -> None:
    (tmp_path / "freezerapp.log").write_bytes(b"x" * (LOG_BYTES + 1))
    watch = Watch(tmp_path)
    watch.start()
    logging.getLogger("freezerapp").error("anew")
    watch.stop()
    assert (tmp_path / "freezerapp-before.log").stat().st_size == LOG_BYTES + 1
    assert (tmp_path / "freezerapp.log").stat().st_size < 1_000


def test_the_details_can_be_copied(qtbot: QtBot) -> None:
    dialog = FaultDialog("what a report needs", None)
    qtbot.addWidget(dialog)
    dialog.copy.click()
    assert QGuiApplication.clipboard().text() == "what a report needs"


def test_when_it_ends_a_crash_is_told_where_it_was_told_before(watch: Watch) -> None:
    assert faulthandler.is_enabled(), "pytest's own"
    watch.start()
    watch.stop()
    assert faulthandler.is_enabled()
