import { describe, expect, test } from "vitest";
import { cameFromElsewhere, isAddress, isForm } from "~/platform/admission";
import { refusal } from "~/platform/refusal";

const ours = ["https://waymark.example"];
const from = (headers: Record<string, string>, method = "POST", options = {}) => cameFromElsewhere({ method, headers: new Headers(headers) }, ours, options);

describe("where a form comes from", () => {
  test.each<[Record<string, string>, boolean]>([
    [{ "Sec-Fetch-Site": "same-origin" }, false],
    [{ "Sec-Fetch-Site": "none" }, false],
    [{ "Sec-Fetch-Site": "same-site", Origin: "https://waymark.example" }, true],
    [{ "Sec-Fetch-Site": "cross-site", Origin: "https://waymark.example" }, true],
    [{ "Sec-Fetch-Site": "something new" }, true],
    [{ Origin: "https://waymark.example" }, false],
    [{ Origin: "http://waymark.example" }, true],
    [{ Origin: "https://waymark.example.evil.test" }, true],
    [{ Origin: "null" }, true],
    [{ Cookie: "waymark=x" }, true],
    [{ Origin: "https://waymark.example", Cookie: "waymark=x" }, false],
    [{}, false],
  ])("%j is from elsewhere: %s", (headers, elsewhere) => {
    for (const method of ["POST", "PUT", "PATCH", "DELETE", "ODD"]) expect(from(headers, method)).toBe(elsewhere);
    for (const method of ["GET", "HEAD", "OPTIONS"]) expect(from(headers, method)).toBe(false);
  });

  test("an address that guards nothing takes a bare request with a cookie, and still none from another site", () => {
    expect(from({ Cookie: "waymark=x" }, "POST", { guarded: false })).toBe(false);
    expect(from({ Origin: "https://evil.test" }, "POST", { guarded: false })).toBe(true);
  });
});

test.each<[string, boolean]>([
  ["https://waymark.example/organisations/marsh-end", true],
  ["https://waymark.example/providers/t%C5%B7?q=100%", true],
  ["https://waymark.example/a%00b", false],
  ["https://waymark.example/register?q=%00", false],
  ["https://waymark.example/%", false],
  ["https://waymark.example/%ff", false],
])("%s is an address: %s", (url, is) => expect(isAddress(url)).toBe(is));

test.each<[string | null, boolean]>([
  [null, true],
  ["application/x-www-form-urlencoded", true],
  ["application/x-www-form-urlencoded;charset=UTF-8", true],
  ["Multipart/Form-Data; boundary=x", true],
  ["application/json", false],
  ["text/plain", false],
  ["application/x-www-form-urlencodedx", false],
  ["x application/x-www-form-urlencoded", false],
])("%s is a form: %s", (type, is) => expect(isForm(type)).toBe(is));

test("a refusal is a page to a browser and a problem to everyone else", async () => {
  const page = refusal("text/html,*/*;q=0.8", 413, "Too big", "Choose a smaller one.");
  expect([page.status, page.headers.get("Content-Type")]).toEqual([413, "text/html; charset=utf-8"]);
  expect(await page.text()).toMatch(/<title>Too big – Waymark<\/title><h1>Too big<\/h1><p>Choose a smaller one\.<\/p>/);
  for (const accept of [null, undefined, "*/*", "application/json"]) {
    const problem = refusal(accept, 413, "Too big", "Choose a smaller one.");
    expect([problem.status, problem.headers.get("Content-Type")]).toEqual([413, "application/problem+json"]);
    expect(await problem.json()).toEqual({ type: "about:blank", title: "Too big", status: 413, detail: "Choose a smaller one." });
  }
});
