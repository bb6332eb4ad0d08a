import type { Facts, Standard } from "#standards/format";
import { type Finding, findInText, resultOf } from "~/evidence/personal-data";
import { applicable } from "~/standards/applies";
import type { Answer, Answers } from "./answer";
import type { Missing } from "./missing";
import { sentParts } from "./parts";

/** A typed part of an answer, by the names of `Missing`: `how`, `na.words`, `evidence.0.words`. */
export type FoundIn = { field: string; findings: Finding[] };

/** Where in an answer something looks like personal details. Nothing of what was typed is in it. */
export function personalIn({ how, na, plan, evidence = [] }: Answer): FoundIn[] {
  const typed: [string, string | undefined][] = [
    ["how", how],
    ["na.words", na?.words],
    ["plan.what", plan?.what],
    ["plan.who", plan?.who],
    ["plan.help", plan?.help],
    ...evidence.flatMap(({ words, title }, place): [string, string | undefined][] => [
      [`evidence.${place}.words`, words],
      [`evidence.${place}.title`, title],
    ]),
  ];
  return typed.flatMap(([field, text]) => {
    const findings = text ? findInText(text) : [];
    return findings.length > 0 ? [{ field, findings }] : [];
  });
}

/** What is known of the files shown, by id. */
export type FilesKnown = ReadonlyMap<string, { result: "clear" | "please_check" | "blocked"; locked: boolean }>;

/** What stops an assessment from being sent: surely personal details in words, or in a file whose own people have not said that it is all right; and a locked file. */
export function personalStops(standard: Standard, facts: Facts, answers: Answers, files: FilesKnown): Missing[] {
  return applicable(standard, facts).flatMap((criterion) => {
    const answer = sentParts(criterion, answers[criterion.id] ?? {});
    const words = personalIn(answer).filter(({ findings }) => resultOf(findings) === "blocked");
    const shown = (answer.evidence ?? []).flatMap(({ file }, place) => {
      const known = file ? files.get(file) : undefined;
      const why = known?.locked ? ("locked" as const) : known?.result === "blocked" ? ("personal" as const) : undefined;
      return why ? [{ criterion: criterion.id, field: `evidence.${place}.file`, why }] : [];
    });
    return [...words.map(({ field }): Missing => ({ criterion: criterion.id, field, why: "personal" })), ...shown];
  });
}
