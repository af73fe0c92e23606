"""Temperature classes of materials and of storage, and which storage is right for which material."""

from enum import StrEnum

from freezerapp.domain.problems import Problem


class Temperature(StrEnum):
    """The storage temperature classes of MIABIS (SAMPLE-03), in its words; figures are °C."""

    ROOM = "RT"
    FRIDGE = "2..10"
    FREEZER = "-18..-35"
    DEEP = "-60..-85"
    CRYOGENIC = "<-135"
    VAPOUR = "LN2 vapour"
    LIQUID = "LN2 liquid"
    OTHER = "other"


VITREOUS = frozenset({Temperature.CRYOGENIC, Temperature.VAPOUR, Temperature.LIQUID})
"""Classes below the glass transition of water (about -135 °C): dry ice (-78 °C) is too warm for what is kept there."""


class WrongTemperature(Problem):
    """A material would be kept in a temperature class that is not right for it.

    Facts: the material's code, the class it wants and the class found. Whether a person may overrule
    this with a reason is for the command to say.
    """

    def __init__(self, material: str, wanted: Temperature, found: Temperature) -> None:
        super().__init__(material, wanted, found)
        self.material, self.wanted, self.found = material, wanted, found


_SUITED_BY = {
    Temperature.ROOM: frozenset({Temperature.ROOM}),
    Temperature.FRIDGE: frozenset({Temperature.FRIDGE}),
    Temperature.FREEZER: frozenset({Temperature.FREEZER}),
    Temperature.DEEP: frozenset({Temperature.DEEP, Temperature.CRYOGENIC, Temperature.VAPOUR}),
    Temperature.CRYOGENIC: frozenset({Temperature.CRYOGENIC, Temperature.VAPOUR, Temperature.LIQUID}),
    Temperature.VAPOUR: frozenset({Temperature.VAPOUR, Temperature.CRYOGENIC}),
    Temperature.LIQUID: frozenset({Temperature.LIQUID}),
    Temperature.OTHER: frozenset(Temperature),
}


def suits(material: Temperature, container: Temperature | None) -> bool:
    """Tell whether storage of class ``container`` is right for a material of class ``material``.

    - The same class always suits. A material of class *other* makes no demand; storage of class
      *other* promises nothing and suits only such a material.
    - Storage whose class is not known (``None``) can't be judged and is let pass.
    - ``<-135`` asks to stay below the glass transition of water, about -135 °C: a -150 °C freezer and
      both phases of liquid nitrogen do.
    - ``-60..-85`` may be colder: SPREC lists the same tubes at -85..-60, at < -135 and in LN2
      (element 7, letters A/V, D/C, S/W). Not in the liquid phase: screw-cap vials may burst there
      (ISBER, LN2 addendum).
    - ``LN2 vapour`` may also be a freezer below -135 °C, on the same side of the glass transition;
      not the liquid phase, for the same screw caps. ``LN2 liquid`` is asked for on purpose and only
      the liquid phase is it. (Both are assumptions on the cautious side: a person can overrule.)
    - -18..-35 °C, the fridge and the room suit only their own class: colder would freeze, or freeze
      otherwise than was validated.
    """
    return container is None or container in _SUITED_BY[material]


def check_temperature(
    material: str,
    wanted: Temperature,
    found: Temperature | None,
    *,
    first_stop: Temperature | None = None,
    in_cooling_box: bool = False,
) -> None:
    """Refuse a place of the wrong class.

    A material with a ``first_stop`` (viable cells: ``-60..-85``) may stand in that class too, but only
    in a cooling box, which slows the freezing to about 1 °C a minute; in any other box it is refused.

    Raises WrongTemperature.
    """
    if suits(wanted, found):
        return
    if in_cooling_box and first_stop is not None and found is first_stop:
        return
    assert found is not None
    raise WrongTemperature(material, wanted, found)
