CREATE TABLE "appeal_years" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "appeal_years_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"year" smallint NOT NULL,
	"sent" integer NOT NULL,
	"upheld" integer NOT NULL,
	"partly" integer NOT NULL,
	"not_upheld" integer NOT NULL,
	"taken_back" integer NOT NULL,
	"words" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "appeal_year_counts" CHECK ("appeal_years"."upheld" + "appeal_years"."partly" + "appeal_years"."not_upheld" + "appeal_years"."taken_back" <= "appeal_years"."sent")
);
--> statement-breakpoint
ALTER TABLE "appeal_years" ADD CONSTRAINT "appeal_years_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "appeal_years_year_seq_index" ON "appeal_years" USING btree ("year","seq");