"""The tables of shipments and pick lists, of the address book and of what the site decided."""

from sqlalchemy import CheckConstraint, Index, Table, UniqueConstraint, text

from freezerapp.domain.parcel import Classification, Direction, Outcome, Profile, Refrigerant, Step
from freezerapp.domain.picking import PickLineState, PickState
from freezerapp.domain.shipment import LineState
from freezerapp.storage.schema import key, metadata, refers
from freezerapp.storage.types import choice, not_negative, number, words, yes_or_no

setting = Table(
    "setting",
    metadata,
    key(),
    words("name"),
    words("value"),
    UniqueConstraint("name"),
    sqlite_strict=True,
)

party = Table(
    "party",
    metadata,
    key(),
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
    key(),
    words("number"),
    words("direction"),
    words("step"),
    words("profile"),
    words("kind"),
    refers("study_id", "study.id", null=True),
    refers("sender_id", "party.id", null=True),
    refers("recipient_id", "party.id", null=True),
    refers("notify_id", "party.id", null=True),
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
    refers("created_by", "operator.id", null=True),
    refers("packed_by", "operator.id", null=True),
    number("packed_at", null=True),
    refers("dispatched_by", "operator.id", null=True),
    number("dispatched_at", null=True),
    refers("confirmed_by", "operator.id", null=True),
    refers("received_by", "operator.id", null=True),
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
    key(),
    refers("shipment_id", "shipment.id", index=True),
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
    key(),
    refers("shipment_id", "shipment.id"),
    number("number"),
    refers("container_id", "container.id", index=True),
    refers("package_id", "package.id", null=True),
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
    key(),
    refers("shipment_id", "shipment.id", index=True),
    number("number"),
    refers("specimen_id", "specimen.id", null=True, index=True),
    words("state"),
    *(words(name, null=True) for name in ("code", "box", "position", "blind_code", "overruled", "reason")),
    refers("replaced_by", "shipment_line.id", null=True),
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
    key(),
    refers("shipment_id", "shipment.id"),
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
    key(),
    words("number"),
    words("title"),
    words("state"),
    words("purpose", null=True),
    refers("shipment_id", "shipment.id", null=True),
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
    key(),
    refers("list_id", "pick_list.id", index=True),
    number("number"),
    refers("specimen_id", "specimen.id"),
    words("state"),
    words("reason", null=True),
    refers("replaced_by", "pick_line.id", null=True),
    number("open"),
    number("void"),
    choice("pick_line", "state", PickLineState),
    yes_or_no("pick_line", "open"),
    yes_or_no("pick_line", "void"),
    Index("pick_line_reserves_once", "specimen_id", unique=True, sqlite_where=text("open = 1 AND void = 0")),
    Index("pick_line_by_specimen_id", "specimen_id"),
    sqlite_strict=True,
)
