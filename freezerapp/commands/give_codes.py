"""Containers given the code that their label shows."""

from dataclasses import dataclass
from typing import ClassVar

from freezerapp.domain.custody import CONTAINER
from freezerapp.domain.standing import CodeThere, ContainerStepNotAllowed, Standing
from freezerapp.storage.ledger import Ledger


@dataclass(frozen=True, slots=True)
class GiveContainerCodes:
    """Give shelves, racks and the like, which may be without one, their codes: (container, code) each.

    Raises NothingToDo, CodeThere for one that has a code (it is printed on labels and is not given another),
    ContainerStepNotAllowed for one that is void or retired, CodeTaken.
    """

    kind: ClassVar[str] = "give codes"
    codes: tuple[tuple[int, str], ...]
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        known = ledger.containers(key for key, _ in self.codes)
        for key, code in self.codes:
            container = known[key]
            if container.status in (Standing.VOID, Standing.RETIRED):
                raise ContainerStepNotAllowed(container.name, container.status, container.status)
            if container.code:
                raise CodeThere(container.name, container.code)
            ledger.save(CONTAINER, container._replace(code=code))
