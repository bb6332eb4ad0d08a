CREATE TABLE "application_hours" (
	"submission_id" uuid PRIMARY KEY NOT NULL,
	"half_hours" smallint NOT NULL,
	"size" text NOT NULL,
	"said_at" timestamp with time zone NOT NULL,
	"said_by" uuid NOT NULL,
	CONSTRAINT "application_hours_size" CHECK ("application_hours"."size" in ('none', 'few', 'some', 'many')),
	CONSTRAINT "application_hours_some" CHECK ("application_hours"."half_hours" between 1 and 4000)
);
--> statement-breakpoint
CREATE TABLE "deadline_notices" (
	"case_id" uuid NOT NULL,
	"clock" text NOT NULL,
	"due" date NOT NULL,
	"kind" text NOT NULL,
	"person_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "deadline_notices_case_id_clock_due_kind_person_id_pk" PRIMARY KEY("case_id","clock","due","kind","person_id"),
	CONSTRAINT "deadline_notice_kind" CHECK ("deadline_notices"."kind" in ('soon', 'last', 'late'))
);
--> statement-breakpoint
CREATE TABLE "turnaround_figures" (
	"day" date PRIMARY KEY NOT NULL,
	"figures" jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "application_hours" ADD CONSTRAINT "application_hours_submission_id_submissions_id_fk" FOREIGN KEY ("submission_id") REFERENCES "public"."submissions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "application_hours" ADD CONSTRAINT "application_hours_said_by_people_id_fk" FOREIGN KEY ("said_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_notices" ADD CONSTRAINT "deadline_notices_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadline_notices" ADD CONSTRAINT "deadline_notices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "application_hours_said_at_index" ON "application_hours" USING btree ("said_at");