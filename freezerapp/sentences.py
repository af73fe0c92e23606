"""Refusals and remarks in English sentences."""

import string


def sentence(message: object) -> str:
    """One or two sentences for a Problem or a remark of an import."""
    from freezerapp.ui.sentences import SENTENCES

    template = SENTENCES.get(type(message).__name__)
    if template is None:
        return f"{type(message).__name__}: {message}"
    names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
    return template.format(**{name: _said(getattr(message, name)) for name in names})


def suggestion(unknown: object) -> str:
    """What may have been meant by a value that nothing has."""
    return str(unknown)


def _said(value: object) -> str:
    if isinstance(value, (tuple, list, frozenset)):
        return ", ".join(_said(each) for each in value)
    return str(value)
