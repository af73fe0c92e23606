"""The canary: the pinned PySide6 does not lose references to None and bool.

Version 6.12.0 does on Python 3.11: after some thousand calls that return nothing the process aborts.
"""

import re
import subprocess
import sys
from pathlib import Path

import PySide6
import pytest

LOCKS = Path(__file__).resolve().parent.parent / "packaging"
CALLS = """
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QLabel

class Bell(QObject):
    rung = Signal(int)

application = QApplication([])
heard = []
bell = Bell()
bell.rung.connect(heard.append)
label = QLabel()
image = QImage(32, 32, QImage.Format.Format_ARGB32)
painter = QPainter(image)
for count in range(20_000):
    bell.rung.emit(count)
    label.setText(str(count))
    label.isVisible()
    painter.drawPoint(count % 32, 0)
    painter.isActive()
painter.end()
assert len(heard) == 20_000
assert label.text() == "19999"
print("alive")
"""


def test_twenty_thousand_calls_leave_the_process_alive() -> None:
    run = subprocess.run([sys.executable, "-c", CALLS], capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.strip()) == (0, "alive"), run.stderr


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_the_pinned_version_is_the_one_at_hand_and_has_not_the_defect(lock: str) -> None:
    text = (LOCKS / lock).read_text(encoding="utf-8")
    pinned = re.search(r"^pyside6-essentials==(\S+)", text, re.MULTILINE)
    assert pinned is not None
    assert pinned[1] == PySide6.__version__
    assert pinned[1] != "6.12.0"
