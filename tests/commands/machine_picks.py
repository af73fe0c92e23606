"""What people do with pick lists, for the state machine."""

from hypothesis import strategies as st
from hypothesis.stateful import rule

from freezerapp.commands.pick import AddToPickList, MakePickList, Retrieve, ReturnPicked
from freezerapp.commands.settle_pick import (
    CancelPickList,
    FinishPickList,
    RemovePicked,
    ReopenPickList,
    ReplacePicked,
    SettleMissing,
)
from freezerapp.domain.specimen import Known
from tests.commands.benches import Watching

numbers = st.integers(0, 11)
few = st.lists(numbers, min_size=1, max_size=3, unique=True)
reasons = st.sampled_from((None, "because", "because"))
PICKABLE = (
    "SELECT id FROM specimen WHERE status IN ('stored', 'on the bench') AND id NOT IN (SELECT specimen_id FROM hold)"
)
OPEN_TUBES = "SELECT specimen_id FROM pick_line WHERE list_id = {} AND void = 0 AND open = 1"


class Picking(Watching):
    """Lists that are made, fetched, settled, returned, closed and opened again."""

    def pick_list(self, number: int) -> int:
        """One of the lists, the newest oftener, now and then one that is not there."""
        last = self.bank.value("SELECT coalesce(max(id), 0) FROM pick_list")
        return max(1, int(last) + 1 - number % 4)

    def lines(self, listed: list[int]) -> tuple[int, ...]:
        """Some lines, of open lists if there are any."""
        standing = "SELECT id FROM pick_line WHERE void = 0 ORDER BY open DESC, id DESC LIMIT 6"
        return self.those(listed, standing)

    @rule(listed=few, reason=reasons, blind=st.booleans())
    def make_pick_list(self, listed: list[int], reason: str | None, blind: bool) -> None:
        tubes = self.those(listed, PICKABLE) if reason else self.tubes(listed)
        self.do(MakePickList("Request", tubes, seed="drawn" if blind else None))

    @rule(number=numbers, listed=few, free=st.booleans(), text=st.sampled_from((None, "the fullest")))
    def add_to_pick_list(self, number: int, listed: list[int], free: bool, text: str | None) -> None:
        tubes = self.those(listed, PICKABLE) if free else self.tubes(listed)
        self.do(AddToPickList(self.pick_list(number), tubes, text))

    @rule(number=numbers, listed=few, known=st.sampled_from(Known))
    def retrieve(self, number: int, listed: list[int], known: Known) -> None:
        key = self.pick_list(number)
        self.do(Retrieve(key, self.those(listed, OPEN_TUBES.format(key)), known))

    @rule(number=numbers, listed=few, thawed=st.booleans())
    def return_picked(self, number: int, listed: list[int], thawed: bool) -> None:
        key = self.pick_list(number)
        tubes = self.those(listed, OPEN_TUBES.format(key) + " AND state = 'retrieved'")
        self.do(ReturnPicked(key, tubes, Known.SCANNED, tubes if thawed else ()))

    @rule(listed=few, reason=reasons, remove=st.booleans())
    def settle(self, listed: list[int], reason: str | None, remove: bool) -> None:
        self.do((RemovePicked if remove else SettleMissing)(self.lines(listed), reason))

    @rule(number=numbers, other=numbers, reason=reasons)
    def replace_picked(self, number: int, other: int, reason: str | None) -> None:
        self.do(ReplacePicked(self.lines([number])[0], self.those([other], PICKABLE)[0], reason))

    @rule(number=numbers, kind=st.sampled_from((FinishPickList, CancelPickList, ReopenPickList)), reason=reasons)
    def close_or_open(self, number: int, kind: type[FinishPickList], reason: str | None) -> None:
        self.do(kind(self.pick_list(number), reason))
