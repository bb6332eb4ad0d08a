-- What was stated, allowed, objected and answered stays as it was.
DO $$
DECLARE kept text;
BEGIN
  FOREACH kept IN ARRAY ARRAY['interests', 'interest_ends', 'reader_statements', 'ties', 'waivers', 'objections', 'objection_answers'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION refuse_change()', kept || '_kept', kept);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION refuse_change()', kept || '_not_emptied', kept);
    EXECUTE format('REVOKE UPDATE, DELETE, TRUNCATE ON %I FROM waymark_app', kept);
  END LOOP;
END $$;
