"""What papers say, in English, French or both: texts, counts, dates and numbers by the custom of each language."""

from enum import StrEnum
from functools import cache
from string import Formatter
from typing import Any

from freezerapp import resources

THIN = "\u00a0"
"""Stands between the thousands where a language or the custom of both asks for a blank."""
BETWEEN = " / "
_AROUND = " ,:()\u00a0"
_SHORT = 24
"""Characters of a piece of text that two languages put side by side; longer ones are told one after the other."""


class Tongue(StrEnum):
    """In which language a paper is written; both stand side by side, or one below the other."""

    ENGLISH = "en"
    FRENCH = "fr"
    BOTH = "both"


class Words:
    """The texts of one or two languages. A text that is the same in both is said once."""

    def __init__(self, tongue: Tongue) -> None:
        self.tongue = tongue
        languages = ("en", "fr") if tongue is Tongue.BOTH else (tongue.value,)
        self._tables = [texts(language) for language in languages]
        self.language = languages[0]

    def __call__(self, key: str, **facts: object) -> str:
        """A text on one line; a short one in two languages tells each fact once: "Box / Boîte 1 of / sur 2"."""
        if len(self._tables) > 1 and facts:
            pieces = [_pieces(table[key]) for table in self._tables]
            alike = len({tuple(name for _, name in each) for each in pieces}) == 1
            if alike and all(len(literal) <= _SHORT for each in pieces for literal, _ in each):
                return "".join(
                    _both([literal for literal, _ in same]) + (str(facts[same[0][1]]) if same[0][1] else "")
                    for same in zip(*pieces, strict=True)
                )
        return BETWEEN.join(self.each(key, **facts))

    def each(self, key: str, **facts: object) -> tuple[str, ...]:
        """A text in each language. Raises KeyError for a key that is not there."""
        return tuple(dict.fromkeys(table[key].format(**facts) for table in self._tables))

    def alone(self) -> "tuple[Words, ...]":
        """The words of each language by itself, for what is told in one after the other, facts and all."""
        return tuple(Words(Tongue(table["language"])) for table in self._tables)

    def count(self, key: str, number: int) -> str:
        """So many of something: "1 tube", "96 tubes"; French counts none as one."""
        found = []
        for table in self._tables:
            one = number == 1 or (number == 0 and table["language"] == "fr")
            found.append(table[f"{key}.{'one' if one else 'more'}"].removeprefix("{number}"))
        return self.number(number) + _both(found)

    def has(self, key: str) -> bool:
        """Whether there is such a text."""
        return key in self._tables[0]

    def number(self, value: int | str) -> str:
        """A whole or decimal number (plain text with a point): 214,882 or 214 882; both languages share the blank."""
        whole, point, part = str(value).partition(".")
        if whole.lstrip("-").isdigit():
            grouped = f"{int(whole):,}".replace("-", "−")
            whole = grouped if self.tongue is Tongue.ENGLISH else grouped.replace(",", THIN)
        return whole + (self._point() if point else "") + part

    def kilograms(self, grams: int | None) -> str:
        """A mass, to the gram: "16.5 kg"; a dash where it is not known."""
        if grams is None:
            return "–"
        kilos = f"{grams // 1000}.{grams % 1000:03}".rstrip("0").rstrip(".")
        return f"{self.number(kilos)}{THIN}kg"

    def amount(self, number: str, unit: str) -> str:
        """An amount as a plain decimal number and its unit: 0.5 mL, or 0,5 mL; the unit in words where it has some."""
        key = f"unit.{unit}"
        said = self(key) if self.has(key) else unit
        return f"{self.number(number)}\u00a0{said}".rstrip("\u00a0")

    def degrees(self, celsius: int) -> str:
        """A temperature: −60 °C."""
        return f"{self.number(celsius)}{THIN}°C"

    def day(self, iso: str) -> str:
        """A date as ISO text, whole or only a month or year, in words: 22 Nov 2026; in both languages as ISO text."""
        parts = iso.split("-")
        if self.tongue is Tongue.BOTH or not all(part.isdigit() for part in parts) or len(parts) > 3:
            return iso
        year, month, *day = (*parts, "")[: max(2, len(parts))]
        if not month or not 1 <= int(month) <= 12:
            return iso
        named = self._tables[0]["months"].split()[int(month) - 1]
        return " ".join([*(str(int(each)) for each in day if each), named, year])

    def moment(self, iso: str, beside: str = "") -> str:
        """A moment as ISO text: 22 Nov 2026 14:05 (UTC+1); without seconds, and without the zone of another beside."""
        day, between, time = iso.replace(" ", "T").partition("T")
        if not between or not iso[:4].isdecimal():
            return self.day(iso)
        zone = _zone(time[5:])
        return f"{self.day(day)} {time[:5]}{'' if beside and zone == _zone(beside[16:]) else zone}"

    @property
    def colon(self) -> str:
        """A colon as the language sets it; French keeps a blank before."""
        return f"{THIN}:" if self.tongue is Tongue.FRENCH else ":"

    def _point(self) -> str:
        return "," if self.tongue is Tongue.FRENCH else "."


def _pieces(text: str) -> list[tuple[str, str]]:
    """A text taken apart: what stands before each field, with the field's name, empty at the end."""
    return [(literal, name or "") for literal, name, _, _ in Formatter().parse(text)]


def _both(texts: list[str]) -> str:
    """The same piece of a text in two languages, with the white, commas and brackets around it once."""
    if len(set(texts)) == 1:
        return texts[0]
    before = texts[0][: len(texts[0]) - len(texts[0].lstrip(_AROUND))]
    after = texts[0][len(texts[0].rstrip(_AROUND)) :]
    said = dict.fromkeys(text.strip(_AROUND) for text in texts)
    return before + BETWEEN.join(said) + after if any(said) else texts[0]


def _zone(rest: str) -> str:
    """The offset at the end of a time, as people read it."""
    if rest.endswith("Z"):
        return " (UTC)"
    at = max(rest.find("+"), rest.find("-"))
    if at < 0:
        return ""
    hours, _, minutes = rest[at + 1 :].partition(":")
    if not hours.isdigit():
        return ""
    sign = "+" if rest[at] == "+" else "−"
    said = f"{sign}{int(hours)}{f':{minutes}' if minutes.strip('0') else ''}"
    return " (UTC)" if said in ("+0", "−0") else f" (UTC{said})"


@cache
def texts(language: str) -> dict[str, str]:
    """All texts of a language by their keys, tables and counts joined by points."""
    found = {"language": language}

    def take(key: str, value: Any) -> None:
        if isinstance(value, dict):
            for name, each in value.items():
                take(f"{key}.{name}" if key else name, each)
        elif isinstance(value, list):
            found[f"{key}.one"], found[f"{key}.more"] = value
        else:
            found[key] = value

    take("", resources.load_toml("papers", f"{language}.toml"))
    return found
