import { beforeAll, describe, expect, test } from "vitest";
import { groups } from "#db/seed/groups";
import { done, type Provider } from "#db/seed/world";
import type { Actor } from "~/accounts/actor";
import { confirmChange, proposeChange } from "~/marks/change.server";
import { badgeSize, snippetsFor } from "~/marks/showing/snippet";
import { clock } from "~/platform/clock.server";
import { paths } from "~/platform/paths";
import { freshDatabase } from "../support/database";
import { asked, publicWorld, RC } from "../support/register";
import { get } from "../support/website";

const { db } = await freshDatabase();
const { world, holds } = await publicWorld(db);
const actor = (name: string) => world.actors[name] as Actor;
let marshEnd: Provider;
let code = "";
beforeAll(async () => {
  marshEnd = await world.join(groups.marshEnd!);
  await world.join(groups.harbour!);
  ({ code } = await holds(marshEnd, RC));
}, 90_000);

const page = async (path: string, as?: Actor) => (await (await get(path, as ? { as } : {})).text()).replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&gt;", ">");
const show = () => paths.showMark(marshEnd.slug, code);
const change = async (kind: "suspend" | "reinstate") => {
  const note = "Two people told us the same thing this week.";
  const { proposalId } = done(await proposeChange(db, clock, actor("moira"), kind === "suspend" ? { code, kind, reasonClass: "being_looked_into", note } : { code, kind, note }));
  done(await confirmChange(db, clock, actor("malcolm"), { code, proposalId }));
};

describe("a group's own page", () => {
  test("leads to the lines for its website, in both languages, each in a box of its own, and to a short link", async () => {
    expect(await page(paths.organisation(marshEnd.slug), actor("dee"))).toContain(`href="${show()}"`);
    for (const who of ["pat", "dee"]) {
      const shown = await page(show(), actor(who));
      for (const language of ["en", "cy"] as const) {
        const { html, png, text } = snippetsFor({ code, origin: "http://localhost", language });
        for (const line of [html, png, text]) expect(shown).toMatch(new RegExp(`<textarea[^>]*readonly[^>]*>${line.replace(/[.?*+^$()[\]{}|\\]/g, "\\$&")}</textarea>`, "i"));
      }
      expect(shown).toContain(`localhost${paths.shortMark(code)}`);
      expect(shown).toContain(`<img src="/marks/${code}/badge.svg" width="220" height="84"`);
      expect(shown).not.toContain("<script src");
    }
  });

  test("is nobody else's, and costs one read beside the session", async () => {
    for (const who of ["ruth", "moira", "gareth"]) expect([who, (await get(show(), { as: actor(who) })).status]).toEqual([who, 404]);
    expect((await get(show())).headers.get("Location")).toContain("/sign-in");
    expect((await get(paths.showMark("harbour-wellbeing", code), { as: actor("ruth") })).status).toBe(404);
    expect((await asked(() => get(show(), { as: actor("pat") }))).filter((statement) => statement.includes('from "marks"'))).toHaveLength(1);
  });

  test("has nothing to paste while the mark is suspended, and asks to take the badge down", async () => {
    await change("suspend");
    const shown = await page(show(), actor("pat"));
    expect(shown).toContain("Please take the badge off your pages.");
    expect(shown).not.toContain("<textarea");
    expect(await page(paths.organisation(marshEnd.slug), actor("dee"))).not.toContain(show());
    await change("reinstate");
    expect(await page(show(), actor("pat"))).toContain("<textarea");
  });
});

describe("the short link", () => {
  const leads = async (path: string) => {
    const { status, headers } = await get(path);
    return [status, headers.get("Location"), headers.get("Cache-Control"), headers.get("Set-Cookie")];
  };
  test("leads to the mark's page, in the language it asks for, and looks nothing up", async () => {
    expect(await asked(async () => expect(await leads(`/m/${code}`)).toEqual([301, `/marks/${code}`, "public, max-age=30", null]))).toEqual([]);
    expect((await leads(`/m/${code.toLowerCase().replaceAll("-", "")}?lang=cy&more=1`))[1]).toBe(`/marks/${code}?lang=cy`);
  });
  test("of what is no code leads to where that is said, and never elsewhere", async () => {
    expect((await leads("/m/hello"))[1]).toBe("/marks/hello");
    for (const odd of ["/m/%2F%2Fevil.test", "/m/..%2f..", "/m/%0d%0aX:1", `/m/${"x".repeat(900)}`]) expect((await leads(odd))[1]).toMatch(/^\/marks\/[^/\r\n]{1,200}$/);
  });
  test("is what the line for the record ends with", async () => {
    expect(await page(`/marks/${code}`)).toContain(`; localhost/m/${code}</p>`);
  });
});

describe("the badge, wherever it is shown", () => {
  test.each(["svg", "png"] as const)("as %s may be shown by any site, is asked for anew each time, sets no cookie and is as large as the line says", async (kind) => {
    const answer = await get(paths.badge(code, kind), { headers: { "Sec-Fetch-Site": "cross-site", "Sec-Fetch-Dest": "image", Referer: "https://marsh-end.example/" } });
    expect(answer.status).toBe(200);
    for (const [name, value] of Object.entries({ "Cross-Origin-Resource-Policy": "cross-origin", "Cache-Control": "no-cache", "Set-Cookie": null }))
      expect([name, answer.headers.get(name)]).toEqual([name, value]);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const times = kind === "png" ? 3 : 1;
    const [width, height] = kind === "png" ? [bytes.readUInt32BE(16), bytes.readUInt32BE(20)] : /width="(\d+)" height="(\d+)"/.exec(bytes.toString("utf8"))!.slice(1).map(Number);
    expect([width, height]).toEqual([badgeSize.width * times, badgeSize.height * times]);
  });
});
