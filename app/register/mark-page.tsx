import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Answer, States } from "~/ui/answer";
import { CopyLine } from "~/ui/copy-line";
import { formatMoment } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Code, Columns } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import type { MarkView } from "./mark-view";
import { Panel } from "./panel";
import { Crisis, HowToRefer, RingUs, Row } from "./refer";
import { registerWords } from "./words/register-words";

export type MarkPageProps = { view: MarkView /** Whom to tell when something is wrong. */; contact: { email: string; phone: string } };

/** The status page: can I send this person there, now? The answer is the heading; what is not in force replaces everything. */
export function MarkPage({ view, contact }: MarkPageProps) {
  const { t } = useWords(registerWords);
  const { about, h1, names, mark, sending, crisis, record } = view;
  return (
    <>
      <Answer about={about}>{h1}</Answer>
      {names.length > 0 && <p>{names.join(" ")}</p>}
      <States>
        <Panel view={mark} />
        {sending && <Panel view={sending.room} />}
      </States>
      <Columns
        beside={
          <>
            <Crisis lines={crisis} service={sending?.refer.crisisService} />
            <CopyLine title={t("mark.record")} text={record} />
            {sending && <Meaning />}
            <p className="wm-small">
              <Small view={view} />
            </p>
          </>
        }
      >
        <Definitions>{sending ? <Sending view={view} sending={sending} contact={contact} /> : <Over view={view} contact={contact} />}</Definitions>
      </Columns>
    </>
  );
}

function Sending({ view, sending: { suspended, refer, scope, alsoHeld, alsoOver }, contact }: MarkPageProps & { sending: NonNullable<MarkView["sending"]> }) {
  const { t, at } = useWords(registerWords);
  return (
    <>
      {suspended && (
        <Definition term={t("mark.before_you_refer")}>
          <Sentence of={t("mark.other_suspended")} parts={{ ring: <RingUs contact={contact} /> }} />
        </Definition>
      )}
      <HowToRefer refer={refer} />
      {refer.whoFor && <Row row={refer.whoFor} />}
      {refer.cannot ? <Row row={refer.cannot} /> : <Definition term={t("refer.rows.cannot")}>{t("mark.cannot_unsaid")}</Definition>}
      <Definition term={t("mark.covers")}>
        {scope.join(". ")}. {alsoHeld.length > 0 && `${t("mark.also_held")} ${alsoHeld.join(" ")}`} {alsoOver.join(" ")}{" "}
        <a href={at(paths.provider(view.provider.slug))}>{t("mark.more")}</a>
      </Definition>
    </>
  );
}

function Over({ view: { code, before, newer, follow, provider }, contact }: MarkPageProps) {
  const { t, at } = useWords(registerWords);
  const room = (words: string) => <a href={at(`${paths.register}?accepting=yes`)}>{words}</a>;
  return (
    <>
      <Definition term={t("mark.now")}>
        {newer ? (
          <Sentence of={t("mark.newer")} parts={{ newer: <a href={at(paths.mark(newer))}>{newer}</a> }} />
        ) : (
          <Sentence of={t("mark.elsewhere")} parts={{ room, ring: <RingUs contact={contact} /> }} />
        )}
      </Definition>
      {before && <Definition term={t("mark.earlier")}>{before}</Definition>}
      {follow && (
        <Definition term={t("mark.hear")}>
          <Sentence of={t("mark.follow")} parts={{ follow: (words) => <a href={at(paths.follow(code))}>{words}</a> }} />
        </Definition>
      )}
      <Definition term={t("mark.group")}>
        <a href={at(paths.provider(provider.slug))}>{t("mark.group_link", { name: provider.name })}</a>
      </Definition>
      <Definition term={t("mark.paper")}>{t("mark.paper_words")}</Definition>
    </>
  );
}

function Meaning() {
  const { t, at } = useWords(registerWords);
  const more = (words: string) => <a href={at(paths.whatAMarkMeans)}>{words}</a>;
  return (
    <p className="wm-small">
      <Sentence of={t("mark.meaning")} parts={{ strong: (words) => <strong>{words}</strong>, more }} />
    </p>
  );
}

function Small({ view: { code, certificate, asAt, address } }: Pick<MarkPageProps, "view">) {
  const { t, at, language } = useWords(registerWords);
  return (
    <>
      <Sentence of={t("mark.code")} parts={{ code: <Code>{code}</Code> }} />
      {certificate === "there" && (
        <>
          {" "}
          · <a href={paths.certificate(code)}>{t("mark.certificate")}</a>
        </>
      )}
      {certificate === "waits" && ` · ${t("mark.certificate_waits")}`} · <a href={at(paths.tellConcern(code))}>{t("mark.wrong")}</a>
      <br />
      {t("mark.as_at", { at: formatMoment(asAt, language) })}{" "}
      <a className="wm-noprint govuk-link" href={paths.markJson(code)}>
        {t("mark.as_data")}
      </a>
      <strong className="wm-only-print">{t("mark.again", { address: at(address) })}</strong>
    </>
  );
}
