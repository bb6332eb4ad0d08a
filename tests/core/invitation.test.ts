import { describe, expect, test } from "vitest";
import { invitationState, inviteForm, yourName } from "~/accounts/invitation";
import { invitationMail } from "~/accounts/invitation-words";
import { mailBody } from "~/platform/mail";

const now = new Date("2026-06-01T10:00:00Z");
const open = { acceptedAt: null, withdrawnAt: null, expiresAt: new Date("2026-06-08T10:00:00Z") };

test.each([
  ["open", open, now],
  ["open", open, new Date("2026-06-08T09:59:59Z")],
  ["expired", open, open.expiresAt],
  ["withdrawn", { ...open, withdrawnAt: now }, now],
  ["used", { ...open, acceptedAt: now, withdrawnAt: now }, open.expiresAt],
  ["unknown", undefined, now],
] as const)("is %s", (state, invitation, at) => expect(invitationState(invitation, at)).toBe(state));

describe("what is printed in a mail to a stranger holds no address to lead them astray", () => {
  const whole = { email: "jo@example.org", role: "member", title: "link worker" };
  test("plain words are taken", () => expect(inviteForm("en").safeParse(whole).success).toBe(true));
  test.each(["see https://evil.test", "WWW.evil.test", "me@evil.test", "helper\nBcc: x", "", " ", "x".repeat(61)])("%j as what they do is refused", (title) => {
    expect(inviteForm("en").safeParse({ ...whole, title }).success).toBe(false);
  });
  test.each([{ role: "owner" }, { role: "" }, { email: "jo" }, { email: "jo@example.org,x@example.org" }])("%j is refused", (wrong) => {
    expect(inviteForm("en").safeParse({ ...whole, ...wrong }).success).toBe(false);
  });
  test.each(["http://evil.test", "", "\n", "x".repeat(101)])("%j as a name is refused", (name) => expect(yourName("en").safeParse(name).success).toBe(false));
});

test("the mail says who asks, for which group, what to do, and who to ask when it comes as a surprise", () => {
  const { subject, body } = invitationMail({
    to: "jo@example.org",
    from: { name: "Pat Holloway", title: "secretary" },
    organisation: "Marsh End Allotment",
    role: "member",
    title: "volunteer",
    url: "https://waymark.example/invitations/abc",
    contact: { email: "help@waymark.example", phone: "01632 960000" },
  });
  expect(subject).toBe("Pat Holloway asks you to join Marsh End Allotment on Waymark");
  const { text } = mailBody(body);
  for (const part of [
    "Pat Holloway (secretary) of Marsh End Allotment",
    "volunteer",
    "7 days",
    "jo@example.org",
    "https://waymark.example/invitations/abc",
    "Did you not expect this?",
    "help@waymark.example",
  ])
    expect(text).toContain(part);
});
