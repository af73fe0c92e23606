"""The names of colours that are not a material's: categories, levels, others, nothing known."""

CATEGORIES = 12
"""How many visits or participants have a colour of their own; as many as the eye keeps apart."""

LEVELS = 6
"""How many steps amounts and thaws have, from 0: nothing there, never thawed."""

OTHERS = "category:others"
"""The colour key of whatever gets no colour of its own."""

NOTHING = "category:none"
"""The colour key of tubes of which the fact is not known."""


def category_key(number: int) -> str:
    """Give the colour key of a category, 0 to 11."""
    return f"category:{number + 1}"


def level_key(level: int) -> str:
    """Give the colour key of a level, 0 (nothing, never) to 5."""
    return f"level:{level}"
