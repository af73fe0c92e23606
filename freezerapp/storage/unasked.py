"""What the database library imports for engines that nobody has here, brought in only when something uses it.

SQLAlchemy imports asyncio for asynchronous engines, and with it ``ssl`` and some thirty modules more,
``importlib.metadata`` (with ``email``) to look for plug-ins, and other drivers of SQLite. A plain engine uses none of
them, and they cost a fifth of the library's import.
"""

import sys
from collections.abc import Callable
from importlib import import_module
from threading import Lock
from types import ModuleType
from typing import Any

UNASKED: dict[str, tuple[str, ...]] = {
    "asyncio": ("iscoroutine",),
    "importlib.metadata": (),
    "sqlalchemy.dialects.sqlite.aiosqlite": (),
    "sqlalchemy.dialects.sqlite.pysqlcipher": (),
}
"""The modules, each with those of its functions that are named at import and called later, if at all."""


class StandIn(ModuleType):
    """Stands where a module would until something of it is used; the module then takes its place."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self._stepping_aside = Lock()
        sys.modules[name] = self
        room, _, last = name.rpartition(".")
        if room in sys.modules:
            setattr(sys.modules[room], last, self)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real(), name)

    def _real(self) -> ModuleType:
        # Another thread may be bringing it in at this moment.
        with self._stepping_aside:
            if sys.modules.get(self.__name__) is self:
                del sys.modules[self.__name__]
        return import_module(self.__name__)


def leave_unasked_for_later() -> None:
    """From now on these modules come when they are used; one that is here already stays. To be said before the
    database library is imported."""
    for name, functions in UNASKED.items():
        if name not in sys.modules:
            made = StandIn(name)
            for function in functions:
                setattr(made, function, _called_later(made, function))


def _called_later(module: StandIn, name: str) -> Callable[..., Any]:
    def call(*values: Any, **named: Any) -> Any:
        return getattr(module._real(), name)(*values, **named)

    return call
