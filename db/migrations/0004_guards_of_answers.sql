-- What was said, captured, translated or accepted is never changed: a correction is a new row.
DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['standard_draft_edits', 'standard_comments', 'standard_translations', 'answer_comments', 'link_captures', 'award_acceptances'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept || '_kept', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_not_emptied', kept);
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM waymark_app', kept);
  END LOOP;
END $$;--> statement-breakpoint
-- A draft that went on under a newer version may come back, unchanged; nothing else that left the state of draft ever does.
CREATE OR REPLACE FUNCTION assessment_facts_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (NEW.facts IS DISTINCT FROM OLD.facts OR NEW.standard_version_id <> OLD.standard_version_id OR (NEW.state = 'draft' AND OLD.state <> 'migrated')) THEN
    RAISE EXCEPTION 'a submitted assessment is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;
