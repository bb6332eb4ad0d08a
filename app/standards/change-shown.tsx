import { useWords } from "~/platform/language";
import { ChangedWords } from "~/ui/changed-words";
import { Definition, Definitions } from "~/ui/definition";
import { changeWord, idsInWords } from "./change-words";
import { pieceName } from "./field-words";
import { OwnText } from "./own-text";
import type { ComparedChange, Piece, Word } from "./pieces";
import { langWithin } from "./translation/lang-within";
import { standardsWords } from "./words/standards-words";

export type ShownPiece = Piece & { words: Word[] };
export type ShownChange = Omit<ComparedChange, "pieces" | "compliance_months"> & { compliance_months?: number | undefined; pieces: ShownPiece[] };

/** One change of a version: what it says of itself, and its text before and after as one. What a version says of its changes is in English only. */
export function ChangeShown({ type, criteria, successors, what, reason, what_to_do, compliance_months, pieces }: ShownChange) {
  const { t, language } = useWords(standardsWords);
  const [kind, ids, next] = [changeWord(type, language), criteria.join(", "), idsInWords(successors, language)];
  return (
    <section className="wm-change">
      <h3 className="govuk-heading-s">
        {successors.length > 0 ? t("change.named.becomes", { ids, next, kind }) : criteria.length > 0 ? t("change.named.only", { ids, kind }) : kind}
      </h3>
      <p>
        <OwnText textIn="en">{what}</OwnText>
      </p>
      <Definitions>
        <Definition term={t("change.why")}>
          <OwnText textIn="en">{reason}</OwnText>
        </Definition>
        <Definition term={t("change.to_do")}>
          <OwnText textIn="en">{what_to_do}</OwnText>
        </Definition>
        {compliance_months !== undefined && <Definition term={t("change.in_force")}>{t("change.months", { count: compliance_months })}</Definition>}
        <Pieces pieces={pieces} named={criteria.length + successors.length > 1} />
      </Definitions>
    </section>
  );
}

/** Each text under what it is called; `named`: of which criterion, too. */
export function Pieces({ pieces, named }: { pieces: readonly ShownPiece[]; named: boolean }) {
  const { language } = useWords(standardsWords);
  return pieces.map(({ criterion, field, words, textIn }) => (
    <Definition key={`${criterion} ${field}`} term={(named && criterion ? `${criterion}: ` : "") + pieceName(field, language)}>
      <ChangedWords words={words} lang={langWithin(textIn, language)} />
    </Definition>
  ));
}
