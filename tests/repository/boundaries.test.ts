import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, expect, test } from "vitest";

/** A small tree in the shape of ours, in which each planted file breaks one rule. */
const planted: Record<string, [rule: string, file: string, content: string]> = {
  "a rule that reads the database": ["core-is-pure", "app/review/planted-a.ts", 'import "../../db/schema/review";'],
  "a rule that imports React": ["core-is-pure", "app/marks/planted-b.ts", 'import "react";'],
  "a rule that speaks to the driver": ["core-is-pure", "app/marks/planted-c.ts", 'import "postgres";'],
  "a rule that takes chance itself": ["core-is-given-the-world", "app/marks/planted-d.ts", 'import "node:crypto";'],
  "a page that touches tables": ["only-server-files-touch-the-database", "app/routes/planted-e.tsx", 'import "../../db/schema/review";'],
  "a second driver": ["no-other-driver", "app/marks/planted-f.server.ts", 'import "pg";'],
  "SurveyJS outside its room": ["surveyjs-stays-in-its-room", "app/assessments/planted-g.tsx", 'import "survey-core";'],
  "pdfmake outside its room": ["pdfmake-stays-in-its-room", "app/review/planted-h.server.ts", 'import "pdfmake";'],
  "a capability that imports a route": ["routes-are-leaves", "app/ui/planted-i.tsx", 'import "../routes/planted-e";'],
  "a register that can see who is looking": ["the-register-is-anonymous", "app/register/planted-j.server.ts", 'import "../accounts/session.server";'],
  "a ui piece that knows the domain": ["ui-knows-no-domain", "app/ui/planted-k.tsx", 'import "../marks/target";'],
  "plumbing that knows the domain": ["platform-knows-no-domain", "app/platform/planted-l.server.ts", 'import "../marks/target";'],
  "tables that know a reader": ["tables-know-no-app", "db/schema/planted-m.ts", 'import "../../app/marks/target";'],
  "a standard that imports code": ["standards-are-content", "standards/planted-n.ts", 'import "../app/marks/target";'],
  "a fixture that ships": ["tests-do-not-ship", "app/marks/planted-o.ts", 'import "../../tests/target";'],
  "a call back to a later capability": ["review-comes-before", "app/review/planted-p.server.ts", 'import "../marks/target";'],
  "a call back through an alias": ["assessments-comes-before", "app/assessments/planted-q.server.ts", 'import "~/marks/target";'],
  "two modules that need each other": ["no-cycles", "app/marks/planted-r.ts", 'import "./planted-s";'],
};
const others = {
  "app/marks/planted-s.ts": 'import "./planted-r";',
  "app/marks/target.ts": "export {};",
  "app/accounts/session.server.ts": "export {};",
  "db/schema/review.ts": "export {};",
  "tests/target.ts": "export {};",
};

const place = mkdtempSync(join(tmpdir(), "waymark-boundaries-"));
afterAll(() => rmSync(place, { recursive: true }));
for (const [file, content] of [...Object.values(planted).map(([, file, content]) => [file, content] as const), ...Object.entries(others)]) {
  mkdirSync(dirname(join(place, file)), { recursive: true });
  writeFileSync(join(place, file), `${content}\n`);
}
cpSync("tsconfig.json", join(place, "tsconfig.json"));
cpSync(".config/dependency-cruiser.cjs", join(place, ".config/dependency-cruiser.cjs"), { recursive: true });
symlinkSync(resolve("node_modules"), join(place, "node_modules"));
const { stdout } = spawnSync(
  process.execPath,
  [
    "node_modules/dependency-cruiser/bin/dependency-cruise.mjs",
    "--config",
    ".config/dependency-cruiser.cjs",
    "--preserve-symlinks",
    "--output-type",
    "json",
    "app",
    "db",
    "standards",
  ],
  {
    cwd: place,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  },
);
const violations = (JSON.parse(stdout) as { summary: { violations: { from: string; rule: { name: string } }[] } }).summary.violations;

test.each(Object.entries(planted))("%s is caught", (_, [rule, file]) => {
  expect(violations.filter((each) => each.from === file).map((each) => each.rule.name)).toContain(rule);
});
