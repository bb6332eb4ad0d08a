import { Answer, levelWords } from "~/assessments/answer";
import { missingFrom } from "~/assessments/missing";
import { sentParts } from "~/assessments/parts";
import { surveyOf } from "~/assessments/survey/to-survey";
import { applicable } from "~/standards/applies";
import { loadStandards } from "~/standards/load.server";
import { timed } from "./measure";

export type Measured = { what: string; milliseconds: number; limit: number; beside: string };
const days = { today: "2026-06-01", lastPlanDay: "2027-06-01" };
const reader = { days, language: "cy" } as const;

/** What a self-assessment costs: its form made from the standard, and the server's look at everything that would be sent. */
export async function forms(): Promise<Measured[]> {
  const { versions } = loadStandards();
  const compiled: { ours: number; parsing: number; name: string }[] = [];
  // One after the other: measured side by side, each would count the others' work.
  for (const { standard } of versions) {
    const text = JSON.stringify(standard.criteria.map((criterion) => surveyOf(criterion, reader)));
    const ours = await timed(() => standard.criteria.map((criterion) => surveyOf(criterion, reader)), 50);
    compiled.push({ ours, parsing: await timed(() => JSON.parse(text), 50), name: `${standard.key} ${standard.version}` });
  }
  const slowest = compiled.reduce((a, b) => (b.ours > a.ours ? b : a));
  return [
    {
      what: "A standard’s criteria as survey definitions, warm, the slowest standard",
      milliseconds: slowest.ours,
      limit: 5,
      beside: `${slowest.name}; parsing the same definitions as JSON ${slowest.parsing.toFixed(2)} ms`,
    },
    await wholeCheck(),
  ];
}

/** Every answer read by its rules, looked at for what is missing and cut to what is sent, for the standard with the most criteria. */
async function wholeCheck(): Promise<Measured> {
  const standard = loadStandards()
    .versions.map((each) => each.standard)
    .reduce((a, b) => (b.criteria.length > a.criteria.length ? b : a));
  const facts = { runs_activities: true, has_link_workers: true, home_visits: true, meets_alone_in_community: true, uses_ai_tools: true, holds_waiting_list: true };
  const typed = JSON.stringify(
    Object.fromEntries(
      standard.criteria.map(({ id }, at) => [
        id,
        {
          level: levelWords[at % 4],
          how: "We do this at every session. ".repeat(30),
          evidence: [{ kind: "call", title: "On a call" }],
          plan: { what: "Ask more people", who: "secretary", when: "2026-09-01" },
        },
      ]),
    ),
  );
  const check = () => {
    const answers = Object.fromEntries(Object.entries(JSON.parse(typed) as Record<string, unknown>).map(([id, answer]) => [id, Answer.parse(answer)]));
    missingFrom(standard, facts, answers, days.today);
    return applicable(standard, facts).map((criterion) => sentParts(criterion, answers[criterion.id] ?? {}));
  };
  const ours = await timed(check, 50);
  const parsing = await timed(() => JSON.parse(typed), 50);
  return {
    what: "The server’s check of a full submission",
    milliseconds: ours,
    limit: 10,
    beside: `${standard.criteria.length} answers; parsing them as JSON ${parsing.toFixed(2)} ms`,
  };
}
