import { describe, expect, test } from "vitest";
import { changeEvent } from "~/followers/change";
import { endpointForm, endpointMoveNames, endpointStates, mayMove, sendable } from "~/followers/endpoint";
import { changeMail, endpointMail } from "~/followers/mails";
import { jitter, mostTries, nextTry, waits } from "~/followers/tries";
import { turnsOf } from "~/marks/status";
import { StatusChanged } from "~/register/public-shapes";
import { aMark } from "../support/register";

const now = new Date("2026-06-01T11:00:00Z");
const minutes = (from: Date, to: Date | undefined) => to && (to.getTime() - from.getTime()) / 60_000;

describe("when a delivery is tried again", () => {
  test("later and later, seven times, the last more than a day after the first and less than two", () => {
    const after = Array.from({ length: mostTries + 1 }, (_, tries) => minutes(now, nextTry(tries + 1, now, 0)));
    expect(after).toEqual([5, 30, 120, 300, 600, 840, undefined, undefined]);
    const day = 24 * 60;
    const all = waits.reduce((sum, wait) => sum + wait, 0);
    expect([all > day, all * (1 + jitter) < 2 * day]).toEqual([true, true]);
  });

  test("chance moves it by a fifth at most, and never forward", () => {
    expect(minutes(now, nextTry(3, now, 0.5))).toBeCloseTo(132);
    expect(minutes(now, nextTry(3, now, 1))).toBeCloseTo(144);
  });
});

test("what can be done with an endpoint in each state", () => {
  expect(Object.fromEntries(endpointStates.map((state) => [state, endpointMoveNames.filter((move) => mayMove(move, state))]))).toEqual({
    on: ["test", "rotate", "switch_off", "remove"],
    failing: ["test", "rotate", "switch_off", "remove"],
    off: ["rotate", "switch_on", "remove"],
    gone: ["rotate", "switch_on", "remove"],
  });
});

describe("which addresses an endpoint may have", () => {
  test.each(["https://example.org/hook", "https://example.org:443/hook?a=b"])("%s", (text) => expect(sendable(text)).toBeInstanceOf(URL));
  test.each([
    "http://example.org/",
    "https://example.org:8443/",
    "https://me:secret@example.org/",
    "ftp://example.org",
    "example.org",
    "",
    "https://localhost/",
    "https://10.0.0.1/",
    "https://[::1]/",
    "https://2130706433/",
  ])("never %s", (text) => {
    expect(sendable(text)).toBeUndefined();
    expect(endpointForm("en").safeParse({ url: text }).success).toBe(false);
  });
  test("what comes after # is left out, for it would never be sent", () =>
    expect(endpointForm("en").parse({ url: " https://example.org/hook#top " })).toEqual({ url: "https://example.org/hook" }));
});

describe("what is sent", () => {
  const change = { seq: 7, code: "7K3M-9QXT-2B4H", previous: "live", status: "suspended", at: now } as const;
  test("the change and where to ask, and nothing else", () => {
    expect(changeEvent({ ...change, code: aMark().code }, "https://waymark.test")).toEqual({
      type: "mark.status_changed",
      timestamp: "2026-06-01T11:00:00Z",
      data: {
        code: "0000-0000-0000",
        status: "suspended",
        in_force: false,
        previous_status: "live",
        sequence: 7,
        page: "https://waymark.test/marks/0000-0000-0000",
        mark: "https://waymark.test/marks/0000-0000-0000.json",
      },
    });
    expect(StatusChanged.parse(changeEvent({ ...change, code: aMark().code }, "https://waymark.test")).data.in_force).toBe(false);
  });
});

describe("the turns of a mark", () => {
  const facts = aMark({
    awardedOn: "2026-03-10",
    validUntil: "2028-03-09",
    events: [
      { kind: "suspend", at: "2026-05-01T10:00:00Z" },
      { kind: "reinstate", at: "2026-05-01T10:00:01Z" },
    ],
  }).facts;
  test("are all there, however short a status was, with the moment of each; time alone makes some", () => {
    expect(turnsOf(facts, new Date("2029-01-01T00:00:00Z")).map(({ status, at }) => [status, at.toISOString()])).toEqual([
      ["live", "2026-03-10T00:00:00.000Z"],
      ["suspended", "2026-05-01T10:00:00.000Z"],
      ["live", "2026-05-01T10:00:01.000Z"],
      ["expired", "2028-03-10T00:00:00.000Z"],
    ]);
    expect(turnsOf(facts, new Date("2026-04-01T00:00:00Z"))).toHaveLength(1);
  });
});

describe("mails to followers", () => {
  const mark = aMark({ events: [{ kind: "suspend", at: "2026-05-01T10:00:00Z" }] });
  mark.facts = { ...mark.facts, events: mark.facts.events.map((event) => ({ ...event, reasonClass: "being_looked_into" as const })) };
  const at = new Date("2026-05-01T10:00:00Z");
  const told = (language: "en" | "cy") => changeMail({ mark, previous: "live", status: "suspended", at }, "Gareth Pryce", "https://waymark.test", language);

  test("of a suspension: the sentences of the page, the class of the reason, and how to stop", () =>
    expect(told("en")).toMatchInlineSnapshot(`
    {
      "body": {
        "action": {
          "url": "https://waymark.test/marks/0000-0000-0000",
          "words": "Look at the mark",
        },
        "greeting": "Hello Gareth Pryce,",
        "paragraphs": [
          "Marsh End Allotment: Referral capacity 1.0.0, Assured, has been suspended since 1 May 2026: do not rely on it.",
          "Reason: being looked into. Suspending is a precaution while we check. It is not a finding about anyone.",
          "The page of the mark always says what is so now.",
          "We write to you because you follow Marsh End Allotment on Waymark, and only when the status of a mark changes. To stop: https://waymark.test/following",
        ],
        "signature": "Waymark",
      },
      "subject": "A mark you follow has changed: Marsh End Allotment, Referral capacity",
    }
  `));
  test("in the reader’s language", () => {
    expect(told("cy").body.action!.url).toBe("https://waymark.test/marks/0000-0000-0000?lang=cy");
    expect(told("cy").body.greeting).toBe("Helo Gareth Pryce,");
  });
  test("of an award: no more than that", () =>
    expect(changeMail({ mark: aMark(), previous: null, status: "live", at: new Date("2026-03-10T00:00:00Z") }, "Gareth", "https://waymark.test", "en").subject).toBe(
      "A new mark: Marsh End Allotment, Referral capacity",
    ));
  test.each(["failing", "gone"] as const)("to the owner of an endpoint that is %s", (state) =>
    expect(endpointMail(state, { number: 2, url: "https://hooks.example/waymark", name: "Gareth" }, "https://waymark.test", "en").body.action!.url).toBe(
      "https://waymark.test/following/endpoints/2",
    ),
  );
});
