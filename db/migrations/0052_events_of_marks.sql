CREATE TABLE "new_activities" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mark_id" uuid NOT NULL,
	"name" text NOT NULL,
	"told_at" timestamp with time zone NOT NULL,
	"covered_at" timestamp with time zone,
	"left_at" timestamp with time zone,
	CONSTRAINT "covered_or_left" CHECK ("new_activities"."covered_at" is null or "new_activities"."left_at" is null)
);
--> statement-breakpoint
CREATE TABLE "holder_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mark_id" uuid NOT NULL,
	"change_id" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "register_losses" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid NOT NULL,
	"entry" text NOT NULL,
	"lost_on" date NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"recorded_by" uuid NOT NULL,
	"new_entry" text,
	"restored_at" timestamp with time zone,
	"restored_by" uuid,
	CONSTRAINT "restored_by_somebody" CHECK (("register_losses"."restored_at" is null) = ("register_losses"."restored_by" is null) and ("register_losses"."restored_at" is null) = ("register_losses"."new_entry" is null))
);
--> statement-breakpoint
ALTER TABLE "log_leaves" DROP CONSTRAINT "kind_of_leaf";--> statement-breakpoint
ALTER TABLE "organisation_changes" DROP CONSTRAINT "merged_by_numbers";--> statement-breakpoint
ALTER TABLE "organisation_changes" DROP CONSTRAINT "kind_of_organisation_change";--> statement-breakpoint
DROP INDEX "one_open_top_up";--> statement-breakpoint
ALTER TABLE "top_ups" ADD COLUMN "activity_id" uuid;--> statement-breakpoint
ALTER TABLE "organisation_changes" ADD COLUMN "mark_id" uuid;--> statement-breakpoint
ALTER TABLE "new_activities" ADD CONSTRAINT "new_activities_mark_id_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holder_changes" ADD CONSTRAINT "holder_changes_mark_id_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "holder_changes" ADD CONSTRAINT "holder_changes_change_id_organisation_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."organisation_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_losses" ADD CONSTRAINT "register_losses_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_losses" ADD CONSTRAINT "register_losses_recorded_by_people_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "register_losses" ADD CONSTRAINT "register_losses_restored_by_people_id_fk" FOREIGN KEY ("restored_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_activity_of_a_name" ON "new_activities" USING btree ("mark_id",lower("name")) WHERE left_at is null;--> statement-breakpoint
CREATE UNIQUE INDEX "one_holder_change" ON "holder_changes" USING btree ("mark_id","change_id");--> statement-breakpoint
CREATE INDEX "holder_changes_change_id_index" ON "holder_changes" USING btree ("change_id");--> statement-breakpoint
CREATE INDEX "holder_changes_at_index" ON "holder_changes" USING btree ("at");--> statement-breakpoint
CREATE INDEX "register_losses_organisation_id_index" ON "register_losses" USING btree ("organisation_id");--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_loss" ON "register_losses" USING btree ("organisation_id",lower("entry")) WHERE restored_at is null;--> statement-breakpoint
ALTER TABLE "top_ups" ADD CONSTRAINT "top_ups_activity_id_new_activities_id_fk" FOREIGN KEY ("activity_id") REFERENCES "public"."new_activities"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "organisation_changes" ADD CONSTRAINT "organisation_changes_mark_id_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "one_open_top_up" ON "top_ups" USING btree ("mark_id","criterion",coalesce(activity_id, mark_id)) WHERE state in ('due', 'overdue');--> statement-breakpoint
ALTER TABLE "log_leaves" ADD CONSTRAINT "kind_of_leaf" CHECK ("log_leaves"."kind" in ('awarded', 'changed', 'condition_cleared', 'certificate_issued', 'holder_changed', 'activity_covered', 'audit_head'));--> statement-breakpoint
ALTER TABLE "top_ups" ADD CONSTRAINT "top_up_of_activity" CHECK (("top_ups"."why" = 'new_activity') = ("top_ups"."activity_id" is not null));--> statement-breakpoint
ALTER TABLE "organisation_changes" ADD CONSTRAINT "to_another_by_number" CHECK ("organisation_changes"."kind" = 'renamed' or (("organisation_changes"."identifier" is not null or "organisation_changes"."kind" = 'transferred') and "organisation_changes"."into_identifier" is not null and "organisation_changes"."into_id" <> "organisation_changes"."organisation_id"));--> statement-breakpoint
ALTER TABLE "organisation_changes" ADD CONSTRAINT "kind_of_organisation_change" CHECK ("organisation_changes"."kind" in ('renamed', 'merged', 'transferred') and ("organisation_changes"."kind" = 'renamed') = ("organisation_changes"."name_after" is not null) and ("organisation_changes"."kind" <> 'renamed') = ("organisation_changes"."into_id" is not null) and ("organisation_changes"."kind" = 'transferred') = ("organisation_changes"."mark_id" is not null));