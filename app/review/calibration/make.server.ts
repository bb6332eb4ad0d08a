import { and, eq, inArray } from "drizzle-orm";
import { people, schemeRoles } from "#db/schema/accounts";
import { calibrationReaders, calibrations } from "#db/schema/calibration";
import { type Actor, hasRole } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import { type Day, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { sha256 } from "~/platform/files.server";
import { post } from "~/platform/mail.server";
import { paths } from "~/platform/paths";
import { canonical } from "~/standards/canonical";
import { latestVersions } from "~/standards/versions.server";
import { closesBetween, fewestReaders, mostReaders, type RoundFault } from "./calibration";
import { inventedSubmissions } from "./invented";
import { invited } from "./letters";

type Wanted = { invented: string; criteria: string[]; readers: string[]; closesOn: Day };

/**
 * A moderator has many rate the same invented submission, each without the others, until a day; each of them is told. What is rated is frozen from here on,
 * and judged by the newest version in force. Refuses criteria that it does not answer, people who are no assessors, and a day that is not to come. Undefined for anybody else.
 */
export function makeCalibration(db: Db, clock: Clock, actor: Actor, wanted: Wanted): Promise<{ ok: true; id: string } | { ok: false; why: RoundFault } | undefined> {
  return db.transaction(async (tx) => {
    if (!hasRole(actor, "moderator")) return undefined;
    const now = clock.now();
    const today = londonDay(now);
    const invented = inventedSubmissions.find(({ key }) => key === wanted.invented);
    const version = (await latestVersions(tx, today)).find(({ standard }) => standard.key === invented?.standard);
    if (!invented || !version) return { ok: false, why: "no_submission" };
    const criteria = version.standard.criteria.map(({ id }) => id).filter((id) => wanted.criteria.includes(id) && invented.answers[id]);
    if (criteria.length === 0) return { ok: false, why: "no_criteria" };
    const asked = [...new Set(wanted.readers)];
    if (asked.length < fewestReaders) return { ok: false, why: "few_readers" };
    if (asked.length > mostReaders) return { ok: false, why: "many_readers" };
    const readers = await assessors(tx, asked);
    if (readers.length !== asked.length) return { ok: false, why: "not_readers" };
    const { first, last } = closesBetween(today);
    if (wanted.closesOn < first || wanted.closesOn > last) return { ok: false, why: "no_day" };

    const content = canonical({ ...invented, answers: Object.fromEntries(criteria.map((id) => [id, invented.answers[id]])) });
    const hash = sha256(content);
    const [made] = await tx
      .insert(calibrations)
      .values({ standardVersionId: version.id, content, sha256: hash, criteria, state: "open", closesOn: wanted.closesOn, madeBy: actor.personId, madeAt: now })
      .returning({ id: calibrations.id });
    const { id } = made!;
    await tx.insert(calibrationReaders).values(readers.map(({ personId }) => ({ calibrationId: id, personId, invitedAt: now })));
    for (const { personId, name, email } of readers) {
      const about = { name, group: invented.group.name, url: settings().baseUrl + paths.calibration(id) };
      await post(tx, clock, `calibration:${id}:invited:${personId}`, { to: email, ...invited(about, { criteria: criteria.length, closesOn: wanted.closesOn }) });
    }
    await record(tx, { personId: actor.personId }, now, { type: "calibration.opened", subject: id, data: { criteria, sha256: hash, closes_on: wanted.closesOn } });
    return { ok: true, id };
  });
}

/** Of these people, those who are assessors now. */
const assessors = (tx: Db, ids: string[]) =>
  tx
    .select({ personId: people.id, name: people.name, email: people.email })
    .from(people)
    .innerJoin(schemeRoles, and(eq(schemeRoles.personId, people.id), eq(schemeRoles.role, "assessor")))
    .where(inArray(people.id, ids));
