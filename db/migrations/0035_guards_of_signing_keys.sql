-- Public keys are kept for ever. The one thing that is added to a key is, once, from which moment it is not believed.
CREATE FUNCTION signing_key_kept() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.compromised_after IS NULL AND NEW.compromised_after IS NOT NULL
    AND (to_jsonb(NEW) - 'compromised_after' - 'compromised_said_at') = (to_jsonb(OLD) - 'compromised_after' - 'compromised_said_at') THEN RETURN NEW; END IF;
  RAISE EXCEPTION 'signing_keys is never changed' USING ERRCODE = 'restrict_violation';
END $$;--> statement-breakpoint
CREATE TRIGGER signing_keys_kept BEFORE UPDATE ON signing_keys FOR EACH ROW EXECUTE FUNCTION signing_key_kept();--> statement-breakpoint
CREATE TRIGGER signing_keys_not_removed BEFORE DELETE ON signing_keys FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER signing_keys_not_emptied BEFORE TRUNCATE ON signing_keys FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON signing_keys FROM waymark_app;--> statement-breakpoint
GRANT UPDATE (compromised_after, compromised_said_at) ON signing_keys TO waymark_app;
