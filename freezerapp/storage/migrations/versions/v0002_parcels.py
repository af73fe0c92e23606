"""Shipments, pick lists, the address book and the site's settings."""
# Long because all tables of a version stand in one place, each beside what it refers to.

import sqlalchemy as sa
from alembic import op

from freezerapp.storage.sqlite import change_check

revision = "0002"
down_revision = "0001"

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
SUBJECTS = (
    "'bank', 'operator', 'labelling', 'container type', 'container', 'material', 'study', 'site', "
    "'participant', 'moment', 'collection', 'specimen', 'field', 'attachment'"
)
NEW_SUBJECTS = (
    "'setting', 'party', 'shipment', 'package', 'parcel box', 'shipment line', 'manifest', 'pick list', 'pick line'"
)


def upgrade() -> None:
    """Make the new tables; history and codes may tell of what is in them."""
    bare = op.get_bind().connection
    change_check(bare, "event", f"subject_kind IN ({SUBJECTS})", f"subject_kind IN ({SUBJECTS}, {NEW_SUBJECTS})")
    change_check(
        bare,
        "code",
        "kind IN ('label', 'base', 'kit', 'container', 'operator')",
        "kind IN ('label', 'base', 'kit', 'container', 'operator', 'blind', 'shipment', 'pick list')",
    )
    change_check(
        bare,
        "code",
        "owner_kind IN ('specimen', 'container', 'operator')",
        "owner_kind IN ('specimen', 'container', 'operator', 'shipment', 'pick list')",
    )
    op.create_table(
        "party",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("organisation", sa.Text(), nullable=False),
        sa.Column("person", sa.Text(), nullable=True),
        sa.Column("street", sa.Text(), nullable=True),
        sa.Column("town", sa.Text(), nullable=True),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("phone", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("tax_number", sa.Text(), nullable=True),
        sa.Column("responsible", sa.Text(), nullable=True),
        sa.Column("responsible_phone", sa.Text(), nullable=True),
        sa.Column("own", NUMBER, nullable=False),
        sa.Column("active", NUMBER, nullable=False),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("party_pk")),
        sa.CheckConstraint("own IN (0, 1)", name="party_own_yes_or_no"),
        sa.CheckConstraint("active IN (0, 1)", name="party_active_yes_or_no"),
        sa.CheckConstraint("void IN (0, 1)", name="party_void_yes_or_no"),
        sqlite_strict=True,
    )
    op.create_table(
        "setting",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("setting_pk")),
        sa.UniqueConstraint("name", name=op.f("setting_name_once")),
        sqlite_strict=True,
    )
    op.create_table(
        "shipment",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("direction", sa.Text(), nullable=False),
        sa.Column("step", sa.Text(), nullable=False),
        sa.Column("profile", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("study_id", NUMBER, nullable=True),
        sa.Column("sender_id", NUMBER, nullable=True),
        sa.Column("recipient_id", NUMBER, nullable=True),
        sa.Column("notify_id", NUMBER, nullable=True),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("request", sa.Text(), nullable=True),
        sa.Column("agreement", sa.Text(), nullable=True),
        sa.Column("agreement_on", sa.Text(), nullable=True),
        sa.Column("needed", NUMBER, nullable=True),
        sa.Column("needed_unit", sa.Text(), nullable=True),
        sa.Column("classification", sa.Text(), nullable=True),
        sa.Column("refrigerant", sa.Text(), nullable=True),
        sa.Column("keep_from", NUMBER, nullable=True),
        sa.Column("keep_to", NUMBER, nullable=True),
        sa.Column("carrier", sa.Text(), nullable=True),
        sa.Column("service", sa.Text(), nullable=True),
        sa.Column("account", sa.Text(), nullable=True),
        sa.Column("waybill", sa.Text(), nullable=True),
        sa.Column("seal", sa.Text(), nullable=True),
        sa.Column("logger", sa.Text(), nullable=True),
        sa.Column("overpack", NUMBER, nullable=False),
        sa.Column("planned_on", sa.Text(), nullable=True),
        sa.Column("expected_on", sa.Text(), nullable=True),
        sa.Column("transit_limit_h", NUMBER, nullable=True),
        sa.Column("customs_goods", sa.Text(), nullable=True),
        sa.Column("customs_value", sa.Text(), nullable=True),
        sa.Column("customs_currency", sa.Text(), nullable=True),
        sa.Column("customs_origin", sa.Text(), nullable=True),
        sa.Column("customs_code", sa.Text(), nullable=True),
        sa.Column("incoterm", sa.Text(), nullable=True),
        sa.Column("export_reason", sa.Text(), nullable=True),
        sa.Column("permits", sa.Text(), nullable=True),
        sa.Column("two_persons", NUMBER, nullable=False),
        sa.Column("seed", sa.Text(), nullable=True),
        sa.Column("together", NUMBER, nullable=False),
        sa.Column("created_by", NUMBER, nullable=True),
        sa.Column("packed_by", NUMBER, nullable=True),
        sa.Column("packed_at", NUMBER, nullable=True),
        sa.Column("dispatched_by", NUMBER, nullable=True),
        sa.Column("dispatched_at", NUMBER, nullable=True),
        sa.Column("confirmed_by", NUMBER, nullable=True),
        sa.Column("received_by", NUMBER, nullable=True),
        sa.Column("received_at", NUMBER, nullable=True),
        sa.Column("arrival_temperature", NUMBER, nullable=True),
        sa.Column("ice_left", NUMBER, nullable=True),
        sa.Column("seal_intact", NUMBER, nullable=True),
        sa.Column("logger_readings", sa.Text(), nullable=True),
        sa.Column("arrival_note", sa.Text(), nullable=True),
        sa.Column("keys_exported", NUMBER, nullable=False),
        sa.Column("origin_uuid", sa.Text(), nullable=True),
        sa.Column("origin_fingerprint", sa.Text(), nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("shipment_pk")),
        sa.CheckConstraint("direction IN ('out', 'in')", name="shipment_direction_known"),
        sa.CheckConstraint(
            "step IN ('draft', 'packed', 'dispatched', 'received', 'closed', 'cancelled')", name="shipment_step_known"
        ),
        sa.CheckConstraint("profile IN ('full', 'coded', 'blind')", name="shipment_profile_known"),
        sa.CheckConstraint("kind IN ('external', 'internal', 'return')", name="shipment_kind_known"),
        sa.CheckConstraint(
            "classification IN ('UN3373', 'exempt human specimen', 'UN2814', 'not regulated')",
            name="shipment_classification_known",
        ),
        sa.CheckConstraint(
            "refrigerant IN ('dry ice', 'dry shipper', 'gel packs', 'ambient')", name="shipment_refrigerant_known"
        ),
        sa.CheckConstraint("needed IS NULL OR needed_unit IS NOT NULL", name="shipment_needed_has_a_unit"),
        sa.CheckConstraint(
            "confirmed_by IS NULL OR dispatched_by IS NULL OR confirmed_by <> dispatched_by",
            name="shipment_second_person_is_another",
        ),
        sa.CheckConstraint("overpack IN (0, 1)", name="shipment_overpack_yes_or_no"),
        sa.CheckConstraint("two_persons IN (0, 1)", name="shipment_two_persons_yes_or_no"),
        sa.CheckConstraint("together IN (0, 1)", name="shipment_together_yes_or_no"),
        sa.CheckConstraint("seal_intact IN (0, 1)", name="shipment_seal_intact_yes_or_no"),
        sa.CheckConstraint("void IN (0, 1)", name="shipment_void_yes_or_no"),
        sa.ForeignKeyConstraint(["study_id"], ["study.id"], name=op.f("shipment_study_id_fk")),
        sa.ForeignKeyConstraint(["sender_id"], ["party.id"], name=op.f("shipment_sender_id_fk")),
        sa.ForeignKeyConstraint(["recipient_id"], ["party.id"], name=op.f("shipment_recipient_id_fk")),
        sa.ForeignKeyConstraint(["notify_id"], ["party.id"], name=op.f("shipment_notify_id_fk")),
        sa.ForeignKeyConstraint(["created_by"], ["operator.id"], name=op.f("shipment_created_by_fk")),
        sa.ForeignKeyConstraint(["packed_by"], ["operator.id"], name=op.f("shipment_packed_by_fk")),
        sa.ForeignKeyConstraint(["dispatched_by"], ["operator.id"], name=op.f("shipment_dispatched_by_fk")),
        sa.ForeignKeyConstraint(["confirmed_by"], ["operator.id"], name=op.f("shipment_confirmed_by_fk")),
        sa.ForeignKeyConstraint(["received_by"], ["operator.id"], name=op.f("shipment_received_by_fk")),
        sqlite_strict=True,
    )
    op.create_index("shipment_number_once", "shipment", ["number"], unique=True, sqlite_where=sa.text("void = 0"))
    op.create_table(
        "manifest",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("shipment_id", NUMBER, nullable=False),
        sa.Column("version", NUMBER, nullable=False),
        sa.Column("fingerprint", sa.Text(), nullable=False),
        sa.Column("head_seq", NUMBER, nullable=False),
        sa.Column("head_hash", sa.Text(), nullable=False),
        sa.Column("issued_at", NUMBER, nullable=False),
        sa.Column("changes", sa.Text(), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("manifest_pk")),
        sa.CheckConstraint("void IN (0, 1)", name="manifest_void_yes_or_no"),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipment.id"], name=op.f("manifest_shipment_id_fk")),
        sqlite_strict=True,
    )
    op.create_index(
        "manifest_version_once", "manifest", ["shipment_id", "version"], unique=True, sqlite_where=sa.text("void = 0")
    )
    op.create_table(
        "package",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("shipment_id", NUMBER, nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("length_mm", NUMBER, nullable=True),
        sa.Column("width_mm", NUMBER, nullable=True),
        sa.Column("height_mm", NUMBER, nullable=True),
        sa.Column("gross_g", NUMBER, nullable=True),
        sa.Column("ice_g", NUMBER, nullable=True),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("package_pk")),
        sa.CheckConstraint("ice_g >= 0", name="package_ice_g_not_negative"),
        sa.CheckConstraint("void IN (0, 1)", name="package_void_yes_or_no"),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipment.id"], name=op.f("package_shipment_id_fk")),
        sqlite_strict=True,
    )
    op.create_index(op.f("package_by_shipment_id"), "package", ["shipment_id"], unique=False)
    op.create_index(
        "package_number_once", "package", ["shipment_id", "number"], unique=True, sqlite_where=sa.text("void = 0")
    )
    op.create_table(
        "pick_list",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("number", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=True),
        sa.Column("shipment_id", NUMBER, nullable=True),
        sa.Column("rule", sa.Text(), nullable=True),
        sa.Column("seed", sa.Text(), nullable=True),
        sa.Column("made_at", NUMBER, nullable=True),
        sa.Column("note", sa.Text(), nullable=True),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pick_list_pk")),
        sa.CheckConstraint("state IN ('open', 'done', 'cancelled')", name="pick_list_state_known"),
        sa.CheckConstraint("void IN (0, 1)", name="pick_list_void_yes_or_no"),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipment.id"], name=op.f("pick_list_shipment_id_fk")),
        sqlite_strict=True,
    )
    op.create_index("pick_list_number_once", "pick_list", ["number"], unique=True, sqlite_where=sa.text("void = 0"))
    op.create_table(
        "parcel_box",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("shipment_id", NUMBER, nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("container_id", NUMBER, nullable=False),
        sa.Column("package_id", NUMBER, nullable=True),
        sa.Column("whole", NUMBER, nullable=False),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("parcel_box_pk")),
        sa.CheckConstraint("whole IN (0, 1)", name="parcel_box_whole_yes_or_no"),
        sa.CheckConstraint("void IN (0, 1)", name="parcel_box_void_yes_or_no"),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipment.id"], name=op.f("parcel_box_shipment_id_fk")),
        sa.ForeignKeyConstraint(["container_id"], ["container.id"], name=op.f("parcel_box_container_id_fk")),
        sa.ForeignKeyConstraint(["package_id"], ["package.id"], name=op.f("parcel_box_package_id_fk")),
        sqlite_strict=True,
    )
    op.create_index(op.f("parcel_box_by_container_id"), "parcel_box", ["container_id"], unique=False)
    op.create_index(
        "parcel_box_number_once", "parcel_box", ["shipment_id", "number"], unique=True, sqlite_where=sa.text("void = 0")
    )
    op.create_table(
        "pick_line",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("list_id", NUMBER, nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("specimen_id", NUMBER, nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("replaced_by", NUMBER, nullable=True),
        sa.Column("open", NUMBER, nullable=False),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pick_line_pk")),
        sa.CheckConstraint(
            "state IN ('wanted', 'retrieved', 'missing', 'returned', 'replaced', 'removed')",
            name="pick_line_state_known",
        ),
        sa.CheckConstraint("open IN (0, 1)", name="pick_line_open_yes_or_no"),
        sa.CheckConstraint("void IN (0, 1)", name="pick_line_void_yes_or_no"),
        sa.ForeignKeyConstraint(["list_id"], ["pick_list.id"], name=op.f("pick_line_list_id_fk")),
        sa.ForeignKeyConstraint(["specimen_id"], ["specimen.id"], name=op.f("pick_line_specimen_id_fk")),
        sa.ForeignKeyConstraint(["replaced_by"], ["pick_line.id"], name=op.f("pick_line_replaced_by_fk")),
        sqlite_strict=True,
    )
    op.create_index(op.f("pick_line_by_list_id"), "pick_line", ["list_id"], unique=False)
    op.create_index("pick_line_by_specimen_id", "pick_line", ["specimen_id"], unique=False)
    op.create_index(
        "pick_line_reserves_once",
        "pick_line",
        ["specimen_id"],
        unique=True,
        sqlite_where=sa.text("open = 1 AND void = 0"),
    )
    op.create_table(
        "shipment_line",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("shipment_id", NUMBER, nullable=False),
        sa.Column("number", NUMBER, nullable=False),
        sa.Column("specimen_id", NUMBER, nullable=True),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("box", sa.Text(), nullable=True),
        sa.Column("position", sa.Text(), nullable=True),
        sa.Column("blind_code", sa.Text(), nullable=True),
        sa.Column("overruled", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("replaced_by", NUMBER, nullable=True),
        sa.Column("outcome", sa.Text(), nullable=True),
        sa.Column("outcome_note", sa.Text(), nullable=True),
        sa.Column("settled", sa.Text(), nullable=True),
        sa.Column("arrived_at", NUMBER, nullable=True),
        sa.Column("open", NUMBER, nullable=False),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("shipment_line_pk")),
        sa.CheckConstraint(
            "state IN ('wanted', 'packed', 'removed', 'replaced', 'sent', 'expected')", name="shipment_line_state_known"
        ),
        sa.CheckConstraint(
            "outcome IN ('received', 'missing', 'extra', 'damaged', 'thawed', 'wrong label')",
            name="shipment_line_outcome_known",
        ),
        sa.CheckConstraint("open IN (0, 1)", name="shipment_line_open_yes_or_no"),
        sa.CheckConstraint("void IN (0, 1)", name="shipment_line_void_yes_or_no"),
        sa.CheckConstraint("specimen_id IS NOT NULL OR code IS NOT NULL", name="shipment_line_names_something"),
        sa.CheckConstraint(
            "state NOT IN ('removed', 'replaced') OR (reason IS NOT NULL AND \"open\" = 0)",
            name="shipment_line_says_why",
        ),
        sa.ForeignKeyConstraint(["shipment_id"], ["shipment.id"], name=op.f("shipment_line_shipment_id_fk")),
        sa.ForeignKeyConstraint(["specimen_id"], ["specimen.id"], name=op.f("shipment_line_specimen_id_fk")),
        sa.ForeignKeyConstraint(["replaced_by"], ["shipment_line.id"], name=op.f("shipment_line_replaced_by_fk")),
        sqlite_strict=True,
    )
    op.create_index(op.f("shipment_line_by_shipment_id"), "shipment_line", ["shipment_id"], unique=False)
    op.create_index(op.f("shipment_line_by_specimen_id"), "shipment_line", ["specimen_id"], unique=False)
    op.create_index(
        "shipment_line_reserves_once",
        "shipment_line",
        ["specimen_id"],
        unique=True,
        sqlite_where=sa.text("open = 1 AND void = 0"),
    )
