-- A round that was opened stays as it was opened.
CREATE TRIGGER case_rounds_kept BEFORE UPDATE OR DELETE ON case_rounds FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER case_rounds_not_emptied BEFORE TRUNCATE ON case_rounds FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON case_rounds FROM waymark_app;--> statement-breakpoint
-- What a provider adds is a draft until it is sent, and never changed from then on.
CREATE FUNCTION supplement_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_at IS NOT NULL THEN
    RAISE EXCEPTION 'what was sent to add to an answer is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER supplement_frozen BEFORE UPDATE OR DELETE ON supplements FOR EACH ROW EXECUTE FUNCTION supplement_frozen();--> statement-breakpoint
CREATE TRIGGER supplements_not_emptied BEFORE TRUNCATE ON supplements FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE TRUNCATE ON supplements FROM waymark_app;
