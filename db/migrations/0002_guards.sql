-- Promises that hold whoever writes: history only grows, what was published or submitted never changes, the audit trail is a chain.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are never changed', tg_table_name USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['audit_events', 'standard_versions', 'submissions', 'case_moves', 'ratings', 'settlements', 'decisions', 'marks', 'certificates', 'letters', 'capacity_statements', 'contact_checks'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept || '_kept', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_not_emptied', kept);
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM waymark_app', kept);
  END LOOP;
END $$;--> statement-breakpoint
CREATE FUNCTION audit_append() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE before record;
BEGIN
  -- One writer at a time, until its transaction ends: a chain has no branches.
  PERFORM pg_advisory_xact_lock(7261003);
  SELECT seq, hash INTO before FROM audit_events ORDER BY seq DESC LIMIT 1;
  NEW.seq := coalesce(before.seq, 0) + 1;
  NEW.prev := coalesce(before.hash, '\x'::bytea);
  NEW.hash := sha256(NEW.prev || convert_to(concat_ws(E'\n', NEW.seq, to_char(NEW.at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), NEW.actor, NEW.type, NEW.subject, NEW.data::text), 'UTF8'));
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER audit_events_append BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION audit_append();--> statement-breakpoint
CREATE FUNCTION answers_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched uuid := coalesce(NEW.assessment_id, OLD.assessment_id);
BEGIN
  -- FOR SHARE: a save and a submission at the same moment happen one after the other.
  IF (SELECT state FROM assessments WHERE id = touched FOR SHARE) <> 'draft' THEN
    RAISE EXCEPTION 'the answers of a submitted assessment are never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
CREATE TRIGGER answers_frozen BEFORE INSERT OR UPDATE OR DELETE ON answers FOR EACH ROW EXECUTE FUNCTION answers_frozen();--> statement-breakpoint
CREATE FUNCTION assessment_facts_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.state <> 'draft' AND (NEW.facts IS DISTINCT FROM OLD.facts OR NEW.standard_version_id <> OLD.standard_version_id OR NEW.state = 'draft') THEN
    RAISE EXCEPTION 'a submitted assessment is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER assessment_facts_frozen BEFORE UPDATE ON assessments FOR EACH ROW EXECUTE FUNCTION assessment_facts_frozen();--> statement-breakpoint
CREATE FUNCTION mark_event_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- A proposal is answered once; nothing else about it can change.
  IF OLD.confirmed_at IS NOT NULL OR OLD.declined_at IS NOT NULL
    OR (NEW.id, NEW.mark_id, NEW.kind, NEW.reason_class, NEW.note, NEW.proposed_by, NEW.proposed_at) IS DISTINCT FROM (OLD.id, OLD.mark_id, OLD.kind, OLD.reason_class, OLD.note, OLD.proposed_by, OLD.proposed_at) THEN
    RAISE EXCEPTION 'what happened to a mark is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER mark_event_once BEFORE UPDATE ON mark_events FOR EACH ROW EXECUTE FUNCTION mark_event_once();--> statement-breakpoint
CREATE TRIGGER mark_events_kept BEFORE DELETE ON mark_events FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON mark_events FROM waymark_app;--> statement-breakpoint
-- The queue's tables belong to the owner and answer to nobody else; the application may only add a job.
CREATE FUNCTION enqueue_job(task text, payload json, key text) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.add_job(task, payload, job_key := key);
END $$;--> statement-breakpoint
CREATE FUNCTION move_waiting_jobs(seconds double precision) RETURNS void LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
BEGIN
  PERFORM graphile_worker.reschedule_jobs(array[id], run_at := run_at - make_interval(secs => seconds)) FROM graphile_worker.jobs WHERE locked_at IS NULL AND run_at > now();
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION enqueue_job(text, json, text), move_waiting_jobs(double precision) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION enqueue_job(text, json, text), move_waiting_jobs(double precision) TO waymark_app;
--> statement-breakpoint
CREATE TRIGGER mark_events_not_emptied BEFORE TRUNCATE ON mark_events FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
-- So that an operator can be told what a database has not had yet.
GRANT USAGE ON SCHEMA drizzle TO waymark_app;--> statement-breakpoint
GRANT SELECT ON ALL TABLES IN SCHEMA drizzle TO waymark_app;
