-- Whom we told of a deadline, and when, is never changed: it is what keeps a second mail from going out.
CREATE TRIGGER deadline_notices_kept BEFORE UPDATE OR DELETE ON deadline_notices FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER deadline_notices_not_emptied BEFORE TRUNCATE ON deadline_notices FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON deadline_notices FROM waymark_app;
