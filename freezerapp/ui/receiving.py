"""A parcel on arrival: how each item was found, how it came as a whole, and every difference settled."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog

from freezerapp.domain.parcel import Direction, Outcome, Step
from freezerapp.domain.problems import Problem
from freezerapp.domain.shipment import LineState
from freezerapp.domain.specimen import Status
from freezerapp.ui import messages, said_of_parcel, said_of_work, words
from freezerapp.ui.deciding import named
from freezerapp.ui.row_deed import RowDeed
from freezerapp.ui.shipping_tools import Tools

if TYPE_CHECKING:
    from freezerapp.commands.ship_arrive import Arrival
    from freezerapp.domain.bench_date import DateOrder
    from freezerapp.storage.rows.shipments import LineRow, Parcel

BY_HAND = (Outcome.RECEIVED, Outcome.MISSING, Outcome.DAMAGED, Outcome.THAWED, Outcome.WRONG_LABEL)
"""What can be said of a line; what is extra is found by its scan."""


class Receiving(QObject):
    """Asks what an arrival asks, and records it."""

    def __init__(self, tools: Tools) -> None:
        super().__init__(tools.window)
        self._tools = tools

    def deeds(self, parcel: "Parcel", rows: "list[LineRow]") -> tuple[RowDeed, ...]:
        """How these lines can be said to have been found; what is a difference can be settled."""
        listed = [row for row in rows if row.line.outcome is not Outcome.EXTRA]
        found = []
        if listed:
            for outcome in BY_HAND:
                text = words.sentence_case(said_of_parcel.word("outcome", outcome))
                if outcome in (Outcome.RECEIVED, Outcome.MISSING):
                    found.append(RowDeed(text, partial(self.record, parcel, listed, outcome)))
                else:
                    found.append(RowDeed(f"{text}…", partial(self.note, parcel, listed, outcome)))
        differing = [row for row in rows if _differs(row)]
        if differing and parcel.shipment.step is Step.RECEIVED:
            found.append(RowDeed(self.tr("Settle…"), lambda: self.settle(parcel, differing)))
        return tuple(found)

    def more_deeds(self, parcel: "Parcel") -> list[RowDeed]:
        """What stands under "More" for a parcel that has left."""
        found = []
        unseen = unseen_of(parcel)
        if parcel.shipment.step in (Step.DISPATCHED, Step.RECEIVED):
            if unseen:
                found.append(RowDeed(self.tr("Everything else is missing…"), lambda: self.rest_missing(parcel)))
                found.append(
                    RowDeed(self.tr("Everything else was received…"), lambda: self.rest_missing(parcel, here=True))
                )
            found.append(RowDeed(self.tr("Attach a logger's file…"), lambda: self.attach(parcel)))
        on_bench = [row for row in parcel.lines if row.status is Status.ON_THE_BENCH]
        if parcel.shipment.direction is Direction.IN and on_bench:
            found.append(RowDeed(self.tr("Show what is on the bench"), self._show_bench))
        return found

    def _show_bench(self) -> None:
        from PySide6.QtGui import QAction

        action = self._tools.window.findChild(QAction, "bench")
        if isinstance(action, QAction):
            action.trigger()

    def record(self, parcel: "Parcel", rows: "Sequence[LineRow]", outcome: Outcome, note: str | None = None) -> None:
        """Say how items were found."""
        from freezerapp.commands.ship_arrive import Arrival

        said = self.tr("{tubes}: {outcome}.").format(tubes=named(rows), outcome=said_of_parcel.word("outcome", outcome))
        self._record(parcel, [Arrival(_code(row), outcome, note) for row in rows], said)

    def _record(self, parcel: "Parcel", arrivals: "list[Arrival]", said: str) -> None:
        from freezerapp.commands.ship_arrive import RecordArrivals

        self._tools.doing.perform(RecordArrivals(parcel.shipment.id, tuple(arrivals)), said)

    def note(self, parcel: "Parcel", rows: "list[LineRow]", outcome: Outcome) -> None:
        """Say how items were found, and what there is to say of it."""
        from freezerapp.ui.dialogs.words_asked import WordsDialog

        title = words.sentence_case(said_of_parcel.word("outcome", outcome))
        about = self.tr("What is to be said of {tubes}?").format(tubes=named(rows))
        dialog = WordsDialog(title, about, self.tr("&Note"), self.tr("Record"), self._tools.window, needed=False)
        dialog.accepted.connect(lambda: self.record(parcel, rows, outcome, dialog.text or None))
        dialog.open()

    def rest_missing(self, parcel: "Parcel", *, here: bool = False) -> None:
        """Say of every item that was not looked for yet that it is missing, or that it is here, after asking."""
        rows = unseen_of(parcel)
        outcome = Outcome.RECEIVED if here else Outcome.MISSING
        asked = self.tr("{tubes} were not scanned. Record them as missing?")
        if here:
            asked = self.tr("{tubes} were not scanned. Record them as received all the same?")
        self._tools.doing.telling.ask(
            asked.format(tubes=said_of_work.tubes(len(rows))),
            self.tr("Record"),
            lambda: self.record(parcel, rows, outcome),
            warning=True,
        )

    def settle(self, parcel: "Parcel", rows: "list[LineRow]") -> None:
        """Say how differences were settled."""
        from freezerapp.commands.ship_arrive import SettleDifferences
        from freezerapp.ui.dialogs.words_asked import WordsDialog

        about = self.tr("How was the difference of {tubes} settled?").format(tubes=named(rows))
        dialog = WordsDialog(
            self.tr("Settle"),
            about,
            self.tr("&Settled by"),
            self.tr("Settle"),
            self._tools.window,
            common=(
                self.tr("Agreed with the sender"),
                self.tr("Found again"),
                self.tr("Destroyed on arrival"),
                self.tr("To be sent again"),
            ),
        )

        def do() -> None:
            command = SettleDifferences(parcel.shipment.id, tuple(row.line.id for row in rows), dialog.text)
            self._tools.doing.perform(command, self.tr("Settled: {tubes}.").format(tubes=named(rows)))

        dialog.accepted.connect(do)
        dialog.open()

    def receive(self, parcel: "Parcel") -> None:
        """The parcel has arrived: asks how it was found as a whole."""
        from freezerapp.commands.ship_arrive import ReceiveParcel
        from freezerapp.ui.dialogs.arrival import ArrivalDialog

        dialog = ArrivalDialog(parcel, self._tools.window)

        def do() -> None:
            command = ReceiveParcel(parcel.shipment.id, dialog.temperature, dialog.ice_left, dialog.seal, dialog.note)
            said = self.tr("{number} has arrived. Scan each tube.").format(number=parcel.shipment.number)
            self._tools.doing.perform(command, said)

        dialog.accepted.connect(do)
        dialog.open()

    def close(self, parcel: "Parcel") -> None:
        """Every item is accounted for: the parcel is history."""
        from freezerapp.commands.ship_arrive import CloseShipment

        number = parcel.shipment.number
        self._tools.doing.telling.ask(
            self.tr("Close {number}? Only a recorded correction opens it again.").format(number=number),
            self.tr("Close"),
            lambda: self._tools.doing.perform(
                CloseShipment(parcel.shipment.id), self.tr("{number} is closed.").format(number=number)
            ),
        )

    def attach(self, parcel: "Parcel") -> None:
        """Keep a temperature logger's file with the shipment."""
        dialog = QFileDialog(self._tools.window, self.tr("The file of a temperature logger"), str(Path.home()))
        dialog.setNameFilter(self.tr("CSV files (*.csv *.txt);;All files (*)"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        dialog.fileSelected.connect(lambda file: self.take_logger(parcel, Path(file)))
        dialog.open()

    def take_logger(
        self, parcel: "Parcel", path: Path, unit: str | None = None, order: "DateOrder | None" = None
    ) -> None:
        """Read a logger's file; where it does not tell its unit or the order of its days, somebody is asked."""
        from freezerapp.commands.ship_arrive import AttachLogger
        from freezerapp.domain.bench_date import DateOrder
        from freezerapp.exchange.loggers import LoggerDayUnclear, LoggerUnitUnknown
        from freezerapp.ui import logger_files

        limit = parcel.shipment.keep_to

        def read(came: "logger_files.ReadLogger") -> None:
            command = AttachLogger(parcel.shipment.id, path.name, came.content, came.readings)
            said = self.tr("{file} is kept with the shipment: {what}.")
            self._tools.doing.perform(command, said.format(file=path.name, what=logger_files.summary(came.readings)))

        def refused(problem: Problem) -> None:
            telling = self._tools.doing.telling
            if isinstance(problem, LoggerUnitUnknown):
                telling.choose(
                    messages.sentence(problem),
                    [
                        (self.tr("It is °C"), lambda: self.take_logger(parcel, path, "C", order)),
                        (self.tr("It is °F"), lambda: self.take_logger(parcel, path, "F", order)),
                    ],
                )
            elif isinstance(problem, LoggerDayUnclear):
                telling.choose(
                    messages.sentence(problem),
                    [
                        (self.tr("Day first"), lambda: self.take_logger(parcel, path, unit, DateOrder.DAY_FIRST)),
                        (self.tr("Month first"), lambda: self.take_logger(parcel, path, unit, DateOrder.MONTH_FIRST)),
                    ],
                )
            else:
                telling.say(messages.sentence(problem), warning=True)

        self._tools.dispatcher.aside(
            lambda _bank: logger_files.read(path, limit, unit, order), read, owner=self, refused=refused
        )


def unseen_of(parcel: "Parcel") -> "list[LineRow]":
    """The items that nobody has looked for yet."""
    off = (LineState.REMOVED, LineState.REPLACED)
    return [row for row in parcel.lines if row.line.state not in off and row.line.outcome is None]


def _code(row: "LineRow") -> str:
    """What leads to the line: the code its list has, else that of its tube."""
    return row.line.code or row.code


def _differs(row: "LineRow") -> bool:
    return row.line.outcome not in (None, Outcome.RECEIVED) and not row.line.settled
