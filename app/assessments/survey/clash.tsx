import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import { useWords } from "~/platform/language";
import { OwnText } from "~/standards/own-text";
import { Button } from "~/ui/button";
import { Lines, reasonWords } from "../answer-summary";
import { askingWords } from "../asking/words/asking-words";
import { EvidenceList } from "../evidence-list";
import { questionsOf } from "../questions";
import type { ShownCriterion } from "../shown-criterion";
import type { FileNames } from "./from-survey";
import type { Parts } from "./merge";
import { filledOf } from "./send";

export type ClashProps = {
  criterion: ShownCriterion;
  parts: readonly string[];
  mine: Parts;
  theirs: Parts;
  by: string | undefined;
  files: FileNames;
  onSettle(parts: Parts): void;
};

/** Two people changed the same part. Both are shown, and nothing is overwritten until one is chosen. */
export function Clash({ criterion, parts, mine, theirs, by, files, onSettle }: ClashProps) {
  const { t } = useWords(askingWords);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const settle = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const chosen = new FormData(event.currentTarget);
    const taken = Object.fromEntries(parts.map((part) => [part, chosen.get(part) === "theirs" ? theirs[part] : mine[part]]));
    onSettle(Object.fromEntries(Object.entries({ ...mine, ...taken }).filter(([, value]) => value !== undefined)));
  };
  return (
    <form onSubmit={settle} className="wm-box wm-box--warn">
      <h2 className="govuk-heading-m" tabIndex={-1} ref={heading}>
        {by ? t("clash.title", { by }) : t("clash.title_unknown")}
      </h2>
      <p>{t("clash.what")}</p>
      {parts.map((part) => (
        <div className="govuk-form-group" key={part}>
          <fieldset className="govuk-fieldset">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">
              <PartName criterion={criterion} part={part} />
            </legend>
            <div className="govuk-radios">
              <Side part={part} side="mine" label={t("clash.mine")}>
                <PartWords criterion={criterion} parts={mine} part={part} files={files} />
              </Side>
              <Side part={part} side="theirs" label={by ? t("clash.theirs", { by }) : t("clash.theirs_unknown")}>
                <PartWords criterion={criterion} parts={theirs} part={part} files={files} />
              </Side>
            </div>
          </fieldset>
        </div>
      ))}
      <Button>{t("clash.choose")}</Button>
    </form>
  );
}

function Side({ part, side, label, children }: { part: string; side: "mine" | "theirs"; label: string; children: ReactNode }) {
  const id = `clash-${part}-${side}`;
  return (
    <div className="govuk-radios__item">
      <input className="govuk-radios__input" type="radio" id={id} name={part} value={side} defaultChecked={side === "mine"} aria-describedby={`${id}-words`} />
      <label className="govuk-label govuk-radios__label" htmlFor={id}>
        {label}
      </label>
      <div className="govuk-hint govuk-radios__hint" id={`${id}-words`}>
        {children}
      </div>
    </div>
  );
}

function PartName({ criterion, part }: { criterion: ShownCriterion; part: string }) {
  const { language } = useWords(askingWords);
  const { na, level, how, evidence, plan, note } = questionsOf(criterion, language);
  if (part === "how") return <OwnText textIn={criterion.textIn}>{how.title}</OwnText>;
  return { na: na?.title, level: level.title, evidence: evidence.title, plan: plan.title, privateNote: note.title }[part] ?? part;
}

function PartWords({ criterion, parts, part, files }: { criterion: ShownCriterion; parts: Parts; part: string; files: FileNames }) {
  const { t, language } = useWords(askingWords);
  const { answer, privateNote } = filledOf(parts);
  const { na, plan } = answer;
  switch (part) {
    case "level":
      return questionsOf(criterion, language).level.choices.find(({ value }) => value === answer.level)?.label ?? t("clash.level_none");
    case "evidence":
      return answer.evidence ? <EvidenceList items={answer.evidence} files={files} /> : t("clash.evidence_none");
    case "na":
      return <Lines text={[t(na?.claimed ? "answer.na" : "clash.applies"), reasonWords(criterion, na?.reason), na?.words].filter(Boolean).join("\n")} />;
    case "plan":
      return <Lines text={[plan?.what, plan?.who, plan?.when, plan?.help].filter(Boolean).join("\n")} />;
    case "privateNote":
      return <Lines text={privateNote} />;
    default:
      return <Lines text={answer.how} />;
  }
}
