import { expect, test } from "vitest";
import type { FoundDecision } from "~/marks/find-decision.server";
import { letterIn } from "~/marks/letter-in.server";
import { KeptScore } from "~/review/outcome";
import { applicable } from "~/standards/applies";
import { publishStandards } from "~/standards/publish.server";
import { score } from "~/standards/score";
import { versionOf } from "~/standards/versions.server";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";

const { db } = await freshDatabase();

test("the standard's own words are in the language of the letter where somebody has translated them; what was published stays what it was", async () => {
  await publishStandards(db, noon, { system: "test" });
  const version = (await versionOf(db, "referral-capacity", "1.0.0"))!;
  const { standard } = version;
  const asked = applicable(standard, {});
  const levels = Object.fromEntries(asked.map(({ id }) => [id, id === "RC-1.1" ? (1 as const) : (2 as const)]));
  const kept = KeptScore.parse(score(standard, { facts: {}, ratings: levels, na_claims: {} }));
  const decided: FoundDecision = {
    caseId: crypto.randomUUID(),
    organisationId: crypto.randomUUID(),
    slug: "marsh-end",
    standardVersionId: version.id,
    senderReads: "cy",
    assessmentId: crypto.randomUUID(),
    waits: true,
    remarks: [],
    looked: { readers: [], objection: null },
    pdf: null,
    number: 42,
    provider: "Marsh End",
    standard,
    facts: {},
    decision: { outcome: kept.outcome, score: kept, reason: "Nearly.", decidedAt: noon.now() },
    ratings: Object.fromEntries(asked.map(({ id }) => [id, { level: levels[id]!, reason: `Why ${id}.` }])),
    mark: null,
  };
  const welsh = await letterIn(db, decided, "cy");
  expect(welsh).toMatchObject({ textIn: "cy", contact: expect.stringContaining(" neu ") });
  expect(welsh.letter).toMatchObject({ language: "cy", outcome: "deferred", standard: { title: "Capasiti atgyfeirio", version: "1.0.0" } });
  expect(welsh.letter.todo).toEqual([{ id: "RC-1.1", title: "Mae’r ffôn a’r e-bost yn gweithio", why: "Why RC-1.1.", enough: "Dim byd. Ni sy’n ei brofi." }]);
  const english = await letterIn(db, decided, "en");
  expect([english.textIn, english.letter.criteria[0]!.title]).toEqual(["en", standard.criteria[0]!.title]);
});
