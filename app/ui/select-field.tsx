import { classes, describedBy, Labelled, type Labelling } from "./form";

export type SelectFieldProps = Labelling & {
  name: string;
  id?: string;
  /** `lang` where a label is not in the language of the page. */
  options: readonly { value: string; label: string; lang?: string | undefined }[];
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
          <option key={option.value} value={option.value} lang={option.lang}>
            {option.label}
          </option>
        ))}
      </select>
    </Labelled>
  );
}
