"""The manifest of 10,000 tubes as PDF, with a map of each box, against reportlab's LongTable of the same rows, no maps.

Run it: ``.venv/bin/python tests/bench/bench_manifest.py``. CPU time and memory, each side in a process of its own.
"""

import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from freezerapp.documents.manifest import write_manifest
from freezerapp.documents.manifest_list import tube_list
from freezerapp.documents.paper_words import Tongue, Words
from freezerapp.documents.parcel_paper import Print
from freezerapp.domain.manifest import Manifest
from tests.bench.figures import Figure, memory, show
from tests.documents.parcels import box, colours, parcel

TUBES = 10_000
REACH, AIM = 0.5, 0.25
MEMORY_AIM = 0.6


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="freezerapp-bench-") as name:
        folder = Path(name)
        best: dict[str, float] = {}
        for _ in range(3):
            for job in ("ours", "table"):
                told = child(job, folder)
                best[job] = min(best.get(job, float("inf")), told["cpu"])
                best[f"{job} MB"] = max(best.get(f"{job} MB", 0.0), told["memory"])
                best[f"{job} pages"] = told["pages"]
    share = best["ours MB"] / best["table MB"]
    mark = "aim" if share <= MEMORY_AIM else "OVER"
    note = (
        f"{best['ours MB']:.0f} MB of {best['table MB']:.0f} MB, {share:.2f} of {MEMORY_AIM} ({mark}); "
        f"{best['ours pages']:.0f} and {best['table pages']:.0f} pages"
    )
    show([Figure(f"manifest of {TUBES:,} tubes as PDF", best["ours"], best["table"], REACH, AIM, note)])


def child(job: str, folder: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, __file__, job, str(folder)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def manifest() -> Manifest:
    """124 boxes of 9 × 9, of several materials, as full as they can be."""
    full, rest = divmod(TUBES, 81)
    filled = [(box(f"T-{number + 1:04}"), 81) for number in range(full)] + [(box("T-LAST"), rest)]
    return parcel(*filled, kinds=5)


def run_ours(folder: Path) -> None:
    made, how = manifest(), Print(colours())
    write_manifest(folder / "first.pdf", parcel(), how)  # loading libraries is the start's figure
    started = time.process_time()
    pages = write_manifest(folder / "ours.pdf", made, how)
    tell(started, pages)


def run_table(folder: Path) -> None:
    from reportlab.lib import colors
    from reportlab.lib.pagesizes import A4
    from reportlab.platypus import LongTable, SimpleDocTemplate, TableStyle

    from freezerapp.documents.label_font import label_font
    from freezerapp.documents.template import Weight

    font = label_font(Weight.REGULAR).name
    columns, rows = tube_list(manifest(), Words(Tongue.ENGLISH))
    titles = [column.title[0] for column in columns]
    style = TableStyle([("FONT", (0, 0), (-1, -1), font, 7.5), ("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.lightgrey)])

    def build(path: Path, told: list[tuple[str, ...]]) -> int:
        document = SimpleDocTemplate(str(path), pagesize=A4, invariant=1)
        # Widths and heights are given, so that it need not measure: the best that it can do.
        table = LongTable([titles, *told], colWidths=[62] * len(titles), rowHeights=15.2, repeatRows=1, style=style)
        document.build([table])
        return int(document.page)

    build(folder / "first.pdf", rows[:5])
    started = time.process_time()
    pages = build(folder / "table.pdf", rows)
    tell(started, pages)


def tell(started: float, pages: int) -> None:
    print(json.dumps({"cpu": time.process_time() - started, "memory": memory(), "pages": pages}))


if __name__ == "__main__":
    if len(sys.argv) == 3:
        {"ours": run_ours, "table": run_table}[sys.argv[1]](Path(sys.argv[2]))
    else:
        main()
