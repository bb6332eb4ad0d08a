import { sql } from "drizzle-orm";
import { z } from "zod";
import { awardAcceptances, ratings } from "#db/schema/review";
import { Level } from "#standards/format";
import { levelWord } from "../level-word";
import { parts, partWords } from "../part";
import { chapter, place } from "./chapter.server";

/** Every rating that was ever given, and every word on an award of somebody else's. Until nobody rates any more only that it was given, not how. */
export const ofRatings = chapter({
  kind: "ratings",
  rows: (caseId) => sql`
    select r.rated_at, ${place.rated}, r.seq, r.rated_by, jsonb_build_object('did', 'rated', 'criterion', r.criterion, 'part', r.part, 'level', r.level, 'reason', r.reason,
        'again', exists (select 1 from ${ratings} e where e.case_id = r.case_id and e.criterion = r.criterion and e.part = r.part and e.rated_by = r.rated_by and e.seq < r.seq))
      from ${ratings} r where r.case_id = ${caseId}
    union all select a.at, ${place.rated}, a.seq, a.by, jsonb_build_object('did', 'judged', 'criterion', a.criterion, 'accepted', a.accepted, 'reason', a.reason)
      from ${awardAcceptances} a where a.case_id = ${caseId}`,
  data: z.discriminatedUnion("did", [
    z.object({ did: z.literal("rated"), criterion: z.string(), part: z.enum(parts), level: Level.nullable(), reason: z.string(), again: z.boolean() }),
    z.object({ did: z.literal("judged"), criterion: z.string(), accepted: z.boolean(), reason: z.string() }),
  ]),
  say: (data, { ratingsOpen }) => {
    if (data.did === "judged") {
      if (!ratingsOpen) return { part: partWords.assessor, what: `looked at an award for ${data.criterion}` };
      return { part: partWords.assessor, what: `${data.accepted ? "accepted" : "did not accept"} an award as evidence for ${data.criterion}`, quote: data.reason };
    }
    const rated = `rated ${data.criterion}${data.again ? " again" : ""}`;
    return ratingsOpen ? { part: partWords[data.part], what: `${rated}: ${levelWord(data.level)}`, quote: data.reason } : { part: partWords[data.part], what: rated };
  },
});
