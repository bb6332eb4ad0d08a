import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { notFound, requireActor } from "~/accounts/session.server";
import { letterFor } from "~/marks/letter-for.server";
import { LetterText } from "~/marks/letter-page";
import { markWords } from "~/marks/words/mark-words";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { appealWords } from "~/review/appeals/words/appeal-words";
import { noteLook } from "~/review/record/look.server";
import { langWithin } from "~/standards/translation/lang-within";
import { BackLink } from "~/ui/back-link";
import { Button, LinkButton } from "~/ui/button";
import { Form } from "~/ui/form";
import { Prose } from "~/ui/layout";
import type { PageHandle } from "~/ui/page-handle";
import { pageTitle } from "~/ui/title";
import { languageOfBar } from "~/ui/work-bar";

export const handle: PageHandle = { work: true, translated: true };

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const at = { slug: params.slug ?? "", decisionId: params.decisionId ?? "" };
  const found = await letterFor(pool.db, actor, at);
  if (!found) throw notFound();
  const { pdf, textIn, caseId, ...view } = found;
  await noteLook(pool.db, clock, actor, { cases: caseId ? [caseId] : [], what: "letter", which: at.decisionId, request });
  return {
    bar: workBar(actor, request),
    ...view,
    textLang: langWithin(textIn, actor.language),
    pdf: pdf && paths.letterPdf(at.slug, at.decisionId),
    report: paths.decisionReport(at.slug, at.decisionId),
    home: paths.organisation(at.slug),
    start: paths.organisationAssessments(at.slug),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => {
  const t = markWords(languageOfBar(loaded));
  return [{ title: pageTitle(loaded ? t("letter.title", { standard: loaded.letter.standard.title, provider: loaded.letter.provider }) : t("letter.title_alone")) }];
};

export default function LetterPage() {
  const { t, language } = useWords(markWords);
  const { letter, contact, textLang, belongs, home, pdf, report, again, answer, appeal, start } = useLoaderData<typeof loader>();
  return (
    <Prose>
      {belongs && <BackLink href={home}>{letter.provider}</BackLink>}
      <LetterText letter={letter} contact={contact} textLang={textLang}>
        {answer && <LinkButton href={paths.deferred(answer)}>{t("letter.next.answer")}</LinkButton>}
        {again && (
          <Form action={start}>
            <input type="hidden" name="standard" value={again.standardKey} />
            <input type="hidden" name="carry-from" value={again.carryFrom} />
            <Button>{t("letter.next.start")}</Button>
          </Form>
        )}
        {appeal && (
          <p className="govuk-body">
            <a href={paths.ownAppeal(appeal)}>{appealWords(language)("link.appeal")}</a>
          </p>
        )}
        <p className="govuk-body">
          <a href={report}>{t("report.link")}</a>
        </p>
        <p className="govuk-body">{pdf ? <a href={pdf}>{t("letter.pdf.link")}</a> : t("letter.pdf.being_made")}</p>
      </LetterText>
    </Prose>
  );
}
