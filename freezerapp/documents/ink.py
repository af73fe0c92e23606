"""One PDF being written with the operators of the format itself, at a tenth of the work: fonts, pages, codes."""

from typing import Any, BinaryIO

from freezerapp.documents.codes import Modules
from freezerapp.documents.pages_out import PagesOut

_ESCAPED = frozenset((*range(32), *b"()\\", *range(127, 256)))
_BEZIER = 0.5523


class Ink:
    """A PDF that is filled page by page. Lengths in points, y up from the lower left corner.

    The same operators give the same bytes; nobody's viewer scales what was made to measure.
    """

    def __init__(
        self,
        file: BinaryIO,
        size: tuple[float, float],
        title: str,
        *,
        subject: str = "",
        author: str = "",
        keywords: str = "",
        language: str = "",
    ) -> None:
        from reportlab.pdfgen.canvas import Canvas

        self.canvas: Any = Canvas(file, pagesize=size, pageCompression=1, invariant=1, lang=language or None)
        # No page asks for Helvetica, which would be named in every file without being in it.
        self.canvas._preamble = "1 0 0 1 0 0 cm"
        self.canvas._doc.idToObject["BasicFonts"].dict.clear()
        PagesOut(self.canvas._doc, file)
        self.canvas.setViewerPreference("PrintScaling", "None")
        self.canvas.setTitle(title)
        self.canvas.setCreator("FreezerApp")
        if subject:
            self.canvas.setSubject(subject)
        if author:
            self.canvas.setAuthor(author)
        if keywords:
            self.canvas.setKeywords(keywords)
        self._fonts: dict[str, _Subsets] = {}

    def write(self, operators: str) -> None:
        """Add operators to the page."""
        self.canvas._code.append(operators)

    def runs(self, text: str, font: str) -> list[tuple[str, str]]:
        """A text in runs that one embedded subset of a registered font holds, each with its name, as PDF writes it."""
        subsets = self._fonts.get(font)
        if subsets is None:
            subsets = self._fonts[font] = _Subsets(font, self.canvas._doc)
        return subsets.runs(text)

    def page(self) -> None:
        """Go to the next page. The one that is done is in the file."""
        self.canvas.showPage()

    def save(self) -> None:
        """Write the file."""
        self.canvas.save()


class _Subsets:
    """A font in one document: which subset holds a letter, and how it is written there."""

    def __init__(self, name: str, document: Any) -> None:
        from reportlab.pdfbase import pdfmetrics

        self._font: Any = pdfmetrics.getFont(name)
        self._document = document
        self._names: dict[int, str] = {}
        self._known: dict[str, tuple[int, str]] = {}
        self._first: dict[str, str] = {}  # those of the first subset, which is nearly always all of them

    def runs(self, text: str) -> list[tuple[str, str]]:
        if not text:
            return []
        first = self._first
        try:
            return [(self._name(0), "".join([first[character] for character in text]))]
        except KeyError:
            pass
        runs: list[tuple[int, list[str]]] = []
        for character in text:
            found = self._known.get(character)
            if found is None:
                subset, written = self._font.splitString(character, self._document)[0]
                escaped = (f"\\{byte:03o}" if byte in _ESCAPED else chr(byte) for byte in written)
                found = self._known[character] = subset, "".join(escaped)
                if not subset:
                    first[character] = found[1]
            if not runs or runs[-1][0] != found[0]:
                runs.append((found[0], []))
            runs[-1][1].append(found[1])
        return [(self._name(subset), "".join(parts)) for subset, parts in runs]

    def _name(self, subset: int) -> str:
        name = self._names.get(subset)
        if name is None:
            name = self._names[subset] = str(self._font.getSubsetInternalName(subset, self._document))
        return name


def mask(modules: Modules) -> str:
    """A code as a picture of one by one in the colour that fills: to be written between a matrix and the restore."""
    size = f"/W {modules.columns} /H {modules.rows}"
    return f"BI {size} /IM true /D [1 0] /F /AHx ID {modules.packed().hex()}> EI"


def frame(x: float, y: float, width: float, height: float, corner: float) -> str:
    """The outline of a box whose left top is there, as a path; y goes up."""
    if not corner:
        return f"{x:.3f} {y - height:.3f} {width:.3f} {height:.3f} re"
    r, k = min(corner, width / 2, height / 2), min(corner, width / 2, height / 2) * (1 - _BEZIER)
    right, bottom = x + width, y - height
    return (
        f"{x + r:.3f} {y:.3f} m {right - r:.3f} {y:.3f} l "
        f"{right - k:.3f} {y:.3f} {right:.3f} {y - k:.3f} {right:.3f} {y - r:.3f} c {right:.3f} {bottom + r:.3f} l "
        f"{right:.3f} {bottom + k:.3f} {right - k:.3f} {bottom:.3f} {right - r:.3f} {bottom:.3f} c "
        f"{x + r:.3f} {bottom:.3f} l {x + k:.3f} {bottom:.3f} {x:.3f} {bottom + k:.3f} {x:.3f} {bottom + r:.3f} c "
        f"{x:.3f} {y - r:.3f} l {x:.3f} {y - k:.3f} {x + k:.3f} {y:.3f} {x + r:.3f} {y:.3f} c h"
    )
