"""What is to be said of labels before and after they are printed, in words."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from freezerapp.documents.drawn import Wrong
from freezerapp.documents.template import For
from freezerapp.ui import messages, words
from freezerapp.ui.label_settings import NETWORK, SYSTEM
from freezerapp.wording.facts import FACTS

if TYPE_CHECKING:
    from freezerapp.documents.drawn import LabelRemark
    from freezerapp.ui.labelling import Page
    from freezerapp.ui.printing import Outcome

_OF_STOCK = (Wrong.TOO_COLD, Wrong.CAP_ALONE, Wrong.OUTSIDE, Wrong.QUIET_HURT)
"""What is wrong with all labels alike."""
NAMED = 5
"""Tubes that are named; of the others it is said how many they are."""


class LabelWords(QObject):
    """Counts in words. An object, as only ``tr`` gets its plural forms translated."""

    def count(self, labels: int, pages: int, on_sheets: bool) -> str:
        """ "81 labels on 2 sheets"."""
        said = self.tr("%Ln label(s)", "", labels)
        if not on_sheets:
            return self.tr("{labels}, from the roll").format(labels=said)
        return self.tr("{labels} on %Ln sheet(s)", "", pages).format(labels=said)

    def left_out(self, barcodes: Sequence[str]) -> str:
        """Who gets no label, by name."""
        named = ", ".join(barcodes[:NAMED])
        more = len(barcodes) - NAMED
        if more > 0:
            named = self.tr("{named} and %Ln more", "", more).format(named=named)
        return self.tr("Left out, as consent is on hold: {named}.").format(named=named)

    def again(self, count: int) -> str:
        """Some get another label."""
        return self.tr("%Ln tube(s) have a label already: say why they get a further one.", "", count)

    def cap(self) -> str:
        """Caps get lost and swapped."""
        return self.tr("A cap label is never the only one: say what marks these tubes on their side.")

    def new_codes(self, count: int) -> str:
        """Some carry new codes."""
        return self.tr("%Ln tube(s) carry new codes; the old ones still find them.", "", count)

    def without_code(self, count: int) -> str:
        """Some get their first code."""
        return self.tr("%Ln container(s) have no code yet: each gets the one on its label as you print.", "", count)

    def codes_given(self, count: int) -> str:
        """They have it."""
        return self.tr("%Ln container(s) have codes now, as their labels show.", "", count)

    def done(self, outcome: "Outcome", what: str) -> str:
        """What came of a print."""
        way = outcome.way
        if way.file is not None:
            return self.tr("Labels saved as {file}: {what}.").format(file=way.file.name, what=what)
        if not outcome.whole:
            said = self.tr("{count} of %Ln label(s) sent to {printer}.", "", len(outcome.ids))
            return said.format(count=words.number(outcome.sent), printer=way.printer)
        if way.target == SYSTEM:
            return self.tr("Labels printed on {printer}: {what}.").format(printer=way.printer, what=what)
        text = self.tr("Labels sent to {printer}: {what}.").format(printer=way.printer, what=what)
        if way.target == NETWORK and outcome.state is not None and outcome.state.troubles:
            troubles = ", ".join(fact(each) for each in outcome.state.troubles)
            text += " " + self.tr("The printer says: {troubles}.").format(troubles=troubles)
        return text


def warnings(page: "Page", remarks: "Sequence[LabelRemark]") -> list[str]:
    """What is to be known before these labels are printed, a sentence each."""
    said, chosen = LabelWords(), page.chosen
    found = []
    if chosen.held:
        found.append(said.left_out(chosen.held))
    if page.asked.template.of is For.CAP:
        found.append(said.cap())
    elif chosen.again:
        found.append(said.again(chosen.again))
    if page.refused is not None:
        found.append(messages.sentence(page.refused))
    for remark in remarks:
        if page.refused is None or remark.what != page.refused.what:
            if remark.what is Wrong.CAP_ALONE:
                continue  # it is asked about
            whose = chosen.all > 1 and remark.what not in _OF_STOCK
            named = f" ({', '.join(remark.labels)})" if whose else ""
            found.append(f"{words.sentence_case(fact(remark.what))}{named}.")
    return found


def fact(word: str) -> str:
    """A word of the program as it stands in a sentence."""
    text = str(word)
    return QCoreApplication.translate("Fact", FACTS[text]) if text in FACTS else text


def without_code(count: int) -> str:
    """What becomes of containers that have no code."""
    return LabelWords().without_code(count)
