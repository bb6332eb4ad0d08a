import { eq } from "drizzle-orm";
import { unzipSync } from "fflate";
import { expect, test } from "vitest";
import { standardDrafts } from "#db/schema/standards";
import { addDays, londonDay } from "~/platform/calendar";
import { clock } from "~/platform/clock.server";
import { openConsultation } from "~/standards/drafting/move.server";
import { startDraft } from "~/standards/drafting/start.server";
import { filesFrom } from "~/standards/drafting/version-files";
import { confirmWithdrawal, proposeWithdrawal } from "~/standards/drafting/withdraw.server";
import { markOf } from "~/standards/drafting/write.server";
import { publishStandards } from "~/standards/publish.server";
import { versionOf } from "~/standards/versions.server";
import { noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { draftNow, edit, wordedDraft } from "../support/drafting";
import { cast } from "../support/people";
import { standardOf } from "../support/standards";
import { cookieFor, get, post } from "../support/website";

const { db } = await freshDatabase();
await publishStandards(db, noon, { system: "test" });
const { edith, ines } = await cast(db);
const AS = "activities-and-services";
const headers = { Cookie: await cookieFor(edith) };

test("a form made of an older text is shown beside the newer one, with what was typed, and nothing is overwritten", async () => {
  const id = await wordedDraft(db, clock, ines, AS, "major", "AS-1.1");
  const before = (await draftNow(db, id)).files;
  const answer = await post(`/standards-desk/drafts/${id}/criteria/AS-1.1`, { made_from: "older", good: "Mine, typed for an hour" }, { headers });
  const html = await answer.text();
  expect(answer.status).toBe(409);
  expect(html).toContain("Mine, typed for an hour");
  expect(html).toContain("People can tell at once what they would be coming to.");
  expect((await draftNow(db, id)).files).toEqual(before);
});

test("after saving, an editor is led to the form of the change that is still to be listed, filled in; then nothing is left", async () => {
  const started = await startDraft(db, clock, edith, { key: "referral-capacity", part: "patch" });
  const id = started?.ok ? started.draftId : "";
  const desk = `/standards-desk/drafts/${id}`;
  const made = async (path: string) => markOf((await draftNow(db, id)).files[path]);
  await edit(db, clock, edith, id, "criteria/RC-1.1.yaml", [{ path: ["good"], value: "Two people who can answer." }]);
  const { must_have, evidence, facts } = standardOf("RC").criteria[0]!;
  const ticked = new URLSearchParams([["made_from", await made("criteria/RC-1.1.yaml")], ...(must_have ? [["must_have", "yes"]] : [])]);
  for (const kind of evidence.kinds) ticked.append("kinds", kind);
  for (const fact of facts) ticked.append("facts", fact);
  const saved = await post(`${desk}/criteria/RC-1.1`, ticked, { headers });
  expect(saved.headers.get("Location")).toBe(`${desk}/criteria/RC-1.1?saved=yes`);
  const page = async (path: string) => (await get(path, { headers })).text();
  const html = await page(`${desk}/criteria/RC-1.1?saved=yes`);
  const form = `${desk}/changes/new?criterion=RC-1.1&amp;type=editorial`;
  expect(html.replace(/<!-- -->/g, "")).toContain(`Saved. The list of changes does not name this yet (What good looks like): <a href="${form}">add it to the list</a>`);
  expect(html).not.toContain("changes.yaml");
  expect(await page(desk)).toContain(`<a href="${form}">add RC-1.1 to the list</a>`);
  const change = await page(form.replace("&amp;", "&"));
  expect(change).toMatch(/<option[^>]*value="editorial"[^>]*selected|<option[^>]*selected[^>]*value="editorial"/);
  expect(change).toMatch(/<textarea[^>]*name="criteria"[^>]*>RC-1\.1</);
  const listed = { made_from: await made("changes.yaml"), type: "editorial", criteria: "RC-1.1", what: "The same, shorter.", reason: "It was read twice.", what_to_do: "Nothing." };
  expect((await post(`${desk}/changes/new`, listed, { headers })).headers.get("Location")).toBe(desk);
  expect(await page(desk)).not.toContain("not on the list yet");
});

test("a draft begun from an older version says so; its editor is shown both sides, has to choose, and is led back to it", async () => {
  const LW = "link-worker-practice";
  const started = await startDraft(db, clock, edith, { key: LW, part: "minor" });
  const id = started?.ok ? started.draftId : "";
  const desk = `/standards-desk/drafts/${id}`;
  expect(await (await get(`${desk}/onto`, { headers })).text()).toContain("It begins from the newest version already.");
  expect((await post(`${desk}/onto`, { made_from: "1", to: "2.0.0" }, { headers })).status).toBe(409);
  const first = (await versionOf(db, LW, "1.0.0"))!;
  const files = { ...filesFrom(first.content), "changes.yaml": "from: 1.0.0\nchanges: []\n" };
  await db.update(standardDrafts).set({ baseVersionId: first.id, files }).where(eq(standardDrafts.id, id));
  await edit(db, clock, edith, id, "criteria/LW-1.4.yaml", [{ path: ["statement"], value: "Ours alone." }]);
  expect(await (await get(desk, { headers })).text()).toContain(`<a href="${desk}/onto">`);
  const { revision } = await draftNow(db, id);
  const sent = (more: Record<string, string>) => post(`${desk}/onto`, { made_from: String(revision), to: "2.0.0", ...more }, { headers });
  const refused = await sent({});
  const html = (await refused.text()).replace(/<!-- -->/g, "");
  expect(refused.status).toBe(422);
  expect(html).toContain('<a href="#take-criteria-LW-1-4-yaml-statement">Choose which one to take</a>');
  expect(html).toMatch(/As your draft says it.*added: <\/span>Ours alone<.*As 2\.0\.0 says it.*added: <\/span>know which</s);
  expect((await sent({ "take-criteria-LW-1-4-yaml-statement": "mine" })).headers.get("Location")).toBe(desk);
  expect((await draftNow(db, id)).files["criteria/LW-1.4.yaml"]).toContain("Ours alone.");
  expect(await (await get(desk, { headers })).text()).not.toContain("/onto");
});

test("the files are downloaded as a folder, word for word", async () => {
  const id = await wordedDraft(db, clock, ines, AS, "patch", "AS-1.1");
  const files = unzipSync(new Uint8Array(await (await get(`/standards-desk/drafts/${id}/files.zip`, { headers })).arrayBuffer()));
  const read = Object.fromEntries(Object.entries(files).map(([path, bytes]) => [path.replace(`${AS}/1.0.1/`, ""), new TextDecoder().decode(bytes)]));
  expect(read).toEqual((await draftNow(db, id)).files);
});

test("a consultation is public, without a cookie; before it was opened there is none", async () => {
  const id = await wordedDraft(db, clock, ines, AS, "minor", "AS-1.1");
  const page = () => get(`/standards/${AS}/consultation/1.1.0`);
  const versions = async () => (await (await get(`/standards/${AS}`)).text()).replace(/<[^>]+>/g, "");
  expect((await page()).status).toBe(404);
  expect(await versions()).not.toContain("Being consulted on");
  await openConsultation(db, clock, ines, { draftId: id, until: addDays(londonDay(clock.now()), 20) });
  const own = await (await get(`/standards-desk/drafts/${id}/criteria/AS-1.1`, { headers })).text();
  expect(own).toContain(`<a href="/standards-desk/drafts/${id}#next">Take it back to change it</a>`);
  expect(own).toContain("People can tell at once what they would be coming to.");
  expect(own).not.toMatch(/<(textarea|button[^>]*>(Save|Take it out))/);
  for (const path of ["standard", "changes/1", "changes/new", "criteria/new"]) {
    const shown = await get(`/standards-desk/drafts/${id}/${path}`, { headers });
    expect([path, shown.status, (await shown.text()).includes("<textarea")]).toEqual([path, 200, false]);
  }
  const typed = await post(`/standards-desk/drafts/${id}/criteria/AS-1.1`, { made_from: "older", good: "Typed before it was opened" }, { headers });
  expect([typed.status, (await typed.text()).includes("Typed before it was opened</textarea>")]).toEqual([409, true]);
  const answer = await page();
  expect([answer.status, answer.headers.get("Set-Cookie")]).toEqual([200, null]);
  expect(await answer.text()).toContain("Nothing of this is in force yet.");
  expect(await versions()).toMatch(/Being consulted on: 1\.1\.0, comments until \d+ \w+ \d{4}\./);
  await db
    .update(standardDrafts)
    .set({ consultationEndsOn: addDays(londonDay(clock.now()), -1) })
    .where(eq(standardDrafts.id, id));
  expect(await versions()).not.toContain("Being consulted on");
});

test("a withdrawn version says so, with the reason", async () => {
  const named = { key: "referral-capacity", version: "1.0.0" };
  await proposeWithdrawal(db, noon, edith, { ...named, reason: "One of its rules cannot be met." });
  const text = async () => (await get("/standards/referral-capacity/1.0.0")).text();
  expect(await text()).not.toContain("One of its rules");
  await confirmWithdrawal(db, noon, ines, named);
  expect(await text()).toContain("One of its rules cannot be met.");
});
