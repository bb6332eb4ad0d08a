import { Button } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { type FieldErrors, Form } from "~/ui/form";
import { TextArea } from "~/ui/text-field";
import { levelWord } from "../level-word";
import type { AppealDesk } from "./appeal-desk";
import type { DeskTyped } from "./appeal-desk-form.server";
import { groundWords } from "./appeal-words";
import { Point } from "./points-shown";

/** Every point with its answer and its reason, and why on the whole. What it comes to is computed. */
export function AnswerForm({ desk, typed, errors }: { desk: AppealDesk; typed: DeskTyped; errors: FieldErrors }) {
  const { points, findings, files, moves } = desk;
  const panel = moves.includes("write_down");
  return (
    <Form>
      <h2 className="govuk-heading-m">{panel ? "Write down what the panel has come to" : "Your answer"}</h2>
      <p>
        Every point needs an answer and a reason. The group reads all of it, and so do the readers and whoever decided. Where a level changes, somebody who had no part decides the
        case anew; a mark stays as it is until then.
      </p>
      {points.map((point) => (
        <Point key={point.id} point={point} files={files}>
          <Radios
            name={`level-${point.id}`}
            label={`Level of ${point.id}`}
            small
            choices={[
              { value: "stays", label: `It stays at ${levelWord(point.level)}` },
              ...([0, 1, 2, 3] as const).filter((level) => level !== point.level).map((level) => ({ value: String(level), label: `It becomes ${levelWord(level)}` })),
            ]}
            value={typed[`level-${point.id}`]}
            error={errors[`level-${point.id}`]}
          />
          <TextArea name={`reason-${point.id}`} label={`Why, for ${point.id}`} rows={3} value={typed[`reason-${point.id}`] ?? ""} error={errors[`reason-${point.id}`]} />
        </Point>
      ))}
      {findings.map((ground) => (
        <section key={ground} aria-label={groundWords[ground]}>
          <Radios
            name={`found-${ground}`}
            label={`${groundWords[ground]}: were they right?`}
            small
            inline
            choices={[
              { value: "yes", label: "Yes" },
              { value: "no", label: "No" },
            ]}
            value={typed[`found-${ground}`]}
            error={errors[`found-${ground}`]}
          />
          <TextArea name={`why-${ground}`} label={`Why, for: ${groundWords[ground]}`} rows={3} value={typed[`why-${ground}`] ?? ""} error={errors[`why-${ground}`]} />
        </section>
      ))}
      <TextArea
        name="reason"
        label="On the whole: what you found, to the group"
        size="m"
        hint="In plain words. It opens our answer to them."
        rows={4}
        value={typed.reason ?? ""}
        error={errors.reason}
      />
      <Button name="move" value={panel ? "write_down" : "answer"}>
        {panel ? "Write it down, and ask the other two" : "Send the answer"}
      </Button>
    </Form>
  );
}
