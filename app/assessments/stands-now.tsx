import { useWords } from "~/platform/language";
import { Box } from "~/ui/layout";
import { AnswerSummary } from "./answer-summary";
import type { ShownQuestion } from "./shown-question";
import { assessmentWords } from "./words/assessment-words";

/** After a press that came to nothing: the answer as it is now, to be read before anybody presses again. */
export function StandsNow({ question: { criterion, answer, files } }: { question: ShownQuestion }) {
  const { t } = useWords(assessmentWords);
  return (
    <Box>
      <h2 className="govuk-heading-m" id="stands-now" tabIndex={-1}>
        {t("not_settled.now")}
      </h2>
      <AnswerSummary criterion={criterion} answer={answer} files={files} />
    </Box>
  );
}
