"""The house rules that a machine can keep: floors, rooms, sizes, and what must never be committed."""

import os
import re
import shutil
import subprocess
import sys
from ast import get_docstring, parse
from fnmatch import fnmatch
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOP_LEVEL = {
    "freezerapp",
    "resources",
    "tests",
    "packaging",
    "pyproject.toml",
    "README.md",
    "LICENSE",
    "CHANGELOG.md",
}
LONGEST = 400
# A module that must be longer says why, in a comment near its top.
REASON = re.compile(r"^# Long because .{10,}", re.MULTILINE)
NAMELESS_ROOMS = {"utils", "util", "helpers", "helper", "common", "misc", "manager", "managers"}
# Where packages come from is the business of each machine; a committed address would bind all to one place.
REGISTRY = re.compile(
    r"https?://(registry|files|deb|ftp|pypi)\.[a-z.]+|https?://[^\"\s]+/simple\b|pythonhosted\.|npmjs\.",
    re.IGNORECASE,
)
MACHINE_PATH = re.compile(r"(?<![\w.])/(work|root|Users)/[\w.-]")
LINK = re.compile(r"\]\(([^)\s#]+)")
UNFINISHED = re.compile(r"\b(TODO|FIXME|XXX)\b|NotImplementedError|(?i:coming soon|\bplaceholder\b)")


@cache
def files() -> tuple[Path, ...]:
    """Every file that is committed or would be, relative to the top."""
    ignored = [line.strip().rstrip("/") for line in (ROOT / ".gitignore").read_text().splitlines()]

    def wanted(name: str) -> bool:
        return name != ".git" and not any(fnmatch(name, pattern) for pattern in ignored)

    found = []
    for folder, below, names in os.walk(ROOT):
        below[:] = filter(wanted, below)
        found += [(Path(folder) / name).relative_to(ROOT) for name in names if wanted(name)]
    return tuple(sorted(found))


@cache
def texts() -> tuple[tuple[Path, str], ...]:
    """Those of them that are text, with it."""
    found = []
    for file in files():
        content = (ROOT / file).read_bytes()
        if b"\0" not in content:
            found.append((file, content.decode("utf-8", errors="replace")))
    return tuple(found)


def modules() -> list[Path]:
    """Every module of the program."""
    return [file for file in files() if file.parts[0] == "freezerapp" and file.suffix == ".py"]


def lint_imports(top: Path) -> subprocess.CompletedProcess[str]:
    check = "import sys; from importlinter.cli import lint_imports_command as check; sys.exit(check())"
    words = [sys.executable, "-c", check, "--no-logo", "--no-cache"]
    return subprocess.run(words, cwd=top, capture_output=True, text=True, check=False)


def lines_with(pattern: re.Pattern[str], wanted: str = "") -> list[str]:
    return [
        f"{file}:{number}: {line.strip()[:120]}"
        for file, text in texts()
        if file.as_posix().startswith(wanted)
        for number, line in enumerate(text.splitlines(), 1)
        if pattern.search(line)
    ]


def test_imports_go_down_only() -> None:
    result = lint_imports(ROOT)
    assert result.returncode == 0, result.stdout + result.stderr


@pytest.mark.parametrize(
    ("module", "line", "verdict"),
    [
        ("app", "import freezerapp.ui.room", 0),
        ("cli", "import freezerapp.commands.room", 0),
        ("domain/room", "import sqlalchemy", 1),
        ("domain/room", "import time", 1),
        ("domain/room", "import freezerapp.storage.room", 1),
        ("storage/room", "import PySide6.QtCore", 1),
        ("storage/room", "import freezerapp.commands.room", 1),
        ("resources", "import freezerapp.storage.room", 1),
        ("commands/room", "import freezerapp.exchange.room", 1),
        ("commands/room", "import freezerapp.commands.other", 1),
        ("documents/room", "import freezerapp.storage.room", 1),
        ("documents/room", "import freezerapp.domain.room", 0),
        ("ui/room", "import sqlalchemy", 1),
        ("cli", "import freezerapp.ui.room", 1),
        ("cli", "import freezerapp.proving", 0),
        ("proving", "import freezerapp.exchange.room", 0),
        ("proving", "import freezerapp.wording.room", 1),
        ("attic", "import freezerapp.domain.room", 1),
    ],
)
def test_the_import_rules_see_what_they_forbid(tmp_path: Path, module: str, line: str, verdict: int) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    house = tmp_path / "freezerapp"
    for room in ("domain", "storage", "commands", "exchange", "documents", "wording", "ui"):
        (house / room).mkdir(parents=True)
        (house / room / "__init__.py").touch()
        (house / room / "room.py").touch()
    (house / "commands" / "other.py").write_text("import freezerapp.commands.room\n", encoding="utf-8")
    for floor in ("__init__", "__main__", "app", "cli", "proving", "resources"):
        (house / f"{floor}.py").touch()
    (house / f"{module}.py").write_text(f"{line}\n", encoding="utf-8")
    result = lint_imports(tmp_path)
    assert result.returncode == verdict, result.stdout + result.stderr


def test_the_top_level_holds_nothing_else() -> None:
    assert {file.parts[0] for file in files() if not file.parts[0].startswith(".")} <= TOP_LEVEL


def test_packaging_is_no_package_as_it_would_hide_a_library() -> None:
    assert not (ROOT / "packaging" / "__init__.py").exists()


def test_a_module_is_short_or_says_why_not() -> None:
    long = []
    for file in modules():
        text = (ROOT / file).read_text(encoding="utf-8")
        if len(text.splitlines()) > LONGEST and not REASON.search(text[:2000]):
            long.append(file.as_posix())
    assert long == []


def test_every_room_has_a_name_of_its_own() -> None:
    assert [file for file in modules() if NAMELESS_ROOMS & set(file.with_suffix("").parts)] == []


def test_every_module_begins_by_saying_what_it_is() -> None:
    silent = []
    for file in modules():
        text = (ROOT / file).read_text(encoding="utf-8")
        if (text.strip() or file.name != "__init__.py") and not get_docstring(parse(text)):
            silent.append(file.as_posix())
    assert silent == []


def test_packages_hold_no_code_in_their_init() -> None:
    inits = [file for file in modules() if file.name == "__init__.py" and len(file.parts) > 2]
    assert [file for file in inits if (ROOT / file).read_text(encoding="utf-8").strip()] == []


def test_no_committed_file_names_a_package_registry() -> None:
    assert lines_with(REGISTRY) == []


def test_no_committed_file_names_a_folder_of_one_machine() -> None:
    assert lines_with(MACHINE_PATH) == []


def test_nothing_in_the_program_is_marked_as_unfinished() -> None:
    assert lines_with(UNFINISHED, "freezerapp/") == []


@pytest.mark.parametrize(
    ("pattern", "text"),
    [
        (REGISTRY, "--index-url https://" + "pypi.example.org/simple"),
        (REGISTRY, "resolved https://" + "registry.example.com/x.tgz"),
        (REGISTRY, "https://" + "mirror.example.com/pub/simple/"),
        (MACHINE_PATH, "cd /" + "root/freezerapp"),
        (UNFINISHED, "# TO" + "DO later"),
    ],
)
def test_the_patterns_find_what_they_look_for(pattern: re.Pattern[str], text: str) -> None:
    assert pattern.search(text)


def test_pictures_and_data_come_with_their_licences() -> None:
    for folder in ("fonts", "icons"):
        assert (ROOT / "resources" / folder / "LICENSE").stat().st_size > 1000


def test_what_a_readme_points_to_is_there() -> None:
    missing = []
    for file, text in texts():
        if file.suffix == ".md":
            targets = [target for target in LINK.findall(text) if "://" not in target and not target.startswith("#")]
            missing += [f"{file}: {target}" for target in targets if not (ROOT / file.parent / target).exists()]
    assert missing == []
