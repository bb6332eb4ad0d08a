CREATE TABLE "third_ratings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"case_id" uuid NOT NULL,
	"round" smallint NOT NULL,
	"criterion" text NOT NULL,
	"level" smallint NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "third_ratings_caseId_criterion_round_unique" UNIQUE("case_id","criterion","round"),
	CONSTRAINT "third_level" CHECK ("third_ratings"."level" between 0 and 3)
);
--> statement-breakpoint
ALTER TABLE "third_ratings" ADD CONSTRAINT "third_ratings_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "third_ratings" ADD CONSTRAINT "third_ratings_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;