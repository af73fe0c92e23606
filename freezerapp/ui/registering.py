"""Tubes that the bank does not know yet: registered by hand, after an unknown scan, or while a box is filled."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from freezerapp.domain.position import Position
from freezerapp.ui import bench_questions
from freezerapp.ui.box_work import BoxWork
from freezerapp.ui.chosen import Chosen
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.hands import Hands
from freezerapp.ui.models.bank_now import BankNow
from freezerapp.ui.panes.fill_by_scan import FillByScan
from freezerapp.ui.task import Scanned
from freezerapp.ui.widgets.box_view import BoxView


class Registering(QObject):
    """Asks for the facts of new tubes; while a box is filled, the batch shares them."""

    def __init__(
        self,
        window: QWidget,
        dispatcher: Dispatcher,
        now: BankNow,
        hands: Hands,
        chosen: Chosen,
        fill: FillByScan,
        box: tuple[BoxView, BoxWork],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._dispatcher = dispatcher
        self._now = now
        self._hands = hands
        self._chosen = chosen
        self._fill = fill
        self._view, self._work = box
        fill.register_wanted.connect(self._on_wanted)

    def register(self) -> None:
        """Register one tube or a batch, into the box that is shown or without a place."""
        self._register((), None)

    def _on_wanted(self, scanned: object) -> None:
        session = self._fill.session
        if session is None or session.target is None:
            return
        if not isinstance(scanned, Scanned):
            self._register((), None, facts_only=True)
        elif session.shared is not None and not scanned.near:
            self._register_shared(scanned.text)
        else:
            self._register((scanned.text,), session.target, near=scanned.near)

    def offer(self, code: str, near: tuple[str, ...]) -> None:
        """A scan that leads nowhere may be registered."""
        text = self.tr("Nothing here has the code {code}.").format(code=code)
        if near:
            text += " " + self.tr("Codes like it: {codes}.").format(codes=", ".join(near))
        self._hands.doing.telling.offer(text, self.tr("Register it…"), lambda: self._register((code,), None, near=near))

    def _register_shared(self, code: str) -> None:
        session, box = self._fill.session, self._work.box
        container = self._work.container
        if session is None or session.shared is None or session.target is None or box is None or container is None:
            return
        at = session.target
        self._hands.register(
            (code,), session.shared, container, at, lambda done: self._fill.registered(done, box, code, at)
        )

    def _register(
        self,
        codes: tuple[str, ...],
        at: Position | None,
        *,
        near: tuple[str, ...] = (),
        facts_only: bool = False,
    ) -> None:
        from freezerapp.ui.dialogs.register_tubes import RegisterDialog

        filling = self._fill.session is not None
        box, container = self._work.box, self._work.container if self._chosen.in_box else None
        dialog = RegisterDialog(
            self._now.materials,
            container,
            codes,
            near,
            self._fill.session.shared if self._fill.session is not None else None,
            self._window,
            filling=filling,
            facts_only=facts_only,
        )
        self._dispatcher.ask(bench_questions.known_values, dialog.offer, owner=dialog)

        def accepted() -> None:
            if filling and dialog.keeps:
                self._fill.share(dialog.shared)
            if facts_only:
                return
            if filling and box is not None and container is not None and at is not None and len(dialog.codes) == 1:
                code = dialog.codes[0]
                self._hands.register(
                    dialog.codes,
                    dialog.shared,
                    container,
                    at,
                    lambda done: self._fill.registered(done, box, code, at),
                )
            else:
                into = container if dialog.into_box else None
                start = self._view.cursor_cell
                where = Position(*start) if start is not None else None
                self._hands.register_batch(dialog.codes, dialog.shared, into, box, where)

        dialog.accepted.connect(accepted)
        dialog.open()
