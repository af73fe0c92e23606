"""Labels in a language: names that came with the program, and dates, as French has them."""

from collections.abc import Callable, Mapping
from functools import cache

from freezerapp import resources
from freezerapp.documents.paper_words import texts
from freezerapp.documents.template import DATES, IN_WORDS, date_in_words
from freezerapp.domain.parcel import Classification

LANGUAGES = ("en", "fr")
_EXEMPT = Classification.EXEMPT.value, "échantillon humain exempté"
_PRESETS = ("boxes", "freezers", "nitrogen", "rooms")


def telling(language: str) -> Callable[[Mapping[str, str]], Mapping[str, str]]:
    """What makes the facts of a thing those of its label in a language (``en``, ``fr``).

    A name that the site has given itself stays as it is.
    """
    if language != "fr":
        return lambda facts: facts
    names, months = french_names(), texts("fr")["months"].split()

    def told(facts: Mapping[str, str]) -> Mapping[str, str]:
        found = dict(facts)
        for field in ("material", "type"):
            if field in found:
                found[field] = names.get(found[field], found[field])
        if "un" in found:
            found["un"] = found["un"].replace(*_EXEMPT)
        for field in DATES & found.keys():
            found[field + IN_WORDS] = date_in_words(found[field], months)
        return found

    return told


@cache
def french_names() -> Mapping[str, str]:
    """The names of materials and types that come with the program, by their English ones."""
    found: dict[str, str] = {}
    listed = [resources.load_toml("materials.toml")["material"]]
    listed += [resources.load_toml("presets", f"{name}.toml").get("types", {}).values() for name in _PRESETS]
    for entries in listed:
        found |= {each["name"]: each["name_fr"] for each in entries if each.get("name_fr")}
    return found
