import { sql } from "drizzle-orm";
import { z } from "zod";
import { caseVisits } from "#db/schema/visits";
import { formatDay } from "~/ui/dates";
import { chapter, place } from "../record/chapter.server";
import { toldOf, visitKinds } from "./visit";

/** Conversations and visits, where whoever was there told of them. */
export const ofVisits = chapter({
  kind: "checks",
  rows: (caseId) => sql`
    select v.at, ${place.rated}, v.seq, v.by, jsonb_build_object('kind', v.kind, 'day', v.day, 'criteria', v.criteria, 'words', v.words, 'willing', v.willing)
      from ${caseVisits} v where v.case_id = ${caseId}`,
  data: z.object({ kind: z.enum(visitKinds), day: z.iso.date(), criteria: z.array(z.string()), words: z.string(), willing: z.boolean() }),
  say: (visit) => ({
    what: `${toldOf(visit)}, on ${formatDay(visit.day)}${visit.criteria.length > 0 ? `, about ${visit.criteria.join(", ")}` : ""}`,
    quote: visit.words,
  }),
});
