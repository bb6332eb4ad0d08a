CREATE TABLE "organisation_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"identifier" text,
	"name_before" text NOT NULL,
	"name_after" text,
	"into_id" uuid,
	"into_identifier" text,
	"since" date NOT NULL,
	"note" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	"declined_by" uuid,
	"declined_at" timestamp with time zone,
	CONSTRAINT "kind_of_organisation_change" CHECK (("organisation_changes"."kind" = 'renamed') = ("organisation_changes"."name_after" is not null) and ("organisation_changes"."kind" = 'merged') = ("organisation_changes"."into_id" is not null)),
	CONSTRAINT "merged_by_numbers" CHECK ("organisation_changes"."kind" <> 'merged' or ("organisation_changes"."identifier" is not null and "organisation_changes"."into_identifier" is not null and "organisation_changes"."into_id" <> "organisation_changes"."organisation_id")),
	CONSTRAINT "second_person" CHECK ("organisation_changes"."confirmed_by" is null or "organisation_changes"."confirmed_by" <> "organisation_changes"."proposed_by"),
	CONSTRAINT "answered_once" CHECK ("organisation_changes"."confirmed_at" is null or "organisation_changes"."declined_at" is null)
);
--> statement-breakpoint
CREATE TABLE "check_ins" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mark_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"facts_right" boolean NOT NULL,
	"insurance_until" date NOT NULL,
	"asked" text[] NOT NULL,
	"not_true" text[] NOT NULL,
	"words" text NOT NULL,
	"plan" text NOT NULL,
	"changes" text NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"sent_by" uuid NOT NULL,
	CONSTRAINT "asked_of_what_is_not_true" CHECK ("check_ins"."not_true" <@ "check_ins"."asked"),
	CONSTRAINT "not_true_in_words" CHECK (cardinality("check_ins"."not_true") = 0 or "check_ins"."words" <> '')
);
--> statement-breakpoint
CREATE TABLE "circumstances" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"mark_id" uuid NOT NULL,
	"case_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"happened_on" date NOT NULL,
	"words" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"told_by" uuid NOT NULL,
	"looked_at" timestamp with time zone,
	"looked_by" uuid,
	"note" text,
	CONSTRAINT "kind_of_circumstance" CHECK ("circumstances"."kind" in ('safeguarding_lead', 'merger_or_closure', 'new_site_or_activity', 'home_visits', 'regulated_service', 'insurance', 'serious_incident', 'data_breach', 'funding', 'legal_action', 'check_in')),
	CONSTRAINT "looked_at_by_somebody" CHECK (("circumstances"."looked_at" is null) = ("circumstances"."looked_by" is null) and ("circumstances"."looked_at" is null) = ("circumstances"."note" is null))
);
--> statement-breakpoint
ALTER TABLE "organisation_changes" ADD CONSTRAINT "organisation_changes_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_changes" ADD CONSTRAINT "organisation_changes_into_id_organisations_id_fk" FOREIGN KEY ("into_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_changes" ADD CONSTRAINT "organisation_changes_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_changes" ADD CONSTRAINT "organisation_changes_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_changes" ADD CONSTRAINT "organisation_changes_declined_by_people_id_fk" FOREIGN KEY ("declined_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_mark_id_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circumstances" ADD CONSTRAINT "circumstances_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circumstances" ADD CONSTRAINT "circumstances_mark_id_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circumstances" ADD CONSTRAINT "circumstances_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circumstances" ADD CONSTRAINT "circumstances_told_by_people_id_fk" FOREIGN KEY ("told_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circumstances" ADD CONSTRAINT "circumstances_looked_by_people_id_fk" FOREIGN KEY ("looked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "organisation_changes_organisation_id_confirmed_at_index" ON "organisation_changes" USING btree ("organisation_id","confirmed_at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_organisation_change" ON "organisation_changes" USING btree ("organisation_id") WHERE confirmed_at is null and declined_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_check_in" ON "check_ins" USING btree ("mark_id");--> statement-breakpoint
CREATE INDEX "check_ins_case_id_index" ON "check_ins" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "circumstances_organisation_id_told_at_index" ON "circumstances" USING btree ("organisation_id","told_at");--> statement-breakpoint
CREATE INDEX "circumstances_mark_id_index" ON "circumstances" USING btree ("mark_id");--> statement-breakpoint
CREATE INDEX "circumstances_case_id_index" ON "circumstances" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "circumstances_to_look_at" ON "circumstances" USING btree ("told_at") WHERE looked_at is null;--> statement-breakpoint
CREATE INDEX "insurance_dates" ON "provider_facts" USING btree ("organisation_id") WHERE key = 'insurance_expiry';