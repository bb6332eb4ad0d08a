import type { ReactNode } from "react";
import { paths } from "~/platform/paths";
import { Details } from "~/ui/details";
import { Quiet } from "~/ui/layout";
import { lowest } from "./carried";
import type { Fate, FateName } from "./fates";
import { questionsInWords, saidWords } from "./move-words";
import { assessmentWords } from "./words/assessment-words";

/** Question by question, what becomes of it: first what asks something. */
export function MoveLists({ id, fates }: { id: string; fates: readonly Fate[] }) {
  const which = (...names: FateName[]) => fates.filter(({ fate }) => names.includes(fate));
  const asks = [...which("needs_you"), ...which("new").filter(({ optional }) => !optional)];
  const carried = which("carried", "reread");
  const empty = which("empty");
  const advice = which("new").filter(({ optional }) => optional);
  return (
    <>
      <Group title={`${questionsInWords(asks.length)} would need you`} fates={asks}>
        {(fate) => <NeedsYou fate={fate} />}
      </Group>
      <Group title={`${questionsInWords(which("archived").length)} would no longer be asked`} fates={which("archived")}>
        {(fate) => <Gone id={id} fate={fate} />}
      </Group>
      <Group title={`${questionsInWords(advice.length)} would be new, as advice`} fates={advice}>
        {() => <>You may leave it empty. It is not scored.</>}
      </Group>
      {carried.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{questionsInWords(carried.length)} would be carried as they are</h2>
          <Details summary="See which">
            <Listed fates={carried}>{(fate) => <Whats fate={fate} />}</Listed>
          </Details>
        </>
      )}
      {empty.length > 0 && <p>{questionsInWords(empty.length)} that you have not answered yet would stay to be answered.</p>}
    </>
  );
}

const Group = ({ title, fates, children }: { title: string; fates: readonly Fate[]; children(fate: Fate): ReactNode }) =>
  fates.length > 0 && (
    <>
      <h2 className="govuk-heading-m">{title}</h2>
      <Listed fates={fates}>{children}</Listed>
    </>
  );

const Listed = ({ fates, children }: { fates: readonly Fate[]; children(fate: Fate): ReactNode }) => (
  <ul className="wm-tidy">
    {fates.map((fate) => (
      <li key={fate.criterion}>
        <strong>{fate.title}</strong>
        <br />
        {children(fate)}
      </li>
    ))}
  </ul>
);

/** Every change that touches it, in its own sentence. */
const Whats = ({ fate }: { fate: Fate }) => <Quiet>{fate.because.length > 0 ? fate.because.map(({ what }) => what).join(" ") : "Not changed."}</Quiet>;

const NeedsYou = ({ fate }: { fate: Fate }) => (
  <>
    {asksWords(fate)} <Whats fate={fate} />
  </>
);

function asksWords({ fate, moved }: Fate): string {
  if (fate === "new") return "New: to be answered.";
  const carried = moved?.carried;
  const said = carried && lowest(carried.from.map((each) => each.said));
  if (!carried) return "To be answered now.";
  if (carried.needs === "confirm" && carried.suggested) return `Your words are kept. ${saidWords(carried.suggested)} is suggested, and you confirm it or choose another level.`;
  if (carried.needs === "still") return assessmentWords("en")("last_time.fate");
  if (carried.needs === "answer") return "Your words are kept. It was not asked of you before, so you choose a level.";
  return said ? `Your words are kept. You said ${saidWords(said)}, and choose again.` : "Your words are kept, and you choose a level.";
}

const Gone = ({ id, fate: { criterion, because, successors } }: { id: string; fate: Fate }) => (
  <>
    {successors.length > 0 ? `It goes on in: ${successors.map(({ title }) => title).join("; ")}. ` : ""}
    <Quiet>{because.map(({ what }) => what).join(" ")}</Quiet> Your answer stays <a href={paths.criterion(id, criterion)}>where it is</a>, to be read.
  </>
);
