-- A mark goes to another organisation when two people have said so, once for each time that they have. Nothing else about it changes.
CREATE FUNCTION mark_goes(was jsonb, becomes jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT becomes - 'organisation_id' = was - 'organisation_id' AND EXISTS (SELECT FROM public.organisation_changes c
    WHERE c.kind = 'transferred' AND c.mark_id = (was ->> 'id')::uuid AND c.confirmed_at IS NOT NULL
      AND c.organisation_id = (was ->> 'organisation_id')::uuid AND c.into_id = (becomes ->> 'organisation_id')::uuid
      AND NOT EXISTS (SELECT FROM public.holder_changes h WHERE h.change_id = c.id))
$$;--> statement-breakpoint
DROP TRIGGER marks_kept ON marks;--> statement-breakpoint
CREATE TRIGGER marks_kept BEFORE UPDATE ON marks FOR EACH ROW WHEN (NOT mark_goes(to_jsonb(OLD), to_jsonb(NEW))) EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER marks_not_removed BEFORE DELETE ON marks FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
GRANT UPDATE (organisation_id) ON marks TO waymark_app;--> statement-breakpoint
-- What a change of a holder is to a mark is written once, and only of a change that was confirmed.
CREATE FUNCTION holder_change_confirmed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF EXISTS (SELECT FROM public.organisation_changes c WHERE c.id = NEW.change_id AND c.confirmed_at = NEW.at AND (c.kind <> 'transferred' OR c.mark_id = NEW.mark_id)) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'nobody has confirmed this change of a holder' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER holder_changes_confirmed BEFORE INSERT ON holder_changes FOR EACH ROW EXECUTE FUNCTION holder_change_confirmed();--> statement-breakpoint
CREATE TRIGGER holder_changes_kept BEFORE UPDATE OR DELETE ON holder_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER holder_changes_not_emptied BEFORE TRUNCATE ON holder_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON holder_changes FROM waymark_app;--> statement-breakpoint
-- That an entry in a register was lost stays as it was recorded. That there is one again is added once.
CREATE FUNCTION register_loss_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.restored_at IS NULL AND NEW.restored_at IS NOT NULL
    AND (to_jsonb(NEW) - 'restored_at' - 'restored_by' - 'new_entry') = (to_jsonb(OLD) - 'restored_at' - 'restored_by' - 'new_entry') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a lost entry in a register is never changed' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER register_losses_once BEFORE UPDATE ON register_losses FOR EACH ROW EXECUTE FUNCTION register_loss_once();--> statement-breakpoint
CREATE TRIGGER register_losses_kept BEFORE DELETE ON register_losses FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER register_losses_not_emptied BEFORE TRUNCATE ON register_losses FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON register_losses FROM waymark_app;--> statement-breakpoint
GRANT UPDATE (restored_at, restored_by, new_entry) ON register_losses TO waymark_app;--> statement-breakpoint
-- What a group has begun stays as it was told. How it ended is added once: covered, or left.
CREATE FUNCTION new_activity_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.covered_at IS NULL AND OLD.left_at IS NULL AND (to_jsonb(NEW) - 'covered_at' - 'left_at') = (to_jsonb(OLD) - 'covered_at' - 'left_at') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a new activity of a mark is never changed' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER new_activities_once BEFORE UPDATE ON new_activities FOR EACH ROW EXECUTE FUNCTION new_activity_once();--> statement-breakpoint
CREATE TRIGGER new_activities_kept BEFORE DELETE ON new_activities FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER new_activities_not_emptied BEFORE TRUNCATE ON new_activities FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON new_activities FROM waymark_app;--> statement-breakpoint
GRANT UPDATE (covered_at, left_at) ON new_activities TO waymark_app;--> statement-breakpoint
CREATE OR REPLACE VIEW log_due AS
  SELECT 'awarded'::text AS kind, m.id AS source, m.code, m.created_at AS at, jsonb_build_object(
      'level', m.level, 'standard', (m.holder -> 'standard' ->> 'key') || '@' || (m.holder -> 'standard' ->> 'version'), 'awarded_on', m.awarded_on, 'valid_until', m.valid_until,
      'conditions', jsonb_array_length(m.conditions -> 'criteria'), 'conditions_by', m.conditions ->> 'by',
      'supersedes', (SELECT o.code FROM marks o WHERE o.id = m.supersedes_id)) AS facts
    FROM marks m
  UNION ALL SELECT 'changed', e.id, m.code, e.confirmed_at, jsonb_build_object('change', e.kind, 'reason_class', e.reason_class)
    FROM mark_events e JOIN marks m ON m.id = e.mark_id WHERE e.confirmed_at IS NOT NULL
  UNION ALL SELECT 'condition_cleared', k.id, m.code, k.cleared_at, '{}'::jsonb FROM condition_clearings k JOIN marks m ON m.id = k.mark_id
  UNION ALL SELECT 'certificate_issued', c.mark_id, m.code, c.issued_at, jsonb_build_object('sha256', c.sha256) FROM certificates c JOIN marks m ON m.id = c.mark_id
  -- Since when, and of what sort. No name and no number: those are on the page.
  UNION ALL SELECT 'holder_changed', h.id, m.code, h.at, jsonb_build_object('change', c.kind, 'since', c.since)
    FROM holder_changes h JOIN organisation_changes c ON c.id = h.change_id JOIN marks m ON m.id = h.mark_id
  UNION ALL SELECT 'activity_covered', a.id, m.code, a.covered_at, '{}'::jsonb FROM new_activities a JOIN marks m ON m.id = a.mark_id WHERE a.covered_at IS NOT NULL;--> statement-breakpoint
-- The changes there are already, in order of time: of every mark that was held then.
INSERT INTO holder_changes (mark_id, change_id, at)
  SELECT m.id, c.id, c.confirmed_at FROM organisation_changes c JOIN marks m ON m.organisation_id = c.organisation_id AND m.created_at <= c.confirmed_at WHERE c.confirmed_at IS NOT NULL;--> statement-breakpoint
DO $$
DECLARE due record;
BEGIN
  FOR due IN SELECT * FROM log_due WHERE kind = 'holder_changed' ORDER BY at, code, source LOOP
    PERFORM append_leaf(due.kind, due.source, NULL, due.code, leaf_content(due.kind, due.code, due.at, due.facts));
  END LOOP;
END $$;--> statement-breakpoint
CREATE CONSTRAINT TRIGGER holder_changes_logged AFTER INSERT ON holder_changes DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION log_change('holder_changed', 'id');--> statement-breakpoint
CREATE CONSTRAINT TRIGGER new_activities_logged_when_covered AFTER UPDATE ON new_activities DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.covered_at IS NULL AND NEW.covered_at IS NOT NULL) EXECUTE FUNCTION log_change('activity_covered', 'id');
