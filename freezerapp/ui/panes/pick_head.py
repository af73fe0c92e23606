"""The head of a pick list: its number and what it is, and what can be done with the whole of it."""

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QMenu

from freezerapp.ui import said_of_pick
from freezerapp.ui.look import Look
from freezerapp.ui.panes.page_head import PageHead

if TYPE_CHECKING:
    from freezerapp.storage.rows.picks import PickPage

LABELLED = frozenset({"wanted", "retrieved", "returned"})


def labelled(page: "PickPage") -> tuple[int, ...]:
    """The tubes of a list that can get a label, in its order, each once: not those that are missing or came off it."""
    return tuple(dict.fromkeys(row.tube for row in page.rows if row.state.value in LABELLED))


class PickHead(PageHead):
    """Shows what can be done with a list as it is now."""

    def __init__(self, look: Look) -> None:
        super().__init__()
        self.sheet = self.add_button(self.tr("Print sheet…"))
        self.sheet.setIcon(look.icon("printer"))
        self.more = self.add_button(self.tr("More"))
        self.more.setProperty("menu", "true")
        menu = QMenu(self.more)
        self.add_tubes = menu.addAction(self.tr("&Add tubes…"))
        self.labels = menu.addAction(self.tr("&Labels…"))
        self.more.setMenu(menu)
        self.back = self.add_button(self.tr("Return"))
        self.back.setCheckable(True)
        self.cancel = self.add_button(self.tr("Cancel list…"))
        self.reopen = self.add_button(self.tr("Reopen…"))
        self.finish = self.add_button(self.tr("Finish"))
        self.finish.setProperty("look", "primary")

    def show_page(self, page: "PickPage") -> None:
        """This list, as it is."""
        said = page.said
        is_open = said.state.value == "open"
        self.say(said.number, said_of_pick.about(said))
        for button, shown in (
            (self.sheet, is_open and bool(page.walk.batches)),
            (self.back, is_open and bool(said.out)),
            (self.cancel, is_open),
            (self.finish, is_open),
            (self.reopen, not is_open),
        ):
            button.setVisible(shown)
        self.add_tubes.setVisible(is_open)
        self.labels.setEnabled(bool(labelled(page)))
        self.finish.setEnabled(not said.wanted)
        self.finish.setToolTip(self.tr("Fetch, replace or remove what is still wanted first.") if said.wanted else "")
