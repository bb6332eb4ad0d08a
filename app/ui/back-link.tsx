export type BackLinkProps = { href: string; children?: string };

/** The way back, first in the page. */
export const BackLink = ({ href, children = "Back" }: BackLinkProps) => (
  <a href={href} className="govuk-back-link">
    {children}
  </a>
);
