-- What is never changed may still end, once its time is over. Three things must come together: the right to delete, which the application has only through the functions
-- at the end of this file; the transaction's own word that this is retention, which they alone give; and the dates of the row itself, by the clock of the database.
CREATE FUNCTION retention_today() RETURNS date LANGUAGE sql STABLE AS $$
  SELECT ((clock_timestamp() + make_interval(secs => coalesce((SELECT offset_ms FROM demo_clock WHERE id = 1), 0) / 1000.0)) AT TIME ZONE 'Europe/London')::date
$$;--> statement-breakpoint
-- Kept through the last day, over on the day after it.
CREATE FUNCTION keeping_over(since timestamptz, keep interval) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT ((since AT TIME ZONE 'Europe/London')::date + keep)::date < retention_today()
$$;--> statement-breakpoint
CREATE FUNCTION held_back(organisation uuid, of_case uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT EXISTS (SELECT FROM retention_holds h WHERE h.released_at IS NULL AND (h.organisation_id = organisation OR h.case_id = of_case))
$$;--> statement-breakpoint
-- Each of these stays true while the rows it looks at are being deleted: fewer of them never make a case or a draft younger.
CREATE FUNCTION case_is_over(which uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT c.state IN ('decided', 'withdrawn')
    AND keeping_over(greatest(c.opened_at, (SELECT max(m.at) FROM case_moves m WHERE m.case_id = c.id), (SELECT max(d.decided_at) FROM decisions d WHERE d.case_id = c.id)), interval '6 years')
    AND NOT EXISTS (SELECT FROM marks k JOIN decisions d ON d.id = k.decision_id WHERE d.case_id = c.id AND k.valid_until >= retention_today())
    AND NOT held_back(c.organisation_id, c.id)
  FROM cases c WHERE c.id = which
$$;--> statement-breakpoint
CREATE FUNCTION assessment_is_over(which uuid) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT NOT EXISTS (SELECT FROM submissions s WHERE s.assessment_id = a.id)
    AND keeping_over(greatest(a.created_at, (SELECT max(w.saved_at) FROM answers w WHERE w.assessment_id = a.id), (SELECT max(c.at) FROM answer_comments c WHERE c.assessment_id = a.id)), interval '24 months')
    AND NOT held_back(a.organisation_id, NULL)
  FROM assessments a WHERE a.id = which
$$;--> statement-breakpoint
-- The case to which a row belongs: by its own column, or by that of what it belongs to.
CREATE FUNCTION case_of(kept text, was jsonb) RETURNS uuid LANGUAGE plpgsql STABLE AS $$
DECLARE
  above record;
  found_case uuid;
BEGIN
  IF was ? 'case_id' THEN RETURN (was ->> 'case_id')::uuid; END IF;
  FOR above IN
    SELECT c.confrelid::regclass AS name, a.attname AS by_column FROM pg_constraint c
      JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
      JOIN pg_attribute k ON k.attrelid = c.confrelid AND k.attname = 'case_id' AND NOT k.attisdropped
    WHERE c.contype = 'f' AND cardinality(c.conkey) = 1 AND c.conrelid = format('public.%I', kept)::regclass
  LOOP
    EXECUTE format('SELECT case_id FROM %s WHERE id = $1', above.name) INTO found_case USING (was ->> above.by_column)::uuid;
    IF found_case IS NOT NULL THEN RETURN found_case; END IF;
  END LOOP;
  RETURN NULL;
END $$;--> statement-breakpoint
CREATE FUNCTION past_keeping(kept text, was jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(CASE
    WHEN kept = 'contact_checks' THEN keeping_over((was ->> 'checked_at')::timestamptz, interval '24 months') AND NOT held_back((was ->> 'organisation_id')::uuid, NULL)
    WHEN kept = 'capacity_statements' THEN keeping_over((was ->> 'confirmed_at')::timestamptz, interval '36 months') AND NOT held_back((was ->> 'organisation_id')::uuid, NULL)
      AND EXISTS (SELECT FROM capacity_statements n WHERE n.organisation_id = (was ->> 'organisation_id')::uuid AND n.seq > (was ->> 'seq')::integer)
    WHEN kept = 'answer_comments' THEN assessment_is_over((was ->> 'assessment_id')::uuid)
    WHEN kept = 'submissions' THEN keeping_over((was ->> 'submitted_at')::timestamptz, interval '6 years') AND NOT held_back((was ->> 'organisation_id')::uuid, NULL)
      AND NOT EXISTS (SELECT FROM cases c WHERE c.submission_id = (was ->> 'id')::uuid)
    WHEN kept = 'marks' THEN false
    -- Whatever belongs to a case ends with it.
    ELSE case_is_over(case_of(kept, was))
  END, false)
$$;--> statement-breakpoint
-- The two changes that a kept row may see at its end: a mark forgets its decision, a page kept as it was says that its bytes are gone.
CREATE FUNCTION may_be_marked_over(kept text, was jsonb, becomes jsonb) RETURNS boolean LANGUAGE sql STABLE AS $$
  SELECT coalesce(CASE
    WHEN kept = 'marks' THEN becomes = was || '{"decision_id": null}' AND case_is_over((SELECT d.case_id FROM decisions d WHERE d.id = (was ->> 'decision_id')::uuid))
    WHEN kept = 'link_captures' THEN was ->> 'removed_at' IS NULL AND becomes - 'removed_at' = was - 'removed_at'
      AND keeping_over((was ->> 'captured_at')::timestamptz, interval '28 days') AND NOT held_back((was ->> 'organisation_id')::uuid, NULL)
    ELSE false
  END, false)
$$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_LEVEL = 'ROW' AND current_setting('waymark.retention', true) = 'on' THEN
    IF TG_OP = 'DELETE' AND past_keeping(TG_TABLE_NAME, to_jsonb(OLD)) THEN RETURN OLD; END IF;
    IF TG_OP = 'UPDATE' AND may_be_marked_over(TG_TABLE_NAME, to_jsonb(OLD), to_jsonb(NEW)) THEN RETURN NEW; END IF;
  END IF;
  RAISE EXCEPTION 'rows of % are never changed', tg_table_name USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION answers_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE touched uuid := coalesce(NEW.assessment_id, OLD.assessment_id);
BEGIN
  -- FOR SHARE: a save and a submission at the same moment happen one after the other.
  IF (SELECT state FROM assessments WHERE id = touched FOR SHARE) <> 'draft' THEN
    IF TG_OP = 'DELETE' AND current_setting('waymark.retention', true) = 'on' AND assessment_is_over(touched) THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'the answers of a submitted assessment are never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION supplement_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.sent_at IS NOT NULL THEN
    IF TG_OP = 'DELETE' AND current_setting('waymark.retention', true) = 'on' AND case_is_over(OLD.case_id) THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'what was sent to add to an answer is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
CREATE OR REPLACE FUNCTION question_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  -- Holds the round, so that no question slips in beside its sending.
  PERFORM 1 FROM question_rounds r WHERE r.id IN (OLD.round_id, NEW.round_id) AND r.state <> 'drafting' FOR SHARE;
  IF FOUND THEN
    IF TG_OP = 'DELETE' AND current_setting('waymark.retention', true) = 'on' AND case_is_over((SELECT r.case_id FROM question_rounds r WHERE r.id = OLD.round_id)) THEN RETURN OLD; END IF;
    RAISE EXCEPTION 'a question that was sent is never changed' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN coalesce(NEW, OLD);
END $$;--> statement-breakpoint
-- Whether the bytes of a file are gone is said once, and only by retention.
CREATE FUNCTION removed_once() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF NEW.removed_at IS DISTINCT FROM OLD.removed_at
    AND (OLD.removed_at IS NOT NULL OR current_setting('waymark.retention', true) IS DISTINCT FROM 'on'
      OR NOT keeping_over(OLD.uploaded_at, interval '28 days') OR held_back(OLD.organisation_id, NULL)) THEN
    RAISE EXCEPTION 'the bytes of a file are deleted when their time is over, and once' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER evidence_removed_once BEFORE UPDATE OF removed_at ON evidence_files FOR EACH ROW EXECUTE FUNCTION removed_once();--> statement-breakpoint
-- What was planned and what became of it stays; so does who held back what, and why.
CREATE FUNCTION retention_plan_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.carried_out_at IS NOT NULL OR (NEW.ending, NEW.planned_at, NEW.from_day, NEW.count, NEW.oldest) IS DISTINCT FROM (OLD.ending, OLD.planned_at, OLD.from_day, OLD.count, OLD.oldest) THEN
    RAISE EXCEPTION 'a plan is carried out as it was written' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER retention_plan_frozen BEFORE UPDATE ON retention_plans FOR EACH ROW EXECUTE FUNCTION retention_plan_frozen();--> statement-breakpoint
CREATE TRIGGER retention_plans_kept BEFORE DELETE ON retention_plans FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER retention_plans_not_emptied BEFORE TRUNCATE ON retention_plans FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE FUNCTION retention_hold_frozen() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.released_at IS NOT NULL OR (NEW.organisation_id, NEW.case_id, NEW.reason, NEW.held_by, NEW.held_at) IS DISTINCT FROM (OLD.organisation_id, OLD.case_id, OLD.reason, OLD.held_by, OLD.held_at) THEN
    RAISE EXCEPTION 'a hold is let go once, and nothing else of it changes' USING ERRCODE = 'restrict_violation';
  END IF;
  RETURN NEW;
END $$;--> statement-breakpoint
CREATE TRIGGER retention_hold_frozen BEFORE UPDATE ON retention_holds FOR EACH ROW EXECUTE FUNCTION retention_hold_frozen();--> statement-breakpoint
CREATE TRIGGER retention_holds_kept BEFORE DELETE ON retention_holds FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER retention_holds_not_emptied BEFORE TRUNCATE ON retention_holds FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE DELETE, TRUNCATE ON retention_plans, retention_holds FROM waymark_app;--> statement-breakpoint
-- All that the application can do: name rows of a table by a column. What is not past its time is refused by the triggers above, and nothing of that statement happens.
CREATE FUNCTION end_rows(kept text, named text, ids uuid[]) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET waymark.retention = 'on' AS $$
DECLARE gone integer;
BEGIN
  EXECUTE format('DELETE FROM public.%I WHERE %I = ANY ($1)', kept, named) USING ids;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;--> statement-breakpoint
CREATE FUNCTION end_bytes(kept text, ids uuid[], at timestamptz) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public SET waymark.retention = 'on' AS $$
DECLARE gone integer;
BEGIN
  EXECUTE format('UPDATE public.%I SET removed_at = $2 WHERE id = ANY ($1) AND removed_at IS NULL', kept) USING ids, at;
  GET DIAGNOSTICS gone = ROW_COUNT;
  RETURN gone;
END $$;--> statement-breakpoint
CREATE FUNCTION forget_decisions(ids uuid[]) RETURNS void LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public SET waymark.retention = 'on' AS $$
  UPDATE public.marks SET decision_id = NULL WHERE decision_id = ANY (ids)
$$;--> statement-breakpoint
REVOKE ALL ON FUNCTION end_rows(text, text, uuid[]), end_bytes(text, uuid[], timestamptz), forget_decisions(uuid[]) FROM PUBLIC;--> statement-breakpoint
GRANT EXECUTE ON FUNCTION end_rows(text, text, uuid[]), end_bytes(text, uuid[], timestamptz), forget_decisions(uuid[]) TO waymark_app;
