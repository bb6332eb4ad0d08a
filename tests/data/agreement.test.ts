import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { agreementBetween } from "~/review/agreement";
import { readersAgreement } from "~/review/agreement.server";
import { assignReaders } from "~/review/assign.server";
import { declareConflict } from "~/review/declare.server";
import { settleDifference } from "~/review/settle.server";
import { stepAside } from "~/review/step-aside.server";
import { takeBackFromReview } from "~/review/take-back.server";
import { because, begun, must, openedCase, publishSmall, rate, rated, recommended, small } from "../support/cases";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";
import { waymark } from "../support/terminal";

const { db, target, owner } = await freshDatabase();
// A command finds its database by its environment. A socket's folder has no place in a URL, so the rest is said beside it.
vi.stubEnv("DATABASE_URL", `postgres:///${target.database}`);
vi.stubEnv("WAYMARK_DATA", mkdtempSync(join(tmpdir(), "wm-agreement-")));
vi.stubEnv("PGHOST", target.host);
vi.stubEnv("PGPORT", String(target.port));
vi.stubEnv("PGUSER", target.username);
afterAll(() => vi.unstubAllEnvs());

let people: Cast;
const name = `${small.key}@${small.version}`;

/** One case for each rule of what counts, all through the real commands. Only the first three give pairs. */
beforeAll(async () => {
  people = await cast(db);
  const versionId = await publishSmall(db);
  const opened = () => openedCase(db, people.pat, people.organisations.marshEnd.id, versionId);
  const readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };

  const settled = await opened();
  await rated(db, settled.caseId, readers, { first: { "MU-1.1": 1, "MU-2.1": null }, second: { "MU-1.1": 2 } });
  must(await settleDifference(db, noon, people.moira, { caseId: settled.caseId, criterion: "MU-1.1", level: 2, reason: because }));

  const corrected = await opened();
  await begun(db, corrected.caseId, readers);
  must(await rate(db, people.amara, corrected.caseId, "MU-1.1", 0));
  must(await rate(db, people.amara, corrected.caseId, "MU-1.1", 3));
  for (const id of ["MU-1.1", "MU-1.2", "MU-2.1"]) must(await rate(db, people.sunil, corrected.caseId, id, 2));
  must(await rate(db, people.amara, corrected.caseId, "MU-1.2", 2));
  await recommended(db, corrected.caseId, readers);

  const takenBack = await opened();
  await rated(db, takenBack.caseId, { ...readers, second: people.asha });
  must(await takeBackFromReview(db, noon, people.pat, { assessmentId: takenBack.assessmentId }));

  const stillRead = await opened();
  await begun(db, stillRead.caseId, readers);
  must(await rate(db, people.sunil, stillRead.caseId, "MU-1.1", 0));
  must(await rate(db, people.amara, stillRead.caseId, "MU-1.1", 3));

  const left = await opened();
  await begun(db, left.caseId, readers);
  must(await rate(db, people.amara, left.caseId, "MU-1.1", 0));
  must(await stepAside(db, noon, people.amara, { caseId: left.caseId, reason: "I am ill" }));
  must(await assignReaders(db, noon, people.moira, { caseId: left.caseId, assessor: people.sunil.personId, second_reader: people.asha.personId }));
  must(await declareConflict(db, noon, people.asha, { caseId: left.caseId, words: "none" }));
  for (const id of ["MU-1.1", "MU-1.2", "MU-2.1"]) must(await rate(db, people.sunil, left.caseId, id, 2));
});

const first = agreementBetween([
  [1, 2],
  [2, 3],
  [2, 2],
]);
const second = agreementBetween([
  [2, 2],
  [2, 2],
  [2, 2],
]);
const overall = agreementBetween([
  [1, 2],
  [2, 3],
  [2, 2],
  [2, 2],
  [2, 2],
  [2, 2],
]);

test("pairs are the newest blind ratings of both readers, as they were before anything was settled; a case still being read has none", async () => {
  expect(await readersAgreement(db)).toEqual({
    overall,
    versions: [
      {
        key: small.key,
        version: small.version,
        overall,
        criteria: [
          { id: "MU-1.1", ...first },
          { id: "MU-1.2", ...second },
        ],
      },
    ],
  });
});

test("of one standard alone", async () => {
  expect((await readersAgreement(db, small.key)).overall).toEqual(overall);
  expect(await readersAgreement(db, "another-standard")).toEqual({ overall: agreementBetween([]), versions: [] });
});

test("the command says them in words and as JSON, from when they are published, and nobody's name", async () => {
  const { exit, out, err } = await waymark(["agreement", "readers", small.key]);
  expect({ exit, err }).toEqual({ exit: 0, err: "" });
  expect(out).toMatch(new RegExp(`^all: 6 pairs: same level 66\\.7 %.*\\n${name}: 6 pairs: .*\\n {2}MU-1\\.1: 3 pairs: .*\\n {2}MU-1\\.2: 3 pairs: .*kappa not defined`));
  expect(out).toContain("published only from 50 pairs");
  const json = (await waymark(["agreement", "readers", "--json"])).out;
  expect(JSON.parse(json)).toEqual(await readersAgreement(db));
  const names = await owner`select name, email, id::text from people`;
  for (const said of names.flatMap((row) => [row.name, row.email, row.id])) expect(out + json).not.toContain(said);
  expect(await waymark(["agreement", "readers", "no-such"])).toEqual({ exit: 1, out: "", err: 'no version of "no-such" was published here\n' });
});
