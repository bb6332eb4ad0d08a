import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import type { Actor } from "~/accounts/actor";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import type { Refusal } from "~/assessments/workflow";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { fieldErrors } from "~/platform/form";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { awardIntent } from "~/review/award-form";
import { caseFor } from "~/review/case.server";
import { CasePage, type TypedOnCase } from "~/review/case-page";
import { ContactForm, contactIntent } from "~/review/contact-form";
import { judgeAward } from "~/review/judge-award.server";
import { noteLook } from "~/review/record/look.server";
import { refusalStatus } from "~/review/refusal-status";
import { evidenceWords, reasonWords, refusalWords } from "~/review/refusal-words";
import { stepAside } from "~/review/step-aside.server";
import { testContact } from "~/review/test-contact.server";
import { recordVisit } from "~/review/visits/record-visit.server";
import { readVisit, type TypedVisit, typedVisit, visitFaults, visitIntent } from "~/review/visits/visit-input";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "assessor", "moderator", "decider");
  const view = await caseFor(pool.db, clock, actor, params.id!);
  if (!view) throw notFound();
  await noteLook(pool.db, clock, actor, { cases: [view.id], what: "case", request });
  return { bar: workBar(actor, request), view };
}

type Answer = { typed: TypedOnCase; errors: FieldErrors };
const StepAside = z.object({ reason: z.string().trim().min(1, "Say why you step aside").max(500, "Say why in no more than 500 characters") });

/** The forms of this page: a reader steps aside; the assessor or a moderator tells of a test of phone or e-mail, of a conversation or a visit, or judges an award. */
export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "assessor", "moderator");
  const form = await readForm(request);
  const typed = Object.fromEntries(form);
  if (typed.intent === visitIntent) return recordOfVisit(actor, params.id!, typedVisit(form));
  if (typed.intent === contactIntent) return recordContact(actor, params.id!, typed);
  if (typed.intent === awardIntent) return ofAward(actor, params.id!, typed);
  return leave(actor, params.id!, typed);
}

async function recordContact(actor: Actor, caseId: string, sent: Record<string, FormDataEntryValue>) {
  requireRole(actor, "assessor", "moderator");
  const typed = { route: String(sent.route ?? "").slice(0, 20), worked: String(sent.worked ?? "").slice(0, 20) };
  const form = ContactForm.safeParse(sent);
  if (!form.success) return data<Answer>({ typed, errors: fieldErrors(form.error) }, 400);
  const tested = await testContact(pool.db, clock, actor, { caseId, ...form.data });
  if (!tested) throw notFound();
  if (!tested.ok) return data<Answer>({ typed, errors: { route: refusalWords[tested.why] } }, refusalStatus(tested.why));
  return redirect(paths.case(caseId));
}

async function recordOfVisit(actor: Actor, caseId: string, visit: TypedVisit) {
  requireRole(actor, "assessor", "moderator");
  const form = readVisit(visit);
  if (!form.success) return data<Answer>({ typed: { visit }, errors: fieldErrors(form.error) }, 400);
  const { held: day, about: criteria, ...told } = form.data;
  const done = await recordVisit(pool.db, clock, actor, { caseId, day, criteria, ...told });
  if (!done) throw notFound();
  if (done.ok) return redirect(paths.case(caseId));
  const [field, words] = done.why in visitFaults ? visitFaults[done.why as keyof typeof visitFaults] : (["kind", refusalWords[done.why as Refusal]] as const);
  return data<Answer>({ typed: { visit }, errors: { [field]: words } }, refusalStatus(done.why));
}

const text = z.string().max(5000).catch("");
const Shown = z.object({ criterion: text, award: text, accepted: text, reason: text });

/** Sent from where evidence is read, and answered with the way back there; what is wrong is said on the page of the case, with the words that were typed. */
async function ofAward(actor: Actor, caseId: string, sent: Record<string, FormDataEntryValue>) {
  requireRole(actor, "assessor", "moderator");
  const { criterion, award: awardId, accepted, reason } = Shown.parse(sent);
  const done = await judgeAward(pool.db, clock, actor, { caseId, criterion, awardId, accepted: accepted === "yes", reason });
  if (!done) throw notFound();
  if (!done.ok)
    return data<Answer>(
      { typed: { reason }, errors: { reason: evidenceWords(done.why) } },
      done.why in reasonWords || done.why === "award_expired" ? 422 : refusalStatus(done.why as Refusal),
    );
  return redirect(criterion ? paths.rate(caseId, criterion) : paths.case(caseId));
}

async function leave(actor: Actor, caseId: string, typed: Record<string, FormDataEntryValue>) {
  requireRole(actor, "assessor");
  const form = StepAside.safeParse(typed);
  const reason = String(typed.reason ?? "").slice(0, 5000);
  if (!form.success) return data<Answer>({ typed: { reason }, errors: { reason: form.error.issues[0]!.message } }, 400);
  const left = await stepAside(pool.db, clock, actor, { caseId, ...form.data });
  if (!left) throw notFound();
  if (!left.ok) return data<Answer>({ typed: { reason }, errors: { reason: refusalWords[left.why] } }, refusalStatus(left.why));
  return redirect(paths.cases);
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `${loaded.view.provider.name}, ${loaded.view.number}` : "Case") }];

export default function Case() {
  const { view } = useLoaderData<typeof loader>();
  const { typed = {}, errors = {} } = useActionData<typeof action>() ?? {};
  return <CasePage view={view} typed={typed} errors={errors} />;
}
