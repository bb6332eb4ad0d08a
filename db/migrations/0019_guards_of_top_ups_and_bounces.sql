-- What a top-up asks and by when is never changed, and how it ended stands; that mail came back is never changed, and is forgotten by the sweep.
CREATE FUNCTION top_up_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('done', 'dropped') OR (OLD.state = 'overdue' AND NEW.state = 'due')
    OR (NEW.id, NEW.mark_id, NEW.criterion, NEW.why, NEW.facts, NEW.version, NEW.opened_at, NEW.last_day) IS DISTINCT FROM (OLD.id, OLD.mark_id, OLD.criterion, OLD.why, OLD.facts, OLD.version, OLD.opened_at, OLD.last_day) THEN
    RAISE EXCEPTION 'what a mark is still to show is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER top_up_frozen BEFORE UPDATE ON top_ups FOR EACH ROW EXECUTE FUNCTION top_up_frozen();--> statement-breakpoint
CREATE TRIGGER top_ups_kept BEFORE DELETE ON top_ups FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER top_ups_not_emptied BEFORE TRUNCATE ON top_ups FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON top_ups FROM waymark_app;--> statement-breakpoint
CREATE TRIGGER contact_bounces_kept BEFORE UPDATE ON contact_bounces FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, TRUNCATE ON contact_bounces FROM waymark_app;
