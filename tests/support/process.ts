import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { eq } from "drizzle-orm";
import { afterAll } from "vitest";
import { marks } from "#db/schema/marks";
import { groups } from "#db/seed/groups";
import { stageClock } from "#db/seed/player";
import { type Levels, type Provider, World } from "#db/seed/world";
import type { Actor } from "~/accounts/actor";
import { findMarks } from "~/marks/find-marks.server";
import { followPaperwork } from "~/marks/paperwork/follow-paperwork.server";
import { followReachOfAll } from "~/marks/reach/follow-reach.server";
import { statusOf } from "~/marks/status";
import { followTopUps } from "~/marks/top-ups/follow-top-ups.server";
import { askTopUps } from "~/marks/top-ups/open-top-ups.server";
import type { Db } from "~/platform/database.server";
import { markAnswer } from "~/register/mark-answer";
import { markView } from "~/register/mark-view";
import { providerAnswer } from "~/register/provider-answer";
import { providerView } from "~/register/provider-view";
import { publicProviderAt } from "~/register/public-providers.server";
import { carryOnDue } from "~/review/sweep.server";
import { structuredFacts } from "~/standards/facts.server";
import { standardsFolder } from "~/standards/load.server";
import { publishStandards, refusalWords } from "~/standards/publish.server";
import { checked } from "./cases";

export const LW = "link-worker-practice";
const agreed = "Every must-have was met, and what people told us matched what we saw.";
const origin = "https://waymark.example";

/** Harbour as it would be if nobody of theirs ever met anybody alone. */
export const indoors = { ...groups.harbour!, facts: { ...groups.harbour!.facts, home_visits: false, meets_alone_in_community: false } };

/** The scheme of the process fixtures, at a moment: the first versions of the standards are published. The clock is moved by hand, and rules are followed when a test says so. */
export async function processWorld(db: Db, start: string) {
  const stage = stageClock(new Date(start));
  const folder = inForceInJune();
  const publish = async (...names: string[]) => {
    const published = await publishStandards(db, stage, { system: "test" }, folder, names);
    if (!published.ok) throw new Error(refusalWords(published));
  };
  await publish("referral-capacity@1.0.0", "activities-and-services@1.0.0", `${LW}@1.0.0`);
  const world = new World(db, stage);
  await world.introduceScheme();
  const { sunil, asha, amara } = world.actors as Record<string, Actor>;
  let turn = 0;

  const to = (moment: string) => stage.set(new Date(moment));
  /** Answers and sends one standard. */
  const sent = async (provider: Provider, standard: string) => {
    const assessmentId = await world.start(provider, standard);
    await world.answer(provider, assessmentId, standard);
    return { assessmentId, caseId: await world.send(provider, assessmentId, standard) };
  };
  /** Two readers declare, rate and recommend it, the first one not always the same, as the rules ask; the levels are those of both. Then the group finds its draft report right. */
  const read = async (provider: Provider, standard: string, caseId: string, levels: Levels = {}) => {
    const assessor = turn++ % 2 === 0 ? sunil! : asha!;
    await world.assign(caseId, assessor, amara!);
    await world.declareNone(caseId, assessor, amara!);
    await world.rate(provider, caseId, standard, assessor, { levels });
    await world.rate(provider, caseId, standard, amara!, { levels, mustHavesOnly: true });
    await checked(db, caseId, stage);
    return { assessor, second: amara! };
  };
  const holds = async (provider: Provider, standard: string, levels: Levels = {}) => {
    const { caseId } = await sent(provider, standard);
    await read(provider, standard, caseId, levels);
    const { mark } = await world.decide(caseId, agreed);
    if (!mark) throw new Error("No mark was awarded.");
    return mark;
  };
  /** Moves the clock, and lets every rule do what is due, as the sweep does. */
  const sweepAt = async (moment: string) => {
    to(moment);
    await carryOnDue(db, stage);
    await followReachOfAll(db, stage);
    await askTopUps(db, stage);
    await followTopUps(db, stage);
    await followPaperwork(db, stage);
  };
  const standing = async (code: string) => statusOf((await markWith(code)).facts, stage.now());
  const markWith = async (code: string) => (await findMarks(db, eq(marks.code, code)))[0]!;
  /** Everything that everybody may see of a mark and its holder now: both pages and both answers for machines. */
  const seen = async (code: string, language: "en" | "cy" = "en") => {
    const mark = await markWith(code);
    const provider = (await publicProviderAt(db, mark.slug))!;
    const asked = { now: stage.now(), origin, list: structuredFacts(), language };
    return {
      found: mark,
      markPage: markView(mark, provider, asked),
      providerPage: providerView(provider, asked),
      mark: markAnswer(mark, stage.now(), origin),
      provider: providerAnswer(provider, stage.now(), origin, {}),
    };
  };
  return { db, world, stage, to, publish, sent, read, holds, decide: (caseId: string) => world.decide(caseId, agreed), sweepAt, standing, seen };
}

/** The standards as they are, but that version 2.0.0 of link worker practice is in force from 1 June 2026. */
function inForceInJune(): string {
  const folder = mkdtempSync(join(tmpdir(), "wm-standards-"));
  afterAll(() => rmSync(folder, { recursive: true }));
  cpSync(standardsFolder, folder, { recursive: true });
  const file = join(folder, LW, "2.0.0", "standard.yaml");
  writeFileSync(file, readFileSync(file, "utf8").replace(/^(published_on|effective_from): .*$/gm, "$1: 2026-06-01"));
  return folder;
}
