CREATE TABLE "appeal_answers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "appeal_answers_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" uuid NOT NULL,
	"appeal_id" uuid NOT NULL,
	"stage" smallint NOT NULL,
	"outcome" text NOT NULL,
	"content" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "appeal_stage" CHECK ("appeal_answers"."stage" in (1, 2)),
	CONSTRAINT "appeal_outcome" CHECK ("appeal_answers"."outcome" in ('upheld', 'partly', 'not_upheld'))
);
--> statement-breakpoint
CREATE TABLE "appeal_seats" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"appeal_id" uuid NOT NULL,
	"seat" text NOT NULL,
	"person_id" uuid NOT NULL,
	"seated_by" uuid NOT NULL,
	"seated_at" timestamp with time zone NOT NULL,
	"declared_at" timestamp with time zone,
	"declaration" text,
	"ended_at" timestamp with time zone,
	CONSTRAINT "panel_seat" CHECK ("appeal_seats"."seat" in ('voluntary_sector', 'gp_or_link_worker', 'lay'))
);
--> statement-breakpoint
CREATE TABLE "appeal_voices" (
	"answer_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"agrees" boolean NOT NULL,
	"words" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "appeal_voices_answer_id_person_id_pk" PRIMARY KEY("answer_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "appeals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"decision_id" uuid NOT NULL,
	"state" text NOT NULL,
	"content" text NOT NULL,
	"sha256" text,
	"saved_at" timestamp with time zone NOT NULL,
	"saved_by" uuid NOT NULL,
	"sent_at" timestamp with time zone,
	"sent_by" uuid,
	"due_on" date,
	"judge_id" uuid,
	"taken_at" timestamp with time zone,
	"gone_on_at" timestamp with time zone,
	"gone_on_why" text,
	"panel_due_on" date,
	"ended_at" timestamp with time zone,
	CONSTRAINT "appeals_decisionId_unique" UNIQUE("decision_id"),
	CONSTRAINT "appeal_state" CHECK ("appeals"."state" in ('drafting', 'sent', 'taken', 'answered', 'with_panel', 'deliberating', 'closed', 'withdrawn')),
	CONSTRAINT "appeal_sent" CHECK (("appeals"."state" = 'drafting') = ("appeals"."sent_at" is null) and ("appeals"."sent_at" is null) = ("appeals"."sha256" is null) and ("appeals"."sent_at" is null) = ("appeals"."due_on" is null)),
	CONSTRAINT "appeal_taken" CHECK (("appeals"."judge_id" is null) = ("appeals"."taken_at" is null) and ("appeals"."state" <> 'taken' or "appeals"."judge_id" is not null)),
	CONSTRAINT "appeal_gone_on" CHECK (("appeals"."gone_on_at" is null) = ("appeals"."panel_due_on" is null)),
	CONSTRAINT "appeal_ended" CHECK (("appeals"."state" in ('closed', 'withdrawn')) = ("appeals"."ended_at" is not null))
);
--> statement-breakpoint
ALTER TABLE "appeal_answers" ADD CONSTRAINT "appeal_answers_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_answers" ADD CONSTRAINT "appeal_answers_appeal_id_appeals_id_fk" FOREIGN KEY ("appeal_id") REFERENCES "public"."appeals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_answers" ADD CONSTRAINT "appeal_answers_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_seats" ADD CONSTRAINT "appeal_seats_appeal_id_appeals_id_fk" FOREIGN KEY ("appeal_id") REFERENCES "public"."appeals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_seats" ADD CONSTRAINT "appeal_seats_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_seats" ADD CONSTRAINT "appeal_seats_seated_by_people_id_fk" FOREIGN KEY ("seated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_voices" ADD CONSTRAINT "appeal_voices_answer_id_appeal_answers_id_fk" FOREIGN KEY ("answer_id") REFERENCES "public"."appeal_answers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeal_voices" ADD CONSTRAINT "appeal_voices_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_decision_id_decisions_id_fk" FOREIGN KEY ("decision_id") REFERENCES "public"."decisions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_saved_by_people_id_fk" FOREIGN KEY ("saved_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "appeals" ADD CONSTRAINT "appeals_judge_id_people_id_fk" FOREIGN KEY ("judge_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_first_answer" ON "appeal_answers" USING btree ("appeal_id") WHERE stage = 1;--> statement-breakpoint
CREATE INDEX "appeal_answers_appeal_id_seq_index" ON "appeal_answers" USING btree ("appeal_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "one_person_a_seat" ON "appeal_seats" USING btree ("appeal_id","seat") WHERE ended_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_seat_a_person" ON "appeal_seats" USING btree ("appeal_id","person_id") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "appeal_seats_person_id_index" ON "appeal_seats" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "appeals_case_id_index" ON "appeals" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "appeals_state_index" ON "appeals" USING btree ("state");