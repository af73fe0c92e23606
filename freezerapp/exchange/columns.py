"""Headings of a list to what they mean: English and French ones, and those of other biobank systems.

Case, accents, spaces and punctuation don't count. A unit in a heading ("Volume (µL)") is the unit of the
cells below it that have none. What is not known is left alone and named.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.problems import Problem

ROWS_SEARCHED = 30
"""The headings stand in one of the first rows; titles and notes may stand above them."""


class Field(StrEnum):
    """What a column of a list of tubes tells."""

    BARCODE = "barcode"
    MATERIAL = "material"
    PARTICIPANT = "participant"
    VISIT = "visit"
    VOLUME = "volume"
    UNIT = "unit"
    BOX = "box"
    POSITION = "position"
    ROW = "row"
    COLUMN = "column"
    COLLECTED = "collected"
    PARENT = "parent"
    STUDY = "study"
    SITE = "site"
    COMMENT = "comment"
    THAWS = "thaws"
    CONCENTRATION = "concentration"


class NoBarcodeColumn(Problem):
    """No column of the list is headed as the barcodes; ``headings`` are those it has."""

    def __init__(self, headings: tuple[str, ...]) -> None:
        super().__init__(headings)
        self.headings = headings


class ColumnTwice(Problem):
    """Two columns have the same heading, and it matters which one is meant."""

    def __init__(self, field: Field, headings: tuple[str, ...]) -> None:
        super().__init__(field, headings)
        self.field, self.headings = field, headings


class Column(NamedTuple):
    """A column that is used: its place from 0, its heading as written, and the unit in the heading."""

    field: Field
    place: int
    heading: str
    unit: str | None = None


class PassedOver(NamedTuple):
    """A column that could tell the same as one that tells it better."""

    field: Field
    heading: str
    used: str


@dataclass(frozen=True, slots=True)
class Columns:
    """What the columns of a list mean; ``line`` and ``row`` (from 0) say where the headings stand."""

    line: int
    row: int
    headings: tuple[str, ...]
    used: tuple[Column, ...]
    passed_over: tuple[PassedOver, ...]
    ignored: tuple[str, ...]

    def of(self, field: Field) -> Column | None:
        """The column of a field, if there is one."""
        return next((column for column in self.used if column.field is field), None)


def find_columns(lines: Sequence[int], rows: Sequence[Sequence[str]]) -> Columns:
    """The columns of a list by its headings, which are the first row that tells most.

    Raises NoBarcodeColumn or ColumnTwice.
    """
    best, most = 0, 0
    for number, row in enumerate(rows[:ROWS_SEARCHED]):
        fields = {known.field for known in map(_known, row) if known}
        if Field.BARCODE in fields and len(fields) > most:
            best, most = number, len(fields)
    if not most:
        raise NoBarcodeColumn(_shown(rows[0] if rows else ()))
    return _columns(lines[best], best, rows[best])


def read_heading(heading: str) -> tuple[Field, str | None] | None:
    """What one heading means, and the unit that it names; None when it is not known."""
    known = _known(heading)
    return (known.field, known.unit) if known else None


class _Known(NamedTuple):
    field: Field
    rank: int
    key: str
    unit: str | None


def _columns(line: int, number: int, row: Sequence[str]) -> Columns:
    found: defaultdict[Field, list[tuple[int, Column, str]]] = defaultdict(list)
    for place, heading in enumerate(row):
        known = _known(heading)
        if known:
            column = Column(known.field, place, heading.strip(), known.unit)
            found[known.field].append((known.rank, column, known.key))
    for one, other in ((Field.ROW, Field.COLUMN), (Field.COLUMN, Field.ROW)):
        if one in found and other not in found:
            del found[one]  # half a position, or something else of that name
    used, passed_over = [], []
    for field, candidates in found.items():
        candidates.sort(key=lambda candidate: candidate[0])
        _, best, key = candidates[0]
        same = tuple(column.heading for _, column, other in candidates if other == key)
        if len(same) > 1:
            raise ColumnTwice(field, same)
        used.append(best)
        passed_over += [PassedOver(field, column.heading, best.heading) for _, column, _ in candidates[1:]]
    taken = {column.place for candidates in found.values() for _, column, _ in candidates}
    ignored = _shown([heading for place, heading in enumerate(row) if place not in taken])
    used.sort(key=lambda column: column.place)
    return Columns(line, number, tuple(row), tuple(used), tuple(passed_over), ignored)


def _shown(headings: Sequence[str]) -> tuple[str, ...]:
    return tuple(heading.strip() for heading in headings if heading.strip())


def _known(heading: str) -> _Known | None:
    whole = _key(heading)
    bracket = _BRACKET.search(heading)
    if bracket and (unit := _UNITS.get(_key(bracket[1]))):
        known = _KNOWN.get(_key(heading[: bracket.start()] + heading[bracket.end() :]))
        return _Known(known[0], known[1], whole, unit) if known and known[0] in _MEASURED else None
    known = _KNOWN.get(whole) or _KNOWN.get(_key(_BRACKET.sub(" ", heading)))
    if known:
        return _Known(known[0], known[1], whole, None)
    for unit_key, unit in _UNITS.items():
        if whole.endswith(unit_key):
            rest = whole.removesuffix(unit_key)
            known = _KNOWN.get(rest) or _KNOWN.get(rest.removesuffix("en").removesuffix("in"))
            if known and known[0] in _MEASURED:
                return _Known(known[0], known[1], whole, unit)
    return None


def _key(text: str) -> str:
    """Letters and digits only, without case and accents; the micro sign is a u, the number sign an n."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("n°", "n").replace("nº", "n"))
    return "".join(c for c in plain.replace("\u03bc", "u") if c.isalnum())


_MEASURED = (Field.VOLUME, Field.CONCENTRATION)
_BRACKET = re.compile(r"[(\[{]([^)\]}]*)[)\]}]")
_UNITS = {
    "ngul": "ng/µL", "ugml": "µg/mL", "ugul": "µg/µL", "mgml": "mg/mL", "ngml": "ng/mL", "pgul": "pg/µL",
    "nl": "nL", "ul": "µL", "microl": "µL", "microlitres": "µL", "microliters": "µL", "ml": "mL",
    "millilitres": "mL", "milliliters": "mL", "pg": "pg", "ng": "ng", "ug": "µg", "mcg": "µg", "mg": "mg",
    "cells": "cells", "cellules": "cells", "pieces": "pieces", "l": "L", "g": "g",
}  # fmt: skip

# By field: headings that say it outright come first; where a list has several, the first of them is used.
_HEADINGS: dict[Field, str] = {
    Field.BARCODE: """
        barcode; code-barres; code barre; code à barres; tube barcode; 2D barcode; specimen barcode; sample
        barcode; aliquot barcode; vial barcode; code-barres tube; code-barres du tube; code-barres
        échantillon; tube code; code tube; code du tube; tube id; id tube; n° tube; n° de tube; numéro tube;
        numéro de tube; vial id; cryovial id; aliquot id; id aliquot; code aliquot; n° aliquot; specimen
        label; specimen id; specimen code; sample id; id échantillon; code échantillon; n° échantillon;
        numéro échantillon; numéro d'échantillon; sample code; sample number; sample no; specimen number;
        inventory id; external id; source id; tube; vial; aliquot; aliquote; specimen; sample; échantillon;
        sample name; specimen name; libellé; label; étiquette; identifiant; identifier; id; code; name; nom
        """,
    Field.MATERIAL: """
        material; matériel; matériel biologique; material code; code matériel; material type; sample type;
        specimen type; type d'échantillon; type échantillon; type de prélèvement; type prélèvement; nature
        de l'échantillon; nature échantillon; nature du prélèvement; aliquot type; type d'aliquot; type
        aliquot; tube type material; biospecimen type; ycci sample type; sample material; sample matrix;
        matrix; matrice; nature; type
        """,
    Field.PARTICIPANT: """
        participant; participant id; participant code; id participant; code participant; n° participant;
        numéro participant; subject id; subject; subject code; subject number; study subject; usubjid;
        subjid; ppid; patient id; patient; patient code; patient number; patient no; neuro patient id; id
        patient; code patient; n° patient; numéro patient; numéro de patient; sujet; id sujet; code sujet;
        n° sujet; donor; donor id; donor code; donneur; id donneur; code donneur; n° inclusion; numéro
        d'inclusion; pseudonym; pseudonyme; individual; individual id
        """,
    Field.VISIT: """
        visit; visite; visit code; visit name; visit id; code visite; nom visite; visit number; visit no; n°
        visite; numéro visite; numéro de visite; event label; time point; collection timepoint; haflerlab
        substudy visit; substudy visit; study visit; moment; temps de prélèvement; temps; event
        """,
    Field.VOLUME: """
        volume; vol; tube volume; volume du tube; aliquot volume; volume aliquot; current volume; volume
        restant; volume actuel; remaining volume; sample volume; volume échantillon; current amount;
        available quantity; stored amount; amount; quantity; quantité; qté; mass; masse; initial volume;
        volume initial; initial quantity; initial amount; quantité initiale
        """,
    Field.UNIT: """
        unit; unité; units; unités; volume unit; volume units; unité volume; unité de volume; amount unit;
        unit of measure; uom; aliquot uom; sample uom; unité de mesure; quantity unit; stored units
        """,
    Field.BOX: """
        box barcode; code-barres boîte; code-barres de la boîte; box code; code boîte; code de la boîte;
        box; boîte; box id; id boîte; box name; nom boîte; nom de la boîte; box label; box number; box no;
        n° boîte; numéro boîte; numéro de boîte; storage box; cryobox; cryoboîte; container barcode;
        container code; container; conteneur; contenant; container name; nom du conteneur; location
        container; storage container; rack barcode; code-barres rack; rack id; rack code; tube rack barcode;
        plate barcode; code-barres plaque; plate id; plate name; plate; plaque; pallet label; current pallet
        label; pallet product barcode; storage location; rack; portoir
        """,
    Field.POSITION: """
        position; pos; tube position; position tube; position du tube; box position; position in box;
        position boîte; position dans la boîte; specimen position; sample position; pallet position;
        location position; storage position; position label; well; puits; well location; well position;
        location cell; tube location; rack coordinate; coordinate; coordinates; coordonnée; coordonnées;
        cell; case; slot
        """,
    Field.ROW: """
        row; ligne; rangée; box row; ligne boîte; storage row; location row; tube row; well row; position
        row; rang
        """,
    Field.COLUMN: """
        column; col; colonne; box column; box col; colonne boîte; storage col; storage column; location
        column; tube column; well column; well col; position column
        """,
    Field.COLLECTED: """
        collected; collected on; collected at; collection date; date collected; date of collection;
        collected date; collection date time; sample collection date; specimen collection date; collection
        event date and time; collection event date time; date prélèvement; date de prélèvement; date du
        prélèvement; date et heure de prélèvement; prélevé le; prélèvement; date de collecte; date collecte;
        collecté le; collecte; draw date; date drawn; sampling date; date sampled; sample date; date
        échantillon; specimen date
        """,
    Field.PARENT: """
        parent; parent barcode; code-barres parent; parent code; code parent; parent tube; tube parent;
        parent specimen label; parent specimen; parent specimen barcode; parent sample; parent sample id;
        parent sample barcode; parent inventory id; parent id; id parent; échantillon parent; tube mère;
        échantillon mère; mère; mother tube; mother; source tube; source barcode; source sample; tube
        source; derived from; dérivé de; issu de
        """,
    Field.STUDY: """
        study; étude; study code; code étude; study id; study name; nom étude; cp short title; collection
        protocol; protocol; protocole; trial; essai; project; projet
        """,
    Field.SITE: """
        site; site code; code site; centre; center; code centre; centre code; study site; collection site;
        site de prélèvement; centre de prélèvement; site id; n° centre; numéro centre; site name; nom du
        site; nom du centre; origin center; hospital; hôpital
        """,
    Field.COMMENT: """
        comment; comments; commentaire; commentaires; note; notes; remark; remarks; remarque; remarques;
        observation; observations; storage comment
        """,
    Field.THAWS: """
        thaws; thaw count; number of thaws; freeze-thaw cycles; freeze thaw; freeze thaw count; freeze thaw
        cycle; décongélations; nombre de décongélations; nb décongélations; cycles de décongélation; cycles
        congélation décongélation
        """,
    Field.CONCENTRATION: "concentration; conc; dna concentration; concentration adn",
}
_KNOWN = {
    _key(heading): (field, rank)
    for field, headings in _HEADINGS.items()
    for rank, heading in enumerate(headings.split(";"))
}
