"""Data files are found from a checkout, an installed wheel and a frozen program alike."""

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from freezerapp import resources

ROOT = Path(__file__).resolve().parents[2]
ASK = "from freezerapp import resources; print(resources.path('icons', 'plus.svg'))"


def ask(code: str, *folders: Path) -> str:
    """What this code prints where only these folders and the installed libraries are on the path."""
    where = f"import sys; sys.path[:0] = {[str(folder) for folder in folders]!r}\n"
    # -I keeps this checkout off the path; its .pth file would still put it at the end.
    run = subprocess.run([sys.executable, "-I", "-c", where + code], capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return run.stdout.strip()


def test_a_checkout_keeps_them_beside_the_program() -> None:
    assert resources.path("icons", "plus.svg") == ROOT / "resources" / "icons" / "plus.svg"
    assert resources.path("fonts").is_dir()


def test_a_file_that_did_not_come_along_is_named() -> None:
    with pytest.raises(resources.ResourceMissing) as refusal:
        resources.path("icons", "no-such.svg")
    assert refusal.value.name == "icons/no-such.svg"
    assert refusal.value.looked_in == (ROOT / "resources",)


def test_the_names_of_a_folder_are_listed_by_suffix() -> None:
    assert {"Inter-Regular", "Inter-SemiBold"} <= set(resources.names("fonts", ".ttf"))
    assert "LICENSE" not in resources.names("fonts", ".ttf")
    with pytest.raises(resources.ResourceMissing):
        resources.names("no-such-folder", ".toml")


def test_toml_is_read_and_what_is_not_toml_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(resources, "_root", lambda: tmp_path)
    (tmp_path / "good.toml").write_text('name = "Boîte 9×9"\nrows = 9\n', encoding="utf-8")
    (tmp_path / "bad.toml").write_text("name = ", encoding="utf-8")
    assert resources.load_toml("good.toml") == {"name": "Boîte 9×9", "rows": 9}
    with pytest.raises(resources.ResourceUnreadable) as refusal:
        resources.load_toml("bad.toml")
    assert refusal.value.file == tmp_path / "bad.toml"


@pytest.mark.parametrize("folder", ["resources", "freezerapp/data"])
def test_a_frozen_program_looks_inside_its_bundle(tmp_path: Path, folder: str) -> None:
    icon = tmp_path / folder / "icons" / "plus.svg"
    icon.parent.mkdir(parents=True)
    icon.touch()
    frozen = f"sys.frozen = True; sys._MEIPASS = {str(tmp_path)!r}\n"
    assert ask(frozen + ASK, ROOT) == str(icon)


def test_a_frozen_program_without_its_files_says_where_it_looked(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resources.places()[0] == tmp_path / "resources"
    resources._root.cache_clear()
    try:
        with pytest.raises(resources.ResourceMissing) as refusal:
            resources.path("icons")
        assert tmp_path / "resources" in refusal.value.looked_in
    finally:
        resources._root.cache_clear()


@pytest.fixture(scope="session")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel, built from this checkout with what is installed and nothing else."""
    folder = tmp_path_factory.mktemp("wheel")
    words = "-m pip wheel . --no-deps --no-build-isolation --no-index --disable-pip-version-check --wheel-dir"
    variables = {**os.environ, "PIP_FIND_LINKS": ""}
    built = subprocess.run(
        [sys.executable, *words.split(), str(folder)],
        cwd=ROOT,
        env=variables,
        capture_output=True,
        text=True,
        check=False,
    )
    assert built.returncode == 0, built.stdout + built.stderr
    (file,) = folder.glob("freezerapp-*.whl")
    return file


def test_a_wheel_carries_every_data_file_and_no_picture_of_the_readme(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        inside = set(archive.namelist())
    here = ROOT / "resources"
    ours = {file.relative_to(here) for file in here.rglob("*") if file.is_file() and file.suffix != ".ts"}
    expected = {f"freezerapp/data/{file.as_posix()}" for file in ours if file.parts[0] != "pictures"}
    assert expected <= inside
    assert {name for name in inside if not name.startswith(("freezerapp/", "freezerapp-"))} == set()
    assert not any("/pictures/" in name for name in inside)


def test_an_unpacked_wheel_finds_its_data(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    assert ask(ASK, tmp_path) == str(tmp_path / "freezerapp" / "data" / "icons" / "plus.svg")


def test_a_system_package_can_keep_its_data_in_share(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    share = tmp_path / "share" / "freezerapp"
    share.parent.mkdir()
    (tmp_path / "freezerapp" / "data").rename(share)
    prefix = f"sys.prefix = {str(tmp_path)!r}\n"
    assert ask(prefix + ASK, tmp_path) == str(share / "icons" / "plus.svg")


def test_a_checkout_of_something_else_is_not_taken_for_ours(wheel: Path, tmp_path: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(tmp_path)
    (tmp_path / "resources").mkdir()
    assert ask(ASK, tmp_path).startswith(str(tmp_path / "freezerapp"))
