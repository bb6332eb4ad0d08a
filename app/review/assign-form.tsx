import { Button, ButtonGroup } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { type FieldErrors, Form } from "~/ui/form";
import type { Choosable } from "./desk";
import type { Part } from "./part";

/** Two of the scheme's assessors. Who may not read this case stands there greyed, with why. */
export function AssignForm({ people, typed, errors }: { people: Choosable[]; typed: Partial<Record<Part, string>>; errors: FieldErrors }) {
  const choices = people.map(({ personId, name, load, fault }) => ({ value: personId, label: name, hint: fault ?? load, disabled: fault !== null }));
  return (
    <Form>
      <Radios name="assessor" label="Assessor" hint="Reads everything." size="m" heading="h2" choices={choices} value={typed.assessor} error={errors.assessor} />
      <Radios
        name="second_reader"
        label="Second reader"
        hint="Reads the must-haves, without seeing the assessor’s ratings."
        size="m"
        heading="h2"
        choices={choices}
        value={typed.second_reader}
        error={errors.second_reader}
      />
      <ButtonGroup>
        <Button>Ask these two</Button>
      </ButtonGroup>
    </Form>
  );
}
