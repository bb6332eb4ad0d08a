-- Who looked is never changed, and forgotten only once it is twelve months old, or with its case.
CREATE FUNCTION look_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND (keeping_over(OLD.at, interval '12 months') OR (current_setting('waymark.retention', true) = 'on' AND case_is_over(OLD.case_id))) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'who looked at a case is kept for twelve months and never changed' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER case_views_kept BEFORE UPDATE OR DELETE ON case_views FOR EACH ROW EXECUTE FUNCTION look_kept();--> statement-breakpoint
CREATE TRIGGER case_views_not_emptied BEFORE TRUNCATE ON case_views FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, TRUNCATE ON case_views FROM waymark_app;
