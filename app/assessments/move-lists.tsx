import { Fragment, type ReactNode } from "react";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { OwnText } from "~/standards/own-text";
import { Details } from "~/ui/details";
import { Quiet } from "~/ui/layout";
import { Sentence } from "~/ui/sentence";
import { lowest } from "./carried";
import type { Fate, FateName } from "./fates";
import { saidWords } from "./move-words";
import { assessmentWords } from "./words/assessment-words";

/** Question by question, what becomes of it: first what asks something. */
export function MoveLists({ id, fates }: { id: string; fates: readonly Fate[] }) {
  const { t } = useWords(assessmentWords);
  const which = (...names: FateName[]) => fates.filter(({ fate }) => names.includes(fate));
  const asks = [...which("needs_you"), ...which("new").filter(({ optional }) => !optional)];
  const archived = which("archived");
  const carried = which("carried", "reread");
  const empty = which("empty");
  const advice = which("new").filter(({ optional }) => optional);
  return (
    <>
      <Group title={t("move.needs_you", { count: asks.length })} fates={asks}>
        {(fate) => <NeedsYou fate={fate} />}
      </Group>
      <Group title={t("move.archived", { count: archived.length })} fates={archived}>
        {(fate) => <Gone id={id} fate={fate} />}
      </Group>
      <Group title={t("move.advice", { count: advice.length })} fates={advice}>
        {() => t("move.optional")}
      </Group>
      {carried.length > 0 && (
        <>
          <h2 className="govuk-heading-m">{t("move.carried", { count: carried.length })}</h2>
          <Details summary={t("move.see_which")}>
            <Listed fates={carried}>{(fate) => <Whats fate={fate} />}</Listed>
          </Details>
        </>
      )}
      {empty.length > 0 && <p>{t("move.empty", { count: empty.length })}</p>}
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
        <strong>
          <OwnText textIn={fate.textIn}>{fate.title}</OwnText>
        </strong>
        <br />
        {children(fate)}
      </li>
    ))}
  </ul>
);

/** Every change that touches it, in its own sentence: lists of changes are in English. */
function Whats({ fate: { because } }: { fate: Fate }) {
  const { t } = useWords(assessmentWords);
  return <Quiet>{because.length > 0 ? <OwnText>{because.map(({ what }) => what).join(" ")}</OwnText> : t("move.not_changed")}</Quiet>;
}

function NeedsYou({ fate }: { fate: Fate }) {
  const { language } = useWords(assessmentWords);
  return (
    <>
      {asksWords(fate, language)} <Whats fate={fate} />
    </>
  );
}

function asksWords({ fate, moved }: Fate, language: Language): string {
  const t = assessmentWords(language);
  if (fate === "new") return t("fate.new");
  const carried = moved?.carried;
  const said = carried && lowest(carried.from.map((each) => each.said));
  if (!carried) return t("fate.answer_now");
  if (carried.needs === "confirm" && carried.suggested) return t("fate.confirm", { level: saidWords(carried.suggested, language) });
  if (carried.needs === "still") return t("last_time.fate");
  if (carried.needs === "answer") return t("fate.not_asked");
  return said ? t("fate.again", { level: saidWords(said, language) }) : t("fate.choose");
}

function Gone({ id, fate }: { id: string; fate: Fate }) {
  const { t } = useWords(assessmentWords);
  const titles = fate.successors.map(({ criterion, title, textIn }, at) => (
    <Fragment key={criterion}>
      {at > 0 && "; "}
      <OwnText textIn={textIn}>{title}</OwnText>
    </Fragment>
  ));
  return (
    <>
      {titles.length > 0 && (
        <>
          <Sentence of={t("move.goes_on")} parts={{ titles }} />{" "}
        </>
      )}
      {fate.because.length > 0 && <Whats fate={fate} />} <Sentence of={t("move.stays")} parts={{ place: (words) => <a href={paths.criterion(id, fate.criterion)}>{words}</a> }} />
    </>
  );
}
