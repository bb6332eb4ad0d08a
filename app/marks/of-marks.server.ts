import { sql } from "drizzle-orm";
import { z } from "zod";
import { markAnswers } from "#db/schema/mark-answers";
import { certificates, conditionClearings, letters, markEvents, marks } from "#db/schema/marks";
import { decisions } from "#db/schema/review";
import { outcomeWords } from "~/review/outcome-words";
import { chapter, place } from "~/review/record/chapter.server";
import { awardLevels } from "./mark";
import { type MarkEventKind, markEventKinds } from "./status";

/** After a name; `supersede` alone, because nobody does it. */
const done: Record<MarkEventKind, string> = {
  suspend: "suspend the mark",
  reinstate: "reinstate the mark",
  withdraw: "withdraw the mark",
  surrender: "gave the mark up",
  supersede: "the mark was replaced by a newer one",
  review: "put the mark under review",
  end_review: "ended the review of the mark",
};

/** The same where a rule brought it about. */
const byRule: Record<MarkEventKind, string> = {
  ...done,
  suspend: "a rule suspended the mark",
  reinstate: "a rule put the mark back in force",
  review: "a rule put the mark under review",
  end_review: "a rule ended the review of the mark",
};

/** What came of the decisions of a case: letters, marks, and what happened to those. The notes on a change, and on what was put right, are private and stay out of it. */
export const ofMarks = chapter({
  kind: "decisions",
  rows: (caseId) => sql`
    select l.made_at, ${place.marked}, 2::bigint, null::uuid, jsonb_build_object('did', 'letter', 'sha256', l.sha256) from ${decisions} d join ${letters} l on l.decision_id = d.id where d.case_id = ${caseId}
    union all select m.created_at, ${place.marked}, 0, null, jsonb_build_object('did', 'awarded', 'level', m.level, 'code', m.code) from ${decisions} d join ${marks} m on m.decision_id = d.id where d.case_id = ${caseId}
    union all select f.issued_at, ${place.marked}, 1, null, jsonb_build_object('did', 'certificate', 'sha256', f.sha256)
      from ${decisions} d join ${marks} m on m.decision_id = d.id join ${certificates} f on f.mark_id = m.id where d.case_id = ${caseId}
    union all select k.cleared_at, ${place.after}, 0, k.cleared_by, jsonb_build_object('did', 'cleared', 'criterion', k.criterion)
      from ${decisions} d join ${marks} m on m.decision_id = d.id join ${conditionClearings} k on k.mark_id = m.id where d.case_id = ${caseId}
    union all select step.at, ${place.after}, step.no, step.by, jsonb_build_object('did', step.did, 'kind', e.kind)
      from ${decisions} d join ${marks} m on m.decision_id = d.id join ${markEvents} e on e.mark_id = m.id
      cross join lateral (values
        (case when e.kind in ('suspend', 'reinstate', 'withdraw') and e.proposed_by is not null then e.proposed_at end, 0::bigint, e.proposed_by, 'proposed'),
        (e.confirmed_at, 1, case when e.kind in ('suspend', 'reinstate', 'withdraw') then e.confirmed_by else e.proposed_by end,
          case when e.proposed_by is null then 'ruled' when e.kind in ('suspend', 'reinstate', 'withdraw') then 'confirmed' else 'changed' end),
        (e.declined_at, 1, e.declined_by, 'declined')) step (at, no, by, did)
      where d.case_id = ${caseId} and step.at is not null
    union all select a.replied_at, ${place.after}, 2, a.replied_by, jsonb_build_object('did', a.state, 'criterion', a.criterion) from ${markAnswers} a where a.case_id = ${caseId} and a.replied_at is not null`,
  data: z.discriminatedUnion("did", [
    z.object({ did: z.literal("letter"), sha256: z.string() }),
    z.object({ did: z.literal("certificate"), sha256: z.string() }),
    z.object({ did: z.literal("cleared"), criterion: z.string() }),
    z.object({ did: z.literal("awarded"), level: z.enum(awardLevels), code: z.string() }),
    z.object({ did: z.enum(["returned", "accepted"]), criterion: z.string() }),
    z.object({ did: z.enum(["proposed", "confirmed", "declined", "changed", "ruled"]), kind: z.enum(markEventKinds) }),
  ]),
  say: (data) => {
    switch (data.did) {
      case "letter":
        return { what: `the decision letter was made. Its sha256 is ${data.sha256}` };
      case "certificate":
        return { what: `the certificate was made. Its sha256 is ${data.sha256}` };
      case "awarded":
        return { what: `the mark ${data.code} was given: ${outcomeWords[data.level]}` };
      case "cleared":
        return { part: "moderator", what: `recorded that ${data.criterion}, a condition of the mark, is put right` };
      case "changed":
        return { what: done[data.kind] };
      case "ruled":
        return { what: byRule[data.kind] };
      case "returned":
        return { what: `told the group what is not yet there for ${data.criterion}` };
      case "accepted":
        return { what: `accepted what the group had sent for ${data.criterion}` };
      case "proposed":
        return { what: `proposed to ${done[data.kind]}` };
      case "confirmed":
        return { what: `confirmed, as the second person, to ${done[data.kind]}` };
      case "declined":
        return { what: `declined to ${done[data.kind]}` };
    }
  },
});
