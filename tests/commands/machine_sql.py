"""What the state machine asks of a file, and does to it, in SQL."""

HOSTILE = (
    "UPDATE specimen SET thaws = thaws + 1 WHERE id = {n}",
    "UPDATE specimen SET status = CASE status WHEN 'stored' THEN 'missing' ELSE 'stored' END WHERE id = {n}",
    "UPDATE specimen SET note = coalesce(note, '') || '.' WHERE id = {n}",
    "REPLACE INTO specimen SELECT {n}, kind, status, 'X', material_id, collection_id, NULL, NULL, amount, "
    "initial_amount, unit, concentration, thaws, tube, sprec, stored_on, expires_on, out_since, out_ms, note "
    "FROM specimen WHERE id = {n}",
    "DELETE FROM specimen WHERE id = {n}",
    "UPDATE container SET name = name || '.' WHERE id = {n}",
    "UPDATE container SET status = CASE status WHEN 'in place' THEN 'retired' ELSE 'in place' END WHERE id = {n}",
    "DELETE FROM container WHERE id = {n}",
    "DELETE FROM place WHERE specimen_id = {n} OR child_id = {n}",
    'UPDATE place SET "row" = "row" + 7 WHERE specimen_id = {n}',
    "UPDATE place SET specimen_id = {n} WHERE specimen_id = {m}",
    'REPLACE INTO place SELECT container_id, "row", "column", "use", {n}, NULL, operation_id, known FROM place '
    "WHERE specimen_id = {m} AND {n} <> {m}",
    "DELETE FROM code WHERE owner_id = {n}",
    "UPDATE code SET owner_id = owner_id + 1 WHERE owner_id = {n}",
    "REPLACE INTO code SELECT key, text, kind, owner_kind, {n}, valid_from, valid_until FROM code "
    "WHERE owner_id = {m} AND {n} <> {m}",
    "DELETE FROM hold WHERE specimen_id = {n}",
    "INSERT INTO hold VALUES ({n}, 'request', 'sly', 1)",
    "UPDATE event SET payload = payload || ' ' WHERE seq = {n}",
    "DELETE FROM event WHERE seq = (SELECT max(seq) FROM event)",
    "REPLACE INTO event SELECT seq, operation_id, subject_kind, subject_id, '{{}}', prev, hash FROM event "
    "WHERE seq = {n}",
    "INSERT INTO event SELECT seq + 1, operation_id, subject_kind, subject_id, payload, hash, hash FROM event "
    "ORDER BY seq DESC LIMIT 1",
    "UPDATE operation SET kind = kind || '.' WHERE id = {n}",
    "DELETE FROM operation WHERE id = {n}",
    "UPDATE participant SET code = code || '.'",
    "UPDATE pick_line SET state = 'removed', open = 0 WHERE id = {n}",
    "DELETE FROM pick_line WHERE id = {n}",
    "UPDATE pick_list SET title = title || '.' WHERE id = {n}",
    "UPDATE shipment SET step = 'closed' WHERE id = {n}",
    "UPDATE shipment SET note = coalesce(note, '') || '.' WHERE id = {n}",
    "UPDATE shipment_line SET state = 'sent', \"open\" = 0 WHERE id = {n}",
    "UPDATE shipment_line SET specimen_id = {m} WHERE id = {n}",
    "REPLACE INTO shipment_line SELECT * FROM shipment_line WHERE id = {n}",
    "DELETE FROM shipment_line WHERE id = {n}",
    "UPDATE parcel_box SET container_id = {m} WHERE id = {n}",
    "UPDATE package SET ice_g = 1 WHERE id = {n}",
    "UPDATE manifest SET content = content || ' ' WHERE id = {n}",
    "UPDATE manifest SET head_hash = '' WHERE id = {n}",
    "DELETE FROM manifest WHERE id = {n}",
    "UPDATE party SET phone = '+0' WHERE id = {n}",
    "UPDATE setting SET value = value || '.'",
    "DELETE FROM code WHERE owner_kind = 'shipment' AND owner_id = {n}",
    "DROP TRIGGER event_never_updated",
    "DROP INDEX place_specimen_here_once",
)
"""What a stranger's program might do: the file refuses it, or verify names it."""
FREE = """
WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i < 2)
SELECT c.id, r.i, k.i FROM container c JOIN container_type t ON t.id = c.type_id JOIN n r JOIN n k
WHERE t.holds = '{holds}' AND r.i < t."rows" AND k.i < t."columns" AND c.status IN ('in place', 'on the bench')
AND (c.id, r.i, k.i) NOT IN (SELECT container_id, "row", "column" FROM place) ORDER BY 1, 2, 3
"""
IMPOSSIBLE = (
    "SELECT id FROM specimen WHERE (status IN ('stored', 'in a shipment', 'shipped')) <> (id IN "
    "(SELECT specimen_id FROM place WHERE \"use\" = 'here' AND specimen_id NOT NULL))",
    "SELECT s.id FROM specimen s JOIN specimen p ON p.id = s.parent_id WHERE s.status <> 'void' AND p.status = 'void'",
    "SELECT s.id FROM specimen s JOIN collection c ON c.id = s.collection_id WHERE s.status <> 'void' AND c.void",
    "SELECT c.id FROM collection c JOIN participant p ON p.id = c.participant_id WHERE NOT c.void AND p.void",
    "SELECT c.id FROM collection c JOIN moment m ON m.id = c.moment_id WHERE NOT c.void AND m.void",
    "SELECT p.id FROM participant p JOIN site s ON s.id = p.site_id WHERE NOT p.void AND s.void",
    "SELECT barcode FROM specimen WHERE status <> 'void' GROUP BY lower(barcode) HAVING count(*) > 1",
    "SELECT id FROM specimen WHERE status <> 'void' AND NOT EXISTS (SELECT 1 FROM code WHERE key = lower(barcode) "
    "AND owner_kind = 'specimen' AND owner_id = specimen.id)",
    "SELECT id FROM specimen WHERE status = 'void' AND EXISTS (SELECT 1 FROM code WHERE owner_kind = 'specimen' "
    "AND owner_id = specimen.id)",
    "SELECT id FROM container WHERE status IN ('retired', 'void', 'away') AND id IN (SELECT child_id FROM place)",
    "SELECT container_id FROM place JOIN container ON id = container_id WHERE status = 'void'",
    "SELECT id FROM specimen WHERE amount > initial_amount OR out_ms < 0",
    "SELECT w.id FROM pick_line w JOIN pick_list l ON l.id = w.list_id WHERE w.open AND NOT w.void "
    "AND (l.state <> 'open' OR l.void)",
    "SELECT id FROM pick_line WHERE open AND state NOT IN ('wanted', 'retrieved')",
    "SELECT id FROM pick_line WHERE NOT void AND (state = 'replaced') <> (replaced_by NOT NULL)",
    "SELECT list_id FROM pick_line WHERE open AND NOT void GROUP BY list_id, number HAVING count(*) > 1",
    "SELECT specimen_id FROM shipment_line WHERE open AND NOT void GROUP BY 1 HAVING count(*) > 1",
    "SELECT l.id FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id WHERE l.open AND NOT l.void "
    "AND (s.step NOT IN ('draft', 'packed') OR s.void)",
    "SELECT id FROM shipment_line WHERE open AND state NOT IN ('wanted', 'packed')",
    "SELECT id FROM shipment_line WHERE NOT void AND state = 'packed' AND NOT open",
    "SELECT id FROM shipment_line WHERE NOT void AND (state = 'replaced') <> (replaced_by NOT NULL)",
    "SELECT shipment_id FROM shipment_line WHERE open AND NOT void GROUP BY shipment_id, number HAVING count(*) > 1",
    "SELECT id FROM specimen t WHERE (status = 'in a shipment') <> EXISTS (SELECT 1 FROM shipment_line l "
    "JOIN parcel_box b ON b.shipment_id = l.shipment_id AND NOT b.void JOIN place p ON p.container_id = b.container_id "
    "AND p.\"use\" = 'here' AND p.specimen_id = t.id WHERE l.specimen_id = t.id AND NOT l.void AND l.state = 'packed')",
    "SELECT b.id FROM parcel_box b JOIN shipment s ON s.id = b.shipment_id JOIN container c ON c.id = b.container_id "
    "WHERE NOT b.void AND (s.void OR (s.step IN ('draft', 'packed') AND c.status IN ('away', 'retired', 'void')))",
    "SELECT b.container_id FROM parcel_box b JOIN shipment s ON s.id = b.shipment_id WHERE NOT b.void AND NOT s.void "
    "AND s.step IN ('draft', 'packed') GROUP BY 1 HAVING count(*) > 1",
    "SELECT s.id FROM shipment s JOIN shipment_line l ON l.shipment_id = s.id AND NOT l.void WHERE s.step IN "
    "('packed', 'dispatched', 'received', 'closed') AND s.direction = 'out' AND NOT s.void AND l.state = 'wanted'",
    "SELECT l.id FROM shipment_line l JOIN shipment s ON s.id = l.shipment_id WHERE NOT l.void AND NOT s.void "
    "AND s.profile = 'blind' AND l.open AND l.blind_code IS NULL",
    "SELECT s.id FROM shipment s JOIN party p ON p.id IN (s.sender_id, s.recipient_id, s.notify_id) "
    "WHERE NOT s.void AND p.void",
    "SELECT m.id FROM manifest m JOIN shipment s ON s.id = m.shipment_id WHERE NOT m.void AND s.void",
    "SELECT id FROM shipment WHERE NOT void AND (step IN ('dispatched', 'received', 'closed') AND direction = 'out') "
    "<> (dispatched_by NOT NULL)",
)
"""Each gives nothing, ever."""
