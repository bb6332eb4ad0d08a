CREATE TABLE "case_visits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "case_visits_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"day" date NOT NULL,
	"criteria" text[] NOT NULL,
	"words" text NOT NULL,
	"willing" boolean NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "kind_of_visit" CHECK ("case_visits"."kind" in ('conversation_worker', 'conversation_attendee', 'visit', 'video_visit')),
	CONSTRAINT "willing_where_asked" CHECK ("case_visits"."willing" or "case_visits"."kind" = 'conversation_attendee')
);
--> statement-breakpoint
ALTER TABLE "draws" ADD COLUMN "visit_number" smallint;--> statement-breakpoint
ALTER TABLE "case_visits" ADD CONSTRAINT "case_visits_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_visits" ADD CONSTRAINT "case_visits_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "case_visits_case_id_seq_index" ON "case_visits" USING btree ("case_id","seq");--> statement-breakpoint
ALTER TABLE "draws" ADD CONSTRAINT "visit_number" CHECK ("draws"."visit_number" is null or ("draws"."visit_number" between 0 and 9 and "draws"."quarter" is not null));