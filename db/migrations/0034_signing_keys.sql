CREATE TABLE "signing_keys" (
	"kid" text PRIMARY KEY NOT NULL,
	"purpose" text NOT NULL,
	"year" integer NOT NULL,
	"jwk" jsonb NOT NULL,
	"certificate" text NOT NULL,
	"root_kid" text,
	"service_name" text,
	"made_at" timestamp with time zone NOT NULL,
	"compromised_after" timestamp with time zone,
	"compromised_said_at" timestamp with time zone,
	CONSTRAINT "purpose_of_key" CHECK ("signing_keys"."purpose" in ('root', 'certificate', 'credential', 'status_list', 'log', 'register')),
	CONSTRAINT "said_with_its_moment" CHECK (("signing_keys"."compromised_after" is null) = ("signing_keys"."compromised_said_at" is null))
);
--> statement-breakpoint
CREATE INDEX "signing_keys_purpose_made_at_index" ON "signing_keys" USING btree ("purpose","made_at");