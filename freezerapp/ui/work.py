"""The work lists: their names, and what each shows."""

from typing import NamedTuple

from freezerapp.ui.selection import Showing, View
from freezerapp.wording.marked import QT_TRANSLATE_NOOP


class Work(NamedTuple):
    """One work list: its name and what it shows."""

    name: str
    text: str
    view: View


WORK: tuple[Work, ...] = (
    Work(
        "bench",
        QT_TRANSLATE_NOOP("Work", "On the bench"),
        View(Showing.LIST, query='status:"on the bench"'),
    ),
    Work("picks", QT_TRANSLATE_NOOP("Work", "Pick lists"), View(Showing.PICKS)),
    Work("held", QT_TRANSLATE_NOOP("Work", "On hold"), View(Showing.LIST, query="hold:yes")),
    Work("missing", QT_TRANSLATE_NOOP("Work", "Missing"), View(Showing.LIST, query="status:missing")),
    Work("shipments", QT_TRANSLATE_NOOP("Work", "Shipments"), View(Showing.SHIPMENTS)),
    Work("specimens", QT_TRANSLATE_NOOP("Work", "Specimens"), View(Showing.LIST)),
    Work("history", QT_TRANSLATE_NOOP("Work", "History"), View(Showing.HISTORY)),
)
