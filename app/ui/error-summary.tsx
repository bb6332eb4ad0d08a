import { useWords } from "~/platform/language";
import type { FieldErrors } from "./form";
import { uiWords } from "./words/ui-words";

export type ErrorSummaryProps = { errors: FieldErrors; title?: string };

/** Everything that is wrong, first on the page, each line a link to its field. Nothing when nothing is wrong. Takes the focus as the page loads, without a script. */
export function ErrorSummary({ errors, title }: ErrorSummaryProps) {
  const { t } = useWords(uiWords);
  const all = Object.entries(errors);
  if (all.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: a page that comes back with errors starts there, so that a screen reader reads them first.
    <div className="govuk-error-summary" tabIndex={-1} autoFocus>
      <div role="alert">
        <h2 className="govuk-error-summary__title">{title ?? t("error.summary")}</h2>
        <div className="govuk-error-summary__body">
          <ul className="govuk-list govuk-error-summary__list">
            {all.map(([id, message]) => (
              <li key={id}>
                <a href={`#${id}`}>{message}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </div>
  );
}
