"""What is kept of printing labels: the last choices, where a sheet stopped, and how a printer is put right."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING

from freezerapp.ui.settings import Setting

if TYPE_CHECKING:
    from freezerapp.documents.stock import Calibration

PDF, ZPL, SYSTEM, NETWORK, QUEUE = "pdf", "zpl", "system", "network", "queue"
TARGETS = (PDF, SYSTEM, NETWORK, QUEUE, ZPL)
IN_ZPL = (ZPL, NETWORK, QUEUE)
"""Where labels go in the language of label printers."""
RESOLUTIONS = (203, 300, 600)
OFFSET_MM, SCALE_PER_MILLE = 10.0, 50.0
"""The most that a printer is put right by."""
CARD_MM = 85.60
"""Width of a bank card."""


def _text(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _number(first: float, last: float) -> Callable[[object], float | None]:
    def read(value: object) -> float | None:
        try:
            number = float(str(value))
        except ValueError:
            return None
        return number if first <= number <= last else None

    return read


def _whole(first: int, last: int) -> Callable[[object], int | None]:
    def read(value: object) -> int | None:
        text = str(value)
        return int(text) if text.isascii() and text.isdigit() and first <= int(text) <= last else None

    return read


def _numbers(count: int) -> Callable[[object], str | None]:
    """Numbers between blanks; exactly so many, or any number of whole ones where ``count`` is 0."""

    def read(value: object) -> str | None:
        if not isinstance(value, str):
            return None
        parts = value.split()
        good = all(re.fullmatch(r"-?\d{1,6}(\.\d{1,6})?" if count else r"\d{1,4}", part) for part in parts)
        return value if good and (not count or len(parts) == count) else None

    return read


TARGET: Setting[str] = Setting("labels/to", PDF, lambda value: value if value in TARGETS else None)
PRINTER: Setting[str] = Setting("labels/printer", "", _text)
ADDRESS: Setting[str] = Setting("labels/address", "", _text)
FOLDER: Setting[str] = Setting("labels/folder", "", _text)
ORDERS = ("box", "rack", "list", "code")
ORDER: Setting[str] = Setting("labels/order", "box", lambda value: value if value in ORDERS else None)


def template_for(kind: str) -> Setting[str]:
    """The template last used for a kind of thing."""
    return Setting(f"labels/{_key(kind)}/template", "", _text)


def stock_for(template: str) -> Setting[str]:
    """The stock last used with a template."""
    return Setting(f"labels/{_key(template)}/stock", "", _text)


def resolution_of(target: str) -> Setting[int]:
    """Dots per inch of what is printed on."""
    usual = 300 if target in IN_ZPL else 600
    return Setting(
        f"labels/{target}/dpi", usual, lambda value: int(str(value)) if str(value) in map(str, RESOLUTIONS) else None
    )


def next_start(stock: str) -> Setting[int]:
    """The place on the sheet, from 0, where the next print of a stock begins."""
    return Setting(f"labels/{_key(stock)}/next", 0, _whole(0, 9_999))


def used_places(stock: str) -> Setting[str]:
    """The places of that sheet, from 0, that are used up besides those before it."""
    return Setting(f"labels/{_key(stock)}/used", "", _numbers(0))


def calibration_of(stock: str, printer: str) -> Setting[str]:
    """What one printer does wrong with one stock, put right: mm right, mm down, both scales."""
    return Setting(f"labels/{_key(stock)}/{_key(printer)}/calibration", "", _numbers(4))


def screen_of(name: str) -> Setting[float]:
    """Millimetres of a pixel of a screen, as measured with a bank card; 0 where nobody did."""
    return Setting(f"labels/screen/{_key(name)}", 0.0, _number(0.0, 2.0))


def calibration(text: str) -> "Calibration":
    """A calibration from the text that is kept of it."""
    from freezerapp.documents.stock import EXACT, Calibration

    parts = [float(part) for part in text.split()]
    if len(parts) != 4:
        return EXACT
    right, down = (max(-OFFSET_MM, min(OFFSET_MM, part)) for part in parts[:2])
    least, most = 1 - SCALE_PER_MILLE / 1000, 1 + SCALE_PER_MILLE / 1000
    return Calibration(right, down, *(max(least, min(most, part)) for part in parts[2:]))


def calibration_text(found: "Calibration") -> str:
    """What is kept of a calibration."""
    return f"{found.right:.1f} {found.down:.1f} {found.scale_x:.4f} {found.scale_y:.4f}"


def _key(name: str) -> str:
    """A name as part of a key: QSettings takes a stroke for a group."""
    return re.sub(r"[^A-Za-z0-9.-]", lambda found: f"_{ord(found[0]):x}_", name) or "-"
