"""What the demonstration bank costs to build, against the 40 s it may take on two cores.

Run it: ``.venv/bin/python tests/bench/bench_demo.py [TUBES …]``; each size in a process
of its own, so that memory is its own too.
"""

import subprocess
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from freezerapp.commands.demonstration.build import build
from freezerapp.commands.demonstration.schedule import TUBES
from tests.bench.figures import memory

LIMIT_S = 40.0


def main() -> None:
    if "--one" in sys.argv:
        one(int(sys.argv[-1]))
        return
    for tubes in [int(each) for each in sys.argv[1:]] or [1_000, TUBES]:
        subprocess.run([sys.executable, __file__, "--one", str(tubes)], check=True)


def one(tubes: int) -> None:
    """Build one bank and print what it took."""
    with tempfile.TemporaryDirectory(prefix="freezerapp-bench-") as folder:
        bank = Path(folder) / "bank.freezer"
        wall, spent = time.monotonic(), time.process_time()
        build(bank, tubes)
        wall, spent = time.monotonic() - wall, time.process_time() - spent
        each = f"{spent / tubes * 1e6:.0f} µs a tube"
        limit = f", {wall / LIMIT_S:.2f} of {LIMIT_S:.0f} s" if tubes == TUBES else ""
        size = bank.stat().st_size / 2**20
        took = f"{wall:.1f} s, CPU {spent:.1f} s, {each}, memory {memory():.0f} MB, file {size:.0f} MB"
        print(f"{tubes:>9,} tubes: {took}{limit}", flush=True)


if __name__ == "__main__":
    main()
