import { Definition, Definitions } from "~/ui/definition";
import { pieceDefinitions, type ShownPiece } from "./change-shown";
import { changeWords } from "./change-words";
import type { Net, NetChange, NetLine } from "./net";
import { cameWords, fateHeading } from "./net-words";

/** As it comes off the wire: what is not there may be left out. */
type ShownChangeOf = Omit<NetChange, "compliance_months">;
type Came = { changes: ShownChangeOf[]; what_to_do: string | null; compliance_months?: number | undefined; pieces: ShownPiece[] };
type ShownLine = Omit<NetLine, keyof Came> & Came;
export type ShownNet = { criteria: ShownLine[]; rules?: (Pick<NonNullable<Net["rules"]>, "fate"> & Came) | undefined };

/** What came of every criterion in the end, and of the rules of the mark. What stayed as it was is named in one sentence. */
export function NetShown({ net: { criteria, rules }, from, to }: { net: ShownNet; from: string; to: string }) {
  const stayed = criteria.filter(({ fate }) => fate === "stayed").flatMap(({ is }) => is);
  return (
    <section aria-labelledby="in-the-end">
      <h2 id="in-the-end">
        In the end, from {from} to {to}
      </h2>
      {criteria
        .filter(({ fate }) => fate !== "stayed")
        .map((line) => (
          <section className="wm-change" key={[...line.was, ...line.is, ...line.between].join(" ")}>
            <h3 className="govuk-heading-s">{fateHeading(line)}</h3>
            <Outcome {...line} named={new Set([...line.was, ...line.is]).size > 1 && line.pieces.some(({ old, new: now }) => old === null || now === null)} />
          </section>
        ))}
      {rules && (
        <section className="wm-change">
          <h3 className="govuk-heading-s">How a mark is worked out</h3>
          <Outcome {...rules} between={[]} named={false} />
        </section>
      )}
      {stayed.length > 0 && <p>As they were: {stayed.join(", ")}.</p>}
    </section>
  );
}

type OutcomeProps = Came & { fate: NetLine["fate"]; between: string[]; named: boolean };

function Outcome({ fate, between, changes, what_to_do, compliance_months, pieces, named }: OutcomeProps) {
  const came = cameWords({ fate, changes, between });
  return (
    <>
      {came && <p>{came}</p>}
      <Definitions>
        <Definition term="What you need to do">{what_to_do ?? "Nothing."}</Definition>
        {compliance_months !== undefined && <Definition term="A mark in force has">{compliance_months} months to show it</Definition>}
        <Definition term={changes.length === 1 ? "How it changed" : "How it changed, in order"}>
          {changes.map(({ version, type, what, reason, holds }) => (
            <p key={`${version} ${type} ${what}`}>
              <strong>{`${version}: ${changeWords[type]}.`}</strong> {what} <em>Why:</em> {reason}
              {!holds && fate !== "changed_back" && " It was changed back since."}
            </p>
          ))}
        </Definition>
        {pieceDefinitions(pieces, named)}
      </Definitions>
    </>
  );
}
