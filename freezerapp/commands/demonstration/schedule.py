"""The demonstration trial on paper: sites, visits, and what is made of each visit.

Names of sites, the order of visits and their days follow what the MIROCALS trial published; weights of the
sites, attendance and numbers of aliquots are this program's own, chosen so that they add up to 53,510 tubes.
There is no treatment arm anywhere.
"""

from hashlib import sha256
from typing import NamedTuple

RECIPE = "1"
"""Version of the recipe; part of every drawn number, so that a changed recipe is another bank."""
TUBES = 53_510
"""Tubes of the whole trial, 220 participants."""
COHORT = 220
STUDY = ("MC", "ALS trial, demonstration")


def h(key: str) -> int:
    """A number from 0 to 2**64 - 1 that depends on the key alone: what chance is elsewhere."""
    return int.from_bytes(sha256(f"{RECIPE}|{key}".encode()).digest()[:8])


class SitePlan(NamedTuple):
    """A centre and how many of 220 participants it brings."""

    code: str
    name: str
    country: str
    weight: int


SITES = (
    SitePlan("FR01", "Limoges", "FR", 12),
    SitePlan("FR02", "Lyon", "FR", 16),
    SitePlan("FR03", "Montpellier", "FR", 16),
    SitePlan("FR04", "Nice", "FR", 12),
    SitePlan("FR05", "Tours", "FR", 13),
    SitePlan("FR06", "Paris Pitié-Salpêtrière", "FR", 22),
    SitePlan("FR07", "Marseille", "FR", 14),
    SitePlan("FR08", "Lille", "FR", 13),
    SitePlan("FR09", "Saint-Brieuc", "FR", 6),
    SitePlan("FR10", "Strasbourg", "FR", 8),
    SitePlan("UK01", "Brighton", "GB", 8),
    SitePlan("UK02", "King's London", "GB", 20),
    SitePlan("UK03", "NHNN/UCLH London", "GB", 16),
    SitePlan("UK04", "Royal London", "GB", 10),
    SitePlan("UK05", "Sheffield", "GB", 16),
    SitePlan("UK06", "Glasgow", "GB", 8),
    SitePlan("UK07", "Salford", "GB", 10),
)


class Draw(NamedTuple):
    """A primary tube, or what was pooled of several: a source, never stored.

    ``amount`` in nL; ``of`` is the index of the draw it was made from, None for what the participant gave.
    """

    material: str
    tube: str
    amount: int
    unit: str
    of: int | None = None


EDTA, HEPARIN, LUMBAR, EDTA_WHOLE, DNA_STOCK = range(5)
DRAWS = (
    Draw("BLD", "3 × EDTA 9 mL", 27_000_000, "mL"),
    Draw("BLD", "6 × heparin 9 mL", 54_000_000, "mL"),
    Draw("CSF", "PP tube 12 mL", 12_000_000, "mL"),
    Draw("BLD", "EDTA 9 mL", 9_000_000, "mL"),
    Draw("DNA", "PP tube 2 mL", 1_200_000, "µL", EDTA_WHOLE),
)


class Product(NamedTuple):
    """What is kept of a visit: material, tube, amount in nL (None for a pellet), and the box it goes into.

    ``split``: aliquots go in turn to the odd and the even freezer, so that no failure takes them all.
    """

    material: str
    tube: str
    amount: int | None
    unit: str | None
    box: str
    capacity: int
    draw: int
    split: bool = True


PRODUCTS = (
    Product("PL1", "cryovial 1.0 mL", 500_000, "mL", "box-10x10", 100, EDTA),
    Product("PL2", "cryovial 0.5 mL", 250_000, "mL", "box-10x10", 100, EDTA),
    Product("BFF", "cryovial 1.0 mL", None, None, "box-9x9", 81, EDTA),
    Product("CEL", "cryovial 1.8 mL", 1_000_000, "mL", "box-9x9", 81, HEPARIN, split=False),
    Product("CSF", "PP tube 1.0 mL", 500_000, "mL", "box-9x9", 81, LUMBAR),
    Product("PEN", "PP tube 1.0 mL", None, None, "box-9x9", 81, LUMBAR),
    Product("DNA", "2D tube 0.5 mL", 100_000, "µL", "sbs-96", 96, DNA_STOCK),
    Product("BLD", "cryovial 2.0 mL", 2_000_000, "mL", "box-9x9", 81, EDTA_WHOLE),
)
PL1, PL2, BFF, CEL, CSF, PEN, DNA, BLD = range(8)


class VisitPlan(NamedTuple):
    """A planned visit: day counted from randomisation, participants of 220 who come, tubes per product."""

    code: str
    name: str
    day: int
    attending: int
    counts: tuple[int, ...]


_PLASMA = (10, 2, 3, 0, 0, 0, 0, 0)
_CELLS = (10, 2, 3, 6, 0, 0, 0, 0)
_LUMBAR = (10, 2, 3, 6, 16, 1, 0, 0)
VISITS = (
    VisitPlan("V01", "inclusion", -98, 220, (10, 2, 3, 6, 16, 1, 12, 2)),
    VisitPlan("V02", "randomisation", 0, 220, _LUMBAR),
    VisitPlan("V03", "after cycle 1", 7, 218, _CELLS),
    VisitPlan("V04", "month 2", 56, 214, _PLASMA),
    VisitPlan("V05", "month 4", 112, 208, _LUMBAR),
    VisitPlan("V06", "month 6", 168, 200, _CELLS),
    VisitPlan("V07", "month 9", 252, 186, _PLASMA),
    VisitPlan("V08", "month 12", 336, 172, _CELLS),
    VisitPlan("V09", "month 15", 420, 158, _PLASMA),
    VisitPlan("V10", "end of treatment", 532, 146, _CELLS),
    VisitPlan("V11", "end of study", 640, 132, _PLASMA),
)
