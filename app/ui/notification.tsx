import type { ReactNode } from "react";
import { useWords } from "~/platform/language";
import { uiWords } from "./words/ui-words";

export type NotificationProps = {
  /** `done`: what was just done worked, and is announced. `note`: worth knowing. */ tone?: "note" | "done";
  title?: string;
  id?: string;
  children: ReactNode;
};

/** One message about the whole page. Never beside an error summary, never two. */
export function Notification({ tone = "note", title, id = "notification-title", children }: NotificationProps) {
  const { t } = useWords(uiWords);
  const inside = (
    <>
      <div className="govuk-notification-banner__header">
        <h2 className="govuk-notification-banner__title" id={id}>
          {title ?? t(`notification.${tone}`)}
        </h2>
      </div>
      <div className="govuk-notification-banner__content">{children}</div>
    </>
  );
  if (tone === "note")
    return (
      <section className="govuk-notification-banner" aria-labelledby={id}>
        {inside}
      </section>
    );
  return (
    <div className="govuk-notification-banner govuk-notification-banner--success" role="alert">
      {inside}
    </div>
  );
}
