import { type ActionFunctionArgs, data, type LoaderFunctionArgs, type MetaFunction, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { workBar } from "~/accounts/bar";
import { ownOrganisation } from "~/accounts/own-organisation.server";
import { actorForForm, notFound, requireActor } from "~/accounts/session.server";
import { awardChoices } from "~/evidence/award-choices.server";
import { AwardsHeld, StateAward } from "~/evidence/awards-held";
import { changeLibrary } from "~/evidence/change-library.server";
import { libraryOf } from "~/evidence/library.server";
import { LibraryEntry, UploadForm } from "~/evidence/library-page";
import { noDay } from "~/evidence/library-typed";
import { LinksShown } from "~/evidence/links-shown";
import { readUpload } from "~/evidence/upload.server";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { work: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded && loaded.library.page > 1 ? `Evidence library, page ${loaded.library.page}` : "Evidence library") },
];

const Page = z.coerce.number().int().min(1).max(10_000).catch(1);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { organisationId, name, slug } = ownOrganisation(actor, params.slug);
  const library = await libraryOf(pool.db, organisationId, Page.parse(new URL(request.url).searchParams.get("page")));
  return { bar: workBar(actor, request), name, slug, library, choices: awardChoices(), today: londonDay(clock.now()), scanner: settings().clamdUrl !== undefined };
}

export async function action({ request, params }: ActionFunctionArgs) {
  const actor = await actorForForm(request);
  const { organisationId, slug } = ownOrganisation(actor, params.slug);
  const changed = await changeLibrary(pool.db, clock, actor, organisationId, await readUpload(request));
  if (!changed) throw notFound();
  return changed.ok ? redirect(paths.library(slug)) : data({ typed: changed.typed, errors: changed.errors }, changed.status);
}

export default function LibraryPage() {
  const { name, slug, library, choices, today, scanner } = useLoaderData<typeof loader>();
  const { typed, errors = {} } = useActionData<typeof action>() ?? {};
  const of = (intent: string) => (typed?.intent === intent ? typed : undefined);
  return (
    <div className="wm-prose">
      <BackLink href={paths.organisation(slug)}>{name}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">Evidence library</h1>
      <p>Everything your group has shown, or keeps here to show. One file can serve many questions, and next time too.</p>
      {!scanner && <p className="wm-quiet">No virus scanner is connected here, so files are not checked for viruses. Everybody gets them as downloads only.</p>}
      <h2 className="govuk-heading-m">Files</h2>
      {library.files.length === 0 && <p>There is nothing here yet. What you add to a question comes here by itself; you can also add a file now.</p>}
      <ul className="wm-tidy">
        {library.files.map((file) => (
          <LibraryEntry key={file.id} file={file} today={today} errors={errors} typed={typed?.fileId === file.id ? of("expiry")?.expires : undefined} />
        ))}
      </ul>
      <Pagination page={library.page} pages={library.pages} of="files" href={(to) => `${paths.library(slug)}?page=${to}`} />
      <h2 className="govuk-heading-m">Add a file</h2>
      <UploadForm errors={errors} typed={of("add")?.expires ?? noDay} />
      <h2 className="govuk-heading-m">Web pages</h2>
      <LinksShown links={library.links} />
      <h2 className="govuk-heading-m">Awards from others</h2>
      <AwardsHeld held={library.awards} choices={choices} today={today} />
      <StateAward choices={choices} typed={of("award")} errors={errors} />
    </div>
  );
}
