import type { MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { factLabels } from "~/standards/facts.server";
import { describeRule } from "~/standards/rule-words";
import { latestVersions } from "~/standards/versions.server";
import { Day } from "~/ui/date";
import { Definition, Definitions } from "~/ui/definition";
import { Prose } from "~/ui/layout";
import { pageTitle } from "~/ui/title";

export async function loader() {
  const labels = factLabels();
  return (await latestVersions(pool.db, londonDay(clock.now()))).map(({ standard: { key, version, title, purpose, gate, effective_from, criteria } }) => ({
    key,
    version,
    title,
    purpose,
    effectiveFrom: effective_from,
    applies: describeRule(gate, labels),
    criteria: criteria.length,
    mustHaves: criteria.filter(({ must_have }) => must_have).length,
  }));
}

export const meta: MetaFunction = () => [{ title: pageTitle("What we check") }];

export default function Standards() {
  const standards = useLoaderData<typeof loader>();
  return (
    <Prose>
      <h1 className="govuk-heading-l">What we check</h1>
      <p>
        A mark is for one standard. A standard is a list of criteria, each with four levels: Not yet, Developing, Met and Leading. Some criteria are must-haves: without them there
        is no mark. Only what applies to a group is asked of it.
      </p>
      {standards.map((each) => (
        <section key={each.key} aria-labelledby={each.key}>
          <h2 id={each.key}>
            <a href={paths.standardVersion(each.key, each.version)}>{each.title}</a>
          </h2>
          <p>{each.purpose}</p>
          <Definitions>
            <Definition term="Applies">{each.applies}</Definition>
            <Definition term="Criteria">
              {each.criteria}, of which {each.mustHaves} are must-haves
            </Definition>
            <Definition term="Version">
              {each.version}, in use from <Day day={each.effectiveFrom} />. <a href={paths.standard(each.key)}>All versions of {each.title}</a>
            </Definition>
          </Definitions>
        </section>
      ))}
      <h2>Where they come from</h2>
      <p>
        The standards grow out of <cite>Connecting communities and healthcare: making social prescribing work for everyone</cite> (The National Lottery Community Fund, 2019), which
        is Crown copyright and used under the Open Government Licence v3.0. It does not endorse them. Their text may be used by anyone under{" "}
        <a href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>. They are illustrative until a body adopts them as its own.
      </p>
    </Prose>
  );
}
