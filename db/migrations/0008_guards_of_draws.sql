-- A draw, the secret it came from, and what two readers said to each other stay as they were.
CREATE TRIGGER draw_seeds_kept BEFORE UPDATE OR DELETE ON draw_seeds FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER draw_seeds_not_emptied BEFORE TRUNCATE ON draw_seeds FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON draw_seeds FROM waymark_app;--> statement-breakpoint
CREATE TRIGGER draws_kept BEFORE UPDATE OR DELETE ON draws FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER draws_not_emptied BEFORE TRUNCATE ON draws FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON draws FROM waymark_app;--> statement-breakpoint
CREATE TRIGGER talks_kept BEFORE UPDATE OR DELETE ON talks FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER talks_not_emptied BEFORE TRUNCATE ON talks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON talks FROM waymark_app;
--> statement-breakpoint
-- Who has ever belonged to a group, as the audit trail tells it up to now.
INSERT INTO former_memberships (organisation_id, person_id, since, until)
  SELECT o.id, p.id, coalesce((SELECT max(a.at) FROM audit_events a WHERE a.type = 'organisation.member_added' AND a.subject = r.subject AND a.data->>'person_id' = r.data->>'person_id' AND a.seq < r.seq), r.at), r.at
  FROM audit_events r JOIN organisations o ON o.id::text = r.subject JOIN people p ON p.id::text = r.data->>'person_id' WHERE r.type = 'organisation.member_removed';--> statement-breakpoint
CREATE TRIGGER former_memberships_kept BEFORE UPDATE OR DELETE ON former_memberships FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER former_memberships_not_emptied BEFORE TRUNCATE ON former_memberships FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON former_memberships FROM waymark_app;
