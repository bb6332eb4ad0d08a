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
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_mark_id_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "check_ins" ADD CONSTRAINT "check_ins_sent_by_people_id_fk" FOREIGN KEY ("sent_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circumstances" ADD CONSTRAINT "circumstances_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circumstances" ADD CONSTRAINT "circumstances_mark_id_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circumstances" ADD CONSTRAINT "circumstances_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circumstances" ADD CONSTRAINT "circumstances_told_by_people_id_fk" FOREIGN KEY ("told_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "circumstances" ADD CONSTRAINT "circumstances_looked_by_people_id_fk" FOREIGN KEY ("looked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_check_in" ON "check_ins" USING btree ("mark_id");--> statement-breakpoint
CREATE INDEX "check_ins_case_id_index" ON "check_ins" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "circumstances_organisation_id_told_at_index" ON "circumstances" USING btree ("organisation_id","told_at");--> statement-breakpoint
CREATE INDEX "circumstances_mark_id_index" ON "circumstances" USING btree ("mark_id");--> statement-breakpoint
CREATE INDEX "circumstances_case_id_index" ON "circumstances" USING btree ("case_id");--> statement-breakpoint
CREATE INDEX "circumstances_to_look_at" ON "circumstances" USING btree ("told_at") WHERE looked_at is null;--> statement-breakpoint
CREATE INDEX "insurance_dates" ON "provider_facts" USING btree ("organisation_id") WHERE key = 'insurance_expiry';