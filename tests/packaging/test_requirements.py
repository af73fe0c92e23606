"""The locks: the same names in every list, each with a hash, and no address in them."""

import re
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = ("requirements.txt", "requirements-dev.txt")


def read(name: str) -> str:
    return (ROOT / "packaging" / name).read_text(encoding="utf-8")


def pins(text: str) -> dict[str, str]:
    """Name, in lower case, to version."""
    found = re.findall(r"^([A-Za-z0-9][\w.-]*)==([^\s;\\]+)", text, re.MULTILINE)
    return {name.lower(): version for name, version in found}


def test_the_project_names_the_same_dependencies_as_the_list() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    named = {re.split(r"[ <>=]", line)[0].lower() for line in project["dependencies"]}
    assert named == set(pins(read("requirements.in")))


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_holds_what_its_list_asks_for(lock: str) -> None:
    asked, locked = pins(read(lock.replace(".txt", ".in"))), pins(read(lock))
    assert asked.items() <= locked.items()


def test_the_lock_of_the_tests_holds_all_of_the_lock_to_run() -> None:
    assert pins(read(LOCKS[0])).items() <= pins(read(LOCKS[1])).items()


@pytest.mark.parametrize("lock", LOCKS)
def test_every_pin_has_a_hash_and_no_lock_holds_an_address(lock: str) -> None:
    text = read(lock)
    for entry in re.split(r"\n(?=[a-z0-9])", text)[1:]:
        assert "--hash=sha256:" in entry, entry.splitlines()[0]
    assert "://" not in text
    assert not re.search(r"--(index|extra-index|find-links)", text.replace("--no-emit-index-url", ""))
