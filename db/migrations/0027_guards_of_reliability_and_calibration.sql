-- What was reported, invited, rated and said stays as it was.
CREATE TRIGGER agreement_reports_kept BEFORE UPDATE OR DELETE ON agreement_reports FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER agreement_reports_not_emptied BEFORE TRUNCATE ON agreement_reports FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON agreement_reports FROM waymark_app;--> statement-breakpoint
CREATE TRIGGER calibration_readers_kept BEFORE UPDATE OR DELETE ON calibration_readers FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER calibration_readers_not_emptied BEFORE TRUNCATE ON calibration_readers FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON calibration_readers FROM waymark_app;--> statement-breakpoint
CREATE TRIGGER calibration_ratings_kept BEFORE UPDATE OR DELETE ON calibration_ratings FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER calibration_ratings_not_emptied BEFORE TRUNCATE ON calibration_ratings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON calibration_ratings FROM waymark_app;--> statement-breakpoint
-- A calibration is only ever shown and talked over; a review of guidance is only ever closed.
CREATE FUNCTION calibration_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'discussed' OR NEW.state = OLD.state OR (OLD.state = 'open') <> (NEW.state = 'revealed') OR (OLD.state = 'revealed' AND NEW.revealed_at IS DISTINCT FROM OLD.revealed_at)
    OR (NEW.id, NEW.standard_version_id, NEW.content, NEW.sha256, NEW.criteria, NEW.closes_on, NEW.made_by, NEW.made_at)
    IS DISTINCT FROM (OLD.id, OLD.standard_version_id, OLD.content, OLD.sha256, OLD.criteria, OLD.closes_on, OLD.made_by, OLD.made_at) THEN
    RAISE EXCEPTION 'a calibration is only ever shown, and then talked over' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER calibration_frozen BEFORE UPDATE ON calibrations FOR EACH ROW EXECUTE FUNCTION calibration_frozen();--> statement-breakpoint
CREATE TRIGGER calibrations_kept BEFORE DELETE ON calibrations FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER calibrations_not_emptied BEFORE TRUNCATE ON calibrations FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON calibrations FROM waymark_app;--> statement-breakpoint
CREATE FUNCTION calibration_rated_blind() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Holds the calibration, so that no rating slips in beside its reveal.
  PERFORM 1 FROM calibrations c WHERE c.id = NEW.calibration_id AND c.state = 'open' FOR SHARE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nothing is rated once all is shown' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER calibration_rated_blind BEFORE INSERT ON calibration_ratings FOR EACH ROW EXECUTE FUNCTION calibration_rated_blind();--> statement-breakpoint
CREATE FUNCTION guidance_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state = 'closed' OR (NEW.id, NEW.standard_version_id, NEW.criterion, NEW.quarter, NEW.why, NEW.figures, NEW.opened_at, NEW.opened_by, NEW.opened_reason)
    IS DISTINCT FROM (OLD.id, OLD.standard_version_id, OLD.criterion, OLD.quarter, OLD.why, OLD.figures, OLD.opened_at, OLD.opened_by, OLD.opened_reason) THEN
    RAISE EXCEPTION 'a review of guidance is only ever closed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER guidance_frozen BEFORE UPDATE ON guidance_reviews FOR EACH ROW EXECUTE FUNCTION guidance_frozen();--> statement-breakpoint
CREATE TRIGGER guidance_reviews_kept BEFORE DELETE ON guidance_reviews FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER guidance_reviews_not_emptied BEFORE TRUNCATE ON guidance_reviews FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON guidance_reviews FROM waymark_app;
