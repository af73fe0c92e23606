"""What is decided about the tubes of a shipment that is a draft: packed, replaced, removed, sent all the same."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject

from freezerapp.domain.doubt import REMOVABLE_ONLY
from freezerapp.domain.shipment import LineState
from freezerapp.domain.specimen import Known, Status
from freezerapp.ui import said_of_work
from freezerapp.ui.hands import Seen
from freezerapp.ui.row_deed import RowDeed
from freezerapp.ui.shipping_tools import Tools

if TYPE_CHECKING:
    from freezerapp.storage.rows.shipments import LineRow, Parcel


class Lacking(NamedTuple):
    """A tube that another one is to take the place of; ``amount`` is what is wanted at least."""

    tube: int
    barcode: str
    amount: int | None


class Deciding(QObject):
    """Makes the commands; what may be decided is for the rules to say."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools.window)
        self._tools = tools
        self._doing = tools.doing

    def deeds(self, parcel: "Parcel", rows: "list[LineRow]") -> tuple[RowDeed, ...]:
        """What can be done with these lines."""
        whole = {box.box.container_id for box in parcel.boxes if box.box.whole}
        found = []
        if len(rows) == 1 and rows[0].specimen_id is not None:
            found.append(RowDeed(self.tr("Replace…"), lambda: self.replace(parcel, rows[0])))
        found.append(RowDeed(self.tr("Remove…"), lambda: self.remove(parcel, rows)))
        doubted = [row for row in rows if row.doubts and not REMOVABLE_ONLY.intersection(row.doubts)]
        if doubted:
            found.append(RowDeed(self.tr("Overrule…"), lambda: self.overrule(parcel, doubted)))
        ready = ready_to_pack(rows)
        if ready:
            found.append(RowDeed(self.tr("Pack without scanning"), lambda: self.pack(parcel, ready)))
        stored = [row for row in rows if row.status is Status.STORED and row.line.state is LineState.WANTED]
        if stored:
            found.append(RowDeed(self.tr("Take out"), lambda: self._take_out(stored)))
        packed = [row for row in rows if row.line.state is LineState.PACKED and row.box not in whole]
        if packed:
            found.append(RowDeed(self.tr("Unpack"), lambda: self.unpack(parcel, packed)))
        return tuple(found)

    def pack(self, parcel: "Parcel", rows: "Sequence[LineRow]") -> None:
        """Pack tubes where the list says, without a scan."""
        from freezerapp.commands.ship_pack import Packed, PackTubes

        tubes = tuple(Packed(row.specimen_id) for row in rows if row.specimen_id is not None)
        said = self.tr("Packed {tubes}.").format(tubes=named(rows))
        self._doing.perform(PackTubes(parcel.shipment.id, tubes, Known.DECLARED), said)

    def unpack(self, parcel: "Parcel", rows: "Sequence[LineRow]") -> None:
        """Take packed tubes out of their boxes again."""
        from freezerapp.commands.ship_pack import UnpackTubes

        tubes = tuple(row.specimen_id for row in rows if row.specimen_id is not None)
        said = self.tr("Unpacked {tubes}.").format(tubes=named(rows))
        self._doing.perform(UnpackTubes(parcel.shipment.id, tubes, Known.DECLARED), said)

    def remove(self, parcel: "Parcel", rows: "Sequence[LineRow]") -> None:
        """Take tubes off the list, for a reason."""
        from freezerapp.commands.ship_decide import RemoveLines

        lines = tuple(row.line.id for row in rows)
        self._tools.ask_why(
            RemoveLines.kind,
            self.tr("{tubes}: taken off the list. What is packed is on the bench again.").format(tubes=named(rows)),
            self.tr("Removed from the shipment: {tubes}.").format(tubes=named(rows)),
            lambda reason: RemoveLines(parcel.shipment.id, lines, reason),
        )

    def overrule(self, parcel: "Parcel", rows: "Sequence[LineRow]") -> None:
        """Send tubes although something speaks against it, for a reason."""
        from freezerapp.commands.ship_decide import OverruleLines

        lines = tuple(row.line.id for row in rows)
        self._tools.ask_why(
            OverruleLines.kind,
            self.tr("{tubes}: sent although something speaks against it.").format(tubes=named(rows)),
            self.tr("Overruled, sent all the same: {tubes}.").format(tubes=named(rows)),
            lambda reason: OverruleLines(parcel.shipment.id, lines, reason),
        )

    def replace(self, parcel: "Parcel", row: "LineRow") -> None:
        """Another tube takes the place of one: asks which, and why."""
        from freezerapp.commands.ship_decide import ReplaceLine
        from freezerapp.ui.dialogs.substitute import SubstituteDialog

        assert row.specimen_id is not None
        wanted = Lacking(row.specimen_id, row.code, parcel.shipment.needed)
        dialog = SubstituteDialog(self._tools.look, self._tools.dispatcher, wanted, self._tools.window)

        def do() -> None:
            chosen = dialog.chosen
            if chosen is not None:
                text = self.tr("{new} takes the place of {old}.").format(new=chosen.tube.barcode, old=row.code)
                command = ReplaceLine(parcel.shipment.id, row.line.id, chosen.tube.id, dialog.reason)
                self._doing.perform(command, text)

        dialog.accepted.connect(do)
        dialog.open()

    def _take_out(self, rows: "list[LineRow]") -> None:
        self._tools.hands.take_out([Seen(row.specimen_id, row.code) for row in rows if row.specimen_id is not None])


def ready_to_pack(rows: "Sequence[LineRow]") -> "list[LineRow]":
    """Those that are on the bench and nothing speaks against."""
    return [row for row in rows if row.retrieved and row.line.state is LineState.WANTED and not row.doubts]


def named(rows: "Sequence[LineRow]") -> str:
    """The code of one tube, or how many there are."""
    return rows[0].code if len(rows) == 1 else said_of_work.tubes(len(rows))
