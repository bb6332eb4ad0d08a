/** Which grammar a file of `standards/` is written in, by its path there: the name of its JSON Schema in `standards/schema/`. Undefined for what has none. */
export function schemaOf(path: string): string | undefined {
  return kinds.find(([place]) => place.test(path))?.[1];
}

const kinds: [place: RegExp, schema: string][] = [
  [/^[^/]+\/[^/]+\/standard\.yaml$/, "standard"],
  [/^[^/]+\/[^/]+\/criteria\/[^/]+\.yaml$/, "criterion"],
  [/^[^/]+\/[^/]+\/changes\.yaml$/, "changes"],
  [/^[^/]+\/[^/]+\/[a-z]{2}\/standard\.yaml$/, "standard-translation"],
  [/^[^/]+\/[^/]+\/[a-z]{2}\/criteria\/[^/]+\.yaml$/, "criterion-translation"],
  [/^facts\.yaml$/, "facts"],
  [/^facts\.[a-z]{2}\.yaml$/, "facts-translation"],
  [/^other-awards\.yaml$/, "other-awards"],
  [/^published\.yaml$/, "published"],
];

/** The first line of a file, a remark that tells an editor its schema: so that it completes keys, says what they mean, and marks what is wrong. */
export function schemaLine(path: string): string {
  const schema = schemaOf(path);
  return schema === undefined ? "" : `# yaml-language-server: $schema=${"../".repeat(path.split("/").length - 1)}schema/${schema}.schema.json\n`;
}
