import { z } from "zod";
import type { Level } from "#standards/format";

export const levelWords = ["not-yet", "developing", "met", "leading"] as const;
export const levelOf = (word: (typeof levelWords)[number]): Level => levelWords.indexOf(word) as Level;

const short = z.string().trim().max(200);

/** One thing offered as proof. What must be there for each kind is said in `missing.ts`: a draft may be half filled in. */
export const EvidenceItem = z.strictObject({
  kind: z.enum(["file", "link", "call"]),
  /** An evidence file's id. */
  file: z.uuid().optional(),
  link: z.string().trim().max(2000).optional(),
  title: short.optional(),
  /** The date on it, ISO. */
  date: z.string().max(10).optional(),
  /** "I have removed names, dates of birth, NHS numbers, …": ticked. */
  clean: z.boolean().optional(),
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

/** The answer to one criterion, as far as it has been given: a draft may hold any part of it. Bounds here are what is stored at most; what a submission needs is in `missing.ts`. */
export const Answer = z.strictObject({
  level: z.enum(levelWords).optional(),
  how: z.string().max(5000).optional(),
  evidence: z.array(EvidenceItem).max(5).optional(),
  /** Claimed not to apply: what was typed before stays, and is left out of a submission. */
  na: z.strictObject({ claimed: z.boolean(), reason: short.optional(), words: z.string().max(1000).optional() }).optional(),
  plan: z.strictObject({ what: z.string().max(2000).optional(), who: short.optional(), when: z.string().max(10).optional(), help: z.string().max(2000).optional() }).optional(),
});
export type Answer = z.infer<typeof Answer>;

/** Answers by criterion id. */
export type Answers = Record<string, Answer>;

/** What is frozen when an assessment is sent, as canonical JSON in `submissions.content`. */
export const SubmissionContent = z.strictObject({
  facts: z.record(z.string(), z.union([z.boolean(), z.number(), z.string(), z.array(z.string())])),
  /** Only the criteria that apply, without private notes; parts greyed or hidden when it was sent are left out. */
  answers: z.record(z.string(), Answer),
  /** The files shown, by id. */
  files: z.record(z.string(), z.strictObject({ name: z.string(), media_type: z.string(), bytes: z.number(), sha256: z.string() })),
  /** The activities or services a mark would cover. */
  scope: z.array(z.string()).min(1),
  declaration: z.strictObject({ statements: z.array(z.string()), by: z.string(), title: z.string(), at: z.string() }),
});
export type SubmissionContent = z.infer<typeof SubmissionContent>;
