-- What somebody told us stays as they told it. Where it stands changes, and which group it is about.
CREATE FUNCTION concern_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE stands text[] := array['organisation_id', 'state', 'read_at', 'agency_told_at', 'heard_at', 'closed_at'];
BEGIN
  IF to_jsonb(NEW) - stands <> to_jsonb(OLD) - stands
    OR OLD.read_at IS NOT NULL AND NEW.read_at IS DISTINCT FROM OLD.read_at
    OR OLD.agency_told_at IS NOT NULL AND NEW.agency_told_at IS DISTINCT FROM OLD.agency_told_at
    OR OLD.heard_at IS NOT NULL AND NEW.heard_at IS DISTINCT FROM OLD.heard_at THEN
    RAISE EXCEPTION 'what somebody told us is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER concerns_frozen BEFORE UPDATE ON concerns FOR EACH ROW EXECUTE FUNCTION concern_frozen();--> statement-breakpoint
-- Two years after it was closed; seven where it was upheld, or an agency was told. Steps go before their concern.
CREATE FUNCTION concern_is_over(which uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce((SELECT c.closed_at IS NOT NULL
    AND keeping_over(c.closed_at, CASE WHEN c.state = 'upheld' OR c.agency_told_at IS NOT NULL THEN interval '7 years' ELSE interval '2 years' END)
    AND NOT held_back(c.organisation_id, NULL)
  FROM concerns c WHERE c.id = which), false)
$$;--> statement-breakpoint
CREATE FUNCTION concern_kept() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE which uuid := CASE TG_TABLE_NAME WHEN 'concerns' THEN (to_jsonb(OLD) ->> 'id')::uuid ELSE (to_jsonb(OLD) ->> 'concern_id')::uuid END;
BEGIN
  IF TG_OP = 'DELETE' AND current_setting('waymark.retention', true) = 'on' AND concern_is_over(which) THEN RETURN OLD; END IF;
  RAISE EXCEPTION 'rows of % are never changed', TG_TABLE_NAME USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER concerns_kept BEFORE DELETE ON concerns FOR EACH ROW EXECUTE FUNCTION concern_kept();--> statement-breakpoint
CREATE TRIGGER concern_steps_kept BEFORE UPDATE OR DELETE ON concern_steps FOR EACH ROW EXECUTE FUNCTION concern_kept();--> statement-breakpoint
CREATE TRIGGER concerns_not_emptied BEFORE TRUNCATE ON concerns FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER concern_steps_not_emptied BEFORE TRUNCATE ON concern_steps FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON concerns, concern_steps FROM waymark_app;--> statement-breakpoint
GRANT UPDATE (organisation_id, state, read_at, agency_told_at, heard_at, closed_at) ON concerns TO waymark_app;
