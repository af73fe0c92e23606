"""The address book, and what the site decided for the whole bank."""

from dataclasses import dataclass
from typing import ClassVar

from sqlalchemy import bindparam, select

from freezerapp.domain.custody import PARTY, SETTING
from freezerapp.domain.party import Party
from freezerapp.domain.problems import NotThere
from freezerapp.domain.shipment import Setting
from freezerapp.storage import parcel_schema
from freezerapp.storage.ledger import Ledger
from freezerapp.storage.prepared import Prepared, run

TWO_PERSONS = "two persons hand over"
"""Setting: another operator confirms a hand-over ("yes" or "no")."""
_SETTING = Prepared(select(parcel_schema.setting.c.id).where(parcel_schema.setting.c.name == bindparam("name")))


@dataclass(frozen=True, slots=True)
class SaveParty:
    """Enter an organisation into the address book (id 0), or change one. Gives its id."""

    kind: ClassVar[str] = "edit address book"
    party: Party
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> int:
        key = self.party.id
        if key:
            there: Party = ledger.one(PARTY, key)
            if there.void:
                raise NotThere("organisation", there.organisation)
        else:
            key = ledger.new_id(PARTY)
        ledger.save(PARTY, self.party._replace(id=key, void=0))
        return key


@dataclass(frozen=True, slots=True)
class SetSetting:
    """Decide something for the whole bank, by its name; an empty value is no decision."""

    kind: ClassVar[str] = "set site rule"
    name: str
    value: str
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        _set(ledger, self.name, self.value)


@dataclass(frozen=True, slots=True)
class SetSettings:
    """Decide several things for the whole bank at once: pairs of name and value."""

    kind: ClassVar[str] = "set site rule"
    values: tuple[tuple[str, str], ...]
    reason: str | None = None
    done_at: str | None = None

    def run(self, ledger: Ledger) -> None:
        for name, value in self.values:
            _set(ledger, name, value)


def setting(ledger: Ledger, name: str, otherwise: str = "") -> str:
    """What the site decided, or what holds where it decided nothing (an empty value is nothing)."""
    rows = run(ledger.connection, _SETTING, name=name)
    return str(ledger.one(SETTING, rows[0][0]).value) or otherwise if rows else otherwise


def _set(ledger: Ledger, name: str, value: str) -> None:
    rows = run(ledger.connection, _SETTING, name=name)
    if rows:
        ledger.save(SETTING, ledger.one(SETTING, rows[0][0])._replace(value=value))
    else:
        ledger.save(SETTING, Setting(ledger.new_id(SETTING), name, value))
