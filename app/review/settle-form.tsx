import { Button, ButtonGroup } from "~/ui/button";
import { Details } from "~/ui/details";
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
        hint={desk.third ? "Any level between the three." : "Any level between the two. One outside needs a third reader."}
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

/** What the form of a third rating sends as its `intent`. */
export const thirdIntent = "third";

/** A moderator’s own rating, where neither of the two seems right to them: then another moderator settles. */
export const ThirdForm = ({ desk, typed, errors }: { desk: SettlingDesk; typed: { level?: string; reason: string }; errors: FieldErrors }) => (
  <Details summary="Rate it as a third reader instead" open={"third_level" in errors || "third_reason" in errors}>
    <p>Where a level outside the two seems right to you, rate it yourself. You have then rated in this case, so another moderator settles, as far as your level.</p>
    <Form>
      <input type="hidden" name="intent" value={thirdIntent} />
      <Scale name="third_level" label="Your level" steps={stepsOf(desk.reading.criterion.levels)} value={typed.level} error={errors.third_level} />
      <TextArea name="third_reason" label="Why your level" hint="Whoever settles reads this." rows={4} value={typed.reason} error={errors.third_reason} />
      <Button tone="secondary">Give a third rating</Button>
    </Form>
  </Details>
);
