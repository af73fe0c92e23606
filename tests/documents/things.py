"""Facts of tubes and containers as short and as long as they really are, and what a printed page reads back as."""

from io import BytesIO

import zxingcpp

from freezerapp.documents.drawn import DrawnCode, DrawnLabel
from freezerapp.documents.label_sheets import write_pdf
from freezerapp.documents.preview import page_picture
from freezerapp.documents.stock import Feed, Stock
from freezerapp.documents.template import TUBES, For, Template
from freezerapp.domain.scan_target import Order
from freezerapp.domain.scanner_card import CARD

TUBE = {
    "barcode": "MC0123456789",
    "participant": "MC-FR03-012",
    "participant:short": "FR03-012",
    "visit": "V01",
    "material": "Genomic DNA",
    "material:code": "DNA",
    "aliquot": "02",
    "collected": "2019-03-14",
    "study": "MIROCALS",
    "site": "FR03",
    "tail": "6789",
    "line": "27",
}
SHORT_TUBE = {"barcode": "7"}
LONG_TUBE = {
    **TUBE,
    "barcode": "MIR-FR01-0123-V02-PL-03",
    "participant": "MIROCALS-FR03-0123",
    "participant:short": "MIROCALS-FR03-0123",
    "visit": "Month 18",
    "material": "Peripheral blood mononuclear cells, viable",
    "material:code": "PBMC-V",
    "aliquot": "12",
    "line": "1024",
    "collected": "2019-11-28",
    "tail": "2-PL-03",
}
BOX = {
    "code": "DNA-0042",
    "name": "DNA-0042",
    "type": "Box 9 × 9",
    "size": "9 × 9",
    "temperature": "−80 °C",
    "today": "2026-11-22",
    "inside": "Rack 04",
}
SHORT_BOX = {"code": "A", "name": "A", "type": "Box", "today": "2026-11-22"}
LONG_BOX = {
    **BOX,
    "code": "MIROCALS-F80-03-0042",
    "name": "Upright freezer of the neurology department",
    "type": "Transport box, polystyrene, 10 kg",
    "temperature": "−196 °C",
    "inside": "Freezer hall › F80-03 › Shelf 4",
}


SHIPMENT = {
    "code": "SHP-2026-0031",
    "from": "Biobank of the hospital, 75013 Paris, France",
    "to": "Institute of Neurology",
    "to:address": "Dr Ada King, Queen Square 23, London WC1N 3BG, United Kingdom",
    "temperature": "−80 … −60 °C",
    "un": "UN3373 · UN1845",
    "package": "2",
    "packages": "3",
}
SHORT_SHIPMENT = {"code": "S", "to": "A", "package": "1", "packages": "1"}
LONG_SHIPMENT = {
    **SHIPMENT,
    "code": "MIROCALS-SHP-2026-0031",
    "from": "Banque d’ADN et de cellules du groupe hospitalier universitaire, 47-83 boulevard de l’Hôpital, France",
    "to": "National Reference Laboratory of Neurodegenerative Diseases, Receiving Department",
    "un": "exempt human specimen · UN1845",
    "package": "12",
    "packages": "12",
}


def contents(template: Template) -> list[dict[str, str]]:
    """The shortest, a usual and the longest content of a template's labels."""
    if template.of in TUBES:
        return [SHORT_TUBE, TUBE, LONG_TUBE]
    if template.of is For.SHIPMENT:
        return [SHORT_SHIPMENT, SHIPMENT, LONG_SHIPMENT]
    if template.of is For.COMMANDS:
        return [{"code": order.value, "name": "Put the tube back"} for order in Order]
    if template.of is For.SCANNER_CARD:
        return [{"code": CARD, "name": "Scan this once where a scanner is set up"}]
    return [SHORT_BOX, BOX, LONG_BOX]


def alone(stock: Stock) -> Stock:
    """The same labels, each on a page of its own."""
    return stock._replace(feed=Feed.ROLL, page=None)


def pdf_of(labels: list[DrawnLabel], stock: Stock, dpi: int) -> bytes:
    """Labels as the bytes of a PDF."""
    file = BytesIO()
    write_pdf(file, labels, stock, dpi=dpi)
    return file.getvalue()


def read_page(pdf: bytes, page: int, dpi: int) -> list[str]:
    """Every code that zxing-cpp finds on a page rasterised at this resolution, sorted."""
    picture = page_picture(pdf, page, dpi)
    view = memoryview(picture.grey).cast("B", (picture.height, picture.width))
    return sorted(found.text for found in zxingcpp.read_barcodes(view))


def codes_of(label: DrawnLabel) -> list[str]:
    """The texts of the codes drawn on a label, sorted."""
    return sorted(item.modules.text for item in label.items if isinstance(item, DrawnCode))
