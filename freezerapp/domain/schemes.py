"""The labelling schemes that a preset file can name in one word."""

from collections.abc import Mapping
from types import MappingProxyType

from freezerapp.domain.position import Axis, Direction, Letters, Scheme, Style


def _running_scheme(style: Style, vertical: bool, letters: Letters = Letters.ALL, width: int = 1) -> Scheme:
    direction = Direction.VERTICAL if vertical else Direction.HORIZONTAL
    return Scheme(style=style, direction=direction, letters=letters, width=width)


BUILT_IN: Mapping[str, Scheme] = MappingProxyType(
    {
        "A1": Scheme(),
        "A01": Scheme(width=2),
        "A1 no I": Scheme(letters=Letters.NO_I),
        "A1 no I O": Scheme(letters=Letters.NO_I_O),
        "A1 from the bottom": Scheme(from_bottom=True),
        "column letter": Scheme(rows_by=Axis.NUMBERS, columns_by=Axis.LETTERS, columns_first=True),
        "row-column": Scheme(rows_by=Axis.NUMBERS, separator="-"),
        "column-row": Scheme(rows_by=Axis.NUMBERS, separator="-", columns_first=True),
        "numbers": _running_scheme(Style.NUMBERS, False),
        "numbers down": _running_scheme(Style.NUMBERS, True),
        "01": _running_scheme(Style.NUMBERS, False, width=2),
        "01 down": _running_scheme(Style.NUMBERS, True, width=2),
        "A": _running_scheme(Style.LETTERS, False),
        "A down": _running_scheme(Style.LETTERS, True),
        "AA": _running_scheme(Style.LETTERS, False, width=2),
        "AA down": _running_scheme(Style.LETTERS, True, width=2),
        "AA no I O": _running_scheme(Style.LETTERS, False, Letters.NO_I_O, 2),
        "AA no I O down": _running_scheme(Style.LETTERS, True, Letters.NO_I_O, 2),
        "SBS": Scheme(most_rows=16, most_columns=24),
        "SBS 9x9": Scheme(letters=Letters.NO_I, most_rows=9, most_columns=9),
        "dewar": Scheme(style=Style.DOUBLED, most_rows=2, most_columns=2),
        "85x2": Scheme(rows_by=Axis.NUMBERS, columns_by=Axis.LETTERS, columns_first=True, most_rows=85, most_columns=2),
    }
)
"""The schemes by name; "01", "AA" and the last four are those in use at the CBSR biobank."""
