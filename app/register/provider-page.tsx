import { paths } from "~/platform/paths";
import { Answer, States, StateWord } from "~/ui/answer";
import { CopyLine } from "~/ui/copy-line";
import { formatMoment } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Code, Columns, Quiet } from "~/ui/layout";
import { Panel } from "./panel";
import type { MarkLine, ProviderView } from "./provider-view";
import { Crisis, HowToRefer, RingUs, Row, Told } from "./refer";

/** A provider's page: room, how to refer, who it is for, what they cannot support; beside it their marks. */
export const ProviderPage = ({ view, contact }: { view: ProviderView /** Whom to ring while a mark of theirs is suspended. */; contact: { phone: string } }) => {
  const { about, h1, suspended, room, refer, marks, record, registered, everywhere, asAt, address, slug } = view;
  const undated = refer.saidOn !== null;
  return (
    <>
      <Answer about={about}>{h1}</Answer>
      <Columns
        beside={
          <>
            <Crisis lines={refer.crisis} service={refer.crisisService} />
            <h2 className="wm-h wm-h--ruled">Marks</h2>
            {everywhere && <p>{everywhere}</p>}
            <Definitions layout="stack">
              {marks.map((mark) => (
                <Held key={mark.code} mark={mark} />
              ))}
            </Definitions>
            <p>
              <Quiet small>
                A mark says how they work. It is not a clinical check, and does not show that someone’s health will improve. <a href={paths.whatAMarkMeans}>What a mark means</a>
              </Quiet>
            </p>
            {record && <CopyLine title="Line for the record" text={record} />}
          </>
        }
      >
        <States>
          <Panel view={room} />
        </States>
        <h2 className="wm-h wm-h--ruled">Referring</h2>
        {refer.saidOn && (
          <p>
            <Told on={refer.saidOn} what="all of this" />
          </p>
        )}
        <Definitions>
          {suspended && (
            <Definition term="Before you refer">
              Ring us first: <RingUs contact={contact} />.
            </Definition>
          )}
          <HowToRefer refer={refer} undated={undated} />
          {refer.whoFor && <Row row={refer.whoFor} undated={undated} />}
          {refer.cannot ? <Row row={refer.cannot} undated={undated} /> : <Definition term="What they cannot support">They have not said. Ask before you refer.</Definition>}
          {refer.more.map((row) => (
            <Row key={row.term} row={row} undated={undated} />
          ))}
          {registered.length > 0 && <Definition term="Registered">{registered.join(", ")}</Definition>}
        </Definitions>
      </Columns>
      <p>
        <Quiet small>
          Status as at {formatMoment(asAt)}.{" "}
          <a className="wm-noprint govuk-link" href={paths.providerJson(slug)}>
            As data
          </a>{" "}
          <strong className="wm-only-print">Paper goes out of date. Check again at {address}</strong>
        </Quiet>
      </p>
    </>
  );
};

const Held = ({ mark: { code, title, word, tone, icon, lines, scope } }: { mark: MarkLine }) => (
  <Definition
    term={
      <>
        <StateWord tone={tone} icon={icon}>
          {word}:
        </StateWord>{" "}
        {title}
      </>
    }
  >
    {lines.join(" ")} {scope.length > 0 && <>Covers: {scope.join(", ")}. </>}
    <a href={paths.mark(code)}>
      <Code>{code}</Code>
    </a>
  </Definition>
);
