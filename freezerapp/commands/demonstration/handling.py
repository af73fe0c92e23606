"""How the demonstration's samples were handled: collection, spin and freezing, and their SPREC codes.

Nearly all went by the book. About 3 % were late: to the spin or, worse, from the spin to the freezer.
"""

from datetime import date
from enum import Enum
from typing import NamedTuple

from freezerapp.commands.demonstration.recipe import Received
from freezerapp.commands.demonstration.schedule import BFF, BLD, CEL, CSF, DNA, PEN, PL1, PL2, PRODUCTS, h
from freezerapp.domain.sprec import Held, Recorded, Spin, SprecCode, SprecTable, compose

_PLASMA_SPIN = Spin(2000, 15)
_SECOND_SPIN = Spin(3000, 15)
_GRADIENT_SPIN = Spin(400, 30, brake=False)
_LUMBAR_SPIN = Spin(400, 10)
_DEEP = "-85..-60"
_CRYOTUBE, _PP_TUBE, _SMALL_TUBE = "cryotube 1-2 mL", "PP tube 0.5-2 mL", "PP tube 40-500 µL"


class Late(Enum):
    """What took too long on the way of a visit's EDTA blood."""

    NOTHING = "nothing"
    SPIN = "spin"
    FREEZING = "freezing"


class Hours(NamedTuple):
    """Moments of one kind of tube in minutes from midnight; ``spun`` is the start of the first spin."""

    collected: int
    spun: int | None
    frozen: int


def late(visit: Received) -> Late:
    """What was late: of 200 visits, three were spun late and three frozen late."""
    drawn = h(f"late|{visit.key}") % 200
    if drawn < 3:
        return Late.SPIN
    return Late.FREEZING if drawn < 6 else Late.NOTHING


def hours(visit: Received, product: int) -> Hours:
    """When the tubes of a product were collected, spun and frozen."""
    at, key = visit.minute, visit.key
    if product == CEL:
        spun = 130 + h(f"gradient|{key}") % 91
        if h(f"gradient late|{key}") % 100 < 3:
            spun = 245 + h(f"gradient|{key}") % 60
        return Hours(at, at + spun, at + spun + 160 + h(f"programmed|{key}") % 121)
    if product in (CSF, PEN):
        at += 15 + h(f"puncture|{key}") % 31
        spun = 35 + h(f"lumbar spin|{key}") % 61
        waited = 35 + h(f"lumbar frozen|{key}") % 34
        if h(f"lumbar late|{key}") % 100 < 3:
            waited = 80 + h(f"lumbar frozen|{key}") % 40
        return Hours(at, at + spun, at + spun + waited)
    if product == BLD:
        return Hours(at, None, at + 60 + h(f"blood|{key}") % 56)
    spun = 35 + h(f"spin|{key}") % 61
    waited = max(35, 60 - spun) + h(f"frozen|{key}") % 39
    match late(visit):
        case Late.SPIN:
            spun = (125 if h(f"late by|{key}") % 4 else 245) + h(f"spin|{key}") % 110
        case Late.FREEZING:
            waited = (80 if h(f"late by|{key}") % 4 else 150) + h(f"frozen|{key}") % 50
        case Late.NOTHING:
            waited = min(waited, 170 - spun)
    return Hours(at, at + spun, at + spun + waited)


def recorded(visit: Received, product: int) -> Recorded | None:
    """What the site wrote down of a product's handling; None for DNA, a derivative."""
    if product == DNA:
        return None
    collected, spun, frozen = hours(visit, product)
    spins, vessel, storage = {
        PL1: ((_PLASMA_SPIN,), _CRYOTUBE, _DEEP),
        PL2: ((_PLASMA_SPIN, _SECOND_SPIN), _SMALL_TUBE, _DEEP),
        BFF: ((_PLASMA_SPIN,), _CRYOTUBE, _DEEP),
        CEL: ((_GRADIENT_SPIN,), _CRYOTUBE, "programmed, <-135"),
        CSF: ((_LUMBAR_SPIN,), _PP_TUBE, _DEEP),
        PEN: ((_LUMBAR_SPIN,), _PP_TUBE, _DEEP),
        BLD: ((), _CRYOTUBE, _DEEP),
    }[product]
    return Recorded(
        sample=PRODUCTS[product].material,
        container={CEL: "SHP", CSF: "PPS", PEN: "PPS"}.get(product, "PED"),
        collected=bench_time(visit.day, collected),
        spun=None if spun is None else bench_time(visit.day, spun),
        frozen=bench_time(visit.day, frozen),
        held_before=Held.ROOM,
        spins=spins,
        held_after=Held.ROOM if product in (CEL, CSF, PEN) else Held.COLD,
        vessel=vessel,
        storage=storage,
    )


def sprec(table: SprecTable, visit: Received, product: int) -> SprecCode | None:
    """The code of a product's tubes, composed from those hours; None for DNA."""
    known = recorded(visit, product)
    return None if known is None else compose(table, known)


def concentration(visit: Received) -> int:
    """DNA of a visit's stock in pg per µL: 30 to 110 ng/µL."""
    return 30_000 + h(f"concentration|{visit.key}") % 801 * 100


def bench_time(day: date, minute: int) -> str:
    """A bench date with the time of day: 2018-03-14T09:30."""
    return f"{day.isoformat()}T{minute // 60:02}:{minute % 60:02}"
