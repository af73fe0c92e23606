"""Whole containers and the cold: what stands in them must be right where they go, or somebody says why it is not."""

from pathlib import Path

from freezerapp.commands.arrange import MoveContainer, MoveContainers, PutBackContainer, TakeOutContainer
from freezerapp.domain.problems import ReasonMissing
from freezerapp.domain.specimen import Spot
from freezerapp.domain.temperature import Temperature, WrongTemperature
from tests.build import a_bank, a_box, a_shelf, a_tube, refused, there_and_back


def test_a_rack_with_tubes_deep_in_it_is_not_put_where_it_is_too_warm(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    deep, warm = a_shelf(bank, temperature=Temperature.DEEP), a_shelf(bank, temperature=Temperature.FREEZER)
    rack = a_shelf(bank, in_=deep)
    a_tube(bank, in_=a_box(bank, in_=rack), at="A1")
    with refused(bank, WrongTemperature, material="DNA", wanted=Temperature.DEEP, found=Temperature.FREEZER):
        bank.do(MoveContainer(rack, Spot(warm, 0, 0)))
    with refused(bank, WrongTemperature):
        bank.do(MoveContainers(((rack, Spot(warm, 0, 0)),)))
    with refused(bank, ReasonMissing):
        bank.do(MoveContainer(rack, Spot(warm, 0, 0), overrule=True))
    there_and_back(bank, MoveContainer(rack, Spot(warm, 0, 0), reason="the freezer failed", overrule=True))


def test_an_empty_rack_goes_anywhere(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    rack = a_shelf(bank, in_=a_shelf(bank, temperature=Temperature.DEEP))
    a_box(bank, in_=rack)
    there_and_back(bank, MoveContainer(rack, Spot(a_shelf(bank, temperature=Temperature.FREEZER), 0, 0)))


def test_what_is_cold_by_itself_takes_its_cold_along(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    unit = a_shelf(bank, temperature=Temperature.DEEP)
    a_tube(bank, in_=a_box(bank, in_=unit), at="A1")
    there_and_back(bank, MoveContainer(unit, Spot(a_shelf(bank, temperature=Temperature.FREEZER), 0, 0)))


def test_a_box_is_not_put_back_where_it_became_too_warm_meanwhile(tmp_path: Path) -> None:
    bank = a_bank(tmp_path)
    rack = a_shelf(bank, in_=a_shelf(bank, temperature=Temperature.DEEP))
    box = a_box(bank, in_=rack)
    a_tube(bank, in_=box, at="A1")
    bank.do(TakeOutContainer(box))
    bank.do(MoveContainer(rack, Spot(a_shelf(bank, temperature=Temperature.FREEZER), 0, 0)))
    with refused(bank, WrongTemperature, material="DNA"):
        bank.do(PutBackContainer(box))
    there_and_back(bank, PutBackContainer(box, reason="for today", overrule=True))
