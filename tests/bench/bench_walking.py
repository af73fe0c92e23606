"""How long the walking order of 5,000 tubes over 20 units takes, against sorting the same tubes by their paths.

Run it: ``.venv/bin/python tests/bench/bench_walking.py``. CPU time; the paths are made before the clock starts.
"""

import random
import sys
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from freezerapp.domain.position import Layout, Position
from freezerapp.domain.walking import Stand, Stop, walk, walk_order
from tests.bench.figures import Figure, cpu, show

TUBES, UNITS, RACKS, LEVELS = 5_000, 20, 12, 5
TRIES = 15


def wanted() -> tuple[list[Stop], dict[int, Stand], list[tuple[str, int]]]:
    """Tubes strewn over all boxes in no order, the boxes, and the tubes with their paths."""
    drawn = random.Random(5)
    layout = Layout(9, 9)
    stands, names = {}, {}
    for unit in range(UNITS):
        for rack in range(RACKS):
            for level in range(LEVELS):
                key = len(stands)
                stands[key] = Stand(key, unit, key, layout, unit < 2)
                names[key] = f"Freezer hall › F80-{unit:02} › Rack {rack:02} › Level {level} › BOX-{key:04}"
    places = [(box, cell) for box in stands for cell in layout.positions()]
    stops = [Stop(tube, box, *cell) for tube, (box, cell) in enumerate(drawn.sample(places, TUBES))]
    paths = [(f"{names[stop.box]} › {layout.label(Position(stop.row, stop.column))}", stop.tube) for stop in stops]
    return stops, stands, paths


def figures() -> list[Figure]:
    """The order alone; how long it takes with its batches stands beside it."""
    stops, stands, paths = wanted()
    cells = {stop.tube for stop in stops if stands[stop.box].nitrogen}
    by_path = cpu(lambda: sorted(paths), TRIES)
    order = walk_order(stops, stands, cells)
    doors = [stands[stop.box].door for stop in order]
    assert sum(a != b for a, b in pairwise(doors)) == UNITS - 1
    ours = cpu(lambda: walk_order(stops, stands, cells), TRIES)
    whole = cpu(lambda: walk(walk_order(stops, stands, cells), stands, None, cells), TRIES)
    boxes = len({stop.box for stop in stops})
    note = f"{boxes:,} boxes; {whole * 1000:.1f} ms with batches and minutes"
    return [Figure(f"walking order of {TUBES:,} tubes over {UNITS} units", ours, by_path, 3.0, 1.5, note)]


def main() -> int:
    """Print the figures; 1 if one is over its limit."""
    found = figures()
    show(found)
    return int(any(each.ours > each.reach * each.limit for each in found))


if __name__ == "__main__":
    sys.exit(main())
