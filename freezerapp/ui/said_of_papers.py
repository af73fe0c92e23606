"""What is said of the papers of a parcel and of the versions of its manifest."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject

from freezerapp.domain.parcel import Step
from freezerapp.ui import words
from freezerapp.ui.parcel_papers import Kind
from freezerapp.wording.marked import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from collections.abc import Sequence

    from freezerapp.domain.manifest import Changed
    from freezerapp.ui.papers_shown import Shown

KINDS = {
    Kind.MANIFEST: QT_TRANSLATE_NOOP("Paper", "Manifest"),
    Kind.PACKING_LIST: QT_TRANSLATE_NOOP("Paper", "Packing list of each package"),
    Kind.BOX_MAPS: QT_TRANSLATE_NOOP("Paper", "Box maps"),
    Kind.MARKS: QT_TRANSLATE_NOOP("Paper", "Marks for the packages"),
    Kind.ADDRESS: QT_TRANSLATE_NOOP("Paper", "Address labels"),
    Kind.ICE: QT_TRANSLATE_NOOP("Paper", "Dry ice declaration"),
    Kind.INVOICE: QT_TRANSLATE_NOOP("Paper", "Pro-forma invoice"),
    Kind.NOTICE: QT_TRANSLATE_NOOP("Paper", "Advance notice"),
}
MOST_NAMED = 4
FIELDS = {
    "transport.waybill": QT_TRANSLATE_NOOP("Paper", "waybill"),
    "transport.carrier": QT_TRANSLATE_NOOP("Paper", "carrier"),
    "transport.seal": QT_TRANSLATE_NOOP("Paper", "seal"),
    "transport.logger": QT_TRANSLATE_NOOP("Paper", "logger"),
    "transport.planned": QT_TRANSLATE_NOOP("Paper", "planned day"),
    "transport.expected": QT_TRANSLATE_NOOP("Paper", "expected day"),
    "transport.classification": QT_TRANSLATE_NOOP("Paper", "classification"),
    "packages": QT_TRANSLATE_NOOP("Paper", "packages"),
    "boxes": QT_TRANSLATE_NOOP("Paper", "boxes"),
    "sender": QT_TRANSLATE_NOOP("Paper", "sender"),
    "recipient": QT_TRANSLATE_NOOP("Paper", "recipient"),
    "customs": QT_TRANSLATE_NOOP("Paper", "customs"),
    "purpose": QT_TRANSLATE_NOOP("Paper", "purpose"),
    "agreement": QT_TRANSLATE_NOOP("Paper", "agreement"),
    "released_by": QT_TRANSLATE_NOOP("Paper", "released"),
    "released_at": QT_TRANSLATE_NOOP("Paper", "released"),
    "second_person": QT_TRANSLATE_NOOP("Paper", "released"),
    "packed_by": QT_TRANSLATE_NOOP("Paper", "packed anew"),
    "packed_at": QT_TRANSLATE_NOOP("Paper", "packed anew"),
    "consent_checked": QT_TRANSLATE_NOOP("Paper", "packed anew"),
}


class PaperWords(QObject):
    """Sentences of the dialog of papers."""

    def kind(self, kind: Kind) -> str:
        """What a paper is called."""
        return QCoreApplication.translate("Paper", KINDS[kind])

    def state(self, shown: "Shown") -> str:
        """Which version is shown, and what becomes of it."""
        if shown.step is Step.DRAFT:
            return self.tr("A draft, as it would be with all tubes packed. It gets a version when packing is finished.")
        if shown.version:
            text = self.tr("Version {version}, as it was issued. Printed again it stays the same.")
            return text.format(version=shown.version)
        if not shown.issued:
            return self.tr("Not issued yet: saving or printing issues version 1.")
        text = self.tr("New since version {last}: {news}. Saving or printing issues version {next}.")
        last = shown.issued[0][0]
        return text.format(last=last, next=last + 1, news=self.news(shown.news))

    def versions(self, issued: "Sequence[tuple[int, int, Sequence[Changed]]]") -> str:
        """The versions so far, a line each."""
        lines = []
        for version, when, news in issued:
            moment = words.moment(when, words.local_offset(when))
            line = self.tr("Version {version}, {moment}").format(version=version, moment=moment)
            lines.append(f"{line}: {self.news(news)}" if news else line)
        return "\n".join(lines)

    def news(self, news: "Sequence[Changed]") -> str:
        """What a version says otherwise than the one before, in a few words."""
        added = sum(1 for each in news if each.what == "added")
        removed = sum(1 for each in news if each.what == "removed")
        moved = sum(1 for each in news if each.what == "moved")
        others = {each.thing for each in news if each.what.startswith("tube.")}
        found = []
        if added:
            found.append(self.tr("%Ln tube(s) added", "", added))
        if removed:
            found.append(self.tr("%Ln tube(s) removed", "", removed))
        if moved:
            found.append(self.tr("%Ln tube(s) moved", "", moved))
        if others:
            found.append(self.tr("%Ln tube(s) changed", "", len(others)))
        named = [self._field(each.what) for each in news if not each.thing]
        found += list(dict.fromkeys(named))
        if len(found) > MOST_NAMED:
            found = [*found[:MOST_NAMED], "…"]
        return ", ".join(found)

    def _field(self, path: str) -> str:
        text = FIELDS.get(path) or FIELDS.get(path.partition(".")[0])
        return QCoreApplication.translate("Paper", text) if text else self.tr("other details")
