import { canonical } from "~/standards/canonical";
import type { Answer, EvidenceItem } from "./answer";
import { mostEvidence, mostKept } from "./limits";

type Part = { title: string; answer: Answer; privateNote: string };
export type Joined = { answer: Answer; privateNote: string /** Something had no room in one answer. */; leftOut: boolean };

/** Several answers as one, without a level: their words one after another under the titles of their questions, and everything they show, each thing once. */
export function joinAnswers(parts: readonly Part[]): Joined {
  const under = (most: number, words: (part: Part) => string | undefined) =>
    joinWords(
      most,
      parts.map((part) => ({ title: part.title, words: words(part) ?? "" })),
    );
  const how = under(mostKept.how, ({ answer }) => answer.how);
  const note = under(mostKept.privateNote, ({ privateNote }) => privateNote);
  const what = under(mostKept.plan, ({ answer }) => answer.plan?.what);
  const help = under(mostKept.plan, ({ answer }) => answer.plan?.help);
  const who = first(parts.map(({ answer }) => answer.plan?.who));
  const when = first(parts.map(({ answer }) => answer.plan?.when));
  const shown = everythingShown(parts);
  const na = parts.find(({ answer }) => answer.na)?.answer.na;
  const answer: Answer = { how: how.words, evidence: shown.slice(0, mostEvidence), na: na && { ...na, claimed: false }, plan: { what: what.words, who, when, help: help.words } };
  return { answer, privateNote: note.words, leftOut: shown.length > mostEvidence || [how, note, what, help].some(({ leftOut }) => leftOut) };
}

function joinWords(most: number, parts: readonly { title: string; words: string }[]) {
  const said = parts.filter(({ words }) => words.trim() !== "");
  if (said.length < 2) return { words: said[0]?.words ?? "", leftOut: false };
  let joined = "";
  let leftOut = false;
  for (const { title, words } of said) {
    const next = [joined, `${title}\n${words}`].filter((each) => each !== "").join("\n\n");
    if (next.length <= most) joined = next;
    else leftOut = true;
  }
  return { words: joined, leftOut };
}

function everythingShown(parts: readonly Part[]): EvidenceItem[] {
  const once = new Map<string, EvidenceItem>();
  for (const { answer } of parts) for (const item of answer.evidence ?? []) once.set(canonical(item), item);
  return [...once.values()];
}

const first = (all: (string | undefined)[]) => all.find((each) => each?.trim());
