import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { caseViews } from "#db/schema/record";
import type { Actor } from "~/accounts/actor";
import { decideCase } from "~/review/decide.server";
import { because, must, openedCase, publishSmall, rated } from "../support/cases";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { pdfPages } from "../support/pdf-text";
import { type Cast, cast } from "../support/people";
import { get } from "../support/website";

const { db, owner } = await freshDatabase();
let people: Cast;
let caseId: string;

beforeAll(async () => {
  people = await cast(db);
  const { pat, sunil, amara, moira, devon } = people;
  caseId = (await openedCase(db, pat, people.organisations.marshEnd.id, await publishSmall(db))).caseId;
  await rated(db, caseId, { assessor: sunil, second: amara, moderator: moira });
  must(await decideCase(db, noon, devon, { caseId, reason: because }));
});

const looksOf = async ({ personId }: Actor) =>
  (await db.select().from(caseViews).where(eq(caseViews.personId, personId))).map(({ what, which }) => [what, which].filter(Boolean).join(" ")).sort();

describe("the record on the web", () => {
  test("is for moderators and decision-makers; everybody else finds nothing there, and the case's page leads nobody else to it", async () => {
    const { sunil, pat, ruth, alex, gareth, moira, devon } = people;
    for (const by of [sunil, pat, ruth, alex, gareth])
      for (const page of [`/cases/${caseId}/record`, `/cases/${caseId}/record.pdf`]) expect([by.name, (await get(page, { as: by })).status]).toEqual([by.name, 404]);
    for (const by of [moira, devon]) {
      expect((await get(`/cases/${caseId}/record`, { as: by })).status).toBe(200);
      expect(await (await get(`/cases/${caseId}`, { as: by })).text()).toContain(`/cases/${caseId}/record"`);
    }
    expect(await (await get(`/cases/${caseId}`, { as: sunil })).text()).not.toContain("/record");
  });

  test("tells what happened by day, all of it or of one kind", async () => {
    const whole = await (await get(`/cases/${caseId}/record`, { as: people.moira })).text();
    expect(whole).toContain("Sunil Raman (assessor) rated MU-1.1: Met.");
    expect(whole).toContain("1 June 2026");
    const decisions = await (await get(`/cases/${caseId}/record?of=decisions&page=7`, { as: people.moira })).text();
    expect(decisions).toContain("Devon Achebe (decision-maker) decided: Assured.");
    expect(decisions).not.toContain("rated MU-1.1");
    expect((await get(`/cases/${caseId}/record?of=nothing&page=x`, { as: people.moira })).status).toBe(200);
  });

  test("comes as a PDF that no shared cache keeps", async () => {
    const answer = await get(`/cases/${caseId}/record.pdf`, { as: people.devon });
    expect([answer.headers.get("Content-Type"), answer.headers.get("Cache-Control")]).toEqual(["application/pdf", "private, no-store"]);
    expect(answer.headers.get("Content-Disposition")).toMatch(/^inline; filename="waymark-record-C-\d{4}\.pdf"$/);
    const pages = pdfPages(Buffer.from(await answer.arrayBuffer()));
    expect(pages[0]).toContain("Devon Achebe");
    expect(pages.join(" ")).toContain("Sunil Raman (assessor) rated MU-1.1: Met.");
  });
});

describe("looking is noted before anything is shown", () => {
  test("by every page that shows a part of a case; not when nothing was shown", async () => {
    const { mal, sunil, asha } = people;
    for (const page of ["", "/rate/MU-1.1", "/questions", "/record", "/record.pdf"])
      expect([page, (await get(`/cases/${caseId}${page}`, { as: mal })).status]).toEqual([page, 200]);
    expect(await looksOf(mal)).toEqual(["bundle", "case", "criterion MU-1.1", "questions", "record"]);
    await get(`/cases/${caseId}/rate/MU-1.1`, { as: asha });
    expect(await looksOf(asha)).toEqual([]);
    await get(`/cases/${caseId}/record`, { as: sunil });
    expect(await looksOf(sunil)).not.toContain("record");
  });

  test("where it cannot be noted, nothing is shown", async () => {
    await owner`alter table case_views rename to case_views_away`;
    try {
      const answer = await get(`/cases/${caseId}/rate/MU-1.2`, { as: people.mal });
      expect(answer.status).toBe(500);
      expect(await answer.text()).not.toContain("This is how we do it here.");
    } finally {
      await owner`alter table case_views_away rename to case_views`;
    }
    expect(await (await get(`/cases/${caseId}/rate/MU-1.2`, { as: people.mal })).text()).toContain("This is how we do it here.");
  });
});
