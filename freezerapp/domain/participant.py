"""Studies, sites, participants, visits and what was collected when. Participants are codes; no arm is kept."""

from typing import NamedTuple


class Study(NamedTuple):
    """A protocol; blinded until a signed date (ISO text), if it is blinded."""

    id: int
    code: str
    name: str
    blinded_until: str | None = None
    void: int = 0


class Site(NamedTuple):
    """Where participants are seen."""

    id: int
    code: str
    name: str
    country: str | None = None
    void: int = 0


class Participant(NamedTuple):
    """A coded donor of one study."""

    id: int
    study_id: int
    code: str
    site_id: int | None = None
    void: int = 0


class Moment(NamedTuple):
    """A planned collection moment (visit) of one study; ``planned_day`` counts from day 0."""

    id: int
    study_id: int
    code: str
    name: str
    planned_day: int | None = None
    void: int = 0


class Collection(NamedTuple):
    """What was collected from a participant at a moment; ``collected`` is ISO text as precise as known."""

    id: int
    participant_id: int | None = None
    moment_id: int | None = None
    collected: str | None = None
    void: int = 0
