import { Button } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { type FieldErrors, Form } from "~/ui/form";
import { TextField } from "~/ui/text-field";
import { acceptings } from "./capacity";
import { acceptingWords } from "./capacity-words";
import type { TypedRoom } from "./typed-room";

/** What room there is: one choice, a wait where people can start, and a few words. */
export const RoomForm = ({ typed, errors }: { typed: TypedRoom; errors: FieldErrors }) => (
  <Form>
    <Radios
      name="accepting"
      label="Are you taking new people?"
      size="m"
      choices={acceptings.map((value) => ({ value, ...acceptingWords[value] }))}
      value={typed.accepting}
      error={errors.accepting}
    />
    <TextField
      name="wait_weeks"
      label="How long do people usually wait?"
      hint="In whole weeks, worked out from the last few who started. 0 if there is no wait. Leave it empty if you are paused or closed."
      value={typed.wait_weeks}
      width={2}
      inputMode="numeric"
      suffix="weeks"
      error={errors.wait_weeks}
    />
    <TextField name="note" label="Anything people should know" hint="For example: open again in March. Everyone can read it." value={typed.note} optional error={errors.note} />
    <Button>Save and confirm today</Button>
  </Form>
);
