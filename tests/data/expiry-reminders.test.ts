import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { evidenceFiles } from "#db/schema/evidence";
import { outbox } from "#db/schema/platform";
import { setExpiry } from "~/evidence/keep-library.server";
import { remindOfExpiry } from "~/evidence/remind.server";
import { storeEvidence } from "~/evidence/store.server";
import { addDays, londonDay } from "~/platform/calendar";
import { must } from "../support/cases";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import * as files from "../support/files";
import { cast } from "../support/people";

const { db } = await freshDatabase();

test("a group's admins are told 60, 30 and 7 days before a file's last day, once each, and not of a locked one or one that is past", async () => {
  const people = await cast(db);
  const organisationId = people.organisations.marshEnd.id;
  const { id: fileId } = must(await storeEvidence(db, noon, people.pat, { organisationId, name: "insurance.pdf", bytes: files.pdf() })).file;
  const last = addDays(londonDay(noon.now()), 100);
  await setExpiry(db, noon, people.pat, { organisationId, fileId, expiresOn: last });
  const before = (days: number) => ({ now: () => new Date(noon.now().getTime() + (100 - days) * 86_400_000) });
  const told: number[] = [];
  for (const days of [61, 60, 59, 31, 30, 8, 7, 1, 0, -1]) if ((await remindOfExpiry(db, before(days))) > 0) told.push(days);
  expect(told).toEqual([60, 30, 7]);
  const mails = (await db.select().from(outbox)).filter(({ cause }) => cause.startsWith("expiry:"));
  expect(mails.map(({ to }) => to)).toEqual(Array(3).fill(people.pat.email));

  await setExpiry(db, noon, people.pat, { organisationId, fileId, expiresOn: addDays(last, 1) });
  expect(await remindOfExpiry(db, before(5)), "a new last day is told of anew").toBe(1);
  await db
    .update(evidenceFiles)
    .set({ expiresOn: addDays(last, 2), lockedAt: noon.now() })
    .where(eq(evidenceFiles.id, fileId));
  expect(await remindOfExpiry(db, before(5))).toBe(0);
});
