CREATE TABLE "claim_rulings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "claim_rulings_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"criteria" text[] NOT NULL,
	"confirmed" boolean NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "fact_checks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"due_on" date NOT NULL,
	"ended_at" timestamp with time zone,
	"how" text,
	"ended_by" uuid,
	CONSTRAINT "one_fact_check" UNIQUE("case_id","round"),
	CONSTRAINT "fact_check_how" CHECK ("fact_checks"."how" in ('confirmed', 'remarked', 'unanswered')),
	CONSTRAINT "fact_check_ended" CHECK (("fact_checks"."ended_at" is null) = ("fact_checks"."how" is null) and ("fact_checks"."how" in ('confirmed', 'remarked')) = ("fact_checks"."ended_by" is not null))
);
--> statement-breakpoint
CREATE TABLE "recommendations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "recommendations_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"part" text NOT NULL,
	"covers" smallint NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "case_rounds" DROP CONSTRAINT "round_kind";--> statement-breakpoint
ALTER TABLE "cases" DROP CONSTRAINT "case_state";--> statement-breakpoint
ALTER TABLE "claim_rulings" ADD CONSTRAINT "claim_rulings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "claim_rulings" ADD CONSTRAINT "claim_rulings_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_checks" ADD CONSTRAINT "fact_checks_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "fact_checks" ADD CONSTRAINT "fact_checks_ended_by_people_id_fk" FOREIGN KEY ("ended_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recommendations" ADD CONSTRAINT "recommendations_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "claim_rulings_case_id_seq_index" ON "claim_rulings" USING btree ("case_id","seq");--> statement-breakpoint
CREATE INDEX "fact_checks_due_on_index" ON "fact_checks" USING btree ("due_on") WHERE ended_at is null;--> statement-breakpoint
CREATE INDEX "recommendations_case_id_seq_index" ON "recommendations" USING btree ("case_id","seq");--> statement-breakpoint
ALTER TABLE "case_rounds" ADD CONSTRAINT "round_kind" CHECK ("case_rounds"."kind" in ('facts', 'sent_back', 'claims', 'deferral', 'condition', 'appeal'));--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "case_state" CHECK ("cases"."state" in ('waiting', 'declaring', 'assessing', 'moderating', 'checking', 'deciding', 'deferred', 'decided', 'withdrawn'));