import { eq } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { outbox } from "#db/schema/platform";
import { caseRounds } from "#db/schema/review";
import { standardVersions } from "#db/schema/standards";
import type { Level } from "#standards/format";
import type { Actor } from "~/accounts/actor";
import type { Answers } from "~/assessments/answer";
import { sha256 } from "~/platform/files.server";
import { claimsDeskFor } from "~/review/claims-desk.server";
import { decideCase } from "~/review/decide.server";
import { recommendReading } from "~/review/recommend.server";
import { ruleOnClaims } from "~/review/rule-claims.server";
import { canonical } from "~/standards/canonical";
import { caseNow } from "../support/case-now";
import { because, begun, checked, must, openedCase, rate, recommended } from "../support/cases";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { type Cast, cast } from "../support/people";
import { aCriterion, aStandard } from "../support/standards";

const { db } = await freshDatabase();
/** A quarter of it may be claimed not to apply, and a fifth lets itself stand. */
const light = aStandard([aCriterion({ id: "MU-1.1", must_have: true, weight: 3 }), aCriterion({ id: "MU-2.1", na_reasons: ["Online only"], weight: 1 })]);
const answers: Answers = { "MU-1.1": { level: "met", how: "This is how." }, "MU-2.1": { na: { claimed: true, reason: "Online only", words: "We only meet online." } } };
let people: Cast;
let versionId: string;
let readers: { assessor: Actor; second: Actor; moderator: Actor };
beforeAll(async () => {
  people = await cast(db);
  readers = { assessor: people.sunil, second: people.amara, moderator: people.moira };
  const content = canonical(light);
  const { key, version, code, title } = light;
  const [row] = await db
    .insert(standardVersions)
    .values({ key, version, code, title, content, sha256: sha256(content), publishedAt: noon.now(), publishedBy: "system:test" })
    .returning({ id: standardVersions.id });
  versionId = row!.id;
});

const { stateOf } = caseNow(db);
const rule = (caseId: string, confirmed: boolean, by: Actor = people.moira, reason = because) => ruleOnClaims(db, noon, by, { caseId, confirmed, reason });
const decide = (caseId: string) => decideCase(db, noon, people.devon, { caseId, reason: because });

async function claiming(level: Level | null = null) {
  const { caseId } = await openedCase(db, people.pat, people.organisations.marshEnd.id, versionId, { answers });
  await begun(db, caseId, readers);
  must(await rate(db, people.sunil, caseId, "MU-1.1", 2));
  must(await rate(db, people.sunil, caseId, "MU-2.1", level));
  must(await rate(db, people.amara, caseId, "MU-1.1", 2));
  await recommended(db, caseId, readers);
  return caseId;
}

describe("more accepted as not applying than a standard lets stand by itself (Standard rules §C.1)", () => {
  test("waits for a moderator, who is told; the group sees no draft report before that, and nobody decides", async () => {
    const caseId = await claiming();
    expect(await stateOf(caseId)).toBe("deciding");
    expect(await decide(caseId)).toEqual({ ok: false, why: "report_checked" });
    const mails = (await db.select().from(outbox)).filter(({ cause }) => cause.startsWith(`case:${caseId}:So much`));
    expect(mails.map(({ to }) => to).sort()).toEqual([people.moira.email, people.mal.email].sort());
    expect(await claimsDeskFor(db, noon, people.moira, caseId)).toMatchObject({
      claims: [{ id: "MU-2.1", claimed: "Online only. We only meet online." }],
      ruled: null,
      barred: null,
    });
  });

  test("confirmed, with a reason, it goes on; who confirmed does not decide", async () => {
    const caseId = await claiming();
    expect(await rule(caseId, true, people.devon)).toEqual({ ok: false, why: "wrong_role" });
    expect(await rule(caseId, true, { ...people.sunil, roles: ["moderator"] })).toEqual({ ok: false, why: "rated" });
    expect(await rule(caseId, true, people.pat)).toBeUndefined();
    expect(await rule(caseId, true, people.moira, "short")).toEqual({ ok: false, why: "reason_short" });
    const both = await Promise.all([rule(caseId, true), rule(caseId, false, people.mal)]);
    expect(both.filter((each) => each?.ok)).toHaveLength(1);
    if (both[0]?.ok !== true) return;
    expect(await stateOf(caseId)).toBe("checking");
    await checked(db, caseId);
    expect(await decideCase(db, noon, { ...people.moira, roles: ["decider"] }, { caseId, reason: because })).toEqual({ ok: false, why: "settled" });
    expect(must(await decide(caseId)).decision).toMatchObject({ outcome: "assured", score: { W: 3, flags: ["na_over_cap"] } });
  });

  test("not confirmed, the readers give a level after all; what they accept anew is for a moderator again", async () => {
    const caseId = await claiming();
    must(await rule(caseId, false));
    expect(await stateOf(caseId)).toBe("assessing");
    expect(await db.select().from(caseRounds).where(eq(caseRounds.caseId, caseId))).toMatchObject([{ no: 2, kind: "claims", criteria: ["MU-2.1"] }]);
    must(await rate(db, people.sunil, caseId, "MU-2.1", null, `${because} Still.`));
    must(await recommendReading(db, noon, people.sunil, { caseId }));
    expect(await stateOf(caseId)).toBe("deciding");
    must(await rule(caseId, false, people.moira));
    must(await rate(db, people.sunil, caseId, "MU-2.1", 1));
    must(await recommendReading(db, noon, people.sunil, { caseId }));
    await checked(db, caseId);
    expect(must(await decide(caseId)).decision).toMatchObject({ outcome: "essentials", score: { W: 4 } });
  });

  test("where nothing is over the cap there is nothing to confirm", async () => {
    const caseId = await claiming(2);
    expect(await stateOf(caseId)).toBe("checking");
    expect(await rule(caseId, true)).toMatchObject({ ok: false, why: "wrong_state" });
    await checked(db, caseId);
    expect(await rule(caseId, true)).toEqual({ ok: false, why: "claims_over_cap" });
  });
});
