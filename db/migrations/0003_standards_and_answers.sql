CREATE TABLE "invitations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"email" text NOT NULL,
	"role" text NOT NULL,
	"title" text NOT NULL,
	"token_hash" text NOT NULL,
	"invited_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"accepted_at" timestamp with time zone,
	"accepted_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "invitations_tokenHash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "answer_comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"assessment_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"words" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "answer_presence" (
	"assessment_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"person_id" uuid NOT NULL,
	"seen_at" timestamp with time zone NOT NULL,
	CONSTRAINT "answer_presence_assessment_id_criterion_person_id_pk" PRIMARY KEY("assessment_id","criterion","person_id")
);
--> statement-breakpoint
CREATE TABLE "draft_migrations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"from_id" uuid NOT NULL,
	"to_id" uuid NOT NULL,
	"agreed_by" uuid NOT NULL,
	"agreed_at" timestamp with time zone NOT NULL,
	"undone_by" uuid,
	"undone_at" timestamp with time zone,
	CONSTRAINT "draft_migrations_toId_unique" UNIQUE("to_id")
);
--> statement-breakpoint
CREATE TABLE "plausibility_replies" (
	"assessment_id" uuid NOT NULL,
	"check" text NOT NULL,
	"words" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "plausibility_replies_assessment_id_check_pk" PRIMARY KEY("assessment_id","check")
);
--> statement-breakpoint
CREATE TABLE "section_work" (
	"assessment_id" uuid NOT NULL,
	"section" text NOT NULL,
	"given_to" uuid,
	"given_by" uuid,
	"given_at" timestamp with time zone,
	"done_by" uuid,
	"done_at" timestamp with time zone,
	CONSTRAINT "section_work_assessment_id_section_pk" PRIMARY KEY("assessment_id","section")
);
--> statement-breakpoint
CREATE TABLE "link_captures" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"url" text NOT NULL,
	"captured_at" timestamp with time zone NOT NULL,
	"captured_by" uuid,
	"outcome" text NOT NULL,
	"http_status" integer,
	"media_type" text,
	"bytes" integer,
	"sha256" text,
	"storage_key" text,
	CONSTRAINT "link_captures_storageKey_unique" UNIQUE("storage_key")
);
--> statement-breakpoint
CREATE TABLE "other_awards" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"award" text NOT NULL,
	"number" text NOT NULL,
	"expires_on" date NOT NULL,
	"stated_by" uuid NOT NULL,
	"stated_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "award_acceptances" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "award_acceptances_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"case_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"award_id" uuid NOT NULL,
	"accepted" boolean NOT NULL,
	"reason" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standard_comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"draft_id" uuid NOT NULL,
	"criterion" text,
	"words" text NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standard_draft_edits" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "standard_draft_edits_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"draft_id" uuid NOT NULL,
	"name" text NOT NULL,
	"path" text,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "standard_drafts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"key" text NOT NULL,
	"version" text NOT NULL,
	"base_version_id" uuid NOT NULL,
	"files" jsonb NOT NULL,
	"state" text NOT NULL,
	"revision" integer NOT NULL,
	"consultation_ends_on" date,
	"created_at" timestamp with time zone NOT NULL,
	"created_by" uuid NOT NULL,
	CONSTRAINT "state_of_draft" CHECK ("standard_drafts"."state" in ('draft', 'consultation', 'published', 'discarded'))
);
--> statement-breakpoint
CREATE TABLE "standard_translations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "standard_translations_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"version_id" uuid NOT NULL,
	"language" text NOT NULL,
	"content" text NOT NULL,
	"sha256" text NOT NULL,
	"published_at" timestamp with time zone NOT NULL,
	CONSTRAINT "standard_translations_versionId_language_sha256_unique" UNIQUE("version_id","language","sha256")
);
--> statement-breakpoint
CREATE TABLE "standard_withdrawals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"version_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"proposed_by" uuid NOT NULL,
	"proposed_at" timestamp with time zone NOT NULL,
	"confirmed_by" uuid,
	"confirmed_at" timestamp with time zone,
	CONSTRAINT "standard_withdrawals_versionId_unique" UNIQUE("version_id"),
	CONSTRAINT "two_editors" CHECK ("standard_withdrawals"."confirmed_by" is null or "standard_withdrawals"."confirmed_by" <> "standard_withdrawals"."proposed_by")
);
--> statement-breakpoint
ALTER TABLE "assessments" DROP CONSTRAINT "assessment_state";--> statement-breakpoint
ALTER TABLE "organisations" ADD COLUMN "link_worker_term" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "answers" ADD COLUMN "carried" jsonb;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD COLUMN "scan" text DEFAULT 'unscanned' NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD COLUMN "findings" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD COLUMN "findings_confirmed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD COLUMN "expires_on" date;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD COLUMN "locked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD COLUMN "locked_by" uuid;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_invited_by_people_id_fk" FOREIGN KEY ("invited_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_accepted_by_people_id_fk" FOREIGN KEY ("accepted_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_comments" ADD CONSTRAINT "answer_comments_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_comments" ADD CONSTRAINT "answer_comments_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_presence" ADD CONSTRAINT "answer_presence_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "answer_presence" ADD CONSTRAINT "answer_presence_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_migrations" ADD CONSTRAINT "draft_migrations_from_id_assessments_id_fk" FOREIGN KEY ("from_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_migrations" ADD CONSTRAINT "draft_migrations_to_id_assessments_id_fk" FOREIGN KEY ("to_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_migrations" ADD CONSTRAINT "draft_migrations_agreed_by_people_id_fk" FOREIGN KEY ("agreed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "draft_migrations" ADD CONSTRAINT "draft_migrations_undone_by_people_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plausibility_replies" ADD CONSTRAINT "plausibility_replies_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plausibility_replies" ADD CONSTRAINT "plausibility_replies_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_work" ADD CONSTRAINT "section_work_assessment_id_assessments_id_fk" FOREIGN KEY ("assessment_id") REFERENCES "public"."assessments"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_work" ADD CONSTRAINT "section_work_given_to_people_id_fk" FOREIGN KEY ("given_to") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_work" ADD CONSTRAINT "section_work_given_by_people_id_fk" FOREIGN KEY ("given_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "section_work" ADD CONSTRAINT "section_work_done_by_people_id_fk" FOREIGN KEY ("done_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_captures" ADD CONSTRAINT "link_captures_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "link_captures" ADD CONSTRAINT "link_captures_captured_by_people_id_fk" FOREIGN KEY ("captured_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "other_awards" ADD CONSTRAINT "other_awards_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "other_awards" ADD CONSTRAINT "other_awards_stated_by_people_id_fk" FOREIGN KEY ("stated_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_acceptances" ADD CONSTRAINT "award_acceptances_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_acceptances" ADD CONSTRAINT "award_acceptances_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_comments" ADD CONSTRAINT "standard_comments_draft_id_standard_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."standard_drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_comments" ADD CONSTRAINT "standard_comments_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_draft_edits" ADD CONSTRAINT "standard_draft_edits_draft_id_standard_drafts_id_fk" FOREIGN KEY ("draft_id") REFERENCES "public"."standard_drafts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_draft_edits" ADD CONSTRAINT "standard_draft_edits_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_drafts" ADD CONSTRAINT "standard_drafts_base_version_id_standard_versions_id_fk" FOREIGN KEY ("base_version_id") REFERENCES "public"."standard_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_drafts" ADD CONSTRAINT "standard_drafts_created_by_people_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_translations" ADD CONSTRAINT "standard_translations_version_id_standard_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."standard_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_withdrawals" ADD CONSTRAINT "standard_withdrawals_version_id_standard_versions_id_fk" FOREIGN KEY ("version_id") REFERENCES "public"."standard_versions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_withdrawals" ADD CONSTRAINT "standard_withdrawals_proposed_by_people_id_fk" FOREIGN KEY ("proposed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "standard_withdrawals" ADD CONSTRAINT "standard_withdrawals_confirmed_by_people_id_fk" FOREIGN KEY ("confirmed_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "invitations_organisation_id_created_at_index" ON "invitations" USING btree ("organisation_id","created_at");--> statement-breakpoint
CREATE INDEX "answer_comments_assessment_id_criterion_at_index" ON "answer_comments" USING btree ("assessment_id","criterion","at");--> statement-breakpoint
CREATE UNIQUE INDEX "one_migration_at_a_time" ON "draft_migrations" USING btree ("from_id") WHERE undone_at is null;--> statement-breakpoint
CREATE INDEX "section_work_given_to_index" ON "section_work" USING btree ("given_to");--> statement-breakpoint
CREATE INDEX "link_captures_organisation_id_url_captured_at_index" ON "link_captures" USING btree ("organisation_id","url","captured_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "other_awards_organisation_id_index" ON "other_awards" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "award_acceptances_case_id_criterion_seq_index" ON "award_acceptances" USING btree ("case_id","criterion","seq");--> statement-breakpoint
CREATE INDEX "standard_comments_draft_id_at_index" ON "standard_comments" USING btree ("draft_id","at");--> statement-breakpoint
CREATE INDEX "standard_draft_edits_draft_id_seq_index" ON "standard_draft_edits" USING btree ("draft_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_draft_per_version" ON "standard_drafts" USING btree ("key","version") WHERE state in ('draft', 'consultation');--> statement-breakpoint
ALTER TABLE "evidence_files" ADD CONSTRAINT "evidence_files_locked_by_people_id_fk" FOREIGN KEY ("locked_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "assessments" ADD CONSTRAINT "assessment_state" CHECK ("assessments"."state" in ('draft', 'submitted', 'withdrawn', 'migrated'));