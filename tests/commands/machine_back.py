"""Going back and forth, the benches themselves, and a stranger at the file: for the state machines."""

import sqlite3
from contextlib import closing

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from freezerapp.commands.take_back import TakeBack
from freezerapp.domain.custody import IRREVOCABLE
from tests.build import everything, raw
from tests.commands.benches import Watching
from tests.commands.machine_sql import HOSTILE

numbers = st.integers(0, 11)


class GoingBack(Watching):
    """Whatever was done is taken back, at either bench; and the file is changed behind the program's back."""

    @rule(bench=st.integers(0, 1))
    def another_bench(self, bench: int) -> None:
        self.bank = self.benches[bench]

    @precondition(lambda self: self.last() in self.before)
    @rule()
    def take_back_the_last(self) -> None:
        """What was done last can always be taken back, and then all is as it was."""
        last = self.last()
        kind = self.bank.value("SELECT kind FROM operation WHERE id = ?", last)
        picture = self.before[last]
        done = self.do(TakeBack(last))
        if kind in IRREVOCABLE:
            assert done is None
            return
        assert done is not None, f"the last operation, {kind}, could not be taken back"
        assert done.kind == ("redo" if kind == "undo" else "undo")
        assert self.bank.picture() == picture

    @rule(number=numbers)
    def take_back(self, number: int) -> None:
        """Any of the last operations that stand."""
        undone = "SELECT undoes_id FROM operation WHERE undoes_id NOT NULL"
        standing = f"SELECT id FROM operation WHERE id NOT IN ({undone}) ORDER BY 1 DESC LIMIT 12"
        (operation,) = self.those([number], standing)
        self.do(TakeBack(operation))

    @rule(minutes=st.integers(1, 500))
    def wait(self, minutes: int) -> None:
        self.clock.wait(minutes)

    @rule(bench=st.integers(0, 1))
    def close_and_open(self, bench: int) -> None:
        self.benches[bench].close()
        self.benches[bench] = self.opened()
        self.bank = self.benches[bench]

    @rule(which=st.sampled_from(HOSTILE), n=st.integers(1, 12), m=st.integers(1, 6))
    def tamper(self, which: str, n: int, m: int) -> None:
        """The file refuses it, or verify names it; then the file is put right from a copy."""
        rows, copy = self.look(), self.folder / "copy.freezer"
        with closing(raw(self.path)) as stranger:
            with closing(raw(copy)) as kept:
                stranger.backup(kept)
            try:
                stranger.execute(which.format(n=n, m=m))
            except sqlite3.IntegrityError:
                assert self.look() == rows
                return
            if everything(stranger) == rows and not which.startswith("DROP"):
                return
            assert self.bank.findings(), f"verify does not see: {which.format(n=n, m=m)}"
            with closing(raw(copy)) as kept:
                kept.backup(stranger)
