import { clock } from "~/platform/clock.server";
import { dueNow } from "~/retention/due.server";
import { endingWords, inPlan } from "~/retention/plan-words";
import { retain } from "~/retention/run.server";
import { formatDay } from "~/ui/dates";
import { type Command, readWords } from "../command";
import { withDatabase } from "../database.server";

const retention: Command = async (words, { out }) => {
  const { flags } = readWords(words, ["dry-run", "json"], [0, 0]);
  const [due, done] = await withDatabase(async ({ db }) => [await dueNow(db, clock), flags.has("dry-run") ? undefined : await retain(db, clock)] as const);
  if (flags.has("json")) {
    out(JSON.stringify({ due, ...done }));
    return 0;
  }
  for (const { ending, count, oldest } of due) out(`over: ${endingWords[ending]}: ${count}${oldest ? `, the oldest counted from ${formatDay(oldest)}` : ""}`);
  if (!done) return 0;
  out(`warnings written: ${done.warned}`);
  for (const { ending, removed, spared } of done.carriedOut) out(`carried out: ${endingWords[ending]}: ${removed} deleted, ${spared} kept after all`);
  for (const plan of done.planned) out(`planned: ${inPlan(plan)}`);
  return 0;
};
export default retention;
