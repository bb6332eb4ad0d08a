CREATE TABLE "former_memberships" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"since" timestamp with time zone NOT NULL,
	"until" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "draw_seeds" (
	"quarter" text PRIMARY KEY NOT NULL,
	"commitment" text NOT NULL,
	"secret" text NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "quarter_name" CHECK ("draw_seeds"."quarter" ~ '^[0-9]{4}-Q[1-4]$')
);
--> statement-breakpoint
CREATE TABLE "draws" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "draws_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" uuid NOT NULL,
	"quarter" text,
	"number" smallint,
	"one_in" smallint,
	"why" text[] NOT NULL,
	"drawn_at" timestamp with time zone NOT NULL,
	CONSTRAINT "lot_whole" CHECK (("draws"."quarter" is null) = ("draws"."number" is null) and ("draws"."number" is null) = ("draws"."one_in" is null)),
	CONSTRAINT "lot_number" CHECK ("draws"."number" between 0 and "draws"."one_in" - 1)
);
--> statement-breakpoint
CREATE TABLE "talks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "talks_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" uuid NOT NULL,
	"round" smallint DEFAULT 1 NOT NULL,
	"criterion" text NOT NULL,
	"part" text NOT NULL,
	"level" smallint NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "talked_level" CHECK ("talks"."level" between 0 and 3)
);
--> statement-breakpoint
ALTER TABLE "former_memberships" ADD CONSTRAINT "former_memberships_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "former_memberships" ADD CONSTRAINT "former_memberships_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "draws_quarter_draw_seeds_quarter_fk" FOREIGN KEY ("quarter") REFERENCES "public"."draw_seeds"("quarter") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talks" ADD CONSTRAINT "talks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "talks" ADD CONSTRAINT "talks_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "former_memberships_organisation_id_person_id_index" ON "former_memberships" USING btree ("organisation_id","person_id");--> statement-breakpoint
CREATE INDEX "draws_case_id_seq_index" ON "draws" USING btree ("case_id","seq");--> statement-breakpoint
CREATE INDEX "talks_case_id_criterion_index" ON "talks" USING btree ("case_id","criterion");