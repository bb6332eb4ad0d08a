CREATE TABLE "log_checkpoints" (
	"size" bigint PRIMARY KEY NOT NULL,
	"root" "bytea" NOT NULL,
	"note" text NOT NULL,
	"kid" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "log_leaves" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"kind" text NOT NULL,
	"source" uuid,
	"day" date,
	"code" text,
	"content" text NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "log_leaves_day_unique" UNIQUE("day"),
	CONSTRAINT "logged_once" UNIQUE("kind","source"),
	CONSTRAINT "kind_of_leaf" CHECK ("log_leaves"."kind" in ('awarded', 'changed', 'condition_cleared', 'certificate_issued', 'audit_head')),
	CONSTRAINT "of_a_mark_or_a_day" CHECK (("log_leaves"."kind" = 'audit_head') = ("log_leaves"."day" is not null) and ("log_leaves"."day" is null) = ("log_leaves"."source" is not null and "log_leaves"."code" is not null))
);
--> statement-breakpoint
CREATE TABLE "register_snapshots" (
	"day" date PRIMARY KEY NOT NULL,
	"as_at" timestamp with time zone NOT NULL,
	"storage_key" text NOT NULL,
	"sha256" text NOT NULL,
	"bytes" bigint NOT NULL,
	"marks" bigint NOT NULL,
	"manifest" text NOT NULL,
	"kid" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"removed_at" timestamp with time zone,
	CONSTRAINT "register_snapshots_storageKey_unique" UNIQUE("storage_key")
);
--> statement-breakpoint
CREATE INDEX "leaves_of_code" ON "log_leaves" USING btree ("code","seq");