import { and, eq, sql } from "drizzle-orm";
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
import { inLanguage } from "~/standards/translation/in-language.server";
import { type Assessment, assessmentFor } from "./draft.server";
import { lineOf } from "./line.server";
import { standingsIn } from "./reach";
import { sectionGivenMail } from "./section-mail";
import type { SectionWork } from "./sections";
import { permit, type Refusal } from "./workflow";

type Row = {
  section: string;
  own: boolean;
  personId: string | null;
  name: string | null;
  title: string | null;
  givenAt: string | null;
  doneBy: string | null;
  doneAt: string | null;
};

/**
 * Who looks after the sections of an assessment, and who said that they are done. Whoever has left the group looks after nothing any more.
 * Who has a section is the last word on it under any version that the draft was moved from or to; that it is done is said of one version only. One read.
 */
export async function sectionWorkOf(db: Db, { id, organisationId }: Pick<Assessment, "id" | "organisationId">): Promise<SectionWork[]> {
  const rows = await db.execute<Row>(sql`
    with recursive ${lineOf(id)}
    select w.section, line.id = ${id} as own, m.person_id as "personId", holder.name, m.title, w.given_at as "givenAt", giver.name as "doneBy", w.done_at as "doneAt"
    from line join ${sectionWork} w on w.assessment_id = line.id
      left join ${memberships} m on m.person_id = w.given_to and m.organisation_id = ${organisationId}
      left join ${people} holder on holder.id = m.person_id
      left join ${people} giver on giver.id = w.done_by
    order by w.given_at desc nulls last`);
  return [...new Set(rows.map(({ section }) => section))].map((section) => {
    const about = rows.filter((row) => row.section === section);
    const given = about.find(({ givenAt }) => givenAt !== null);
    const done = about.find(({ own, doneAt }) => own && doneAt !== null);
    return {
      section,
      given: given?.personId && given.name ? { personId: given.personId, name: given.name, title: given.title ?? "" } : undefined,
      done: done?.doneBy && done.doneAt ? { by: done.doneBy, at: new Date(done.doneAt) } : undefined,
    };
  });
}

export type SectionChanged = { ok: true } | { ok: false; why: Refusal | "no_such_section" | "not_in_group" };
type OfSection = { assessmentId: string; section: string };

/**
 * Gives a section to somebody of the group, or to nobody (null). They get a mail in the language they have chosen, once for each giving, unless they took it themselves.
 * To whoever has it already changes nothing. Refuses a section that has no questions, a stranger, and an assessment that is no longer a draft.
 * Undefined when the assessment is not the actor's.
 */
export const giveSection = (db: Db, clock: Clock, actor: Actor, { to, ...of }: OfSection & { to: string | null }) =>
  onSection(db, actor, of, async (tx, assessment): Promise<SectionChanged> => {
    const now = clock.now();
    const person = to === null ? undefined : await memberOf(tx, assessment.organisationId, to);
    if (to !== null && !person) return { ok: false, why: "not_in_group" };
    if (to !== null && (await sectionWorkOf(tx, assessment)).some(({ section, given: has }) => section === of.section && has?.personId === to)) return { ok: true };
    const given = { givenTo: to, givenBy: actor.personId, givenAt: now };
    const [changed] = await tx
      .insert(sectionWork)
      .values({ assessmentId: assessment.id, section: of.section, ...given })
      .onConflictDoUpdate({ target: [sectionWork.assessmentId, sectionWork.section], set: given, setWhere: sql`${sectionWork.givenTo} is distinct from ${to}::uuid` })
      .returning({ section: sectionWork.section });
    if (!changed) return { ok: true };
    if (person && to !== actor.personId) {
      const language = person.language ?? "en";
      const { standard } = await inLanguage(tx, assessment.version, language);
      const section = standard.sections.find(({ id }) => id === of.section)!.title;
      const url = `${settings().baseUrl}${paths.assessment(assessment.id)}#section-${of.section}`;
      const mail = sectionGivenMail({ to: person, from: actor.name, section, standard: standard.title, url }, language);
      await post(tx, clock, `section:${assessment.id}:${of.section}:${now.toISOString()}:${to}`, { ...mail, language });
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
  change: (tx: Db, assessment: Assessment) => Promise<SectionChanged>,
): Promise<SectionChanged | undefined> {
  return db.transaction(async (tx): Promise<SectionChanged | undefined> => {
    const assessment = await assessmentFor(tx, actor, assessmentId, "share");
    if (!assessment) return undefined;
    const allowed = permit("answer", { state: assessment.state, standings: standingsIn(actor, assessment.organisationId), bars: [], met: [] });
    if (!allowed.ok) return allowed;
    const { standard } = assessment.version;
    if (!standard.sections.some(({ id }) => id === section) || !applicable(standard, assessment.facts ?? {}).some((each) => each.section === section))
      return { ok: false, why: "no_such_section" };
    return change(tx, assessment);
  });
}

async function memberOf(tx: Db, organisationId: string, personId: string) {
  const [row] = await tx
    .select({ name: people.name, email: people.email, language: people.language })
    .from(memberships)
    .innerJoin(people, eq(people.id, memberships.personId))
    .where(and(eq(memberships.organisationId, organisationId), sql`${memberships.personId}::text = ${personId}`));
  return row;
}
