CREATE TABLE "case_rounds" (
	"case_id" uuid NOT NULL,
	"no" smallint NOT NULL,
	"kind" text NOT NULL,
	"criteria" text[] NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"due_on" date,
	CONSTRAINT "case_rounds_case_id_no_pk" PRIMARY KEY("case_id","no"),
	CONSTRAINT "later_round" CHECK ("case_rounds"."no" >= 2),
	CONSTRAINT "round_kind" CHECK ("case_rounds"."kind" in ('facts', 'deferral', 'condition', 'appeal'))
);
--> statement-breakpoint
CREATE TABLE "supplements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"round" smallint DEFAULT 1 NOT NULL,
	"criterion" text NOT NULL,
	"why" text NOT NULL,
	"source_id" uuid,
	"content" text NOT NULL,
	"sha256" text,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" uuid NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_by" uuid,
	CONSTRAINT "one_supplement" UNIQUE NULLS NOT DISTINCT("case_id","round","criterion","why","source_id"),
	CONSTRAINT "supplement_why" CHECK ("supplements"."why" in ('question', 'deferral', 'facts', 'condition')),
	CONSTRAINT "supplement_sent" CHECK (("supplements"."sent_at" is null) = ("supplements"."sha256" is null) and ("supplements"."sent_at" is null) = ("supplements"."sent_by" is null))
);
--> statement-breakpoint
ALTER TABLE "decisions" DROP CONSTRAINT "decisions_caseId_unique";--> statement-breakpoint
ALTER TABLE "settlements" DROP CONSTRAINT "settlements_caseId_criterion_unique";--> statement-breakpoint
ALTER TABLE "memberships" ADD COLUMN "since" timestamp with time zone;--> statement-breakpoint
-- From when on somebody has belonged: the audit trail knows it, from the first time they were added after they last left.
UPDATE "memberships" m SET "since" = coalesce(
	(SELECT min(a.at) FROM audit_events a WHERE a.type = 'organisation.member_added' AND a.subject = m.organisation_id::text AND a.data ->> 'person_id' = m.person_id::text
		AND a.seq > coalesce((SELECT max(b.seq) FROM audit_events b WHERE b.type = 'organisation.member_removed' AND b.subject = m.organisation_id::text AND b.data ->> 'person_id' = m.person_id::text), 0)),
	(SELECT o.created_at FROM organisations o WHERE o.id = m.organisation_id));--> statement-breakpoint
ALTER TABLE "memberships" ALTER COLUMN "since" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "cases" ADD COLUMN "reading" text DEFAULT 'must_haves' NOT NULL;--> statement-breakpoint
ALTER TABLE "decisions" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "ratings" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "settlements" ADD COLUMN "round" smallint DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "case_rounds" ADD CONSTRAINT "case_rounds_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_saved_by_people_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "supplements" ADD CONSTRAINT "supplements_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "decisions" ADD CONSTRAINT "decisions_caseId_round_unique" UNIQUE("case_id","round");--> statement-breakpoint
ALTER TABLE "settlements" ADD CONSTRAINT "settlements_caseId_criterion_round_unique" UNIQUE("case_id","criterion","round");--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "case_reading" CHECK ("cases"."reading" in ('must_haves', 'whole'));