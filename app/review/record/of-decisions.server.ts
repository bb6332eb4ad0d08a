import { sql } from "drizzle-orm";
import { z } from "zod";
import { decisions } from "#db/schema/review";
import { decidableOutcomes } from "../outcome";
import { outcomeWords } from "../outcome-words";
import { chapter, place } from "./chapter.server";

/** What was decided, by whom and why: once a round. */
export const ofDecisions = chapter({
  kind: "decisions",
  rows: (caseId) => sql`
    select d.decided_at, ${place.decided}, d.round::bigint, d.decided_by, jsonb_build_object('outcome', d.outcome, 'reason', d.reason) from ${decisions} d where d.case_id = ${caseId}`,
  data: z.object({ outcome: z.enum(decidableOutcomes), reason: z.string() }),
  say: ({ outcome, reason }) => ({
    part: "decision-maker",
    what: outcome === "deferred" ? "put the decision off: the group has 28 days to send what is missing" : `decided: ${outcomeWords[outcome]}`,
    quote: reason,
  }),
});
