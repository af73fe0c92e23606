"""What can be wrong with a search: each with its place in the text, counted in characters from 0."""

from freezerapp.domain.problems import Problem


class UnknownField(Problem):
    """There is no field of this name; ``suggestion`` is one that may be meant (empty: none)."""

    def __init__(self, name: str, start: int, end: int, suggestion: str) -> None:
        super().__init__(name, start, end, suggestion)
        self.name, self.start, self.end, self.suggestion = name, start, end, suggestion


class MissingField(Problem):
    """Nothing stands before ``:``, ``<`` or ``>``."""

    def __init__(self, operator: str, start: int, end: int) -> None:
        super().__init__(operator, start, end)
        self.operator, self.start, self.end = operator, start, end


class MissingValue(Problem):
    """Nothing stands after ``:``, ``<`` or ``>`` yet; ``expected`` says what could."""

    def __init__(self, field: str, start: int, end: int, expected: str) -> None:
        super().__init__(field, start, end, expected)
        self.field, self.start, self.end, self.expected = field, start, end, expected


class BadValue(Problem):
    """A value can't be read as what the field holds; ``expected`` is the kind of its values (``date`` …)."""

    def __init__(self, field: str, text: str, start: int, end: int, expected: str) -> None:
        super().__init__(field, text, start, end, expected)
        self.field, self.text, self.start, self.end, self.expected = field, text, start, end, expected


class NoComparison(Problem):
    """The values of this field are not less or more than others."""

    def __init__(self, field: str, operator: str, start: int, end: int) -> None:
        super().__init__(field, operator, start, end)
        self.field, self.operator, self.start, self.end = field, operator, start, end


class TooManyTerms(Problem):
    """A search has more terms, or a term more values, than can be searched for at once."""

    def __init__(self, count: int, most: int, start: int, end: int) -> None:
        super().__init__(count, most, start, end)
        self.count, self.most, self.start, self.end = count, most, start, end
