"""The address book: who sends and who receives parcels."""

from typing import NamedTuple


class Party(NamedTuple):
    """An organisation that parcels come from or go to. ``street`` may have several lines.

    ``responsible`` answers ``responsible_phone`` for 24 hours. ``own`` marks this bank's own address; one that
    parcels are no longer sent to is not ``active``.
    """

    id: int
    organisation: str
    person: str | None = None
    street: str | None = None
    town: str | None = None
    country: str | None = None
    phone: str | None = None
    email: str | None = None
    tax_number: str | None = None
    responsible: str | None = None
    responsible_phone: str | None = None
    own: int = 0
    active: int = 1
    void: int = 0
