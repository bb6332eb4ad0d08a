CREATE TABLE "role_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "role_changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"person_id" uuid NOT NULL,
	"role" text NOT NULL,
	"change" text NOT NULL,
	"reason" text NOT NULL,
	"by" uuid,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "taken_with_a_reason" CHECK ("role_changes"."change" = 'given' or "role_changes"."reason" <> '')
);
--> statement-breakpoint
CREATE TABLE "privacy_locks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"target" text NOT NULL,
	"criterion" text NOT NULL,
	"sorts" text[] NOT NULL,
	"place" text NOT NULL,
	"state" text NOT NULL,
	"locked_by" uuid NOT NULL,
	"locked_as" text NOT NULL,
	"locked_at" timestamp with time zone NOT NULL,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"reason" text,
	"breach" boolean,
	"breach_reason" text,
	CONSTRAINT "privacy_lock_state" CHECK ("privacy_locks"."state" in ('locked', 'unlocked', 'purged')),
	CONSTRAINT "privacy_lock_decided" CHECK (("privacy_locks"."state" = 'locked') = ("privacy_locks"."decided_by" is null) and ("privacy_locks"."decided_by" is null) = ("privacy_locks"."decided_at" is null) and ("privacy_locks"."decided_by" is null) = ("privacy_locks"."reason" is null) and ("privacy_locks"."decided_by" is null) = ("privacy_locks"."breach" is null))
);
--> statement-breakpoint
CREATE TABLE "privacy_openings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"lock_id" uuid NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "purges" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "purges_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"lock_id" uuid NOT NULL,
	"sent_id" uuid NOT NULL,
	"sha256_before" text NOT NULL,
	"sha256_after" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "role_changes" ADD CONSTRAINT "role_changes_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_changes" ADD CONSTRAINT "role_changes_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_locks" ADD CONSTRAINT "privacy_locks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_locks" ADD CONSTRAINT "privacy_locks_locked_by_people_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_locks" ADD CONSTRAINT "privacy_locks_decided_by_people_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_openings" ADD CONSTRAINT "privacy_openings_lock_id_privacy_locks_id_fk" FOREIGN KEY ("lock_id") REFERENCES "public"."privacy_locks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "privacy_openings" ADD CONSTRAINT "privacy_openings_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "purges" ADD CONSTRAINT "purges_lock_id_privacy_locks_id_fk" FOREIGN KEY ("lock_id") REFERENCES "public"."privacy_locks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "role_changes_person_id_seq_index" ON "role_changes" USING btree ("person_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "locked_once" ON "privacy_locks" USING btree ("case_id","kind","target") WHERE state <> 'unlocked';--> statement-breakpoint
CREATE INDEX "privacy_locks_target_index" ON "privacy_locks" USING btree ("target");--> statement-breakpoint
CREATE INDEX "privacy_list" ON "privacy_locks" USING btree (("state" <> 'locked'),"locked_at");--> statement-breakpoint
CREATE INDEX "privacy_openings_lock_id_at_index" ON "privacy_openings" USING btree ("lock_id","at");--> statement-breakpoint
CREATE INDEX "purges_sent_id_seq_index" ON "purges" USING btree ("sent_id","seq");--> statement-breakpoint
CREATE INDEX "people_name_part" ON "people" USING gin (lower("name") gin_trgm_ops);--> statement-breakpoint
CREATE INDEX "people_email_part" ON "people" USING gin (lower("email") gin_trgm_ops);