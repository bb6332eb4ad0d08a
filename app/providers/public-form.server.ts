import type { Fact } from "#standards/facts-format";
import { structuredFacts } from "~/standards/facts.server";
import { publicForm } from "./public-form";

/** The public form with its facts as `standards/facts.yaml` has them. A fact that is not there is left out: the list may change with a standard. */
export function publicFormFacts(): { title: string; facts: Fact[] }[] {
  const byKey = new Map(structuredFacts().map((fact) => [fact.key, fact]));
  return publicForm.map(({ title, facts }) => ({ title, facts: facts.flatMap((key) => byKey.get(key) ?? []) }));
}
