"""A quicker start: Qt for Python need not read the source of every module that is imported after it.

It does so to see whether the module uses Qt and may switch on other spellings of its names (``snake_case``,
``true_property``). Nothing here does; reading some 250 files costs a quarter of the start.
"""

import gc
from importlib import import_module


def leave_rubbish() -> None:
    """Until the first screens are there nothing is thrown away, so that nothing need be looked for."""
    gc.disable()


def leave_spellings_alone() -> None:
    """Say of every module to come that it switches nothing on; without effect where Qt has no such search."""
    try:
        vars(import_module("shibokensupport.feature"))["_mod_uses_pyside"] = lambda _module: True
    except ImportError:
        return
