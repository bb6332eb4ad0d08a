import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Actor, schemeRoles } from "~/accounts/actor";
import { firstPage, workBar } from "~/accounts/bar";
import { ourPath } from "~/accounts/go-to";
import { NewOrganisation, NewPerson } from "~/accounts/person";
import { askForLinkForm, enterCodeForm, linkState } from "~/accounts/sign-in";
import { freeSlug, slugOf } from "~/accounts/slug";

describe("where to go after signing in", () => {
  test.each(["/organisations/marsh-end", "/register?q=a%2Fb&page=2", "/cases/6f0c/rate/LW-1.1", "/"])("%s is a path of ours", (path) => expect(ourPath(path)).toBe(path));

  test.each([
    "//evil.test",
    "///evil.test",
    "/\\evil.test",
    "\\/evil.test",
    "/%09/evil.test",
    "/%2F%2Fevil.test",
    "/%2f/evil.test",
    "/%5Cevil.test",
    "/.//evil.test",
    "/a/..//evil.test",
    "\t//evil.test",
    "/\t/evil.test",
    "/a\r\nSet-Cookie: x=1",
    "/a b",
    "/ŵ",
    "@evil.test",
    "https:evil.test",
    "https://evil.test",
    "javascript:alert(1)",
    "data:text/html,x",
    "",
    "cases",
    `/${"a".repeat(500)}`,
    null,
    undefined,
    ["/cases"],
    "/sign-out",
    "/sign-in?go_to=/cases",
    "/sign-in/link/abc",
  ])("%j is not, and leads to the start", (path) => expect(ourPath(path)).toBe("/start"));

  test("whatever is asked for, a browser stays with us", () => {
    const piece = fc.constantFrom("/", "//", "\\", "..", ".", "%2f", "%5c", "%09", "evil.test", "@", ":", "?", "#", "a", "\t", "\n", "http:", "javascript:");
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(piece, { maxLength: 8 }).map((all) => all.join("")),
          fc.array(piece, { maxLength: 8 }).map((all) => `/${all.join("")}`),
        ),
        (wanted) => {
          const path = ourPath(wanted);
          expect(new URL(path, "https://waymark.example").origin).toBe("https://waymark.example");
          expect(path).toMatch(/^\/(?![/\\])[!-~]*$/);
          expect(ourPath(path)).toBe(path);
        },
      ),
      { numRuns: 2000 },
    );
  });
});

describe("addresses and codes as typed", () => {
  test.each(['"a@x b"@y.org', "a@x,b@y.org", "a@x.org\r\nBcc: b@y.org", "a@x.org, b@y.org", "a@x", "", "   ", "a b@x.org", "<a@x.org>", `${"a".repeat(250)}@x.org`])(
    "%j is no address",
    (email) => expect(askForLinkForm("en").safeParse({ email }).success).toBe(false),
  );
  test("space around an address is forgiven", () => expect(askForLinkForm("en").parse({ email: "  pat@demo.example " })).toEqual({ email: "pat@demo.example", go_to: "/start" }));
  test.each(["042117", " 042 117 ", "042-117"])("%j is a code", (code) => expect(enterCodeForm("en").parse({ email: "pat@demo.example", code }).code).toBe("042117"));
  test.each(["42117", "0421170", "o42117", "", "٠٤٢١١٧"])("%j is none", (code) => expect(enterCodeForm("en").safeParse({ email: "pat@demo.example", code }).success).toBe(false));
});

test("a link is good until the moment it ends, and once", () => {
  const link = { usedAt: null, expiresAt: new Date("2026-06-01T12:00:00Z") };
  expect(linkState(link, new Date("2026-06-01T11:59:59.999Z"))).toBe("good");
  expect(linkState(link, new Date("2026-06-01T12:00:00Z"))).toBe("expired");
  expect(linkState({ ...link, usedAt: new Date("2026-06-01T11:50:00Z") }, new Date("2026-06-01T13:00:00Z"))).toBe("used");
  expect(linkState(undefined, new Date())).toBe("unknown");
});

describe("an organisation's address", () => {
  test.each([
    ["Marsh End Community Allotment", "marsh-end-community-allotment"],
    ["St. Aidan's — Café & Sŵn", "st-aidans-cafe-swn"],
    ["東京", "provider"],
    ["---", "provider"],
  ])("%s is %s", (name, slug) => expect(slugOf(name)).toBe(slug));
  test("any name makes an address", () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 300, unit: "grapheme" }), (name) => {
        expect(slugOf(name)).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
      }),
    );
  });
  test("two of one name get two", () => {
    expect(freeSlug("a", new Set())).toBe("a");
    expect(freeSlug("a", new Set(["a", "a-2", "a-4"]))).toBe("a-3");
  });
});

test("names have an end, and something in them", () => {
  expect(NewPerson.safeParse({ email: "a@x.org", name: "x".repeat(200) }).success).toBe(true);
  expect(NewPerson.safeParse({ email: "a@x.org", name: "x".repeat(201) }).success).toBe(false);
  expect(NewPerson.safeParse({ email: "a@x.org", name: "  " }).success).toBe(false);
  expect(NewOrganisation.safeParse({ name: "A", area: "B", nation: "france" }).success).toBe(false);
  expect(NewOrganisation.safeParse({ name: "A", area: "B", nation: "wales", identifiers: ["1234567"] }).success).toBe(false);
});

describe("where a day begins", () => {
  const nobody: Actor = { personId: "1", name: "N", email: "n@x.org", language: "en", memberships: [], roles: [] };
  const member = { organisationId: "2", slug: "marsh-end", name: "Marsh End", role: "member" as const, title: "secretary", linkWorkerTerm: null };

  test("the table", () => {
    const pages = Object.fromEntries(schemeRoles.map((role) => [role, firstPage({ ...nobody, roles: [role] })]));
    expect({ ...pages, member: firstPage({ ...nobody, memberships: [member] }), nobody: firstPage(nobody) }).toEqual({
      assessor: "/cases",
      moderator: "/moderation",
      decider: "/cases",
      editor: "/standards-desk",
      platform_admin: "/held-marks",
      commissioner: "/register",
      privacy_lead: "/privacy",
      panel: "/appeals",
      member: "/organisations/marsh-end",
      nobody: "/register",
    });
  });

  test("the bar leads there, and says where one is", () => {
    const request = new Request("http://localhost/cases?page=2");
    const bar = workBar({ ...nobody, memberships: [member], roles: ["moderator"] }, request);
    expect(bar.links.map(({ href, current }) => [href, current])).toEqual([
      ["/organisations/marsh-end", false],
      ["/moderation", false],
      ["/concerns", false],
      ["/cases", true],
      ["/appeals", false],
      ["/held-marks", false],
    ]);
    const administrator = workBar({ ...nobody, roles: ["platform_admin"] }, request);
    expect(administrator.links.map(({ href }) => href)).toEqual(["/held-marks", "/people"]);
  });
});
