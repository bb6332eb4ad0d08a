import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { Answer, States, StateWord } from "~/ui/answer";
import { CopyLine } from "~/ui/copy-line";
import { formatMoment, formatShortDay } from "~/ui/dates";
import { Definition, Definitions, Source } from "~/ui/definition";
import { Code, Columns, Quiet } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { Panel } from "./panel";
import type { MarkLine, ProviderView } from "./provider-view";
import { Crisis, HowToRefer, RingUs, Row, Told } from "./refer";
import { registerWords } from "./words/register-words";

/** A provider's page: room, how to refer, who it is for, what they cannot support; beside it their marks. */
export const ProviderPage = ({ view, contact }: { view: ProviderView /** Whom to ring while a mark of theirs is suspended. */; contact: { phone: string } }) => {
  const { t, at, language } = useWords(registerWords);
  const { about, h1, suspended, room, refer, marks, record, registered, formerly, handedOver, stated, everywhere, asAt, address, slug } = view;
  const undated = refer.saidOn !== null;
  return (
    <>
      <Answer about={about}>{h1}</Answer>
      {formerly.length > 0 && <p>{formerly.join(" ")}</p>}
      <Columns
        beside={
          <>
            <Crisis lines={refer.crisis} service={refer.crisisService} />
            <h2 className="wm-h wm-h--ruled">{t("provider.marks")}</h2>
            {everywhere && <p>{everywhere}</p>}
            <Definitions layout="stack">
              {marks.map((mark) => (
                <Held key={mark.code} mark={mark} />
              ))}
            </Definitions>
            {handedOver.map(({ code, words }) => (
              <p key={code}>
                {words}{" "}
                <a href={at(paths.mark(code))}>
                  <Code>{code}</Code>
                </a>
              </p>
            ))}
            <p>
              <Quiet small>
                <Sentence of={t("provider.meaning")} parts={{ more: (words) => <a href={at(paths.whatAMarkMeans)}>{words}</a> }} />
              </Quiet>
            </p>
            <p className="wm-noprint">
              <Quiet small>
                <a href={at(paths.tellConcern(marks[0]?.code))}>{t("mark.wrong")}</a>
              </Quiet>
            </p>
            {record && <CopyLine title={t("mark.record")} text={record} />}
          </>
        }
      >
        <States>
          <Panel view={room} />
        </States>
        <h2 className="wm-h wm-h--ruled">{t("provider.referring")}</h2>
        {refer.saidOn && (
          <p>
            <Told on={refer.saidOn} all />
          </p>
        )}
        <Definitions>
          {suspended && (
            <Definition term={t("provider.before_you_refer")}>
              <Sentence of={t("provider.ring_first")} parts={{ ring: <RingUs contact={contact} /> }} />
            </Definition>
          )}
          <HowToRefer refer={refer} undated={undated} />
          {refer.whoFor && <Row row={refer.whoFor} undated={undated} />}
          {refer.cannot ? <Row row={refer.cannot} undated={undated} /> : <Definition term={t("refer.rows.cannot")}>{t("mark.cannot_unsaid")}</Definition>}
          {refer.more.map((row) => (
            <Row key={row.term} row={row} undated={undated} />
          ))}
          {registered.length > 0 && <Definition term={t("provider.registered")}>{registered.join(", ")}</Definition>}
          {stated.map(({ words, on }) => (
            <Definition key={words} term={t("provider.stated")}>
              {words} <Source checked={false}>{t("provider.stated_note", { on: formatShortDay(on, language) })}</Source>
            </Definition>
          ))}
        </Definitions>
      </Columns>
      <p>
        <Quiet small>
          {t("mark.as_at", { at: formatMoment(asAt, language) })}{" "}
          <a className="wm-noprint govuk-link" href={paths.providerJson(slug)}>
            {t("mark.as_data")}
          </a>{" "}
          {marks[0] && (
            <span className="wm-noprint">
              {"· "}
              <a href={at(paths.follow(marks[0].code))}>{t("provider.follow")}</a>
            </span>
          )}{" "}
          <strong className="wm-only-print">{t("mark.again", { address: at(address) })}</strong>
        </Quiet>
      </p>
    </>
  );
};

function Held({ mark: { code, title, word, tone, icon, lines, scope } }: { mark: MarkLine }) {
  const { t, at } = useWords(registerWords);
  return (
    <Definition
      term={
        <>
          <StateWord tone={tone} icon={icon}>
            {t("provider.word", { status: word })}
          </StateWord>{" "}
          {title}
        </>
      }
    >
      {lines.join(" ")} {scope.length > 0 && `${t("provider.covers", { scope: scope.join(", ") })} `}
      <a href={at(paths.mark(code))}>
        <Code>{code}</Code>
      </a>
    </Definition>
  );
}
