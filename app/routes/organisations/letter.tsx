import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { workBar } from "~/accounts/bar";
import { notFound, requireActor } from "~/accounts/session.server";
import { letterFor } from "~/marks/letter-for.server";
import { LetterText } from "~/marks/letter-page";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { BackLink } from "~/ui/back-link";
import { Button } from "~/ui/button";
import { Form } from "~/ui/form";
import { Prose } from "~/ui/layout";
import { pageTitle } from "~/ui/title";

export async function loader({ request, params }: LoaderFunctionArgs) {
  const actor = await requireActor(request);
  const at = { slug: params.slug ?? "", decisionId: params.decisionId ?? "" };
  const found = await letterFor(pool.db, actor, at);
  if (!found) throw notFound();
  const { pdf, ...view } = found;
  return {
    bar: workBar(actor, request),
    ...view,
    pdf: pdf && paths.letterPdf(at.slug, at.decisionId),
    home: paths.organisation(at.slug),
    start: paths.organisationAssessments(at.slug),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data: loaded }) => [
  { title: pageTitle(loaded ? `Decision letter: ${loaded.letter.standard.title}, ${loaded.letter.provider}` : "Letter") },
];

export default function LetterPage() {
  const { letter, contact, belongs, home, pdf, again, start } = useLoaderData<typeof loader>();
  return (
    <Prose>
      {belongs && <BackLink href={home}>{letter.provider}</BackLink>}
      <LetterText letter={letter} contact={contact}>
        {again && (
          <Form action={start}>
            <input type="hidden" name="standard" value={again.standardKey} />
            <input type="hidden" name="carry-from" value={again.carryFrom} />
            <Button>Start again from these answers</Button>
          </Form>
        )}
        <p className="govuk-body">{pdf ? <a href={pdf}>This letter as a PDF</a> : "The PDF of this letter is being made. Load the page again in a minute."}</p>
      </LetterText>
    </Prose>
  );
}
