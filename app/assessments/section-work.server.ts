import { and, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { memberships, people } from "#db/schema/accounts";
import { sectionWork } from "#db/schema/assessments";
import type { Actor } from "~/accounts/actor";
import { record } from "~/audit/record.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { post } from "~/platform/mail.server";
import { paths } from "~/platform/paths";
import { applicable } from "~/standards/applies";
import { type Assessment, assessmentFor } from "./draft.server";
import { standingsIn } from "./reach";
import { sectionGivenMail } from "./section-mail";
import type { SectionWork } from "./sections";
import { permit, type Refusal } from "./workflow";

const giver = alias(people, "done_by");

/** Who looks after the sections of an assessment, and who said that they are done. Whoever has left the group looks after nothing any more. */
export async function sectionWorkOf(db: Db, { id, organisationId }: Pick<Assessment, "id" | "organisationId">): Promise<SectionWork[]> {
  const rows = await db
    .select({ section: sectionWork.section, personId: memberships.personId, name: people.name, title: memberships.title, doneBy: giver.name, doneAt: sectionWork.doneAt })
    .from(sectionWork)
    .leftJoin(memberships, and(eq(memberships.personId, sectionWork.givenTo), eq(memberships.organisationId, organisationId)))
    .leftJoin(people, eq(people.id, memberships.personId))
    .leftJoin(giver, eq(giver.id, sectionWork.doneBy))
    .where(eq(sectionWork.assessmentId, id));
  return rows.map(({ section, personId, name, title, doneBy, doneAt }) => ({
    section,
    given: personId && name ? { personId, name, title: title ?? "" } : undefined,
    done: doneBy && doneAt ? { by: doneBy, at: doneAt } : undefined,
  }));
}

export type SectionChanged = { ok: true } | { ok: false; why: Refusal | "no_such_section" | "not_in_group" };
type OfSection = { assessmentId: string; section: string };

/**
 * Gives a section to somebody of the group, or to nobody (null). They get a mail, once for each giving, unless they took it themselves.
 * To whoever has it already changes nothing. Refuses a section that has no questions, a stranger, and an assessment that is no longer a draft.
 * Undefined when the assessment is not the actor's.
 */
export const giveSection = (db: Db, clock: Clock, actor: Actor, { to, ...of }: OfSection & { to: string | null }) =>
  onSection(db, actor, of, async (tx, assessment, title): Promise<SectionChanged> => {
    const now = clock.now();
    const person = to === null ? undefined : await memberOf(tx, assessment.organisationId, to);
    if (to !== null && !person) return { ok: false, why: "not_in_group" };
    const given = { givenTo: to, givenBy: actor.personId, givenAt: now };
    const [changed] = await tx
      .insert(sectionWork)
      .values({ assessmentId: assessment.id, section: of.section, ...given })
      .onConflictDoUpdate({ target: [sectionWork.assessmentId, sectionWork.section], set: given, setWhere: sql`${sectionWork.givenTo} is distinct from ${to}::uuid` })
      .returning({ section: sectionWork.section });
    if (!changed) return { ok: true };
    if (person && to !== actor.personId) {
      const url = `${settings().baseUrl}${paths.assessment(assessment.id)}#section-${of.section}`;
      await post(
        tx,
        clock,
        `section:${assessment.id}:${of.section}:${now.toISOString()}:${to}`,
        sectionGivenMail({ to: person, from: actor.name, section: title, standard: assessment.version.standard.title, url }),
      );
    }
    await record(tx, { personId: actor.personId }, now, { type: "assessment.section_given", subject: assessment.id, data: { section: of.section, person_id: to } });
    return { ok: true };
  });

/** Says that a section is done, or not after all: a person's word, whatever is left in it. Refuses as `giveSection` does. */
export const markSection = (db: Db, clock: Clock, actor: Actor, { done, ...of }: OfSection & { done: boolean }) =>
  onSection(db, actor, of, async (tx, { id }): Promise<SectionChanged> => {
    const now = clock.now();
    const said = done ? { doneBy: actor.personId, doneAt: now } : { doneBy: null, doneAt: null };
    await tx
      .insert(sectionWork)
      .values({ assessmentId: id, section: of.section, ...said })
      .onConflictDoUpdate({ target: [sectionWork.assessmentId, sectionWork.section], set: said });
    await record(tx, { personId: actor.personId }, now, { type: "assessment.section_marked", subject: id, data: { section: of.section, done } });
    return { ok: true };
  });

async function onSection(
  db: Db,
  actor: Actor,
  { assessmentId, section }: OfSection,
  change: (tx: Db, assessment: Assessment, title: string) => Promise<SectionChanged>,
): Promise<SectionChanged | undefined> {
  return db.transaction(async (tx): Promise<SectionChanged | undefined> => {
    const assessment = await assessmentFor(tx, actor, assessmentId, "share");
    if (!assessment) return undefined;
    const allowed = permit("answer", { state: assessment.state, standings: standingsIn(actor, assessment.organisationId), bars: [], met: [] });
    if (!allowed.ok) return allowed;
    const { standard } = assessment.version;
    const found = standard.sections.find(({ id }) => id === section);
    if (!found || !applicable(standard, assessment.facts ?? {}).some((each) => each.section === section)) return { ok: false, why: "no_such_section" };
    return change(tx, assessment, found.title);
  });
}

async function memberOf(tx: Db, organisationId: string, personId: string) {
  const [row] = await tx
    .select({ name: people.name, email: people.email })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.organisationId, organisationId), sql`${memberships.personId}::text = ${personId}`));
  return row;
}
