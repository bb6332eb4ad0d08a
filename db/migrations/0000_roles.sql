-- What the application may do is a role of its own: it owns nothing, and where history is kept it can only add.
DO $$ BEGIN
  IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'waymark_app') THEN CREATE ROLE waymark_app NOLOGIN; END IF;
EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL; -- another database of this server was migrated at the same moment
END $$;--> statement-breakpoint
GRANT waymark_app TO CURRENT_USER;--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO waymark_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO waymark_app;--> statement-breakpoint
ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT USAGE ON SEQUENCES TO waymark_app;--> statement-breakpoint
CREATE EXTENSION IF NOT EXISTS pg_trgm;
