"""All tables of a bank. Every constraint has a name; nothing cascades; nothing here is SQLite's own but STRICT."""
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

from freezerapp.domain.parcel import Classification, Direction, Outcome, Profile, Refrigerant, Step
from freezerapp.domain.picking import PickLineState, PickState
from freezerapp.domain.shipment import LineState
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


def _key(name: str = "id") -> Column[int]:
    return Column(name, NUMBER, primary_key=True, autoincrement=False)


def _refers(name: str, target: str, null: bool = False, index: bool = False) -> Column[int]:
    return Column(name, NUMBER, ForeignKey(target), nullable=null, index=index)


bank = Table(
    "bank",
    metadata,
    _key(),
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
    _key(),
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
    _key(),
    words("definition"),
    UniqueConstraint("definition"),
    sqlite_strict=True,
)

container_type = Table(
    "container_type",
    metadata,
    _key(),
    words("code"),
    words("name"),
    words("kind"),
    number("rows"),
    number("columns"),
    _refers("labelling_id", "labelling.id"),
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
    _key(),
    _refers("type_id", "container_type.id"),
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
    _key(),
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
    _key(),
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
    _key(),
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
    _key(),
    _refers("study_id", "study.id"),
    words("code"),
    _refers("site_id", "site.id", null=True),
    number("void"),
    UniqueConstraint("study_id", "code"),
    yes_or_no("participant", "void"),
    sqlite_strict=True,
)

moment = Table(
    "moment",
    metadata,
    _key(),
    _refers("study_id", "study.id"),
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
    _key(),
    _refers("participant_id", "participant.id", null=True),
    _refers("moment_id", "moment.id", null=True),
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
    _key(),
    words("kind"),
    words("status"),
    words("barcode", null=True),
    _refers("material_id", "material.id"),
    _refers("collection_id", "collection.id", null=True, index=True),
    _refers("parent_id", "specimen.id", null=True),
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
    _refers("container_id", "container.id"),
    number("row"),
    number("column"),
    words("use"),
    _refers("specimen_id", "specimen.id", null=True),
    _refers("child_id", "container.id", null=True),
    _refers("operation_id", "operation.id"),
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
    _refers("specimen_id", "specimen.id"),
    words("kind"),
    words("reason"),
    _refers("operation_id", "operation.id"),
    PrimaryKeyConstraint("specimen_id", "kind", "reason"),
    choice("hold", "kind", HoldKind),
    sqlite_strict=True,
    sqlite_with_rowid=False,
)

field = Table(
    "field",
    metadata,
    _key(),
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
    _refers("field_id", "field.id"),
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
    _key(),
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

setting = Table(
    "setting",
    metadata,
    _key(),
    words("name"),
    words("value"),
    UniqueConstraint("name"),
    sqlite_strict=True,
)

party = Table(
    "party",
    metadata,
    _key(),
    words("organisation"),
    *(
        words(name, null=True)
        for name in (
            *("person", "street", "town", "country", "phone", "email", "tax_number"),
            *("responsible", "responsible_phone"),
        )
    ),
    *(number(name) for name in ("own", "active", "void")),
    *(yes_or_no("party", name) for name in ("own", "active", "void")),
    sqlite_strict=True,
)

shipment = Table(
    "shipment",
    metadata,
    _key(),
    words("number"),
    words("direction"),
    words("step"),
    words("profile"),
    words("kind"),
    _refers("study_id", "study.id", null=True),
    _refers("sender_id", "party.id", null=True),
    _refers("recipient_id", "party.id", null=True),
    _refers("notify_id", "party.id", null=True),
    *(words(name, null=True) for name in ("purpose", "request", "agreement", "agreement_on")),
    number("needed", null=True),
    words("needed_unit", null=True),
    words("classification", null=True),
    words("refrigerant", null=True),
    number("keep_from", null=True),
    number("keep_to", null=True),
    *(words(name, null=True) for name in ("carrier", "service", "account", "waybill", "seal", "logger")),
    number("overpack"),
    words("planned_on", null=True),
    words("expected_on", null=True),
    number("transit_limit_h", null=True),
    *(
        words(name, null=True)
        for name in (
            *("customs_goods", "customs_value", "customs_currency", "customs_origin", "customs_code"),
            *("incoterm", "export_reason", "permits"),
        )
    ),
    number("two_persons"),
    words("seed", null=True),
    number("together"),
    _refers("created_by", "operator.id", null=True),
    _refers("packed_by", "operator.id", null=True),
    number("packed_at", null=True),
    _refers("dispatched_by", "operator.id", null=True),
    number("dispatched_at", null=True),
    _refers("confirmed_by", "operator.id", null=True),
    _refers("received_by", "operator.id", null=True),
    number("received_at", null=True),
    number("arrival_temperature", null=True),
    number("ice_left", null=True),
    number("seal_intact", null=True),
    words("logger_readings", null=True),
    words("arrival_note", null=True),
    number("keys_exported"),
    words("origin_uuid", null=True),
    words("origin_fingerprint", null=True),
    words("note", null=True),
    number("void"),
    Index("shipment_number_once", "number", unique=True, sqlite_where=text("void = 0")),
    choice("shipment", "direction", Direction),
    choice("shipment", "step", Step),
    choice("shipment", "profile", Profile),
    choice("shipment", "kind", ("external", "internal", "return")),
    choice("shipment", "classification", Classification),
    choice("shipment", "refrigerant", Refrigerant),
    CheckConstraint("needed IS NULL OR needed_unit IS NOT NULL", name="shipment_needed_has_a_unit"),
    CheckConstraint(
        "confirmed_by IS NULL OR dispatched_by IS NULL OR confirmed_by <> dispatched_by",
        name="shipment_second_person_is_another",
    ),
    *(yes_or_no("shipment", name) for name in ("overpack", "two_persons", "together", "seal_intact", "void")),
    sqlite_strict=True,
)

package = Table(
    "package",
    metadata,
    _key(),
    _refers("shipment_id", "shipment.id", index=True),
    number("number"),
    words("kind"),
    *(number(name, null=True) for name in ("length_mm", "width_mm", "height_mm", "gross_g", "ice_g")),
    number("void"),
    not_negative("package", "ice_g"),
    yes_or_no("package", "void"),
    Index("package_number_once", "shipment_id", "number", unique=True, sqlite_where=text("void = 0")),
    sqlite_strict=True,
)

parcel_box = Table(
    "parcel_box",
    metadata,
    _key(),
    _refers("shipment_id", "shipment.id"),
    number("number"),
    _refers("container_id", "container.id", index=True),
    _refers("package_id", "package.id", null=True),
    number("whole"),
    number("void"),
    yes_or_no("parcel_box", "whole"),
    yes_or_no("parcel_box", "void"),
    Index("parcel_box_number_once", "shipment_id", "number", unique=True, sqlite_where=text("void = 0")),
    sqlite_strict=True,
)

shipment_line = Table(
    "shipment_line",
    metadata,
    _key(),
    _refers("shipment_id", "shipment.id", index=True),
    number("number"),
    _refers("specimen_id", "specimen.id", null=True, index=True),
    words("state"),
    *(words(name, null=True) for name in ("code", "box", "position", "blind_code", "overruled", "reason")),
    _refers("replaced_by", "shipment_line.id", null=True),
    words("outcome", null=True),
    words("outcome_note", null=True),
    words("settled", null=True),
    number("arrived_at", null=True),
    number("open"),
    number("void"),
    choice("shipment_line", "state", LineState),
    choice("shipment_line", "outcome", Outcome),
    yes_or_no("shipment_line", "open"),
    yes_or_no("shipment_line", "void"),
    CheckConstraint("specimen_id IS NOT NULL OR code IS NOT NULL", name="shipment_line_names_something"),
    CheckConstraint(
        "state NOT IN ('removed', 'replaced') OR (reason IS NOT NULL AND \"open\" = 0)",
        name="shipment_line_says_why",
    ),
    Index("shipment_line_reserves_once", "specimen_id", unique=True, sqlite_where=text("open = 1 AND void = 0")),
    sqlite_strict=True,
)

manifest = Table(
    "manifest",
    metadata,
    _key(),
    _refers("shipment_id", "shipment.id"),
    number("version"),
    words("fingerprint"),
    number("head_seq"),
    words("head_hash"),
    number("issued_at"),
    words("changes"),
    words("content"),
    number("void"),
    yes_or_no("manifest", "void"),
    Index("manifest_version_once", "shipment_id", "version", unique=True, sqlite_where=text("void = 0")),
    sqlite_strict=True,
)

pick_list = Table(
    "pick_list",
    metadata,
    _key(),
    words("number"),
    words("title"),
    words("state"),
    words("purpose", null=True),
    _refers("shipment_id", "shipment.id", null=True),
    words("rule", null=True),
    words("seed", null=True),
    number("made_at", null=True),
    words("note", null=True),
    number("void"),
    choice("pick_list", "state", PickState),
    yes_or_no("pick_list", "void"),
    Index("pick_list_number_once", "number", unique=True, sqlite_where=text("void = 0")),
    sqlite_strict=True,
)

pick_line = Table(
    "pick_line",
    metadata,
    _key(),
    _refers("list_id", "pick_list.id", index=True),
    number("number"),
    _refers("specimen_id", "specimen.id"),
    words("state"),
    words("reason", null=True),
    _refers("replaced_by", "pick_line.id", null=True),
    number("open"),
    number("void"),
    choice("pick_line", "state", PickLineState),
    yes_or_no("pick_line", "open"),
    yes_or_no("pick_line", "void"),
    Index("pick_line_reserves_once", "specimen_id", unique=True, sqlite_where=text("open = 1 AND void = 0")),
    Index("pick_line_by_specimen_id", "specimen_id"),
    sqlite_strict=True,
)

operation = Table(
    "operation",
    metadata,
    _key(),
    words("uuid"),
    words("kind"),
    _refers("operator_id", "operator.id"),
    number("recorded_at"),
    number("utc_offset_min"),
    words("done_at", null=True),
    words("reason", null=True),
    _refers("undoes_id", "operation.id", null=True),
    words("program_version"),
    UniqueConstraint("uuid"),
    Index("operation_by_undoes_id", "undoes_id", unique=True, sqlite_where=text("undoes_id IS NOT NULL")),
    sqlite_strict=True,
)

event = Table(
    "event",
    metadata,
    _key("seq"),
    _refers("operation_id", "operation.id", index=True),
    words("subject_kind"),
    number("subject_id"),
    words("payload"),
    binary("prev"),
    binary("hash"),
    choice("event", "subject_kind", SUBJECTS),
    Index("event_by_subject", "subject_kind", "subject_id"),
    sqlite_strict=True,
)
