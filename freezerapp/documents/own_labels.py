"""Stock and templates of the user's own: what their files are called, and how they come into the user's folder."""

import shutil
import unicodedata
from collections.abc import Container, Iterable
from pathlib import Path
from typing import BinaryIO

from freezerapp.documents.label_sheets import LabelsNotWritten, write_whole
from freezerapp.documents.stock import Stock, stock_file
from freezerapp.documents.template import Image, Template
from freezerapp.documents.template_file import template_file

_LONGEST = 48
_WRITTEN_OUT = str.maketrans({"×": "x", "œ": "oe", "Œ": "oe", "æ": "ae", "Æ": "ae", "ß": "ss", "ø": "o", "Ø": "o"})


def name_from(title: str, taken: Container[str] = (), otherwise: str = "labels") -> str:
    """What the file of a title is called, without its ending: small letters, digits, points and hyphens.

    A name that is ``taken`` gets a number; ``otherwise`` is for a title that has no such letters.
    """
    plain = unicodedata.normalize("NFKD", title.translate(_WRITTEN_OUT)).encode("ascii", "ignore").decode().lower()
    kept = "".join(letter if letter.isalnum() or letter == "." else "-" for letter in plain if letter != "'")
    stem = "-".join(part.strip(".") for part in kept.split("-") if part.strip("."))[:_LONGEST].strip("-.") or otherwise
    found, number = stem, 2
    while found in taken:
        found, number = f"{stem}-{number}", number + 1
    return found


def names_taken(known: Iterable[str], folder: Path) -> frozenset[str]:
    """The names that a new file must not have: of what is known, and of files that can't be read too."""
    return frozenset(known) | frozenset(file.stem for file in folder.glob("*.toml"))


def write_stock(stock: Stock, folder: Path) -> Path:
    """Write stock into the user's folder, under its name; the file. Raises LabelsNotWritten."""
    return _write(folder, stock.name, stock_file(stock))


def write_template(template: Template, folder: Path) -> Template:
    """Write a template and its pictures into the user's folder, under its name; the template as it is there.

    Raises LabelsNotWritten.
    """
    moved = template._replace(folder=str(folder))
    if Path(template.folder) != folder:
        for number, element in enumerate(template.elements):
            if isinstance(element, Image):
                file = bring_picture(Path(template.folder, element.file), folder)
                elements = (*moved.elements[:number], element._replace(file=file), *moved.elements[number + 1 :])
                moved = moved._replace(elements=elements)
    _write(folder, template.name, template_file(moved))
    return moved


def bring_picture(picture: Path, folder: Path) -> str:
    """Put a picture into a folder; what it is called there. Raises LabelsNotWritten.

    One in the folder with the same content is used; another with the same name keeps it.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        content, number = picture.read_bytes(), 2
        name = f"{picture.stem}.png"
        while (there := folder / name).exists():
            if there.read_bytes() == content:
                return name
            name, number = f"{picture.stem}-{number}.png", number + 1
        shutil.copyfile(picture, there)
    except OSError as error:
        raise LabelsNotWritten(str(folder), error.strerror or str(error)) from error
    return name


def _write(folder: Path, name: str, text: str) -> Path:
    file = folder / f"{name}.toml"

    def fill(to: BinaryIO) -> None:
        to.write(text.encode("utf-8"))

    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise LabelsNotWritten(str(folder), error.strerror or str(error)) from error
    write_whole(file, fill)
    return file
