"""The libraries that the set-up installs are all that a real window needs."""

import shutil
import subprocess
import sys

import pytest

OPEN = """
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
label = QLabel("−80 °C")
label.show()
application.processEvents()
print(application.platformName())
"""


@pytest.mark.skipif(sys.platform != "linux", reason="X11 is Linux's")
def test_a_window_opens_on_a_real_display_server() -> None:
    xvfb = shutil.which("xvfb-run")
    assert xvfb is not None, "dev.py test installs it"
    words = [xvfb, "-a", "env", "-u", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM=xcb", sys.executable, "-c", OPEN]
    run = subprocess.run(words, capture_output=True, text=True, check=False, timeout=60)
    assert (run.returncode, run.stdout.strip()) == (0, "xcb"), run.stderr
