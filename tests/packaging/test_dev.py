"""The set-up: which commands run on which system, and that it is done once."""

import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path, PurePosixPath, PureWindowsPath
from types import ModuleType
from typing import IO

import pytest

ROOT = Path(__file__).resolve().parents[2]
POSIX = PurePosixPath("/srv/freezerapp/.venv")
WINDOWS = PureWindowsPath(r"C:\FreezerApp\.venv")
LOCK = PurePosixPath("packaging/requirements.txt")


def load() -> ModuleType:
    spec = importlib.util.spec_from_file_location("freezerapp_dev", ROOT / "packaging" / "dev.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


class Recorder:
    """A set-up in an empty checkout whose commands are noted instead of run."""

    def __init__(self, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        self.dev = load()
        self.root = folder
        self.commands: list[list[str]] = []
        self.failing: set[str] = set()
        self.version: tuple[int, int] | None = None
        self.missing: list[str] = []
        (folder / "packaging").mkdir()
        (folder / "resources" / "i18n").mkdir(parents=True)
        for name in ("requirements.txt", "requirements-dev.txt"):
            (folder / "packaging" / name).write_text("alembic==1\n", encoding="utf-8")
        venv = folder / ".venv"
        site = "Lib/site-packages", "lib/python3.12/site-packages"
        for part in site:
            (venv / part).mkdir(parents=True)
        monkeypatch.setattr(self.dev, "ROOT", folder)
        monkeypatch.setattr(self.dev, "VENV", venv)
        monkeypatch.setattr(self.dev, "STAMP", venv / "stamp.json")
        monkeypatch.setattr(self.dev, "call", self.call)
        monkeypatch.setattr(self.dev, "usable_version", lambda python: self.version)
        monkeypatch.setattr(self.dev, "missing_libraries", lambda: self.missing)

    def call(self, command: list[str], *, offscreen: bool = False, into: IO[bytes] | None = None) -> int:
        self.commands.append(command)
        line = " ".join(command)
        if into is not None:
            into.write(f"said aside: {command[-1]}".encode())
        if "-m venv" in line:
            self.version = (3, 12)
        if "lrelease" in line:
            Path(command[-1]).touch()
        return int(any(word in line for word in self.failing))

    def lines(self) -> list[str]:
        lines = [" ".join(command).replace(str(self.root), "TOP") for command in self.commands]
        self.commands.clear()
        return lines


@pytest.fixture
def recorder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Recorder:
    return Recorder(tmp_path, monkeypatch)


@pytest.fixture
def dev() -> ModuleType:
    return load()


@pytest.mark.parametrize(
    ("system", "venv", "python", "packages"),
    [
        ("Linux", POSIX, "/bin/python", "/lib/python3.12/site-packages"),
        ("Darwin", POSIX, "/bin/python", "/lib/python3.12/site-packages"),
        ("Windows", WINDOWS, r"\Scripts\python.exe", r"\Lib\site-packages"),
    ],
)
def test_the_virtual_environment_is_laid_out_as_its_system_wants(
    dev: ModuleType, system: str, venv: PurePosixPath | PureWindowsPath, python: str, packages: str
) -> None:
    assert str(dev.venv_python(venv, system)) == str(venv) + python
    assert str(dev.site_packages(venv, system, (3, 12))) == str(venv) + packages


@pytest.mark.parametrize(("system", "venv"), [("Darwin", POSIX), ("Windows", WINDOWS), ("Linux", POSIX)])
def test_dependencies_are_installed_only_with_the_right_hash_and_compiled(
    dev: ModuleType, system: str, venv: PurePosixPath | PureWindowsPath
) -> None:
    python = dev.venv_python(venv, system)
    command = dev.install(python, LOCK)
    assert command[:4] == [str(python), "-m", "pip", "install"]
    assert {"--require-hashes", "--compile", "--no-input"} <= set(command)
    assert command[command.index("--only-binary") + 1] == ":all:"
    assert command[-2:] == ["-r", str(LOCK)]


def test_root_on_debian_installs_libraries_without_asking(dev: ModuleType) -> None:
    machine = dev.Machine("Linux", apt=True, root=True, terminal=False)
    (command,) = dev.install_packages(machine, ["libegl1", "libgl1"])
    assert command[:3] == ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get"]
    assert command[-5:] == ["-y", "install", "--no-install-recommends", "libegl1", "libgl1"]


def test_package_lists_are_fetched_once_where_there_are_none(dev: ModuleType) -> None:
    machine = dev.Machine("Linux", apt=True, root=True, lists=False)
    commands = dev.install_packages(machine, ["libegl1"])
    assert [command[-1] for command in commands] == ["update", "libegl1"]


@pytest.mark.parametrize(("terminal", "sudo"), [(True, ["sudo", "env"]), (False, ["sudo", "-n"])])
def test_who_is_not_root_uses_sudo_and_is_asked_only_when_there(
    dev: ModuleType, terminal: bool, sudo: list[str]
) -> None:
    machine = dev.Machine("Linux", apt=True, sudo=True, terminal=terminal)
    assert dev.install_packages(machine, ["libegl1"])[0][:2] == sudo


@pytest.mark.parametrize(
    "machine",
    [
        {"system": "Linux", "apt": True},
        {"system": "Linux", "root": True},
        {"system": "Darwin", "root": True},
        {"system": "Windows"},
    ],
)
def test_nothing_is_installed_in_a_system_where_that_is_not_possible(dev: ModuleType, machine: dict[str, bool]) -> None:
    assert dev.install_packages(dev.Machine(**machine), ["libegl1"]) == []


@pytest.mark.parametrize(
    ("os_release", "debian"),
    [
        ('PRETTY_NAME="Debian GNU/Linux 12"\nID=debian\n', True),
        ('ID=ubuntu\nID_LIKE=debian\nVERSION_ID="24.04"\n', True),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"\n', True),
        ('ID=fedora\nNAME="Not debian"\n', False),
        ("", False),
    ],
)
def test_debian_and_its_relatives_are_known(dev: ModuleType, os_release: str, debian: bool) -> None:
    assert dev.is_debian(os_release) is debian


@pytest.mark.parametrize(("system", "venv"), [("Darwin", POSIX), ("Windows", WINDOWS)])
def test_the_checks_are_the_same_on_every_system(
    dev: ModuleType, system: str, venv: PurePosixPath | PureWindowsPath
) -> None:
    python = dev.venv_python(venv, system)
    checks = dev.checks(python, True, ["tests/domain", "-k", "box"])
    assert [check.name for check in checks] == ["lint", "import rules", "types", "tests"]
    assert all(check.command[0] == str(python) for check in checks)
    assert checks[-1].command[1:] == ["-m", "pytest", "--long", "tests/domain", "-k", "box"]
    assert "--long" not in dev.checks(python, False, [])[-1].command


@pytest.mark.parametrize(("system", "venv"), [("Darwin", POSIX), ("Windows", WINDOWS)])
def test_the_window_opens_on_the_demonstration_bank(
    dev: ModuleType, system: str, venv: PurePosixPath | PureWindowsPath
) -> None:
    python, bank = dev.venv_python(venv, system), venv.parent / "demonstration.freezer"
    module = [str(python), "-m", "freezerapp"]
    assert dev.make_demonstration(python, bank) == [*module, "demo", str(bank)]
    assert dev.open_window(python, bank) == [*module, str(bank)]
    tour = [str(python), "packaging/tour.py", str(venv.parent / "tour")]
    assert dev.draw_tour(python, venv.parent / "tour", None) == tour
    assert dev.draw_tour(python, venv.parent / "tour", bank) == [*tour, "--bank", str(bank)]


def test_variables_that_would_lead_elsewhere_are_not_passed_on(dev: ModuleType) -> None:
    given = {
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONPATH": "/elsewhere",
        "PIP_TARGET": "/x",
        "LANG": "fr_FR.UTF-8",
    }
    assert dev.environment(given, False) == {"LANG": "fr_FR.UTF-8"}
    assert dev.environment(given, True) == {"LANG": "fr_FR.UTF-8", "QT_QPA_PLATFORM": "offscreen"}
    assert dev.environment({"QT_QPA_PLATFORM": "xcb"}, True) == {"QT_QPA_PLATFORM": "xcb"}


def test_the_first_set_up_goes_through_every_step_in_order(recorder: Recorder) -> None:
    recorder.missing = ["libEGL.so.1"]
    (recorder.root / "resources" / "i18n" / "fr.ts").write_text("<TS/>", encoding="utf-8")
    python = recorder.dev.set_up(recorder.dev.Machine("Linux", apt=True, root=True), "run")
    assert python == recorder.root / ".venv" / "bin" / "python"
    system, venv, pip, bytecode, loads, french = recorder.lines()
    assert system.endswith("install --no-install-recommends libegl1")
    assert venv.endswith("-m venv --clear TOP/.venv")
    assert pip.startswith("TOP/.venv/bin/python -m pip install --require-hashes")
    assert pip.endswith("-r TOP/packaging/requirements.txt")
    assert bytecode.endswith("TOP/.venv/lib/python3.12/site-packages TOP/freezerapp")
    assert "import PySide6.QtWidgets" in loads
    assert french.endswith("-silent TOP/resources/i18n/fr.ts -qm TOP/resources/i18n/fr.qm")
    path = recorder.root / ".venv" / "lib" / "python3.12" / "site-packages" / "freezerapp.pth"
    assert path.read_text(encoding="utf-8").strip() == str(recorder.root)


def test_the_tests_ask_for_the_programs_they_start(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = recorder.dev.Machine("Linux", apt=True, root=True)
    monkeypatch.setattr(recorder.dev.shutil, "which", lambda name: None)
    monkeypatch.setattr(recorder.dev, "HEADERS", {"/nowhere/stdio.h": "libc6-dev"})
    recorder.dev.set_up(machine, "run")
    assert not any("apt-get" in line for line in recorder.lines())
    recorder.dev.set_up(machine, "test")
    asked = "dmtx-utils gcc libc6-dev poppler-utils xauth xvfb zbar-tools"
    assert recorder.lines()[0].endswith(f"install --no-install-recommends {asked}")


@pytest.mark.parametrize(("system", "python"), [("Darwin", "bin/python"), ("Windows", "Scripts/python.exe")])
def test_elsewhere_the_set_up_leaves_the_system_alone(recorder: Recorder, system: str, python: str) -> None:
    recorder.missing = ["libEGL.so.1"]
    recorder.dev.set_up(recorder.dev.Machine(system), "test")
    lines = recorder.lines()
    assert [line.split()[0] for line in lines[1:]] == [f"TOP/.venv/{python}"] * 3
    assert not any("apt-get" in line for line in lines)


def test_a_second_start_does_no_set_up(recorder: Recorder) -> None:
    machine = recorder.dev.Machine("Darwin")
    (recorder.root / "resources" / "i18n" / "fr.ts").write_text("<TS/>", encoding="utf-8")
    recorder.dev.set_up(machine, "test")
    recorder.lines()
    recorder.dev.set_up(machine, "test")
    recorder.dev.set_up(machine, "run")
    assert recorder.lines() == []


def test_a_virtual_environment_without_a_stamp_is_kept_and_completed(recorder: Recorder) -> None:
    recorder.version = (3, 12)
    recorder.dev.set_up(recorder.dev.Machine("Darwin"), "run")
    lines = recorder.lines()
    assert "-m pip install" in lines[0]
    assert not any("-m venv" in line for line in lines)


def test_the_set_up_is_done_again_when_the_lock_changes(recorder: Recorder) -> None:
    machine = recorder.dev.Machine("Darwin")
    recorder.dev.set_up(machine, "run")
    recorder.lines()
    (recorder.root / "packaging" / "requirements.txt").write_text("alembic==2\n", encoding="utf-8")
    recorder.dev.set_up(machine, "run")
    assert any("-m pip install" in line for line in recorder.lines())


def test_being_set_up_to_run_is_not_being_set_up_to_test(recorder: Recorder) -> None:
    machine = recorder.dev.Machine("Darwin")
    recorder.dev.set_up(machine, "run")
    recorder.lines()
    recorder.dev.set_up(machine, "test")
    assert recorder.lines()[0].endswith("-r TOP/packaging/requirements-dev.txt")


def test_a_set_up_that_failed_is_tried_again(recorder: Recorder) -> None:
    machine = recorder.dev.Machine("Darwin")
    recorder.failing = {"-m pip"}
    with pytest.raises(recorder.dev.Stop, match="could not be installed"):
        recorder.dev.set_up(machine, "run")
    recorder.failing = set()
    recorder.lines()
    recorder.dev.set_up(machine, "run")
    assert any("-m pip install" in line for line in recorder.lines())


def test_a_changed_translation_is_compiled_anew(recorder: Recorder) -> None:
    machine = recorder.dev.Machine("Darwin")
    source = recorder.root / "resources" / "i18n" / "fr.ts"
    source.write_text("<TS/>", encoding="utf-8")
    recorder.dev.set_up(machine, "run")
    recorder.lines()
    later = source.stat().st_mtime + 10
    os.utime(source, (later, later))
    recorder.dev.set_up(machine, "run")
    (line,) = recorder.lines()
    assert "lrelease" in line


def test_libraries_that_cannot_be_installed_are_named(recorder: Recorder, capsys: pytest.CaptureFixture[str]) -> None:
    recorder.missing = ["libEGL.so.1", "libxcb-cursor.so.0"]
    recorder.dev.set_up(recorder.dev.Machine("Linux"), "run")
    said = capsys.readouterr().out
    assert "missing in this system: libEGL.so.1, libxcb-cursor.so.0" in said
    assert "apt-get install libegl1 libxcb-cursor0" in said


def test_old_package_lists_are_fetched_anew_before_giving_up(recorder: Recorder) -> None:
    recorder.missing = ["libEGL.so.1"]
    recorder.failing = {"apt-get"}
    recorder.dev.set_up(recorder.dev.Machine("Linux", apt=True, root=True), "run")
    tried = [line.split()[7] for line in recorder.lines() if "apt-get" in line]
    assert tried == ["install", "update"]


def test_without_a_display_pictures_are_drawn_and_it_says_where(
    recorder: Recorder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    bank = recorder.root / "data" / "demonstration.freezer"
    monkeypatch.setattr(recorder.dev, "demonstration", lambda python: bank)
    end = recorder.dev.run(recorder.dev.Machine("Linux", display=False))
    demo, tour = recorder.lines()[-2:]
    assert demo.endswith("-m freezerapp demo TOP/data/demonstration.freezer")
    assert tour.endswith("packaging/tour.py TOP/data/tour --bank TOP/data/demonstration.freezer")
    assert "There is no display here" in capsys.readouterr().out
    assert end == f"The pictures are in {bank.parent / 'tour'}"


def test_with_a_display_the_bank_that_is_there_is_opened(recorder: Recorder, monkeypatch: pytest.MonkeyPatch) -> None:
    bank = recorder.root / "demonstration.freezer"
    bank.touch()
    monkeypatch.setattr(recorder.dev, "demonstration", lambda python: bank)
    recorder.dev.set_up(recorder.dev.Machine("Darwin"), "run")
    recorder.lines()
    recorder.dev.run(recorder.dev.Machine("Darwin"))
    assert recorder.lines() == ["TOP/.venv/bin/python -m freezerapp TOP/demonstration.freezer"]


def test_every_check_runs_even_when_one_fails_and_the_end_names_it(
    recorder: Recorder, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recorder.dev, "this_machine", lambda: recorder.dev.Machine("Darwin"))
    recorder.failing = {"mypy"}
    assert recorder.dev.main(["test", "tests/domain", "-x"]) == 1
    assert recorder.lines()[-1] == "TOP/.venv/bin/python -m pytest tests/domain -x"
    last = capsys.readouterr().out.splitlines()[-1]
    assert last.startswith("FreezerApp: Not everything passed")
    assert last.endswith("Failed: types.")
    recorder.failing = set()
    assert recorder.dev.main(["test", "--long"]) == 0
    started = [line.partition("-m pytest --long ")[2] for line in recorder.lines() if "-m pytest" in line]
    beside = [words for words in started if words != "tests/gestures"]  # one after the other, beside the gestures
    assert beside == ["--ignore=tests/ui --ignore=tests/gestures", "tests/ui"]
    assert "tests/gestures" in started
    out = capsys.readouterr().out
    assert "said aside: --ignore=tests/gestures" in out
    assert "said aside: tests/ui" in out
    assert "All checks passed" in out.splitlines()[-1]
    recorder.failing = {"--ignore=tests/ui"}
    assert recorder.dev.main(["test"]) == 1
    assert capsys.readouterr().out.splitlines()[-1].endswith("Failed: tests of the rules.")


@pytest.mark.parametrize("words", [[], ["fly"], ["run", "--quickly"], ["tour"]])
def test_words_that_are_not_understood_end_with_status_2(dev: ModuleType, words: list[str]) -> None:
    with pytest.raises(SystemExit) as end:
        dev.main(words)
    assert end.value.code == 2


def test_an_older_python_is_refused_in_one_sentence(
    dev: ModuleType, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "OLDEST", (99, 0))
    assert dev.main(["run"]) == 1
    (line,) = capsys.readouterr().out.splitlines()
    assert "needs Python 3.11 or newer" in line


def test_a_virtual_environment_that_does_not_start_is_not_usable(dev: ModuleType, tmp_path: Path) -> None:
    assert dev.usable_version(tmp_path / "bin" / "python") is None
    assert dev.usable_version(Path(sys.executable)) == sys.version_info[:2]


@pytest.mark.long
@pytest.mark.skipif(sys.platform != "linux", reason="set up for real on Debian and Ubuntu")
def test_an_empty_clone_with_an_empty_home_is_set_up_for_real(tmp_path: Path) -> None:
    clone, home = tmp_path / "clone", tmp_path / "home"
    home.mkdir()
    left_out = shutil.ignore_patterns(".venv", ".git", "*.qm", "__pycache__", ".*_cache")
    shutil.copytree(ROOT, clone, ignore=left_out)
    variables = {**os.environ, "HOME": str(home), "PYTHONDONTWRITEBYTECODE": "1"}
    words = [sys.executable, "packaging/dev.py", "setup"]
    done = subprocess.run(words, cwd=clone, env=variables, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert "Everything is set up" in done.stdout.splitlines()[-1]
    assert list(clone.glob(".venv/lib/python*/site-packages/sqlalchemy/orm/__pycache__/*.pyc"))
    loads = [str(clone / ".venv" / "bin" / "python"), "-c", "import freezerapp; print(freezerapp.__file__)"]
    where = subprocess.run(loads, cwd=home, capture_output=True, text=True, check=True, env=variables).stdout
    assert Path(where.strip()).is_relative_to(clone)
