import { sql } from "drizzle-orm";
import { z } from "zod";
import { people } from "#db/schema/accounts";
import { ties, waivers } from "#db/schema/interests";
import { draws } from "#db/schema/reading";
import { assignments } from "#db/schema/review";
import { saysNone } from "../case-file";
import { oneVisitIn, WholeBecause, wholeWords } from "../depth";
import { kindNames, kinds } from "../interests/kinds";
import { parts, partWords } from "../part";
import { chapter, place } from "./chapter.server";

const Part = z.enum(parts);

/** Who was chosen to read it, what they declared, ties that bar nobody and the leave to read in spite of them, who was replaced, and how much is read twice. Whoever steps aside or is lost has a move of their own. */
export const ofReaders = chapter({
  kind: "readers",
  rows: (caseId) => sql`
    select a.assigned_at, ${place.chosen}, (case a.part when 'assessor' then 1 else 2 end)::bigint, a.assigned_by, jsonb_build_object('did', 'chose', 'part', a.part, 'name', p.name)
      from ${assignments} a join ${people} p on p.id = a.person_id where a.case_id = ${caseId}
    union all select a.declared_at, ${place.declared}, 0, a.person_id, jsonb_build_object('did', 'declared', 'part', a.part, 'words', coalesce(a.declaration, ''))
      from ${assignments} a where a.case_id = ${caseId} and a.declared_at is not null
    union all select t.stated_at, ${place.declared}, 1, a.person_id, jsonb_build_object('did', 'told_tie', 'part', a.part, 'kind', t.kind, 'words', t.words)
      from ${assignments} a join ${ties} t on t.assignment_id = a.id where a.case_id = ${caseId}
    union all select w.at, ${place.declared}, 2, w.by, jsonb_build_object('did', 'allowed_tie', 'part', a.part, 'name', p.name, 'words', w.reason)
      from ${assignments} a join ${waivers} w on w.assignment_id = a.id join ${people} p on p.id = a.person_id where a.case_id = ${caseId}
    union all select a.ended_at, ${place.chosen}, 0, a.person_id, jsonb_build_object('did', 'replaced', 'part', a.part)
      from ${assignments} a where a.case_id = ${caseId} and a.ended_reason = 'replaced'
    union all select d.drawn_at, ${place.chosen}, d.seq, null, jsonb_build_object('did', 'drew', 'why', d.why, 'quarter', d.quarter, 'number', d.number, 'one_in', d.one_in, 'visit', d.visit_number)
      from ${draws} d where d.case_id = ${caseId}`,
  data: z.discriminatedUnion("did", [
    z.object({ did: z.literal("chose"), part: Part, name: z.string() }),
    z.object({ did: z.literal("declared"), part: Part, words: z.string() }),
    z.object({ did: z.literal("told_tie"), part: Part, kind: z.enum(kindNames), words: z.string() }),
    z.object({ did: z.literal("allowed_tie"), part: Part, name: z.string(), words: z.string() }),
    z.object({ did: z.literal("replaced"), part: Part }),
    z.object({
      did: z.literal("drew"),
      why: z.array(WholeBecause),
      quarter: z.string().nullable(),
      number: z.number().nullable(),
      one_in: z.number().nullable(),
      visit: z.number().nullable(),
    }),
  ]),
  say: (data, { readsReasons }) => {
    switch (data.did) {
      case "chose":
        return { part: "moderator", what: `chose ${data.name} as ${partWords[data.part]}` };
      case "replaced":
        return { part: partWords[data.part], what: "was replaced" };
      case "declared":
        if (saysNone(data.words)) return { part: partWords[data.part], what: "declared that they have no conflict of interest", quote: data.words };
        return { part: partWords[data.part], what: "declared a conflict of interest", quote: readsReasons ? data.words : null };
      case "told_tie":
        return { part: partWords[data.part], what: `stated a tie that bars nobody: ${kinds[data.kind].theirs}`, quote: readsReasons ? data.words : null };
      case "allowed_tie":
        return { part: "moderator", what: `allowed ${data.name} (${partWords[data.part]}) to read in spite of that tie`, quote: readsReasons ? data.words : null };
      case "drew": {
        const lot =
          data.quarter === null
            ? ""
            : `Lot of ${data.quarter}: number ${data.number} of 0 to ${data.one_in! - 1}${data.visit === null ? "" : `; for a visit, ${data.visit} of 0 to ${oneVisitIn - 1}`}. `;
        return { what: `${lot}${data.why.length > 0 ? `Everything is read twice: ${data.why.map((each) => wholeWords[each]).join("; ")}` : "The must-haves are read twice"}` };
      }
    }
  },
});
