import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { standardsFolder } from "~/standards/load.server";
import { planPublication, publishStandards } from "~/standards/publish.server";
import { filledDraft } from "../support/answers";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { cast } from "../support/people";
import { cookieFor, get } from "../support/website";

const { db } = await freshDatabase();

test("a standard that vanishes from disk is still read and answered, and the operator is told", async () => {
  const folder = mkdtempSync(join(tmpdir(), "wm-gone-"));
  cpSync(standardsFolder, folder, { recursive: true });
  const own = join(folder, "made-up", "1.0.0");
  cpSync(join(standardsFolder, "referral-capacity", "1.0.0"), own, { recursive: true });
  const head = join(own, "standard.yaml");
  writeFileSync(
    head,
    readFileSync(head, "utf8")
      .replace("key: referral-capacity", "key: made-up")
      .replace(/^title: .*$/m, "title: Made up"),
  );
  expect(await publishStandards(db, noon, { system: "test" }, folder)).toMatchObject({ ok: true });
  const { pat, organisations } = await cast(db);
  const id = await filledDraft(db, pat, organisations.marshEnd.id, "made-up");
  rmSync(folder, { recursive: true });

  expect(await planPublication(db)).toMatchObject({ ok: true, notOnDisk: [{ key: "made-up", version: "1.0.0", byEditor: false }] });
  const headers = { Cookie: await cookieFor(pat) };
  for (const path of ["/standards/made-up/1.0.0", "/standards/made-up", `/assessments/${id}`, `/assessments/${id}/criteria/RC-1.1`, `/assessments/${id}/check`])
    expect([path, (await get(path, { headers })).status]).toEqual([path, 200]);
});
