"""A template that is being drawn: what it was before each step, and what it was when it was saved."""

from freezerapp.documents.template import Template

MOST_STEPS = 500


class Draft:
    """Holds one template and the steps that led to it. A step replaces the whole value: nothing is taken apart."""

    def __init__(self, template: Template) -> None:
        self._steps = [template]
        self._at = 0
        self._about = ""
        self._saved: Template | None = template

    @property
    def template(self) -> Template:
        """As it is now."""
        return self._steps[self._at]

    @property
    def can_undo(self) -> bool:
        return self._at > 0

    @property
    def can_redo(self) -> bool:
        return self._at < len(self._steps) - 1

    @property
    def changed(self) -> bool:
        """Whether it is another than the one that was saved last."""
        return self.template != self._saved

    def put(self, template: Template, about: str = "") -> bool:
        """Take a step; whether it was one. Steps in a row ``about`` the same thing are one: a text as it is typed."""
        if template == self.template:
            return False
        if about and about == self._about and self._at and not self.can_redo:
            self._steps[self._at] = template
        else:
            self._steps[self._at + 1 :] = [template]
            del self._steps[: max(0, len(self._steps) - MOST_STEPS)]
            self._at = len(self._steps) - 1
        self._about = about
        return True

    def pause(self) -> None:
        """The next step stands for itself, whatever it is about."""
        self._about = ""

    def undo(self) -> None:
        """Back to what it was before the last step."""
        self._at = max(0, self._at - 1)
        self._about = ""

    def redo(self) -> None:
        """Forward again."""
        self._at = min(len(self._steps) - 1, self._at + 1)
        self._about = ""

    def saved_as(self, template: Template) -> None:
        """It was written, under a name it may not have had before; that is no step."""
        self._steps[self._at] = self._saved = template
        self._about = ""
