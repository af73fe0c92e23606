"""The list of tubes flowing over pages: its titles on each page, a line where a box begins or goes on."""

from collections.abc import Callable

from freezerapp.documents.boxes_shown import Shown
from freezerapp.documents.page import Sheets
from freezerapp.documents.page_table import PAD, Table
from freezerapp.documents.pen import HAIRLINE, MUTED, Pen
from freezerapp.documents.template import Weight

SECTION = 16.0


class BoxList:
    """Writes rows at ``x`` from where the page is laid out to. ``turned`` is called on each new page with the
    box that goes on there, if one does, and the height of its rows to come."""

    def __init__(
        self,
        sheets: Sheets,
        table: Table,
        x: float,
        turned: Callable[[Shown | None, float], None] = lambda _shown, _height: None,
    ) -> None:
        self.sheets, self.table, self.x = sheets, table, x
        self._turned = turned
        self._titled = -1

    def head(self) -> None:
        """Write the titles, unless they are on this page already."""
        if self._titled != self.sheets.page:
            self._titled = self.sheets.page
            x = self.x
            self.sheets.at(self.sheets.page, self.sheets.y, lambda pen, y: self.table.draw_head(pen, x, y))
            self.sheets.y += self.table.head

    def again(self) -> None:
        """Write the titles again before the next rows: something else stands between."""
        self._titled = -1

    def turn(self, goes_on: Shown | None = None, first: int = 0) -> None:
        """Go to the next page, where a box goes on with its row ``first``."""
        self.sheets.turn()
        self._turned(goes_on, self.table.total(first, goes_on.last) if goes_on else 0.0)

    def make_room(self, shown: Shown) -> None:
        """Go to the next page if the beginning of a box has no room on this one."""
        titles = 0.0 if self._titled == self.sheets.page else self.table.head
        row = self.table.height(shown.first) if shown.last > shown.first else 0.0
        if titles + SECTION + row > self.sheets.room:
            self.turn()

    def section(self, text: str, note: str = "") -> None:
        """Write which box comes now."""
        table, x, letters = self.table, self.x, self.sheets.letters

        def draw(pen: Pen, y: float) -> None:
            base, size = y + 11.0, table.size
            width = letters.width(note, size) + 8 if note else 0.0
            said, fitted = letters.fit(text, table.width - 2 * PAD - width, size, Weight.SEMIBOLD)
            pen.text(x + PAD, base, said, fitted, Weight.SEMIBOLD)
            if note:
                pen.right(x + table.width - PAD, base, note, size, colour=MUTED)
            pen.line(x, y + SECTION, x + table.width, y + SECTION, 0.5, HAIRLINE)

        self.sheets.at(self.sheets.page, self.sheets.y, draw)
        self.sheets.y += SECTION

    def rows(self, shown: Shown) -> None:
        """Write the rows of a box, over as many pages as they need."""
        first, sheets, table = shown.first, self.sheets, self.table
        while first < shown.last:
            after, taken = table.fitting(first, shown.last, sheets.room)
            if after == first and sheets.y > sheets.top + table.head + SECTION + 0.01:
                self.turn(shown, first)
                self.head()
                self.section(sheets.words("box.continued", code=shown.title))
                continue
            if after == first:  # a row taller than a page is not kept from its place
                after, taken = first + 1, table.height(first)
            sheets.at(sheets.page, sheets.y, table.drawing(self.x, first, after))
            sheets.y += taken
            first = after
