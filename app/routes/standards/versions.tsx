import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { pool } from "~/platform/database.server";
import { paths } from "~/platform/paths";
import { versionsOf } from "~/standards/versions.server";
import { BackLink } from "~/ui/back-link";
import { Day } from "~/ui/date";
import { Table } from "~/ui/table";
import { pageTitle } from "~/ui/title";

export async function loader({ params }: LoaderFunctionArgs) {
  const versions = await versionsOf(pool.db, params.key ?? "");
  const newest = versions[0]?.standard;
  if (!newest) throw new Response("Not found", { status: 404 });
  const { key, title, purpose } = newest;
  return {
    key,
    title,
    purpose,
    versions: versions.map(({ sha256, standard: { version, published_on, effective_from } }) => ({ version, sha256, publishedOn: published_on, effectiveFrom: effective_from })),
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
        columns={[{ heading: "Version" }, { heading: "Published" }, { heading: "In use from" }, { heading: "Fingerprint (SHA-256)" }]}
        rows={versions.map((each) => ({
          id: each.version,
          cells: [
            <a key="version" href={paths.standardVersion(key, each.version)}>
              {title} {each.version}
            </a>,
            <Day key="published" day={each.publishedOn} />,
            <Day key="effective" day={each.effectiveFrom} />,
            <code key="sha256">{each.sha256.slice(0, 16)}…</code>,
          ],
        }))}
      />
    </>
  );
}
