-- That a reader is done, what a moderator says of claims, and how a draft report came back from the group, stay as they were.
CREATE TRIGGER recommendations_kept BEFORE UPDATE OR DELETE ON recommendations FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER recommendations_not_emptied BEFORE TRUNCATE ON recommendations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON recommendations FROM waymark_app;--> statement-breakpoint
CREATE TRIGGER claim_rulings_kept BEFORE UPDATE OR DELETE ON claim_rulings FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER claim_rulings_not_emptied BEFORE TRUNCATE ON claim_rulings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON claim_rulings FROM waymark_app;--> statement-breakpoint
CREATE FUNCTION fact_check_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NOT NULL OR (NEW.case_id, NEW.round, NEW.sent_at, NEW.due_on) IS DISTINCT FROM (OLD.case_id, OLD.round, OLD.sent_at, OLD.due_on) THEN
    RAISE EXCEPTION 'a fact check that has ended is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER fact_check_frozen BEFORE UPDATE ON fact_checks FOR EACH ROW EXECUTE FUNCTION fact_check_frozen();--> statement-breakpoint
CREATE TRIGGER fact_checks_kept BEFORE DELETE ON fact_checks FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER fact_checks_not_emptied BEFORE TRUNCATE ON fact_checks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON fact_checks FROM waymark_app;
