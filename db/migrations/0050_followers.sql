CREATE TABLE "deliveries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"endpoint_id" uuid NOT NULL,
	"change_id" uuid,
	"made_at" timestamp with time zone NOT NULL,
	"tries" smallint NOT NULL,
	"last_tried_at" timestamp with time zone,
	"outcome" text,
	"http_status" smallint,
	"next_try_at" timestamp with time zone,
	"ended_at" timestamp with time zone,
	CONSTRAINT "delivered_once" UNIQUE("endpoint_id","change_id"),
	CONSTRAINT "tried_again_or_ended" CHECK (("deliveries"."next_try_at" is null) = ("deliveries"."ended_at" is not null)),
	CONSTRAINT "outcome_of_delivery" CHECK ("deliveries"."outcome" in ('taken', 'gone', 'refused', 'redirected', 'no_answer', 'too_slow', 'not_allowed', 'switched_off'))
);
--> statement-breakpoint
CREATE TABLE "endpoints" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"number" smallint NOT NULL,
	"url" text NOT NULL,
	"secret" text NOT NULL,
	"old_secret" text,
	"old_until" timestamp with time zone,
	"state" text NOT NULL,
	"state_since" timestamp with time zone NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "numbered_once" UNIQUE("person_id","number"),
	CONSTRAINT "endpoint_once" UNIQUE("person_id","url"),
	CONSTRAINT "state_of_endpoint" CHECK ("endpoints"."state" in ('on', 'failing', 'off', 'gone')),
	CONSTRAINT "https_only" CHECK ("endpoints"."url" like 'https://%'),
	CONSTRAINT "old_secret_with_its_end" CHECK (("endpoints"."old_secret" is null) = ("endpoints"."old_until" is null))
);
--> statement-breakpoint
CREATE TABLE "followings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"organisation_id" uuid NOT NULL,
	"standard_key" text,
	"since" timestamp with time zone NOT NULL,
	CONSTRAINT "followed_once" UNIQUE NULLS NOT DISTINCT("person_id","organisation_id","standard_key")
);
--> statement-breakpoint
CREATE TABLE "status_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "status_changes_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"mark_id" uuid NOT NULL,
	"previous" text,
	"status" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"noticed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "status_changes_seq_unique" UNIQUE("seq"),
	CONSTRAINT "noticed_once" UNIQUE("mark_id","at")
);
--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_endpoint_id_endpoints_id_fk" FOREIGN KEY ("endpoint_id") REFERENCES "public"."endpoints"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deliveries" ADD CONSTRAINT "deliveries_change_id_status_changes_id_fk" FOREIGN KEY ("change_id") REFERENCES "public"."status_changes"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "endpoints" ADD CONSTRAINT "endpoints_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followings" ADD CONSTRAINT "followings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "followings" ADD CONSTRAINT "followings_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "status_changes" ADD CONSTRAINT "status_changes_mark_id_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "deliveries_of_endpoint" ON "deliveries" USING btree ("endpoint_id","made_at");--> statement-breakpoint
CREATE INDEX "deliveries_due" ON "deliveries" USING btree ("next_try_at") WHERE next_try_at is not null;--> statement-breakpoint
CREATE INDEX "deliveries_ended" ON "deliveries" USING btree ("ended_at");--> statement-breakpoint
CREATE INDEX "followings_organisation_id_index" ON "followings" USING btree ("organisation_id");