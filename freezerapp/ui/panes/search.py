"""The one field to scan or search, and the results it shows as one types."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QSizePolicy, QToolButton

from freezerapp.domain.problems import Problem
from freezerapp.ui import messages, questions, said_of_scan, words
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.look import Look
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.models.found_list import place_text
from freezerapp.ui.models.hit_list import Hit, HitKind, HitList
from freezerapp.ui.panes.search_popup import SearchPopup
from freezerapp.ui.selection import Lit, Selection, Showing, View

if TYPE_CHECKING:
    from freezerapp.domain.search.completion import Completion
    from freezerapp.storage.rows.found import Found

TUBES_SHOWN = 8
CONTAINERS_SHOWN = 3
COMPLETIONS_SHOWN = 8
LIGHT_AFTER_MS = 250
WIDEST = 560


class SearchField(QFrame):
    """Text ended by Enter is first tried as a whole code, then shown as a list; the popup follows each key.

    ``announced`` carries a sentence about what was scanned, for the status bar and screen readers.
    """

    announced = Signal(str)

    def __init__(self, look: Look, dispatcher: Dispatcher, now: BankNow, selection: Selection) -> None:
        super().__init__()
        self._look = look
        self._dispatcher = dispatcher
        self._now = now
        self._selection = selection
        self._taken_text = ""
        self._hits = HitList()
        self.popup = SearchPopup(look, self._hits)
        self.popup.taken.connect(self._on_taken)
        self.setProperty("look", "search")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMaximumWidth(WIDEST)
        self.edit = QLineEdit()
        self.edit.setProperty("look", "bare")
        self.edit.setPlaceholderText(self.tr("Scan or search tubes, boxes, participants"))
        self.edit.setAccessibleName(self.tr("Scan or search"))
        self.edit.setMaxLength(10_000)
        self.edit.installEventFilter(self)
        self._mark = QLabel()
        self._mark.setAccessibleName(self.tr("Barcode"))
        self._badge = QLabel("Ctrl+K")
        self._badge.setProperty("look", "key")
        self._clear = QToolButton()
        self._clear.setAccessibleName(self.tr("Empty the search field"))
        self._clear.setToolTip(self.tr("Empty the search field"))
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.setProperty("look", "inner")
        self._clear.clicked.connect(self.empty)
        self._clear.hide()
        layout = QHBoxLayout(self)
        layout.setContentsMargins(12, 0, 10, 0)
        layout.setSpacing(8)
        layout.addWidget(self._mark)
        layout.addWidget(self.edit, 1)
        layout.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._clear)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(LIGHT_AFTER_MS)
        self._soon.timeout.connect(self._light)
        self.edit.textEdited.connect(self._on_edited)
        selection.lit_changed.connect(self._on_lit)
        dispatcher.changed.connect(self._on_changed)
        dispatcher.closed.connect(self.empty)
        look.changed.connect(self._dress)
        self._dress()

    @property
    def hits(self) -> HitList:
        """The lines of the popup."""
        return self._hits

    def sizeHint(self) -> QSize:
        return QSize(WIDEST, super().sizeHint().height())

    def seek(self) -> None:
        """Put the cursor into the field, what stands there selected."""
        self.edit.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.edit.selectAll()

    def show_text(self, text: str) -> None:
        """Show a search that was begun elsewhere, without opening the popup."""
        if self.edit.text() != text:
            self.edit.setText(text)
        self._clear.setVisible(bool(text))

    def empty(self) -> None:
        """Empty the field and put the light out."""
        self.edit.clear()
        self._clear.hide()
        self._soon.stop()
        self._dispatcher.forget("search")
        self._dispatcher.forget("light")
        self.popup.hide()
        self._selection.light(Lit())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows, Enter, Tab and Esc go to the popup while the cursor stays in the field."""
        if watched is self.edit and event.type() is QEvent.Type.KeyPress:
            assert isinstance(event, QKeyEvent)
            return self._on_key(event)
        if watched is self.edit and event.type() is QEvent.Type.FocusOut:
            self.popup.hide()
            self._ring(False)
        if watched is self.edit and event.type() is QEvent.Type.FocusIn:
            self._ring(True)
        return super().eventFilter(watched, event)

    def _on_key(self, event: QKeyEvent) -> bool:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            if not self.popup.isVisible() and self._hits.hits:
                self._open_popup()
            self.popup.step(1 if key == Qt.Key.Key_Down else -1)
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            hit = self.popup.current()
            if hit is not None:
                self._on_taken(hit)
            else:
                self._enter(self.edit.text())
            return True
        if key == Qt.Key.Key_Escape:
            if self.popup.isVisible():
                self.popup.hide()
            else:
                self.empty()
            return True
        if key == Qt.Key.Key_Tab and self.popup.isVisible():
            hit = next((hit for hit in self._hits.hits if hit.kind is HitKind.COMPLETION), None)
            if hit is not None:
                self._complete(hit)
                return True
        return False

    def _on_edited(self, text: str) -> None:
        self._clear.setVisible(bool(text))
        if not text.strip():
            self._dispatcher.forget("search")
            self._dispatcher.forget("light")
            self._soon.stop()
            self.popup.hide()
            self._hits.show(())
            self._selection.light(Lit())
            return
        self._search(text)
        self._soon.start()

    def _search(self, text: str) -> None:
        cursor, tree, index = self.edit.cursorPosition(), self._now.storage, self._now.texts.index
        self._dispatcher.ask(
            lambda reader: (
                questions.hits(reader, text, TUBES_SHOWN, tree, index),
                questions.completions(reader, text, cursor, COMPLETIONS_SHOWN),
            ),
            lambda found: self._on_hits(*found),
            owner=self,
            lane="search",
            refused=lambda problem: self._on_refused(text, problem),
        )

    def _on_hits(self, hits: questions.Hits, completions: "Sequence[Completion]") -> None:
        lines = [Hit(HitKind.COMPLETION, each.text, start=each.start, end=each.end) for each in completions]
        lines += self._containers(hits.text)
        for row in hits.rows:
            about = (row.participant, row.visit, words.word("Material", row.material))
            lines.append(
                Hit(
                    HitKind.TUBE,
                    row.barcode or "",
                    " · ".join(part for part in about if part),
                    place_text(row) or words.word("Status", row.status),
                    row.material,
                    row.id,
                    row.container_id,
                )
            )
        if hits.number > len(hits.rows):
            said = self.tr("Show all %Ln tube(s)", "", hits.number)
            lines.append(Hit(HitKind.ALL, said, figure=self.tr("Enter")))
        if not hits.rows and not completions:
            lines.append(Hit(HitKind.NONE, self._nothing(hits)))
        self._hits.show(lines)
        self._open_popup()

    def _nothing(self, hits: questions.Hits) -> str:
        """Why nothing was found: a value that the bank does not have, and what may be meant."""
        if not hits.meant:
            return self.tr("No tube matches")
        text, instead = hits.meant[0]
        if instead:
            return self.tr("Nothing is called {text}. Did you mean {other}?").format(text=text, other=instead)
        return self.tr("Nothing is called {text} in this bank").format(text=text)

    def _containers(self, text: str) -> list[Hit]:
        """Boxes and units whose code or name has the text in it; searched in what is already here."""
        storage = self._now.storage
        sought = text.strip().casefold()
        if storage is None or ":" in sought:
            return []
        found = [
            row
            for row in storage.containers.values()
            if sought in row.name.casefold() or (row.code and sought in row.code.casefold())
        ]
        found.sort(key=lambda row: (not row.name.casefold().startswith(sought), len(row.name), row.id))
        return [
            Hit(
                HitKind.CONTAINER,
                row.code or row.name,
                storage.path_text(row.parent_id) if row.parent_id is not None else "",
                self.tr("%Ln tube(s)", "", row.tubes),
                id=row.id,
            )
            for row in found[:CONTAINERS_SHOWN]
        ]

    def _on_refused(self, text: str, problem: Problem) -> None:
        start, end = messages.where(problem, len(text))
        self._hits.show([Hit(HitKind.PROBLEM, text, messages.sentence(problem), start=start, end=end)])
        self._soon.stop()
        self._selection.light(Lit())
        self._open_popup()

    def _on_taken(self, hit: Hit) -> None:
        match hit.kind:
            case HitKind.COMPLETION:
                self._complete(hit)
            case HitKind.CONTAINER:
                self.popup.hide()
                self._selection.go(View(Showing.CONTAINER, hit.id))
            case HitKind.TUBE:
                self.popup.hide()
                self._show_tube(hit.id, hit.container)
            case HitKind.ALL:
                self.show_list(self.edit.text())

    def _complete(self, hit: Hit) -> None:
        text = self.edit.text()
        self.edit.setText(text[: hit.start] + hit.title + text[hit.end :])
        self.edit.setCursorPosition(hit.start + len(hit.title))
        self._on_edited(self.edit.text())

    def _enter(self, text: str) -> None:
        """A whole code shows its thing; everything else is a search, shown as a list."""
        if not text.strip():
            return
        self._dispatcher.forget("search")
        self._dispatcher.ask(
            lambda reader: questions.scanned(reader, text.strip()),
            lambda found: self._on_code(text, found),
            owner=self,
            lane="code",
        )

    def _on_code(self, text: str, scanned: "tuple[Found, int | None] | None") -> None:
        if scanned is None:
            self.show_list(text)
            return
        found, container = scanned
        self.popup.hide()
        self._dispatcher.forget("search")
        self._soon.stop()
        if found.replaced_at is not None:
            said = self.tr("{code} was replaced on {date}; this is what it stood for.")
            day = words.moment(found.replaced_at, 0)
            self.announced.emit(said.format(code=found.text, date=day))
        if found.kind == "specimen":
            self._show_tube(found.id, container)
        elif found.kind == "container":
            self._selection.go(View(Showing.CONTAINER, found.id))
        elif found.kind == "pick list":
            self._selection.go(View(Showing.PICK, item=found.id))
        elif found.kind == "shipment":
            self._selection.go(View(Showing.SHIPMENT, item=found.id))
        elif found.kind == "operator":
            self.announced.emit(self.tr("{code} is an operator's badge.").format(code=found.text))
        else:
            self.announced.emit(said_of_scan.other(found.text, found.kind))
        self.edit.selectAll()

    def _show_tube(self, specimen: int, container: int | None) -> None:
        """The tube in its box; one that stands nowhere is shown beside what is there."""
        if container is None:
            self._selection.choose(specimen)
        else:
            self._selection.go(View(Showing.CONTAINER, container), specimen)

    def show_list(self, text: str) -> None:
        """All matches as a list in the centre; a text that is no search is refused at its place."""
        self._dispatcher.forget("search")
        self._dispatcher.ask(
            lambda reader: questions.count(reader, text),
            lambda _count: self._on_list(text),
            owner=self,
            lane="list check",
            slow=True,
            refused=lambda problem: self._on_refused(text, problem),
        )

    def _on_list(self, text: str) -> None:
        self.popup.hide()
        self._selection.go(View(Showing.LIST, query=text.strip()))
        self._light()

    def _light(self) -> None:
        text = self.edit.text().strip()
        if not text:
            self._selection.light(Lit())
            return
        self._dispatcher.ask(
            lambda reader: questions.lit(reader, text),
            self._selection.light,
            owner=self,
            lane="light",
            slow=True,
            refused=lambda _problem: self._selection.light(Lit()),
        )

    def _on_lit(self, lit: Lit) -> None:
        """Say in the field how much is lit."""
        if not lit:
            self._badge.setText("Ctrl+K")
            return
        tubes = self.tr("%Ln tube(s)", "", len(lit.specimens))
        boxes = self.tr("in %Ln box(es)", "", len(lit.boxes))
        self._badge.setText(f"{tubes} {boxes}")

    def _on_changed(self) -> None:
        if self._selection.lit:
            self._light()

    def _open_popup(self) -> None:
        window = self.window()
        if not self.edit.hasFocus() or not self._hits.hits:
            return
        if self.popup.parent() is not window:
            self.popup.setParent(window)
        corner = self.mapTo(window, QPoint(0, self.height() + 4))
        self.popup.open(corner, max(self.width(), 420), window.height() - corner.y() - 40)

    def _ring(self, focused: bool) -> None:
        self.setProperty("focused", focused)
        # A sheet of its own, empty or all but, has the rules looked at anew without all the names of QStyle.
        self.setStyleSheet(" " if focused else "")

    def _dress(self) -> None:
        size = int(self._look.theme.space.icon)
        self._mark.setPixmap(self._look.icon("barcode", "muted").pixmap(size, size))
        self._clear.setIcon(self._look.icon("x", "muted"))
