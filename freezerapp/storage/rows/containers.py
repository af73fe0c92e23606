"""A container found by what people write: its code, its name where only one has it, or its path."""

import re

from freezerapp.domain.barcode import code_key
from freezerapp.domain.problems import NotThere, Problem
from freezerapp.storage.database import Reader
from freezerapp.storage.rows.found import by_code
from freezerapp.storage.rows.storage import Storage, storage

_STEP = re.compile(r"\s*[/›]\s*")


class NameTwice(Problem):
    """Several containers have this name; the paths of some of them are given."""

    def __init__(self, name: str, paths: tuple[str, ...]) -> None:
        super().__init__(name, paths)
        self.name, self.paths = name, paths


def container_by(reader: Reader, text: str, tree: Storage | None = None) -> int:
    """The id of the container meant by a code, a path of names from the root, or a name that occurs once.

    Raises NotThere or NameTwice.
    """
    known = tree or storage(reader)
    found = by_code(reader, text)
    if found is not None and found.kind == "container" and found.id in known.containers:
        return found.id
    names = [code_key(part) for part in _STEP.split(text.strip().strip("/›")) if part]
    if not names:
        raise NotThere("container", text)
    here = [key for key in known.roots if _is(known, key, names[0])]
    for name in names[1:]:
        here = [child for key in here for child in known.children.get(key, ()) if _is(known, child, name)]
    if not here and len(names) == 1:
        here = [key for key in known.containers if _is(known, key, names[0])]
    if len(here) == 1:
        return here[0]
    if here:
        raise NameTwice(text, tuple(known.path_text(key) for key in here[:3]))
    raise NotThere("container", text)


def _is(known: Storage, key: int, name: str) -> bool:
    row = known.containers[key]
    return code_key(row.name) == name or (row.code is not None and code_key(row.code) == name)
