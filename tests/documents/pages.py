"""A plain page for tests of reading: some lines of text and a Data Matrix, as PDF."""

import io
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from freezerapp.documents.codes import Symbology, encode

MODULE = 1.4  # points: half a millimetre


def a_pdf(*pages: tuple[Sequence[str], str], size: tuple[float, float] = (595, 842)) -> bytes:
    """A page for each (lines, code); no code where it is empty."""
    target = io.BytesIO()
    pen = Canvas(target, pagesize=size, invariant=1)
    for lines, code in pages:
        for at, line in enumerate(lines):
            pen.drawString(40, 700 - 14 * at, line)
        if code:
            modules = encode(code, Symbology.DATA_MATRIX)
            for row in range(modules.rows):
                for column, dark in enumerate(modules.row(row)):
                    if dark:
                        pen.rect(480 + column * MODULE, 800 - row * MODULE, MODULE, MODULE, stroke=0, fill=1)
        pen.showPage()
    pen.save()
    return target.getvalue()
