import { useWords } from "~/platform/language";
import { Definition, Definitions } from "~/ui/definition";
import { Sentence } from "~/ui/sentence";
import { Pieces, type ShownPiece } from "./change-shown";
import { changeWord } from "./change-words";
import type { Net, NetChange, NetLine } from "./net";
import { cameWords, fateHeading } from "./net-words";
import { OwnText } from "./own-text";
import { standardsWords } from "./words/standards-words";

/** As it comes off the wire: what is not there may be left out. */
type ShownChangeOf = Omit<NetChange, "compliance_months">;
type Came = { changes: ShownChangeOf[]; what_to_do: string | null; compliance_months?: number | undefined; pieces: ShownPiece[] };
type ShownLine = Omit<NetLine, keyof Came> & Came;
export type ShownNet = { criteria: ShownLine[]; rules?: (Pick<NonNullable<Net["rules"]>, "fate"> & Came) | undefined };

/** What came of every criterion in the end, and of the rules of the mark. What stayed as it was is named in one sentence. */
export function NetShown({ net: { criteria, rules }, from, to }: { net: ShownNet; from: string; to: string }) {
  const { t, language } = useWords(standardsWords);
  const stayed = criteria.filter(({ fate }) => fate === "stayed").flatMap(({ is }) => is);
  return (
    <section aria-labelledby="in-the-end">
      <h2 id="in-the-end">{t("net.title", { from, to })}</h2>
      {criteria
        .filter(({ fate }) => fate !== "stayed")
        .map((line) => (
          <section className="wm-change" key={[...line.was, ...line.is, ...line.between].join(" ")}>
            <h3 className="govuk-heading-s">
              <Sentence of={fateHeading(line, language)} parts={{ title: <OwnText textIn={line.textIn}>{line.title}</OwnText> }} />
            </h3>
            <Outcome {...line} named={new Set([...line.was, ...line.is]).size > 1 && line.pieces.some(({ old, new: now }) => old === null || now === null)} />
          </section>
        ))}
      {rules && (
        <section className="wm-change">
          <h3 className="govuk-heading-s">{t("scoring.title")}</h3>
          <Outcome {...rules} between={[]} named={false} />
        </section>
      )}
      {stayed.length > 0 && <p>{t("net.stayed", { ids: stayed.join(", ") })}</p>}
    </section>
  );
}

type OutcomeProps = Came & { fate: NetLine["fate"]; between: string[]; named: boolean };

function Outcome({ fate, between, changes, what_to_do, compliance_months, pieces, named }: OutcomeProps) {
  const { t, language } = useWords(standardsWords);
  const came = cameWords({ fate, changes, between }, language);
  return (
    <>
      {came && <p>{came}</p>}
      <Definitions>
        <Definition term={t("change.to_do")}>{what_to_do === null ? t("change.nothing") : <OwnText textIn="en">{what_to_do}</OwnText>}</Definition>
        {compliance_months !== undefined && <Definition term={t("change.in_force")}>{t("change.months", { count: compliance_months })}</Definition>}
        <Definition term={t(changes.length === 1 ? "net.how" : "net.how_in_order")}>
          {changes.map((change) => (
            <Step key={`${change.version} ${change.type} ${change.what}`} {...change} fate={fate} />
          ))}
        </Definition>
        <Pieces pieces={pieces} named={named} />
      </Definitions>
    </>
  );
}

/** One change on the way: in which version, of what kind, what it says of itself, and whether it was taken back. */
function Step({ version, type, what, reason, holds, fate }: ShownChangeOf & { fate: NetLine["fate"] }) {
  const { t, language } = useWords(standardsWords);
  return (
    <p>
      <strong>{`${version}: ${changeWord(type, language)}.`}</strong> <OwnText textIn="en">{what}</OwnText> <em>{t("net.why")}</em> <OwnText textIn="en">{reason}</OwnText>
      {!holds && fate !== "changed_back" && ` ${t("net.taken_back")}`}
    </p>
  );
}
