import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { fieldErrors } from "~/platform/form";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { assignReaders } from "~/review/assign.server";
import { AssignForm } from "~/review/assign-form";
import { assigningFor } from "~/review/assignable.server";
import { CaseBar } from "~/review/case-bar";
import { chanceHere } from "~/review/draw.server";
import { type Part, parts, partWords } from "~/review/part";
import { refusalStatus } from "~/review/refusal-status";
import { readerFaultWords, readersChangedWords, refusalWords } from "~/review/refusal-words";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import { Box } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
type Answer = { typed: Partial<Record<Part, string>>; errors: FieldErrors };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "moderator");
  const assigning = await assigningFor(pool.db, clock, actor, params.id!);
  if (!assigning) throw notFound();
  return { bar: workBar(actor, request), ...assigning };
}

const reader = z.uuid().or(z.literal("")).optional();
const Readers = z.object({ assessor: z.uuid("Choose an assessor"), second_reader: z.uuid("Choose a second reader") });
const Seen = z.object({ seen_assessor: reader, seen_second_reader: reader });

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "moderator");
  const form = await readForm(request);
  const typed = { assessor: String(form.get("assessor") ?? ""), second_reader: String(form.get("second_reader") ?? "") };
  const readers = Readers.safeParse(typed);
  if (!readers.success) return data<Answer>({ typed, errors: fieldErrors(readers.error) }, 400);
  const { seen_assessor: assessor, seen_second_reader: second_reader } = Seen.catch({}).parse(Object.fromEntries(form));
  const seen = { assessor: assessor || undefined, second_reader: second_reader || undefined };
  const assigned = await assignReaders(pool.db, clock, actor, { caseId: params.id!, ...readers.data, seen }, chanceHere());
  if (!assigned) throw notFound();
  if (assigned.ok) return redirect(paths.case(params.id!));
  if (assigned.why === "readers_changed") return data<Answer>({ typed, errors: { assessor: readersChangedWords } }, refusalStatus(assigned.why));
  const faults = Object.entries(assigned.faults).map(([part, fault]) => [part, readerFaultWords[fault]]);
  return data<Answer>({ typed, errors: faults.length > 0 ? Object.fromEntries(faults) : { assessor: refusalWords[assigned.why] } }, refusalStatus(assigned.why));
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [{ title: pageTitle(loaded ? `Choose readers: ${loaded.case.provider}` : "Choose readers") }];

export default function Assign() {
  const { case: about, people, now, barred } = useLoaderData<typeof loader>();
  const { typed = now, errors = {} } = useActionData<typeof action>() ?? {};
  const reading = parts.flatMap((part) => people.filter(({ personId }) => personId === now[part]).map(({ name }) => `${name} (${partWords[part]})`));
  return (
    <>
      <CaseBar about={about} />
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l govuk-!-margin-top-4">Choose two readers</h1>
      {barred ? (
        <Box tone="warn">
          <p>{barred}</p>
        </Box>
      ) : (
        <>
          <p className="govuk-body">Each of them first says whether they have a conflict of interest. Somebody who keeps their part keeps what they rated.</p>
          {reading.length > 0 && <p className="govuk-body">{`Reading now: ${reading.join(", ")}.`}</p>}
          <AssignForm people={people} now={now} typed={typed} errors={errors} />
        </>
      )}
    </>
  );
}
