-- What belongs in the public log of marks, in one place: the triggers write it from here, the marks there were already are written from here, and the invariants compare with it.
-- Facts that everybody may know anyway: no person, no note, nothing that somebody typed.
CREATE VIEW log_due AS
  SELECT 'awarded'::text AS kind, m.id AS source, m.code, m.created_at AS at, jsonb_build_object(
      'level', m.level, 'standard', (m.holder -> 'standard' ->> 'key') || '@' || (m.holder -> 'standard' ->> 'version'), 'awarded_on', m.awarded_on, 'valid_until', m.valid_until,
      'conditions', jsonb_array_length(m.conditions -> 'criteria'), 'conditions_by', m.conditions ->> 'by',
      'supersedes', (SELECT o.code FROM marks o WHERE o.id = m.supersedes_id)) AS facts
    FROM marks m
  UNION ALL SELECT 'changed', e.id, m.code, e.confirmed_at, jsonb_build_object('change', e.kind, 'reason_class', e.reason_class)
    FROM mark_events e JOIN marks m ON m.id = e.mark_id WHERE e.confirmed_at IS NOT NULL
  UNION ALL SELECT 'condition_cleared', k.id, m.code, k.cleared_at, '{}'::jsonb FROM condition_clearings k JOIN marks m ON m.id = k.mark_id
  UNION ALL SELECT 'certificate_issued', c.mark_id, m.code, c.issued_at, jsonb_build_object('sha256', c.sha256) FROM certificates c JOIN marks m ON m.id = c.mark_id;--> statement-breakpoint
-- One spelling for one set of facts: names in order, no spaces, what is not known left out. Flat, so that this is all there is to it.
CREATE FUNCTION leaf_content(kind text, code text, at timestamptz, facts jsonb) RETURNS text LANGUAGE sql STABLE SET search_path = pg_catalog AS $$
  SELECT '{' || string_agg(to_json(key)::text || ':' || value::text, ',' ORDER BY key COLLATE "C") || '}'
  FROM jsonb_each(facts || jsonb_build_object('kind', kind, 'code', code, 'at', to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'))) WHERE value <> 'null'
$$;--> statement-breakpoint
CREATE FUNCTION append_leaf(kind text, source uuid, day date, code text, content text) RETURNS void LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  -- One writer at a time, until its transaction ends: a tree grows at one place.
  PERFORM pg_advisory_xact_lock(7261004);
  INSERT INTO public.log_leaves (seq, kind, source, day, code, content, hash)
    SELECT coalesce(max(l.seq) + 1, 0), append_leaf.kind, append_leaf.source, append_leaf.day, append_leaf.code, append_leaf.content,
      sha256('\x00'::bytea || convert_to(append_leaf.content, 'UTF8')) FROM public.log_leaves l;
END $$;--> statement-breakpoint
CREATE FUNCTION log_change() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE due record;
BEGIN
  SELECT * INTO STRICT due FROM public.log_due d WHERE d.kind = TG_ARGV[0] AND d.source = (to_jsonb(NEW) ->> TG_ARGV[1])::uuid;
  PERFORM public.append_leaf(due.kind, due.source, NULL, due.code, public.leaf_content(due.kind, due.code, due.at, due.facts));
  -- Once a transaction, however many leaves it writes.
  IF current_setting('waymark.log_told', true) IS DISTINCT FROM pg_current_xact_id()::text THEN
    PERFORM public.enqueue_job('keep-log', '{}'::json, 'keep-log');
    PERFORM set_config('waymark.log_told', pg_current_xact_id()::text, true);
  END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
-- Deferred to the commit: whoever has the log's lock waits for nothing more, so that it cannot be part of a deadlock, with the audit trail's lock least of all.
CREATE CONSTRAINT TRIGGER marks_logged AFTER INSERT ON marks DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION log_change('awarded', 'id');--> statement-breakpoint
CREATE CONSTRAINT TRIGGER mark_events_logged AFTER INSERT ON mark_events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (NEW.confirmed_at IS NOT NULL) EXECUTE FUNCTION log_change('changed', 'id');--> statement-breakpoint
CREATE CONSTRAINT TRIGGER mark_events_logged_when_confirmed AFTER UPDATE ON mark_events DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
  WHEN (OLD.confirmed_at IS NULL AND NEW.confirmed_at IS NOT NULL) EXECUTE FUNCTION log_change('changed', 'id');--> statement-breakpoint
CREATE CONSTRAINT TRIGGER condition_clearings_logged AFTER INSERT ON condition_clearings DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION log_change('condition_cleared', 'id');--> statement-breakpoint
CREATE CONSTRAINT TRIGGER certificates_logged AFTER INSERT ON certificates DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION log_change('certificate_issued', 'mark_id');--> statement-breakpoint
-- The head of the audit trail, once a London day. Read here, so that the application can put nothing into the log that is not so. False when the day has one, or there is no trail.
CREATE FUNCTION anchor_audit_head(on_day date, at timestamptz) RETURNS boolean LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE head record;
BEGIN
  PERFORM pg_advisory_xact_lock(7261004);
  IF EXISTS (SELECT FROM public.log_leaves l WHERE l.day = on_day) THEN RETURN false; END IF;
  SELECT seq, hash INTO head FROM public.audit_events ORDER BY seq DESC LIMIT 1;
  IF NOT FOUND THEN RETURN false; END IF;
  PERFORM public.append_leaf('audit_head', NULL, on_day, NULL,
    public.leaf_content('audit_head', NULL, at, jsonb_build_object('events', head.seq, 'head', encode(head.hash, 'hex'))));
  RETURN true;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION append_leaf(text, uuid, date, text, text), log_change(), anchor_audit_head(date, timestamptz) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION anchor_audit_head(date, timestamptz) TO waymark_app;--> statement-breakpoint
-- The marks there are already, in order of time.
DO $$
DECLARE due record;
BEGIN
  FOR due IN SELECT * FROM log_due ORDER BY at, array_position(ARRAY['awarded', 'certificate_issued', 'condition_cleared', 'changed'], kind), source LOOP
    PERFORM append_leaf(due.kind, due.source, NULL, due.code, leaf_content(due.kind, due.code, due.at, due.facts));
  END LOOP;
END $$;--> statement-breakpoint
DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['log_leaves', 'log_checkpoints'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept || '_kept', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_not_emptied', kept);
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM waymark_app', kept);
  END LOOP;
END $$;--> statement-breakpoint
REVOKE INSERT ON log_leaves FROM waymark_app;--> statement-breakpoint
-- A copy of the register is kept as it was; the one thing that is added, once, is that its file was removed.
CREATE FUNCTION register_snapshot_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.removed_at IS NULL AND NEW.removed_at IS NOT NULL AND (to_jsonb(NEW) - 'removed_at') = (to_jsonb(OLD) - 'removed_at') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'register_snapshots is never changed' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER register_snapshots_kept BEFORE UPDATE ON register_snapshots FOR EACH ROW EXECUTE FUNCTION register_snapshot_kept();--> statement-breakpoint
CREATE TRIGGER register_snapshots_not_removed BEFORE DELETE ON register_snapshots FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER register_snapshots_not_emptied BEFORE TRUNCATE ON register_snapshots FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON register_snapshots FROM waymark_app;--> statement-breakpoint
GRANT UPDATE (removed_at) ON register_snapshots TO waymark_app;
