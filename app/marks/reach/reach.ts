/** Whether a provider can be reached on what people are told to use, and what that does to its marks (Standard rules §C.3). */
import { londonDay, startOfDay } from "~/platform/calendar";
import { type ContactRoute, contactRoutes } from "~/providers/contact-check";
import type { Nation } from "~/review/bank-holidays";
import { addWorkingDays, isWorkingDay } from "~/review/working-days";
import { permitChange, situationOf } from "../mark-moves";
import { heldBy, type MarkFacts } from "../status";

export type Test = { route: ContactRoute; worked: boolean; at: Date };

/** Full working days for which neither route may work before the marks are suspended. */
const workingDays = 5;

/** Since when neither phone nor e-mail has worked: the later of the two first failures that no success has followed. Undefined while one of them works, or was not tried. */
export function outOfReachSince(tests: readonly Test[]): Date | undefined {
  const [one, other] = contactRoutes.map((route) => failingSince(tests.filter((each) => each.route === route)));
  return one && other && (one > other ? one : other);
}

function failingSince(tests: readonly Test[]): Date | undefined {
  const inOrder = [...tests].sort((a, b) => a.at.getTime() - b.at.getTime());
  return inOrder[inOrder.findLastIndex(({ worked }) => worked) + 1]?.at;
}

/** The moment at which five full working days of the provider's nation have passed (P11): from Monday at nine to the next Monday at nine. What begins on a day off begins with the next working day. */
export function suspendedAt(since: Date, nation: Nation): Date {
  const day = londonDay(since);
  const working = isWorkingDay(day, nation);
  const intoDay = working ? since.getTime() - startOfDay(day).getTime() : 0;
  return new Date(startOfDay(addWorkingDays(working ? day : addWorkingDays(day, 1, nation), workingDays, nation)).getTime() + intoDay);
}

/** What is due for one mark of a provider with these tests: its suspension, or the end of the one that was for this reason. Undefined where nothing is. */
export function reachStep(facts: MarkFacts, tests: readonly Test[], nation: Nation, now: Date): "suspend" | "reinstate" | undefined {
  const since = outOfReachSince(tests);
  const step = since === undefined ? "reinstate" : now >= suspendedAt(since, nation) ? "suspend" : undefined;
  if (!step || !permitChange(step, { ...situationOf(facts, now), standings: ["system"] }).ok) return undefined;
  return step === "suspend" || heldBy(facts, now).reasonClass === "cannot_be_reached" ? step : undefined;
}

/** So many soft bounces in so many days are as good as a hard one. */
const softBounces = 3;
const softDays = 7;

/** Whether these bounces, none of them older than the last mail that arrived, mean that the address does not work. */
export function meansBroken(bounces: readonly { kind: "hard" | "soft"; at: Date }[], now: Date): boolean {
  const from = now.getTime() - softDays * 24 * 60 * 60_000;
  return bounces.some(({ kind }) => kind === "hard") || bounces.filter(({ at }) => at.getTime() >= from).length >= softBounces;
}
