import { z } from "zod";
import type { Answer, EvidenceItem, SubmissionContent } from "~/assessments/answer";
import { londonDay } from "~/platform/calendar";
import { formatDay } from "~/ui/dates";
import type { Supplement } from "../supplement";
import { detailSorts } from "./details";
import { privacyStates } from "./privacy-moves";

/** What can hold personal details: a file, a web page as it was kept, the words of an answer, what was added since, answers to questions too, or what was written of a visit. */
export const lockKinds = ["file", "page", "answer", "supplement", "visit"] as const;
export type LockKind = (typeof lockKinds)[number];

/** Who locked it, as it is said: never by name. */
export const lockedAsWords = { assessor: "a reader", moderator: "a moderator", decider: "a decision-maker" } as const;
export type LockedAs = keyof typeof lockedAsWords;

/** A lock that is not lifted, as the reading needs to know it. `target`: the id of the file, the look at the page, what was added, or the visit; the criterion of an answer. */
export const KeptLock = z.object({
  kind: z.enum(lockKinds),
  target: z.string(),
  criterion: z.string(),
  sorts: z.array(z.enum(detailSorts)),
  state: z.enum(privacyStates),
  lockedAs: z.enum(["assessor", "moderator", "decider"]),
  lockedAt: z.coerce.date(),
  decidedAt: z.coerce.date().nullable(),
});
export type Lock = z.infer<typeof KeptLock>;

/** What the group itself sent: of the words that we wrote of a visit it is told nothing. */
export type OwnLock = Lock & { kind: Exclude<LockKind, "visit"> };
export const ownLocks = (locks: readonly Lock[]): OwnLock[] => locks.filter((each): each is OwnLock => each.kind !== "visit");

/** What stands for good where words were that were removed, in both languages, since the group reads it on its own pages. The database knows it too: nothing else may take the place of what was sent (`only_blanked`). */
export const removedNote = "Removed for good: it held somebody’s details. / Tynnwyd am byth: roedd yn cynnwys manylion rhywun.";
/** The same, from before it was written in both languages: it stays where it stands. */
const removedBefore = "Removed for good: it held somebody’s details.";
export const saysRemoved = (words: string | undefined): boolean => words === removedNote || words === removedBefore;

/** What a reader sees in place of what was locked, or of a file or page that is gone. */
export function noteOf({ state, lockedAs, lockedAt, decidedAt }: Lock): string {
  if (state === "purged" && decidedAt) return `Removed for good on ${formatDay(londonDay(decidedAt))}: it held somebody’s details.`;
  return `Locked on ${formatDay(londonDay(lockedAt))} by ${lockedAsWords[lockedAs]} because it may hold somebody’s details.`;
}

/** Conversations and visits without the words that are locked. */
export const hideVisits = <Told extends { id: string; words: string }>(visits: readonly Told[], locks: readonly Lock[]): Told[] =>
  visits.map((each) => {
    const lock = lockOn(locks, "visit", each.id);
    return lock ? { ...each, words: noteOf(lock) } : each;
  });

/** A lock on this thing, if there is one. */
export const lockOn = (locks: readonly Lock[], kind: LockKind, target: string): Lock | undefined => locks.find((each) => each.kind === kind && each.target === target);

type Sent = { content: SubmissionContent; supplements: Supplement[] };

/** What was sent and what was added since, without the words that are locked: the only way in which a case is read. What was sent stays as it is. */
export const hideLocked = (sent: Sent, locks: readonly Lock[]): Sent =>
  locks
    .filter(({ state }) => state === "locked")
    .reduce<Sent>(
      ({ content, supplements }, lock) => ({
        content: blankSent(content, lock, noteOf(lock)),
        supplements: supplements.map((each) => ({ ...each, content: blankAdded(each.content, lock, each.id, noteOf(lock)) })),
      }),
      sent,
    );

type Target = Pick<Lock, "kind" | "target">;

/** What was sent, with a note in place of what this lock is about. Levels, dates, kinds and hashes stay: they are nobody's details. */
export function blankSent(content: SubmissionContent, { kind, target }: Target, note: string): SubmissionContent {
  if (kind === "answer") {
    const answer = content.answers[target];
    if (!answer) return content;
    return {
      ...content,
      answers: { ...content.answers, [target]: blankAnswer(answer, note) },
      ...(content.plausibility && { plausibility: content.plausibility.map((each) => (each.check.startsWith(`personal:${target}:`) ? { ...each, words: note } : each)) }),
    };
  }
  if (kind !== "file") return content;
  const answers = Object.entries(content.answers).map(([id, answer]) => [id, blankTitles(answer, { kind, target }, note)]);
  return { ...content, answers: Object.fromEntries(answers), files: unnamed(content.files, target, note) };
}

/** The same for something that was added since; `id` is its own. */
export function blankAdded<Added extends Supplement["content"]>(content: Added, { kind, target }: Target, id: string, note: string): Added {
  if (kind === "supplement" && target === id) return { ...content, words: note, evidence: content.evidence.map((item) => blankItem(item, note)) };
  if (kind !== "file") return content;
  return { ...content, evidence: content.evidence.map(untitled(target, note)), files: unnamed(content.files, target, note) };
}

/** An answer with a note in place of everything in it that somebody typed. */
export function blankAnswer({ how, na, plan, evidence, ...rest }: Answer, note: string): Answer {
  return {
    ...rest,
    ...(how !== undefined && { how: note }),
    ...(na && { na: { ...na, ...(na.words !== undefined && { words: note }) } }),
    ...(plan && {
      plan: { ...plan, ...(plan.what !== undefined && { what: note }), ...(plan.who !== undefined && { who: note }), ...(plan.help !== undefined && { help: note }) },
    }),
    ...(evidence && { evidence: evidence.map((item) => blankItem(item, note)) }),
  };
}

/** An answer with a note in place of what a file in it was called. */
export const blankTitles = (answer: Answer, { kind, target }: Target, note: string): Answer =>
  kind === "file" && answer.evidence ? { ...answer, evidence: answer.evidence.map(untitled(target, note)) } : answer;

const blankItem = (item: EvidenceItem, note: string): EvidenceItem => ({ ...retitled(item, note), ...(item.words !== undefined && { words: note }) });

/** What a file is called can tell as much as what is in it. */
const untitled =
  (file: string, note: string) =>
  (item: EvidenceItem): EvidenceItem =>
    item.file === file ? retitled(item, note) : item;

/** What is hidden for now has no title. What is removed keeps the shape of what was sent. */
const retitled = ({ title, ...item }: EvidenceItem, note: string): EvidenceItem => (title !== undefined && note === removedNote ? { ...item, title: note } : item);

const unnamed = (files: SubmissionContent["files"], id: string, note: string): SubmissionContent["files"] => {
  const file = files[id];
  return file ? { ...files, [id]: { ...file, name: note } } : files;
};
