"""Which storage is right for which material."""

import pytest

from freezerapp.domain.temperature import Temperature, WrongTemperature, check_temperature, suits

DEEP, VAPOUR, LIQUID, CRYOGENIC = (
    Temperature.DEEP,
    Temperature.VAPOUR,
    Temperature.LIQUID,
    Temperature.CRYOGENIC,
)


def test_the_words_are_those_of_miabis() -> None:
    words = ["RT", "2..10", "-18..-35", "-60..-85", "<-135", "LN2 vapour", "LN2 liquid", "other"]
    assert [str(each) for each in Temperature] == words


@pytest.mark.parametrize(
    ("material", "right"),
    [
        ("RT", {"RT"}),
        ("2..10", {"2..10"}),
        ("-18..-35", {"-18..-35"}),
        ("-60..-85", {"-60..-85", "<-135", "LN2 vapour"}),
        ("<-135", {"<-135", "LN2 vapour", "LN2 liquid"}),
        ("LN2 vapour", {"<-135", "LN2 vapour"}),
        ("LN2 liquid", {"LN2 liquid"}),
        ("other", {str(each) for each in Temperature}),
    ],
)
def test_each_material_class_has_its_storage(material: str, right: set[str]) -> None:
    assert {str(each) for each in Temperature if suits(Temperature(material), each)} == right


def test_cells_are_refused_at_minus_80_and_plasma_at_minus_20() -> None:
    assert not suits(VAPOUR, DEEP)
    assert not suits(CRYOGENIC, DEEP)
    assert not suits(DEEP, Temperature.FREEZER)


@pytest.mark.parametrize("material", list(Temperature))
def test_a_place_of_unknown_class_is_not_judged(material: Temperature) -> None:
    assert suits(material, None)
    check_temperature("PL1", material, None)


def test_a_wrong_place_is_refused_with_its_facts() -> None:
    with pytest.raises(WrongTemperature) as refused:
        check_temperature("CEL", VAPOUR, DEEP)
    problem = refused.value
    assert (problem.material, problem.wanted, problem.found) == ("CEL", VAPOUR, DEEP)


def test_cells_may_stop_first_at_minus_80_in_a_cooling_box() -> None:
    check_temperature("CEL", VAPOUR, DEEP, first_stop=DEEP, in_cooling_box=True)


@pytest.mark.parametrize(
    ("first_stop", "in_cooling_box", "found"),
    [(DEEP, False, DEEP), (None, True, DEEP), (DEEP, True, Temperature.FREEZER)],
)
def test_no_other_first_stop_is_let_pass(
    first_stop: Temperature | None, in_cooling_box: bool, found: Temperature
) -> None:
    with pytest.raises(WrongTemperature):
        check_temperature("CEL", VAPOUR, found, first_stop=first_stop, in_cooling_box=in_cooling_box)
