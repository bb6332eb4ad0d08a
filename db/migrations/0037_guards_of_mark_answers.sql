-- What a group sent for its mark stays as it was sent; all that is added is what a moderator answered, once. It goes with its case.
CREATE FUNCTION mark_answer_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' THEN
    IF current_setting('waymark.retention', true) = 'on' AND case_is_over(OLD.case_id) THEN RETURN OLD; END IF;
  ELSIF to_jsonb(NEW) - '{state,sent_at,sent_by,replied_at,replied_by,reply}'::text[] = to_jsonb(OLD) - '{state,sent_at,sent_by,replied_at,replied_by,reply}'::text[] AND (
    (OLD.state = 'drafting' AND NEW.state = 'sent')
    OR (OLD.state = 'sent' AND NEW.state IN ('returned', 'accepted') AND NEW.sent_at = OLD.sent_at AND NEW.sent_by = OLD.sent_by)
  ) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'what was sent for a mark is answered once and never changed' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER mark_answers_kept BEFORE UPDATE OR DELETE ON mark_answers FOR EACH ROW EXECUTE FUNCTION mark_answer_kept();--> statement-breakpoint
CREATE TRIGGER mark_answers_not_emptied BEFORE TRUNCATE ON mark_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON mark_answers FROM waymark_app;
