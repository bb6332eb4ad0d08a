import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { StandingWords } from "~/standards/standing-words";
import { standingsOf } from "~/standards/versions.server";
import { BackLink } from "~/ui/back-link";
import { Day } from "~/ui/date";
import { Table } from "~/ui/table";
import { pageTitle } from "~/ui/title";

export async function loader({ params }: LoaderFunctionArgs) {
  const versions = await standingsOf(pool.db, params.key ?? "", londonDay(clock.now()));
  const newest = versions[0]?.standard;
  if (!newest) throw new Response("Not found", { status: 404 });
  const { key, title, purpose } = newest;
  return {
    key,
    title,
    purpose,
    versions: versions.map(({ sha256, stands, standard: { version, published_on, changes } }) => ({ version, sha256, stands, publishedOn: published_on, from: changes?.from })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data }) => [{ title: pageTitle(data ? `Versions of ${data.title}` : "Not found") }];

export default function Versions() {
  const { key, title, purpose, versions } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={paths.standards}>What we check</BackLink>
      <h1 className="govuk-heading-l">Versions of {title}</h1>
      <p className="govuk-body">{purpose}</p>
      <p className="govuk-body">A published version is never changed. A mark always names the version it was given for.</p>
      <Table
        hideCaption
        caption={`Versions of ${title}, the newest first`}
        columns={[{ heading: "Version" }, { heading: "Published" }, { heading: "Standing" }, { heading: "What is different" }, { heading: "Fingerprint (SHA-256)" }]}
        rows={versions.map((each) => ({
          id: each.version,
          cells: [
            <a key="version" href={paths.standardVersion(key, each.version)}>
              {title} {each.version}
            </a>,
            <Day key="published" day={each.publishedOn} />,
            <StandingWords key="standing" {...each.stands} />,
            each.from ? (
              <a key="different" href={paths.standardComparison(key, each.from, each.version)}>
                {each.from} and {each.version} compared
              </a>
            ) : (
              "The first version"
            ),
            <code key="sha256">{each.sha256.slice(0, 16)}…</code>,
          ],
        }))}
      />
    </>
  );
}
