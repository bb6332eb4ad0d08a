import { Button } from "~/ui/button";
import { formatMoment } from "~/ui/dates";
import { Details } from "~/ui/details";
import { Form } from "~/ui/form";
import { SummaryList } from "~/ui/summary-list";
import { fingerprintWords } from "./receipt-words";

export type SentPageProps = {
  title: string;
  sent: {
    at: string;
    by: string;
    role: string;
    organisation: string;
    version: string;
    questions: number;
    files: number;
    scope: readonly string[];
    statements: readonly string[];
    sha256: string;
  };
  /** Undefined when it was taken back. */
  next: "waiting" | "decided" | "taken_back";
  maySubmit: boolean;
};

/** What became of it: who sent it when, what happens next and how long that takes, and how to take it back. */
export function SentPage({ title, sent, next, maySubmit }: SentPageProps) {
  return (
    <>
      <h1 className="govuk-heading-l" id="sent" tabIndex={-1}>
        <span className="govuk-caption-l">{title}</span> {next === "taken_back" ? "Sent, and taken back" : "Sent for review"}
      </h1>
      <p className="govuk-body-l">
        {sent.by} ({sent.role}) sent this on {formatMoment(sent.at)}. It cannot be changed any more.
      </p>
      <Receipt title={title} sent={sent} />
      {next === "waiting" && (
        <>
          <h2 className="govuk-heading-m">What happens next</h2>
          <ol className="govuk-list govuk-list--number">
            <li>We choose two people to read it who have no tie to you: about 1 working day.</li>
            <li>They read every answer: up to 20 working days. Meanwhile we may ring and write to you, without saying so before, to see that your phone and email work.</li>
            <li>Somebody who has not read it before decides: about 5 working days.</li>
            <li>You get an e-mail, and a letter here that says what was decided and why.</li>
          </ol>
          {maySubmit && (
            <Details summary="Take it back">
              <p>Its readers cannot open it after that. What you sent stays on record, and you get a new draft with the same answers. You can do this until it is decided.</p>
              <Form>
                <Button tone="warning" name="move" value="take_back">
                  Take it back and change it
                </Button>
              </Form>
            </Details>
          )}
        </>
      )}
      {next === "decided" && <p>It has been decided. The letter that says what, and why, is on your group’s page.</p>}
      <h2 className="govuk-heading-m">What you declared</h2>
      <ul className="govuk-list govuk-list--bullet">
        {sent.statements.map((statement) => (
          <li key={statement}>{statement}</li>
        ))}
      </ul>
    </>
  );
}

/** What was sent, when, by whom, and the fingerprint of every word of it. */
const Receipt = ({ title, sent: { at, by, role, organisation, version, questions, files, scope, sha256 } }: Pick<SentPageProps, "title" | "sent">) => (
  <section aria-labelledby="receipt">
    <h2 className="govuk-heading-m" id="receipt">
      Your receipt
    </h2>
    <SummaryList
      rows={[
        { term: "Sent", value: formatMoment(at) },
        { term: "By", value: `${by}, ${role}, for ${organisation}` },
        { term: "Standard", value: `${title}, version ${version}` },
        { term: "What was sent", value: `${questions === 1 ? "1 answer" : `${questions} answers`}, ${files === 1 ? "1 file" : `${files} files`}` },
        { term: "It covers", value: scope.join(", ") },
        { term: "Fingerprint (SHA-256)", value: <span className="wm-hash">{sha256}</span> },
      ]}
    />
    <p>
      {fingerprintWords} <span className="wm-noprint">Your admins have the same receipt by e-mail.</span>
    </p>
  </section>
);
