-- A credential stays as it was signed, and its place in a status list is never given to another. The signed copies of lists are copies: they are replaced.
CREATE TRIGGER credentials_kept BEFORE UPDATE OR DELETE ON credentials FOR EACH ROW EXECUTE FUNCTION refuse_change();--> statement-breakpoint
CREATE TRIGGER credentials_not_emptied BEFORE TRUNCATE ON credentials FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();--> statement-breakpoint
REVOKE UPDATE, DELETE, TRUNCATE ON credentials FROM waymark_app;
