-- A draw, the secret it came from, and what two readers said to each other stay as they were.
CREATE TRIGGER draw_seeds_kept BEFORE UPDATE OR DELETE ON draw_seeds FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER draw_seeds_not_emptied BEFORE TRUNCATE ON draw_seeds FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON draw_seeds FROM waymark_app;--> statement-breakpoint
CREATE TRIGGER draws_kept BEFORE UPDATE OR DELETE ON draws FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER draws_not_emptied BEFORE TRUNCATE ON draws FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON draws FROM waymark_app;--> statement-breakpoint
CREATE TRIGGER talks_kept BEFORE UPDATE OR DELETE ON talks FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER talks_not_emptied BEFORE TRUNCATE ON talks FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON talks FROM waymark_app;
