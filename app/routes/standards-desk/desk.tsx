import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { actorForForm, notFound, requireActor, requireRole } from "~/accounts/session.server";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { readForm } from "~/platform/read-form.server";
import { openReviews } from "~/review/reliability/guidance.server";
import { ReviewsTable } from "~/review/reliability/reviews-table";
import { standardsDesk } from "~/standards/drafting/desk.server";
import { DraftsTable, StandardCard } from "~/standards/drafting/desk-page";
import { parts } from "~/standards/drafting/next-version";
import { startDraft } from "~/standards/drafting/start.server";
import { ErrorSummary } from "~/ui/error-summary";
import type { FieldErrors } from "~/ui/form";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
export const meta: MetaFunction = () => [{ title: pageTitle("Standards desk") }];
const Typed = z.object({ key: z.string(), part: z.enum(parts) });

export async function loader({ request }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  requireRole(actor, "editor");
  return { bar: workBar(actor, request), reviews: await openReviews(pool.db), ...(await standardsDesk(pool.db)) };
}

export async function action({ request }: ActionFunctionArgs) {
  const actor = await actorForForm(request, "editor");
  const form = await readForm(request);
  const typed = Typed.safeParse(Object.fromEntries(form));
  const errors = (words: string, status: number) => data<{ errors: FieldErrors }>({ errors: { [`part-${String(form.get("key"))}`]: words } }, status);
  if (!typed.success) return errors("Choose what the new version will change", 422);
  const started = await startDraft(pool.db, clock, actor, typed.data);
  if (!started) throw notFound();
  return started.ok ? redirect(paths.standardDraft(started.draftId)) : errors(`Somebody has begun ${started.version} already. It is in the list above.`, 409);
}

export default function Desk() {
  const { drafts, standards, reviews } = useLoaderData<typeof loader>();
  const { errors = {} } = useActionData<typeof action>() ?? {};
  return (
    <>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">Standards desk</h1>
      <p className="govuk-body">A published version is never changed. A new one is written here, shown to its readers, and published by an editor who wrote none of it.</p>
      <DraftsTable drafts={drafts} />
      {reviews.length > 0 && <ReviewsTable caption="Guidance to look at" reviews={reviews} />}
      {standards.map((each) => (
        <StandardCard key={each.key} standard={each} errors={errors} />
      ))}
    </>
  );
}
