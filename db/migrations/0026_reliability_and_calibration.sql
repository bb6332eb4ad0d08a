CREATE TABLE "calibration_ratings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "calibration_ratings_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"calibration_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"level" smallint NOT NULL,
	"ticks" jsonb NOT NULL,
	"reason" text NOT NULL,
	"rated_by" uuid NOT NULL,
	"rated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calibration_level" CHECK ("calibration_ratings"."level" between 0 and 3)
);
--> statement-breakpoint
CREATE TABLE "calibration_readers" (
	"calibration_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"invited_at" timestamp with time zone NOT NULL,
	CONSTRAINT "calibration_readers_calibration_id_person_id_pk" PRIMARY KEY("calibration_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "calibrations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"standard_version_id" uuid NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"criteria" text[] NOT NULL,
	"state" text NOT NULL,
	"closes_on" date NOT NULL,
	"made_by" uuid NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	"revealed_at" timestamp with time zone,
	"note" text,
	"noted_by" uuid,
	"noted_at" timestamp with time zone,
	CONSTRAINT "calibration_state" CHECK ("calibrations"."state" in ('open', 'revealed', 'discussed')),
	CONSTRAINT "calibration_revealed" CHECK (("calibrations"."state" = 'open') = ("calibrations"."revealed_at" is null)),
	CONSTRAINT "calibration_discussed" CHECK (("calibrations"."state" = 'discussed') = ("calibrations"."note" is not null) and ("calibrations"."note" is null) = ("calibrations"."noted_by" is null) and ("calibrations"."note" is null) = ("calibrations"."noted_at" is null))
);
--> statement-breakpoint
CREATE TABLE "agreement_reports" (
	"quarter" text PRIMARY KEY NOT NULL,
	"figures" jsonb NOT NULL,
	"made_at" timestamp with time zone NOT NULL,
	CONSTRAINT "reported_quarter" CHECK ("agreement_reports"."quarter" ~ '^[0-9]{4}-Q[1-4]$')
);
--> statement-breakpoint
CREATE TABLE "guidance_reviews" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"standard_version_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"quarter" text NOT NULL,
	"why" text NOT NULL,
	"figures" jsonb,
	"state" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"opened_by" uuid,
	"opened_reason" text,
	"outcome" text,
	"reason" text,
	"closed_at" timestamp with time zone,
	"closed_by" uuid,
	CONSTRAINT "one_review_a_quarter" UNIQUE("standard_version_id","criterion","quarter"),
	CONSTRAINT "guidance_state" CHECK ("guidance_reviews"."state" in ('open', 'closed')),
	CONSTRAINT "guidance_why" CHECK ("guidance_reviews"."why" in ('low_agreement', 'far_apart', 'asked')),
	CONSTRAINT "guidance_outcome" CHECK ("guidance_reviews"."outcome" in ('words', 'nothing')),
	CONSTRAINT "guidance_asked" CHECK (("guidance_reviews"."opened_by" is null) = ("guidance_reviews"."opened_reason" is null)),
	CONSTRAINT "guidance_closed" CHECK (("guidance_reviews"."state" = 'closed') = ("guidance_reviews"."closed_at" is not null) and ("guidance_reviews"."closed_at" is null) = ("guidance_reviews"."closed_by" is null) and ("guidance_reviews"."closed_at" is null) = ("guidance_reviews"."outcome" is null) and ("guidance_reviews"."closed_at" is null) = ("guidance_reviews"."reason" is null))
);
--> statement-breakpoint
ALTER TABLE "calibration_ratings" ADD CONSTRAINT "calibration_ratings_calibration_id_calibrations_id_fk" FOREIGN KEY ("calibration_id") REFERENCES "public"."calibrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_ratings" ADD CONSTRAINT "calibration_ratings_rated_by_people_id_fk" FOREIGN KEY ("rated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_readers" ADD CONSTRAINT "calibration_readers_calibration_id_calibrations_id_fk" FOREIGN KEY ("calibration_id") REFERENCES "public"."calibrations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibration_readers" ADD CONSTRAINT "calibration_readers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibrations" ADD CONSTRAINT "calibrations_standard_version_id_standard_versions_id_fk" FOREIGN KEY ("standard_version_id") REFERENCES "public"."standard_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibrations" ADD CONSTRAINT "calibrations_made_by_people_id_fk" FOREIGN KEY ("made_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "calibrations" ADD CONSTRAINT "calibrations_noted_by_people_id_fk" FOREIGN KEY ("noted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance_reviews" ADD CONSTRAINT "guidance_reviews_standard_version_id_standard_versions_id_fk" FOREIGN KEY ("standard_version_id") REFERENCES "public"."standard_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance_reviews" ADD CONSTRAINT "guidance_reviews_opened_by_people_id_fk" FOREIGN KEY ("opened_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "guidance_reviews" ADD CONSTRAINT "guidance_reviews_closed_by_people_id_fk" FOREIGN KEY ("closed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "calibration_ratings_calibration_id_criterion_rated_by_seq_index" ON "calibration_ratings" USING btree ("calibration_id","criterion","rated_by","seq");--> statement-breakpoint
CREATE INDEX "calibration_readers_person_id_index" ON "calibration_readers" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "calibrations_state_closes_on_index" ON "calibrations" USING btree ("state","closes_on");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_review" ON "guidance_reviews" USING btree ("standard_version_id","criterion") WHERE state = 'open';--> statement-breakpoint
CREATE INDEX "guidance_reviews_state_opened_at_index" ON "guidance_reviews" USING btree ("state","opened_at");--> statement-breakpoint
CREATE INDEX "flagged_settlements" ON "settlements" USING btree ("settled_at") WHERE flagged;