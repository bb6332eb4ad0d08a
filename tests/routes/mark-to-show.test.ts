import { beforeAll, expect, test } from "vitest";
import { contactBounces } from "#db/schema/providers";
import { groups } from "#db/seed/groups";
import type { Provider } from "#db/seed/world";
import type { Actor } from "~/accounts/actor";
import { startAssessment } from "~/assessments/start.server";
import { marksOf } from "~/marks/marks-of.server";
import { contactBounced, forgetBounces } from "~/marks/reach/contact-bounced.server";
import { addDays, londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { formatDay } from "~/ui/dates";
import { groupFacts } from "../support/answers";
import { must } from "../support/cases";
import { freshDatabase } from "../support/database";
import { publicWorld, RC } from "../support/register";
import { get, post } from "../support/website";

const { db } = await freshDatabase();
const { world, holds } = await publicWorld(db);
const { moira, devon } = world.actors as Record<string, Actor>;
let pat: Actor;
let dee: Actor;
const note = "Their DSPT says Standards met; looked up on the day.";
const day = addDays(londonDay(clock.now()), 28);
let marshEnd: Provider;
let code = "";
beforeAll(async () => {
  marshEnd = await world.join(groups.marshEnd!);
  [pat, dee] = [world.actors.pat!, world.actors.dee!];
  ({ code } = await holds(marshEnd, RC));
}, 90_000);

const textOf = async (answer: Response) => (await answer.text()).replaceAll("&quot;", '"').replaceAll("&#x27;", "'").replaceAll("<!-- -->", "");
const page = async (path: string, as?: Actor) => textOf(await get(path, as ? { as } : {}));
const record = (form: Record<string, string>, as = moira!) => post(`/held-marks/${code}`, form, { as });
const mine = async () => (await marksOf(db, marshEnd.organisationId, clock.now()))[0]!;

test("a first question answered otherwise than before: at once the public pages and the group's own say what is to be shown, in either language", async () => {
  const { assessmentId } = must(await startAssessment(db, clock, pat, { organisationId: marshEnd.organisationId, standardKey: RC }));
  const said = Object.fromEntries(Object.entries(groupFacts).map(([key, value]) => [key, value === true ? "yes" : "no"]));
  const answered = await post(`/assessments/${assessmentId}/facts`, { ...said, regulated_service_types: [], receives_electronic_referrals_with_patient_data: "yes" }, { as: pat });
  expect(answered.status).toBe(302);
  for (const path of [`/marks/${code}`, `/providers/${marshEnd.slug}`]) {
    expect(await page(path)).toContain("Electronic referrals not yet covered by this mark.");
    expect(await page(`${path}?lang=cy`)).toContain("Atgyfeiriadau electronig heb eu cynnwys gan y marc hwn eto.");
  }
  expect(await (await get(`/marks/${code}.json`)).json()).toMatchObject({
    status: "live",
    not_covered: [{ criterion: "RC-3.2", statement: "Electronic referrals not yet covered by this mark" }],
  });
  for (const as of [pat, dee]) {
    const home = await page(`/organisations/${marshEnd.slug}`, as);
    for (const words of [`Still to show: RC-3.2, by ${formatDay(day)}.`, `/standards/${RC}/1.0.0#RC-3.2`]) expect(home).toContain(words);
  }
});

test("a moderator says what they were shown, and why that is enough; nobody else", async () => {
  const shown = await page(`/held-marks/${code}`, moira!);
  expect(shown).toContain(`RC-3.2, by ${formatDay(day)}`);
  const topUp = (await mine()).topUps[0]!.id;
  expect(await page(`/held-marks/${code}`, devon!)).not.toContain("Record that they have shown it");
  expect((await record({ intent: "show", top_up: topUp, note }, devon!)).status).toBe(403);
  expect((await record({ intent: "show", top_up: topUp, note }, pat)).status).toBe(404);
  expect((await record({ intent: "show", top_up: crypto.randomUUID(), note })).status).toBe(404);
  expect(await textOf(await record({ intent: "show", note: "Too short." }))).toContain("Choose what they have shown");
  const short = await textOf(await record({ intent: "show", top_up: topUp, note: "Too short." }));
  for (const kept of ['<a href="#shown-note">', "Too short.</textarea>", `value="${topUp}"`]) expect(short).toContain(kept);
  expect((await record({ intent: "show", top_up: topUp, note })).status).toBe(303);
  expect((await mine()).topUps).toEqual([]);
  expect(await page(`/organisations/${marshEnd.slug}`, pat)).not.toContain("Still to show");
});

test("and records that they were rung, or written to, when mail came back", async () => {
  must(await contactBounced(db, clock, { system: "test" }, { slug: marshEnd.slug, kind: "hard" }));
  expect(await page(`/marks/${code}`)).toContain("Email being checked: it did not work on");
  expect(await page(`/providers/${marshEnd.slug}?lang=cy`)).toContain("E-bost yn cael ei wirio");
  expect(await page(`/held-marks/${code}`, devon!)).toContain("mail to them came back.");
  expect(await page(`/held-marks/${code}`, devon!)).not.toContain("Record a test of phone or email");
  expect((await record({ intent: "test_contact", route: "email", worked: "yes" }, devon!)).status).toBe(403);
  expect(await textOf(await record({ intent: "test_contact", worked: "yes" }))).toContain("Say whether you rang or wrote");
  expect((await record({ intent: "test_contact", route: "email", worked: "yes" })).status).toBe(303);
  expect(await page(`/marks/${code}`)).not.toContain("being checked");
});

test("soft bounces are patient: three in seven days, and none from before mail arrived again", async () => {
  const soft = async () => must(await contactBounced(db, clock, { system: "test" }, { slug: marshEnd.slug, kind: "soft" })).broken;
  expect([await soft(), await soft(), await soft()]).toEqual([false, false, true]);
  must(await record({ intent: "test_contact", route: "email", worked: "yes" }).then(({ status }) => ({ ok: status === 303 })));
  expect(await soft()).toBe(false);
  const inDays = (days: number) => ({ now: () => new Date(clock.now().getTime() + days * 86_400_000) });
  await forgetBounces(db, inDays(29));
  expect(await db.$count(contactBounces)).toBeGreaterThan(0);
  await forgetBounces(db, inDays(32));
  expect(await db.$count(contactBounces)).toBe(0);
  expect(await contactBounced(db, clock, { system: "test" }, { slug: "nobody-there", kind: "hard" })).toBeUndefined();
});
