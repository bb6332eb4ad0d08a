import { describe, expect, test } from "vitest";
import { schemeRoles } from "~/accounts/actor";
import { neverEmpty, permitTaking, roleRefusalWords } from "~/accounts/scheme/roles";

describe("the last one of a role that somebody must have", () => {
  test("these are the roles", () => expect(Object.keys(neverEmpty)).toEqual(["moderator", "decider", "platform_admin", "privacy_lead"]));

  test.each(schemeRoles)("%s", (role) => {
    expect(permitTaking(role, "a", ["a"], "Moved away.")).toEqual(role in neverEmpty ? { ok: false, why: "last" } : { ok: true });
    expect(permitTaking(role, "a", ["a", "b"], "Moved away.")).toEqual({ ok: true });
  });

  test("the refusal says what to do first", () =>
    expect(roleRefusalWords("last", "moderator")).toBe(
      "Nobody else has the role of moderator, and without a moderator nobody chooses readers or settles differences. Give it to somebody else first, then take it away here",
    ));
});

test("a role is taken from who has it, and with a reason", () => {
  expect(permitTaking("assessor", "a", ["b"], "Moved away.")).toEqual({ ok: false, why: "not_theirs" });
  expect(permitTaking("assessor", "a", ["a"], "  \n")).toEqual({ ok: false, why: "reason_missing" });
});
