import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { CriterionText } from "~/standards/criterion-text";
import { withdrawalOf } from "~/standards/drafting/withdraw.server";
import { factLabels } from "~/standards/facts.server";
import { StandingWords } from "~/standards/standing-words";
import { versionPage } from "~/standards/version-page";
import { standingsOf } from "~/standards/versions.server";
import { BackLink } from "~/ui/back-link";
import { Day } from "~/ui/date";
import { Definition, Definitions } from "~/ui/definition";
import { Prose } from "~/ui/layout";
import { pageTitle } from "~/ui/title";

export async function loader({ params }: LoaderFunctionArgs) {
  const versions = await standingsOf(pool.db, params.key ?? "", londonDay(clock.now()));
  const found = versions.find(({ standard }) => standard.version === params.version);
  if (!found) throw new Response("Not found", { status: 404 });
  const withdrawal = await withdrawalOf(pool.db, found.id);
  const withdrawn = withdrawal?.confirmedAt ? { day: londonDay(withdrawal.confirmedAt), reason: withdrawal.reason } : undefined;
  return { ...versionPage(found.standard, factLabels()), sha256: found.sha256, stands: found.stands, from: found.standard.changes?.from, withdrawn };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `${data.title} ${data.version}` : "Not found") }];

export default function Version() {
  const { key, title, version, purpose, offered, sha256, stands, from, scoring, sections, withdrawn } = useLoaderData<typeof loader>();
  return (
    <Prose>
      <BackLink href={paths.standard(key)}>All versions</BackLink>
      <h1 className="govuk-heading-l">
        {title} {version}
      </h1>
      <p>{purpose}</p>
      <Definitions>
        {withdrawn && (
          <Definition term="Withdrawn" heed>
            <Day day={withdrawn.day} />. Nothing new can begin under it; what was given under it stands. {withdrawn.reason}
          </Definition>
        )}
        <Definition term="Standing">
          <StandingWords {...stands} />
          {stands.supersededBy && (
            <>
              {" "}
              <a href={paths.standardComparison(key, version, stands.supersededBy)}>What is different in {stands.supersededBy}</a>
            </>
          )}
        </Definition>
        {from && (
          <Definition term="What is new">
            <a href={paths.standardComparison(key, from, version)}>
              {from} and {version} compared
            </a>
          </Definition>
        )}
        <Definition term="Applies">{offered}</Definition>
        <Definition term="On paper">
          <a href={paths.workbookPdf(key, version)}>The questions as a workbook to write in (PDF)</a>, or <a href={paths.workbookDocx(key, version)}>to type in (Word)</a>
        </Definition>
        <Definition term="For machines">
          <a href={paths.standardVersionJson(key, version)}>The same as JSON</a>, or <a href={paths.oscal(key, version)}>as an OSCAL catalog</a>
        </Definition>
        <Definition term="Fingerprint">
          <code>{sha256}</code>
        </Definition>
      </Definitions>
      <nav aria-labelledby="contents">
        <h2 id="contents">Contents</h2>
        <ul className="govuk-list">
          {sections.map(({ id, title, criteria }) => (
            <li key={id}>
              <a href={`#${id}`}>{title}</a> ({criteria.length})
            </li>
          ))}
          <li>
            <a href="#scoring">How a mark is worked out</a>
          </li>
        </ul>
      </nav>
      {sections.map(({ id, title, criteria }) => (
        <section key={id} id={id} aria-labelledby={`${id}-title`}>
          <h2 id={`${id}-title`}>{title}</h2>
          {criteria.map((each) => (
            <CriterionText key={each.id} {...each} />
          ))}
        </section>
      ))}
      <section id="scoring" aria-labelledby="scoring-title">
        <h2 id="scoring-title">How a mark is worked out</h2>
        <Definitions>
          {scoring.map(({ term, words }) => (
            <Definition key={term} term={term}>
              {words}
            </Definition>
          ))}
        </Definitions>
      </section>
    </Prose>
  );
}
