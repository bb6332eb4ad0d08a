import { paths } from "~/platform/paths";

export type LockLinkProps = { caseId: string; criterion: string /** `answer`, or the id of what is locked. */; what: string /** For those who hear the link alone. */; of: string };

/** The way to lock something that has somebody's details in it. */
export const LockLink = ({ caseId, criterion, what, of }: LockLinkProps) => (
  <p className="wm-small">
    <a href={paths.lockDetails(caseId, criterion, what)}>
      This contains personal details<span className="govuk-visually-hidden">: {of}</span>
    </a>
  </p>
);
