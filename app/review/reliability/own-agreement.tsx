import { paths } from "~/platform/paths";
import type { Agreement } from "../agreement";
import { decimal } from "../agreement-words";
import { canBeJudged, leastToJudge } from "./aims";

/** An assessor's own figures of this quarter, which nobody else is shown. Counts first: with few of them a share says little. */
export function OwnAgreement({ agreement }: { agreement: Agreement }) {
  const { n, exact, met_not_met, kappa_linear, ac1 } = agreement;
  const of = (share: number | null) => `${Math.round((share ?? 0) * n)} of ${n}`;
  return (
    <section aria-labelledby="own-agreement">
      <h2 className="govuk-heading-m" id="own-agreement">
        You and the other reader, this quarter
      </h2>
      {n === 0 ? (
        <p className="govuk-body">Nothing that you and somebody else have both read is done yet this quarter.</p>
      ) : (
        <p className="govuk-body">
          The same side of Met in {of(met_not_met)} ratings, the same level in {of(exact)}.{" "}
          {canBeJudged(agreement) ? `Weighted kappa ${decimal(kappa_linear)}, AC1 ${decimal(ac1)}.` : `Fewer than ${leastToJudge} say little.`}
        </p>
      )}
      <p className="govuk-body wm-small">
        Only you see this. <a href={paths.calibrations}>Practise together</a>
      </p>
    </section>
  );
}
