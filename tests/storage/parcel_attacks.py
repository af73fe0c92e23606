"""The attacks on what keeps shipments, pick lists, the address book and the site's settings right."""

from tests.storage.attacks import check, trigger, twice

_TABLES = (
    *("setting", "party", "shipment", "package", "parcel_box", "shipment_line", "manifest"),
    *("pick_list", "pick_line"),
)
_YES_OR_NO = {
    "party": ("own", "active", "void"),
    "shipment": ("overpack", "two_persons", "together", "seal_intact", "void"),
    "package": ("void",),
    "parcel_box": ("whole", "void"),
    "shipment_line": ("open", "void"),
    "manifest": ("void",),
    "pick_list": ("void",),
    "pick_line": ("open", "void"),
}
_CHOICES = {
    "shipment": ("direction", "step", "profile", "kind", "classification", "refrigerant"),
    "shipment_line": ("state", "outcome"),
    "pick_list": ("state",),
    "pick_line": ("state",),
}
_ONCE = {
    "package": ("package_number_once", "number", "shipment_id, package.number"),
    "parcel_box": ("parcel_box_number_once", "number", "shipment_id, parcel_box.number"),
    "manifest": ("manifest_version_once", "version", "shipment_id, manifest.version"),
    "shipment": ("shipment_number_once", "number", "number"),
    "pick_list": ("pick_list_number_once", "number", "number"),
}

CHECKS = (
    *(
        check(f"{table}_{column}_yes_or_no", f'UPDATE {table} SET "{column}" = 2 WHERE id = 1')
        for table, columns in _YES_OR_NO.items()
        for column in columns
    ),
    *(
        check(f"{table}_{column}_known", f"UPDATE {table} SET {column} = 'lost' WHERE id = 1")
        for table, columns in _CHOICES.items()
        for column in columns
    ),
    check("shipment_needed_has_a_unit", "UPDATE shipment SET needed = 5, needed_unit = NULL WHERE id = 1"),
    check(
        "shipment_second_person_is_another",
        "UPDATE shipment SET dispatched_by = 1, confirmed_by = 1 WHERE id = 1",
    ),
    check("package_ice_g_not_negative", "UPDATE package SET ice_g = -1 WHERE id = 1"),
    check("shipment_line_names_something", "UPDATE shipment_line SET specimen_id = NULL, code = NULL WHERE id = 1"),
    *(
        check("shipment_line_says_why", f"UPDATE shipment_line SET state = '{state}', {but} WHERE id = 1")
        for state in ("removed", "replaced")
        for but in ('reason = NULL, "open" = 0', "reason = 'broken', \"open\" = 1")
    ),
)
KEYS = (
    twice("setting_pk", "INSERT INTO setting SELECT id, 'other', value FROM setting", "setting.id"),
    *(twice(f"{table}_pk", f"UPDATE {table} SET id = 1 WHERE id = 2", f"{table}.id") for table in _TABLES[1:]),
    twice("setting_name_once", "INSERT INTO setting SELECT 99, name, 'no' FROM setting", "setting.name"),
    *(
        twice(
            index,
            f"UPDATE {table} SET {column} = (SELECT {column} FROM {table} WHERE id = 1) WHERE id = 2",
            f"{table}.{words}",
        )
        for table, (index, column, words) in _ONCE.items()
    ),
    *(
        twice(
            f"{table}_reserves_once",
            f'UPDATE {table} SET specimen_id = (SELECT specimen_id FROM {table} WHERE id = 1), "open" = 1 WHERE id = 2',
            f"{table}.specimen_id",
        )
        for table in ("shipment_line", "pick_line")
    ),
)
TRIGGERS = tuple(
    trigger(f"{table}_never_deleted", sql, f"{table} is never deleted")
    for table in _TABLES
    for sql in (
        f"DELETE FROM {table} WHERE id = 1",
        f"REPLACE INTO {table} SELECT * FROM {table} WHERE id = 1",
    )
)
