-- What was published of a year's appeals is never changed: what is written anew stands beside it.
CREATE TRIGGER appeal_years_kept BEFORE UPDATE OR DELETE ON appeal_years FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER appeal_years_not_emptied BEFORE TRUNCATE ON appeal_years FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON appeal_years FROM waymark_app;
