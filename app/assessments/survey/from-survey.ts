import { z } from "zod";
import { type Answer, type EvidenceItem, evidenceWays, levelWords } from "../answer";
import { mostEvidence } from "../limits";
import { tidy } from "../parts";

/** An answer and its private note: what the form holds. */
export type Filled = { answer: Answer; privateNote: string };
/** Names and sizes of stored files by id, for showing them. `removedOn`: the day on which it was deleted because its time was over. */
export type FileNames = Record<string, { name: string; bytes: number; removedOn?: string | null }>;
/** A stored file that can be shown once more. */
export type Have = { id: string; name: string; bytes: number };

const ticked = z.array(z.string()).optional().catch(undefined);
const text = z.string().optional().catch(undefined);
const line = z.string().trim().optional().catch(undefined);
const StoredFile = z
  .array(z.object({ content: z.uuid() }))
  .optional()
  .catch(undefined);
const Item = z.object({
  kind: z.enum(evidenceWays),
  file: StoredFile,
  link: line,
  words: text,
  award: z.uuid().optional().catch(undefined),
  title: line,
  date: text,
  clean: ticked,
});

/** What a SurveyJS model holds for one criterion. Anything that is not in this shape counts as not given. */
const SurveyData = z.object({
  na: ticked,
  naReason: line,
  naWords: text,
  level: z.enum(levelWords).optional().catch(undefined),
  how: text,
  evidence: z.array(Item.nullable().catch(null)).optional().catch(undefined),
  planWhat: text,
  planWho: line,
  planWhen: text,
  planHelp: text,
  privateNote: text,
});
export type SurveyData = Record<string, unknown>;

/** Reads whatever the model holds. An item of which not even the kind was chosen is not there yet. */
export function filledFrom(data: unknown): Filled {
  const { na, naReason, naWords, level, how, evidence, planWhat, planWho, planWhen, planHelp, privateNote } = SurveyData.parse(data ?? {});
  const items = evidence?.flatMap((item) => (item ? [itemFrom(item)] : [])).slice(0, mostEvidence);
  const answer = {
    level,
    how,
    evidence: items,
    na: given({ claimed: isTicked(na), reason: naReason, words: naWords }),
    plan: given({ what: planWhat, who: planWho, when: planWhen, help: planHelp }),
  };
  return { answer: tidy(given(answer)), privateNote: privateNote ?? "" };
}

/** The same as the model takes it. `filledFrom(surveyDataOf(x))` is x. */
export function surveyDataOf({ answer, privateNote }: Filled, files: FileNames): SurveyData {
  const { level, how, evidence, na, plan } = answer;
  return given({
    na: na?.claimed ? ["yes"] : undefined,
    naReason: na?.reason,
    naWords: na?.words,
    level,
    how,
    evidence: evidence?.map((item) => toItem(item, files)),
    planWhat: plan?.what,
    planWho: plan?.who,
    planWhen: plan?.when,
    planHelp: plan?.help,
    privateNote: privateNote || undefined,
  });
}

function itemFrom({ kind, file, link, words, award, title, date, clean }: z.infer<typeof Item>): EvidenceItem {
  return given({ kind, file: file?.[0]?.content, link, words, award, title, date, clean: isTicked(clean) || undefined });
}

function toItem({ file, clean, ...rest }: EvidenceItem, files: FileNames): SurveyData {
  return given({ ...rest, file: file ? [{ name: files[file]?.name ?? "", type: "", content: file }] : undefined, clean: clean ? ["yes"] : undefined });
}

const isTicked = (values: string[] | undefined) => (values?.length ?? 0) > 0;
const given = <T extends object>(value: T) => Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined && each !== "")) as T;
