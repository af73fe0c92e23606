"""Every text of the screen is translated: the extraction tool, run on a copy, finds nothing unfinished."""

import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from freezerapp import resources
from freezerapp.ui.actions import DEEDS, MENUS

ROOT = Path(__file__).resolve().parents[2]


def tool(name: str) -> str:
    """One of Qt's own tools, from beside the running Python."""
    found = shutil.which(name, path=str(Path(sys.executable).parent))
    assert found, f"{name} is not installed"
    return found


@pytest.mark.parametrize(("language", "options"), [("fr", ()), ("en", ("-pluralonly",))])
def test_every_text_is_translated(language: str, options: tuple[str, ...], tmp_path: Path) -> None:
    copy = Path(shutil.copy(resources.path("i18n", f"freezerapp_{language}.ts"), tmp_path))
    sources = [
        *sorted(map(str, (ROOT / "freezerapp" / "ui").rglob("*.py"))),
        *sorted(map(str, (ROOT / "freezerapp" / "wording").rglob("*.py"))),
        str(ROOT / "freezerapp" / "app.py"),
    ]
    subprocess.run(
        [tool("pyside6-lupdate"), *sources, "-ts", str(copy), "-locations", "none", "-no-obsolete", *options],
        check=True,
        capture_output=True,
    )
    unfinished = []
    for context in ElementTree.parse(copy).getroot().iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            forms = list(message.iter("numerusform")) or [translation]
            if (
                translation is None
                or translation.get("type") == "unfinished"
                or not all(form is not None and form.text for form in forms)
            ):
                unfinished.append((context.findtext("name"), message.findtext("source")))
    assert unfinished == []


def test_translations_name_the_same_facts_and_keys() -> None:
    import string

    file = resources.path("i18n", "freezerapp_fr.ts")
    for message in ElementTree.parse(file).getroot().iter("message"):
        source = message.findtext("source") or ""
        for form in list(message.iter("numerusform")) or [message.find("translation")]:
            assert form is not None
            text = form.text or ""
            mine = {name for _, name, _, _ in string.Formatter().parse(source) if name is not None}
            theirs = {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}
            assert mine == theirs, source
            assert ("%Ln" in source) == ("%Ln" in text), source
            assert ("&" in source) == ("&" in text), source


def test_no_two_entries_of_a_menu_share_a_letter() -> None:
    """In either language: the letter after & opens it."""
    french: dict[str, str] = {}
    for message in ElementTree.parse(resources.path("i18n", "freezerapp_fr.ts")).getroot().iter("message"):
        french[message.findtext("source") or ""] = message.findtext("translation") or ""
    texts = {deed.name: deed.text for deed in DEEDS}
    groups = [[title for title, _ in MENUS]]
    groups += [[texts[name] for name in names if name in texts] for _, names in MENUS]
    for group in groups:
        for said in (group, [french[text] for text in group]):
            letters = [text[text.index("&") + 1].lower() for text in said if "&" in text]
            assert len(letters) == len(set(letters)), said
