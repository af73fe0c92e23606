"""Which words open the window, and which are handed to the command line."""

from pathlib import Path

import pytest

from freezerapp.__main__ import opens_window


@pytest.mark.parametrize("words", [[], ["bank.freezer"], ["./bank"], ["/data/bank.freezer"], ["not-there.freezer"]])
def test_an_inventory_or_nothing_opens_the_window(words: list[str]) -> None:
    assert opens_window(words)


@pytest.mark.parametrize(
    "words",
    [["demo", "x.freezer"], ["find"], ["--help"], ["--version"], ["bank.freezer", "too many"], ["nonsense"]],
)
def test_every_other_word_is_a_command(words: list[str]) -> None:
    assert not opens_window(words)


def test_a_file_of_any_name_is_an_inventory(tmp_path: Path) -> None:
    file = tmp_path / "export"
    file.write_bytes(b"")
    assert opens_window([str(file)])
