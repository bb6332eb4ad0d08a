import { eq, or, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { concernSteps, concerns } from "#db/schema/concerns";
import { type Actor, hasRole } from "~/accounts/actor";
import type { AuditEvent } from "~/audit/event";
import { record } from "~/audit/record.server";
import { findInText, resultOf } from "~/evidence/personal-data";
import { tellAdmins } from "~/marks/tell.server";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { post } from "~/platform/mail.server";
import { reasonFault } from "~/review/rating";
import { aboutCode } from "./about-code.server";
import { isEmail } from "./concern";
import { groupMail, replyMail } from "./concern-mails";
import { type ConcernCondition, closedStates, concernMoves, type MoveName, permitStep, type StepName, type StepRefusal } from "./concern-moves";
import { type HeldConcern, holdConcern } from "./find-concern.server";
import { namesSomebody } from "./names-somebody";

/** `agency`: for `tell_agency`. `group`: for `name_group`, a name or the code of a mark. `named`: for `tell_group`, that it is told who told us. */
export type Step = { id: string; step: StepName; words: string; agency?: string; group?: string; named?: boolean };
export type Stepped = { ok: true } | { ok: false; why: StepRefusal };

const agencyMost = 200;

/**
 * Whatever a moderator does with a concern: one row of its history, one event of the trail, and what follows from it, or nothing at all.
 * Undefined when the concern is out of reach, or not there.
 */
export function takeStep(db: Db, clock: Clock, actor: Actor, taken: Step): Promise<Stepped | undefined> {
  return db.transaction(async (tx): Promise<Stepped | undefined> => {
    const concern = await holdConcern(tx, clock, actor, taken.id);
    if (!concern) return undefined;
    const [agency, words] = [taken.agency?.trim() ?? "", taken.words.trim()];
    const group = taken.step === "name_group" ? await groupNamed(tx, taken.group?.trim() ?? "") : undefined;
    const met: ConcernCondition[] = [
      ...(agency !== "" ? ["agency_named" as const] : []),
      ...(concern.contact !== "" ? ["reachable" as const] : []),
      ...(concern.heardAt || concern.contact === "" ? ["heard" as const] : []),
      ...(concern.organisationId ? ["group_known" as const] : []),
      ...(group ? ["group_found" as const] : []),
    ];
    const permission = permitStep(taken.step, { state: concern.state, standings: hasRole(actor, "moderator") ? ["moderator"] : [], met, reason: words });
    if (!permission.ok) return permission;
    const fault = taken.step === "name_group" ? undefined : reasonFault(words);
    if (fault) return { ok: false, why: fault };
    if (agency.length > agencyMost) return { ok: false, why: "agency_long" };
    const unfit = taken.step === "tell_group" ? unfitForGroup(concern, words, taken.named ?? false) : undefined;
    if (unfit) return { ok: false, why: unfit };

    const now = clock.now();
    const named = taken.step === "tell_group" && taken.named === true;
    const whom = taken.step === "tell_agency" ? agency : (group?.name ?? null);
    const [row] = await tx
      .insert(concernSteps)
      .values({ concernId: concern.id, step: taken.step, fromState: concern.state, toState: permission.to, words, whom, named, by: actor.personId, at: now })
      .returning({ id: concernSteps.id });
    await tx
      .update(concerns)
      .set(changedBy(taken.step, concern, permission.to, now, group?.id))
      .where(eq(concerns.id, concern.id));
    if (taken.step === "reply" && isEmail(concern.contact)) await reply(tx, clock, concern, row!.id, words);
    if (taken.step === "tell_group") await tellGroup(tx, clock, concern, row!.id, words, named);
    await record(tx, { personId: actor.personId }, now, eventOf(taken.step, concern, permission.to, { named, group: group?.id }));
    return { ok: true };
  });
}

const isMove = (step: StepName): step is MoveName => step in concernMoves;

/** What of the concern's own row changes. A first time is kept. */
function changedBy(step: StepName, concern: HeldConcern, to: HeldConcern["state"], now: Date, group: string | undefined) {
  return {
    state: to,
    readAt: concern.readAt ?? (isMove(step) ? now : null),
    agencyToldAt: concern.agencyToldAt ?? (step === "tell_agency" ? now : null),
    heardAt: concern.heardAt ?? (step === "reply" ? now : null),
    closedAt: isMove(step) ? (closedStates.includes(to) ? now : null) : concern.closedAt,
    organisationId: group ?? concern.organisationId,
  };
}

function eventOf(step: StepName, { id, state, contact, organisationId }: HeldConcern, to: string, { named, group }: { named: boolean; group: string | undefined }): AuditEvent {
  if (isMove(step)) return { type: "concern.moved", subject: id, data: { move: step, from: state, to } };
  if (step === "reply") return { type: "concern.replied", subject: id, data: { by_mail: isEmail(contact) } };
  if (step === "tell_group") return { type: "concern.group_told", subject: id, data: { organisation_id: organisationId ?? "", named } };
  if (step === "name_group") return { type: "concern.group_named", subject: id, data: { organisation_id: group ?? "" } };
  return { type: "concern.noted", subject: id, data: {} };
}

/** What a group must not be told: who told us, unless they allowed it; and details of anybody. */
function unfitForGroup(concern: HeldConcern, words: string, named: boolean): StepRefusal | undefined {
  if (named && !concern.mayName) return "not_allowed";
  if (!named && namesSomebody(words, concern)) return "names_somebody";
  return resultOf(findInText(words)) === "blocked" ? "personal" : undefined;
}

async function reply(tx: Db, clock: Clock, { reference, contact, language }: HeldConcern, stepId: string, words: string) {
  const mail = replyMail({ reference, words, phone: settings().contact.phone }, language);
  await post(tx, clock, `concern-reply:${stepId}`, { to: contact, ...mail, language });
}

async function tellGroup(tx: Db, clock: Clock, { organisationId, provider, name }: HeldConcern, stepId: string, words: string, named: boolean) {
  const { contact } = settings();
  await tellAdmins(tx, clock, organisationId ?? "", `concern-told:${stepId}`, (language) => groupMail({ provider, words, name: named ? name : null, contact }, language));
}

/** The one group of this name or short name, or whose mark has this code. */
async function groupNamed(tx: Db, typed: string): Promise<{ id: string; name: string } | undefined> {
  if (typed === "") return undefined;
  const about = await aboutCode(tx, typed);
  if (about.is === "known") return { id: about.organisationId, name: about.name };
  const [first, second] = await tx
    .select({ id: organisations.id, name: organisations.name })
    .from(organisations)
    .where(or(sql`lower(${organisations.name}) = lower(${typed})`, eq(organisations.slug, typed.toLowerCase())))
    .limit(2);
  return second ? undefined : first;
}
