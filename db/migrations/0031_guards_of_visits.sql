-- What was told of a conversation or a visit stays as it was told.
CREATE TRIGGER case_visits_kept BEFORE UPDATE OR DELETE ON case_visits FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER case_visits_not_emptied BEFORE TRUNCATE ON case_visits FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON case_visits FROM waymark_app;
