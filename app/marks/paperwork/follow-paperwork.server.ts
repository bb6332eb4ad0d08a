import { and, eq, gte, lt, or, sql } from "drizzle-orm";
import { markEvents, marks } from "#db/schema/marks";
import { providerFacts } from "#db/schema/providers";
import { checkIns, registerLosses } from "#db/schema/upkeep";
import { addDays, addMonths, londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import { changeByRule } from "../change-by-rule.server";
import { checkInDays } from "../check-ins/check-in";
import { findMarks } from "../find-marks.server";
import type { FoundMark } from "../found-mark";
import { holdMarksOf } from "../hold-mark.server";
import { markWords } from "../words/mark-words";
import { paperworkOf } from "./find-paperwork.server";
import { insuranceFact } from "./insurance";
import type { Paperwork } from "./owed";
import { freeingStep, owedFor, owedStep } from "./steps";

/**
 * Reviews and suspends the marks whose check-in or insurance is overdue, or whose holder has lost an entry in a register, and frees those for which nothing is owed any more (Marks §C.2, §C.4).
 * Answers how many marks changed. Two reads, and one transaction for each provider where something does; asked again once it is held.
 */
export async function followPaperwork(db: Db, clock: Clock): Promise<number> {
  const now = clock.now();
  const today = londonDay(now);
  const unanswered = and(lt(marks.awardedOn, addMonths(today, -12)), sql`not exists (select 1 from ${checkIns} k where k.mark_id = ${marks.id})`);
  const lapsed = sql`exists (select 1 from ${providerFacts} f where f.organisation_id = ${marks.organisationId} and f.key = ${sql.raw(`'${insuranceFact}'`)} and f.value #>> '{}' < ${addDays(today, -1)})`;
  const lost = sql`exists (select 1 from ${registerLosses} l where l.organisation_id = ${marks.organisationId} and l.restored_at is null)`;
  const held = sql`exists (select 1 from ${markEvents} e where e.mark_id = ${marks.id} and e.proposed_by is null and e.kind in ('review', 'suspend'))`;
  // A suspension outlives its mark's time, so marks that ended in the last year are looked at too.
  const found = await findMarks(db, and(gte(marks.validUntil, addMonths(today, -12)), or(unanswered, lapsed, lost, held)), { limit: 100_000 });
  const about = await paperworkOf(
    db,
    found.map(({ id }) => id),
  );
  const due = found.filter((mark) => stepOf(mark, about(mark.id), now) !== undefined).map(({ organisationId }) => organisationId);
  let changed = 0;
  for (const organisationId of new Set(due)) changed += await db.transaction((tx) => followPaperworkOf(tx, clock, organisationId));
  return changed;
}

/** The same for one provider, in the caller's transaction: at once where it has just told us something. Holds its marks. */
export async function followPaperworkOf(tx: Db, clock: Clock, organisationId: string): Promise<number> {
  const marksHeld = await holdMarksOf(tx, organisationId);
  const about = await paperworkOf(
    tx,
    marksHeld.map(({ id }) => id),
  );
  let changed = 0;
  for (const { id } of marksHeld) changed += (await followOne(tx, clock, id, about(id))) ? 1 : 0;
  return changed;
}

/** Does what is due for one mark until nothing is: what is freed of a suspension may still be reviewed. */
async function followOne(tx: Db, clock: Clock, markId: string, paperwork: Paperwork): Promise<boolean> {
  let changed = false;
  for (let left = mostSteps; left > 0; left--) {
    const [mark] = await findMarks(tx, eq(marks.id, markId));
    const step = mark && stepOf(mark, paperwork, clock.now());
    if (!mark || !step || !(await changeByRule(tx, clock, mark, step))) return changed;
    changed = true;
  }
  return changed;
}
const mostSteps = 3;

type Step = Parameters<typeof changeByRule>[3];

function stepOf(mark: FoundMark, paperwork: Paperwork, now: Date): Step | undefined {
  const owed = owedFor(mark, paperwork, now);
  const due = owedStep(mark.facts, owed, now);
  if (due?.what === "register_entry") return entryLost(paperwork);
  if (due) return due.what === "insurance" ? uninsured(paperwork) : unanswered(mark, due.kind);
  const freeing = freeingStep(mark.facts, owed, now);
  return freeing && { rule: "paperwork", kind: freeing, note: "Nothing is overdue any more.", because: (language) => markWords(language)("mail.because.up_to_date") };
}

function entryLost({ lost }: Paperwork): Step {
  const day = (language: Language) => formatDay(londonDay(lost[0]!.recordedAt), language);
  return {
    rule: "register-entry",
    kind: "suspend",
    reasonClass: "paperwork_overdue",
    note: `We were told on ${day("en")} that an entry in a register was lost, and there is no new one.`,
    because: (language) => markWords(language)("mail.because.entry_lost", { day: day(language) }),
  };
}

function uninsured({ insuredUntil }: Paperwork): Step {
  const day = (language: Language) => formatDay(insuredUntil!, language);
  return {
    rule: "insurance",
    kind: "suspend",
    reasonClass: "paperwork_overdue",
    note: `Insurance ran out on ${day("en")}, and no new date has come.`,
    because: (language) => markWords(language)("mail.because.uninsured", { day: day(language) }),
  };
}

function unanswered({ facts }: FoundMark, kind: "review" | "suspend"): Step {
  const { last } = checkInDays(facts.awardedOn);
  const step = {
    rule: "check-in",
    note: `The yearly check-in was to come by ${formatDay(last)}.`,
    because: (language: Language) => markWords(language)(`mail.because.no_check_in.${kind}`, { day: formatDay(last, language) }),
  };
  return kind === "suspend" ? { ...step, kind, reasonClass: "paperwork_overdue" } : { ...step, kind };
}
