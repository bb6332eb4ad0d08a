-- That a condition was put right is never changed.
CREATE TRIGGER condition_clearings_kept BEFORE UPDATE OR DELETE ON condition_clearings FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER condition_clearings_not_emptied BEFORE TRUNCATE ON condition_clearings FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON condition_clearings FROM waymark_app;
