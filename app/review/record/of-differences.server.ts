import { sql } from "drizzle-orm";
import { z } from "zod";
import { talks, thirdRatings } from "#db/schema/reading";
import { caseRounds, settlements } from "#db/schema/review";
import { Level } from "#standards/format";
import { levelWord } from "../level-word";
import { parts, partWords } from "../part";
import { chapter, place } from "./chapter.server";

const didWords = { proposed: "proposed a level for", third: "rated as a third reader", settled: "settled the difference in" } as const;

/** What the two readers proposed to each other, what a third reader gave, and what a moderator settled; what an appeal has changed is told with the appeal. Kept closed with the ratings while anything is rated anew. */
export const ofDifferences = chapter({
  kind: "differences",
  rows: (caseId) => sql`
    select t.at, ${place.talked}, t.seq, t.by, jsonb_build_object('did', 'proposed', 'criterion', t.criterion, 'part', t.part, 'level', t.level, 'reason', t.reason) from ${talks} t where t.case_id = ${caseId}
    union all select h.at, ${place.talked}, 0, h.by, jsonb_build_object('did', 'third', 'criterion', h.criterion, 'level', h.level, 'reason', h.reason) from ${thirdRatings} h where h.case_id = ${caseId}
    union all select s.settled_at, ${place.settled}, 0, s.settled_by, jsonb_build_object('did', 'settled', 'criterion', s.criterion, 'level', s.level, 'reason', s.reason) from ${settlements} s where s.case_id = ${caseId}
      and not exists (select 1 from ${caseRounds} r where r.case_id = s.case_id and r.no = s.round and r.kind = 'appeal')`,
  data: z.object({ did: z.enum(["proposed", "third", "settled"]), criterion: z.string(), part: z.enum(parts).optional(), level: Level, reason: z.string() }),
  say: ({ did, criterion, part, level, reason }, { ratingsOpen }) => ({
    part: part ? partWords[part] : "moderator",
    what: `${didWords[did]} ${criterion}${ratingsOpen ? `: ${levelWord(level)}` : ""}`,
    quote: ratingsOpen ? reason : null,
  }),
});
