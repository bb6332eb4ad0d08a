import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { notFound, requireActor } from "~/accounts/session.server";
import { ShowPage } from "~/marks/showing/show-page";
import { markToShow } from "~/marks/showing/to-show.server";
import { showingWords } from "~/marks/showing/words/showing-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Prose } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };
export const meta: MetaFunction<typeof loader> = ({ data }) => {
  const t = showingWords(languageOfBar(data));
  return [{ title: pageTitle(data ? t("title", { standard: data.mark.standard }) : t("title_alone")) }];
};

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const slug = params.slug ?? "";
  const mark = await markToShow(pool.db, actor, { slug, code: params.code ?? "" }, { now: clock.now(), origin: settings().baseUrl, language: actor.language });
  if (!mark) throw notFound();
  return { bar: workBar(actor, request), slug, mark };
}

export default function ShowMark() {
  const { slug, mark } = useLoaderData<typeof loader>();
  const { t } = useWords(showingWords);
  return (
    <Prose>
      <BackLink href={paths.organisation(slug)} />
      <h1 className="govuk-heading-l">{t("h1")}</h1>
      <ShowPage mark={mark} />
    </Prose>
  );
}
