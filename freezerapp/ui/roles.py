"""What the person who works at the window may do: known before they try, so that it can be said."""

from PySide6.QtCore import QCoreApplication

from freezerapp.domain.access import NotAllowed, Role, may_manage
from freezerapp.ui import words
from freezerapp.ui.doing import Doing
from freezerapp.ui.models.bank_now import BankNow


def why_not(now: BankNow, doing: Doing, what: str) -> str:
    """Why this person may not change what only a manager or administrator may; empty if they may.

    An account that has done nothing in the bank would be entered as an operator.
    """
    facts = now.facts
    roles = {key: role for key, _, role in facts.operators} if facts is not None else {}
    role = Role(roles.get(doing.operator or 0, Role.OPERATOR))
    try:
        may_manage(role, doing.operator_name, what)
    except NotAllowed:
        text = QCoreApplication.translate(
            "Roles", "Only a manager or an administrator changes this. {name} works here now ({role})."
        )
        return text.format(name=doing.operator_name, role=words.word("Role", role))
    return ""
