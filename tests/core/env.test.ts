import { isAbsolute } from "node:path";
import { describe, expect, test } from "vitest";
import { settingsFrom, variableNames } from "~/platform/env.server";

const complete = {
  WAYMARK_BASE_URL: "https://waymark.example/",
  DATABASE_URL: "postgres://waymark:secret@db.example/waymark",
  WAYMARK_FILES: "file:///var/lib/waymark/files",
  SMTP_URL: "smtps://user:password@mail.example:465",
  WAYMARK_MAIL_FROM: "marks@waymark.example",
  WAYMARK_CONTACT_EMAIL: "help@waymark.example",
  WAYMARK_CONTACT_PHONE: "01632 960100",
  WAYMARK_ISSUER: "The Example Scheme",
};
const without = (name: string) => ({ ...complete, [name]: undefined });

describe("production", () => {
  test("starts with everything set", () =>
    expect(settingsFrom(complete, "production")).toMatchObject({
      mode: "production",
      port: 3000,
      baseUrl: "https://waymark.example",
      files: "/var/lib/waymark/files",
      issuer: "The Example Scheme",
    }));

  test.each(Object.keys(complete))("does not start without %s, and names it", (name) => {
    expect(() => settingsFrom(without(name), "production")).toThrow(new RegExp(`^Waymark cannot start[^]*  ${name}: missing[^]*\\.env\\.example`));
    expect(() => settingsFrom({ ...complete, [name]: "" }, "production")).toThrow(`${name}: missing`);
  });

  test("names everything that is wrong, not only the first", () => {
    const words = message(() => settingsFrom({ PORT: "x", DATABASE_URL: "mysql://x" }, "production"));
    for (const name of ["PORT", "DATABASE_URL", "WAYMARK_BASE_URL", "SMTP_URL", "WAYMARK_ISSUER"]) expect(words).toContain(`  ${name}: `);
  });

  test("refuses the demo's switch", () => expect(() => settingsFrom({ ...complete, WAYMARK_DEMO: "1" }, "production")).toThrow("WAYMARK_DEMO: set"));
});

describe("a value that cannot be used is named, with what was expected and what it is", () => {
  test.each([
    ["PORT", "three", "expected a port number"],
    ["PORT", "3000.5", "expected a whole port number"],
    ["PORT", "70000", "expected 0 to 65535"],
    ["WAYMARK_BASE_URL", "waymark.example", "https://waymark.example"],
    ["WAYMARK_BASE_URL", "ftp://waymark.example", "https://waymark.example"],
    ["DATABASE_URL", "mysql://x", "postgres://"],
    ["WAYMARK_FILES", "/var/files", "file:///"],
    ["SMTP_URL", "http://mail", "smtps://"],
    ["WAYMARK_MAIL_FROM", "marks", "marks@waymark.example"],
    ["WAYMARK_CONTACT_EMAIL", "help", "help@waymark.example"],
    ["WAYMARK_CONTACT_PHONE", "1", "01632 960100"],
  ])("%s = %s", (name, value, expected) => {
    const words = message(() => settingsFrom({ [name]: value }, "demo"));
    expect(words).toContain(`  ${name}: `);
    expect(words).toContain(expected);
    expect(words).toContain(`"${value}"`);
  });

  test("a password in it is not repeated", () => {
    expect(message(() => settingsFrom({ DATABASE_URL: "mysql://user:sesame@db/x", SMTP_URL: "http://user:sesame@mail" }, "demo"))).not.toContain("sesame");
  });
});

test("the demo needs nothing", () => {
  const settings = settingsFrom({}, "demo");
  expect(settings).toMatchObject({ mode: "demo", port: 3000, baseUrl: "http://localhost:3000", databaseUrl: undefined, smtpUrl: undefined });
  expect(isAbsolute(settings.data) && settings.files.startsWith(settings.data)).toBe(true);
  expect(settingsFrom({ PORT: "4100" }, "demo").baseUrl).toBe("http://localhost:4100");
});

test("what it reads can be listed", () => expect(variableNames).toEqual(expect.arrayContaining(["PORT", ...Object.keys(complete)])));

function message(act: () => unknown): string {
  try {
    act();
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error("It was accepted.");
}
