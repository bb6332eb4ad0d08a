-- A third rating is never changed.
CREATE TRIGGER third_ratings_kept BEFORE UPDATE OR DELETE ON third_ratings FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER third_ratings_not_emptied BEFORE TRUNCATE ON third_ratings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON third_ratings FROM waymark_app;--> statement-breakpoint
-- The sentence that stands where words were removed is in both languages from now on; the one from before stays as it is.
CREATE OR REPLACE FUNCTION only_blanked(was jsonb, became jsonb) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
  IF was = became THEN RETURN true; END IF;
  IF jsonb_typeof(was) = 'string' THEN RETURN became = to_jsonb('Removed for good: it held somebody’s details. / Tynnwyd am byth: roedd yn cynnwys manylion rhywun.'::text); END IF;
  IF jsonb_typeof(was) = 'object' AND jsonb_typeof(became) = 'object' THEN
    RETURN NOT EXISTS (SELECT 1 FROM jsonb_each(was) a FULL JOIN jsonb_each(became) b USING (key) WHERE a.value IS NULL OR b.value IS NULL OR NOT only_blanked(a.value, b.value));
  END IF;
  IF jsonb_typeof(was) = 'array' AND jsonb_typeof(became) = 'array' AND jsonb_array_length(was) = jsonb_array_length(became) THEN
    RETURN NOT EXISTS (SELECT 1 FROM generate_series(0, jsonb_array_length(was) - 1) place WHERE NOT only_blanked(was -> place, became -> place));
  END IF;
  RETURN false;
END $$;--> statement-breakpoint
-- What was told of a visit is never changed, but for words that a privacy lead has decided to remove.
CREATE FUNCTION visit_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('waymark.retention', true) = 'on' AND past_keeping(TG_TABLE_NAME, to_jsonb(OLD)) THEN RETURN OLD; END IF;
  IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'words' = to_jsonb(OLD) - 'words' AND NEW.words = 'Removed for good: it held somebody’s details. / Tynnwyd am byth: roedd yn cynnwys manylion rhywun.' THEN
    PERFORM 1 FROM privacy_locks l WHERE l.kind = 'visit' AND l.target = OLD.id::text AND l.case_id = OLD.case_id AND l.state = 'purged';
    IF FOUND THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'rows of % are never changed', tg_table_name USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
DROP TRIGGER case_visits_kept ON case_visits;--> statement-breakpoint
CREATE TRIGGER case_visits_kept BEFORE UPDATE OR DELETE ON case_visits FOR EACH ROW EXECUTE FUNCTION visit_frozen();--> statement-breakpoint
CREATE FUNCTION purge_visit(lock uuid) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public AS $$
BEGIN
  UPDATE case_visits v SET words = 'Removed for good: it held somebody’s details. / Tynnwyd am byth: roedd yn cynnwys manylion rhywun.'
    FROM privacy_locks l WHERE l.id = lock AND l.kind = 'visit' AND l.state = 'purged' AND l.case_id = v.case_id AND l.target = v.id::text;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nothing is taken out of what was told of a visit without a decision' USING ERRCODE = 'restrict_violation';
  END IF;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION purge_visit(uuid) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION purge_visit(uuid) TO waymark_app;
