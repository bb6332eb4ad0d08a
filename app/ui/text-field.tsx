import type { HTMLInputAutoCompleteAttribute } from "react";
import { classes, describedBy, Labelled, type Labelling } from "./form";

type Common = Labelling & {
  name: string;
  /** The same as `name` unless the page has two fields of one name. Error summaries link to it. */
  id?: string;
  /** What was typed, or what is known. */
  value?: string;
  autoComplete?: HTMLInputAutoCompleteAttribute;
  spellCheck?: boolean;
  disabled?: boolean;
  readOnly?: boolean;
};

export type TextFieldProps = Common & {
  type?: "text" | "email" | "tel" | "url" | "search" | "date";
  /** Room for this many characters. Left out, the field is as wide as its place. */
  width?: 2 | 3 | 4 | 5 | 10 | 20 | 30;
  inputMode?: "numeric" | "decimal" | "email" | "tel" | "url";
  autoCapitalize?: "none" | "characters";
  prefix?: string;
  suffix?: string;
  /** For codes: letters of one width, so that 0 and O differ. */
  code?: boolean;
};

/** One line of text. */
export function TextField({
  name,
  id = name,
  value,
  type = "text",
  width,
  inputMode,
  autoCapitalize,
  autoComplete,
  spellCheck,
  disabled,
  readOnly,
  prefix,
  suffix,
  code,
  ...labelling
}: TextFieldProps) {
  const { error } = labelling;
  const input = (
    <input
      className={classes("govuk-input", width && `govuk-input--width-${width}`, error && "govuk-input--error", code && "wm-code")}
      id={id}
      name={name}
      type={type}
      defaultValue={value}
      inputMode={inputMode}
      autoComplete={autoComplete}
      autoCapitalize={autoCapitalize}
      spellCheck={spellCheck}
      disabled={disabled}
      readOnly={readOnly}
      aria-describedby={describedBy(id, labelling)}
      aria-invalid={error ? true : undefined}
    />
  );
  return (
    <Labelled id={id} {...labelling}>
      {prefix || suffix ? (
        <div className="govuk-input__wrapper">
          {prefix && <Fix kind="prefix">{prefix}</Fix>}
          {input}
          {suffix && <Fix kind="suffix">{suffix}</Fix>}
        </div>
      ) : (
        input
      )}
    </Labelled>
  );
}

export type TextAreaProps = Common & { rows?: number };

/** Several lines of text. A longest length is said in the hint and checked on the server: a browser would cut a paste without a word. */
export function TextArea({ name, id = name, value, rows = 5, autoComplete, spellCheck = true, disabled, readOnly, ...labelling }: TextAreaProps) {
  const { error } = labelling;
  return (
    <Labelled id={id} {...labelling}>
      <textarea
        className={classes("govuk-textarea", error && "govuk-textarea--error")}
        id={id}
        name={name}
        rows={rows}
        defaultValue={value}
        autoComplete={autoComplete}
        spellCheck={spellCheck}
        disabled={disabled}
        readOnly={readOnly}
        aria-describedby={describedBy(id, labelling)}
        aria-invalid={error ? true : undefined}
      />
    </Labelled>
  );
}

const Fix = ({ kind, children }: { kind: "prefix" | "suffix"; children: string }) => (
  <div className={`govuk-input__${kind}`} aria-hidden="true">
    {children}
  </div>
);
