"""The index that answers while one types says what the bank itself says, and keeps up with it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from freezerapp.commands.command import perform
from freezerapp.commands.demonstration.build import build
from freezerapp.commands.edit import EditTube
from freezerapp.storage.database import Database
from freezerapp.storage.text_index import TextIndex
from freezerapp.ui import questions

QUERIES = ("mc", "MC000000001", "fr01", "visit:V01", "material:DNA -visit:V02", "in:F80-01 csf", "hold:yes")


@pytest.fixture(scope="module")
def bank(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Database]:
    path = Path(tmp_path_factory.mktemp("texts")) / "bank.freezer"
    build(path, 600)
    database = Database.open(path)
    yield database
    database.close()


@pytest.mark.parametrize("text", QUERIES)
def test_the_index_finds_what_the_bank_finds(bank: Database, text: str) -> None:
    index = TextIndex.build(bank)
    with bank.reading() as reader:
        assert questions.hits(reader, text, 20, None, index) == questions.hits(reader, text, 20)


def test_a_change_is_found_at_once(bank: Database) -> None:
    index = TextIndex.build(bank)
    with bank.reading() as reader:
        before = questions.hits(reader, "thaws:7", 20, None, index).number
        tube = questions.hits(reader, "mc", 1, None, index)
    assert before == 0
    assert tube.number == 600
    with bank.reading() as reader:
        first = reader.connection.exec_driver_sql("SELECT id FROM specimen WHERE kind = 'tube' ORDER BY id").scalar()
    perform(bank, EditTube(int(first or 0), (("thaws", 7),), "counted again"), 1)
    with bank.reading() as reader:
        assert questions.hits(reader, "thaws:7 mc", 20, None, index).number == 1
