CREATE TABLE "question_rounds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"state" text NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_by" uuid,
	"due_on" date,
	"ended_at" timestamp with time zone,
	"answered_by" uuid,
	CONSTRAINT "question_rounds_caseId_unique" UNIQUE("case_id"),
	CONSTRAINT "question_round_state" CHECK ("question_rounds"."state" in ('drafting', 'sent', 'answered', 'closed')),
	CONSTRAINT "question_round_sent" CHECK (("question_rounds"."state" = 'drafting') = ("question_rounds"."sent_at" is null) and ("question_rounds"."sent_at" is null) = ("question_rounds"."sent_by" is null)),
	CONSTRAINT "question_round_due" CHECK (("question_rounds"."sent_at" is null) = ("question_rounds"."due_on" is null)),
	CONSTRAINT "question_round_ended" CHECK (("question_rounds"."state" in ('answered', 'closed')) = ("question_rounds"."ended_at" is not null) and ("question_rounds"."state" = 'answered') = ("question_rounds"."answered_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "questions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"round_id" uuid NOT NULL,
	"place" smallint NOT NULL,
	"criterion" text NOT NULL,
	"template" text,
	"words" text NOT NULL,
	CONSTRAINT "one_question_a_place" UNIQUE("round_id","place"),
	CONSTRAINT "ten_questions" CHECK ("questions"."place" between 1 and 10)
);
--> statement-breakpoint
ALTER TABLE "question_rounds" ADD CONSTRAINT "question_rounds_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_rounds" ADD CONSTRAINT "question_rounds_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "question_rounds" ADD CONSTRAINT "question_rounds_answered_by_people_id_fk" FOREIGN KEY ("answered_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "questions" ADD CONSTRAINT "questions_round_id_question_rounds_id_fk" FOREIGN KEY ("round_id") REFERENCES "public"."question_rounds"("id") ON DELETE no action ON UPDATE no action;