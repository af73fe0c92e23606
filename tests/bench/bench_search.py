"""What a keystroke in the search field costs, against LIKE on the joined tables; and the index that answers it.

Run it: ``.venv/bin/python tests/bench/bench_search.py [TUBES …] [--bank FILE]``; 53,510 tubes unless said
otherwise. Each size runs in a process of its own. CPU time; both sides read the same bank with the same pragmas
and fetch the same columns of the first 200 tubes. Words are typed letter by letter, as people do.
"""

import argparse
import subprocess
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from sqlalchemy import literal_column, select

from freezerapp.commands.demonstration.build import build
from freezerapp.domain.search.grammar import parse
from freezerapp.domain.search.vocabulary import vocabulary
from freezerapp.storage import finding, schema, sqlite
from freezerapp.storage.database import Database
from freezerapp.storage.prepared import ByIds
from freezerapp.storage.text_index import TextIndex
from tests.bench.figures import Figure, memory, show

TUBES = 53_510
ROWS = 200
LARGE = 200_000
"""Above this many tubes only every third letter is measured: LIKE takes seconds for each."""
TYPED = (
    "MC0000012345",
    "0000043210",
    "MC-FR01-001",
    "MC-UK07-012",
    "fr03 csf",
    "DNA-0012",
    "CSF-0100 MC-FR",
    "F80-01 fr02",
    "LN2-01",
    "plasma",
    "zzz",
    "MC 4321",
    "MC-FR05 dna",
    "BLD-0001",
    "MC0000034567",
    "UK03 MC00",
    "PEN",
)
_s, _p, _k = schema.specimen.c, schema.place.c, schema.collection.c
_LINES = ByIds(
    select(_s.id, _s.barcode, schema.material.c.code, schema.participant.c.code, schema.container.c.name)
    .select_from(schema.specimen)
    .join(schema.material, schema.material.c.id == _s.material_id)
    .outerjoin(schema.collection, _k.id == _s.collection_id)
    .outerjoin(schema.participant, schema.participant.c.id == _k.participant_id)
    .outerjoin(schema.place, (_p.specimen_id == _s.id) & (_p.use == literal_column("'here'")))
    .outerjoin(schema.container, schema.container.c.id == _p.container_id),
    _s.id,
)
_LIKE = """
    SELECT s.id, s.barcode, m.code, p.code, c.name
    FROM specimen s JOIN material m ON m.id = s.material_id
    LEFT JOIN collection k ON k.id = s.collection_id LEFT JOIN participant p ON p.id = k.participant_id
    LEFT JOIN place l ON l.specimen_id = s.id AND l.use = 'here' LEFT JOIN container c ON c.id = l.container_id
    WHERE s.kind = 'tube' AND s.status <> 'void' {words} ORDER BY s.id LIMIT 200
"""
_WORD = (
    "AND (s.barcode LIKE {0} ESCAPE '\\' OR p.code LIKE {0} ESCAPE '\\'"
    " OR c.name LIKE {0} ESCAPE '\\' OR m.name LIKE {0} ESCAPE '\\')"
)


def main() -> None:
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("tubes", nargs="*", type=int)
    asked.add_argument("--bank", type=Path, help="a bank that is there already")
    asked.add_argument("--weigh", action="store_true", help="only weigh the index")
    given = asked.parse_args()
    if given.bank is None:
        for tubes in given.tubes or [TUBES]:
            with tempfile.TemporaryDirectory(prefix="freezerapp-bench-") as folder:
                bank = Path(folder) / "bank.freezer"
                build(bank, tubes)
                subprocess.run([sys.executable, __file__, "--bank", str(bank)], check=True)
    elif given.weigh:
        weigh(given.bank)
    else:
        measure(given.bank)
        subprocess.run([sys.executable, __file__, "--bank", str(given.bank), "--weigh"], check=True)


def weigh(bank: Path) -> None:
    """Print the memory that the finished index takes, in a process of its own: weighing makes it slow."""
    database = Database.open(bank)
    tracemalloc.start()
    index = TextIndex.build(database)
    now, most = (figure / 2**20 for figure in tracemalloc.get_traced_memory())
    print(f"index of {len(index):,} specimens: {now:.0f} MB, while it is built {most:.0f} MB")
    database.close()


def measure(bank: Path) -> None:
    """Print the figures of one bank."""
    database = Database.open(bank)
    started = time.process_time()
    index = TextIndex.build(database)
    building = time.process_time() - started
    steps = keystrokes(3 if len(index) > LARGE else 1)
    bare = sqlite.connect(bank, "ro")

    def like(text: str) -> None:
        words = [word.replace("%", "\\%").replace("_", "\\_") for word in text.split()]
        clauses = " ".join(_WORD.format(f"?{number}") for number, _ in enumerate(words, 1))
        bare.execute(_LIKE.format(words=clauses), [f"%{word}%" for word in words]).fetchall()

    rounds = 1 if len(index) > LARGE else 3
    ours = spent(lambda text: typed(database, index, text), steps, rounds)
    limit = spent(like, steps, rounds)
    meanwhile = spent(lambda text: typed(database, None, text), steps, 1)
    reach, aim = (1 / 50, 1 / 100) if len(index) > LARGE else (1 / 20, 1 / 50)
    size = f"{len(index):,} specimens, {len(steps)} keystrokes"
    show(
        [
            Figure(f"keystroke p99, {ROWS} rows, {size}", part(ours, 99), part(limit, 99), reach, aim),
        ]
    )
    for name, times in (
        ("from memory", ours),
        ("LIKE", limit),
        ("until the index is there, from the bank", meanwhile),
    ):
        said = ", ".join(f"p{percent} {part(times, percent) * 1000:.2f} ms" for percent in (50, 90, 99))
        print(f"{name}: {said}")
    print(f"index built in {building:.2f} s CPU; most memory of this process {memory():.0f} MB")
    database.close()


def keystrokes(every: int) -> list[str]:
    """What stands in the field after each letter."""
    steps = [text[:end].strip() for text in TYPED for end in range(1, len(text) + 1)]
    return [step for number, step in enumerate(dict.fromkeys(steps)) if number % every == 0]


def typed(database: Database, index: TextIndex | None, text: str) -> None:
    """All that happens after a keystroke, up to the rows of the list; without an index the bank is asked."""
    query = parse(text, ENGLISH)
    with database.reading() as reader:
        found = index.search(query, ROWS) if index is not None and index.keep_up(reader) else None
        ids = finding.find(reader, query, limit=ROWS) if found is None else found.ids
        list(_LINES.rows(reader.connection, ids))


def spent(job: Callable[[str], None], steps: list[str], rounds: int) -> list[float]:
    """The CPU time of each step, sorted, after one for nothing."""
    job(steps[0])
    times = []
    for step in steps * rounds:
        started = time.process_time()
        job(step)
        times.append(time.process_time() - started)
    return sorted(times)


def part(times: list[float], percent: int) -> float:
    """The time that so many percent do not exceed."""
    return times[(len(times) - 1) * percent // 100]


ENGLISH = vocabulary()

if __name__ == "__main__":
    main()
