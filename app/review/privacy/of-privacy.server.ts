import { sql } from "drizzle-orm";
import { z } from "zod";
import { privacyLocks, privacyOpenings } from "#db/schema/privacy";
import { chapter, place } from "../record/chapter.server";

const kinds = ["file", "page", "answer", "supplement", "visit"] as const;
const called: Record<(typeof kinds)[number], string> = {
  file: "a file",
  page: "a web page",
  answer: "an answer",
  supplement: "what was added",
  visit: "what was written of a visit",
};

/** What was locked because of personal details, who opened it since, and what a privacy lead decided. Only where in the case it stood: not what it holds, nor where in it the details are, nor why it was decided so. A file’s locking is told with the evidence. */
export const ofPrivacy = chapter({
  kind: "checks",
  rows: (caseId) => sql`
    select l.locked_at, ${place.rated}, 2::bigint, l.locked_by, jsonb_build_object('did', 'locked', 'kind', l.kind, 'criterion', l.criterion)
      from ${privacyLocks} l where l.case_id = ${caseId} and l.kind <> 'file'
    union all select o.at, ${place.after}, 0, o.by, jsonb_build_object('did', 'opened', 'kind', l.kind, 'criterion', l.criterion)
      from ${privacyLocks} l join ${privacyOpenings} o on o.lock_id = l.id where l.case_id = ${caseId}
    union all select l.decided_at, ${place.after}, 1, l.decided_by, jsonb_build_object('did', l.state, 'kind', l.kind, 'criterion', l.criterion)
      from ${privacyLocks} l where l.case_id = ${caseId} and l.decided_at is not null`,
  data: z.object({ did: z.enum(["locked", "opened", "unlocked", "purged"]), kind: z.enum(kinds), criterion: z.string() }),
  say: ({ did, kind, criterion }) => {
    const what = `${called[kind]} about ${criterion}`;
    if (did === "locked") return { what: `locked ${what} because it holds personal details` };
    const part = "privacy lead";
    if (did === "opened") return { part, what: `opened ${what} that is locked because of personal details` };
    return { part, what: did === "unlocked" ? `unlocked ${what}` : `had ${what} removed for good` };
  },
});
