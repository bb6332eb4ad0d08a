CREATE TABLE "concern_steps" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seq" bigint GENERATED ALWAYS AS IDENTITY (sequence name "concern_steps_seq_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"concern_id" uuid NOT NULL,
	"step" text NOT NULL,
	"from_state" text NOT NULL,
	"to_state" text NOT NULL,
	"words" text NOT NULL,
	"whom" text,
	"named" boolean NOT NULL,
	"by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "concerns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"reference" text NOT NULL,
	"organisation_id" uuid,
	"code" text,
	"group_typed" text NOT NULL,
	"seen_at" text NOT NULL,
	"words" text NOT NULL,
	"name" text NOT NULL,
	"contact" text NOT NULL,
	"may_name" boolean NOT NULL,
	"language" text NOT NULL,
	"found" text[] NOT NULL,
	"sent_at" timestamp with time zone NOT NULL,
	"sha256" text NOT NULL,
	"state" text NOT NULL,
	"read_at" timestamp with time zone,
	"agency_told_at" timestamp with time zone,
	"heard_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	CONSTRAINT "concerns_reference_unique" UNIQUE("reference"),
	CONSTRAINT "concerns_sha256_unique" UNIQUE("sha256"),
	CONSTRAINT "state_of_concern" CHECK ("concerns"."state" in ('received', 'unsafe', 'agency_told', 'looking', 'with_group', 'upheld', 'not_upheld')),
	CONSTRAINT "language_of_concern" CHECK ("concerns"."language" in ('en', 'cy')),
	CONSTRAINT "concern_read" CHECK (("concerns"."state" = 'received') = ("concerns"."read_at" is null)),
	CONSTRAINT "concern_closed" CHECK (("concerns"."state" in ('upheld', 'not_upheld')) = ("concerns"."closed_at" is not null)),
	CONSTRAINT "concern_agency_told" CHECK ("concerns"."state" <> 'agency_told' or "concerns"."agency_told_at" is not null),
	CONSTRAINT "concern_named" CHECK (not "concerns"."may_name" or "concerns"."name" <> '')
);
--> statement-breakpoint
CREATE TABLE "concerns_sent" (
	"who" text PRIMARY KEY NOT NULL,
	"asked" integer NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "concern_steps" ADD CONSTRAINT "concern_steps_concern_id_concerns_id_fk" FOREIGN KEY ("concern_id") REFERENCES "public"."concerns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concern_steps" ADD CONSTRAINT "concern_steps_by_people_id_fk" FOREIGN KEY ("by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "concerns" ADD CONSTRAINT "concerns_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "concern_steps_concern_id_seq_index" ON "concern_steps" USING btree ("concern_id","seq");--> statement-breakpoint
CREATE INDEX "concerns_organisation_id_index" ON "concerns" USING btree ("organisation_id");--> statement-breakpoint
CREATE INDEX "concerns_open" ON "concerns" USING btree ("sent_at") WHERE closed_at is null;--> statement-breakpoint
CREATE INDEX "concerns_closed_at_index" ON "concerns" USING btree ("closed_at");--> statement-breakpoint
CREATE INDEX "concerns_sent_since_index" ON "concerns_sent" USING btree ("since");