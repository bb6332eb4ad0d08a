import { Button, ButtonGroup } from "~/ui/button";
import { type FieldErrors, Form } from "~/ui/form";
import { Scale } from "~/ui/scale";
import { TextArea } from "~/ui/text-field";
import type { SettlingDesk } from "./desk";
import { stepsOf } from "./rating-form";

/** A moderator's level, between the two ratings, and why. */
export function SettleForm({ desk, typed, errors }: { desk: SettlingDesk; typed: { level?: string; reason: string }; errors: FieldErrors }) {
  const steps = stepsOf(desk.reading.criterion.levels).filter(({ standing }) => desk.range.includes(standing));
  return (
    <Form>
      <Scale
        name="level"
        label="The level you settle on"
        hint="Any level between the two. One outside needs a third reader."
        steps={steps}
        value={typed.level}
        error={errors.level}
      />
      <TextArea name="reason" label="Why this level" hint="Both readers and the group will read this." rows={4} value={typed.reason} error={errors.reason} />
      <ButtonGroup>
        <Button>Settle {desk.reading.criterion.id}</Button>
      </ButtonGroup>
    </Form>
  );
}
