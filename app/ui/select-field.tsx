import { classes, describedBy, Labelled, type Labelling } from "./form";

export type SelectFieldProps = Labelling & {
  name: string;
  id?: string;
  options: readonly { value: string; label: string }[];
  value?: string;
  /** Words of a first, empty choice. */
  empty?: string;
};

/** One of many, in a list that opens. Use radios for fewer than about seven. */
export function SelectField({ name, id = name, options, value, empty, ...labelling }: SelectFieldProps) {
  return (
    <Labelled id={id} {...labelling}>
      <select
        className={classes("govuk-select", labelling.error && "govuk-select--error")}
        id={id}
        name={name}
        defaultValue={value}
        aria-describedby={describedBy(id, labelling)}
        aria-invalid={labelling.error ? true : undefined}
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
