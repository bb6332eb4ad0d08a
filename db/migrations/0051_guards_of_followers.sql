-- Which changes of status followers were told of only grows: what is in it is never told again.
CREATE TRIGGER status_changes_kept BEFORE UPDATE OR DELETE ON status_changes FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER status_changes_not_emptied BEFORE TRUNCATE ON status_changes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON status_changes FROM waymark_app;--> statement-breakpoint
-- Following begins and ends; in between nothing of it changes. It goes with the person.
CREATE TRIGGER followings_frozen BEFORE UPDATE ON followings FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, TRUNCATE ON followings FROM waymark_app;--> statement-breakpoint
-- An endpoint stays where it is and whose it is: a secret that one address knows never signs for another.
CREATE FUNCTION endpoint_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.person_id, NEW.number, NEW.url, NEW.created_at) IS NOT DISTINCT FROM (OLD.id, OLD.person_id, OLD.number, OLD.url, OLD.created_at) THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'the address of an endpoint is never changed' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER endpoints_stay BEFORE UPDATE ON endpoints FOR EACH ROW EXECUTE FUNCTION endpoint_stays();--> statement-breakpoint
REVOKE TRUNCATE ON endpoints FROM waymark_app;--> statement-breakpoint
-- What a delivery brings, and to whom, never changes; nothing of it does once it has ended.
CREATE FUNCTION delivery_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.ended_at IS NULL AND (NEW.id, NEW.endpoint_id, NEW.change_id, NEW.made_at) IS NOT DISTINCT FROM (OLD.id, OLD.endpoint_id, OLD.change_id, OLD.made_at) AND NEW.tries >= OLD.tries THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'a delivery that has ended is never changed, and none brings anything else' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER deliveries_stay BEFORE UPDATE ON deliveries FOR EACH ROW EXECUTE FUNCTION delivery_stays();--> statement-breakpoint
REVOKE TRUNCATE ON deliveries FROM waymark_app;--> statement-breakpoint
-- Whoever changes a mark that somebody follows has queued, with the same commit, that followers are told. The leaf of the public log is what says that it changed; what time alone does is found by the sweep.
CREATE FUNCTION tell_followers() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog AS $$
DECLARE followed uuid;
BEGIN
  SELECT m.id INTO followed FROM public.marks m
    WHERE m.code = NEW.code AND EXISTS (SELECT FROM public.followings f WHERE f.organisation_id = m.organisation_id AND coalesce(f.standard_key, m.standard_key) = m.standard_key);
  IF FOUND THEN PERFORM public.enqueue_job('tell-followers', json_build_object('id', followed), 'followers:' || followed); END IF;
  RETURN NULL;
END $$;--> statement-breakpoint
REVOKE ALL ON FUNCTION tell_followers() FROM PUBLIC;--> statement-breakpoint
CREATE TRIGGER log_leaves_tell_followers AFTER INSERT ON log_leaves FOR EACH ROW WHEN (NEW.kind IN ('awarded', 'changed')) EXECUTE FUNCTION tell_followers();
