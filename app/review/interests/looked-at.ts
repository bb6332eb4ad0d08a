import { londonDay } from "~/platform/calendar";
import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import type { CaseFile } from "../case-file";
import { type Part, parts } from "../part";
import { distanceKinds } from "./kinds";
import type { Objection } from "./objection";
import type { Tie } from "./tie";
import { interestsWords } from "./words/interests-words";

/** Who read a case, and what was said of their ties: what the report prints. */
export type LookedAt = {
  readers: { name: string; part: Part; whole: boolean; tie: Tie | null }[];
  objection: (Omit<Objection, "about"> & { names: string[] }) | null;
};

/** Who read the case as it stood at this moment, what bars nobody and was allowed, and what the provider had against a reader. A tie that bars is in none of it: who has one reads nothing. */
export function lookedAt({ assignments, objection, reading }: Pick<CaseFile, "assignments" | "objection" | "reading">, at: Date): LookedAt {
  const then = assignments.filter(({ assignedAt, endedAt }) => assignedAt <= at && (endedAt === null || endedAt > at));
  const readers = parts.flatMap((part) =>
    then.filter((each) => each.part === part).map(({ name, tie }) => ({ name, part, whole: part === "assessor" || reading === "whole", tie: tie?.waiver ? tie : null })),
  );
  const names = assignments.filter(({ id }) => objection?.about.includes(id)).map(({ name }) => name);
  return { readers, objection: objection && objection.at <= at ? { ...objection, names } : null };
}

/** The same in sentences, one after the other, in the reader's language. What somebody typed stays as it was typed. */
export function lookedAtWords({ readers, objection }: LookedAt, language: Language): string[] {
  const t = interestsWords(language);
  const day = (moment: Date) => formatDay(londonDay(moment), language);
  const ofReaders = readers.flatMap(({ name, part, whole, tie }) => {
    const kind = distanceKinds.find((each) => each === tie?.kind);
    return [
      t(part === "assessor" ? "looked.assessor" : whole ? "looked.second_whole" : "looked.second_must_haves", { name }),
      ...(tie?.waiver && kind
        ? [t("looked.tie", { name, kind: t(`looked.kinds.${kind}`), words: tie.words }), t("looked.waived", { name, day: day(tie.waiver.at), reason: tie.waiver.reason })]
        : []),
    ];
  });
  if (!objection) return ofReaders;
  const { names, reason, at, answer } = objection;
  return [
    ...ofReaders,
    t("looked.objected", { names: together(names, language), day: day(at), reason }),
    ...(answer ? [t(answer.upheld ? "looked.upheld" : "looked.not_upheld", { day: day(answer.at), reason: answer.reason })] : []),
  ];
}

/** "Sunil Raman and Amara Diallo". */
export const together = (names: readonly string[], language: Language): string => new Intl.ListFormat(language === "cy" ? "cy" : "en-GB", { type: "conjunction" }).format(names);
