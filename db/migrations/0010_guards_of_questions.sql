-- What was asked is never changed, and neither is when, by whom, and until when an answer could come.
CREATE FUNCTION question_round_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('answered', 'closed') OR NEW.case_id <> OLD.case_id
    OR (OLD.state = 'sent' AND (NEW.state = 'drafting' OR (NEW.sent_at, NEW.sent_by, NEW.due_on) IS DISTINCT FROM (OLD.sent_at, OLD.sent_by, OLD.due_on))) THEN
    RAISE EXCEPTION 'a round of questions that was sent is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER question_round_frozen BEFORE UPDATE ON question_rounds FOR EACH ROW EXECUTE FUNCTION question_round_frozen();--> statement-breakpoint
CREATE TRIGGER question_rounds_kept BEFORE DELETE ON question_rounds FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER question_rounds_not_emptied BEFORE TRUNCATE ON question_rounds FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON question_rounds FROM waymark_app;--> statement-breakpoint
CREATE FUNCTION question_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Holds the round, so that no question slips in beside its sending.
  PERFORM 1 FROM question_rounds r WHERE r.id IN (OLD.round_id, NEW.round_id) AND r.state <> 'drafting' FOR SHARE;
  IF FOUND THEN
    RAISE EXCEPTION 'a question that was sent is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER question_frozen BEFORE INSERT OR UPDATE OR DELETE ON questions FOR EACH ROW EXECUTE FUNCTION question_frozen();--> statement-breakpoint
CREATE TRIGGER questions_not_emptied BEFORE TRUNCATE ON questions FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE TRUNCATE ON questions FROM waymark_app;
