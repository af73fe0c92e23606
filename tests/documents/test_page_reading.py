"""Pages that came back: their text and codes are read, and what is no PDF or no paper is refused in time."""

import pytest

from freezerapp.documents import page_reading
from freezerapp.documents.page_reading import PdfNotReadable, ReadPage, read_pages
from freezerapp.domain.manifest import code_text
from tests.documents.pages import a_pdf
from tests.manifests import a_manifest


def test_text_and_code_of_each_page_are_read() -> None:
    code = code_text(a_manifest(96))
    heard: list[tuple[int, int]] = []
    pages = list(
        read_pages(a_pdf((["1 A1 MC1", "2 A2 MC2"], code), ([], "")), "file", lambda *told: heard.append(told))
    )
    assert pages[0].codes == (code,)
    assert pages[0].text.split() == ["1", "A1", "MC1", "2", "A2", "MC2"]
    assert pages[1] == ReadPage("", ())
    assert heard == [(1, 2), (2, 2)]


@pytest.mark.parametrize("pdf", [b"", b"%PDF-1.4", b"hello", a_pdf((["x"], ""))[:200]])
def test_what_is_no_pdf_is_refused(pdf: bytes) -> None:
    with pytest.raises(PdfNotReadable):
        list(read_pages(pdf, "file"))


def test_more_pages_than_any_manifest_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(page_reading, "MOST_PAGES", 2)
    with pytest.raises(PdfNotReadable) as refusal:
        list(read_pages(a_pdf(*[([], "")] * 3), "file"))
    assert "2 pages" in refusal.value.reason


def test_a_page_larger_than_paper_is_not_drawn() -> None:
    (page,) = read_pages(a_pdf((["x"], "FAM1"), size=(14_000, 14_000)), "file")
    assert page.codes == ()
