"""Operators, their roles, and what each role may do."""

from enum import StrEnum
from typing import NamedTuple

from freezerapp.domain.problems import Problem
from freezerapp.domain.specimen import Code


class Role(StrEnum):
    """What an operator is there for."""

    VIEWER = "viewer"
    OPERATOR = "operator"
    MANAGER = "manager"
    AUDITOR = "auditor"
    ADMINISTRATOR = "administrator"


class Operator(NamedTuple):
    """A person who signs for what is done; never deleted and never given to another person."""

    id: int
    name: str
    account: str | None = None
    role: Role = Role.OPERATOR
    active: int = 1
    codes: tuple[Code, ...] = ()


class NotAllowed(Problem):
    """The operator's role doesn't include this."""

    def __init__(self, operator: str, role: Role, what: str) -> None:
        super().__init__(operator, role, what)
        self.operator, self.role, self.what = operator, role, what


class UnknownOperator(Problem):
    """Nobody of this name works in the bank."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


_WORK = frozenset({Role.OPERATOR, Role.MANAGER, Role.ADMINISTRATOR})
_MANAGE = frozenset({Role.MANAGER, Role.ADMINISTRATOR})

MANAGED = frozenset(
    {
        *("retire", "set state", "edit bank", "add operator", "release consent"),
        *("correct shipment", "export blind key", "set site rule"),
    }
)
"""Operations that only a manager or administrator may do."""


def check_allowed(operator: Operator, what: str) -> None:
    """Raise NotAllowed unless the operator is active and the role includes this kind of operation."""
    allowed = _MANAGE if what in MANAGED else _WORK
    if not operator.active or operator.role not in allowed:
        raise NotAllowed(operator.name, operator.role, what)


def may_manage(role: Role, operator: str, what: str) -> None:
    """Refuse what only a manager or administrator may do. Raises NotAllowed."""
    if role not in _MANAGE:
        raise NotAllowed(operator, role, what)
