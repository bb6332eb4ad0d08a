-- Who gave and took roles, and who opened what was locked, is never changed.
DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['role_changes', 'privacy_openings', 'purges'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept || '_kept', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_not_emptied', kept);
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM waymark_app', kept);
  END LOOP;
END $$;--> statement-breakpoint
CREATE FUNCTION privacy_lock_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- It is decided once. Where the details stood is forgotten when they are removed for good; nothing else about the lock can change.
  IF OLD.state <> 'locked' OR NEW.state = 'locked' OR (NEW.place <> OLD.place AND NOT (NEW.state = 'purged' AND NEW.place = ''))
    OR (NEW.id, NEW.case_id, NEW.kind, NEW.target, NEW.criterion, NEW.sorts, NEW.locked_by, NEW.locked_as, NEW.locked_at)
      IS DISTINCT FROM (OLD.id, OLD.case_id, OLD.kind, OLD.target, OLD.criterion, OLD.sorts, OLD.locked_by, OLD.locked_as, OLD.locked_at) THEN
    RAISE EXCEPTION 'what was locked, and what became of it, is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER privacy_lock_once BEFORE UPDATE ON privacy_locks FOR EACH ROW EXECUTE FUNCTION privacy_lock_once();--> statement-breakpoint
CREATE TRIGGER privacy_locks_kept BEFORE DELETE ON privacy_locks FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER privacy_locks_not_emptied BEFORE TRUNCATE ON privacy_locks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON privacy_locks FROM waymark_app;--> statement-breakpoint
-- Whether all that is different is that some words were replaced by the one sentence that says so.
CREATE FUNCTION only_blanked(was jsonb, became jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF was = became THEN RETURN true; END IF;
  IF jsonb_typeof(was) = 'string' THEN RETURN became = to_jsonb('Removed for good: it held somebody’s details.'::text); END IF;
  IF jsonb_typeof(was) = 'object' AND jsonb_typeof(became) = 'object' THEN
    RETURN NOT EXISTS (SELECT 1 FROM jsonb_each(was) a FULL JOIN jsonb_each(became) b USING (key) WHERE a.value IS NULL OR b.value IS NULL OR NOT only_blanked(a.value, b.value));
  END IF;
  IF jsonb_typeof(was) = 'array' AND jsonb_typeof(became) = 'array' AND jsonb_array_length(was) = jsonb_array_length(became) THEN
    RETURN NOT EXISTS (SELECT 1 FROM generate_series(0, jsonb_array_length(was) - 1) place WHERE NOT only_blanked(was -> place, became -> place));
  END IF;
  RETURN false;
END $$;--> statement-breakpoint
CREATE FUNCTION sha256_hex(content text) RETURNS text LANGUAGE sql IMMUTABLE AS $$ SELECT encode(sha256(convert_to(content, 'UTF8')), 'hex') $$;--> statement-breakpoint
-- What was sent is never changed, but for words that a privacy lead had removed: then the purge is on record before, with both hashes.
CREATE FUNCTION purged(sent uuid, was text, became text) RETURNS boolean LANGUAGE plpgsql STABLE AS $$
BEGIN
  PERFORM 1 FROM purges p WHERE p.sent_id = sent AND p.sha256_before = sha256_hex(was) AND p.sha256_after = sha256_hex(became);
  IF NOT FOUND THEN RETURN false; END IF;
  RETURN only_blanked(was::jsonb, became::jsonb);
END $$;--> statement-breakpoint
CREATE FUNCTION submission_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('waymark.retention', true) = 'on' AND past_keeping(TG_TABLE_NAME, to_jsonb(OLD)) THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'content' = to_jsonb(OLD) - 'content' AND purged(OLD.id, OLD.content, NEW.content) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'rows of % are never changed', tg_table_name USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
DROP TRIGGER submissions_kept ON submissions;--> statement-breakpoint
CREATE TRIGGER submissions_kept BEFORE UPDATE OR DELETE ON submissions FOR EACH ROW EXECUTE FUNCTION submission_frozen();--> statement-breakpoint
CREATE OR REPLACE FUNCTION supplement_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_at IS NOT NULL THEN
    IF TG_OP = 'DELETE' AND current_setting('waymark.retention', true) = 'on' AND case_is_over(OLD.case_id) THEN RETURN OLD; END IF;
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'content' = to_jsonb(OLD) - 'content' AND purged(OLD.id, OLD.content, NEW.content) THEN RETURN NEW; END IF;
    RAISE EXCEPTION 'what was sent to add to an answer is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION answers_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched uuid := coalesce(NEW.assessment_id, OLD.assessment_id);
BEGIN
  -- FOR SHARE: a save and a submission at the same moment happen one after the other.
  IF (SELECT state FROM assessments WHERE id = touched FOR SHARE) <> 'draft' THEN
    IF TG_OP = 'DELETE' AND current_setting('waymark.retention', true) = 'on' AND assessment_is_over(touched) THEN RETURN OLD; END IF;
    -- The words that were removed from what was sent are removed from where it was written, too.
    IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'content' = to_jsonb(OLD) - 'content' AND only_blanked(OLD.content, NEW.content)
      AND EXISTS (SELECT 1 FROM purges p JOIN submissions s ON s.id = p.sent_id WHERE s.assessment_id = touched) THEN
      RETURN NEW;
    END IF;
    RAISE EXCEPTION 'the answers of a submitted assessment are never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
-- The one way to take words out of what was sent. Refuses what was not decided, and what is another provider's.
CREATE FUNCTION purge_words(lock uuid, sent uuid, became text, purged_at timestamptz) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
DECLARE was record;
BEGIN
  SELECT content, organisation_id INTO was FROM (
    SELECT s.id, s.content, s.organisation_id FROM submissions s
    UNION ALL SELECT a.id, a.content, c.organisation_id FROM supplements a JOIN cases c ON c.id = a.case_id WHERE a.sent_at IS NOT NULL
  ) each WHERE id = sent;
  PERFORM 1 FROM privacy_locks l JOIN cases c ON c.id = l.case_id WHERE l.id = lock AND l.state = 'purged' AND c.organisation_id = was.organisation_id;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nothing is taken out of what was sent without a decision' USING ERRCODE = 'restrict_violation';
  END IF;
  INSERT INTO purges (lock_id, sent_id, sha256_before, sha256_after, at) VALUES (lock, sent, sha256_hex(was.content), sha256_hex(became), purged_at);
  UPDATE submissions SET content = became WHERE id = sent;
  UPDATE supplements SET content = became WHERE id = sent;
END $$;--> statement-breakpoint
REVOKE INSERT ON purges FROM waymark_app;--> statement-breakpoint
REVOKE ALL ON FUNCTION purge_words(uuid, uuid, text, timestamptz) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION purge_words(uuid, uuid, text, timestamptz) TO waymark_app;
