import type { ReactNode } from "react";

export type DetailsProps = { summary: ReactNode; open?: boolean; children: ReactNode };

/** More, for who wants it. Opens without a script. */
export function Details({ summary, open, children }: DetailsProps) {
  return (
    <details className="govuk-details" open={open}>
      <summary className="govuk-details__summary">
        <span className="govuk-details__summary-text">{summary}</span>
      </summary>
      <div className="govuk-details__text">{children}</div>
    </details>
  );
}
