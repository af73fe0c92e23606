"""The tables of a bank. Every constraint has a name; nothing cascades; nothing here is SQLite's own but STRICT.

Those of shipments and pick lists are in ``parcel_schema``: who only looks at tubes need not wait for them.
"""
# Long because all tables stand in one place, each beside what it refers to.

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKey,
    Index,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    UniqueConstraint,
    text,
)

from freezerapp.domain.specimen import CodeKind, HoldKind, Kind, Known, Made, Status
from freezerapp.storage.types import NUMBER, binary, choice, not_negative, number, words, yes_or_no

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pk",
        "fk": "%(table_name)s_%(column_0_name)s_fk",
        "uq": "%(table_name)s_%(column_0_N_name)s_once",
        "ix": "%(table_name)s_by_%(column_0_N_name)s",
    }
)

PLACE_USES = ("here", "home", "blocked", "reserved")
CONTAINER_STATUSES = ("in place", "on the bench", "away", "retired", "void")
UNIT_STATES = ("in use", "defrosting", "backup", "failed")
SUBJECTS = (
    "bank",
    "operator",
    "labelling",
    "container type",
    "container",
    "material",
    "study",
    "site",
    "participant",
    "moment",
    "collection",
    "specimen",
    "field",
    "attachment",
    "setting",
    "party",
    "shipment",
    "package",
    "parcel box",
    "shipment line",
    "manifest",
    "pick list",
    "pick line",
)


def key(name: str = "id") -> Column[int]:
    return Column(name, NUMBER, primary_key=True, autoincrement=False)


def refers(name: str, target: str, null: bool = False, index: bool = False) -> Column[int]:
    return Column(name, NUMBER, ForeignKey(target), nullable=null, index=index)


bank = Table(
    "bank",
    metadata,
    key(),
    words("uuid"),
    words("name"),
    number("created_at"),
    words("code_pattern"),
    CheckConstraint("id = 1", name="bank_is_one"),
    sqlite_strict=True,
)

operator = Table(
    "operator",
    metadata,
    key(),
    words("name"),
    words("account", null=True),
    words("role"),
    number("active"),
    choice("operator", "role", ("viewer", "operator", "manager", "auditor", "administrator")),
    yes_or_no("operator", "active"),
    sqlite_strict=True,
)

labelling = Table(
    "labelling",
    metadata,
    key(),
    words("definition"),
    UniqueConstraint("definition"),
    sqlite_strict=True,
)

container_type = Table(
    "container_type",
    metadata,
    key(),
    words("code"),
    words("name"),
    words("kind"),
    number("rows"),
    number("columns"),
    refers("labelling_id", "labelling.id"),
    words("fill"),
    words("absent"),
    words("holds"),
    words("accepts"),
    words("materials"),
    words("temperature", null=True),
    number("set_temperature", null=True),
    words("drawn"),
    choice("container_type", "holds", ("containers", "specimens")),
    CheckConstraint('"rows" >= 1 AND "columns" >= 1', name="container_type_has_a_grid"),
    sqlite_strict=True,
)

container = Table(
    "container",
    metadata,
    key(),
    refers("type_id", "container_type.id"),
    words("name"),
    words("code", null=True),
    words("status"),
    words("state"),
    number("set_temperature", null=True),
    number("out_since", null=True),
    choice("container", "status", CONTAINER_STATUSES),
    choice("container", "state", UNIT_STATES),
    sqlite_strict=True,
)

material = Table(
    "material",
    metadata,
    key(),
    words("code"),
    words("name"),
    words("synonyms"),
    words("sprec", null=True),
    words("colour"),
    words("temperature", null=True),
    words("first_stop", null=True),
    number("thaw_limit", null=True),
    number("minutes_to_thaw", null=True),
    UniqueConstraint("code"),
    sqlite_strict=True,
)

study = Table(
    "study",
    metadata,
    key(),
    words("code"),
    words("name"),
    words("blinded_until", null=True),
    number("void"),
    UniqueConstraint("code"),
    yes_or_no("study", "void"),
    sqlite_strict=True,
)

site = Table(
    "site",
    metadata,
    key(),
    words("code"),
    words("name"),
    words("country", null=True),
    number("void"),
    UniqueConstraint("code"),
    yes_or_no("site", "void"),
    sqlite_strict=True,
)

participant = Table(
    "participant",
    metadata,
    key(),
    refers("study_id", "study.id"),
    words("code"),
    refers("site_id", "site.id", null=True),
    number("void"),
    UniqueConstraint("study_id", "code"),
    yes_or_no("participant", "void"),
    sqlite_strict=True,
)

moment = Table(
    "moment",
    metadata,
    key(),
    refers("study_id", "study.id"),
    words("code"),
    words("name"),
    number("planned_day", null=True),
    number("void"),
    UniqueConstraint("study_id", "code"),
    yes_or_no("moment", "void"),
    sqlite_strict=True,
)

collection = Table(
    "collection",
    metadata,
    key(),
    refers("participant_id", "participant.id", null=True),
    refers("moment_id", "moment.id", null=True),
    words("collected", null=True),
    number("void"),
    yes_or_no("collection", "void"),
    CheckConstraint(
        "participant_id IS NOT NULL OR moment_id IS NOT NULL OR collected IS NOT NULL",
        name="collection_says_something",
    ),
    Index(
        "collection_once",
        text("coalesce(participant_id, 0)"),
        text("coalesce(moment_id, 0)"),
        text("coalesce(collected, '')"),
        unique=True,
    ),
    sqlite_strict=True,
)

specimen = Table(
    "specimen",
    metadata,
    key(),
    words("kind"),
    words("status"),
    words("barcode", null=True),
    refers("material_id", "material.id"),
    refers("collection_id", "collection.id", null=True, index=True),
    refers("parent_id", "specimen.id", null=True),
    words("made_by", null=True),
    number("amount", null=True),
    number("initial_amount", null=True),
    words("unit", null=True),
    number("concentration", null=True),
    number("thaws"),
    words("tube", null=True),
    words("sprec", null=True),
    words("stored_on", null=True),
    words("expires_on", null=True),
    number("out_since", null=True),
    number("out_ms"),
    words("note", null=True),
    choice("specimen", "kind", Kind),
    choice("specimen", "status", Status),
    choice("specimen", "made_by", Made),
    not_negative("specimen", "amount"),
    not_negative("specimen", "thaws"),
    not_negative("specimen", "out_ms"),
    CheckConstraint("amount IS NULL OR unit IS NOT NULL", name="specimen_amount_has_a_unit"),
    CheckConstraint("kind = 'source' OR status = 'void' OR barcode IS NOT NULL", name="specimen_tube_has_a_barcode"),
    CheckConstraint("parent_id IS NULL OR parent_id <> id", name="specimen_not_its_own_parent"),
    sqlite_strict=True,
)
Index("specimen_by_parent", specimen.c.parent_id, sqlite_where=specimen.c.parent_id.is_not(None))
Index("specimen_on_the_bench", specimen.c.out_since, sqlite_where=specimen.c.out_since.is_not(None))

place = Table(
    "place",
    metadata,
    refers("container_id", "container.id"),
    number("row"),
    number("column"),
    words("use"),
    refers("specimen_id", "specimen.id", null=True),
    refers("child_id", "container.id", null=True),
    refers("operation_id", "operation.id"),
    words("known", null=True),
    PrimaryKeyConstraint("container_id", "row", "column"),
    choice("place", "use", PLACE_USES),
    choice("place", "known", Known),
    CheckConstraint('"row" >= 0 AND "column" >= 0', name="place_row_and_column_not_negative"),
    CheckConstraint(
        "(\"use\" IN ('here', 'home') AND (specimen_id IS NULL) <> (child_id IS NULL))"
        " OR (\"use\" IN ('blocked', 'reserved') AND specimen_id IS NULL AND child_id IS NULL)",
        name="place_holds_one_thing",
    ),
    CheckConstraint("(\"use\" = 'here') = (known IS NOT NULL)", name="place_says_how_it_is_known"),
    CheckConstraint("child_id IS NULL OR child_id <> container_id", name="place_not_in_itself"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)
for _thing in ("specimen_id", "child_id"):
    for _use in ("here", "home"):
        Index(
            f"place_{_thing.removesuffix('_id')}_{_use}_once",
            place.c[_thing],
            unique=True,
            sqlite_where=(place.c["use"] == _use) & place.c[_thing].is_not(None),
        )

code = Table(
    "code",
    metadata,
    words("key"),
    words("text"),
    words("kind"),
    words("owner_kind"),
    number("owner_id"),
    number("valid_from"),
    number("valid_until", null=True),
    PrimaryKeyConstraint("key"),
    choice("code", "kind", CodeKind),
    choice("code", "owner_kind", ("specimen", "container", "operator", "shipment", "pick list")),
    Index("code_by_owner", "owner_kind", "owner_id"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

hold = Table(
    "hold",
    metadata,
    refers("specimen_id", "specimen.id"),
    words("kind"),
    words("reason"),
    refers("operation_id", "operation.id"),
    PrimaryKeyConstraint("specimen_id", "kind", "reason"),
    choice("hold", "kind", HoldKind),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

field = Table(
    "field",
    metadata,
    key(),
    words("code"),
    words("name"),
    words("owner_kind"),
    words("kind"),
    words("choices"),
    words("unit", null=True),
    number("void"),
    UniqueConstraint("owner_kind", "code"),
    choice("field", "owner_kind", ("specimen", "participant", "moment", "collection")),
    choice("field", "kind", ("text", "number", "date", "choice")),
    yes_or_no("field", "void"),
    sqlite_strict=True,
)

field_value = Table(
    "field_value",
    metadata,
    refers("field_id", "field.id"),
    words("owner_kind"),
    number("owner_id"),
    words("text"),
    number("number", null=True),
    PrimaryKeyConstraint("field_id", "owner_kind", "owner_id"),
    Index("field_value_by_owner", "owner_kind", "owner_id"),
    Index("field_value_by_number", "field_id", "number"),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

attachment = Table(
    "attachment",
    metadata,
    key(),
    words("owner_kind"),
    number("owner_id"),
    words("name"),
    words("sha256"),
    binary("content"),
    number("void"),
    CheckConstraint("length(content) <= 20971520", name="attachment_at_most_20_mb"),
    yes_or_no("attachment", "void"),
    sqlite_strict=True,
)

operation = Table(
    "operation",
    metadata,
    key(),
    words("uuid"),
    words("kind"),
    refers("operator_id", "operator.id"),
    number("recorded_at"),
    number("utc_offset_min"),
    words("done_at", null=True),
    words("reason", null=True),
    refers("undoes_id", "operation.id", null=True),
    words("program_version"),
    UniqueConstraint("uuid"),
    Index("operation_by_undoes_id", "undoes_id", unique=True, sqlite_where=text("undoes_id IS NOT NULL")),
    sqlite_strict=True,
)

event = Table(
    "event",
    metadata,
    key("seq"),
    refers("operation_id", "operation.id", index=True),
    words("subject_kind"),
    number("subject_id"),
    words("payload"),
    binary("prev"),
    binary("hash"),
    choice("event", "subject_kind", SUBJECTS),
    Index("event_by_subject", "subject_kind", "subject_id"),
    sqlite_strict=True,
)
