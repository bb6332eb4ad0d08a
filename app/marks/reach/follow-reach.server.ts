import { and, asc, eq, exists, gte, inArray, type SQL, sql } from "drizzle-orm";
import { organisations } from "#db/schema/accounts";
import { marks } from "#db/schema/marks";
import { contactChecks } from "#db/schema/providers";
import { addMonths, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Nation } from "~/review/bank-holidays";
import { changeByRule } from "../change-by-rule.server";
import { findMarks } from "../find-marks.server";
import type { FoundMark } from "../found-mark";
import { holdMarksOf } from "../hold-mark.server";
import { markWords } from "../words/mark-words";
import { reachStep, type Test } from "./reach";

type Tested = { nation: Nation; tests: Test[] };

/**
 * Suspends the marks of every provider that neither phone nor e-mail has reached for five full working days, and lifts what was suspended so where one of them works again.
 * Answers how many marks changed. Two reads, and one transaction for each provider where something does; asked again once it is held.
 */
export async function followReachOfAll(db: Db, clock: Clock): Promise<number> {
  const now = clock.now();
  // A suspension outlives its mark's time, so marks that ended in the last year are looked at too.
  const holding = exists(
    db
      .select({ one: sql`1` })
      .from(marks)
      .where(and(eq(marks.organisationId, contactChecks.organisationId), gte(marks.validUntil, addMonths(londonDay(now), -12)))),
  );
  const failedOnce = inArray(contactChecks.organisationId, db.selectDistinct({ id: contactChecks.organisationId }).from(contactChecks).where(eq(contactChecks.worked, "no")));
  const tested = await testsWhere(db, and(failedOnce, holding));
  if (tested.size === 0) return 0;
  const held = await findMarks(db, inArray(marks.organisationId, [...tested.keys()]), { limit: 100_000 });
  const due = held.filter((mark) => stepOf(mark, tested, now) !== undefined).map(({ organisationId }) => organisationId);
  let changed = 0;
  for (const organisationId of new Set(due)) changed += await db.transaction((tx) => followReach(tx, clock, organisationId));
  return changed;
}

/** The same for one provider, in the caller's transaction. Holds its marks. */
export async function followReach(tx: Db, clock: Clock, organisationId: string): Promise<number> {
  const held = await holdMarksOf(tx, organisationId);
  const tested = await testsWhere(tx, eq(contactChecks.organisationId, organisationId));
  let changed = 0;
  for (const mark of held) {
    const step = stepOf(mark, tested, clock.now());
    if (step && (await changeByRule(tx, clock, mark, steps[step]))) changed += 1;
  }
  return changed;
}

const stepOf = (mark: FoundMark, tested: ReadonlyMap<string, Tested>, now: Date) => {
  const found = tested.get(mark.organisationId);
  return found && reachStep(mark.facts, found.tests, found.nation, now);
};

const rule = "contact check";
const steps = {
  suspend: {
    rule,
    kind: "suspend",
    reasonClass: "cannot_be_reached",
    note: "Neither phone nor email has worked for five full working days.",
    because: (language) => markWords(language)("mail.because.out_of_reach"),
  },
  reinstate: { rule, kind: "reinstate", note: "One of the two was tried again, and worked.", because: (language) => markWords(language)("mail.because.reached_again") },
} as const satisfies Record<string, Parameters<typeof changeByRule>[3]>;

async function testsWhere(db: Db, where: SQL | undefined): Promise<Map<string, Tested>> {
  const { organisationId, route, worked, checkedAt } = contactChecks;
  const rows = await db
    .select({ organisationId, route, worked, at: checkedAt, nation: organisations.nation })
    .from(contactChecks)
    .innerJoin(organisations, eq(organisations.id, organisationId))
    .where(where)
    .orderBy(asc(checkedAt));
  const found = new Map<string, Tested>();
  for (const { organisationId: id, nation, worked, ...test } of rows) {
    const one = found.get(id) ?? { nation, tests: [] };
    one.tests.push({ ...test, worked: worked === "yes" });
    found.set(id, one);
  }
  return found;
}
