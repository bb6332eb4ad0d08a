import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { notFound, requireActor } from "~/accounts/session.server";
import { decisionReportFor } from "~/marks/letter-for.server";
import { ReportText } from "~/marks/report-page";
import { markWords } from "~/marks/words/mark-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { noteLook } from "~/review/record/look.server";
import { langWithin } from "~/standards/translation/lang-within";
import { BackLink } from "~/ui/back-link";
import { Prose } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const at = { slug: params.slug ?? "", decisionId: params.decisionId ?? "" };
  const found = await decisionReportFor(pool.db, actor, at, "page");
  if (!found) throw notFound();
  const { report, textIn, caseId } = found;
  await noteLook(pool.db, clock, actor, { cases: caseId ? [caseId] : [], what: "letter", which: at.decisionId, request });
  const links = { letter: paths.letter(at.slug, at.decisionId), pdf: paths.decisionReportPdf(at.slug, at.decisionId) };
  return { bar: workBar(actor, request), report, textLang: langWithin(textIn, actor.language), ...links };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const t = markWords(languageOfBar(loaded));
  return [{ title: pageTitle(loaded ? t("report.title", { standard: loaded.report.standard.title, provider: loaded.report.provider }) : t("report.title_alone")) }];
};

export default function ReportPage() {
  const { t } = useWords(markWords);
  const { report, textLang, letter, pdf } = useLoaderData<typeof loader>();
  return (
    <Prose>
      <BackLink href={letter}>{t("report.to_letter")}</BackLink>
      <ReportText report={report} textLang={textLang} />
      <p className="govuk-body">
        <a href={pdf}>{t("report.pdf")}</a>
      </p>
    </Prose>
  );
}
