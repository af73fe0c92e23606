"""The tables of the first version."""
# Long because all tables stand in one place, each beside what it refers to.

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

NUMBER = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make all tables in an empty file."""
    op.create_table(
        "attachment",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("attachment_pk")),
        sa.CheckConstraint("length(content) <= 20971520", name="attachment_at_most_20_mb"),
        sa.CheckConstraint("void IN (0, 1)", name="attachment_void_yes_or_no"),
        sqlite_strict=True,
    )
    op.create_table(
        "bank",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("created_at", NUMBER, nullable=False),
        sa.Column("code_pattern", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("bank_pk")),
        sa.CheckConstraint("id = 1", name="bank_is_one"),
        sqlite_strict=True,
    )
    op.create_table(
        "code",
        sa.Column("key", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", NUMBER, nullable=False),
        sa.Column("valid_from", NUMBER, nullable=False),
        sa.Column("valid_until", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("key", name=op.f("code_pk")),
        sa.CheckConstraint("kind IN ('label', 'base', 'kit', 'container', 'operator')", name="code_kind_known"),
        sa.CheckConstraint("owner_kind IN ('specimen', 'container', 'operator')", name="code_owner_kind_known"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("code_by_owner", "code", ["owner_kind", "owner_id"], unique=False)
    op.create_table(
        "field",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("choices", sa.Text(), nullable=False),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("field_pk")),
        sa.UniqueConstraint("owner_kind", "code", name=op.f("field_owner_kind_code_once")),
        sa.CheckConstraint(
            "owner_kind IN ('specimen', 'participant', 'moment', 'collection')", name="field_owner_kind_known"
        ),
        sa.CheckConstraint("kind IN ('text', 'number', 'date', 'choice')", name="field_kind_known"),
        sa.CheckConstraint("void IN (0, 1)", name="field_void_yes_or_no"),
        sqlite_strict=True,
    )
    op.create_table(
        "labelling",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("labelling_pk")),
        sa.UniqueConstraint("definition", name=op.f("labelling_definition_once")),
        sqlite_strict=True,
    )
    op.create_table(
        "material",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("synonyms", sa.Text(), nullable=False),
        sa.Column("sprec", sa.Text(), nullable=True),
        sa.Column("colour", sa.Text(), nullable=False),
        sa.Column("temperature", sa.Text(), nullable=True),
        sa.Column("first_stop", sa.Text(), nullable=True),
        sa.Column("thaw_limit", NUMBER, nullable=True),
        sa.Column("minutes_to_thaw", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("material_pk")),
        sa.UniqueConstraint("code", name=op.f("material_code_once")),
        sqlite_strict=True,
    )
    op.create_table(
        "operator",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=True),
        sa.Column("role", sa.Text(), nullable=False),
        sa.Column("active", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("operator_pk")),
        sa.CheckConstraint(
            "role IN ('viewer', 'operator', 'manager', 'auditor', 'administrator')",
            name="operator_role_known",
        ),
        sa.CheckConstraint("active IN (0, 1)", name="operator_active_yes_or_no"),
        sqlite_strict=True,
    )
    op.create_table(
        "site",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("country", sa.Text(), nullable=True),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("site_pk")),
        sa.UniqueConstraint("code", name=op.f("site_code_once")),
        sa.CheckConstraint("void IN (0, 1)", name="site_void_yes_or_no"),
        sqlite_strict=True,
    )
    op.create_table(
        "study",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("blinded_until", sa.Text(), nullable=True),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("study_pk")),
        sa.UniqueConstraint("code", name=op.f("study_code_once")),
        sa.CheckConstraint("void IN (0, 1)", name="study_void_yes_or_no"),
        sqlite_strict=True,
    )
    op.create_table(
        "container_type",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("rows", NUMBER, nullable=False),
        sa.Column("columns", NUMBER, nullable=False),
        sa.Column("labelling_id", NUMBER, nullable=False),
        sa.Column("fill", sa.Text(), nullable=False),
        sa.Column("absent", sa.Text(), nullable=False),
        sa.Column("holds", sa.Text(), nullable=False),
        sa.Column("accepts", sa.Text(), nullable=False),
        sa.Column("materials", sa.Text(), nullable=False),
        sa.Column("temperature", sa.Text(), nullable=True),
        sa.Column("set_temperature", NUMBER, nullable=True),
        sa.Column("drawn", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("container_type_pk")),
        sa.CheckConstraint("holds IN ('containers', 'specimens')", name="container_type_holds_known"),
        sa.CheckConstraint('"rows" >= 1 AND "columns" >= 1', name="container_type_has_a_grid"),
        sa.ForeignKeyConstraint(["labelling_id"], ["labelling.id"], name=op.f("container_type_labelling_id_fk")),
        sqlite_strict=True,
    )
    op.create_table(
        "field_value",
        sa.Column("field_id", NUMBER, nullable=False),
        sa.Column("owner_kind", sa.Text(), nullable=False),
        sa.Column("owner_id", NUMBER, nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("number", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("field_id", "owner_kind", "owner_id", name=op.f("field_value_pk")),
        sa.ForeignKeyConstraint(["field_id"], ["field.id"], name=op.f("field_value_field_id_fk")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index("field_value_by_number", "field_value", ["field_id", "number"], unique=False)
    op.create_index("field_value_by_owner", "field_value", ["owner_kind", "owner_id"], unique=False)
    op.create_table(
        "moment",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("study_id", NUMBER, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("planned_day", NUMBER, nullable=True),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("moment_pk")),
        sa.UniqueConstraint("study_id", "code", name=op.f("moment_study_id_code_once")),
        sa.CheckConstraint("void IN (0, 1)", name="moment_void_yes_or_no"),
        sa.ForeignKeyConstraint(["study_id"], ["study.id"], name=op.f("moment_study_id_fk")),
        sqlite_strict=True,
    )
    op.create_table(
        "operation",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("uuid", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("operator_id", NUMBER, nullable=False),
        sa.Column("recorded_at", NUMBER, nullable=False),
        sa.Column("utc_offset_min", NUMBER, nullable=False),
        sa.Column("done_at", sa.Text(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("undoes_id", NUMBER, nullable=True),
        sa.Column("program_version", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("operation_pk")),
        sa.UniqueConstraint("uuid", name=op.f("operation_uuid_once")),
        sa.ForeignKeyConstraint(["operator_id"], ["operator.id"], name=op.f("operation_operator_id_fk")),
        sa.ForeignKeyConstraint(["undoes_id"], ["operation.id"], name=op.f("operation_undoes_id_fk")),
        sqlite_strict=True,
    )
    op.create_index(
        "operation_by_undoes_id",
        "operation",
        ["undoes_id"],
        unique=True,
        sqlite_where=sa.text("undoes_id IS NOT NULL"),
    )
    op.create_table(
        "participant",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("study_id", NUMBER, nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("site_id", NUMBER, nullable=True),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("participant_pk")),
        sa.UniqueConstraint("study_id", "code", name=op.f("participant_study_id_code_once")),
        sa.CheckConstraint("void IN (0, 1)", name="participant_void_yes_or_no"),
        sa.ForeignKeyConstraint(["study_id"], ["study.id"], name=op.f("participant_study_id_fk")),
        sa.ForeignKeyConstraint(["site_id"], ["site.id"], name=op.f("participant_site_id_fk")),
        sqlite_strict=True,
    )
    op.create_table(
        "collection",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("participant_id", NUMBER, nullable=True),
        sa.Column("moment_id", NUMBER, nullable=True),
        sa.Column("collected", sa.Text(), nullable=True),
        sa.Column("void", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("collection_pk")),
        sa.CheckConstraint("void IN (0, 1)", name="collection_void_yes_or_no"),
        sa.CheckConstraint(
            "participant_id IS NOT NULL OR moment_id IS NOT NULL OR collected IS NOT NULL",
            name="collection_says_something",
        ),
        sa.ForeignKeyConstraint(["participant_id"], ["participant.id"], name=op.f("collection_participant_id_fk")),
        sa.ForeignKeyConstraint(["moment_id"], ["moment.id"], name=op.f("collection_moment_id_fk")),
        sqlite_strict=True,
    )
    op.create_table(
        "container",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("type_id", NUMBER, nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("set_temperature", NUMBER, nullable=True),
        sa.Column("out_since", NUMBER, nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("container_pk")),
        sa.CheckConstraint(
            "status IN ('in place', 'on the bench', 'away', 'retired', 'void')", name="container_status_known"
        ),
        sa.CheckConstraint("state IN ('in use', 'defrosting', 'backup', 'failed')", name="container_state_known"),
        sa.ForeignKeyConstraint(["type_id"], ["container_type.id"], name=op.f("container_type_id_fk")),
        sqlite_strict=True,
    )
    op.create_table(
        "event",
        sa.Column("seq", NUMBER, autoincrement=False, nullable=False),
        sa.Column("operation_id", NUMBER, nullable=False),
        sa.Column("subject_kind", sa.Text(), nullable=False),
        sa.Column("subject_id", NUMBER, nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("prev", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name=op.f("event_pk")),
        sa.CheckConstraint(
            "subject_kind IN ('bank', 'operator', 'labelling', 'container type', 'container', "
            "'material', 'study', 'site', 'participant', 'moment', 'collection', 'specimen', "
            "'field', 'attachment')",
            name="event_subject_kind_known",
        ),
        sa.ForeignKeyConstraint(["operation_id"], ["operation.id"], name=op.f("event_operation_id_fk")),
        sqlite_strict=True,
    )
    op.create_index(op.f("event_by_operation_id"), "event", ["operation_id"], unique=False)
    op.create_index("event_by_subject", "event", ["subject_kind", "subject_id"], unique=False)
    op.create_table(
        "specimen",
        sa.Column("id", NUMBER, autoincrement=False, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("barcode", sa.Text(), nullable=True),
        sa.Column("material_id", NUMBER, nullable=False),
        sa.Column("collection_id", NUMBER, nullable=True),
        sa.Column("parent_id", NUMBER, nullable=True),
        sa.Column("made_by", sa.Text(), nullable=True),
        sa.Column("amount", NUMBER, nullable=True),
        sa.Column("initial_amount", NUMBER, nullable=True),
        sa.Column("unit", sa.Text(), nullable=True),
        sa.Column("concentration", NUMBER, nullable=True),
        sa.Column("thaws", NUMBER, nullable=False),
        sa.Column("tube", sa.Text(), nullable=True),
        sa.Column("sprec", sa.Text(), nullable=True),
        sa.Column("stored_on", sa.Text(), nullable=True),
        sa.Column("expires_on", sa.Text(), nullable=True),
        sa.Column("out_since", NUMBER, nullable=True),
        sa.Column("out_ms", NUMBER, nullable=False),
        sa.Column("note", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("specimen_pk")),
        sa.CheckConstraint("kind IN ('tube', 'source')", name="specimen_kind_known"),
        sa.CheckConstraint(
            "status IN ('expected', 'stored', 'on the bench', 'in a shipment', 'shipped', "
            "'missing', 'used up', 'destroyed', 'void')",
            name="specimen_status_known",
        ),
        sa.CheckConstraint("made_by IN ('aliquot', 'derivative')", name="specimen_made_by_known"),
        sa.CheckConstraint("amount >= 0", name="specimen_amount_not_negative"),
        sa.CheckConstraint("thaws >= 0", name="specimen_thaws_not_negative"),
        sa.CheckConstraint("out_ms >= 0", name="specimen_out_ms_not_negative"),
        sa.CheckConstraint("amount IS NULL OR unit IS NOT NULL", name="specimen_amount_has_a_unit"),
        sa.CheckConstraint(
            "kind = 'source' OR status = 'void' OR barcode IS NOT NULL", name="specimen_tube_has_a_barcode"
        ),
        sa.CheckConstraint("parent_id IS NULL OR parent_id <> id", name="specimen_not_its_own_parent"),
        sa.ForeignKeyConstraint(["material_id"], ["material.id"], name=op.f("specimen_material_id_fk")),
        sa.ForeignKeyConstraint(["collection_id"], ["collection.id"], name=op.f("specimen_collection_id_fk")),
        sa.ForeignKeyConstraint(["parent_id"], ["specimen.id"], name=op.f("specimen_parent_id_fk")),
        sqlite_strict=True,
    )
    op.create_index(op.f("specimen_by_collection_id"), "specimen", ["collection_id"], unique=False)
    op.create_index(
        "specimen_by_parent",
        "specimen",
        ["parent_id"],
        unique=False,
        sqlite_where=sa.text("parent_id IS NOT NULL"),
    )
    op.create_index(
        "specimen_on_the_bench",
        "specimen",
        ["out_since"],
        unique=False,
        sqlite_where=sa.text("out_since IS NOT NULL"),
    )
    op.create_table(
        "hold",
        sa.Column("specimen_id", NUMBER, nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("operation_id", NUMBER, nullable=False),
        sa.PrimaryKeyConstraint("specimen_id", "kind", "reason", name=op.f("hold_pk")),
        sa.CheckConstraint(
            "kind IN ('consent', 'quarantine', 'identity', 'excursion', 'request')", name="hold_kind_known"
        ),
        sa.ForeignKeyConstraint(["specimen_id"], ["specimen.id"], name=op.f("hold_specimen_id_fk")),
        sa.ForeignKeyConstraint(["operation_id"], ["operation.id"], name=op.f("hold_operation_id_fk")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_table(
        "place",
        sa.Column("container_id", NUMBER, nullable=False),
        sa.Column("row", NUMBER, nullable=False),
        sa.Column("column", NUMBER, nullable=False),
        sa.Column("use", sa.Text(), nullable=False),
        sa.Column("specimen_id", NUMBER, nullable=True),
        sa.Column("child_id", NUMBER, nullable=True),
        sa.Column("operation_id", NUMBER, nullable=False),
        sa.Column("known", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("container_id", "row", "column", name=op.f("place_pk")),
        sa.CheckConstraint("\"use\" IN ('here', 'home', 'blocked', 'reserved')", name="place_use_known"),
        sa.CheckConstraint("known IN ('scanned', 'rack scan', 'typed', 'declared')", name="place_known_known"),
        sa.CheckConstraint('"row" >= 0 AND "column" >= 0', name="place_row_and_column_not_negative"),
        sa.CheckConstraint(
            "(\"use\" IN ('here', 'home') AND (specimen_id IS NULL) <> (child_id IS NULL)) OR "
            "(\"use\" IN ('blocked', 'reserved') AND specimen_id IS NULL AND child_id IS NULL)",
            name="place_holds_one_thing",
        ),
        sa.CheckConstraint("(\"use\" = 'here') = (known IS NOT NULL)", name="place_says_how_it_is_known"),
        sa.CheckConstraint("child_id IS NULL OR child_id <> container_id", name="place_not_in_itself"),
        sa.ForeignKeyConstraint(["container_id"], ["container.id"], name=op.f("place_container_id_fk")),
        sa.ForeignKeyConstraint(["specimen_id"], ["specimen.id"], name=op.f("place_specimen_id_fk")),
        sa.ForeignKeyConstraint(["child_id"], ["container.id"], name=op.f("place_child_id_fk")),
        sa.ForeignKeyConstraint(["operation_id"], ["operation.id"], name=op.f("place_operation_id_fk")),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    op.create_index(
        "place_child_here_once",
        "place",
        ["child_id"],
        unique=True,
        sqlite_where=sa.text("use = 'here' AND child_id IS NOT NULL"),
    )
    op.create_index(
        "place_child_home_once",
        "place",
        ["child_id"],
        unique=True,
        sqlite_where=sa.text("use = 'home' AND child_id IS NOT NULL"),
    )
    op.create_index(
        "place_specimen_here_once",
        "place",
        ["specimen_id"],
        unique=True,
        sqlite_where=sa.text("use = 'here' AND specimen_id IS NOT NULL"),
    )
    op.create_index(
        "place_specimen_home_once",
        "place",
        ["specimen_id"],
        unique=True,
        sqlite_where=sa.text("use = 'home' AND specimen_id IS NOT NULL"),
    )
    op.create_index(
        "collection_once",
        "collection",
        [
            sa.text("coalesce(participant_id, 0)"),
            sa.text("coalesce(moment_id, 0)"),
            sa.text("coalesce(collected, '')"),
        ],
        unique=True,
    )
