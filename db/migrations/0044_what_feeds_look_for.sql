CREATE INDEX "organisations_number" ON "organisations" USING gin ("identifiers");--> statement-breakpoint
CREATE INDEX "certificates_issued_at_index" ON "certificates" USING btree ("issued_at");--> statement-breakpoint
CREATE INDEX "mark_events_confirmed_at_index" ON "mark_events" USING btree ("confirmed_at");--> statement-breakpoint
CREATE INDEX "marks_created_at_index" ON "marks" USING btree ("created_at");--> statement-breakpoint
CREATE INDEX "marks_valid_until_index" ON "marks" USING btree ("valid_until");