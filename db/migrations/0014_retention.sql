CREATE TABLE "capacity_months" (
	"organisation_id" uuid NOT NULL,
	"month" text NOT NULL,
	"accepting" text NOT NULL,
	"statements" integer NOT NULL,
	CONSTRAINT "capacity_months_organisation_id_month_accepting_pk" PRIMARY KEY("organisation_id","month","accepting"),
	CONSTRAINT "month_name" CHECK ("capacity_months"."month" ~ '^[0-9]{4}-[0-9]{2}$')
);
--> statement-breakpoint
CREATE TABLE "retention_holds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"organisation_id" uuid,
	"case_id" uuid,
	"reason" text NOT NULL,
	"held_by" uuid NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	"released_by" uuid,
	"released_at" timestamp with time zone,
	CONSTRAINT "one_thing_held" CHECK (("retention_holds"."organisation_id" is null) <> ("retention_holds"."case_id" is null)),
	CONSTRAINT "hold_released" CHECK (("retention_holds"."released_at" is null) = ("retention_holds"."released_by" is null))
);
--> statement-breakpoint
CREATE TABLE "retention_items" (
	"plan_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	CONSTRAINT "retention_items_plan_id_item_id_pk" PRIMARY KEY("plan_id","item_id")
);
--> statement-breakpoint
CREATE TABLE "retention_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"ending" text NOT NULL,
	"planned_at" timestamp with time zone NOT NULL,
	"from_day" date NOT NULL,
	"count" integer NOT NULL,
	"oldest" date NOT NULL,
	"removed" integer DEFAULT 0 NOT NULL,
	"spared" integer DEFAULT 0 NOT NULL,
	"carried_out_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "marks" ALTER COLUMN "decision_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "evidence_files" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "link_captures" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "capacity_months" ADD CONSTRAINT "capacity_months_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_holds" ADD CONSTRAINT "retention_holds_organisation_id_organisations_id_fk" FOREIGN KEY ("organisation_id") REFERENCES "public"."organisations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_holds" ADD CONSTRAINT "retention_holds_case_id_cases_id_fk" FOREIGN KEY ("case_id") REFERENCES "public"."cases"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_holds" ADD CONSTRAINT "retention_holds_held_by_people_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_holds" ADD CONSTRAINT "retention_holds_released_by_people_id_fk" FOREIGN KEY ("released_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "retention_items" ADD CONSTRAINT "retention_items_plan_id_retention_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."retention_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "retention_holds_organisation_id_index" ON "retention_holds" USING btree ("organisation_id") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "retention_holds_case_id_index" ON "retention_holds" USING btree ("case_id") WHERE released_at is null;--> statement-breakpoint
CREATE INDEX "retention_items_item_id_index" ON "retention_items" USING btree ("item_id");--> statement-breakpoint
CREATE INDEX "retention_plans_planned_at_index" ON "retention_plans" USING btree ("planned_at" DESC NULLS LAST);--> statement-breakpoint
CREATE INDEX "retention_plans_open" ON "retention_plans" USING btree ("from_day") WHERE carried_out_at is null;