"""The parent's side of the fault tests: starts children at work, hears them, looks at what they left."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from freezerapp.storage.audit import Finding
from freezerapp.storage.database import Database
from freezerapp.storage.verifying import verify

ROOT = Path(__file__).resolve().parents[2]


@dataclass
class Said:
    """What children said of their operations: uuids and, of the confirmed ones, the last event."""

    begun: dict[str, str] = field(default_factory=dict)
    done: dict[str, int] = field(default_factory=dict)
    refused: dict[str, str] = field(default_factory=dict)
    broken: dict[str, str] = field(default_factory=dict)

    def hear(self, line: list[Any]) -> None:
        """Take in one line."""
        if line[0] in ("begun", "done", "refused", "broken"):
            getattr(self, line[0])[line[1]] = line[2]

    def in_flight(self) -> set[str]:
        """Begun, and nothing was heard of them since."""
        return set(self.begun) - set(self.done) - set(self.refused) - set(self.broken)


class Nursery:
    """Starts children at work and hears them; with ``disk`` they live under the library before the disk."""

    def __init__(self, disk: Path | None = None) -> None:
        self._parent = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.manners"],
            cwd=ROOT,
            env=os.environ | ({} if disk is None else {"LD_PRELOAD": str(disk)}),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        self._early: list[list[Any]] = []

    def close(self) -> None:
        """End it; children that still live go on by themselves."""
        self._parent.communicate()

    def start(self, manner: str, bank: Path, /, **facts: object) -> int:
        """Start a child and give its process number."""
        assert self._parent.stdin is not None
        self._parent.stdin.write(json.dumps([manner, str(bank), facts]) + "\n")
        self._parent.stdin.flush()
        early = self._early
        for line in self._fresh():
            if line[0] == "born":
                break
            early.append(line)
        return int(line[1])

    def lines(self) -> Iterator[list[Any]]:
        """What is said, line by line, as it comes."""
        while self._early:
            yield self._early.pop(0)
        yield from self._fresh()

    def _fresh(self) -> Iterator[list[Any]]:
        assert self._parent.stdout is not None
        for line in self._parent.stdout:
            yield json.loads(line)

    def all_of(self, manner: str, bank: Path, /, **facts: object) -> list[list[Any]]:
        """Everything that one child says until it ends of itself."""
        return self.rest({self.start(manner, bank, **facts)})

    def rest(self, children: set[int], status: int | None = 0) -> list[list[Any]]:
        """Everything that is said until these children are gone, with this status (None: with any)."""
        found = []
        for line in self.lines():
            if line[0] == "gone":
                children.remove(line[1])
                assert line[2] == status or status is None, f"a child ended with {line[2]}; see its words"
            else:
                found.append(line)
            if not children:
                return found
        raise AssertionError("the parent of the children ended")

    def killed(self, bank: Path, said: Said, after_s: float, /, **facts: object) -> None:
        """Let a child work, kill it so long after its first commit, take in all that it said before."""
        child = self.start("work", bank, **facts)
        for line in self.lines():
            said.hear(line)
            if line[0] == "done":
                break
        time.sleep(after_s)
        os.kill(child, signal.SIGKILL)
        for line in self.rest({child}, -signal.SIGKILL):
            said.hear(line)


def history(bank: Path) -> dict[str, int]:
    """Every operation in a bank by uuid, with its last event; opened as the program opens it."""
    database = Database.open(bank)
    try:
        with database.reading() as reader:
            rows = reader.connection.exec_driver_sql(
                "SELECT o.uuid, max(e.seq) FROM operation o LEFT JOIN event e ON e.operation_id = o.id GROUP BY o.id"
            )
            return {row[0]: row[1] for row in rows}
    finally:
        database.close()


def faults(bank: Path) -> list[Finding]:
    """What verify finds."""
    return list(verify(bank))
