import { readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { editFile, filesFrom } from "~/standards/drafting/version-files";
import { contentOf, editYaml, spanReader, writeYaml } from "~/standards/drafting/yaml-text";
import { loadStandards } from "~/standards/load.server";

const filesIn = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? filesIn(join(folder, each.name)) : [join(folder, each.name)]));
const folders = readdirSync("standards", { withFileTypes: true })
  .filter((each) => each.isDirectory())
  .flatMap((each) => filesIn(join("standards", each.name)))
  .filter((path) => path.endsWith(".yaml"));
const changedLines = (before: string, after: string) => {
  const [a, b] = [before.split("\n"), after.split("\n")];
  return { gone: a.filter((line) => !b.includes(line)), come: b.filter((line) => !a.includes(line)) };
};
const one = readFileSync("standards/activities-and-services/1.0.0/criteria/AS-2.3.yaml", "utf8");

describe("files → editor → files", () => {
  test.each(folders)("%s comes back to the letter", (path) => {
    const text = readFileSync(path, "utf8");
    expect(editYaml(text, [])).toBe(text);
    expect(editFile(path.split("/").slice(3).join("/"), text, [])).toBe(text);
  });

  test("saying again what is said changes nothing, for any value of any file", () => {
    const texts = folders.map((path) => readFileSync(path, "utf8"));
    fc.assert(
      fc.property(fc.constantFrom(...texts), (text) => {
        const content = contentOf(text) as Record<string, unknown>;
        expect(
          editYaml(
            text,
            Object.entries(content).map(([key, value]) => ({ path: [key], value })),
          ),
        ).toBe(text);
      }),
    );
  });

  test("changing one thing changes only its lines", () => {
    expect(changedLines(one, editYaml(one, [{ path: ["weight"], value: 2 }]))).toEqual({ gone: ["weight: 3"], come: ["weight: 2"] });
    const first = ["levels", "met", "tests"];
    const tests = (contentOf(one) as { levels: { met: { tests: string[] } } }).levels.met.tests;
    const longer = editYaml(one, [{ path: first, value: [tests[2], tests[0], tests[1], "One more."] }]);
    expect(changedLines(one, longer)).toEqual({ gone: [], come: ["      - One more."] });
    expect(contentOf(longer)).toMatchObject({ levels: { met: { tests: [tests[2], tests[0], tests[1], "One more."] } } });
  });

  test("remarks stay where they are", () => {
    const remarked = one.replace("weight: 3", "weight: 3 # agreed in May");
    expect(editYaml(remarked, [{ path: ["title"], value: "Checks" }])).toContain("weight: 3 # agreed in May");
  });

  test("a key that is new stands in the house's order; one that is taken out is gone", () => {
    const quoted = editYaml(one, [{ path: ["source", "quote"], value: "as they said" }]);
    expect(quoted).toContain("source:\n  quote: as they said\n  references:");
    expect(editYaml(quoted, [{ path: ["source", "quote"], value: undefined }])).toBe(one);
  });

  test("any text at all comes back as it was typed", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (words) => {
        expect(contentOf(editYaml(one, [{ path: ["good"], value: words }]))).toMatchObject({ good: words });
      }),
      { numRuns: 300 },
    );
  });
});

describe("published content → files", () => {
  const { versions } = loadStandards();
  test.each(versions)("$standard.key $standard.version: the same content, keys in the house's order", ({ folder, content }) => {
    const written = filesFrom(content);
    expect(Object.keys(written).sort()).toEqual(
      filesIn(folder)
        .map((path) => relative(folder, path))
        .filter((path) => !path.startsWith("cy/"))
        .sort(),
    );
    for (const [path, text] of Object.entries(written)) {
      const onDisk = readFileSync(join(folder, path), "utf8");
      expect(contentOf(text)).toEqual(contentOf(onDisk));
      expect(Object.keys(contentOf(text) as object)).toEqual(Object.keys(contentOf(onDisk) as object));
      expect(editYaml(text, [])).toBe(text);
      expect(text.split("\n")[0]).toBe(onDisk.split("\n")[0]);
    }
  });

  test("a file that is begun in the browser has the line for editors too, once", () => {
    const begun = editFile("criteria/AS-9.1.yaml", undefined, [{ path: ["title"], value: "New" }]);
    expect(begun).toBe("# yaml-language-server: $schema=../../../schema/criterion.schema.json\ntitle: New\n");
    expect(editFile("criteria/AS-9.1.yaml", begun, [{ path: ["id"], value: "AS-9.1" }])).toBe(begun.replace("title:", "id: AS-9.1\ntitle:"));
  });

  test("writing is the same every time, whatever the order it was given in", () => {
    expect(writeYaml({ title: "B", id: "AS-1.1", weight: 2 })).toBe(writeYaml({ weight: 2, id: "AS-1.1", title: "B" }));
  });
});

test("a place in a text is known from its key to its end", () => {
  const { offset, span } = spanReader(one);
  const [start, end] = span(["levels", "met", "tests"])!;
  expect(one.slice(start, end)).toMatch(/^tests:\n[\s\S]*no check\.\n$/);
  expect(offset(1, 1)).toBe(0);
  expect(span(["nowhere"])).toBeUndefined();
});
