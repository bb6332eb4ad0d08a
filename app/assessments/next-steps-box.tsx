import { Box } from "~/ui/layout";
import type { NextSteps } from "./next-steps";
import { nextStepsWords } from "./next-steps-words";

/** The shortest way to the next level by their own levels; nothing while there is none to show. */
export function NextStepsBox({ next }: { next: NextSteps | undefined }) {
  if (!next) return null;
  const { goal, steps, note } = nextStepsWords(next);
  return (
    <Box>
      <h2 className="govuk-heading-m">What would get you to the next level</h2>
      <p>{goal}</p>
      <ul className="wm-tidy">
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ul>
      <p>{note}</p>
    </Box>
  );
}
