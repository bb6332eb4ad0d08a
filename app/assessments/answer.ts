import { z } from "zod";
import type { Level } from "#standards/format";
import { mostEvidence, mostKept } from "./limits";

export const levelWords = ["not-yet", "developing", "met", "leading"] as const;
export const levelOf = (word: (typeof levelWords)[number]): Level => levelWords.indexOf(word) as Level;

/** Text as it can be kept: line ends as one character, without NUL and halves of characters, which no database takes. Everything else byte for byte. */
export const asKept = (text: string) => text.replace(/\r\n?/g, "\n").replace(/\0|\p{Surrogate}/gu, "");
const text = (most: number) => z.string().overwrite(asKept).max(most);
const short = z.string().overwrite(asKept).trim().max(200);

/** Never part of an answer: read by nobody but the provider's own people. */
export const PrivateNote = text(mostKept.privateNote);

/** An ISO day in a complete answer; in a draft whatever was typed, with lines between its parts. */
const day = z.string().overwrite(asKept).max(10);

/** How proof is shown: a stored file, a web page, on a call, numbers and words typed into the form, or an award of somebody else's. */
export const evidenceWays = ["file", "link", "call", "words", "award"] as const;
export type EvidenceWay = (typeof evidenceWays)[number];
/** One thing offered as proof. What must be there for each kind is said in `missing.ts`: a draft may be half filled in. */
export const EvidenceItem = z.strictObject({
  kind: z.enum(evidenceWays),
  /** An evidence file's id. */
  file: z.uuid().optional(),
  link: z.string().overwrite(asKept).trim().max(2000).optional(),
  /** Numbers or a statement, typed. */
  words: text(5000).optional(),
  /** A stated award's id. */
  award: z.uuid().optional(),
  title: short.optional(),
  /** The date on it, ISO. */
  date: day.optional(),
  /** "I have removed names, dates of birth, NHS numbers, …": ticked. */
  clean: z.boolean().optional(),
});
export type EvidenceItem = z.infer<typeof EvidenceItem>;

/** The answer to one criterion, as far as it has been given: a draft may hold any part of it. Bounds here are what is stored at most, and `kept-faults.ts` has the sentences for them; what a submission needs is in `missing.ts`. */
export const Answer = z.strictObject({
  level: z.enum(levelWords).optional(),
  how: text(mostKept.how).optional(),
  evidence: z.array(EvidenceItem).max(mostEvidence).optional(),
  /** Claimed not to apply: what was typed before stays, and is left out of a submission. */
  na: z.strictObject({ claimed: z.boolean(), reason: short.optional(), words: text(1000).optional() }).optional(),
  plan: z.strictObject({ what: text(mostKept.plan).optional(), who: short.optional(), when: day.optional(), help: text(mostKept.plan).optional() }).optional(),
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
  /** Awards of others that are shown, by id, as they were stated then. */
  awards: z.record(z.string(), z.strictObject({ award: z.string(), number: z.string(), expires_on: z.string() })).optional(),
  /** Web pages that are shown, by address, with the newest look at each that kept something: which, its hash, and when. */
  links: z.record(z.string(), z.strictObject({ capture: z.uuid(), sha256: z.string(), at: z.string() })).optional(),
  /** The activities or services a mark would cover. */
  scope: z.array(z.string()).min(1),
  /** What did not seem to fit when it was sent, and what the provider said to it. Left out where nothing was, and before warnings were kept. */
  plausibility: z.array(z.strictObject({ check: z.string(), warning: z.string(), words: z.string() })).optional(),
  declaration: z.strictObject({ statements: z.array(z.string()), by: z.string(), title: z.string(), at: z.string() }),
});
export type SubmissionContent = z.infer<typeof SubmissionContent>;
