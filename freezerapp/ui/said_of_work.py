"""What was done and what a hand must do, in words: results, names of steps for undo, and errands."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QObject

from freezerapp.domain.hand import Act, Errand, Side
from freezerapp.domain.problems import ChangedSince
from freezerapp.ui import words

translate = QCoreApplication.translate
RUNS_NAMED = 8
"""Runs of positions that a sentence names; the rest is told as "…"."""


class WorkWords(QObject):
    """Counts in words. An object, as only ``tr`` gets its plural forms translated."""

    def tubes(self, count: int) -> str:
        """ "12 tubes"."""
        return self.tr("%Ln tube(s)", "", count)

    def containers(self, count: int) -> str:
        """ "2 containers"."""
        return self.tr("%Ln container(s)", "", count)

    def name_of(self, kind: str, things: int) -> str:
        """A step as it stands behind "Undo": "move of 12 tubes"."""
        match kind:
            case "move":
                return self.tr("move of %Ln tube(s)", "", things)
            case "place":
                return self.tr("placing of %Ln tube(s)", "", things)
            case "take out":
                return self.tr("taking out of %Ln tube(s)", "", things)
            case "put back":
                return self.tr("putting back of %Ln tube(s)", "", things)
            case "register" | "import":
                return self.tr("registering of %Ln tube(s)", "", things)
            case "give codes":
                return self.tr("codes of %Ln container(s)", "", things)
            case "print labels":
                return self.tr("printing of labels of %Ln tube(s)", "", things)
            case "mark missing" | "mark found" | "mark used up" | "thaw" | "hold" | "release" | "edit" | "void":
                said = self.tr("“{what}” for %Ln tube(s)", "", things)
                return said.format(what=words.word("Operation", kind))
            case "move container":
                return self.tr("move of a container")
            case "take out container":
                return self.tr("taking out of a container")
            case "put back container":
                return self.tr("putting back of a container")
        return self.tr("“{what}”").format(what=words.word("Operation", kind))


def tubes(count: int) -> str:
    """ "12 tubes"."""
    return WorkWords().tubes(count)


def containers(count: int) -> str:
    """ "2 containers"."""
    return WorkWords().containers(count)


def name_of(kind: str, things: int) -> str:
    """A step as it stands behind "Undo": "move of 12 tubes"."""
    return WorkWords().name_of(kind, things)


def undone(kind: str, things: int, *, again: bool) -> str:
    """ "Undone: move of 12 tubes." or that it was done again."""
    text = translate("Doing", "Done again: {what}.") if again else translate("Doing", "Undone: {what}.")
    return text.format(what=name_of(kind, things))


def changed_since(problem: ChangedSince) -> str:
    """Why a gesture on an old picture was refused."""
    text = translate(
        "Doing", "{thing} was changed since by {operator} ({what}, {when}). Nothing was done; see how it is now."
    )
    return text.format(
        thing=problem.thing,
        operator=problem.operator,
        what=words.word("Operation", problem.kind),
        when=words.moment(problem.recorded_at, words.local_offset(problem.recorded_at)),
    )


def hand(errands: Sequence[Errand]) -> str:
    """What the hand must do, one sentence for each errand; empty where nothing is to be moved."""
    if not errands:
        return ""
    return translate("Doing", "By hand:") + " " + " ".join(_errand(each) for each in errands)


def _errand(errand: Errand) -> str:
    text = {
        Act.MOVE: translate("Doing", "move {things} from {source} to {target}."),
        Act.TAKE_OUT: translate("Doing", "take out {things}: {source}."),
        Act.SET_ASIDE: translate("Doing", "take away {things}: {source}."),
        Act.PUT_BACK: translate("Doing", "put back {things}: {target}."),
        Act.LOOK: translate("Doing", "look whether {things} are there: {target}."),
    }[errand.act]
    if errand.act in (Act.TAKE_OUT, Act.SET_ASIDE) and errand.source is None:
        text = translate("Doing", "set {things} aside.")
    things = tubes(len(errand.ids)) if errand.kind == "specimen" else ", ".join(errand.names)
    return text.format(
        things=things,
        source=_side(errand.source) if errand.source is not None else translate("Doing", "the bench"),
        target=_side(errand.target) if errand.target is not None else translate("Doing", "the bench"),
    )


def _side(side: Side) -> str:
    named = [first if first == last else f"{first}–{last}" for first, last in side.runs[:RUNS_NAMED]]
    if len(side.runs) > RUNS_NAMED:
        named.append("…")
    return translate("Tube", "{position} in {box}").format(position=", ".join(named), box=side.name)


def listed(texts: Iterable[str], most: int = 6) -> str:
    """A few names with commas; of many only the first."""
    known = list(texts)
    return ", ".join(known[:most]) + (", …" if len(known) > most else "")
