"""``freezerapp labels``: the labels of found tubes, or of containers, into a PDF or ZPL file."""

import argparse
import sys
from collections.abc import Iterator
from datetime import date
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from freezerapp.cli.label_record import OVER_LABEL, new_codes, record_printed, without_label
from freezerapp.documents.batch import Batch, Thing
from freezerapp.documents.label import TemplateDoesNotFit
from freezerapp.documents.label_folders import label_folder
from freezerapp.documents.label_kinds import KINDS
from freezerapp.documents.label_language import telling
from freezerapp.documents.stock import Stock, shipped_stock, stock_called
from freezerapp.documents.template import TUBES, For, fits, spoken
from freezerapp.documents.template_file import shipped_templates, template_called
from freezerapp.domain.ordering import natural_key
from freezerapp.domain.problems import NotThere
from freezerapp.domain.scan_target import Order
from freezerapp.domain.scanner_card import CARD
from freezerapp.wording.english import sentence, suggestion

if TYPE_CHECKING:
    from freezerapp.storage.database import Database, Reader

READ_AT_ONCE = 400
NAMED = 20
DONE, PROBLEMS, USAGE = 0, 1, 2
WRITTEN = (".pdf", ".zpl")
ORDERS = BOX, RACK, LIST, CODE = "box", "rack", "list", "code"
"""Box after box; the same, each column by column; as registered; by code."""

COMMANDS = {
    Order.PUT_BACK: "Put back",
    Order.TAKE_OUT: "Take out",
    Order.UNDO: "Undo",
    Order.NEXT_BOX: "Next box",
    Order.CONFIRM: "Confirm",
}
COMMANDS_FR = {
    Order.PUT_BACK: "Remettre",
    Order.TAKE_OUT: "Sortir",
    Order.UNDO: "Annuler",
    Order.NEXT_BOX: "Boîte suivante",
    Order.CONFIRM: "Confirmer",
}
_CARD_SAYS = {
    "en": "Scan this once where a scanner is set up",
    "fr": "À lire une fois là où un lecteur est réglé",
}


class Things(NamedTuple):
    """What gets a label, read as it is asked for; on the way, the barcodes left out and the tubes by id are noted."""

    each: Iterator[Thing]
    held: list[str]
    tubes: list[int]


def labels(asked: argparse.Namespace) -> int:
    """Do what the words ask for; gives the exit status."""
    if asked.templates or asked.stocks:
        _list(asked)
        return DONE
    wrong = _missing(asked)
    if wrong:
        _tell(f"freezerapp labels: {wrong}")
        return USAGE
    templates, stocks = shipped_templates(label_folder("templates")), shipped_stock(label_folder("stock"))
    template = template_called(templates, asked.template)
    stock = stock_called(stocks, asked.stock or template.stock)
    if not fits(template, stock):
        near = [each.name for each in templates.values() if each.of is template.of and fits(each, stock)]
        raise TemplateDoesNotFit(template.name, stock.name, tuple(near))
    if template.of is For.CAP and not asked.reason:
        _tell("freezerapp labels: a cap label is never the only one; --reason says what marks the tubes on their side")
        return USAGE
    if asked.start > stock.per_page:
        _tell(f"freezerapp labels: --start is at most {stock.per_page} on {stock.title}")
        return USAGE
    batch = Batch(spoken(template, asked.language), stock, asked.dpi, asked.copies)
    if template.of in (For.COMMANDS, For.SCANNER_CARD):
        return _write(asked, batch, Things(_cards(template.of, asked.language), [], []))
    from freezerapp.storage.database import Database

    database = Database.open(asked.inventory)
    try:
        parcel = _parcel(database, asked.query)
        if parcel is not None or template.of is For.SHIPMENT:
            things = _of_parcel(database, parcel, asked.query, batch)
        elif template.of in TUBES:
            things = _tubes(database, asked, batch)
        else:
            things = _containers(database, asked, batch)
        written = _write(asked, batch, things)
        over = parcel is not None and template.of is not For.SHIPMENT
        return written or record_printed(database, things.tubes, asked, OVER_LABEL if over else None)
    finally:
        database.close()


def _missing(asked: argparse.Namespace) -> str:
    """What is not said or can't be, or nothing."""
    if asked.inventory is None or asked.query is None:
        return 'an INVENTORY and a "QUERY" are wanted ("" finds every tube)'
    if not asked.template:
        return "--template NAME is wanted (--templates lists them)"
    if asked.to is None:
        return "--to FILE.pdf or FILE.zpl is wanted"
    return "" if asked.to.suffix.lower() in WRITTEN else f"{asked.to} should end in {' or '.join(WRITTEN)}"


def _list(asked: argparse.Namespace) -> None:
    if asked.templates:
        for template in shipped_templates(label_folder("templates")).values():
            print(f"{template.name}\t{template.title}\ton {template.stock}")
    if asked.stocks:
        for stock in shipped_stock(label_folder("stock")).values():
            print(f"{stock.name}\t{stock.title}\t{_size(stock)}\t{_cold(stock)}\t{stock.method}\t{stock.use}")


def _size(stock: Stock) -> str:
    size = f"{stock.width:g} mm round" if stock.shape == "round" else f"{stock.width:g} × {stock.height:g} mm"
    return f"{size}, {stock.per_page} on a page" if stock.page else f"{size}, roll"


def _cold(stock: Stock) -> str:
    return {"none": "not for freezers", "unknown": "lowest temperature not stated"}.get(
        stock.lowest, f"to {stock.lowest.replace('-', '−')} °C"
    )


def _write(asked: argparse.Namespace, batch: Batch, things: Things) -> int:
    """Write the file, then say what was left out and what is to be seen to."""
    told = telling(asked.language)
    each = ((told(facts), temperature) for facts, temperature in things.each)
    first = next(each, None)
    if first is not None:
        every = chain([first], each)
        if asked.to.suffix.lower() == ".pdf":
            batch.write_pdf(asked.to, batch.labels(every), start=asked.start - 1)
        else:
            batch.write_zpl(asked.to, every)
    if things.held:
        more = f" and {len(things.held) - NAMED:,} more" if len(things.held) > NAMED else ""
        _tell(f"Left out, as consent is on hold: {', '.join(things.held[:NAMED])}{more}.")
    for remark in batch.remarks():
        _tell(sentence(remark))
    if first is None:
        _tell("There is nothing to print.")
    else:
        count = batch.drawn * batch.copies
        _tell(f"{count:,} {'label' if count == 1 else 'labels'} on {batch.stock.title}: {asked.to}")
    return DONE


def _tubes(database: "Database", asked: argparse.Namespace, batch: Batch) -> Things:
    """The tubes that a search finds, in the order wanted, without those on a consent hold."""
    from freezerapp.domain.search.grammar import parse
    from freezerapp.domain.search.vocabulary import vocabulary
    from freezerapp.storage import finding
    from freezerapp.storage.rows.labels import in_box_order, short_names, tube_label_facts
    from freezerapp.storage.rows.storage import storage

    words = vocabulary()
    with database.reading() as reader:
        query = parse(asked.query, words, finding.own_fields(reader))
        tree, short = storage(reader), short_names(reader)
        always = _always(reader)
    ids = [key for page in finding.pages(database, query) for key in page]
    if asked.order in (BOX, RACK):
        ids = in_box_order(database, ids, tree, by_columns=asked.order == RACK)
    elif asked.order == CODE:
        ids = _by_code(database, ids)
    if not ids:
        with database.reading() as reader:
            for unknown in finding.corrections(reader, query, words):
                _tell(suggestion(unknown.field.name, unknown.text, unknown.suggestion))
    if asked.only_new:
        ids = without_label(database, ids)
    held: list[str] = []
    printed: list[int] = []
    fields = batch.fields

    def each() -> Iterator[Thing]:
        for start in range(0, len(ids), READ_AT_ONCE):
            with database.reading() as reader:
                rows = tube_label_facts(reader, ids[start : start + READ_AT_ONCE], tree, short, fields)
            for row in rows:
                if row.held:
                    held.append(row.facts["barcode"])
                else:
                    printed.append(row.id)
                    yield {**always, **row.facts}, row.temperature

    return Things(each(), held, printed)


def _by_code(database: "Database", ids: list[int]) -> list[int]:
    from freezerapp.storage.rows.labels_printed import standing

    barcodes = standing(database, tuple(ids)).barcodes
    return sorted(ids, key=lambda key: natural_key(barcodes.get(key, "")))


def _containers(database: "Database", asked: argparse.Namespace, batch: Batch) -> Things:
    """Containers of the template's kind: all, those in and below one that is named, or those of found tubes."""
    from freezerapp.domain.search.grammar import parse
    from freezerapp.domain.search.vocabulary import vocabulary
    from freezerapp.storage import finding
    from freezerapp.storage.rows.containers import container_by
    from freezerapp.storage.rows.labels import container_label_facts, holders_of
    from freezerapp.storage.rows.storage import storage

    with database.reading() as reader:
        tree, always = storage(reader), _always(reader)
        chosen: set[int] | None = None
        if asked.query.strip():
            try:
                inside = container_by(reader, asked.query, tree)
                chosen = {key for key in tree.containers if inside in tree.path(key)}
            except NotThere:
                query = parse(asked.query, vocabulary(), finding.own_fields(reader))
                boxes = holders_of(reader, finding.find(reader, query))
                chosen = {key for box in boxes if box in tree.containers for key in tree.path(box)}
    kinds = KINDS[batch.template.of]
    ids = [key for key, row in tree.containers.items() if row.kind in kinds and (chosen is None or key in chosen)]
    codes = new_codes(database, tree, ids, asked) if "code" in batch.fields else {}
    rows = (row for row in container_label_facts(tree, ids, codes))
    return Things((({**always, **row.facts}, row.temperature) for row in rows), [], [])


def _parcel(database: "Database", text: str) -> int | None:
    from freezerapp.storage.rows.manifests import shipment_by

    with database.reading() as reader:
        return shipment_by(reader, text.strip()) if text.strip() else None


def _of_parcel(database: "Database", parcel: int | None, number: str, batch: Batch) -> Things:
    """The packages of a shipment; or its tubes in the order of its list, as far as its profile discloses them."""
    from freezerapp.storage.rows import parcel_labels as rows
    from freezerapp.storage.rows.storage import storage

    if parcel is None:
        raise NotThere("shipment", number)
    if batch.template.of not in (*TUBES, For.SHIPMENT):
        raise NotThere("container", number)
    with database.reading() as reader:
        if batch.template.of is For.SHIPMENT:
            always = _always(reader)
            every = rows.package_label_facts(reader, parcel)
            return Things((({**always, **facts}, None) for facts in every), [], [])
        wanted = rows.parcel_tubes(reader, parcel).ids
        found = rows.parcel_tube_facts(reader, parcel, wanted, storage(reader), batch.fields)
    held = [row.facts["barcode"] for row in found if row.held]
    free = [row for row in found if not row.held]
    return Things(((row.facts, row.temperature) for row in free), held, [row.id for row in free])


def _always(reader: "Reader") -> dict[str, str]:
    from freezerapp.storage.rows.labels import bank_name

    return {"bank": bank_name(reader), "today": date.today().isoformat()}


def _cards(of: For, language: str) -> Iterator[Thing]:
    if of is For.SCANNER_CARD:
        yield {"code": CARD, "name": _CARD_SAYS[language]}, None
        return
    for order, name in (COMMANDS_FR if language == "fr" else COMMANDS).items():
        yield {"code": order.value, "name": name}, None


def _tell(text: str) -> None:
    print(text, file=sys.stderr)
