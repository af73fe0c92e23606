"""A small bank for each fault test, and the library that stands between a child and the disk."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import work
from tests.faults.children import Nursery


@pytest.fixture(scope="session")
def small_bank(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bank of 80 tubes in three boxes; not to be written to."""
    path = tmp_path_factory.mktemp("small") / "small.freezer"
    work.make(path)
    return path


@pytest.fixture
def bank(small_bank: Path, tmp_path: Path) -> Path:
    """A copy of it for this test alone."""
    folder = tmp_path / "bank"
    folder.mkdir()
    return Path(shutil.copy(small_bank, folder / "bank.freezer"))


@pytest.fixture(scope="session")
def disk(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """``iofail.c``, compiled."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if not sys.platform.startswith("linux") or compiler is None:
        pytest.skip("faults of the disk are played on Linux, with a C compiler")
    library = tmp_path_factory.mktemp("disk") / "iofail.so"
    source = Path(__file__).with_name("iofail.c")
    subprocess.run([compiler, "-shared", "-fPIC", "-O1", "-Wall", "-Werror", "-o", library, source], check=True)
    return library


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Starts children at work."""
    if not hasattr(os, "fork"):
        pytest.skip("children are forked, which this system does not know")
    made = Nursery()
    yield made
    made.close()


@pytest.fixture(scope="session")
def nursery_on_disk(disk: Path) -> Iterator[Nursery]:
    """The same, with the library that stands between a child and the disk."""
    made = Nursery(disk)
    yield made
    made.close()


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory, where there is one: for faults that are played a real disk is only slow."""
    shared = Path("/dev/shm")
    if not os.access(shared, os.W_OK):
        yield tmp_path
        return
    with tempfile.TemporaryDirectory(prefix="freezerapp-tests-", dir=shared) as folder:
        yield Path(folder)


@pytest.fixture
def bank_in_memory(small_bank: Path, memory: Path) -> Path:
    """A copy of the small bank in such a folder."""
    (memory / "bank").mkdir()
    return Path(shutil.copy(small_bank, memory / "bank" / "bank.freezer"))
