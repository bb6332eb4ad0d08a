ALTER TABLE "cases" DROP CONSTRAINT "case_state";--> statement-breakpoint
ALTER TABLE "case_rounds" ADD COLUMN "assessor_id" uuid;--> statement-breakpoint
ALTER TABLE "case_rounds" ADD COLUMN "second_reader_id" uuid;--> statement-breakpoint
ALTER TABLE "case_rounds" ADD CONSTRAINT "case_rounds_assessor_id_people_id_fk" FOREIGN KEY ("assessor_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "case_rounds" ADD CONSTRAINT "case_rounds_second_reader_id_people_id_fk" FOREIGN KEY ("second_reader_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "cases" ADD CONSTRAINT "case_state" CHECK ("cases"."state" in ('waiting', 'declaring', 'assessing', 'moderating', 'deciding', 'deferred', 'decided', 'withdrawn'));