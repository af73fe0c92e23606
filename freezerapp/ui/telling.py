"""What the window says of the work: results and refusals in the bar, with the one thing that can be done next."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from freezerapp.ui.widgets.inline_bar import InlineBar


class Telling(QObject):
    """Speaks through the one bar of the window; what its button does is what was offered last."""

    def __init__(self, bar: InlineBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._do: Callable[[], None] | None = None
        self._asking = False
        bar.action_triggered.connect(self._act)

    @property
    def is_asking(self) -> bool:
        """Whether something waits for its confirmation."""
        return self._asking and not self._bar.isHidden()

    def say(self, text: str, *, warning: bool = False) -> None:
        """Say something that asks for nothing."""
        self._do, self._asking = None, False
        self._bar.say(text, warning=warning)

    def offer(self, text: str, action: str, do: Callable[[], None], *, warning: bool = False) -> None:
        """Say something, with a button that does what is proposed."""
        self._do, self._asking = do, False
        self._bar.say(text, action=action, warning=warning)

    def ask(self, text: str, action: str, do: Callable[[], None], *, warning: bool = False) -> None:
        """Say what is about to be done, and do it when that is confirmed: by the button, Enter or a scan."""
        self.offer(text, action, do, warning=warning)
        self._asking = True
        self._bar.focus_action()

    def confirm(self) -> bool:
        """Do what was asked about last; False if nothing is asked."""
        if not self.is_asking:
            return False
        self._act()
        return True

    def forget(self) -> None:
        """Nothing is offered any more."""
        self._do, self._asking = None, False

    def _act(self) -> None:
        do = self._do
        self.forget()
        if do is not None:
            self._bar.hide()
            do()
