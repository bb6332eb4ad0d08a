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
import { evidenceWords } from "~/evidence/words/evidence-words";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { ErrorSummary } from "~/ui/error-summary";
import type { PageHandle } from "~/ui/page-handle";
import { Pagination } from "~/ui/pagination";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const t = evidenceWords(languageOfBar(loaded));
  return [{ title: pageTitle(loaded && loaded.library.page > 1 ? t("library.title_page", { page: loaded.library.page }) : t("library.title")) }];
};

const Page = z.coerce.number().int().min(1).max(10_000).catch(1);

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const { organisationId, name, slug } = ownOrganisation(actor, params.slug);
  const library = await libraryOf(pool.db, organisationId, Page.parse(new URL(request.url).searchParams.get("page")), actor.language);
  return { bar: workBar(actor, request), name, slug, library, choices: awardChoices(actor.language), today: londonDay(clock.now()), scanner: settings().clamdUrl !== undefined };
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
  const { t } = useWords(evidenceWords);
  const of = (intent: string) => (typed?.intent === intent ? typed : undefined);
  return (
    <div className="wm-prose">
      <BackLink href={paths.organisation(slug)}>{name}</BackLink>
      <ErrorSummary errors={errors} />
      <h1 className="govuk-heading-l">{t("library.title")}</h1>
      <p>{t("library.intro")}</p>
      {!scanner && <p className="wm-quiet">{t("library.no_scanner")}</p>}
      <h2 className="govuk-heading-m">{t("library.files.heading")}</h2>
      {library.files.length === 0 && <p>{t("library.files.none")}</p>}
      <ul className="wm-tidy">
        {library.files.map((file) => (
          <LibraryEntry key={file.id} file={file} today={today} errors={errors} typed={typed?.fileId === file.id ? of("expiry")?.expires : undefined} />
        ))}
      </ul>
      <Pagination page={library.page} pages={library.pages} of={t("library.files.pages_of")} href={(to) => `${paths.library(slug)}?page=${to}`} />
      <h2 className="govuk-heading-m">{t("library.add.heading")}</h2>
      <UploadForm errors={errors} typed={of("add")?.expires ?? noDay} />
      <h2 className="govuk-heading-m">{t("library.links.heading")}</h2>
      <LinksShown links={library.links} />
      <h2 className="govuk-heading-m">{t("library.awards.heading")}</h2>
      <AwardsHeld held={library.awards} choices={choices} today={today} />
      <StateAward choices={choices} typed={of("award")} errors={errors} />
    </div>
  );
}
