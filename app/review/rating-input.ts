import { z } from "zod";
import { Level } from "#standards/format";
import type { Refusal } from "~/assessments/workflow";
import { type GivenRating, type RatingFault, reasonFault } from "./rating";
import { ratingWords, reasonWords, refusalWords } from "./refusal-words";
import { Ticks } from "./tests-and-level";

/** What a reader has typed, or saved before: values as the form sends them. */
export type TypedRating = { level?: string; met: string[]; leading: string[]; reason: string };
export type FieldErrors = Record<string, string>;

/** What the form sends as the level where a claim is accepted. */
export const notApplicable = "na";

/** What a form of ours sent, as typed; cut where nobody types that much. */
export const typedRating = (form: FormData): TypedRating => ({
  level: form.get("level")?.toString(),
  met: form.getAll("met").map(String).slice(0, 50),
  leading: form.getAll("leading").map(String).slice(0, 50),
  reason: String(form.get("reason") ?? "").slice(0, 10_000),
});

const LevelChosen = z.union([z.literal(notApplicable).transform(() => null), z.coerce.number().pipe(Level)]);
const Places = z.array(z.coerce.number().int().min(0));

/** The rating that was typed, or a sentence beside each field that needs something. */
export function readRating(typed: TypedRating): { ok: true; rating: GivenRating } | { ok: false; errors: FieldErrors } {
  const level = LevelChosen.safeParse(typed.level || undefined);
  const [met, leading] = [Places.safeParse(typed.met), Places.safeParse(typed.leading)];
  const ticks = Ticks.safeParse({ met: met.data, leading: leading.data });
  const fault = reasonFault(typed.reason);
  const errors: FieldErrors = {
    ...(ticks.success ? {} : { met: ratingWords.unknown_test }),
    ...(level.success ? {} : { level: "Choose a level" }),
    ...(fault ? { reason: reasonWords[fault] } : {}),
  };
  return level.success && ticks.success && !fault ? { ok: true, rating: { level: level.data, ticks: ticks.data, reason: typed.reason } } : { ok: false, errors };
}

/** A refused rating, beside the field it is about. */
export function ratingErrors(why: Refusal | RatingFault): FieldErrors {
  if (why === "not_claimed") return { level: ratingWords[why] };
  if (why === "unknown_test") return { met: ratingWords[why] };
  return { reason: why in reasonWords ? reasonWords[why as keyof typeof reasonWords] : refusalWords[why as Refusal] };
}
