"""The words of the search language: English always, the screen's language beside it."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from freezerapp.domain.folding import fold
from freezerapp.domain.search.query import FIELDS, Field, FieldKind
from freezerapp.domain.specimen import HoldKind, Kind, Status

YES, NO = "yes", "no"
THINGS = ("position", "parent", "hold", "volume", "visit")
"""What ``has:`` can ask for."""

LANGUAGES = ("en", "fr")
"""Languages the search can be written in; files and saved searches are English."""


class Words(NamedTuple):
    """Spellings of some words of the program: folded spelling to word, and word to what the screen shows."""

    by_spelling: Mapping[str, str]
    shown: Mapping[str, str]

    def find(self, text: str) -> str | None:
        """The word of this spelling; space, ``-`` and ``_`` are one, case and accents don't matter."""
        return self.by_spelling.get(spelling(text))


class Vocabulary(NamedTuple):
    """What the parser understands: field names, and the words of those fields that have fixed values."""

    fields: Words
    statuses: Words
    holds: Words
    things: Words
    kinds: Words
    answers: Words
    hints: Mapping[str, str]

    def words_of(self, kind: FieldKind) -> tuple[Words, ...]:
        """The words that values of a field can be; empty where any text can be."""
        found = {
            FieldKind.STATUS: (self.statuses,),
            FieldKind.HOLD: (self.holds, self.answers),
            FieldKind.THING: (self.things,),
            FieldKind.KIND: (self.kinds,),
            FieldKind.ANSWER: (self.answers,),
        }
        return found.get(kind, ())


def spelling(text: str) -> str:
    """What makes two spellings of a word the same one."""
    return " ".join(fold(text).replace("_", " ").replace("-", " ").split())


def vocabulary(language: str = "en") -> Vocabulary:
    """English and the words of one other language, which are then the ones the screen shows."""
    tables = [_ENGLISH] if language not in _TABLES else [_TABLES[language], _ENGLISH]
    hints = {spelling(word): field for table in tables for word, field in table["hints"].items()}
    return Vocabulary(
        fields=_words(tables, "fields", FIELDS),
        statuses=_words(tables, "statuses", Status),
        holds=_words(tables, "holds", HoldKind),
        things=_words(tables, "things", THINGS),
        kinds=_words(tables, "kinds", Kind),
        answers=_words(tables, "answers", (YES, NO)),
        hints=hints,
    )


def own_fields(fields: Mapping[str, FieldKind]) -> dict[str, Field]:
    """The fields a site defined, by spelling of their names (``Cell count`` is also ``cell_count``)."""
    return {spelling(name): Field(name, kind, own=True) for name, kind in fields.items()}


def _words(tables: "list[_Table]", part: str, known: Iterable[str]) -> Words:
    by_spelling: dict[str, str] = {}
    shown: dict[str, str] = {}
    for word in map(str, known):
        spellings = [text for table in tables for text in table[part].get(word, "").split(" | ") if text]
        shown[word] = spellings[0] if spellings else word
        for text in (word, *spellings):
            by_spelling.setdefault(spelling(text), word)
    return Words(by_spelling, shown)


_Table = Mapping[str, Mapping[str, str]]

_ENGLISH: _Table = {
    "fields": {
        "material": "material | type",
        "volume": "volume | amount",
        "code": "code | tube",
        "shipment": "shipment | parcel",
    },
    "statuses": {
        "on the bench": "on the bench | bench",
        "in a shipment": "in a shipment | packed",
        "used up": "used up | consumed",
    },
    "holds": {},
    "things": {"position": "position | place", "volume": "volume | amount"},
    "kinds": {},
    "answers": {"yes": "yes | y | true", "no": "no | n | false"},
    "hints": {
        "freezer": "in",
        "container": "in",
        "location": "in",
        "path": "in",
        "rack": "in",
        "patient": "participant",
        "subject": "participant",
        "donor": "participant",
        "moment": "visit",
        "timepoint": "visit",
        "state": "status",
        "date": "collected",
        "sample": "code",
        "specimen": "code",
        "id": "code",
        "weight": "mass",
        "thawed": "thaws",
        "aliquot of": "parent",
        "centre": "site",
        "center": "site",
        "protocol": "study",
    },
}

_FRENCH: _Table = {
    "fields": {
        "material": "matériel | matière | type",
        "participant": "participant",
        "visit": "visite",
        "site": "site | centre",
        "study": "étude",
        "in": "dans",
        "box": "boîte",
        "status": "statut | état",
        "hold": "blocage | bloqué",
        "thaws": "décongélations | décongélation",
        "volume": "volume | quantité",
        "mass": "masse",
        "stored": "stocké | rangé",
        "collected": "prélevé | prélèvement | collecté",
        "has": "avec",
        "parent": "parent",
        "shipment": "envoi | expédition | colis",
        "unconfirmed": "non-confirmé | nonconfirmé",
        "kind": "sorte | genre",
        "barcode": "code-barres | codebarres",
        "code": "code | tube",
    },
    "statuses": {
        "expected": "attendu",
        "stored": "stocké | rangé | en stock",
        "on the bench": "sur la paillasse | paillasse",
        "in a shipment": "dans un envoi | emballé",
        "shipped": "expédié | envoyé",
        "missing": "manquant | introuvable",
        "used up": "épuisé | consommé",
        "destroyed": "détruit",
        "void": "annulé",
    },
    "holds": {
        "consent": "consentement",
        "quarantine": "quarantaine",
        "identity": "identité",
        "excursion": "excursion",
        "request": "demande",
    },
    "things": {
        "position": "position | place",
        "parent": "parent",
        "hold": "blocage",
        "volume": "volume | quantité",
        "visit": "visite",
    },
    "kinds": {"tube": "tube", "source": "source"},
    "answers": {"yes": "oui | o | vrai", "no": "non | faux"},
    "hints": {
        "congélateur": "in",
        "emplacement": "in",
        "chemin": "in",
        "patient": "participant",
        "donneur": "participant",
        "échantillon": "code",
        "date": "collected",
        "poids": "mass",
        "protocole": "study",
    },
}

_TABLES: Mapping[str, _Table] = {"fr": _FRENCH}
