import { z } from "zod";
import { type Actor, hasRole } from "~/accounts/actor";
import type { Refusal } from "~/assessments/workflow";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { fieldErrors } from "~/platform/form";
import { paths } from "~/platform/paths";
import type { FieldErrors } from "~/ui/form";
import { awardIntent } from "./award-form";
import type { TypedOnCase } from "./case-page";
import { ContactForm, contactIntent } from "./contact-form";
import { judgeAward } from "./judge-award.server";
import { refusalStatus } from "./refusal-status";
import { evidenceWords, reasonWords, refusalWords } from "./refusal-words";
import { stepAside } from "./step-aside.server";
import { testContact } from "./test-contact.server";
import { recordVisit } from "./visits/record-visit.server";
import { readVisit, typedVisit, visitFaults, visitIntent } from "./visits/visit-input";

/** `path`: where they go on. */
type Answered = { ok: true; path: string } | { ok: false; status: number; typed: TypedOnCase; errors: FieldErrors };

const byIntent = new Map([
  [visitIntent, tellVisit],
  [contactIntent, tellContact],
  [awardIntent, sayOfAward],
]);

/**
 * Does what a form of the page of a case asks for: a reader steps aside; the assessor or a moderator tells of a test of phone or e-mail, of a conversation or a visit, or judges an award.
 * What is wrong is said at its field, beside what was typed. Undefined when the case is out of reach, or the form is not for them.
 */
export async function answerOnCase(db: Db, clock: Clock, actor: Actor, caseId: string, form: FormData): Promise<Answered | undefined> {
  return (byIntent.get(String(form.get("intent"))) ?? leave)(db, clock, actor, caseId, form);
}

async function tellContact(db: Db, clock: Clock, actor: Actor, caseId: string, sent: FormData): Promise<Answered | undefined> {
  const typed = { route: String(sent.get("route") ?? "").slice(0, 20), worked: String(sent.get("worked") ?? "").slice(0, 20) };
  const form = ContactForm.safeParse(Object.fromEntries(sent));
  if (!form.success) return { ok: false, status: 400, typed, errors: fieldErrors(form.error) };
  const tested = await testContact(db, clock, actor, { caseId, ...form.data });
  if (!tested || tested.ok) return tested && { ok: true, path: paths.case(caseId) };
  return { ok: false, status: refusalStatus(tested.why), typed, errors: { route: refusalWords[tested.why] } };
}

async function tellVisit(db: Db, clock: Clock, actor: Actor, caseId: string, sent: FormData): Promise<Answered | undefined> {
  const visit = typedVisit(sent);
  const form = readVisit(visit);
  if (!form.success) return { ok: false, status: 400, typed: { visit }, errors: fieldErrors(form.error) };
  const { held: day, about: criteria, ...told } = form.data;
  const done = await recordVisit(db, clock, actor, { caseId, day, criteria, ...told });
  if (!done || done.ok) return done && { ok: true, path: paths.case(caseId) };
  const [field, words] = done.why in visitFaults ? visitFaults[done.why as keyof typeof visitFaults] : (["kind", refusalWords[done.why as Refusal]] as const);
  return { ok: false, status: refusalStatus(done.why), typed: { visit }, errors: { [field]: words } };
}

const text = z.string().max(5000).catch("");
const Shown = z.object({ criterion: text, award: text, accepted: text, reason: text });

/** Sent from where evidence is read, and answered with the way back there; what is wrong is said on the page of the case, with the words that were typed. */
async function sayOfAward(db: Db, clock: Clock, actor: Actor, caseId: string, sent: FormData): Promise<Answered | undefined> {
  const { criterion, award: awardId, accepted, reason } = Shown.parse(Object.fromEntries(sent));
  const done = await judgeAward(db, clock, actor, { caseId, criterion, awardId, accepted: accepted === "yes", reason });
  if (!done || done.ok) return done && { ok: true, path: criterion ? paths.rate(caseId, criterion) : paths.case(caseId) };
  const status = done.why in reasonWords || done.why === "award_expired" ? 422 : refusalStatus(done.why);
  return { ok: false, status, typed: { reason }, errors: { reason: evidenceWords(done.why) } };
}

const StepAside = z.object({ reason: z.string().trim().min(1, "Say why you step aside").max(500, "Say why in no more than 500 characters") });

async function leave(db: Db, clock: Clock, actor: Actor, caseId: string, sent: FormData): Promise<Answered | undefined> {
  if (!hasRole(actor, "assessor")) return undefined;
  const typed = { reason: String(sent.get("reason") ?? "").slice(0, 5000) };
  const form = StepAside.safeParse(Object.fromEntries(sent));
  if (!form.success) return { ok: false, status: 400, typed, errors: { reason: form.error.issues[0]!.message } };
  const left = await stepAside(db, clock, actor, { caseId, ...form.data });
  if (!left || left.ok) return left && { ok: true, path: paths.cases };
  return { ok: false, status: refusalStatus(left.why), typed, errors: { reason: refusalWords[left.why] } };
}
