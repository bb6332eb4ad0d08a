import type { ReactNode } from "react";
import { classes } from "./form";

export type SummaryRow = {
  term: ReactNode;
  value: ReactNode;
  /** What can be done about it. `of` completes the words for those who hear the link alone: "Change" + "your name". */
  actions?: readonly { href: string; label: string; of: string }[];
};
export type SummaryListProps = { rows: readonly SummaryRow[] /** Without lines between. */; plain?: boolean };

/** Facts or answers with a way to change each: the page before something is sent. */
export function SummaryList({ rows, plain }: SummaryListProps) {
  const acting = rows.some((row) => row.actions?.length);
  return (
    <dl className={classes("govuk-summary-list", plain && "govuk-summary-list--no-border")}>
      {rows.map((row, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows are drawn once on the server and never moved.
        <div className={classes("govuk-summary-list__row", acting && !row.actions?.length && "govuk-summary-list__row--no-actions")} key={index}>
          <dt className="govuk-summary-list__key">{row.term}</dt>
          <dd className="govuk-summary-list__value">{row.value}</dd>
          {row.actions && row.actions.length > 0 && (
            <dd className="govuk-summary-list__actions">
              {row.actions.map((action) => (
                <a className="govuk-link" href={action.href} key={action.href}>
                  {action.label}
                  <span className="govuk-visually-hidden"> {action.of}</span>
                </a>
              ))}
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
