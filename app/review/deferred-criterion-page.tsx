import type { AddEvidenceProps } from "~/assessments/evidence-page";
import { useWords } from "~/platform/language";
import type { DeferralView, DeferredCriterion } from "./deferral.server";
import { CriterionHead } from "./deferral-page";
import { DraftInPlace } from "./draft-in-place";
import { reviewWords } from "./words/review-words";

type Props = { one: DeferredCriterion; files: DeferralView["files"]; words: string | undefined } & Pick<AddEvidenceProps, "typed" | "stored" | "errors" | "switching">;

/** One criterion that a decision waits for: words, and things to show. Each is kept when it is pressed, and nothing is sent from here. */
export function DeferredCriterionPage({ one, ...add }: Props) {
  const { t } = useWords(reviewWords);
  return (
    <>
      <h1 className="govuk-heading-l">{t("deferral.title")}</h1>
      <CriterionHead criterion={one.criterion} missing={one.missing} />
      <DraftInPlace draft={one} {...add} />
    </>
  );
}
