"""What a disk may hold after the power failed, worked out from the changes of files that were written down.

A change is certain when its file was synced after it, a name when its folder was; of everything later any
part may have arrived, a write also in some of its sectors only.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

SECTOR = 512


class Call(NamedTuple):
    """One change: W write, T truncate, S sync, U unlink, M a mark (its text stands in place of the path)."""

    kind: str
    at: int
    path: str
    data: bytes


def read_calls(log: Path) -> list[Call]:
    """The calls in the order in which they were made."""
    found = []
    with log.open("rb") as file:
        while head := file.readline():
            kind, at, size, path = head.decode().rstrip("\n").split(" ", 3)
            found.append(Call(kind, int(at), path, file.read(int(size))))
    return found


@dataclass
class _File:
    certain: bytes
    named: bool
    later: list[Call] = field(default_factory=list)


class Disk:
    """A folder of files, followed call by call."""

    def __init__(self, folder: Path) -> None:
        self.folder = str(folder)
        self._files = {str(path): _File(path.read_bytes(), named=True) for path in folder.iterdir()}

    def follow(self, call: Call) -> None:
        """Take in the next call."""
        if call.kind == "S" and call.path == self.folder:
            for file in self._files.values():
                file.named = True
        elif call.kind == "S":
            file = self._files[call.path]
            for late in file.later:
                file.certain = _after(file.certain, late)
            file.later.clear()
        elif call.kind in "WT":
            self._files.setdefault(call.path, _File(b"", named=False)).later.append(call)
        else:
            assert call.kind == "M", f"{call.kind} of {call.path}: not foreseen here"

    def left(self, lot: random.Random, share: float) -> dict[str, bytes]:
        """What may be found after a power failure now, if so large a share of what was uncertain arrived."""
        found = {}
        for path, file in self._files.items():
            if not file.named and lot.random() >= share:
                continue
            content = file.certain
            for call in file.later:
                for part in _parts(call) if share < 1 else [call]:
                    if lot.random() < share:
                        content = _after(content, part)
            found[path] = content
        return found


def _parts(call: Call) -> Iterator[Call]:
    if call.kind != "W":
        yield call
        return
    start = 0
    while start < len(call.data):
        size = SECTOR - (call.at + start) % SECTOR
        yield call._replace(at=call.at + start, data=call.data[start : start + size])
        start += size


def _after(content: bytes, call: Call) -> bytes:
    if call.kind == "T":
        return content[: call.at].ljust(call.at, b"\0")
    return content[: call.at].ljust(call.at, b"\0") + call.data + content[call.at + len(call.data) :]
