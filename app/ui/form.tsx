import type { ReactNode } from "react";
import { useLanguage, useWords } from "~/platform/language";
import { uiWords } from "./words/ui-words";

/** What is wrong, by the id of the field it belongs to: one plain sentence each. Empty when nothing is. */
export type FieldErrors = Record<string, string>;

/** How a field is introduced. Every field of a form takes these. */
export type Labelling = {
  label: ReactNode;
  /** Longer help, between the label and the hint. Not read out with the field. */
  help?: ReactNode;
  /** One short sentence without links. */
  hint?: ReactNode;
  /** The sentence for this field from `FieldErrors`. */
  error?: string | undefined;
  /** Size of the label's words. Left out, they are as big as the text. */
  size?: "s" | "m" | "l";
  /** Makes the label the heading of its part of the page. `h1` where the field is the page's one question. */
  heading?: "h1" | "h2" | "h3";
  /** Adds "(optional)". Fields without it are asked for. */
  optional?: boolean;
};

/** A plain form: posts to its own address, is checked on the server, keeps the browser's own messages quiet. What it asks for comes in the language it is read in. */
export function Form({ method = "post", action, multipart, className, id, children }: FormProps) {
  const language = useLanguage();
  return (
    <form method={method} action={action} id={id} className={className} encType={multipart ? "multipart/form-data" : undefined} noValidate>
      {method === "get" && language !== "en" && <input type="hidden" name="lang" value={language} />}
      {children}
    </form>
  );
}
export type FormProps = { method?: "get" | "post"; action?: string /** Needed to send files. */; multipart?: boolean; className?: string; id?: string; children: ReactNode };

/** Ids for `aria-describedby`: the hint, then the error. Undefined when there is neither. */
export function describedBy(id: string, { hint, error }: Pick<Labelling, "hint" | "error">): string | undefined {
  const ids = [hint ? `${id}-hint` : "", error ? `${id}-error` : ""].filter(Boolean);
  return ids.length > 0 ? ids.join(" ") : undefined;
}

export function Hint({ id, children }: { id: string; children?: ReactNode }) {
  return children ? (
    <div id={`${id}-hint`} className="govuk-hint">
      {children}
    </div>
  ) : null;
}

export function FieldError({ id, children }: { id: string; children?: string | undefined }) {
  const { t } = useWords(uiWords);
  return children ? (
    <p id={`${id}-error`} className="govuk-error-message">
      <span className="govuk-visually-hidden">{t("error.before")}</span> {children}
    </p>
  ) : null;
}

/** One control with its own label, hint and error, in the order they are read. */
export function Labelled({ id, label, help, hint, error, size, heading: Heading, optional, children }: Labelling & { id: string; children: ReactNode }) {
  const words = (
    <label className={size ? `govuk-label govuk-label--${size}` : "govuk-label"} htmlFor={id}>
      {label}
      {optional && <Optional />}
    </label>
  );
  return (
    <div className={groupClass(error)}>
      {Heading ? <Heading className="govuk-label-wrapper">{words}</Heading> : words}
      {help}
      <Hint id={id}>{hint}</Hint>
      <FieldError id={id}>{error}</FieldError>
      {children}
    </div>
  );
}

/** Several controls under one legend. */
export function Grouped({ id, label, help, hint, error, size, heading: Heading, optional, role, children }: Labelling & { id: string; role?: "group"; children: ReactNode }) {
  const words = (
    <>
      {label}
      {optional && <Optional />}
    </>
  );
  return (
    <div className={groupClass(error)}>
      <fieldset className="govuk-fieldset" role={role} aria-describedby={describedBy(id, { hint, error })}>
        <legend className={size ? `govuk-fieldset__legend govuk-fieldset__legend--${size}` : "govuk-fieldset__legend"}>
          {Heading ? <Heading className="govuk-fieldset__heading">{words}</Heading> : words}
        </legend>
        {help}
        <Hint id={id}>{hint}</Hint>
        <FieldError id={id}>{error}</FieldError>
        {children}
      </fieldset>
    </div>
  );
}

function Optional() {
  const { t } = useWords(uiWords);
  return ` ${t("optional")}`;
}

/** Class names joined, the false ones left out. */
export const classes = (...names: (string | false | null | undefined)[]): string => names.filter(Boolean).join(" ");

const groupClass = (error?: string) => classes("govuk-form-group", error && "govuk-form-group--error");
