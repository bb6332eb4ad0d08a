import { z } from "zod";
import type { Refusal } from "~/assessments/workflow";
import { fieldErrors } from "~/platform/form";
import { type DistanceKind, distanceKinds } from "./interests/kinds";
import { refusalWords } from "./refusal-words";

/** What a reader typed when they declared, as the fields hold it. */
export type TypedDeclaration = { words: string; tie: string; tieWords: string };

const most = "Use no more than 1,000 characters";
const nothingTyped = "Type none, or say what ties you to this group";
const Declaration = z.object({
  conflict: z.string().trim().min(1, nothingTyped).max(1000, most),
  tie: z.enum(["", ...distanceKinds], "Choose one of these").default(""),
  tie_words: z.string().trim().max(1000, most).default(""),
});
type Read = { ok: true; words: string; tie: { kind: DistanceKind; words: string } | undefined } | { ok: false; errors: Record<string, string> };

/** The declaration that was sent, or a sentence beside each field that needs something; with what was typed. */
export function readDeclaration(form: FormData): { typed: TypedDeclaration; read: Read } {
  const sent = Object.fromEntries(form);
  const [words, tie, tieWords] = [sent.conflict, sent.tie, sent.tie_words].map((each) => String(each ?? "").slice(0, 5000)) as [string, string, string];
  const parsed = Declaration.safeParse(sent);
  const read: Read = parsed.success
    ? { ok: true, words: parsed.data.conflict, tie: parsed.data.tie === "" ? undefined : { kind: parsed.data.tie, words: parsed.data.tie_words } }
    : { ok: false, errors: fieldErrors(parsed.error) };
  return { typed: { words, tie, tieWords }, read };
}

/** A refused declaration, beside the field it is about. */
export function declarationErrors(why: Refusal | "nothing_typed" | "tie_words" | "being_read" | "own_tie" | "tied"): Record<string, string> {
  if (why === "tie_words") return { tie_words: "Say more about what brings you near them" };
  if (why === "nothing_typed") return { conflict: nothingTyped };
  return { conflict: why in refusalWords ? refusalWords[why as Refusal] : refusalWords.wrong_state };
}
