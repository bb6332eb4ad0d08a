import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { pool } from "~/platform/database.server";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { languageAsked } from "~/platform/words";
import { BeingConsulted } from "~/standards/drafting/being-consulted";
import { openConsultations } from "~/standards/drafting/find-draft.server";
import { OwnText } from "~/standards/own-text";
import { StandingWords } from "~/standards/standing-words";
import { inLanguage } from "~/standards/translation/in-language.server";
import { standingsOf } from "~/standards/versions.server";
import { standardsWords } from "~/standards/words/standards-words";
import { BackLink } from "~/ui/back-link";
import { Day } from "~/ui/date";
import type { PageHandle } from "~/ui/page-handle";
import { Table } from "~/ui/table";
import { pageTitle } from "~/ui/title";

export const handle: PageHandle = { translated: true };

export async function loader({ params, request }: LoaderFunctionArgs) {
  const versions = await standingsOf(pool.db, params.key ?? "", londonDay(clock.now()));
  if (!versions[0]) throw new Response("Not found", { status: 404 });
  const { textIn, standard } = await inLanguage(pool.db, versions[0], languageAsked(new URL(request.url)));
  const { key, title, purpose } = standard;
  return {
    key,
    title,
    purpose,
    consultations: await openConsultations(pool.db, key, londonDay(clock.now())),
    textIn,
    versions: versions.map(({ sha256, stands, standard: { version, published_on, changes } }) => ({ version, sha256, stands, publishedOn: published_on, from: changes?.from })),
  };
}

export const meta: MetaFunction<typeof loader> = ({ data, location }) => [
  { title: pageTitle(data ? standardsWords(languageAsked(location))("versions.title", { title: data.title }) : "Not found") },
];

export default function Versions() {
  const { t, at } = useWords(standardsWords);
  const { key, title, purpose, textIn, consultations, versions } = useLoaderData<typeof loader>();
  return (
    <>
      <BackLink href={at(paths.standards)}>{t("list.title")}</BackLink>
      <h1 className="govuk-heading-l">{t("versions.title", { title })}</h1>
      <p className="govuk-body">
        <OwnText textIn={textIn}>{purpose}</OwnText>
      </p>
      <p className="govuk-body">{t("versions.lead")}</p>
      <BeingConsulted standardKey={key} consultations={consultations} />
      <Table
        hideCaption
        caption={t("versions.caption", { title })}
        columns={(["version", "published", "standing", "different", "fingerprint"] as const).map((each) => ({ heading: t(`versions.${each}`) }))}
        rows={versions.map((each) => ({
          id: each.version,
          cells: [
            <a key="version" href={at(paths.standardVersion(key, each.version))}>
              {title} {each.version}
            </a>,
            <Day key="published" day={each.publishedOn} />,
            <StandingWords key="standing" {...each.stands} />,
            each.from ? (
              <a key="different" href={at(paths.standardComparison(key, each.from, each.version))}>
                {t("versions.compared", { from: each.from, to: each.version })}
              </a>
            ) : (
              t("versions.first")
            ),
            <code key="sha256">{each.sha256.slice(0, 16)}…</code>,
          ],
        }))}
      />
    </>
  );
}
