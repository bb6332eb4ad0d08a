import { and, eq } from "drizzle-orm";
import { memberships, organisations, people } from "#db/schema/accounts";
import { assessments, submissions } from "#db/schema/assessments";
import { cases } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import type { Facts, Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import { type Answers, SubmissionContent } from "~/assessments/answer";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { sha256 } from "~/platform/files.server";
import { assignReaders } from "~/review/assign.server";
import { declareConflict } from "~/review/declare.server";
import type { Chance } from "~/review/draw.server";
import { confirmReport } from "~/review/fact-check/check-report.server";
import { openCase } from "~/review/open.server";
import { rateCriterion } from "~/review/rate.server";
import { recommendReading } from "~/review/recommend.server";
import { canonical } from "~/standards/canonical";
import { noon } from "./clock";
import { aCriterion, aStandard } from "./standards";

/** Three criteria: two must-haves, and one that may be claimed not to apply. */
export const small = aStandard(
  [
    aCriterion({ id: "MU-1.1", must_have: true, weight: 3, levels: { not_yet: "None.", developing: "Some.", met: { tests: ["a", "b"] }, leading: { tests: ["c"] } } }),
    aCriterion({ id: "MU-1.2", must_have: true, weight: 3 }),
    aCriterion({ id: "MU-2.1", weight: 2, na_reasons: ["Online only"] }),
  ],
  { na_claim_max: 30 },
);
export const mustHaves = ["MU-1.1", "MU-1.2"];
export const all = [...mustHaves, "MU-2.1"];
export const because = "Seen on the call of 3 June, all of it.";

/** The small standard as a published version. Answers its id. */
export async function publishSmall(db: Db): Promise<string> {
  const { key, version, code, title } = small;
  const content = canonical(small);
  const [row] = await db
    .insert(standardVersions)
    .values({ key, version, code, title, content, sha256: sha256(content), publishedAt: noon.now(), publishedBy: "system:test" })
    .returning({ id: standardVersions.id });
  return row!.id;
}

export const secret = { level: "leading", plan: "Their plan, which gives their level away" } as const;
/** Every answer rates itself, and says so in a plan; the last one is claimed not to apply. */
export const claimed: Answers = {
  ...Object.fromEntries(mustHaves.map((id) => [id, { level: secret.level, how: "This is how we do it here.", plan: { what: secret.plan } }])),
  "MU-2.1": { na: { claimed: true, reason: "Online only", words: "We only ever meet online." } },
};

/** A submission of the provider's against this version, as if just sent, and its open case. */
export async function openedCase(
  db: Db,
  by: Actor,
  organisationId: string,
  standardVersionId: string,
  {
    answers = claimed,
    clock = noon,
    facts = {},
    files = {},
    chance,
  }: { answers?: Answers; clock?: Clock; facts?: Facts; files?: SubmissionContent["files"] /** Draws how much is read twice; without it, the must-haves. */; chance?: Chance } = {},
) {
  const at = clock.now();
  const content = canonical(
    SubmissionContent.parse({ facts, answers, files, scope: ["Everything"], declaration: { statements: ["True"], by: by.name, title: "secretary", at: at.toISOString() } }),
  );
  const [assessment] = await db
    .insert(assessments)
    .values({ organisationId, standardVersionId, state: "submitted", facts, createdAt: at, createdBy: by.personId })
    .returning({ id: assessments.id });
  const [sent] = await db
    .insert(submissions)
    .values({ assessmentId: assessment!.id, organisationId, standardVersionId, content, sha256: sha256(content), submittedAt: at, submittedBy: by.personId })
    .returning({ id: submissions.id });
  return { caseId: await openCase(db, clock, by, sent!.id, chance), assessmentId: assessment!.id, submissionId: sent!.id };
}

/** Refused or out of reach: the test's own preparation is wrong. */
export function must<T extends { ok: boolean }>(answer: T | undefined): Extract<T, { ok: true }> {
  if (!answer?.ok) throw new Error(`refused: ${JSON.stringify(answer)}`);
  return answer as Extract<T, { ok: true }>;
}

type Readers = { assessor: Actor; second: Actor; moderator: Actor };

export async function assigned(db: Db, caseId: string, { assessor, second, moderator }: Readers) {
  must(await assignReaders(db, noon, moderator, { caseId, assessor: assessor.personId, second_reader: second.personId }));
}

/** Readers named, and both have typed "none". */
export async function begun(db: Db, caseId: string, readers: Readers) {
  await assigned(db, caseId, readers);
  for (const reader of [readers.assessor, readers.second]) must(await declareConflict(db, noon, reader, { caseId, words: "none" }));
}

export const rate = (db: Db, by: Actor, caseId: string, criterion: string, level: Level | null, reason = because) =>
  rateCriterion(db, noon, by, { caseId, criterion, level, ticks: { met: [], leading: [] }, reason });

/** Both readers say that theirs may go on. */
export async function recommended(db: Db, caseId: string, { assessor, second }: Pick<Readers, "assessor" | "second">, clock: Clock = noon) {
  for (const reader of [assessor, second]) must(await recommendReading(db, clock, reader, { caseId }));
}

/** Both recommend, and where they agree the group finds its draft report right. */
export async function goneOn(db: Db, caseId: string, readers: Pick<Readers, "assessor" | "second">, clock: Clock = noon) {
  await recommended(db, caseId, readers, clock);
  await checked(db, caseId, clock);
}

/** The group finds its draft report right, where it has one to check. */
export async function checked(db: Db, caseId: string, clock: Clock = noon) {
  const [of] = await db
    .select({ assessmentId: submissions.assessmentId, organisationId: cases.organisationId, state: cases.state })
    .from(cases)
    .innerJoin(submissions, eq(submissions.id, cases.submissionId))
    .where(eq(cases.id, caseId));
  if (of?.state !== "checking") return;
  const [admin] = await db
    .select({ personId: people.id, name: people.name, email: people.email, slug: organisations.slug, organisation: organisations.name, title: memberships.title })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .innerJoin(organisations, eq(organisations.id, memberships.organisationId))
    .where(and(eq(memberships.organisationId, of.organisationId), eq(memberships.role, "admin")));
  const { slug, organisation: name, title, ...person } = admin!;
  const membership = { organisationId: of.organisationId, slug, name, role: "admin" as const, title, linkWorkerTerm: null };
  must(await confirmReport(db, clock, { ...person, language: "en", memberships: [membership], roles: [] }, { assessmentId: of.assessmentId }));
}

/** Everything rated and recommended, at these levels: Met where none is given. The assessor rates what applies, the second reader the must-haves. Where they agree, the group has found its draft report right. */
export async function rated(db: Db, caseId: string, readers: Readers, { first = {}, second = {} }: { first?: Record<string, Level | null>; second?: Record<string, Level> } = {}) {
  await begun(db, caseId, readers);
  for (const id of all) must(await rate(db, readers.assessor, caseId, id, first[id] === undefined ? 2 : first[id]));
  for (const id of mustHaves) must(await rate(db, readers.second, caseId, id, second[id] ?? 2));
  await goneOn(db, caseId, readers);
}
