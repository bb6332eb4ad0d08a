import type { Fact } from "#standards/facts-format";
import type { Language } from "~/platform/words";
import { factsIn } from "~/standards/facts.server";
import { type FormPart, publicForm } from "./public-form";

/** The public form with its facts as `standards/facts.yaml` has them, in the words of a language. A fact that is not there is left out: the list may change with a standard. */
export function publicFormFacts(language: Language): { part: FormPart; facts: Fact[] }[] {
  const byKey = new Map(factsIn(language).map((fact) => [fact.key, fact]));
  return publicForm.map(({ part, facts }) => ({ part, facts: facts.flatMap((key) => byKey.get(key) ?? []) }));
}
