"""What the database library imports for engines that nobody has here, brought in only when something uses it.

SQLAlchemy imports asyncio for asynchronous engines, and with it ``ssl`` and some thirty modules more, and
``importlib.metadata`` (with ``email``) to look for plug-ins. Neither is used by an engine that is none of these;
bringing them in costs a fifth of the library's import.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from types import ModuleType
from typing import Any

UNASKED: dict[str, tuple[str, ...]] = {"asyncio": ("iscoroutine",), "importlib.metadata": ()}
"""The modules, each with those of its functions that are named at import and called later, if at all."""


class StandIn(ModuleType):
    """Stands where a module would until something of it is used; the module then takes its place."""

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real(), name)

    def _real(self) -> ModuleType:
        # Under this condition, since another thread may be bringing it in at this moment.
        if sys.modules.get(self.__name__) is self:
            del sys.modules[self.__name__]
        return import_module(self.__name__)


def leave_unasked_for_later() -> None:
    """From now on these modules come when they are used; one that is here already stays. To be said before the
    database library is imported."""
    for name, functions in UNASKED.items():
        if name not in sys.modules:
            made = sys.modules[name] = StandIn(name)
            for function in functions:
                setattr(made, function, _called_later(made, function))


def _called_later(module: StandIn, name: str) -> Callable[..., Any]:
    def call(*values: Any, **named: Any) -> Any:
        return getattr(module._real(), name)(*values, **named)

    return call
