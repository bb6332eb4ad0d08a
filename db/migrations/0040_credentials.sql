CREATE TABLE "credentials" (
	"mark_id" uuid PRIMARY KEY NOT NULL,
	"list" integer NOT NULL,
	"status_index" integer NOT NULL,
	"jwt" text NOT NULL,
	"sha256" text NOT NULL,
	"vc_jwt" text NOT NULL,
	"kid" text NOT NULL,
	"issued_at" timestamp with time zone NOT NULL,
	CONSTRAINT "credentials_sha256_unique" UNIQUE("sha256"),
	CONSTRAINT "place_in_list" CHECK ("credentials"."list" >= 1 and "credentials"."status_index" >= 0 and "credentials"."status_index" < 131072)
);
--> statement-breakpoint
CREATE TABLE "status_lists" (
	"number" integer PRIMARY KEY NOT NULL,
	"stamp" text NOT NULL,
	"sha256" text NOT NULL,
	"jwt" text NOT NULL,
	"kid" text NOT NULL,
	"valid_from" timestamp with time zone NOT NULL,
	"valid_until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "credentials" ADD CONSTRAINT "credentials_mark_id_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "place_in_list_once" ON "credentials" USING btree ("list","status_index");