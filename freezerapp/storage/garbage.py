"""The garbage collector waits while many values are made at once: it would walk them all again and again."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def garbage_waits(many: bool = True) -> Iterator[None]:
    """Nothing is collected meanwhile, if it is about ``many`` things and nobody else has stopped it already."""
    waits = many and gc.isenabled()
    if waits:
        gc.disable()
    try:
        yield
    finally:
        if waits:
            gc.enable()
