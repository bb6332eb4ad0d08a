import { levelNames } from "#standards/format";
import type { NextSteps, Step } from "./next-steps";

const targets: Record<NextSteps["target"], string> = { essentials: "Essentials", assured: "Assured", assured_commended: "Assured with commendation" };

/** What would get them further, in sentences: the must-haves together, then the rest one by one. */
export function nextStepsWords({ target, steps }: NextSteps) {
  const [must, rest] = [steps.filter(({ mustHave, to }) => mustHave && to === 2), steps.filter(({ mustHave, to }) => !(mustHave && to === 2))];
  return {
    goal: `To reach ${targets[target]} by your own levels:`,
    steps: [...(must.length > 0 ? [mustHaves(must)] : []), ...rest.map(({ title, from, to }) => `${title}: from ${levelNames[from]} to ${levelNames[to]}`)],
    note: "This goes by how you rate yourselves. Two people rate what you send by what they read, so it is not a promise.",
  };
}

function mustHaves(steps: Step[]): string {
  const named = steps.map(({ title, from }) => `${title} (now ${levelNames[from]})`).join("; ");
  return steps.length === 1 ? `One must-have to Met: ${named}` : `${steps.length} must-haves to Met: ${named}`;
}
