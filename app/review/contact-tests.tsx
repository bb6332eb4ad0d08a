import type { ContactCheck } from "~/providers/contact-check";
import { Button } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { Moment } from "~/ui/date";
import { Details } from "~/ui/details";
import { type FieldErrors, Form } from "~/ui/form";
import { contactIntent } from "./contact-form";

/** When we tried phone and e-mail, and what came of it. */
export const ContactTests = ({ checks }: { checks: readonly ContactCheck[] }) =>
  checks.length === 0 ? (
    <p>Nobody has tried their phone or email yet.</p>
  ) : (
    <ul className="wm-tidy">
      {checks.map(({ route, worked, at, by }) => (
        <li key={`${at} ${route} ${by}`}>
          <Moment at={at} />: {by === null ? "mail to them came back." : `${by} ${route === "phone" ? "rang" : "wrote"}. ${worked ? "It worked." : "It did not work."}`}
        </li>
      ))}
    </ul>
  );

export type TypedContact = { route?: string | undefined; worked?: string | undefined };

/** Where whoever rang or wrote says whether it worked. */
export const ContactTestForm = ({ typed, errors }: { typed: TypedContact; errors: FieldErrors }) => (
  <Details summary="Record a test of phone or email" open={"route" in errors || "worked" in errors}>
    <Form>
      <input type="hidden" name="intent" value={contactIntent} />
      <Radios
        name="route"
        label="What did you try?"
        small
        choices={[
          { value: "phone", label: "We rang" },
          { value: "email", label: "We wrote" },
        ]}
        value={typed.route}
        error={errors.route}
      />
      <Radios
        name="worked"
        label="Did it work?"
        hint="Somebody answered, or rang or wrote back within the time they say."
        small
        inline
        choices={[
          { value: "yes", label: "Yes" },
          { value: "no", label: "No" },
        ]}
        value={typed.worked}
        error={errors.worked}
      />
      <Button tone="secondary">Record the test</Button>
    </Form>
  </Details>
);
