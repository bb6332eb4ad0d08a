import { Button, ButtonGroup } from "~/ui/button";
import { Radios } from "~/ui/choices";
import { type FieldErrors, Form } from "~/ui/form";
import { type Part, parts } from "./part";
import type { Suggestion } from "./suggest";

type AssignFormProps = { people: Suggestion[] /** Who reads now. */; now: Partial<Record<Part, string>>; typed: Partial<Record<Part, string>>; errors: FieldErrors };

/** Two of the scheme's assessors, the suggested ones first. Who may not read this case stands there greyed, with why. Sends along who read when the page was opened. */
export function AssignForm({ people, now, typed, errors }: AssignFormProps) {
  const choices = people.map(({ personId, name, why, fault }) => ({ value: personId, label: name, hint: why, disabled: fault !== null }));
  return (
    <Form>
      {parts.map((part) => (
        <input type="hidden" name={`seen_${part}`} value={now[part] ?? ""} key={part} />
      ))}
      <Radios name="assessor" label="Assessor" hint="Reads everything." size="m" heading="h2" choices={choices} value={typed.assessor} error={errors.assessor} />
      <Radios
        name="second_reader"
        label="Second reader"
        hint="Reads the must-haves, or everything where the case says so, without seeing the assessor’s ratings."
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
