"""Cells of a list to values: what was meant, what was put right, and what can't be read.

Everything works on the different texts of a column, each read once, however many rows say the same.
"""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from fractions import Fraction
from functools import lru_cache
from typing import Generic, NamedTuple, TypeVar

from freezerapp.domain.barcode import (
    LONGEST,
    CodeIsACommand,
    CodeNotPrintable,
    CodeTooLong,
    Fix,
    IdPattern,
    check_code,
    clean_code,
    fit,
)
from freezerapp.domain.bench_date import AmbiguousDate, NotADate, after, read_dates
from freezerapp.domain.folding import fold
from freezerapp.domain.intake import MaterialFact
from freezerapp.domain.quantity import Amount, BadAmount, Flaw, find_unit, parse_amount, read_number
from freezerapp.exchange.columns import Field
from freezerapp.exchange.verdicts import (
    BarcodeNotRead,
    ChangedBySpreadsheet,
    CharactersLost,
    Finding,
    InTheFuture,
    LooksDamaged,
    NotACount,
    NotKept,
    ReadAs,
    SeveralMaterials,
    Tidied,
    TooLong,
    UnitNotSaid,
    UnknownMaterial,
    ask,
    corrected,
    problem,
)

T = TypeVar("T")

LONGEST_NOTE = 10_000
MOST_THAWS = 1000
UNIT_UNLESS_SAID = "mL"
LIKELY_VOLUME = 20
"""Volumes without a unit are in mL, as in the search; more than this in one tube is likelier another unit."""


class Read(NamedTuple, Generic[T]):
    """What a cell says (None: nothing, or nothing that can be read), and what there is to say about it."""

    value: T | None
    finding: Finding | None = None


@lru_cache(maxsize=4096)
def is_empty(text: str) -> bool:
    """Whether a cell says that there is nothing: "", "-", "empty", "vide", "x", "NA" …"""
    return not text or _bare(text) in _EMPTY_WORDS


def is_unread(text: str) -> bool:
    """Whether the text is what a scanner writes for a tube whose code it could not read."""
    return _bare(text).replace(" ", "") in _UNREAD_WORDS


def changed_by_spreadsheet(text: str) -> bool:
    """Whether a spreadsheet made this of something else: a rounded number, a date, an error."""
    return bool(_CHANGED.fullmatch(text.strip()))


def plain_barcodes(pattern: IdPattern | None) -> re.Pattern[str]:
    """What barcodes look like that need no second look."""
    if pattern is None or not _PREFIX.fullmatch(pattern.prefix):
        return _PLAIN
    return re.compile(f"{re.escape(pattern.prefix)}[0-9]{{{pattern.digits}}}")


def read_barcode(text: str, pattern: IdPattern | None, rows: int) -> Read[str]:
    """The barcode in a cell, beside barcodes that mostly follow a pattern in a list of so many rows.

    A cell that says nothing gives None without a finding.
    """
    if is_empty(text):
        return Read(None)
    bare = text.strip()
    if is_unread(bare):
        return Read(None, problem(BarcodeNotRead(bare)))
    if changed_by_spreadsheet(bare) and not _follows(bare, pattern):
        return Read(None, problem(ChangedBySpreadsheet(Field.BARCODE, bare)))
    found = read_code(Field.BARCODE, text)
    code = found.value
    if code is None or pattern is None or pattern.number(code) is not None:
        return found
    likely = fit(code, pattern)
    if likely:
        return Read(None, ask(LooksDamaged(code, likely, Fix.LOOK_ALIKES)))
    short = pattern.prefix == "" and code.isascii() and code.isdigit() and len(code) < pattern.digits
    # Numbers that lead up to the usual ones (… 999999, 1000000 …) are short, not damaged.
    if short and pattern.digits >= 6 and int(code) < 10 ** (pattern.digits - 1) - rows:
        return Read(None, ask(LooksDamaged(code, code.zfill(pattern.digits), None)))
    return found


def read_code(field: Field, text: str) -> Read[str]:
    """A code or name in a cell, without what does not belong to it; one that says nothing gives None."""
    if _PLAIN.fullmatch(text):
        return Read(text)
    if is_empty(text):
        return Read(None)
    if "\ufffd" in text:
        return Read(None, problem(CharactersLost(field, text)))
    if text.strip().startswith("#") and changed_by_spreadsheet(text):
        return Read(None, problem(ChangedBySpreadsheet(field, text.strip())))
    code, fixes = clean_code(text)
    try:
        check_code(code)
    except CodeTooLong:
        return Read(None, problem(TooLong(field, code, LONGEST)))
    except (CodeIsACommand, CodeNotPrintable) as refused:
        return Read(None, problem(refused))
    return Read(code, corrected(Tidied(field, text, code, fixes)) if fixes else None)


def read_materials(texts: Iterable[str], materials: Sequence[MaterialFact]) -> list[Read[MaterialFact]]:
    """The materials that texts mean: by code, else by name, else by synonym."""
    by_rank: list[defaultdict[str, list[MaterialFact]]] = [defaultdict(list) for _ in range(3)]
    for material in materials:
        by_rank[0][_words(material.code)].append(material)
        by_rank[1][_words(material.name)].append(material)
        for synonym in set(map(_words, material.synonyms)):
            by_rank[2][synonym].append(material)
    known = {word: material.code for names in by_rank for word, (material, *_) in names.items()}
    return [_material(text, by_rank, known) for text in texts]


def read_collected(texts: Sequence[str], today: str | None) -> list[Read[str]]:
    """Bench dates of the collection; those after today (ISO text) are refused."""
    dates = read_dates(text for text in texts if not is_empty(text))
    found: list[Read[str]] = []
    for text in texts:
        date = dates.get(text)
        if date is None:
            found.append(Read(None))
        elif isinstance(date, NotADate):
            changed = text.strip().startswith("#")
            why = ChangedBySpreadsheet(Field.COLLECTED, text.strip()) if changed else date
            found.append(Read(None, problem(why)))
        elif isinstance(date, AmbiguousDate):
            found.append(Read(None, ask(date)))
        elif today and after(date, today):
            found.append(Read(None, problem(InTheFuture(date, today))))
        else:
            found.append(Read(date))
    return found


def read_amounts(
    cells: Sequence[tuple[str, str]], heading_unit: str | None, comma_is_decimal: bool = False
) -> list[Read[Amount]]:
    """Amounts of (number, unit) cells; the unit may stand in either, or in the heading.

    ``1,500`` is refused unless commas are decimal signs in this list, which its own clear cells ("0,5") show.
    """
    commas = comma_is_decimal or (
        any(_CLEAR_COMMA.search(number) for number, _ in cells)
        and not any(_POINT.search(number) for number, _ in cells)
    )
    return [_amount(number.strip(), unit, heading_unit, commas) for number, unit in cells]


def read_concentration(text: str, heading_unit: str | None) -> Read[int]:
    """A concentration in pg per µL; without a unit it is ng/µL."""
    if is_empty(text):
        return Read(None)
    number, unit = text.strip(), heading_unit or "ng/µL"
    found = _CONCENTRATION.fullmatch(number)
    if found:
        number, unit = found[1], found[2]
    factor = _PG_PER_UL.get(_unit_key(unit))
    try:
        value = read_number(number)
    except BadAmount as refused:
        return Read(None, corrected(NotKept(Field.CONCENTRATION, refused.text)))
    exact = value.number * factor if factor is not None and value.unit is None else Fraction(-1)
    if exact < 0 or exact.denominator != 1 or exact > 10**15:
        return Read(None, corrected(NotKept(Field.CONCENTRATION, text.strip())))
    return Read(exact.numerator)


def read_thaws(text: str) -> Read[int]:
    """How often a tube was thawed."""
    if is_empty(text):
        return Read(None)
    bare = text.strip().removesuffix(".0")
    if bare.isascii() and bare.isdigit() and len(bare) < 9 and int(bare) <= MOST_THAWS:
        return Read(int(bare))
    return Read(None, problem(NotACount(Field.THAWS, text.strip())))


def read_note(text: str) -> Read[str]:
    """Words about a tube."""
    words = "".join(c for c in text.replace("\r\n", "\n") if c in "\n\t" or c.isprintable() or c == "\xa0")
    if len(words) > LONGEST_NOTE:
        return Read(None, problem(TooLong(Field.COMMENT, words[:80], LONGEST_NOTE)))
    return Read(words.strip() or None)


def _follows(code: str, pattern: IdPattern | None) -> bool:
    return pattern is not None and pattern.number(code) is not None


def _material(
    text: str, by_rank: list[defaultdict[str, list[MaterialFact]]], known: dict[str, str]
) -> Read[MaterialFact]:
    if is_empty(text):
        return Read(None)
    wanted = _words(text)
    for rank, names in enumerate(by_rank):
        found = names.get(wanted)
        if found and len(found) > 1:
            return Read(None, ask(SeveralMaterials(text.strip(), tuple(each.code for each in found))))
        if found:
            material = found[0]
            as_usual = rank < 2
            finding = None if as_usual else corrected(ReadAs(Field.MATERIAL, text.strip(), material.name))
            return Read(material, finding)
    near = dict.fromkeys(known[word] for word in difflib.get_close_matches(wanted[:80], known, 3))
    return Read(None, problem(UnknownMaterial(text.strip(), tuple(near))))


def _amount(text: str, unit: str, heading_unit: str | None, commas: bool) -> Read[Amount]:
    if is_empty(text):
        return Read(None)
    said = heading_unit
    if not is_empty(unit):
        known = find_unit(unit)
        if known is None:
            return Read(None, problem(BadAmount(f"{text} {unit.strip()}", Flaw.UNKNOWN_UNIT)))
        said = known.name
    try:
        if said is None and read_number(text).unit is None:
            return _without_unit(text, commas)
        return Read(parse_amount(text, said, commas))
    except BadAmount as refused:
        if _CHANGED.fullmatch(text) and text.startswith("#"):
            return Read(None, problem(ChangedBySpreadsheet(Field.VOLUME, text)))
        return Read(None, ask(refused) if refused.flaw is Flaw.COMMA else problem(refused))


def _without_unit(text: str, commas: bool) -> Read[Amount]:
    amount = parse_amount(text, UNIT_UNLESS_SAID, commas)
    if amount.value > parse_amount(str(LIKELY_VOLUME), UNIT_UNLESS_SAID).value:
        return Read(None, ask(UnitNotSaid(text)))
    return Read(amount, corrected(ReadAs(Field.VOLUME, text, f"{text} {UNIT_UNLESS_SAID}")))


def _bare(text: str) -> str:
    return " ".join(fold(text).split()).strip("()[]<>\"'.") if len(text) < 40 else text


def _words(text: str) -> str:
    return " ".join(_WORD.findall(fold(text)))


def _unit_key(unit: str) -> str:
    return fold(unit).replace(" ", "").replace("μ", "u").replace("µ", "u")


_SAID_EMPTY = """
; -; --; ---; _; /; ?; empty; vide; x; xx; xxx; na; n/a; n.a; nd; nr; null; none; nan; nil; unk; unknown;
inconnu; inconnue; aucun; aucune; neant; rien; no tube; notube; no trakmate; pas de tube; sans objet;
not applicable
"""
_EMPTY_WORDS = frozenset(word.strip() for word in _SAID_EMPTY.split(";"))
_SAID_UNREAD = "noread noscan error failed unreadable codenotok illisible nonlu"
_UNREAD_WORDS = frozenset(_SAID_UNREAD.split())
_MONTH = (
    "jan|janv|feb|fev|fév|févr|mar|mars|apr|avr|avril|may|mai|jun|juin|jul|juil|aug|aou|aoû|août|sep|sept|oct"
    "|nov|dec|déc"
)
_CHANGED = re.compile(
    r"[+-]?[0-9]+(?:[.,][0-9]+)?E[+-][0-9]+"  # 1.00E+10
    r"|[0-9]{5,}[.,]0+"  # 188137823.0
    r"|[0-9]{1,2}[-/. ](?:" + _MONTH + r")\.?(?:[-/. ][0-9]{2,4})?"  # 01-Mar, 1-mars-19
    r"|(?:" + _MONTH + r")\.?[-/. ][0-9]{2}(?:[0-9]{2})?"  # Mar-19
    r"|[0-9]{1,2}[/.][0-9]{1,2}[/.][0-9]{2,4}(?: [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)?"  # 01/03/2019
    r"|#(?:N/A|REF!|VALUE!|NAME\?|DIV/0!|NUM!|NULL!|VALEUR!|NOM\?|NOMBRE!|NUL!)|#{3,}",
    re.IGNORECASE,
)
# Barcodes of these characters need no cleaning; those that a spreadsheet may have made are left out.
_PLAIN = re.compile(
    r"(?!cmd-)(?![0-9]{1,2}[-.](?:" + _MONTH + r"|[0-9]{1,2}\.)|(?:" + _MONTH + r")[-.][0-9]|[0-9]+\.0+$)"
    r"(?=[^0-9]*[0-9])[0-9A-Z](?:[0-9A-Z._-]{0,38}[0-9A-Z])?",
    re.IGNORECASE | re.ASCII,
)
_PREFIX = re.compile(r"(?!cmd-)[0-9A-Z-]{0,40}", re.IGNORECASE | re.ASCII)
_CLEAR_COMMA = re.compile(r"(?:^|[^0-9])0,[0-9]|,[0-9]{1,2}(?![0-9])|,[0-9]{4,}")
_POINT = re.compile(r"[0-9]?\.[0-9]")
_WORD = re.compile(r"\w+")
_CONCENTRATION = re.compile(r"([0-9., ]+?) ?([a-zµμ]+ ?/ ?[a-zµμ]+)", re.IGNORECASE)
_PG_PER_UL = {"ng/ul": 1000, "ug/ml": 1000, "ug/ul": 10**6, "mg/ml": 10**6, "pg/ul": 1, "ng/ml": 1}
