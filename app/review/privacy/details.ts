import { z } from "zod";

/** The sorts of details that somebody may have found. Never the details themselves; what each is called is in the words of review. */
export const detailSorts = ["name", "contact", "born", "number", "health", "belief", "crime", "other"] as const;
export type DetailSort = (typeof detailSorts)[number];

/** What a person says who locks something: which sorts, and where they stand, without repeating them. */
export const LockForm = z.object({
  sorts: z.array(z.enum(detailSorts)).min(1, "Tick at least one"),
  place: z.string().trim().min(1, "Say where it stands, without repeating it").max(300, "Use 300 characters or fewer"),
});
export type LockForm = z.infer<typeof LockForm>;

/** What a privacy lead decides. */
export const DecisionForm = z.object({
  move: z.enum(["unlock", "purge"], "Choose what is to become of it"),
  reason: z.string().trim().min(1, "Say why").max(2000, "Use 2,000 characters or fewer"),
  breach: z.enum(["yes", "no"], "Say whether it is a breach that must be reported"),
  breach_reason: z.string().trim().min(1, "Say why it must be reported, or need not be").max(2000, "Use 2,000 characters or fewer"),
});
export type DecisionForm = z.infer<typeof DecisionForm>;

const hour = 60 * 60 * 1000;
/** So long a breach may wait before the Information Commissioner hears of it, counted in plain hours from when it was known. */
const hoursToReport = 72;

/** When the time to report is over, and the whole hours left; negative when it is over. */
export function reportBy(lockedAt: Date, now: Date): { by: Date; hoursLeft: number } {
  const by = new Date(lockedAt.getTime() + hoursToReport * hour);
  return { by, hoursLeft: Math.floor((by.getTime() - now.getTime()) / hour) };
}
