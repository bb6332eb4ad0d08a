CREATE TABLE "unknown_codes" (
	"who" text PRIMARY KEY NOT NULL,
	"asked" integer NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE INDEX "unknown_codes_since_index" ON "unknown_codes" USING btree ("since");