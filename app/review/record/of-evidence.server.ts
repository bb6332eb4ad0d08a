import { sql } from "drizzle-orm";
import { z } from "zod";
import { submissions } from "#db/schema/assessments";
import { evidenceFiles } from "#db/schema/evidence";
import { contactChecks } from "#db/schema/providers";
import { caseMoves, cases, supplements } from "#db/schema/review";
import { chapter, place } from "./chapter.server";

/** The files a case shows: with what was sent first, or with what was added. `c` is the case. */
const shownIn = sql`(exists (select 1 from ${submissions} s where s.id = c.submission_id and s.content::jsonb -> 'files' ? f.id::text)
  or exists (select 1 from ${supplements} x where x.case_id = c.id and x.sent_at is not null and x.content::jsonb -> 'files' ? f.id::text))`;

/** Files of the case that were locked because they hold personal details, which nobody reads here; and tests of phone and email from when it was sent until it was over. */
export const ofEvidence = chapter({
  kind: "checks",
  rows: (caseId) => sql`
    select f.locked_at, ${place.rated}, 0::bigint, f.locked_by, jsonb_build_object('did', 'locked', 'sha256', f.sha256)
      from ${cases} c join ${evidenceFiles} f on f.organisation_id = c.organisation_id where c.id = ${caseId} and f.locked_at is not null and ${shownIn}
    union all select k.checked_at, ${place.rated}, 1, k.checked_by, jsonb_build_object('did', 'tested', 'route', k.route, 'worked', k.worked)
      from ${cases} c join ${contactChecks} k on k.organisation_id = c.organisation_id
      where c.id = ${caseId} and k.checked_at between c.opened_at and coalesce((select max(m.at) from ${caseMoves} m where m.case_id = c.id and c.state in ('decided', 'withdrawn')), 'infinity')`,
  data: z.discriminatedUnion("did", [
    z.object({ did: z.literal("locked"), sha256: z.string() }),
    z.object({ did: z.literal("tested"), route: z.enum(["phone", "email"]), worked: z.enum(["yes", "no"]) }),
  ]),
  say: (data) =>
    data.did === "locked"
      ? { what: `locked a file because it holds personal details. Its sha256 is ${data.sha256}` }
      : { what: `${data.route === "phone" ? "rang" : "wrote to"} the group, to try its ${data.route}: it ${data.worked === "yes" ? "worked" : "did not work"}` },
});
