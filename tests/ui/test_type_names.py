"""Types of containers are named in the language of the screen; a user's own stay as they are called."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QLocale

from freezerapp.commands.shipped import presets
from freezerapp.ui.type_names import type_name


@pytest.fixture
def in_french() -> Iterator[None]:
    before = QLocale()
    QLocale.setDefault(QLocale(QLocale.Language.French, QLocale.Country.France))
    yield
    QLocale.setDefault(before)


@pytest.mark.usefixtures("in_french")
def test_each_type_that_comes_with_the_program_has_a_french_name() -> None:
    assert type_name("upright-5", "Upright freezer, 5 shelves") == "Congélateur armoire, 5 étagères"
    same = {kind.name for kind in presets().types.values() if type_name(kind.code, kind.name) == kind.name}
    assert not {name for name in same if not name.startswith(("Rack", "SBS"))}, same


@pytest.mark.usefixtures("in_french")
def test_a_type_of_ones_own_stays_as_it_is_called() -> None:
    assert type_name("upright-5", "Freezer by the door") == "Freezer by the door"
    assert type_name("ours", "Rack for 20 boxes") == "Rack for 20 boxes"
