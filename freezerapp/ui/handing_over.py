"""A shipment taken from step to step until it leaves: packing finished, reopened, handed over, given up, corrected."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from freezerapp.domain.parcel import Direction, Step
from freezerapp.domain.shipment import CORRECTIONS
from freezerapp.ui import messages, parcel_questions, said_of_parcel
from freezerapp.ui.row_deed import RowDeed
from freezerapp.ui.shipping_tools import Tools

if TYPE_CHECKING:
    from freezerapp.storage.rows.shipments import Parcel
    from freezerapp.ui.dialogs.hand_over import HandOverDialog


class HandingOver(QObject):
    """Asks what a step asks, and takes it."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools.window)
        self._tools = tools

    def deeds(self, parcel: "Parcel") -> list[RowDeed]:
        """The steps that lead back or away."""
        step, out = parcel.shipment.step, parcel.shipment.direction is Direction.OUT
        found = []
        if step is Step.PACKED:
            found.append(RowDeed(self.tr("Reopen packing…"), lambda: self.reopen(parcel)))
        if step in (Step.DRAFT, Step.PACKED):
            found.append(RowDeed(self.tr("Cancel shipment…"), lambda: self.cancel(parcel)))
        if CORRECTIONS.get(step) and (out or step is not Step.DISPATCHED):
            found.append(RowDeed(self.tr("Correct this step…"), lambda: self.correct(parcel)))
        return found

    def finish(self, parcel: "Parcel") -> None:
        """All is packed: the list and the boxes stand."""
        from freezerapp.commands.ship_pack import FinishPacking

        said = self.tr("{number} is packed: the list and the boxes stand.").format(number=parcel.shipment.number)
        self._tools.doing.perform(FinishPacking(parcel.shipment.id), said)

    def reopen(self, parcel: "Parcel") -> None:
        """Back to packing before it has left."""
        from freezerapp.commands.ship_pack import ReopenPacking

        key = parcel.shipment.id
        self._tools.ask_why(
            ReopenPacking.kind,
            self.tr("The list and the boxes can be changed again."),
            self.tr("{number} is being packed again.").format(number=parcel.shipment.number),
            lambda reason: ReopenPacking(key, reason),
        )

    def cancel(self, parcel: "Parcel") -> None:
        """Give a shipment up before it leaves."""
        from freezerapp.commands.ship import CancelShipment

        key = parcel.shipment.id
        self._tools.ask_why(
            CancelShipment.kind,
            self.tr("The shipment is given up. Packed tubes are on the bench again."),
            self.tr("{number} is cancelled; its tubes are free again.").format(number=parcel.shipment.number),
            lambda reason: CancelShipment(key, reason),
        )

    def correct(self, parcel: "Parcel") -> None:
        """Put a step right that was taken wrongly: one step back, on record."""
        from freezerapp.commands.ship_send import CorrectShipment

        key, step = parcel.shipment.id, parcel.shipment.step
        (back,) = CORRECTIONS[step]
        about = self.tr("{number} is {step}, and was not: it is {back} again. Both stand in the history.")
        if step is Step.DISPATCHED:
            about += " " + self.tr("Boxes and tubes are in the house again, packed as they were.")
        self._tools.ask_why(
            CorrectShipment.kind,
            about.format(
                number=parcel.shipment.number,
                step=said_of_parcel.word("step", step),
                back=said_of_parcel.word("step", back),
            ),
            self.tr("Corrected: {number} is {step} again.").format(
                number=parcel.shipment.number, step=said_of_parcel.word("step", back)
            ),
            lambda reason: CorrectShipment(key, reason),
        )

    def dispatch(self, parcel: "Parcel") -> None:
        """Hand a packed parcel over, after it was said plainly what that means."""
        from freezerapp.commands.ship_send import Dispatch
        from freezerapp.ui.dialogs.hand_over import HandOverDialog

        doing, facts = self._tools.doing, self._tools.now.facts
        others = [(key, name) for key, name, _ in facts.operators if key != doing.operator] if facts is not None else []
        dialog = HandOverDialog(self._tools.look, parcel, doing.operator_name, others, self._tools.window)

        def do() -> None:
            said = self.tr("{number} is handed over; its tubes have left.").format(number=parcel.shipment.number)
            doing.perform(Dispatch(parcel.shipment.id, dialog.second, dialog.known), said)

        dialog.badge_wanted.connect(lambda code: self._badge(dialog, code))
        dialog.accepted.connect(do)
        dialog.open()

    def _badge(self, dialog: "HandOverDialog", code: str) -> None:
        """Whose badge it is: another person than the one who hands over."""
        from freezerapp.domain.shipment import SamePersonTwice

        first = self._tools.doing.operator

        def found(who: tuple[int, str] | None) -> None:
            if who is None:
                dialog.say(self.tr("{code} is nobody's badge.").format(code=code), warning=True)
            elif who[0] == first:
                dialog.say(messages.sentence(SamePersonTwice(who[1])), warning=True)
            else:
                dialog.confirmed(*who)

        self._tools.dispatcher.ask(lambda reader: parcel_questions.whose_badge(reader, code), found, owner=dialog)
