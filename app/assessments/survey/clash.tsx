import { type FormEvent, type ReactNode, useEffect, useRef } from "react";
import type { Criterion } from "#standards/format";
import { Button } from "~/ui/button";
import { Lines } from "../answer-summary";
import { EvidenceList } from "../evidence-list";
import { questionsOf } from "../questions";
import type { FileNames } from "./from-survey";
import type { Parts } from "./merge";
import { filledOf } from "./send";

export type ClashProps = { criterion: Criterion; parts: readonly string[]; mine: Parts; theirs: Parts; by: string; files: FileNames; onSettle(parts: Parts): void };

/** Two people changed the same part. Both are shown, and nothing is overwritten until one is chosen. */
export function Clash({ criterion, parts, mine, theirs, by, files, onSettle }: ClashProps) {
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
        {by} changed this too
      </h2>
      <p>Both answers are below. Choose one for each part; until then nothing is saved, and nothing is lost.</p>
      {parts.map((part) => (
        <div className="govuk-form-group" key={part}>
          <fieldset className="govuk-fieldset">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">{nameOf(criterion, part)}</legend>
            <div className="govuk-radios">
              <Side part={part} side="mine" label="Yours">
                <PartWords criterion={criterion} parts={mine} part={part} files={files} />
              </Side>
              <Side part={part} side="theirs" label={`What ${by} saved`}>
                <PartWords criterion={criterion} parts={theirs} part={part} files={files} />
              </Side>
            </div>
          </fieldset>
        </div>
      ))}
      <Button>Use what I chose</Button>
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

function nameOf(criterion: Criterion, part: string) {
  const { na, level, how, evidence, plan, note } = questionsOf(criterion);
  return { na: na?.title, level: level.title, how: how.title, evidence: evidence.title, plan: plan.title, privateNote: note.title }[part] ?? part;
}

function PartWords({ criterion, parts, part, files }: { criterion: Criterion; parts: Parts; part: string; files: FileNames }) {
  const { answer, privateNote } = filledOf(parts);
  switch (part) {
    case "level":
      return <>{questionsOf(criterion).level.choices.find(({ value }) => value === answer.level)?.label ?? "Nothing chosen"}</>;
    case "evidence":
      return answer.evidence ? <EvidenceList items={answer.evidence} files={files} /> : <>Nothing shown</>;
    case "na":
      return <Lines text={answer.na ? [answer.na.claimed ? "Does not apply" : "Applies", answer.na.reason, answer.na.words].filter(Boolean).join("\n") : "Applies"} />;
    case "plan":
      return <Lines text={[answer.plan?.what, answer.plan?.who, answer.plan?.when, answer.plan?.help].filter(Boolean).join("\n")} />;
    case "privateNote":
      return <Lines text={privateNote} />;
    default:
      return <Lines text={answer.how} />;
  }
}
