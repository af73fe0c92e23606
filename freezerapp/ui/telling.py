"""What the window says of the work: results and refusals in the bar, with the one thing that can be done next."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from freezerapp.ui.widgets.inline_bar import InlineBar


class Telling(QObject):
    """Speaks through the one bar of the window; what its button does is what was offered last."""

    def __init__(self, bar: InlineBar, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._bar = bar
        self._deeds: tuple[Callable[[], None], ...] = ()
        self._proposed = 0
        self._asking = False
        bar.action_triggered.connect(self._act)

    @property
    def is_asking(self) -> bool:
        """Whether something waits for its confirmation."""
        return self._asking and not self._bar.isHidden()

    def say(self, text: str, *, warning: bool = False) -> None:
        """Say something that asks for nothing."""
        self.forget()
        self._bar.say(text, warning=warning)

    def offer(self, text: str, action: str, do: Callable[[], None], *, warning: bool = False) -> None:
        """Say something, with a button that does what is proposed."""
        self._deeds, self._proposed, self._asking = (do,), 0, False
        self._bar.say(text, action=action, warning=warning)

    def ask(self, text: str, action: str, do: Callable[[], None], *, warning: bool = False) -> None:
        """Say what is about to be done, and do it when that is confirmed: by the button, Enter or a scan."""
        self.offer(text, action, do, warning=warning)
        self._asking = True
        self._bar.focus_action()

    def choose(self, text: str, ways: Sequence[tuple[str, Callable[[], None]]], proposed: int = 0) -> None:
        """Ask which of a few ways it is; Enter or a scan takes the proposed one."""
        self._deeds, self._proposed, self._asking = tuple(do for _, do in ways), proposed, True
        self._bar.say(text, actions=[name for name, _ in ways], warning=True)
        self._bar.focus_action(proposed)

    def confirm(self) -> bool:
        """Do what was asked about last, as proposed; False if nothing is asked."""
        if not self.is_asking:
            return False
        self._act(self._proposed)
        return True

    def forget(self) -> None:
        """Nothing is offered any more."""
        self._deeds, self._proposed, self._asking = (), 0, False

    def _act(self, number: int) -> None:
        deeds = self._deeds
        self.forget()
        if number < len(deeds):
            self._bar.hide()
            deeds[number]()
