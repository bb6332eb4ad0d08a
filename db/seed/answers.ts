import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { z } from "zod";
import type { Criterion } from "#standards/format";
import { root } from "~/platform/root.server";

const Told = z.record(z.string(), z.strictObject({ how: z.string(), show: z.string(), shown: z.string().optional() }));
let told: z.infer<typeof Told> | undefined;

/** What a group of the demo says about a criterion, and what readers write about it at each level. */
export function wordsFor(criterion: Criterion) {
  told ??= Told.parse(parse(readFileSync(join(root, "db/seed/answers.yaml"), "utf8")));
  const answer = told[criterion.id];
  if (!answer) throw new Error(`The demo has no answer for ${criterion.id}.`);
  const { met, leading } = criterion.levels;
  return {
    ...answer,
    shown: answer.shown ?? answer.show,
    notYet: "We have not got this yet. We know what it would take, and mean to start.",
    plan: `Work on this first: ${criterion.title.toLowerCase()}.`,
    reasons: [
      `There is nothing to see here yet. Start with: ${criterion.evidence.lightest}`,
      `A good beginning. Seen: ${met.tests[0]} Not yet seen: ${met.tests.at(-1)}`,
      `Seen: ${answer.show}. It fits what they told us, and every test of Met is ticked.`,
      `Met, and more: ${leading.tests.join(" ")}`,
    ] as const,
  };
}
