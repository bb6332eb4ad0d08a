import { useWords } from "~/platform/language";
import { uiWords } from "./words/ui-words";

export type BackLinkProps = { href: string; children?: string };

/** The way back, first in the page. */
export function BackLink({ href, children }: BackLinkProps) {
  const { t } = useWords(uiWords);
  return (
    <a href={href} className="govuk-back-link">
      {children ?? t("back")}
    </a>
  );
}
