import { z } from "zod";
import { Level } from "#standards/format";
import { addDays, type Day, londonDay } from "~/platform/calendar";
import type { Nation } from "../bank-holidays";
import { type Clock, clockRules, lastDay, workingDaysLeft } from "../clocks";
import type { AppealState } from "./appeal-moves";

/** On what an appeal can rest (Standard rules §C.5). Something new to show is none of them. */
export const grounds = ["facts_wrong", "evidence_overlooked", "process", "conflict"] as const;
export type Ground = (typeof grounds)[number];
/** These are about levels, so they name criteria. The others may. */
export const ratingGrounds: readonly Ground[] = ["facts_wrong", "evidence_overlooked"];

/** Characters of what is written for one ground, spaces at the ends not counted. */
export const groundBounds = { least: 20, most: 5000 } as const;

const OneGround = z.object({ ground: z.enum(grounds), words: z.string(), criteria: z.array(z.string()) });
/** What an appeal says: each ground once, in words, with the criteria that it is about. */
export const AppealContent = z.object({ grounds: z.array(OneGround) });
export type AppealContent = z.infer<typeof AppealContent>;
export const nothingWritten: AppealContent = { grounds: [] };

/** What is still wrong with an appeal before it can be sent. */
export type ContentFault = { why: "no_ground" } | { why: "no_words" | "too_long" | "no_criteria"; ground: Ground };
export function contentFault({ grounds: all }: AppealContent): ContentFault | undefined {
  if (all.length === 0) return { why: "no_ground" };
  for (const { ground, words, criteria } of all) {
    const length = words.trim().length;
    if (length < groundBounds.least) return { why: "no_words", ground };
    if (length > groundBounds.most) return { why: "too_long", ground };
    if (ratingGrounds.includes(ground) && criteria.length === 0) return { why: "no_criteria", ground };
  }
  return undefined;
}

/** What an answer has to speak to: every criterion that is named, and every ground that is about more than levels. */
export const pointsOf = ({ grounds: all }: AppealContent): { criteria: string[]; grounds: Ground[] } => ({
  criteria: [...new Set(all.flatMap(({ criteria }) => criteria))].sort(),
  grounds: all.map(({ ground }) => ground).filter((ground) => !ratingGrounds.includes(ground)),
});

/** `from`: the level that stood when it was answered. `level` null: it stays. */
const OneLevel = z.object({ criterion: z.string(), from: Level, level: Level.nullable(), reason: z.string() });
const Finding = z.object({ ground: z.enum(grounds), upheld: z.boolean(), reason: z.string() });
export const AppealAnswer = z.object({ levels: z.array(OneLevel), findings: z.array(Finding), reason: z.string() });
export type AppealAnswer = z.infer<typeof AppealAnswer>;

export const appealOutcomes = ["upheld", "partly", "not_upheld"] as const;
export type AppealOutcome = (typeof appealOutcomes)[number];

/** The levels that an answer changes. */
export const changedBy = ({ levels }: Pick<AppealAnswer, "levels">): { criterion: string; level: Level; reason: string }[] =>
  levels.flatMap(({ criterion, from, level, reason }) => (level !== null && level !== from ? [{ criterion, level, reason }] : []));

/** What an answer comes to: upheld in every point, in some, or in none. A level that was lowered is no point of theirs. */
export function outcomeOfAppeal({ levels, findings }: Pick<AppealAnswer, "levels" | "findings">): AppealOutcome {
  const points = [...levels.map(({ from, level }) => level !== null && level > from), ...findings.map(({ upheld }) => upheld)];
  if (!points.includes(true)) return "not_upheld";
  return points.includes(false) ? "partly" : "upheld";
}

/** The seats of a panel. */
export const seats = ["voluntary_sector", "gp_or_link_worker", "lay"] as const;
export type Seat = (typeof seats)[number];

/** The last day for an appeal against what was decided then: day 28, calendar days of London. */
export const appealBy = (decidedAt: Date): Day => addDays(londonDay(decidedAt), clockRules.appeal.days);
/** The last day on which it can go on to the panel: day 28 from the first answer, calendar days of London, as for the appeal itself. */
export const goOnBy = (answeredAt: Date): Day => addDays(londonDay(answeredAt), clockRules.appeal.days);
/** The last day for the first answer, and for the panel's, by the working days of the provider's nation. */
export const answerDue = (sentAt: Date, nation: Nation): Day => lastDay("appeal_answer", sentAt, nation);
export const panelDue = (goneOnAt: Date, nation: Nation): Day => lastDay("panel_answer", goneOnAt, nation);

const firstStage: readonly AppealState[] = ["sent", "taken"];
const panelStage: readonly AppealState[] = ["with_panel", "deliberating"];

/** The deadline of ours that runs in an appeal today. Nothing is awaited of the provider, so every working day counts. */
export function appealClock(
  { state, dueOn, panelDueOn, nation }: { state: AppealState; dueOn: Day | null; panelDueOn: Day | null; nation: Nation },
  today: Day,
): Clock | undefined {
  const running = (of: "appeal_answer" | "panel_answer", due: Day): Clock => ({
    of,
    from: clockRules[of].from,
    whose: "ours",
    due,
    left: workingDaysLeft(due, today, nation),
    paused: false,
  });
  if (firstStage.includes(state) && dueOn) return running("appeal_answer", dueOn);
  return panelStage.includes(state) && panelDueOn ? running("panel_answer", panelDueOn) : undefined;
}
