"""What all benchmarks share: CPU time, a table of figures against their limits, memory of this process."""

import gc
import resource
import sys
import time
from collections.abc import Callable
from typing import NamedTuple


class Figure(NamedTuple):
    """One figure and the limit measured in the same run; times in seconds of CPU, memory in MB."""

    name: str
    ours: float
    limit: float
    reach: float
    aim: float
    note: str = ""


def cpu(job: Callable[[], object], times: int = 1) -> float:
    """The least CPU time (user and system) that a job took, of several tries."""
    least = float("inf")
    for _ in range(times):
        gc.collect()
        started = time.process_time()
        job()
        least = min(least, time.process_time() - started)
    return least


def memory() -> float:
    """The most memory that this process has had, in MB."""
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most / (1024 * 1024 if sys.platform == "darwin" else 1024)


def show(figures: list[Figure]) -> None:
    """Print the table."""
    print(f"{'figure':<58} {'ours':>11} {'limit':>11} {'ratio':>7} {'reach':>7} {'aim':>7}  note")
    for name, ours, limit, reach, aim, note in figures:
        ratio = ours / limit if limit else 0.0
        mark = "aim" if ratio <= aim else "reach" if ratio <= reach else "OVER"
        print(
            f"{name:<58} {ours * 1000:>8.2f} ms {limit * 1000:>8.2f} ms {ratio:>7.3f} {reach:>7.3f} {aim:>7.3f}  "
            f"{mark}{'; ' + note if note else ''}",
            flush=True,
        )
