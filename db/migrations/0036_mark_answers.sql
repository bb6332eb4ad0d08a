CREATE TABLE "mark_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mark_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"top_up_id" uuid,
	"state" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_by" uuid,
	"replied_at" timestamp with time zone,
	"replied_by" uuid,
	"reply" text,
	CONSTRAINT "state_of_mark_answer" CHECK ("mark_answers"."state" in ('drafting', 'sent', 'returned', 'accepted')),
	CONSTRAINT "mark_answer_sent" CHECK (("mark_answers"."state" = 'drafting') = ("mark_answers"."sent_at" is null) and ("mark_answers"."sent_at" is null) = ("mark_answers"."sent_by" is null)),
	CONSTRAINT "mark_answer_replied" CHECK (("mark_answers"."state" in ('returned', 'accepted')) = ("mark_answers"."replied_at" is not null) and ("mark_answers"."replied_at" is null) = ("mark_answers"."replied_by" is null)),
	CONSTRAINT "returned_with_words" CHECK (("mark_answers"."state" = 'returned') = ("mark_answers"."reply" is not null))
);
--> statement-breakpoint
ALTER TABLE "mark_answers" ADD CONSTRAINT "mark_answers_mark_id_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark_answers" ADD CONSTRAINT "mark_answers_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark_answers" ADD CONSTRAINT "mark_answers_top_up_id_top_ups_id_fk" FOREIGN KEY ("top_up_id") REFERENCES "public"."top_ups"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark_answers" ADD CONSTRAINT "mark_answers_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mark_answers" ADD CONSTRAINT "mark_answers_replied_by_people_id_fk" FOREIGN KEY ("replied_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "mark_answers_mark_id_index" ON "mark_answers" USING btree ("mark_id");--> statement-breakpoint
CREATE INDEX "mark_answers_case_id_index" ON "mark_answers" USING btree ("case_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_answer" ON "mark_answers" USING btree ("mark_id","criterion",coalesce(top_up_id, mark_id)) WHERE state in ('drafting', 'sent');