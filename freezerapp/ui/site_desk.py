"""The rules of the site from the window: the dialog, and what it decided done as one change."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from freezerapp.ui import roles
from freezerapp.ui.dispatcher import Dispatcher
from freezerapp.ui.doing import Doing
from freezerapp.ui.models.bank_now import BankNow

if TYPE_CHECKING:
    from freezerapp.exchange.signing import OwnKey


class SiteDesk(QObject):
    """One for the window. ``set_pace`` opens the dialog of pace and limits over another one."""

    def __init__(
        self,
        window: QWidget,
        dispatcher: Dispatcher,
        now: BankNow,
        doing: Doing,
        set_pace: Callable[[QWidget], None],
    ) -> None:
        super().__init__(window)
        self._window, self._dispatcher, self._now, self._doing = window, dispatcher, now, doing
        self._set_pace = set_pace

    def open(self) -> None:
        """Show the rules; a manager or administrator may change them."""
        from freezerapp.ui.dialogs.site_rules import SiteRulesDialog

        if self._dispatcher.bank is None:
            return
        why_not = roles.why_not(self._now, self._doing, "set site rule")
        dialog = SiteRulesDialog(self._dispatcher, why_not, self._window)
        dialog.pace_wanted.connect(lambda: self._set_pace(dialog))
        dialog.accepted.connect(lambda: self._begin(dialog.changed, wants_key=dialog.wants_key))
        dialog.open()

    def _begin(self, changed: Mapping[str, str], *, wants_key: bool) -> None:
        if not wants_key:
            self._set(changed)
            return

        def make() -> "OwnKey":
            from freezerapp.exchange.signing import make_key

            return make_key()

        self._dispatcher.work(
            make, lambda key: self._set_with_key(changed, key), owner=self, refused=self._doing.refuse
        )

    def _set_with_key(self, changed: Mapping[str, str], key: "OwnKey") -> None:
        from freezerapp.domain.signing import OWN_KEYS, keys_kept, keys_text, short_key

        keys = keys_text((key.public, *keys_kept(changed, OWN_KEYS)))
        said = self.tr("The bank signs with the key {key} from now on. Give its public half to those you send to.")
        self._set({**changed, OWN_KEYS: keys}, said.format(key=short_key(key.public)))

    def _set(self, changed: Mapping[str, str], said: str = "") -> None:
        from freezerapp.commands.parties import SetSettings

        if changed:
            self._doing.perform(SetSettings(tuple(changed.items())), said or self.tr("The site rules are set."))
