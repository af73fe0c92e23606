"""Labels in French: every text has room in both languages, names of the program are told, those of the site kept."""

import pytest

from freezerapp.documents.drawn import DrawnText, Wrong
from freezerapp.documents.label import LabelLayout
from freezerapp.documents.label_file import BadLabelFile, LabelFault
from freezerapp.documents.label_language import french_names, telling
from freezerapp.documents.stock import shipped_stock
from freezerapp.documents.template import TUBES, Template, Text, pattern, spoken
from freezerapp.documents.template_file import shipped_templates, template_file, template_of
from tests.documents.things import BOX, TUBE, contents

STOCK, TEMPLATES = shipped_stock(), shipped_templates()


@pytest.mark.parametrize("template", TEMPLATES.values(), ids=lambda template: template.name)
def test_what_has_room_in_english_has_room_in_french(template: Template) -> None:
    usual = contents(template)[len(contents(template)) // 2]
    flaws = {}
    for language in ("en", "fr"):
        layout = LabelLayout(spoken(template, language), STOCK[template.stock], 300)
        label = layout.draw(telling(language)(usual))
        flaws[language] = {flaw.what for flaw in label.flaws}
        assert Wrong.TEXT_CUT not in flaws[language], (template.name, language)
    assert flaws["fr"] == flaws["en"]


def test_every_word_of_a_template_has_a_french_one() -> None:
    for template in TEMPLATES.values():
        for each in template.elements:
            if isinstance(each, Text):
                words = (text for _, pieces in pattern(each.text).groups for is_field, text in pieces if not is_field)
                if any(letter.isalpha() for text in words for letter in text):
                    assert each.text_fr, (template.name, each.text)


def test_words_names_and_dates_are_french_and_names_of_the_site_stay() -> None:
    template = TEMPLATES["box-64x38"]
    layout = LabelLayout(spoken(template, "fr"), STOCK[template.stock], 300)
    label = layout.draw(telling("fr")({**BOX, "type": "Box 9 × 9", "today": "2026-02-03"}))
    said = {item.text for item in label.items if isinstance(item, DrawnText)}
    assert {"Boîte 9 × 9", "à conserver à −80 °C", "étiquette du 3 févr. 2026"} <= said
    told = telling("fr")({**TUBE, "collected": "2019-08", "material": "Our own buffer"})
    assert (told["collected:date"], told["material"], told["barcode"]) == (
        "août 2019",
        "Our own buffer",
        TUBE["barcode"],
    )
    assert telling("en")(TUBE) is TUBE
    assert french_names()["Genomic DNA"] == "ADN génomique"


def test_both_languages_are_kept_in_the_file_and_both_are_checked() -> None:
    template = TEMPLATES["box-64x38"]
    import tomllib

    values = tomllib.loads(template_file(template))
    assert template_of(template.name, values, None)._replace(folder="") == template._replace(folder="")
    for wrong, what in (("à {nothing}", LabelFault.UNKNOWN_FIELD), ("[à", LabelFault.BAD_TEXT)):
        texts = [{**each, "text_fr": wrong} if "text_fr" in each else each for each in values["text"]]
        with pytest.raises(BadLabelFile) as caught:
            template_of("mine", {**values, "text": texts})
        assert caught.value.what is what
    of_code = [{**each, "text_fr": "Code {code}"} if each["text"] == "{code}" else each for each in values["text"]]
    with pytest.raises(BadLabelFile) as caught:
        template_of("mine", {**values, "text": of_code})
    assert caught.value.what is LabelFault.NO_TEXT_BESIDE
    assert template.of not in TUBES
