import { sql } from "drizzle-orm";
import { z } from "zod";
import { marks, newActivities, topUps } from "#db/schema/marks";
import { holderChanges, organisationChanges } from "#db/schema/organisation-changes";
import { decisions } from "#db/schema/review";
import { checkIns, circumstances, registerLosses } from "#db/schema/upkeep";
import { chapter, place } from "~/review/record/chapter.server";
import { formatDay } from "~/ui/dates";
import { toldKinds } from "./circumstances/circumstance";
import { kindNames } from "./circumstances/circumstance-words";
import { type HolderChangeKind, holderChangeKinds } from "./holders/holder-change";

const theGroup = "of the group";

/** After "proposed that", "confirmed, as the second person, that" and "declined that". */
const holds: Record<HolderChangeKind, string> = {
  renamed: "the group that holds the mark has a new name",
  merged: "the group that holds the mark is part of another",
  transferred: "the mark is another organisation’s",
};

const Criterion = z.object({ criterion: z.string() });
const Told = z.object({ kind: z.enum(toldKinds).catch("check_in") });
const Named = z.object({ name: z.string() });
const Held = z.object({ kind: z.enum(holderChangeKinds) });

/**
 * What a mark was asked for after it was given, and what became of that: its check-in, changes that were told, what was newly asked and shown, new activities, entries in registers, who holds it.
 * What was written of it is private and stays out; a new activity has the name that everybody reads.
 */
export const ofUpkeep = chapter({
  kind: "decisions",
  rows: (caseId) => {
    const given = sql`${decisions} d join ${marks} m on m.decision_id = d.id`;
    return sql`
    select k.sent_at, ${place.after}, 3::bigint, k.sent_by, jsonb_build_object('did', 'checked_in', 'not_true', k.not_true) from ${checkIns} k where k.case_id = ${caseId}
    union all select c.told_at, ${place.after}, 4, c.told_by, jsonb_build_object('did', 'told', 'kind', c.kind) from ${circumstances} c where c.case_id = ${caseId} and c.kind <> 'check_in'
    union all select c.looked_at, ${place.after}, 4, c.looked_by, jsonb_build_object('did', 'looked', 'kind', c.kind) from ${circumstances} c where c.case_id = ${caseId} and c.looked_at is not null
    union all select a.told_at, ${place.after}, 5, null, jsonb_build_object('did', 'begun', 'name', a.name) from ${given} join ${newActivities} a on a.mark_id = m.id where d.case_id = ${caseId}
    union all select t.opened_at, ${place.after}, 6, null, jsonb_build_object('did', 'asked', 'criterion', t.criterion, 'by', t.last_day) from ${given} join ${topUps} t on t.mark_id = m.id where d.case_id = ${caseId}
    union all select t.ended_at, ${place.after}, 7, t.ended_by, jsonb_build_object('did', t.state, 'criterion', t.criterion) from ${given} join ${topUps} t on t.mark_id = m.id
      where d.case_id = ${caseId} and t.state in ('done', 'dropped')
    union all select coalesce(a.covered_at, a.left_at), ${place.after}, 8, null, jsonb_build_object('did', case when a.covered_at is null then 'left' else 'covered' end, 'name', a.name)
      from ${given} join ${newActivities} a on a.mark_id = m.id where d.case_id = ${caseId} and coalesce(a.covered_at, a.left_at) is not null
    union all select step.at, ${place.after}, 9, step.by, jsonb_build_object('did', step.did) from ${given} join ${registerLosses} l on l.recorded_at >= m.created_at
        and (l.organisation_id = m.organisation_id or exists (select 1 from ${organisationChanges} x where x.mark_id = m.id and x.organisation_id = l.organisation_id and x.confirmed_at > l.recorded_at))
      cross join lateral (values (l.recorded_at, l.recorded_by, 'lost'), (l.restored_at, l.restored_by, 'restored')) step (at, by, did) where d.case_id = ${caseId} and step.at is not null
    union all select step.at, ${place.after}, step.no, step.by, jsonb_build_object('did', step.did, 'kind', c.kind)
      from ${given} join ${organisationChanges} c on c.mark_id = m.id or exists (select 1 from ${holderChanges} h where h.mark_id = m.id and h.change_id = c.id)
      cross join lateral (values (c.proposed_at, 10::bigint, c.proposed_by, 'proposed'), (c.confirmed_at, 11, c.confirmed_by, 'confirmed'), (c.declined_at, 11, c.declined_by, 'declined')) step (at, no, by, did)
      where d.case_id = ${caseId} and step.at is not null`;
  },
  data: z.discriminatedUnion("did", [
    z.object({ did: z.literal("checked_in"), not_true: z.array(z.string()) }),
    Told.extend({ did: z.enum(["told", "looked"]) }),
    Named.extend({ did: z.enum(["begun", "covered", "left"]) }),
    Criterion.extend({ did: z.literal("asked"), by: z.iso.date() }),
    Criterion.extend({ did: z.enum(["done", "dropped"]) }),
    z.object({ did: z.enum(["lost", "restored"]) }),
    Held.extend({ did: z.enum(["proposed", "confirmed", "declined"]) }),
  ]),
  say: (data) => {
    switch (data.did) {
      case "checked_in":
        return {
          part: theGroup,
          what: `sent the yearly check-in: ${data.not_true.length === 0 ? "every must-have is still true" : `not true any more: ${data.not_true.join(", ")}`}`,
        };
      case "told":
        return { part: theGroup, what: `told us of a change: ${kindNames[data.kind].toLowerCase()}` };
      case "looked":
        return { what: `looked at what the group had told us: ${kindNames[data.kind].toLowerCase()}` };
      case "begun":
        return { what: `“${data.name}” is new, and the mark does not cover it yet` };
      case "covered":
        return { what: `everything that was asked of “${data.name}” was shown: the mark covers it` };
      case "left":
        return { what: `the group does “${data.name}” no longer` };
      case "asked":
        return { what: `${data.criterion} was asked of the mark, by ${formatDay(data.by)}` };
      case "done":
        return { part: "moderator", what: `recorded that ${data.criterion}, which was asked of the mark, was shown` };
      case "dropped":
        return { what: `${data.criterion} was asked no longer` };
      case "lost":
        return { what: "recorded that the group had lost an entry in a register" };
      case "restored":
        return { part: "moderator", what: "recorded that the group has an entry in the register again" };
      case "proposed":
        return { what: `proposed that ${holds[data.kind]}` };
      case "confirmed":
        return { what: `confirmed, as the second person, that ${holds[data.kind]}` };
      case "declined":
        return { what: `declined that ${holds[data.kind]}` };
    }
  },
});
