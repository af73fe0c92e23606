"""The tour: it goes through every screen of a small bank, without a display."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
TUBES = 3_000
SCREENS = {
    "start",
    "storage",
    "storage-lit",
    "list",
    "box",
    "box-carried",
    "box-refused",
    "box-done",
    "box-fill-placed",
}
SCREENS |= {"box-beside", "box-by-visit", "box-turned", "box-card", "menu-tubes", "history-take-back", "bench"}
SCREENS |= {"picks", "pick", "pick-wrong-tube"}
DIALOGS = {"move-to", "register", "hold", "print-labels", "who", "scanner-card", "shortcuts", "pick-codes", "pick-rule"}
DIALOGS |= {"pick-onto"}
DIALOGS |= {"papers", "papers-box-maps", "address-book", "verify-whole", "verify-changed", "announce"}
PAGES = {"manifest-en", "manifest-both-letter", "packing-list-en", "box-maps-en", "marks-en", "address-en"}
PAGES |= {"dry-ice-en", "invoice-en", "notice-en", "pick-sheet-en", "labels-tubes", "labels-boxes"}


@pytest.mark.timeout(300)
def test_the_quick_tour_shows_every_screen_once(tmp_path: Path) -> None:
    from freezerapp.commands.demonstration.build import build

    bank, folder = tmp_path / "small.freezer", tmp_path / "pictures"
    build(bank, TUBES)
    before = bank.read_bytes()
    command = [sys.executable, str(ROOT / "packaging" / "tour.py"), str(folder), "--bank", str(bank), "--quick"]
    done = subprocess.run(
        command, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"}, capture_output=True, text=True, timeout=280
    )
    assert done.returncode == 0, done.stderr
    names = {path.name for path in folder.iterdir()}
    assert {f"{each}-light-en-1440x900.png" for each in SCREENS} <= names
    assert {f"dialog-{each}-light-en.png" for each in DIALOGS} <= names
    assert {f"page-{each}-01.png" for each in PAGES} <= names
    assert bank.read_bytes() == before
