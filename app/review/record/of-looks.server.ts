import { sql } from "drizzle-orm";
import { z } from "zod";
import { evidenceFiles, linkCaptures } from "#db/schema/evidence";
import { caseViews } from "#db/schema/record";
import { chapter, place } from "./chapter.server";
import { lookedAt, lookWords } from "./look";

/** The name of a file may give away what it was locked for. */
const lockedName = "locked since, because it holds personal details";
const noLongerKept = "no longer kept";
const fileOf = sql`case when v.what in ('file', 'words') then v.which::uuid end`;

/** Who looked at what: the first time of each day. Goes twelve months back. */
export const ofLooks = chapter({
  kind: "looks",
  rows: (caseId) => sql`
    select v.at, ${place.after}, 0::bigint, v.person_id, jsonb_build_object('what', v.what, 'which', case when v.what not in ('file', 'words') then v.which
        when f.locked_at is not null then ${lockedName}::text else coalesce(f.name, l.url, ${noLongerKept}::text) end)
      from ${caseViews} v left join ${evidenceFiles} f on f.id = ${fileOf} left join ${linkCaptures} l on l.id = ${fileOf} where v.case_id = ${caseId}`,
  data: z.object({ what: z.enum(lookedAt), which: z.string() }),
  say: ({ what, which }) => ({ what: lookWords(what, which) }),
});
