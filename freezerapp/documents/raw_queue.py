"""Labels in ZPL to a print queue of this computer, past its driver: each print is one job, whole or not at all."""

import platform
import subprocess
from collections.abc import Callable, Iterable
from tempfile import TemporaryFile
from typing import Any, BinaryIO, NamedTuple

from freezerapp.domain.problems import Problem

TAKE_S = 60.0
"""How long the system may take to accept a job."""
_PIECE = 65_536


class QueueRefused(Problem):
    """A print queue did not take the job, and nothing is printed. Facts: its name and the reason in its words."""

    def __init__(self, printer: str, why: str) -> None:
        super().__init__(printer, why)
        self.printer, self.why = printer, why


def send_raw(
    queue: str,
    formats: Iterable[str],
    title: str,
    *,
    told: Callable[[int], None] = lambda _made: None,
    system: str | None = None,
) -> int:
    """Send labels as one raw job; gives how many. ``told`` hears how many are made.

    What ``formats`` or ``told`` raise reaches the caller, and then nothing was sent. Raises QueueRefused.
    """
    with TemporaryFile(prefix="freezerapp-labels-") as file:
        count = 0
        for label in formats:
            file.write(label.encode("ascii"))
            count += 1
            told(count)
        file.seek(0)
        if (system or platform.system()) == "Windows":
            spool(queue, file, title, windows_spooler())
        else:
            _print(command(queue, title), queue, file)
    return count


def command(queue: str, title: str) -> list[str]:
    """What hands a job to CUPS as it is: from its standard input to this queue."""
    return ["lp", "-d", queue, "-o", "raw", "-t", title]


def _print(words: list[str], queue: str, file: BinaryIO) -> None:
    try:
        said = subprocess.run(words, stdin=file, capture_output=True, timeout=TAKE_S, check=False)
    except FileNotFoundError as error:
        raise QueueRefused(queue, "no print system") from error
    except subprocess.TimeoutExpired as error:
        raise QueueRefused(queue, "time-out") from error
    except OSError as error:
        raise QueueRefused(queue, error.strerror or str(error)) from error
    if said.returncode:
        text = said.stderr.decode("utf-8", "replace").strip().removeprefix("lp: ")
        raise QueueRefused(queue, text or f"lp {said.returncode}")


class Spooler(NamedTuple):
    """The calls of Windows' print spooler, each giving whether it worked; ``reason`` says why one did not."""

    open: Callable[[str], Any]
    start: Callable[[Any, str], bool]
    write: Callable[[Any, bytes], bool]
    end: Callable[[Any], bool]
    close: Callable[[Any], object]
    reason: Callable[[], str]


def spool(queue: str, file: BinaryIO, title: str, spooler: Spooler) -> None:
    """Hand a job to Windows as it is. Raises QueueRefused."""
    handle = spooler.open(queue)
    if handle is None:
        raise QueueRefused(queue, spooler.reason())
    try:
        if not spooler.start(handle, title):
            raise QueueRefused(queue, spooler.reason())
        while piece := file.read(_PIECE):
            if not spooler.write(handle, piece):
                raise QueueRefused(queue, spooler.reason())
        if not spooler.end(handle):
            raise QueueRefused(queue, spooler.reason())
    finally:
        spooler.close(handle)


def windows_spooler() -> Spooler:
    """The spooler of this Windows, through its own library."""
    import ctypes

    library: Any = getattr(ctypes, "WinDLL")("winspool.drv", use_last_error=True)  # noqa: B009  not in all type stubs

    class Document(ctypes.Structure):
        _fields_ = (("name", ctypes.c_wchar_p), ("output", ctypes.c_wchar_p), ("data_type", ctypes.c_wchar_p))

    def open_printer(queue: str) -> Any:
        handle = ctypes.c_void_p()
        return handle if library.OpenPrinterW(queue, ctypes.byref(handle), None) else None

    def start(handle: Any, title: str) -> bool:
        return bool(library.StartDocPrinterW(handle, 1, ctypes.byref(Document(title, None, "RAW"))))

    def write(handle: Any, piece: bytes) -> bool:
        written = ctypes.c_ulong()
        done = library.WritePrinter(handle, piece, len(piece), ctypes.byref(written))
        return bool(done) and written.value == len(piece)

    def reason() -> str:
        number = getattr(ctypes, "get_last_error")()  # noqa: B009
        return str(getattr(ctypes, "FormatError")(number)).strip()  # noqa: B009

    return Spooler(
        open_printer,
        start,
        write,
        lambda handle: bool(library.EndDocPrinter(handle)),
        library.ClosePrinter,
        reason,
    )
