"""A label printer on the network that exists only in tests: it keeps what it gets, and can fail half-way."""

import os
import socket
import threading
import time
from contextlib import suppress
from pathlib import Path
from types import TracebackType

import pytest

READY = b"\x02030,0,0,1245,000,0,0,0,000,0,0,0\x03\r\n\x02000,0,0,0,0,2,4,0,00000000,1,000\x03\r\n\x021234,0\x03\r\n"
PAPER_OUT = READY.replace(b"030,0,", b"030,1,", 1)


class FakePrinter:
    """Listens at ``address``. ``answer`` is what it says to ~HS, if anything; it hangs up after so many labels."""

    def __init__(self, answer: bytes = b"", hangs_up_after: int | None = None) -> None:
        self.answer, self.hangs_up_after = answer, hangs_up_after
        self.batches: list[bytes] = []
        self.slow_s = 0.0
        """How long it rests after each piece that it takes."""
        self._listening = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)

    @property
    def address(self) -> str:
        return f"127.0.0.1:{self._listening.getsockname()[1]}"

    @property
    def formats(self) -> list[str]:
        """The labels that came whole, of all batches."""
        text = b"".join(self.batches).replace(b"~HS", b"").decode("ascii")
        return [f"{each}^XZ" for each in text.split("^XZ")[:-1]]

    def __enter__(self) -> "FakePrinter":
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with suppress(OSError):
            self._listening.shutdown(socket.SHUT_RDWR)  # closing alone leaves who accepts asleep
        self._listening.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                line, _ = self._listening.accept()
            except OSError:
                return
            self.batches.append(b"")
            with line:
                self._take(line)

    def _take(self, line: socket.socket) -> None:
        # Little room, as in a real printer: whoever sends notices soon that nothing is taken any more.
        line.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 2048)
        asked = 0
        try:
            while data := line.recv(512):
                self.batches[-1] += data
                time.sleep(self.slow_s)
                if self.answer and self.batches[-1].count(b"~HS") > asked:
                    asked += 1
                    line.sendall(self.answer)
                if self.hangs_up_after is not None and self.batches[-1].count(b"^XZ") >= self.hangs_up_after:
                    self.hangs_up_after = None
                    return
        except OSError:
            return


def lp_that_keeps(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A print system that keeps what it gets in a file; the queue BROKEN refuses."""
    programs = folder / "bin"
    programs.mkdir()
    script = programs / "lp"
    script.write_text(
        f'#!/bin/sh\necho "$@" > {folder}/words\n'
        '[ "$2" = BROKEN ] && { echo "lp: The printer or class does not exist." >&2; exit 1; }\n'
        f"cat > {folder}/job\n",
        encoding="utf-8",
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{programs}{os.pathsep}{os.environ['PATH']}")
    return folder
