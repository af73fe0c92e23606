"""53,500 Data Matrix tube labels as PDF (on sheets, and on a roll) and as ZPL, from the facts to the file.

Run it: ``.venv/bin/python tests/bench/bench_labels.py [--decode]``. CPU time. The PDF stands against the same texts
drawn by reportlab alone, at the same places, already fitted; the ZPL against writing the same bytes, label by label.
Each side runs in a process of its own. ``--decode`` reads every code of the PDF back (some minutes), otherwise those
of a few pages.
"""

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from freezerapp.documents.batch import Batch, Thing
from freezerapp.documents.drawn import DrawnLabel, DrawnText
from freezerapp.documents.stock import Stock, shipped_stock, spots
from freezerapp.documents.template_file import shipped_templates
from tests.bench.figures import Figure, memory, show

LABELS = 53_500
TEMPLATE, ON_ROLL = "tube-33x13", "tube-43x13"
DPI = 300


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="freezerapp-bench-") as name:
        folder = Path(name)
        best: dict[str, float] = {}
        for _ in range(3):
            for job in JOBS:
                told = child(job, folder)
                best[job] = min(best.get(job, float("inf")), told["cpu"])
                best[f"{job} MB"] = max(best.get(f"{job} MB", 0.0), told["memory"])
        every = "--decode" in sys.argv
        read, read_roll = (decoded(folder / f"{name}.pdf", template, every) for name, template in MADE.items())
    show(
        [
            Figure(
                f"{LABELS:,} Data Matrix labels as PDF, {read:,} read back",
                best["pdf"],
                best["text"],
                3.2,
                2.0,
                f"{best['pdf MB']:.0f} MB",
            ),
            Figure(
                f"{LABELS:,} of them on a roll, {read_roll:,} read back",
                best["roll"],
                best["roll text"],
                3.2,
                2.0,
                f"{best['roll MB']:.0f} MB",
            ),
            Figure(f"{LABELS:,} labels as ZPL", best["zpl"], best["bytes"], 20, 8, f"{best['zpl MB']:.0f} MB"),
        ]
    )


def child(job: str, folder: Path) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, __file__, job, str(folder)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    told: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return told


def facts() -> Iterator[dict[str, str]]:
    """What the labels of a trial say: every tube with a code of its own, ten to a participant and visit."""
    materials = ("Genomic DNA", "Plasma", "CSF", "Serum", "PBMC")
    for number in range(LABELS):
        visit = number // 10
        yield {
            "barcode": f"MC{number * 7_919 % 10_000_000_000:010}",
            "participant": f"MC-FR{visit // 24_00 % 17 + 1:02}-{visit // 10 % 240:03}",
            "participant:short": f"FR{visit // 24_00 % 17 + 1:02}-{visit // 10 % 240:03}",
            "visit": f"V{visit % 10 + 1:02}",
            "material": materials[number % 5],
            "aliquot": f"{number % 10 // 5 + 1:02}",
            "collected": f"2019-{visit % 12 + 1:02}-{visit // 12 % 28 + 1:02}",
        }


def batch(name: str = TEMPLATE) -> Batch:
    template = shipped_templates()[name]
    return Batch(template, shipped_stock()[template.stock], DPI)


def things() -> list[Thing]:
    """Facts and no class of cold, ready before the clock starts."""
    return [(each, None) for each in facts()]


def run_pdf(folder: Path, template: str = TEMPLATE, name: str = "labels") -> None:
    made = batch(template)
    one = next(facts()), None
    made.write_pdf(folder / "first.pdf", made.labels([one]))  # loading libraries is the start's figure
    # The facts come as they are asked for, as from a bank, so that the memory is that of the print.
    tell(lambda: made.write_pdf(folder / f"{name}.pdf", made.labels((each, None) for each in facts())))


def run_roll(folder: Path) -> None:
    run_pdf(folder, ON_ROLL, "roll")


def run_text(folder: Path, template: str = TEMPLATE) -> None:
    made = batch(template)
    drawn = list(made.labels(things()))
    from reportlab.pdfgen.canvas import Canvas

    from freezerapp.documents.label_font import label_font

    tell(lambda: text_only(folder / "text.pdf", drawn, made.stock, Canvas, label_font))


def run_roll_text(folder: Path) -> None:
    run_text(folder, ON_ROLL)


def text_only(path: Path, drawn: list[DrawnLabel], stock: Stock, canvas_class: type, label_font: object) -> None:
    """The texts alone, as whoever uses reportlab draws them."""
    points = 72 / 25.4
    width, height = stock.page_size
    canvas = canvas_class(str(path), pagesize=(width * points, height * points), pageCompression=1, invariant=1)
    page = 0
    for label, spot in zip(drawn, spots(stock), strict=False):
        if spot.page > page:
            canvas.showPage()
            page = spot.page
        for item in label.items:
            if isinstance(item, DrawnText):
                canvas.setFont(label_font(item.weight).name, item.size * points)  # type: ignore[operator]
                canvas.drawString((spot.x + item.x) * points, (height - spot.y - item.y) * points, item.text)
    canvas.save()


def run_zpl(folder: Path) -> None:
    made, given = batch(), things()
    batch().write_zpl(folder / "first.zpl", given[:1])
    tell(lambda: made.write_zpl(folder / "labels.zpl", given))


def run_bytes(folder: Path) -> None:
    formats = (folder / "labels.zpl").read_bytes().split(b"^XZ\n")
    parts = [each + b"^XZ\n" for each in formats if each]
    assert len(parts) == LABELS

    def write() -> None:
        with (folder / "again.zpl").open("wb") as file:
            for part in parts:
                file.write(part)

    tell(write)


def tell(job: object) -> None:
    started = time.process_time()
    job()  # type: ignore[operator]
    print(json.dumps({"cpu": time.process_time() - started, "memory": memory()}))


def decoded(path: Path, template: str, every: bool) -> int:
    """How many codes of the PDF read back as what they should, of all pages or a few; all must."""
    import pypdfium2
    import zxingcpp

    wanted = [each["barcode"] for each in facts()]
    per_page = batch(template).stock.per_page
    document = pypdfium2.PdfDocument(path)
    pages = range(len(document)) if every else (0, len(document) // 2, len(document) - 1)
    count = 0
    for page in pages:
        picture = document[page].render(scale=DPI / 72, grayscale=True).to_pil()
        read = {found.text for found in zxingcpp.read_barcodes(picture, formats=zxingcpp.BarcodeFormat.DataMatrix)}
        missing = set(wanted[page * per_page : (page + 1) * per_page]) - read
        assert not missing, (page, sorted(missing)[:5])
        count += len(read)
    return count


JOBS = {
    "pdf": run_pdf,
    "text": run_text,
    "roll": run_roll,
    "roll text": run_roll_text,
    "zpl": run_zpl,
    "bytes": run_bytes,
}
MADE = {"labels": TEMPLATE, "roll": ON_ROLL}


if __name__ == "__main__":
    if len(sys.argv) == 3:
        JOBS[sys.argv[1]](Path(sys.argv[2]))
    else:
        main()
