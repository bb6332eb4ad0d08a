import { Button } from "~/ui/button";
import { Day } from "~/ui/date";
import { DateField } from "~/ui/date-field";
import { type FieldErrors, Form } from "~/ui/form";
import { SelectField } from "~/ui/select-field";
import { Tag } from "~/ui/tag";
import { TextField } from "~/ui/text-field";
import type { LibraryAward } from "./library.server";
import type { TypedLibrary } from "./library-typed";

/** An award that can be stated, and what it counts for, in words. */
export type AwardChoice = { key: string; name: string; covers: string };

/** Awards of others that the group has stated. */
export function AwardsHeld({ held, choices, today }: { held: readonly LibraryAward[]; choices: readonly AwardChoice[]; today: string }) {
  if (held.length === 0) return <p>None yet. An award from somebody else can save you work: an assessor checks it on the awarding body’s own list.</p>;
  return (
    <ul className="wm-tidy">
      {held.map(({ id, award, number, expiresOn }) => {
        const choice = choices.find(({ key }) => key === award);
        return (
          <li key={id}>
            <strong>{choice?.name ?? award}</strong>, number {number}
            <br />
            {expiresOn < today ? <Tag tone="stop">Out of date</Tag> : null} {expiresOn < today ? "Its last day was" : "Good until"} <Day day={expiresOn} />. {choice?.covers}
            <Form multipart>
              <input type="hidden" name="award_id" value={id} />
              <Button name="intent" value="end_award" tone="secondary" small>
                {`Take ${choice?.name ?? "this"} off the list`}
              </Button>
            </Form>
          </li>
        );
      })}
    </ul>
  );
}

/** To state one: which, its number, its last day. Nothing is uploaded. */
export const StateAward = ({ choices, typed, errors }: { choices: readonly AwardChoice[]; typed: TypedLibrary | undefined; errors: FieldErrors }) => (
  <Form multipart>
    <SelectField
      name="award"
      label="Which award?"
      options={choices.map(({ key, name }) => ({ value: key, label: name }))}
      empty="Choose one"
      value={typed?.award}
      error={errors.award}
    />
    <TextField
      name="number"
      label="Its number or reference"
      hint="As it stands on the award, so that an assessor can find it on the list."
      value={typed?.number}
      error={errors.number}
    />
    <DateField name="expires" id="award-expires" label="Its last day" value={typed?.expires} error={errors["award-expires"]} />
    <Button name="intent" value="award" tone="secondary">
      Add this award
    </Button>
  </Form>
);
