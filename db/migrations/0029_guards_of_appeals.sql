-- What an appeal says is never changed once it was sent, and neither is when, by whom, about which decision, and until when an answer was due. What has ended stays as it is.
CREATE FUNCTION appeal_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state IN ('closed', 'withdrawn') OR (NEW.case_id, NEW.decision_id) <> (OLD.case_id, OLD.decision_id)
    OR (OLD.state <> 'drafting' AND (NEW.state = 'drafting'
      OR (NEW.content, NEW.sha256, NEW.sent_at, NEW.sent_by, NEW.due_on) IS DISTINCT FROM (OLD.content, OLD.sha256, OLD.sent_at, OLD.sent_by, OLD.due_on)))
    OR (OLD.gone_on_at IS NOT NULL AND (NEW.gone_on_at, NEW.gone_on_why, NEW.panel_due_on) IS DISTINCT FROM (OLD.gone_on_at, OLD.gone_on_why, OLD.panel_due_on)) THEN
    RAISE EXCEPTION 'an appeal that was sent is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER appeal_frozen BEFORE UPDATE ON appeals FOR EACH ROW EXECUTE FUNCTION appeal_frozen();--> statement-breakpoint
CREATE TRIGGER appeals_kept BEFORE DELETE ON appeals FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER appeals_not_emptied BEFORE TRUNCATE ON appeals FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON appeals FROM waymark_app;--> statement-breakpoint
CREATE TRIGGER appeal_answers_kept BEFORE UPDATE OR DELETE ON appeal_answers FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER appeal_answers_not_emptied BEFORE TRUNCATE ON appeal_answers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON appeal_answers FROM waymark_app;--> statement-breakpoint
CREATE TRIGGER appeal_voices_kept BEFORE UPDATE OR DELETE ON appeal_voices FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER appeal_voices_not_emptied BEFORE TRUNCATE ON appeal_voices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON appeal_voices FROM waymark_app;--> statement-breakpoint
CREATE TRIGGER appeal_seats_kept BEFORE DELETE ON appeal_seats FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER appeal_seats_not_emptied BEFORE TRUNCATE ON appeal_seats FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON appeal_seats FROM waymark_app;--> statement-breakpoint
-- While an appeal runs its case is not over, and afterwards its time begins with the end of the appeal.
CREATE OR REPLACE FUNCTION case_is_over(which uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT c.state IN ('decided', 'withdrawn')
    AND NOT EXISTS (SELECT FROM appeals a WHERE a.case_id = c.id AND a.sent_at IS NOT NULL AND a.ended_at IS NULL)
    AND keeping_over(greatest(c.opened_at, (SELECT max(m.at) FROM case_moves m WHERE m.case_id = c.id), (SELECT max(d.decided_at) FROM decisions d WHERE d.case_id = c.id), (SELECT max(a.ended_at) FROM appeals a WHERE a.case_id = c.id)), interval '6 years')
    AND NOT EXISTS (SELECT FROM marks k JOIN decisions d ON d.id = k.decision_id WHERE d.case_id = c.id AND k.valid_until >= retention_today())
    AND NOT held_back(c.organisation_id, c.id)
  FROM cases c WHERE c.id = which
$$;
