import fc from "fast-check";
import { expect, test } from "vitest";
import { clashWords } from "~/standards/drafting/clash-words";
import { ontoNewer } from "~/standards/drafting/onto-newer";
import { mergeFiles, type Side } from "~/standards/drafting/three-way";
import { criterionPath, filesFrom, type VersionFiles } from "~/standards/drafting/version-files";
import { contentOf, editYaml, writeYaml } from "~/standards/drafting/yaml-text";
import { standardOf } from "../support/standards";

const base = filesFrom(JSON.stringify(standardOf("RC")));
const path = criterionPath("RC-1.1");
const other = criterionPath("RC-1.2");
const saying = (files: VersionFiles, file: string, key: string[], value: unknown): VersionFiles => ({ ...files, [file]: editYaml(files[file], [{ path: key, value }]) });
const without = ({ [path]: _, ...files }: VersionFiles) => files;
const says = (files: VersionFiles) => Object.fromEntries(Object.entries(files).map(([file, text]) => [file, contentOf(text)]));

test("what one side alone changed is taken, in two files and in two parts of one; what both changed alike is no clash", () => {
  const mine = saying(saying(saying(base, path, ["good"], "Mine."), other, ["why"], "Mine."), path, ["title"], "Both");
  const theirs = saying(saying(base, path, ["levels", "met", "tests"], ["Theirs."]), path, ["title"], "Both");
  const { files, clashes, taken, kept } = mergeFiles({ before: base, mine, theirs });
  expect(clashes).toEqual([]);
  expect([taken, kept]).toEqual([[], [other]]);
  expect(contentOf(files[path])).toMatchObject({ title: "Both", good: "Mine.", levels: { met: { tests: ["Theirs."] } } });
  expect(contentOf(files[other])).toMatchObject({ why: "Mine." });
});

test("what both changed stands as the draft has it, until the other is chosen; and is shown with the words each changed", () => {
  const [mine, theirs] = [saying(base, path, ["good"], "Mine."), saying(base, path, ["good"], "Theirs.")];
  const { clashes, files } = mergeFiles({ before: base, mine, theirs });
  expect(clashes).toMatchObject([{ id: `${path} good`, mine: "Mine.", theirs: "Theirs." }]);
  expect(contentOf(files[path])).toMatchObject({ good: "Mine." });
  expect(contentOf(mergeFiles({ before: base, mine, theirs }, { [clashes[0]!.id]: "theirs" }).files[path])).toMatchObject({ good: "Theirs." });
  const shown = clashWords(clashes[0]!, {});
  expect(shown).toMatchObject({ name: "take-criteria-RC-1-1-yaml-good", criterion: "RC-1.1", label: "What good looks like" });
  expect(shown.sides.theirs).toContainEqual({ text: expect.stringContaining("Theirs"), is: "added" });
});

test("a criterion that one side took out and the other changed, and one that both wrote anew, are chosen as a whole", () => {
  const changed = saying(base, path, ["good"], "Changed.");
  const gone = mergeFiles({ before: base, mine: without(base), theirs: changed });
  expect(gone.clashes).toMatchObject([{ id: path, path: [], mine: undefined }]);
  expect(gone.files[path]).toBeUndefined();
  expect(mergeFiles({ before: base, mine: without(base), theirs: changed }, { [path]: "theirs" }).files[path]).toBe(changed[path]);
  expect(clashWords(gone.clashes[0]!, {}).sides.mine).toBeUndefined();
  const fresh = criterionPath("RC-9.1");
  const anew = (title: string) => ({ ...base, [fresh]: writeYaml({ id: "RC-9.1", title }) });
  expect(mergeFiles({ before: base, mine: anew("Mine"), theirs: anew("Theirs") }).clashes).toMatchObject([{ id: fresh }]);
  expect(mergeFiles({ before: base, mine: without(base), theirs: base }).files[path]).toBeUndefined();
  expect(mergeFiles({ before: base, mine: base, theirs: without(base) })).toMatchObject({ clashes: [], taken: [path] });
});

test("the draft keeps its days and its list of changes, which now begins from the newer version, and raises the same part of the number", () => {
  const list = { from: "1.0.0", changes: [{ type: "guidance", criteria: ["RC-1.1"] }] };
  const mine = { ...saying(saying(base, "standard.yaml", ["version"], "1.1.0"), "standard.yaml", ["effective_from"], "2027-01-01"), "changes.yaml": writeYaml(list) };
  const theirs = {
    ...saying(saying(base, "standard.yaml", ["version"], "2.0.0"), "standard.yaml", ["purpose"], "Theirs."),
    "changes.yaml": writeYaml({ from: "1.0.0", changes: [] }),
  };
  const { files, version, clashes } = ontoNewer({ version: "1.1.0", files: mine }, { version: "1.0.0", files: base }, { version: "2.0.0", files: theirs });
  expect([version, clashes]).toEqual(["2.1.0", []]);
  expect(contentOf(files["standard.yaml"])).toMatchObject({ version: "2.1.0", effective_from: "2027-01-01", purpose: "Theirs." });
  expect(contentOf(files["changes.yaml"])).toEqual({ ...list, from: "2.0.0" });
  const major = { ...mine, ...saying(mine, "standard.yaml", ["version"], "2.0.0") };
  expect(ontoNewer({ version: "2.0.0", files: major }, { version: "1.0.0", files: base }, { version: "1.0.1", files: theirs }).version).toBe("2.0.0");
});

const keys = [["good"], ["why"], ["title"], ["weight"], ["levels", "developing"], ["levels", "met", "tests"], ["evidence", "kinds"]];
const someFiles = [path, other, criterionPath("RC-2.1")];
const edits = fc.array(
  fc.record({ file: fc.constantFrom(...someFiles), key: fc.constantFrom(...keys), value: fc.constantFrom("One", "Two", "Three"), gone: fc.integer({ min: 0, max: 9 }) }),
  { maxLength: 6 },
);
const edited = (all: { file: string; key: string[]; value: string; gone: number }[]) =>
  all.reduce<VersionFiles>((files, { file, key, value, gone }) => {
    if (files[file] === undefined) return files;
    if (gone > 0) return saying(files, file, key, key.at(-1) === "tests" || key.at(-1) === "kinds" ? [value] : value);
    const { [file]: _, ...others } = files;
    return others;
  }, base);
const at = (files: VersionFiles, file: string, key: string[]) =>
  files[file] === undefined ? "gone" : key.reduce<unknown>((value, each) => (value as Record<string, unknown>)[each], contentOf(files[file]));

test("whatever both sides did: every part is as the side has it that changed it, or as was chosen; nothing else is different", () => {
  fc.assert(
    fc.property(edits, edits, fc.constantFrom<Side>("mine", "theirs"), (ours, others, side) => {
      const [mine, theirs] = [edited(ours), edited(others)];
      const { clashes } = mergeFiles({ before: base, mine, theirs });
      const { files } = mergeFiles({ before: base, mine, theirs }, Object.fromEntries(clashes.map(({ id }) => [id, side])));
      const chosen = side === "mine" ? mine : theirs;
      for (const file of someFiles) {
        const whole = clashes.some(({ id }) => id === file);
        for (const key of keys) {
          const [was, own, other, now] = [base, mine, theirs, files].map((each) => at(each, file, key));
          const clash = whole || clashes.some(({ id }) => id === `${file} ${key.join(".")}`);
          if (clash) expect(now).toEqual(at(chosen, file, key));
          else if (mine[file] !== undefined && theirs[file] !== undefined) expect(now).toEqual(JSON.stringify(own) === JSON.stringify(was) ? other : own);
          else expect(now).toBe("gone");
        }
      }
      expect(says(mergeFiles({ before: base, mine, theirs: base }).files)).toEqual(says(mine));
      expect(says(mergeFiles({ before: base, mine: base, theirs }).files)).toEqual(says(theirs));
    }),
    { numRuns: 60 },
  );
});
