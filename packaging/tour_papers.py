"""Papers in the tour: each page of what the program prints, as a picture, in each language."""

import contextlib
import io
from collections.abc import Iterator, Sequence
from pathlib import Path

import pypdfium2

from freezerapp.cli.main import main
from freezerapp.documents.page import Paper
from freezerapp.documents.paper_words import Tongue
from freezerapp.domain.manifest import Customs
from freezerapp.domain.parcel import Step
from freezerapp.storage.database import Database
from freezerapp.storage.rows.shipments import shipment_rows
from freezerapp.ui.papers_shown import shown
from freezerapp.ui.parcel_papers import Kind, Wanted, kinds_for, made

DOTS_PER_INCH = 90
POINTS_PER_INCH = 72
CUSTOMS = Customs("Human plasma and CSF, frozen", "458", "EUR", "FR", "3002 90", "DAP", "research, no sale")
WANTED = "material:CSF visit:V01 in:CSF-0001,CSF-0002,CSF-0003 status:stored hold:no"
LABELS = (
    ("labels-tubes", "in:CSF-0001", "tube-33x13", "--stock", "avery-l7651"),
    ("labels-boxes", "in:CSF-0001", "box-64x38"),
    ("labels-racks", "F80-01", "rack-99x38", "--give-codes"),
)


def save_papers(bank: Path, folder: Path, own: Path, languages: Sequence[str]) -> int:
    """Save all pages of the papers of a parcel, of a pick list and of labels; gives how many pictures that were."""
    count = 0
    for name, pdf in _papers(bank, own, languages):
        count += _save_pages(pdf, folder, name)
    return count


def _papers(bank: Path, own: Path, languages: Sequence[str]) -> Iterator[tuple[str, bytes]]:
    database = Database.open(bank)
    with database.reading() as reader:
        rows = shipment_rows(reader)
        found = shown(reader, next(row.id for row in rows if row.step is Step.DISPATCHED))
    database.close()
    # The trial of the demonstration never crossed a customs border.
    found = found._replace(manifest=found.manifest._replace(customs=CUSTOMS))
    for tongue in (Tongue(each) for each in languages):
        for kind in kinds_for(found.manifest):
            wanted = Wanted(kind, tongue)
            yield f"{kind}-{tongue}", made(found.manifest, wanted, found.colours, dispatched=True)
    both = Wanted(Kind.MANIFEST, Tongue.BOTH, Paper.LETTER)
    yield "manifest-both-letter", made(found.manifest, both, found.colours, dispatched=True)
    for language in languages:
        sheet = own / f"pick-sheet-{language}.pdf"
        _run("pick", str(bank), WANTED, "--to", str(sheet), "--language", language)
        yield sheet.stem, sheet.read_bytes()
    for name, query, template, *more in LABELS:
        file = own / f"{name}.pdf"
        _run("labels", str(bank), query, "--template", template, *more, "--to", str(file))
        yield name, file.read_bytes()


def _run(*words: str) -> None:
    told = io.StringIO()
    with contextlib.redirect_stderr(told):
        status = main(list(words))
    if status:
        raise RuntimeError(told.getvalue())


def _save_pages(pdf: bytes, folder: Path, name: str) -> int:
    with pypdfium2.PdfDocument(pdf) as paper:
        for number, page in enumerate(paper, 1):
            page.render(scale=DOTS_PER_INCH / POINTS_PER_INCH).to_pil().save(folder / f"page-{name}-{number:02}.png")
        return len(paper)
