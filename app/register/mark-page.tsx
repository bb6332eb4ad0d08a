import { paths } from "~/platform/paths";
import { Answer, States } from "~/ui/answer";
import { CopyLine } from "~/ui/copy-line";
import { formatMoment } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Code, Columns } from "~/ui/layout";
import type { MarkView } from "./mark-view";
import { Panel } from "./panel";
import { Crisis, HowToRefer, RingUs, Row } from "./refer";

export type MarkPageProps = { view: MarkView /** Whom to tell when something is wrong. */; contact: { email: string; phone: string } };

/** The status page: can I send this person there, now? The answer is the heading; what is not in force replaces everything. */
export function MarkPage({ view, contact }: MarkPageProps) {
  const { about, h1, mark, sending, crisis, record } = view;
  return (
    <>
      <Answer about={about}>{h1}</Answer>
      <States>
        <Panel view={mark} />
        {sending && <Panel view={sending.room} />}
      </States>
      <Columns
        beside={
          <>
            <Crisis lines={crisis} service={sending?.refer.crisisService} />
            <CopyLine title="Line for the record" text={record} />
            {sending && <Meaning />}
            <p>
              <Small view={view} contact={contact} />
            </p>
          </>
        }
      >
        <Definitions>{sending ? <Sending view={view} sending={sending} contact={contact} /> : <Over view={view} contact={contact} />}</Definitions>
      </Columns>
    </>
  );
}

const Sending = ({ view, sending: { suspended, refer, scope, alsoHeld, alsoOver }, contact }: MarkPageProps & { sending: NonNullable<MarkView["sending"]> }) => (
  <>
    {suspended && (
      <Definition term="Before you refer">
        Another mark of theirs is suspended. Ring us first: <RingUs contact={contact} />.
      </Definition>
    )}
    <HowToRefer refer={refer} />
    {refer.whoFor && <Row row={refer.whoFor} />}
    {refer.cannot ? <Row row={refer.cannot} /> : <Definition term="What they cannot support">They have not said. Ask before you refer.</Definition>}
    <Definition term="What the mark covers">
      {scope.join(". ")}. {alsoHeld.length > 0 && `Also held: ${alsoHeld.join(" ")}`} {alsoOver.join(" ")} <a href={paths.provider(view.provider.slug)}>More about them</a>
    </Definition>
  </>
);

const Over = ({ view: { before, newer, provider }, contact }: MarkPageProps) => (
  <>
    <Definition term="What to do now">
      {newer ? (
        <>
          Look at the newer mark: <a href={paths.mark(newer)}>{newer}</a>.
        </>
      ) : (
        <>
          Choose another group for now: <a href={`${paths.register}?accepting=yes`}>groups with room</a>. If you have already referred someone, you can ring the group, or us on{" "}
          <RingUs contact={contact} />.
        </>
      )}
    </Definition>
    {before && <Definition term="Before this">{before}</Definition>}
    <Definition term="The group">
      <a href={paths.provider(provider.slug)}>What we know of {provider.name}</a>
    </Definition>
    <Definition term="On paper">Do not go by a printed certificate or a badge: this page is what counts.</Definition>
  </>
);

const Meaning = () => (
  <p className="wm-small">
    <strong>What the mark means.</strong> Trained assessors checked how this group works. All must-haves were met that day. It is not a clinical check, and does not show that
    someone’s health will improve. The NHS did not award it. Decide with the person if it is right for them. <a href={paths.whatAMarkMeans}>More</a>
  </p>
);

const Small = ({ view: { code, certificate, asAt, address }, contact }: MarkPageProps) => (
  <span className="wm-small">
    Code <Code>{code}</Code>
    {certificate && (
      <>
        {" "}
        · <a href={paths.certificate(code)}>Certificate</a>
      </>
    )}{" "}
    · <a href={`mailto:${contact.email}?subject=${encodeURIComponent(`Mark ${code}`)}`}>Something wrong?</a>
    <br />
    Status as at {formatMoment(asAt)}.{" "}
    <a className="wm-noprint govuk-link" href={paths.markJson(code)}>
      As data
    </a>
    <strong className="wm-only-print">Paper goes out of date. Check again at {address}</strong>
  </span>
);
