import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { ChangeSet } from "#standards/changes-format";
import { FactList } from "#standards/facts-format";
import { Criterion, StandardFile } from "#standards/format";
import { OtherAwardList } from "#standards/other-awards-format";
import { Seals } from "#standards/published-format";
import { CriterionTranslation, FactTranslations, StandardTranslation } from "#standards/translation-format";

/** The grammars, by the name of their schema, with what an editor calls them. */
const grammars: Record<string, [grammar: z.ZodType, title: string]> = {
  standard: [StandardFile, "A version of a standard: title, purpose, gate, sections, scoring"],
  criterion: [Criterion, "One criterion of a standard"],
  changes: [ChangeSet, "What a version changes against the one before it"],
  facts: [FactList, "What a provider can state about itself"],
  "other-awards": [OtherAwardList, "Awards of others, and where they count"],
  published: [Seals, "The hash of every published version"],
  "standard-translation": [StandardTranslation, "The title, purpose and sections of a version in another language"],
  "criterion-translation": [CriterionTranslation, "The texts of one criterion in another language"],
  "facts-translation": [FactTranslations, "What facts are called in another language"],
};

/** The JSON Schema of every grammar, as the text of its file by the file's name. Draft 7: what editors of YAML know best. */
export const schemas = (): Map<string, string> => new Map(Object.entries(grammars).map(([name, [grammar, title]]) => [`${name}.schema.json`, text(grammar, title)]));

function text(grammar: z.ZodType, title: string): string {
  const schema = z.toJSONSchema(grammar, { io: "input", target: "draft-7", override: ({ jsonSchema }) => withoutBounds(jsonSchema) });
  return `${JSON.stringify({ $comment: "Made by `waymark standards schema` from the grammar beside this folder. Not to be edited.", title, ...schema }, null, 2)}\n`;
}

/** That a whole number is one JavaScript can count to says nothing to a person. */
function withoutBounds(schema: { minimum?: number | undefined; maximum?: number | undefined }) {
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
}

/** The names of schema files in a folder that are not what the grammars give: another text, missing, or of no grammar. */
export function staleSchemas(folder: string): string[] {
  const made = schemas();
  const there = existsSync(folder) ? readdirSync(folder) : [];
  const names = [...new Set([...made.keys(), ...there])].sort();
  return names.filter((name) => !there.includes(name) || readFileSync(join(folder, name), "utf8") !== made.get(name));
}

/** Puts them right. Answers what it wrote or removed. */
export function writeSchemas(folder: string): string[] {
  const stale = staleSchemas(folder);
  const made = schemas();
  mkdirSync(folder, { recursive: true });
  for (const name of stale) {
    const text = made.get(name);
    if (text === undefined) rmSync(join(folder, name));
    else writeFileSync(join(folder, name), text);
  }
  return stale;
}
