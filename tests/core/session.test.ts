import { describe, expect, test } from "vitest";
import { schemeRoles } from "~/accounts/actor";
import { holds } from "~/accounts/session";

const noon = new Date("2026-06-01T11:00:00Z");
const later = (minutes: number, seconds = 0) => new Date(noon.getTime() + (minutes * 60 + seconds) * 1000);
const session = { seenAt: noon, expiresAt: later(12 * 60), endedAt: null };

describe("a session", () => {
  test("of a provider is over after an hour in which nothing happened", () => {
    expect(holds(session, [], later(59, 59))).toBe(true);
    expect(holds(session, [], later(60))).toBe(false);
  });
  test.each(schemeRoles)("of a person with the role %s is over after half an hour", (role) => {
    expect(holds(session, [role], later(29, 59))).toBe(true);
    expect(holds(session, [role], later(30))).toBe(false);
  });
  test("is over after twelve hours, however busy", () => {
    expect(holds({ ...session, seenAt: later(719, 30) }, [], later(719, 59))).toBe(true);
    expect(holds({ ...session, seenAt: later(719, 30) }, [], later(720))).toBe(false);
  });
  test("is over when it was ended", () => expect(holds({ ...session, endedAt: noon }, [], later(1))).toBe(false));
});
