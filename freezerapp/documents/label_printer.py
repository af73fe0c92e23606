"""Labels in ZPL to a printer on the network, over its raw port: how it stands, and how far a batch came."""

import socket
from collections.abc import Callable, Iterable
from contextlib import suppress
from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.problems import Problem

PORT = 9100
CONNECT_S, TAKE_S, ANSWER_S = 5.0, 20.0, 1.0
"""How long a connection may take, how long the printer may take nothing, and how long its answer is waited for."""
IN_FLIGHT = 4_096
"""Bytes that may be under way: few, so that it is known what the printer has taken."""
_STATE, _STX, _ETX = b"~HS", b"\x02", b"\x03"
_LINES = 3


class BadPrinterAddress(Problem):
    """An address is not HOST or HOST:PORT. Facts: the text."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class PrinterNotReached(Problem):
    """No connection to the printer, and nothing was sent. Facts: its address and the reason in the system's words."""

    def __init__(self, address: str, why: str) -> None:
        super().__init__(address, why)
        self.address, self.why = address, why


class PrinterStopped(Problem):
    """The printer took no more in the middle of a batch. Facts: its address, labels sent, labels in all, the reason."""

    def __init__(self, address: str, sent: int, total: int, why: str) -> None:
        super().__init__(address, sent, total, why)
        self.address, self.sent, self.total, self.why = address, sent, total, why


class Trouble(StrEnum):
    """Why a printer does not print."""

    PAPER_OUT = "paper out"
    HEAD_OPEN = "head open"
    RIBBON_OUT = "ribbon out"
    PAUSED = "paused"
    TOO_HOT = "too hot"
    MEMORY_LOST = "memory lost"


class PrinterNotReady(Problem):
    """The printer says that it can't print now, and nothing was sent. Facts: its address and what is the matter."""

    def __init__(self, address: str, troubles: tuple[Trouble, ...]) -> None:
        super().__init__(address, troubles)
        self.address, self.what = address, troubles


class Address(NamedTuple):
    """Where a printer listens."""

    host: str
    port: int = PORT

    def __str__(self) -> str:
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == PORT else f"{host}:{self.port}"


class PrinterState(NamedTuple):
    """What a printer says of itself: what keeps it from printing, and labels that still wait in it."""

    troubles: tuple[Trouble, ...]
    waiting: int


class Sent(NamedTuple):
    """What came of a batch: labels handed over, and how the printer stood at the end, if it answers."""

    labels: int
    state: PrinterState | None
    stopped: bool = False
    """The user stopped it."""


def address_of(text: str) -> Address:
    """Read ``HOST`` or ``HOST:PORT``; IPv6 in brackets where a port follows. Raises BadPrinterAddress."""
    text = text.strip()
    host, port = text, ""
    if text.startswith("["):
        host, closed, rest = text[1:].partition("]")
        if not closed or (rest and not rest.startswith(":")):
            raise BadPrinterAddress(text)
        port = rest[1:]
    elif text.count(":") == 1:
        host, _, port = text.partition(":")
    if not host or any(each.isspace() or not each.isprintable() for each in host) or text.endswith(":"):
        raise BadPrinterAddress(text)
    if port and not (port.isascii() and port.isdigit() and 0 < int(port) < 65_536):
        raise BadPrinterAddress(text)
    return Address(host, int(port) if port else PORT)


def is_address(text: str) -> bool:
    """Whether this can be read as an address."""
    try:
        address_of(text)
    except BadPrinterAddress:
        return False
    return True


def send(
    address: Address,
    formats: Iterable[str],
    total: int,
    *,
    told: Callable[[int], None] = lambda _sent: None,
    stopped: Callable[[], bool] = lambda: False,
    take_s: float = TAKE_S,
    answer_s: float = ANSWER_S,
) -> Sent:
    """Send labels one after the other; ``told`` hears how many were sent.

    A printer that answers is asked how it stands before the first. Raises PrinterNotReached, PrinterNotReady and, where
    labels were sent already, PrinterStopped.
    """
    name = str(address)
    try:
        line = socket.create_connection(address, CONNECT_S)
    except (OSError, UnicodeError) as error:
        raise PrinterNotReached(name, _reason(error)) from error
    with line:
        line.setsockopt(socket.SOL_SOCKET, socket.SO_SNDBUF, IN_FLIGHT)
        try:
            state = _asked(line, answer_s)
        except OSError as error:
            raise PrinterNotReached(name, _reason(error)) from error
        if state is not None and state.troubles:
            raise PrinterNotReady(name, state.troubles)
        answers = state is not None
        count = 0
        line.settimeout(take_s)
        try:
            for label in formats:
                if stopped():
                    return Sent(count, None, stopped=True)
                line.sendall(label.encode("ascii"))
                count += 1
                told(count)
            if answers:
                # Its answer comes behind all that was sent: by then it has taken everything.
                return Sent(count, _asked(line, take_s))
            line.shutdown(socket.SHUT_WR)
            line.settimeout(answer_s)
            with suppress(TimeoutError):
                line.recv(1)
        except OSError as error:
            raise PrinterStopped(name, count, total, _reason(error)) from error
        return Sent(count, None)


def state_in(answer: bytes) -> PrinterState | None:
    """How a printer stands by its answer to ``~HS``: three lines of figures; None if it is no such answer."""
    lines = [part.partition(_ETX)[0] for part in answer.split(_STX)[1:]]
    if len(lines) < _LINES - 1:
        return None
    first, second = (line.decode("ascii", "replace").split(",") for line in lines[:2])
    if len(first) < 12 or len(second) < 9:
        return None
    flags = (
        (Trouble.PAPER_OUT, first[1]),
        (Trouble.PAUSED, first[2]),
        (Trouble.MEMORY_LOST, first[9]),
        (Trouble.TOO_HOT, first[11]),
        (Trouble.HEAD_OPEN, second[2]),
        (Trouble.RIBBON_OUT, second[3]),
    )
    waiting = second[8].strip()
    troubles = tuple(trouble for trouble, flag in flags if flag.strip() == "1")
    return PrinterState(troubles, int(waiting) if waiting.isdigit() else 0)


def _asked(line: socket.socket, wait_s: float) -> PrinterState | None:
    """Ask the printer how it stands; many never answer."""
    line.settimeout(wait_s)
    line.sendall(_STATE)
    answer = b""
    with suppress(TimeoutError):
        while answer.count(_ETX) < _LINES and len(answer) < 4_096:
            part = line.recv(1024)
            if not part:
                break
            answer += part
    return state_in(answer)


def _reason(error: Exception) -> str:
    if isinstance(error, TimeoutError):
        return "time-out"  # a word of wording/facts.py
    if isinstance(error, OSError) and error.strerror:
        return error.strerror
    return str(error) or type(error).__name__
