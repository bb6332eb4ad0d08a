import type { ReactNode } from "react";
import { classes, FieldError, Grouped, type Labelling } from "./form";

export type Choice = {
  value: string;
  label: ReactNode;
  /** Content under the choice, read out with it. May hold a list. */
  hint?: ReactNode;
  disabled?: boolean;
};

export type RadiosProps = Labelling & {
  name: string;
  id?: string;
  choices: readonly Choice[];
  /** The value that is chosen. */
  value?: string | undefined;
  small?: boolean;
  /** Side by side: for two short words such as Yes and No. */
  inline?: boolean;
};

/** One of several. The first choice carries the group's id, so that an error summary can link to it. */
export function Radios({ name, id = name, choices, value, small, inline, ...labelling }: RadiosProps) {
  return (
    <Grouped id={id} {...labelling}>
      <div className={classes("govuk-radios", small && "govuk-radios--small", inline && "govuk-radios--inline")}>
        {choices.map((choice, index) => (
          <Item key={choice.value} kind="radio" name={name} id={index === 0 ? id : `${id}-${index + 1}`} choice={choice} checked={choice.value === value} />
        ))}
      </div>
    </Grouped>
  );
}

export type CheckboxesProps = Labelling & { name: string; id?: string; choices: readonly Choice[] /** The values that are ticked. */; values?: readonly string[]; small?: boolean };

/** Any of several. The form sends `name` once for each that is ticked. */
export function Checkboxes({ name, id = name, choices, values = [], small, ...labelling }: CheckboxesProps) {
  return (
    <Grouped id={id} {...labelling}>
      <div className={classes("govuk-checkboxes", small && "govuk-checkboxes--small")}>
        {choices.map((choice, index) => (
          <Item key={choice.value} kind="checkbox" name={name} id={index === 0 ? id : `${id}-${index + 1}`} choice={choice} checked={values.includes(choice.value)} />
        ))}
      </div>
    </Grouped>
  );
}

export type CheckboxProps = { name: string; id?: string; value?: string; label: ReactNode; hint?: ReactNode; error?: string | undefined; checked?: boolean; small?: boolean };

/** A single box to tick, such as a declaration. Sends `name=yes` unless told otherwise. */
export function Checkbox({ name, id = name, value = "yes", label, hint, error, checked = false, small }: CheckboxProps) {
  return (
    <div className={classes("govuk-form-group", error && "govuk-form-group--error")}>
      <FieldError id={id}>{error}</FieldError>
      <div className={classes("govuk-checkboxes", small && "govuk-checkboxes--small")}>
        <Item kind="checkbox" name={name} id={id} choice={{ value, label, hint }} checked={checked} error={error} />
      </div>
    </div>
  );
}

function Item({ kind, name, id, choice, checked, error }: { kind: "radio" | "checkbox"; name: string; id: string; choice: Choice; checked: boolean; error?: string | undefined }) {
  const block = kind === "radio" ? "govuk-radios" : "govuk-checkboxes";
  return (
    <div className={`${block}__item`}>
      <input
        className={`${block}__input`}
        id={id}
        name={name}
        type={kind}
        value={choice.value}
        defaultChecked={checked}
        disabled={choice.disabled}
        aria-describedby={itemDescription(id, choice, error)}
        aria-invalid={error ? true : undefined}
      />
      <label className={`govuk-label ${block}__label`} htmlFor={id}>
        {choice.label}
      </label>
      {choice.hint && (
        <div id={`${id}-item-hint`} className={`govuk-hint ${block}__hint`}>
          {choice.hint}
        </div>
      )}
    </div>
  );
}

const itemDescription = (id: string, choice: Choice, error?: string) => classes(choice.hint ? `${id}-item-hint` : "", error && `${id}-error`) || undefined;
