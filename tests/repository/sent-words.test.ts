import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? files(join(folder, each.name)) : [join(folder, each.name)]));

/** Who takes the words of what was sent out of the database, and what for. A reader outside the provider gets them through `readCase`, which hides what is locked. */
const known: Record<string, string> = {
  "app/review/find-case.server.ts": "every reading of a case, without what is locked",
  "app/review/readings-of-many.server.ts": "the facts alone",
  "app/review/moderator-desk.server.ts": "the facts alone",
  "app/review/open.server.ts": "the receipt, when the group sends",
  "app/review/drafted-answers.server.ts": "the group's own drafts",
  "app/review/supplement-draft.server.ts": "the group's own drafts",
  "app/review/answer-questions.server.ts": "the hash, when the group sends its answers",
  "app/review/privacy/open-locked.server.ts": "a privacy lead opens what is locked",
  "app/review/privacy/decide-lock.server.ts": "removing it",
  "app/marks/answers/kept-answers.server.ts": "the group's own answers",
  "app/marks/give-mark.server.ts": "the scope alone",
  "app/marks/top-ups/open-top-ups.server.ts": "the facts alone",
  "app/evidence/read.server.ts": "which files are shown",
};

test("nobody else in review, marks or the register reads what was sent past the locks", () => {
  const reads = ["app/evidence", "app/review", "app/marks", "app/register", "app/routes"]
    .flatMap(files)
    .filter(
      (path) =>
        path.endsWith(".server.ts") && /\b(submissions|supplements)\.content\b|\b(submissionById|submissionOf)\(|from\((supplements|answers)\)/.test(readFileSync(path, "utf8")),
    );
  expect(reads.filter((path) => !(path in known))).toEqual([]);
  expect(Object.keys(known).filter((path) => !reads.includes(path))).toEqual([]);
});
