"""The pages of a PDF go to its file as they are done: of ten thousands only their places in the file are kept."""

import zlib
from array import array
from typing import Any, BinaryIO

HEAD = b"%PDF-1.4\n%\x93\x8c\x8b\x9e FreezerApp\n"


class PagesOut:
    """Writes the file of one document of reportlab, which itself would keep every page until the end.

    Takes the place of two of its methods: what is done with a page that is drawn, and what makes the file.
    """

    def __init__(self, document: Any, file: BinaryIO) -> None:
        self._document, self._file = document, file
        self._length = 0
        self._offsets = array("Q", [0])
        self._pages = array("L")
        self._fonts_alone: Any = None
        self._write(HEAD)
        document.addPage = self._add_page
        document.format = self._finish

    def _add_page(self, page: Any) -> None:
        document = self._document
        contents, number = self._new_numbers()
        packed = zlib.compress(page.stream.encode("ascii"))
        head = f"<< /Filter /FlateDecode /Length {len(packed)} >>\nstream\n".encode("ascii")
        self._object(contents, head + packed + b"\nendstream\n")
        page.stream = None
        page.Contents = f"{contents} 0 R"
        page.Parent = document.Reference(document.Pages)
        if not page.XObjects:  # no pictures: the fonts are all it needs, and they are the same on every page
            page.Resources = self._resources()
        self._object(number, page.format(document))
        self._pages.append(number)
        document.pageCounter += 1
        document.inObject = None

    def _resources(self) -> Any:
        from reportlab.pdfbase.pdfdoc import PDFResourceDictionary

        if self._fonts_alone is None:
            resources = PDFResourceDictionary()
            resources.basicFonts()
            resources.basicProcs()
            self._fonts_alone = self._document.Reference(resources, "FontsAlone")
        return self._fonts_alone

    def _finish(self) -> bytes:
        """Write all that is not pages, and the table of places; gives what is still to be written: nothing."""
        from reportlab.pdfbase.pdfdoc import PDFIndirectObject, PDFTrailer

        document = self._document
        pages = document.Pages
        pages.check_format = lambda _document: None
        pages.Kids = f"[ {' '.join([f'{number} 0 R' for number in self._pages])} ]"
        pages.Count = len(self._pages)
        root, info = document.Reference(document.Catalog), document.Reference(document.info)
        number = 0
        while number < document.objectcounter:  # it grows on the way
            number += 1
            name = document.numberToId.get(number)
            if name is not None:
                written = PDFIndirectObject(name, document.idToObject[name]).format(document)
                self._place(number)
                self._write(written)
        begin = self._length
        self._write(f"xref\n0 {number + 1}\n0000000000 65535 f \n".encode("ascii"))
        for offset in self._offsets[1:]:
            self._write(b"%010d 00000 n \n" % offset)
        trailer = PDFTrailer(startxref=begin, Size=number + 1, Root=root, Info=info, ID=document.ID())
        self._write(trailer.format(document))
        return b""

    def _new_numbers(self) -> tuple[int, int]:
        self._document.objectcounter += 2
        last: int = self._document.objectcounter
        return last - 1, last

    def _object(self, number: int, content: bytes) -> None:
        self._place(number)
        self._write(b"%d 0 obj\n%s\nendobj\n" % (number, content))

    def _place(self, number: int) -> None:
        """An object begins here."""
        missing = number + 1 - len(self._offsets)
        if missing > 0:
            self._offsets.extend([0] * missing)
        self._offsets[number] = self._length

    def _write(self, data: bytes) -> None:
        self._file.write(data)
        self._length += len(data)
