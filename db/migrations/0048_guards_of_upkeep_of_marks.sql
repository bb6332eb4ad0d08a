-- What a group said at its check-in is never changed.
CREATE TRIGGER check_ins_kept BEFORE UPDATE OR DELETE ON check_ins FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER check_ins_not_emptied BEFORE TRUNCATE ON check_ins FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON check_ins FROM waymark_app;--> statement-breakpoint
-- What a group told us stays as it told it. The one thing that is added, once, is that a moderator has looked.
CREATE FUNCTION circumstance_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.looked_at IS NULL AND NEW.looked_at IS NOT NULL
    AND (to_jsonb(NEW) - 'looked_at' - 'looked_by' - 'note') = (to_jsonb(OLD) - 'looked_at' - 'looked_by' - 'note') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'what a group has told us is never changed' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER circumstances_frozen BEFORE UPDATE ON circumstances FOR EACH ROW EXECUTE FUNCTION circumstance_frozen();--> statement-breakpoint
CREATE TRIGGER circumstances_kept BEFORE DELETE ON circumstances FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER circumstances_not_emptied BEFORE TRUNCATE ON circumstances FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON circumstances FROM waymark_app;--> statement-breakpoint
GRANT UPDATE (looked_at, looked_by, note) ON circumstances TO waymark_app;
--> statement-breakpoint
-- That an organisation has a new name, or is part of another, is never changed; the answer of a second person is added once.
CREATE FUNCTION organisation_change_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.confirmed_at IS NULL AND OLD.declined_at IS NULL
    AND (to_jsonb(NEW) - 'confirmed_by' - 'confirmed_at' - 'declined_by' - 'declined_at') = (to_jsonb(OLD) - 'confirmed_by' - 'confirmed_at' - 'declined_by' - 'declined_at') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a change of an organisation is never changed' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER organisation_changes_once BEFORE UPDATE ON organisation_changes FOR EACH ROW EXECUTE FUNCTION organisation_change_once();--> statement-breakpoint
CREATE TRIGGER organisation_changes_kept BEFORE DELETE ON organisation_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER organisation_changes_not_emptied BEFORE TRUNCATE ON organisation_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON organisation_changes FROM waymark_app;--> statement-breakpoint
GRANT UPDATE (confirmed_by, confirmed_at, declined_by, declined_at) ON organisation_changes TO waymark_app;
