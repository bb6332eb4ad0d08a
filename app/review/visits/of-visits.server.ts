import { sql } from "drizzle-orm";
import { z } from "zod";
import { privacyLocks } from "#db/schema/privacy";
import { caseVisits } from "#db/schema/visits";
import { formatDay } from "~/ui/dates";
import { chapter, place } from "../record/chapter.server";
import { toldOf, visitKinds } from "./visit";

/** Conversations and visits, where whoever was there told of them. */
export const ofVisits = chapter({
  kind: "checks",
  rows: (caseId) => sql`
    select v.at, ${place.rated}, v.seq, v.by, jsonb_build_object('kind', v.kind, 'day', v.day, 'criteria', v.criteria, 'words', case when l.id is null then v.words end, 'willing', v.willing)
      from ${caseVisits} v left join ${privacyLocks} l on l.case_id = v.case_id and l.kind = 'visit' and l.target = v.id::text and l.state = 'locked' where v.case_id = ${caseId}`,
  data: z.object({ kind: z.enum(visitKinds), day: z.iso.date(), criteria: z.array(z.string()), words: z.string().nullable(), willing: z.boolean() }),
  say: (visit) => ({
    what: `${toldOf(visit)}, on ${formatDay(visit.day)}${visit.criteria.length > 0 ? `, about ${visit.criteria.join(", ")}` : ""}`,
    quote: visit.words ?? "Locked because it may hold somebody’s details.",
  }),
});
