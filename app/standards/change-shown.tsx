import { ChangedWords } from "~/ui/changed-words";
import { Definition, Definitions } from "~/ui/definition";
import { changeWords } from "./change-words";
import { pieceName } from "./field-words";
import type { ComparedChange, Piece, Word } from "./pieces";

export type ShownPiece = Piece & { words: Word[] };
export type ShownChange = Omit<ComparedChange, "pieces" | "compliance_months"> & { compliance_months?: number | undefined; pieces: ShownPiece[] };

/** One change of a version: what it says of itself, and its text before and after as one. */
export function ChangeShown({ type, criteria, successors, what, reason, what_to_do, compliance_months, pieces }: ShownChange) {
  const named = criteria.join(", ") + (successors.length > 0 ? ` becomes ${successors.join(" and ")}` : "");
  return (
    <section className="wm-change">
      <h3 className="govuk-heading-s">
        {named && `${named}: `}
        {changeWords[type]}
      </h3>
      <p>{what}</p>
      <Definitions>
        <Definition term="Why">{reason}</Definition>
        <Definition term="What you need to do">{what_to_do}</Definition>
        {compliance_months !== undefined && <Definition term="A mark in force has">{compliance_months} months to show it</Definition>}
        {pieceDefinitions(pieces, criteria.length + successors.length > 1)}
      </Definitions>
    </section>
  );
}

/** Each text under what it is called; `named`: of which criterion, too. */
export const pieceDefinitions = (pieces: readonly ShownPiece[], named: boolean) =>
  pieces.map(({ criterion, field, words }) => (
    <Definition key={`${criterion} ${field}`} term={(named && criterion ? `${criterion}: ` : "") + pieceName(field)}>
      <ChangedWords words={words} />
    </Definition>
  ));
