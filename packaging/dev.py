#!/usr/bin/env python3
"""From a checkout to a running program: set FreezerApp up, open it, check it, take its pictures.

    python3 packaging/dev.py run                           open the demonstration bank
    python3 packaging/dev.py setup                         only set up
    python3 packaging/dev.py test [--long] [PYTEST ARGS]   lint, types, import rules, all tests
    python3 packaging/dev.py tour FOLDER                   save a picture of every screen and page

Each sets up first what is missing. Needs Python 3.11 or newer and nothing beside it. What is to be run on
which system is said by pure functions that give lists of words: the steps of all can be tested on any.
"""

# Long because it must stand alone: it runs before anything of the project can be imported.

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import json
import locale
import os
import platform
import shutil
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path, PurePath
from typing import IO, NamedTuple

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
STAMP = VENV / "freezerapp-setup.json"
OLDEST = (3, 11)

# What Qt loads and the Debian package it is in; the last five are for a window on X11.
LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libfontconfig.so.1": "libfontconfig1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
# Programs that the tests start, and their packages: a display in memory; a compiler for the disk that fails,
# with the headers that its package does without; readers of codes and of PDF that are not ours.
PROGRAMS = {
    "Xvfb": "xvfb",
    "xauth": "xauth",
    "gcc": "gcc",
    "dmtxread": "dmtx-utils",
    "zbarimg": "zbar-tools",
    "pdftoppm": "poppler-utils",
}
HEADERS = {"/usr/include/stdio.h": "libc6-dev"}

REQUIREMENTS = {"run": "packaging/requirements.txt", "test": "packaging/requirements-dev.txt"}

# Variables of the caller that would send pip elsewhere, hide the checkout or slow every start down.
UNWANTED = (
    "PYTHONDONTWRITEBYTECODE",
    "PYTHONHOME",
    "PYTHONPATH",
    "PYTHONSAFEPATH",
    "PYTHONOPTIMIZE",
    "PIP_NO_COMPILE",
    "PIP_PREFIX",
    "PIP_TARGET",
    "PIP_USER",
    "VIRTUAL_ENV",
)


class Stop(Exception):
    """Work that can't go on; its text is the sentence to end with."""


class Machine(NamedTuple):
    """What decides which steps are needed."""

    system: str  # "Linux", "Darwin" or "Windows", as platform.system() says
    apt: bool = False  # Debian, Ubuntu or a relative of theirs
    lists: bool = True  # apt-get has package lists
    root: bool = False
    sudo: bool = False
    terminal: bool = True  # somebody is there to type a password
    display: bool = True


PANES, GESTURES = "tests/ui", "tests/gestures"  # what needs windows; the second takes longest of all


class Check(NamedTuple):
    """One part of the tests: what it is called in the last sentence, and what runs it."""

    name: str
    command: list[str]
    aside: bool = False  # runs on the second processor, while the first does what is not aside


# Steps as lists of words


def venv_python(venv: PurePath, system: str) -> PurePath:
    """The interpreter inside a virtual environment."""
    return venv / "Scripts" / "python.exe" if system == "Windows" else venv / "bin" / "python"


def site_packages(venv: PurePath, system: str, version: tuple[int, int]) -> PurePath:
    """The folder of a virtual environment that installed packages stand in."""
    if system == "Windows":
        return venv / "Lib" / "site-packages"
    return venv / "lib" / f"python{version[0]}.{version[1]}" / "site-packages"


def make_venv(python: str, venv: PurePath) -> list[str]:
    """Makes the virtual environment, or makes it anew where one was broken."""
    return [python, "-m", "venv", "--clear", str(venv)]


def install(python: PurePath, requirements: PurePath) -> list[str]:
    """Installs exactly what the lock file names, checked by hash, compiled; no foreign set-up code runs."""
    checked = ["--require-hashes", "--only-binary", ":all:", "--compile"]
    plain = ["--no-input", "--disable-pip-version-check"]
    return [str(python), "-m", "pip", "install", *checked, *plain, "-r", str(requirements)]


def compile_bytecode(python: PurePath, *folders: PurePath) -> list[str]:
    """Compiles what an earlier install left uncompiled; files that only look like Python are passed over."""
    return [str(python), "-m", "compileall", "-qq", "-j", "0", *map(str, folders)]


def compile_translation(python: PurePath, source: PurePath) -> list[str]:
    """Makes the .qm file that Qt reads beside the .ts file that translators write."""
    code = "from PySide6.scripts.pyside_tool import lrelease; lrelease()"
    return [str(python), "-c", code, "-silent", str(source), "-qm", str(source.with_suffix(".qm"))]


def install_packages(machine: Machine, packages: list[str]) -> list[list[str]]:
    """The commands that install Debian packages here; none where that can't be done from here."""
    if not packages or not machine.apt or not (machine.root or machine.sudo):
        return []
    sudo = [] if machine.root else ["sudo"] if machine.terminal else ["sudo", "-n"]
    quiet = ["env", "DEBIAN_FRONTEND=noninteractive"]
    apt = [*sudo, *quiet, "apt-get", "-o", "DPkg::Lock::Timeout=120", "-q", "-y"]
    update = [] if machine.lists else [[*apt, "update"]]
    return [*update, [*apt, "install", "--no-install-recommends", *packages]]


def checks(python: PurePath, long: bool, words: list[str]) -> list[Check]:
    """Every part of the tests; of what is not aside, the quick ones first."""
    import_rules = "import sys; from importlinter.cli import lint_imports_command as check; sys.exit(check())"
    quick = [
        Check("lint", [str(python), "-m", "ruff", "check", "."]),
        Check("import rules", [str(python), "-c", import_rules, "--no-logo"]),
        Check("types", [str(python), "-m", "mypy", "--strict"]),
    ]
    pytest = [str(python), "-m", "pytest", *(["--long"] if long else [])]
    if words:
        return [*quick, Check("tests", [*pytest, *words])]
    return [  # what needs windows in processes of its own, and about as much for each processor
        Check("tests of the rules", [*pytest, f"--ignore={PANES}", f"--ignore={GESTURES}"], aside=True),
        Check("tests of the panes", [*pytest, PANES], aside=True),
        *quick,
        Check("tests of the gestures", [*pytest, GESTURES]),
    ]


def make_demonstration(python: PurePath, bank: PurePath) -> list[str]:
    """Builds the demonstration bank."""
    return [str(python), "-m", "freezerapp", "demo", str(bank)]


def open_window(python: PurePath, bank: PurePath) -> list[str]:
    """Opens the window on a bank."""
    return [str(python), "-m", "freezerapp", str(bank)]


def draw_tour(python: PurePath, folder: PurePath, bank: PurePath | None) -> list[str]:
    """Saves the pictures of the tour; without a bank it makes its own."""
    words = [] if bank is None else ["--bank", str(bank)]
    return [str(python), "packaging/tour.py", str(folder), *words]


def environment(given: dict[str, str], offscreen: bool) -> dict[str, str]:
    """The variables for everything that is started from here."""
    kept = {name: value for name, value in given.items() if name not in UNWANTED}
    return {"QT_QPA_PLATFORM": "offscreen", **kept} if offscreen else kept


# What is here


def this_machine() -> Machine:
    """The machine this runs on."""
    system = platform.system()
    if system != "Linux":
        return Machine(system)
    lists = Path("/var/lib/apt/lists")
    return Machine(
        system,
        apt=is_debian(_os_release()) and shutil.which("apt-get") is not None,
        lists=lists.is_dir() and any("_Packages" in file.name for file in lists.iterdir()),
        root=os.geteuid() == 0,
        sudo=shutil.which("sudo") is not None,
        terminal=sys.stdin is not None and sys.stdin.isatty(),
        display=bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")),
    )


def is_debian(os_release: str) -> bool:
    """Whether this text of /etc/os-release is of Debian, Ubuntu or a relative of theirs."""
    fields = dict(line.split("=", 1) for line in os_release.splitlines() if "=" in line)
    family = f"{fields.get('ID', '')} {fields.get('ID_LIKE', '')}".replace('"', " ").split()
    return bool({"debian", "ubuntu"} & set(family))


def missing_libraries() -> list[str]:
    """The libraries of Qt that can't be loaded here; asked of another process, as loading runs their code."""
    look = (
        "import ctypes, sys\n"
        "for name in sys.argv[1:]:\n"
        "    try:\n        ctypes.CDLL(name)\n"
        "    except OSError:\n        print(name)\n"
    )
    return subprocess.run(
        [sys.executable, "-c", look, *LIBRARIES], capture_output=True, text=True, check=True
    ).stdout.split()


def usable_version(python: Path) -> tuple[int, int] | None:
    """The version of a virtual environment's interpreter; None where it has to be made anew."""
    ask = "import sys, importlib.util as u; print(*sys.version_info[:2] if u.find_spec('pip') else ())"
    try:
        answer = subprocess.run([str(python), "-I", "-c", ask], capture_output=True, text=True, check=False)
    except OSError:
        return None
    words = answer.stdout.split()
    if answer.returncode or len(words) != 2:
        return None
    version = int(words[0]), int(words[1])
    return version if version >= OLDEST else None


def fingerprint(level: str, version: tuple[int, int]) -> str:
    """Changes whenever a set-up of this level would have something to do."""
    facts = (str(ROOT), version, _os_release(), LIBRARIES, {**PROGRAMS, **HEADERS} if level == "test" else {})
    return hashlib.sha256(repr(facts).encode() + (ROOT / REQUIREMENTS[level]).read_bytes()).hexdigest()


def _os_release() -> str:
    file = Path("/etc/os-release")
    return file.read_text(encoding="utf-8", errors="replace") if file.is_file() else ""


# The work


def say(sentence: str) -> None:
    print(f"FreezerApp: {sentence}", flush=True)


def call(command: list[str], *, offscreen: bool = False, into: IO[bytes] | None = None) -> int:
    """Runs a command from the top of the checkout and gives its exit status; what it says may go into a file."""
    variables = environment(dict(os.environ), offscreen)
    both = subprocess.STDOUT if into is not None else None
    return subprocess.run(command, cwd=ROOT, env=variables, check=False, stdout=into, stderr=both).returncode


def must(command: list[str], otherwise: str, *, offscreen: bool = False) -> None:
    """Runs a command; if it fails, the work ends with this sentence."""
    status = call(command, offscreen=offscreen)
    if status:
        raise Stop(f"{otherwise} (exit status {status}; its own words stand above).")


def set_up(machine: Machine, level: str, *, again: bool = False) -> Path:
    """Makes this checkout ready to run ("run") or to be tested ("test"), once; gives the interpreter."""
    python = Path(venv_python(VENV, machine.system))
    version = usable_version(python)
    done = _stamps()
    if again or version is None or done.get(level) != fingerprint(level, version):
        began = time.monotonic()
        _install_libraries(machine, level, new_venv=version is None)
        if version is None:
            say("making the virtual environment in .venv")
            must(make_venv(sys.executable, VENV), "The virtual environment could not be made")
            version = usable_version(python)
            if version is None:
                raise Stop(f"The new virtual environment does not work: {python} can't be started with pip.")
        say("installing the pinned dependencies, each checked by its hash")
        failed = "The dependencies could not be installed; is the network there?"
        must(install(python, ROOT / REQUIREMENTS[level]), failed)
        packages = Path(site_packages(VENV, machine.system, version))
        call(compile_bytecode(python, packages, ROOT / "freezerapp"))
        # A line in a .pth file puts the checkout on the path; Python reads it in the encoding of the locale.
        (packages / "freezerapp.pth").write_text(f"{ROOT}\n", encoding=locale.getpreferredencoding(False))
        parts = "PySide6.QtWidgets, PySide6.QtSvg, sqlalchemy, alembic, platformdirs, charset_normalizer"
        parts += ", zxingcpp, barcode, reportlab, pypdfium2"
        must([str(python), "-c", f"import {parts}"], "Something that FreezerApp needs can't be loaded")
        current = {name: stamp for name, stamp in done.items() if stamp == fingerprint(name, version)}
        # The lock of the tests holds all that is needed to run.
        current |= {name: fingerprint(name, version) for name in (level, "run")}
        STAMP.write_text(json.dumps(current), encoding="utf-8")
        say(f"set up in {time.monotonic() - began:.0f} s.")
    for source in sorted((ROOT / "resources" / "i18n").glob("*.ts")):
        made = source.with_suffix(".qm")
        if not made.is_file() or made.stat().st_mtime < source.stat().st_mtime:
            must(compile_translation(python, source), f"The translation {source.name} could not be compiled")
    return python


def _stamps() -> dict[str, str]:
    try:
        found = json.loads(STAMP.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return found if isinstance(found, dict) else {}


def _install_libraries(machine: Machine, level: str, *, new_venv: bool) -> None:
    """Installs what is missing in the system, or says what somebody else must install."""
    if machine.system != "Linux":
        return
    needs = {name: LIBRARIES[name] for name in missing_libraries()}
    if level == "test":
        needs |= {name: package for name, package in PROGRAMS.items() if shutil.which(name) is None}
        needs |= {name: package for name, package in HEADERS.items() if not Path(name).exists()}
    if new_venv and importlib.util.find_spec("ensurepip") is None:  # Debian keeps it apart from Python
        needs["Python's ensurepip"] = f"python{sys.version_info[0]}.{sys.version_info[1]}-venv"
    if not needs:
        return
    packages = sorted(set(needs.values()))
    commands = install_packages(machine, packages)
    if commands:
        say(f"installing the system packages {', '.join(packages)}")
        if all(call(command) == 0 for command in commands):
            return
        # Package lists that are too old name versions that are gone.
        afresh = install_packages(machine._replace(lists=False), packages)
        if machine.lists and all(call(command) == 0 for command in afresh):
            return
    say(f"missing in this system: {', '.join(needs)}. Please have it installed; in Debian's words:")
    print(f"    apt-get install {' '.join(packages)}", flush=True)


def demonstration(python: Path) -> Path:
    """Where the demonstration bank of this user stands, whether it exists or not."""
    ask = "import platformdirs; print(platformdirs.user_data_dir('FreezerApp', appauthor=False))"
    variables = {**environment(dict(os.environ), False), "PYTHONIOENCODING": "utf-8"}
    answer = subprocess.run([str(python), "-c", ask], capture_output=True, encoding="utf-8", check=True, env=variables)
    return Path(answer.stdout.strip()) / "demonstration.freezer"


def run(machine: Machine) -> str:
    """Opens the window on the demonstration bank; without a display, draws its pictures."""
    python = set_up(machine, "run")
    bank = demonstration(python)
    if not bank.exists():
        say("making the demonstration bank, 53,510 tubes; this takes less than a minute")
        bank.parent.mkdir(parents=True, exist_ok=True)
        must(make_demonstration(python, bank), "The demonstration bank could not be made")
    if machine.display:
        say(f"opening the window on {bank}")
        must(open_window(python, bank), "The window ended with an error")
        return "The window was closed."
    say("There is no display here for a window, so its pictures are drawn into files instead")
    folder = bank.parent / "tour"
    must(draw_tour(python, folder, bank), "The pictures could not be drawn", offscreen=True)
    return f"The pictures are in {folder}"


def test(machine: Machine, long: bool, words: list[str]) -> str:
    """Runs every check, also when an earlier one failed."""
    python = set_up(machine, "test")
    began = time.monotonic()
    failed = _failed(checks(python, long, words))
    took = f"({time.monotonic() - began:.0f} s)"
    if failed:
        raise Stop(f"Not everything passed {took}. Failed: {', '.join(failed)}.")
    return f"All checks passed {took}."


def _failed(wanted: list[Check]) -> list[str]:
    """Runs the checks; gives the names of those that failed. What runs aside is printed when the others are done."""
    failed = []
    with ThreadPoolExecutor(1) as second, ExitStack() as files:
        waits = []
        for check in (check for check in wanted if check.aside):
            told = files.enter_context(tempfile.TemporaryFile())
            waits.append((check.name, told, second.submit(call, check.command, offscreen=True, into=told)))
        if waits:
            say(f"checking beside what follows: {', '.join(name for name, _, _ in waits)}")
        for check in (check for check in wanted if not check.aside):
            say(f"checking: {check.name}")
            if call(check.command, offscreen=True):
                failed.append(check.name)
        for name, told, status in waits:
            say(f"waiting for: {name}")
            if status.result():
                failed.append(name)
            told.seek(0)
            print(told.read().decode("utf-8", "replace"), flush=True)
    return failed


def main(words: list[str]) -> int:
    """Does what the words ask for; 0 done, 1 not done, 2 not understood."""
    parser = argparse.ArgumentParser(
        "dev.py", description="Sets FreezerApp up, opens it, checks it.", allow_abbrev=False
    )
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
    verbs.add_parser("run", help="set up what is missing and open the window on the demonstration bank")
    verbs.add_parser("setup", help="only set up")
    tests = verbs.add_parser("test", help="lint, types, import rules and all tests", allow_abbrev=False)
    tests.add_argument("--long", action="store_true", help="the long forms of the tests")
    tour = verbs.add_parser("tour", help="save a picture of every screen and page")
    tour.add_argument("folder", type=Path, metavar="FOLDER")
    asked, rest = parser.parse_known_args(words)
    if rest and asked.verb != "test":
        parser.error(f"what is {' '.join(rest)}?")
    try:
        if sys.version_info < OLDEST:
            raise Stop(f"FreezerApp needs Python 3.11 or newer; this is {platform.python_version()}.")
        machine = this_machine()
        if asked.verb == "run":
            end = run(machine)
        elif asked.verb == "setup":
            set_up(machine, "run", again=True)
            end = "Everything is set up; start it with: python3 packaging/dev.py run"
        elif asked.verb == "test":
            end = test(machine, asked.long, rest)
        else:
            python, folder = set_up(machine, "run"), asked.folder.resolve()
            must(draw_tour(python, folder, None), "The pictures could not be drawn", offscreen=True)
            end = f"The pictures are in {folder}"
    except (Stop, OSError, subprocess.SubprocessError) as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        say("Stopped.")
        return 130
    say(end)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
