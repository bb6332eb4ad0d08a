import { Button } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { formatDay } from "~/ui/dates";
import { Details } from "~/ui/details";
import { Form } from "~/ui/form";
import { TextArea } from "~/ui/text-field";
import type { SentForm } from "../change-form";
import type { HeldMarkView } from "../held-mark-view";
import { openActivities } from "./new-activity";

/** What the mark is still to show, and where a moderator records that they were shown it. */
export function ToShow({ items, mayRecord, sent }: { items: HeldMarkView["toShow"]; mayRecord: boolean; sent: SentForm | undefined }) {
  const { topUp, note, errors } = sent?.intent === "show" ? sent : { topUp: items.length === 1 ? items[0]!.id : "", note: "", errors: {} as SentForm["errors"] };
  if (items.length === 0) return null;
  if (!mayRecord)
    return (
      <>
        <h2 className="govuk-heading-m">Still to be shown</h2>
        <ul>
          {items.map((each) => (
            <li key={each.id}>{lineOf(each)}</li>
          ))}
        </ul>
      </>
    );
  return (
    <Form>
      <input type="hidden" name="intent" value="show" />
      <Radios
        name="top_up"
        label="Still to be shown"
        heading="h2"
        size="m"
        hint="When they have shown you one of these, record it here. What a rule began because of it ends at once."
        choices={items.map((each) => ({ value: each.id, label: lineOf(each), hint: whyOf(each) }))}
        value={topUp}
        error={errors.top_up}
      />
      <TextArea
        name="note"
        id="shown-note"
        label="What you saw"
        size="s"
        hint="For us alone: which tests were met, and how you know. At least 20 characters."
        rows={3}
        value={note}
        error={errors["shown-note"]}
      />
      <Button tone="secondary">Record that they have shown it</Button>
    </Form>
  );
}

/** The new activities that a mark does not cover yet, and where a moderator records that the group does one no longer. */
export function NotCoveredYet({ items, mayRecord, sent }: { items: HeldMarkView["toShow"]; mayRecord: boolean; sent: SentForm | undefined }) {
  if (!mayRecord) return null;
  return openActivities(items).map(({ id, name }) => {
    const { note, errors } = sent?.intent === "leave" && sent.activity === id ? sent : { note: "", errors: {} as SentForm["errors"] };
    return (
      <Details key={id} summary={`They do “${name}” no longer`}>
        <Form>
          <input type="hidden" name="activity" value={id} />
          <TextArea
            name="note"
            id={leftField(id)}
            label="How you know"
            size="s"
            hint="For us alone. Nothing more is asked of it, and nothing is said of it. At least 20 characters."
            rows={2}
            value={note}
            error={errors[leftField(id)]}
          />
          <Button tone="secondary" name="intent" value="leave">
            They do it no longer
          </Button>
        </Form>
      </Details>
    );
  });
}

/** The field in which a moderator says how they know. */
export const leftField = (activity: string): string => `left-note-${activity}`;

type Item = HeldMarkView["toShow"][number];
const lineOf = ({ criterion, state, lastDay }: Item) => `${criterion}, ${state === "due" ? `by ${formatDay(lastDay)}` : `overdue since ${formatDay(lastDay)}`}`;
const whyOf = ({ why, version, activity }: Item) =>
  activity
    ? `For their new activity “${activity.name}”, which the mark does not cover yet`
    : why === "critical_on"
      ? `A must-have since version ${version}`
      : why === "not_true"
        ? "Not true any more, by what they said at the check-in"
        : "A must-have that has come to apply, by what they have told us";
