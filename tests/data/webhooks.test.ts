import { eq } from "drizzle-orm";
import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { deliveries, endpoints, statusChanges } from "#db/schema/followers";
import { outbox } from "#db/schema/platform";
import type { Actor } from "~/accounts/actor";
import { addEndpoint, moveEndpoint } from "~/followers/change-endpoint.server";
import { deliver, deliverDue } from "~/followers/deliver.server";
import { follow } from "~/followers/follow.server";
import { ownEndpoint } from "~/followers/followed.server";
import { forgetDeliveries } from "~/followers/forget.server";
import { type SendOptions, sendEvent } from "~/followers/send.server";
import { newSecret, signedHeaders } from "~/followers/signature.server";
import { tellFollowers } from "~/followers/tell-followers.server";
import { reviewMark } from "~/marks/change.server";
import { StatusChanged } from "~/register/public-shapes";
import { must } from "../support/cases";
import { at, noon } from "../support/clock";
import { freshDatabase } from "../support/database";
import { awarded, type Scheme, scheme } from "../support/marks";
import { receiver } from "../support/receiver";

const { db, owner } = await freshDatabase();
const theirs = await receiver();
let world: Scheme;
let gareth: Actor;
let markId = "";
let code = "";
const start = new Date("2026-06-02T10:00:00Z").getTime();
/** So many minutes after the first change. */
const past = (minutes: number) => at(new Date(start + minutes * 60_000).toISOString());

beforeAll(async () => {
  world = await scheme(db);
  gareth = world.people.gareth;
  ({ id: markId, code } = await awarded(db, world));
  must(await follow(db, noon, gareth, { code, what: "group" }));
});
afterAll(() => theirs.close());
beforeEach(async () => {
  theirs.answers();
  theirs.taken.length = 0;
  await owner`delete from endpoints`;
});

const add = async () => {
  const added = must(await addEndpoint(db, noon, gareth, theirs.url));
  const [row] = await db.select().from(endpoints).where(eq(endpoints.personId, gareth.personId));
  return { id: row!.id, number: added.number, secret: added.secret };
};
let under = false;
let minute = 0;
/** The status turns once more: a review begins, or ends. */
const turn = async () => {
  const clock = at(new Date(start + 1000 * ++minute).toISOString());
  must(await reviewMark(db, clock, world.people.moira, { code, kind: under ? "end_review" : "review", note: "Private words about a mark, for us alone." }));
  under = !under;
  await tellFollowers(db, clock, markId);
};
const send = (id: string, minutes: number, more: SendOptions = {}) => deliver(db, past(minutes), id, { ...theirs.options, chance: () => 0, ...more });
const rows = (endpointId: string) => db.select().from(deliveries).where(eq(deliveries.endpointId, endpointId)).orderBy(deliveries.madeAt);
const stateOf = async (id: string) => (await db.select({ state: endpoints.state }).from(endpoints).where(eq(endpoints.id, id)))[0]?.state;

describe("signed as Standard Webhooks say: their own library checks it", () => {
  const body = '{"type":"test"}';
  const message = { id: "msg_1", at: new Date(), body };

  test("what we sign, and not when anything in it is other", () => {
    const secret = newSecret();
    const headers = signedHeaders(message, [secret]);
    expect(new Webhook(secret).verify(body, headers)).toEqual({ type: "test" });
    expect(headers["webhook-signature"]).toBe(new Webhook(secret).sign("msg_1", message.at, body));
    expect(() => new Webhook(secret).verify(body.replace("test", "tost"), headers)).toThrow();
    expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow();
    expect(() => new Webhook(secret).verify(body, { ...headers, "webhook-id": "msg_2" })).toThrow();
    expect(() => new Webhook(secret).verify(body, { ...headers, "webhook-timestamp": String(Number(headers["webhook-timestamp"]) + 1) })).toThrow();
    expect(() => new Webhook(secret).verify(body, signedHeaders({ ...message, at: new Date(Date.now() - 6 * 60_000) }, [secret]))).toThrow();
  });

  test("two secrets for a time: either fits, a third does not", () => {
    const [fresh, old] = [newSecret(), newSecret()];
    const headers = signedHeaders(message, [fresh, old]);
    for (const secret of [fresh, old]) expect(new Webhook(secret).verify(body, headers)).toBeTruthy();
    expect(() => new Webhook(newSecret()).verify(body, headers)).toThrow();
  });
});

describe("a delivery", () => {
  test("brings the change, signed, over HTTPS to the name that was typed; then it has ended", async () => {
    const { id, secret } = await add();
    await turn();
    await send(id, 1);
    expect(theirs.taken).toHaveLength(1);
    const [{ path, headers, body }] = theirs.taken as [(typeof theirs.taken)[0]];
    expect([path, headers["content-type"], headers.host!.split(":")[0]]).toEqual(["/waymark", "application/json", "hooks.example"]);
    vi.setSystemTime(past(1).now());
    const event = StatusChanged.parse(new Webhook(secret).verify(body, headers));
    vi.useRealTimers();
    expect(event.data).toMatchObject({ code, status: "under_review", previous_status: "live", in_force: true, page: `http://localhost/marks/${code}` });
    expect(body).not.toContain("for us alone");
    expect(await rows(id)).toMatchObject([{ tries: 1, outcome: "taken", httpStatus: 204, nextTryAt: null }]);
    await send(id, 2);
    expect(theirs.taken).toHaveLength(1);
  });

  test("that is not taken is tried again when its time has come, with the same id and body and a new time; seven times", async () => {
    const { id } = await add();
    await turn();
    theirs.answers(500);
    let minutes = 10;
    await send(id, minutes);
    for (const wait of [5, 30, 120, 300, 600, 840]) {
      const before = theirs.taken.length;
      await send(id, minutes + wait - 1);
      expect(theirs.taken).toHaveLength(before);
      minutes += wait;
      await send(id, minutes);
      expect(theirs.taken).toHaveLength(before + 1);
    }
    expect(theirs.taken).toHaveLength(7);
    expect(new Set(theirs.taken.map(({ headers }) => headers["webhook-id"])).size).toBe(1);
    expect(new Set(theirs.taken.map(({ body }) => body)).size).toBe(1);
    expect(new Set(theirs.taken.map(({ headers }) => headers["webhook-timestamp"])).size).toBe(7);
    expect(await rows(id)).toMatchObject([{ tries: 7, outcome: "refused", httpStatus: 500, nextTryAt: null }]);
    expect(await stateOf(id)).toBe("failing");
    await send(id, 100_000);
    expect(theirs.taken).toHaveLength(7);
  });

  test("the owner is told once that an endpoint fails, however much of it fails, and again only after it has worked", async () => {
    await owner`delete from outbox`;
    const { id } = await add();
    const mails = async () => (await db.select({ cause: outbox.cause, text: outbox.text }).from(outbox)).filter(({ cause }) => cause.startsWith("endpoint:"));
    theirs.answers(503);
    for (const _ of [1, 2]) {
      await turn();
      await db
        .update(deliveries)
        .set({ tries: 6 })
        .where(eq(deliveries.endpointId, id))
        .catch(() => {});
      for (const { id: each } of (await rows(id)).filter(({ endedAt }) => !endedAt)) await db.update(deliveries).set({ tries: 6 }).where(eq(deliveries.id, each));
      await send(id, 20_000);
    }
    expect([(await mails()).length, await stateOf(id)]).toEqual([1, "failing"]);
    expect((await mails())[0]!.text).toContain("https://hooks.example/waymark");
    theirs.answers();
    await turn();
    await send(id, 20_001);
    expect(await stateOf(id)).toBe("on");
  });

  test("410 switches it off at once, and what waited is not sent", async () => {
    const { id } = await add();
    theirs.answers(410);
    await turn();
    await turn();
    await send(id, 30_000);
    expect(theirs.taken).toHaveLength(1);
    expect((await rows(id)).map(({ outcome }) => outcome).sort()).toEqual(["gone", "switched_off"]);
    expect(await stateOf(id)).toBe("gone");
    await turn();
    expect(await rows(id)).toHaveLength(2);
  });

  test.each([301, 302, 307, 308])("%i is not followed", async (status) => {
    const { id } = await add();
    theirs.answers(status);
    await turn();
    await send(id, 40_000);
    expect([theirs.taken.length, theirs.asked.includes("elsewhere.example")]).toEqual([1, false]);
    expect(await rows(id)).toMatchObject([{ outcome: "redirected", httpStatus: status }]);
  });

  test("all that is due goes in the order of the changes, one at a time", async () => {
    const { id } = await add();
    for (const _ of [1, 2, 3]) await turn();
    await send(id, 50_000);
    const sequences = theirs.taken.map(({ body }) => JSON.parse(body).data.sequence as number);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
    expect(sequences).toHaveLength(3);
  });

  test("in two jobs at one moment is sent once; one that was killed in between is sent again, under its id", async () => {
    const { id } = await add();
    await turn();
    theirs.answers((_, response) => setTimeout(() => response.writeHead(204).end(), 200));
    await Promise.all([send(id, 60_000), send(id, 60_000)]);
    expect(theirs.taken).toHaveLength(1);
    await turn();
    await db
      .update(deliveries)
      .set({ tries: 1, nextTryAt: past(60_003).now() })
      .where(eq(deliveries.tries, 0));
    await send(id, 60_002);
    expect(theirs.taken).toHaveLength(1);
    await send(id, 60_004);
    expect(theirs.taken).toHaveLength(2);
  });

  test("to somebody who does not answer costs one time-out, and the sweep goes on", async () => {
    const { id } = await add();
    theirs.answers(() => {});
    await turn();
    await turn();
    await send(id, 70_000, { seconds: 0.3 });
    expect(theirs.taken).toHaveLength(1);
    expect((await rows(id)).map(({ outcome }) => outcome)).toEqual(["too_slow", null]);
    await owner`delete from graphile_worker._private_jobs`;
    await deliverDue(db, past(70_001));
    expect((await owner`select key from graphile_worker.jobs`).map(({ key }) => key)).toEqual([`deliver:${id}`]);
  });

  test("an answer without end is not read to its end", async () => {
    const { id } = await add();
    let written = 0;
    theirs.answers((_, response) => {
      response.writeHead(200);
      const more = () => {
        while (!response.destroyed && response.write("x".repeat(10_000))) written += 10_000;
        if (!response.destroyed) response.once("drain", more);
      };
      more();
    });
    await turn();
    await send(id, 80_000);
    expect(await rows(id)).toMatchObject([{ outcome: "taken", httpStatus: 200 }]);
    expect(written).toBeLessThan(20_000_000);
  });
});

describe("our own network is out of reach at the moment of connecting", () => {
  const headers = { "webhook-id": "x" };
  test.each([
    "https://127.0.0.1/",
    "https://[::1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::7f00:1]/",
    "https://2130706433/",
    "https://0x7f.1/",
    "https://0/",
    "https://10.0.0.1/",
    "https://172.16.0.1/",
    "https://192.168.1.1/",
    "https://100.64.0.1/",
    "https://169.254.169.254/latest/meta-data/",
    "https://[fd00::1]/",
    "https://[fe80::1]/",
    "https://hooks.example:8443/",
    "http://hooks.example/",
    "https://me:secret@hooks.example/",
  ])("%s", async (url) => {
    const resolve = vi.fn();
    expect(await sendEvent(url, "{}", headers, { resolve, ca: theirs.options.ca!, port: theirs.options.port! })).toEqual({ outcome: "not_allowed" });
    expect([resolve.mock.calls.length, theirs.taken.length]).toEqual([0, 0]);
  });

  test.each([[["127.0.0.1"]], [["10.1.2.3"]], [["169.254.169.254"]], [["93.184.216.34", "192.168.0.1"]], [["::ffff:10.0.0.1"]], [[]]])(
    "a name that stands for %j",
    async (addresses) => {
      const resolve = async () => addresses.map((address) => ({ address, family: address.includes(":") ? 6 : 4 }));
      expect(await sendEvent(theirs.url, "{}", headers, { ...theirs.options, allowed: undefined as never, resolve })).toEqual({ outcome: "not_allowed" });
      expect(theirs.taken).toHaveLength(0);
    },
  );

  test("a name that says something else the second time is asked once: what was looked at is what is connected to", async () => {
    const answers = [["127.0.0.1"], ["127.0.0.2"]];
    let asked = 0;
    const resolve = async () => answers[asked++]!.map((address) => ({ address, family: 4 }));
    const allowed = vi.fn((address: string) => address === "127.0.0.1");
    expect(await sendEvent(theirs.url, "{}", headers, { ...theirs.options, resolve, allowed })).toEqual({ outcome: "taken", httpStatus: 204 });
    expect([asked, allowed.mock.calls.map(([address]) => address)]).toEqual([1, ["127.0.0.1"]]);
  });

  test("nor is anything sent to whoever cannot show a certificate for the name", async () => {
    const { ca: _, ...strangers } = theirs.options;
    expect(await sendEvent(theirs.url, "{}", headers, strangers)).toEqual({ outcome: "no_answer" });
    expect(await sendEvent("https://other.example/", "{}", headers, theirs.options)).toEqual({ outcome: "no_answer" });
    expect(theirs.taken).toHaveLength(0);
  });

  test("a delivery says so", async () => {
    const { id, number } = await add();
    await turn();
    await deliver(db, past(90_000), id, { resolve: async () => [{ address: "10.0.0.1", family: 4 }], chance: () => 0 });
    expect(await ownEndpoint(db, past(90_000), gareth, number)).toMatchObject({
      deliveries: [{ outcome: "not_allowed", httpStatus: null, tries: 1, nextTryAt: past(90_005).now().toISOString() }],
    });
  });
});

describe("what its owner can do", () => {
  test("a test is sent once, and not tried again; five in an hour", async () => {
    const { id, number, secret } = await add();
    theirs.answers(500);
    must(await moveEndpoint(db, past(0), gareth, number, "test"));
    await send(id, 0);
    await send(id, 10_000);
    expect(theirs.taken).toHaveLength(1);
    vi.setSystemTime(past(0).now());
    expect(new Webhook(secret).verify(theirs.taken[0]!.body, theirs.taken[0]!.headers)).toEqual({ type: "test", timestamp: "2026-06-02T10:00:00Z", data: {} });
    vi.useRealTimers();
    expect(await stateOf(id)).toBe("on");
    for (const _ of [2, 3, 4, 5]) must(await moveEndpoint(db, past(1), gareth, number, "test"));
    expect(await moveEndpoint(db, past(2), gareth, number, "test")).toEqual({ ok: false, why: "tests_enough" });
    must(await moveEndpoint(db, past(62), gareth, number, "test"));
  });

  test("a new secret: both sign for a day, then the new one alone", async () => {
    const { id, number, secret: old } = await add();
    const { secret } = must(await moveEndpoint(db, past(0), gareth, number, "rotate"));
    const check = async (minutes: number) => {
      must(await moveEndpoint(db, past(minutes), gareth, number, "test"));
      await send(id, minutes);
      const { body, headers } = theirs.taken.at(-1)!;
      vi.setSystemTime(past(minutes).now());
      const fits = [secret!, old].map((each) => {
        try {
          return Boolean(new Webhook(each).verify(body, headers));
        } catch {
          return false;
        }
      });
      vi.useRealTimers();
      return fits;
    };
    expect(await check(1)).toEqual([true, true]);
    expect(await check(24 * 60)).toEqual([true, false]);
    await forgetDeliveries(db, past(24 * 60 + 1));
    expect((await db.select({ old: endpoints.oldSecret }).from(endpoints).where(eq(endpoints.id, id)))[0]).toEqual({ old: null });
  });

  test("switched off nothing is sent, and what waited has ended; switched on, what comes then is", async () => {
    const { id, number } = await add();
    await turn();
    must(await moveEndpoint(db, past(0), gareth, number, "switch_off"));
    await turn();
    await send(id, 10);
    expect(theirs.taken).toHaveLength(0);
    expect((await rows(id)).map(({ outcome }) => outcome)).toEqual(["switched_off"]);
    expect(await moveEndpoint(db, past(0), gareth, number, "test")).toEqual({ ok: false, why: "not_now" });
    must(await moveEndpoint(db, past(20), gareth, number, "switch_on"));
    await turn();
    await send(id, 30);
    expect(theirs.taken).toHaveLength(1);
  });

  test("a stranger has no endpoint of that number: there is nothing to see and nothing to do", async () => {
    const { number } = await add();
    for (const stranger of [world.people.dee, world.people.moira, world.people.alex]) {
      expect(await ownEndpoint(db, noon, stranger, number)).toBeUndefined();
      expect(await moveEndpoint(db, noon, stranger, number, "remove")).toBeUndefined();
    }
    expect(JSON.stringify(await ownEndpoint(db, noon, gareth, number))).not.toContain("whsec_");
  });

  test("removed, it is gone with everything that was sent", async () => {
    const { id, number } = await add();
    await turn();
    must(await moveEndpoint(db, past(0), gareth, number, "remove"));
    expect(await rows(id)).toEqual([]);
    await send(id, 10);
    expect(theirs.taken).toHaveLength(0);
  });
});

describe("how long it is kept", () => {
  test("a delivery for thirty days after it has ended; one that waits, as long as it waits; an endpoint that is off for a year", async () => {
    const { id, number } = await add();
    await turn();
    await send(id, 5);
    await turn();
    const days = (count: number) => past(count * 24 * 60);
    await forgetDeliveries(db, days(30));
    expect(await rows(id)).toHaveLength(2);
    await forgetDeliveries(db, days(31));
    expect((await rows(id)).map(({ endedAt }) => endedAt)).toEqual([null]);
    must(await moveEndpoint(db, days(31), gareth, number, "switch_off"));
    await forgetDeliveries(db, days(31 + 364));
    expect(await stateOf(id)).toBe("off");
    await forgetDeliveries(db, days(31 + 367));
    expect(await stateOf(id)).toBeUndefined();
    expect(await db.$count(statusChanges)).toBeGreaterThan(2);
  });
});
