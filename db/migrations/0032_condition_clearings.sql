CREATE TABLE "condition_clearings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"mark_id" uuid NOT NULL,
	"criterion" text NOT NULL,
	"cleared_at" timestamp with time zone NOT NULL,
	"cleared_by" uuid NOT NULL,
	"note" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "condition_clearings" ADD CONSTRAINT "condition_clearings_mark_id_marks_id_fk" FOREIGN KEY ("mark_id") REFERENCES "public"."marks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "condition_clearings" ADD CONSTRAINT "condition_clearings_cleared_by_people_id_fk" FOREIGN KEY ("cleared_by") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "cleared_once" ON "condition_clearings" USING btree ("mark_id","criterion");