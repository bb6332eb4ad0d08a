CREATE TABLE "top_ups" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mark_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"why" text NOT NULL,
	"facts" text[] NOT NULL,
	"version" text,
	"opened_at" timestamp with time zone NOT NULL,
	"last_day" date NOT NULL,
	"state" text NOT NULL,
	"overdue_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	"ended_by" uuid,
	"note" text,
	CONSTRAINT "state_of_top_up" CHECK ("top_ups"."state" in ('due', 'overdue', 'done', 'dropped')),
	CONSTRAINT "shown_to_somebody" CHECK ("top_ups"."state" <> 'done' or ("top_ups"."ended_by" is not null and "top_ups"."note" is not null))
);
--> statement-breakpoint
CREATE TABLE "contact_bounces" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "kind_of_bounce" CHECK ("contact_bounces"."kind" in ('hard', 'soft'))
);
--> statement-breakpoint
ALTER TABLE "contact_checks" ALTER COLUMN "checked_by" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "top_ups" ADD CONSTRAINT "top_ups_mark_id_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "top_ups" ADD CONSTRAINT "top_ups_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "contact_bounces" ADD CONSTRAINT "contact_bounces_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "top_ups_mark_id_index" ON "top_ups" USING btree ("mark_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_top_up" ON "top_ups" USING btree ("mark_id","criterion") WHERE state in ('due', 'overdue');--> statement-breakpoint
CREATE INDEX "open_top_ups" ON "top_ups" USING btree ("state","last_day") WHERE state in ('due', 'overdue');--> statement-breakpoint
CREATE INDEX "contact_bounces_organisation_id_at_index" ON "contact_bounces" USING btree ("organisation_id","at");--> statement-breakpoint
CREATE INDEX "routes_that_failed" ON "contact_checks" USING btree ("organisation_id") WHERE worked = 'no';--> statement-breakpoint
CREATE INDEX "provider_facts_stated_at_index" ON "provider_facts" USING btree ("stated_at");--> statement-breakpoint
ALTER TABLE "mark_events" ADD CONSTRAINT "nobody_alone" CHECK ("mark_events"."proposed_by" is not null or "mark_events"."kind" in ('supersede', 'review', 'end_review', 'reinstate') or ("mark_events"."kind" = 'suspend' and "mark_events"."reason_class" is not null and "mark_events"."reason_class" in ('cannot_be_reached', 'paperwork_overdue')));