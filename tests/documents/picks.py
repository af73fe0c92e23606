"""Pick sheets as they are carried: a usual one of several doors and batches, and one with all that makes it hard."""

from freezerapp.domain.manifest import BoxFacts
from freezerapp.domain.pick_sheet import PickBox, PickSheet, Stop, Wanted
from tests.documents.parcels import MATERIALS, box, tube


def picked(where: BoxFacts, first: int, places: range, *, kinds: int = 2, seen: bool = True) -> PickBox:
    """A full box of which the tubes at these places are wanted, numbered from ``first``."""
    found = []
    for number, place in enumerate(places, start=first):
        item = tube(number, where, place, kinds=kinds, step=5)
        found.append(
            Wanted(
                number, item.position, item.row, item.column, item.tube, item.material, item.material_name,
                item.participant if seen else None, item.visit if seen else None, "500 µL",
                "instead of MC0000009999" if number == 4 else "",
            )
        )  # fmt: skip
    taken = set(places)
    others = tuple(
        divmod(place, where.columns) for place in range(where.rows * where.columns - 5) if place not in taken
    )
    return PickBox(where, "Shelf 2 › Rack 04 › Slot 3", tuple(found), others)


def sheet(*, seen: bool = True, **others: object) -> PickSheet:
    """41 tubes behind three doors, in two batches."""
    stops = (
        Stop("F80-03", "Upper door", "−80 °C", (picked(box("CSF-0012"), 1, range(3, 70, 9), seen=seen),)),
        Stop(
            "F80-03", "Lower door", "−80 °C",
            (
                picked(box("CSF-0044"), 9, range(2), seen=seen),
                picked(box("PLA-0101", 10, 10), 11, range(5, 95, 6), seen=seen),
            ),
        ),
        Stop("LN2-1", "", "−190 °C", (picked(box("CEL-0003", 10, 10), 26, range(16), kinds=5, seen=seen),), 2),
    )  # fmt: skip
    made = PickSheet(
        "PICK-2026-0007", "DNA and Cell Bank", "2026-11-22T09:30:00+01:00", "J. Petit (declared)", stops,
        "CSF and plasma for Brighton", "Neurofilament assay", "MIROCALS", "REQ-2026-017", 26, (17, 9),
    )  # fmt: skip
    return made._replace(**others)  # type: ignore[arg-type]


def hard_sheet() -> PickSheet:
    """A rack of 384, a wide box, running numbers, long and odd words."""
    long = "Wärmeleitfähigkeitsmessungsraum <b>&amp;'\"" * 4
    rack = picked(box("RACK-<16> & " + "x" * 80, 16, 24), 1, range(384), kinds=6)
    wide = picked(box("WIDE", 3, 60), 385, range(0, 180, 3))
    numbered = picked(BoxFacts("N", None, 9, 9, first="1"), 445, range(81), kinds=len(MATERIALS))
    odd = rack.wanted[1]._replace(tube="W" * 100, participant=long, visit=long, note=long, material_name=long)
    rack = rack._replace(wanted=(rack.wanted[0], odd, *rack.wanted[2:]), way=long)
    stops = (
        Stop(long, long, "−80 °C", (rack, wide)),
        Stop("F-2", "Door 3", "−80 °C", (numbered, PickBox(box("none"), "", ())), 2),
    )
    return sheet(stops=stops, title=long, note=long, purpose=long, batch_minutes=())
