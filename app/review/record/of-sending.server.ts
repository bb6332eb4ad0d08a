import { sql } from "drizzle-orm";
import { z } from "zod";
import { submissions } from "#db/schema/assessments";
import { cases, supplements } from "#db/schema/review";
import { caseNumber } from "../case-number";
import { type SupplementWhy, supplementWhys } from "../supplement";
import { chapter, place } from "./chapter.server";

const added: Record<SupplementWhy, string> = {
  question: "answered the questions about",
  deferral: "sent what was missing for",
  facts: "said what is wrong in the draft report about",
  condition: "sent what was to be put right for",
};

/** What the group sent, and when the case began with it. Drafts are nobody's business. */
export const ofSending = chapter({
  kind: "sent",
  rows: (caseId) => sql`
    select s.submitted_at, ${place.sent}, 0::bigint, s.submitted_by, jsonb_build_object('did', 'sent', 'title', s.content::jsonb -> 'declaration' ->> 'title', 'sha256', s.sha256)
      from ${submissions} s join ${cases} c on c.submission_id = s.id where c.id = ${caseId}
    union all select c.opened_at, ${place.opened}, 0, null, jsonb_build_object('did', 'opened', 'number', c.number) from ${cases} c where c.id = ${caseId}
    union all select x.sent_at, ${place.answered}, 0, x.sent_by, jsonb_build_object('did', 'added', 'why', x.why, 'criteria', jsonb_agg(x.criterion order by x.criterion))
      from ${supplements} x where x.case_id = ${caseId} and x.sent_at is not null group by x.sent_at, x.sent_by, x.why`,
  data: z.discriminatedUnion("did", [
    z.object({ did: z.literal("sent"), title: z.string(), sha256: z.string() }),
    z.object({ did: z.literal("opened"), number: z.number() }),
    z.object({ did: z.literal("added"), why: z.enum(supplementWhys), criteria: z.array(z.string()) }),
  ]),
  say: (data) => {
    if (data.did === "sent") return { part: data.title, what: `sent the self-assessment. Its sha256 is ${data.sha256}` };
    if (data.did === "opened") return { what: `the case was opened as ${caseNumber(data.number)}` };
    return { part: "of the group", what: `${added[data.why]} ${[...new Set(data.criteria)].join(", ")}` };
  },
});
