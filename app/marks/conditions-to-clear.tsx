import { Button } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { formatDay, formatMoment } from "~/ui/dates";
import { Form } from "~/ui/form";
import { TextArea } from "~/ui/text-field";
import type { SentForm } from "./change-form";
import type { HeldMarkView } from "./held-mark-view";

/** What is still to be put right for the mark and by when, what was, and where a moderator records that they were shown it. */
export function ConditionsToClear({ conditions, sent }: { conditions: HeldMarkView["conditions"]; sent: SentForm | undefined }) {
  if (!conditions) return null;
  const { open, cleared, by, mayClear } = conditions;
  const typed = sent?.intent === "clear" ? sent : undefined;
  return (
    <>
      <h2 className="govuk-heading-m">To be put right</h2>
      <ul>
        {cleared.map(({ criterion, done, note }) => (
          <li key={criterion}>
            {criterion}: put right, recorded by {done.by}, {formatMoment(done.at)}. {note}
          </li>
        ))}
        {open.map((criterion) => (
          <li key={criterion}>
            {criterion}: {mayClear === "late" ? "was to be put right" : "to be put right"} by {formatDay(by)}
          </li>
        ))}
      </ul>
      {mayClear === "yes" && (
        <Form>
          <input type="hidden" name="intent" value="clear" />
          <Radios
            name="criterion"
            label="What has been shown"
            hint={`Until the end of ${formatDay(by)}. When everything is put right, the mark is Assured from that moment. Whoever took the decision cannot record it.`}
            choices={open.map((each) => ({ value: each, label: each }))}
            value={typed?.criterion ?? (open.length === 1 ? open[0]! : "")}
            error={typed?.errors.criterion}
          />
          <TextArea
            name="note"
            id="cleared-note"
            label="What you saw"
            size="s"
            hint="For us alone: who rang or wrote, what they showed, and why it is enough. At least 20 characters."
            rows={3}
            value={typed?.note ?? ""}
            error={typed?.errors["cleared-note"]}
          />
          <Button tone="secondary">Record that it has been shown</Button>
        </Form>
      )}
    </>
  );
}
