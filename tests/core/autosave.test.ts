import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { Autosave, type Held, type Kept, type Reply, type SaveState } from "~/assessments/survey/autosave";
import { merge, type Parts, same } from "~/assessments/survey/merge";

describe("merging", () => {
  const parts = fc.dictionary(fc.constantFrom("level", "how", "plan"), fc.constantFrom("a", "b", "c"));

  test("takes what one side changed, and names what both changed differently", () => {
    expect(merge({ how: "x" }, { how: "x", level: "met" }, { how: "y" })).toEqual({ merged: { how: "y", level: "met" }, clashes: [] });
    expect(merge({ how: "x" }, { how: "mine" }, { how: "theirs" })).toEqual({ merged: { how: "mine" }, clashes: ["how"] });
    expect(merge({ how: "x" }, {}, { how: "x" })).toEqual({ merged: {}, clashes: [] });
  });

  test("loses nothing that only I changed, takes everything I left alone, and alike changes never clash", () => {
    fc.assert(
      fc.property(parts, parts, parts, (base, mine, theirs) => {
        const { merged, clashes } = merge(base, mine, theirs);
        for (const part of ["level", "how", "plan"]) expect(merged[part]).toEqual(same(mine[part], base[part]) ? theirs[part] : mine[part]);
        expect(merge(base, mine, mine)).toEqual({ merged: mine, clashes: [] });
        for (const part of clashes) expect(new Set([base[part], mine[part], theirs[part]]).size).toBe(3);
      }),
    );
  });
});

/** A server that holds one answer, with a network that can be told to fail. */
function world(parts: Parts = {}, version = 0) {
  const server = { held: { version, parts } as Held, by: "Dee", network: "up" as "up" | "down" | "reply lost" | "signed out" | "refusing", puts: 0 };
  const memory: { kept: Kept | undefined } = { kept: undefined };
  const seen: { states: SaveState[]; parts: Parts[] } = { states: [], parts: [] };
  async function send(sent: Parts, basedOn: number): Promise<Reply> {
    if (server.network === "down") return { is: "no_answer" };
    if (server.network === "signed out") return { is: "signed_out" };
    if (server.network === "refusing") return { is: "refused", words: "Use 5,000 characters or fewer" };
    server.puts++;
    if (!same(sent, server.held.parts)) {
      if (basedOn !== server.held.version) return { is: "changed", theirs: structuredClone(server.held), by: server.by };
      server.held = { version: server.held.version + 1, parts: structuredClone(sent) };
    }
    return server.network === "reply lost" ? { is: "no_answer" } : { is: "saved", version: server.held.version, at: "2026-06-01T13:02:00Z" };
  }
  // A form says of everything that comes into it that it changed, also of what it was just given.
  const open = () => {
    const opened: Autosave = new Autosave({
      held: structuredClone(server.held),
      send,
      kept: { read: () => memory.kept, write: (kept) => (memory.kept = structuredClone(kept)), clear: () => (memory.kept = undefined) },
      onState: (state) => seen.states.push(state),
      onParts: (each) => {
        seen.parts.push(each);
        opened.changed(each, false);
      },
    });
    return opened;
  };
  return { server, memory, seen, open, send, saver: open() };
}

describe("saving as it is typed", () => {
  beforeEach(() => vi.useFakeTimers());
  afterEach(() => vi.useRealTimers());

  test("a choice goes at once; fifty letters go once, after a pause", async () => {
    const { saver, server } = world();
    saver.changed({ level: "met" }, false);
    await vi.advanceTimersByTimeAsync(0);
    expect(server).toMatchObject({ puts: 1, held: { version: 1, parts: { level: "met" } } });
    for (let letters = 1; letters <= 50; letters++) {
      saver.changed({ level: "met", how: "x".repeat(letters) }, true);
      await vi.advanceTimersByTimeAsync(100);
    }
    await vi.advanceTimersByTimeAsync(1_000);
    expect(server.puts).toBe(2);
    expect(server.held.parts.how).toBe("x".repeat(50));
    expect(saver.state).toEqual({ is: "saved", at: "2026-06-01T13:02:00Z" });
  });

  test("somebody who never pauses is saved every ten seconds", async () => {
    const { saver, server } = world();
    for (let letters = 1; letters <= 130; letters++) {
      saver.changed({ how: "x".repeat(letters) }, true);
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(server.puts).toBe(1);
  });

  test("never says saved without an answer; says it was not, tries again, and saves once", async () => {
    const { saver, server, seen, memory } = world();
    server.network = "down";
    saver.changed({ how: "typed on the bus" }, false);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(saver.state).toEqual({ is: "not_saved", why: "no_answer" });
    expect(seen.states.some(({ is }) => is === "saved")).toBe(false);
    expect(memory.kept?.mine).toEqual({ how: "typed on the bus" });
    server.network = "up";
    saver.retry();
    await vi.advanceTimersByTimeAsync(60_000);
    expect(server).toMatchObject({ puts: 1, held: { version: 1, parts: { how: "typed on the bus" } } });
    expect(memory.kept).toBeUndefined();
  });

  test("what was typed and never acknowledged is there again after the page is opened anew", async () => {
    const { saver, server, open, seen } = world({ how: "before" }, 1);
    server.network = "down";
    saver.changed({ how: "before and after" }, true);
    saver.stop();
    server.network = "up";
    const next = open();
    next.start();
    expect(seen.parts).toEqual([{ how: "before and after" }]);
    await vi.advanceTimersByTimeAsync(0);
    expect(server.held).toEqual({ version: 2, parts: { how: "before and after" } });
  });

  test("a reply that was lost is no conflict, even when more was typed since", async () => {
    const { saver, server } = world();
    server.network = "reply lost";
    saver.changed({ how: "one" }, false);
    await vi.advanceTimersByTimeAsync(0);
    expect(server.held.version).toBe(1);
    saver.changed({ how: "one two" }, true);
    server.network = "up";
    await vi.advanceTimersByTimeAsync(60_000);
    expect(saver.state.is).toBe("saved");
    expect(server.held.parts).toEqual({ how: "one two" });
  });

  test("signed out: kept, not tried again by itself, and said", async () => {
    const { saver, server, memory } = world();
    server.network = "signed out";
    saver.changed({ how: "3,000 characters" }, false);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(saver.state).toEqual({ is: "not_saved", why: "signed_out" });
    expect(server.puts).toBe(0);
    expect(memory.kept?.mine).toEqual({ how: "3,000 characters" });
  });

  test("refused: says why, stops, and tries again when something was changed", async () => {
    const { saver, server } = world();
    server.network = "refusing";
    saver.changed({ how: "x".repeat(6_000) }, false);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(saver.state).toEqual({ is: "refused", words: "Use 5,000 characters or fewer" });
    server.network = "up";
    await vi.advanceTimersByTimeAsync(300_000);
    expect(server.puts).toBe(0);
    saver.changed({ how: "shorter" }, false);
    await vi.advanceTimersByTimeAsync(0);
    expect(server.held.parts).toEqual({ how: "shorter" });
  });

  test("somebody else changed another part: both are kept without a question", async () => {
    const { saver, server, seen } = world({ how: "shared" }, 1);
    server.held = { version: 2, parts: { how: "shared, and Dee’s" } };
    saver.changed({ how: "shared", level: "met" }, false);
    await vi.advanceTimersByTimeAsync(100);
    expect(server.held.parts).toEqual({ how: "shared, and Dee’s", level: "met" });
    expect(seen.parts.at(-1)).toEqual({ how: "shared, and Dee’s", level: "met" });
  });

  test("somebody else changed the same part: nothing is overwritten until one is chosen", async () => {
    const { saver, server } = world({ how: "shared" }, 1);
    server.held = { version: 2, parts: { how: "Dee’s" } };
    saver.changed({ how: "Pat’s" }, false);
    await vi.advanceTimersByTimeAsync(0);
    expect(saver.state).toMatchObject({ is: "clash", by: "Dee", parts: ["how"], theirs: { parts: { how: "Dee’s" } } });
    saver.changed({ how: "Pat’s, longer" }, true);
    await vi.advanceTimersByTimeAsync(300_000);
    expect(await saver.settled()).toBe(false);
    expect(server.held.parts).toEqual({ how: "Dee’s" });
    saver.settle({ how: "Dee’s and Pat’s" });
    await vi.advanceTimersByTimeAsync(0);
    expect(server.held).toEqual({ version: 3, parts: { how: "Dee’s and Pat’s" } });
    expect(await saver.settled()).toBe(true);
  });

  test("opened again while one is still to be chosen, it asks again", async () => {
    const { saver, server, open } = world({ how: "shared" }, 1);
    server.held = { version: 2, parts: { how: "Dee’s" } };
    saver.changed({ how: "Pat’s" }, false);
    await vi.advanceTimersByTimeAsync(0);
    saver.changed({ how: "Pat’s, longer" }, true);
    saver.stop();
    const again = open();
    again.start();
    await vi.advanceTimersByTimeAsync(300_000);
    expect(again.state).toMatchObject({ is: "clash", by: undefined, parts: ["how"], theirs: { parts: { how: "Dee’s" } } });
    expect(server.held.parts).toEqual({ how: "Dee’s" });
    again.settle({ how: "Pat’s, longer" });
    await vi.advanceTimersByTimeAsync(0);
    expect(server.held.parts).toEqual({ how: "Pat’s, longer" });
    expect(await again.settled()).toBe(true);
  });

  test("leaving within the pause still sends", async () => {
    const { saver, server } = world();
    saver.changed({ how: "last word" }, true);
    saver.leave();
    await vi.advanceTimersByTimeAsync(0);
    expect(server.held.parts).toEqual({ how: "last word" });
  });

  test("two people, in whatever order and network: what was typed last is on the server, unless whoever typed it is being asked", async () => {
    type Step = { who: 0 | 1; part: "level" | "how" | "plan" } | { network: "up" | "down" | "reply lost" } | { wait: number };
    const step = fc.oneof<fc.Arbitrary<Step>[]>(
      fc.record({ who: fc.constantFrom(0, 1), part: fc.constantFrom("level", "how", "plan") }),
      fc.record({ network: fc.constantFrom("up", "down", "reply lost") }),
      fc.record({ wait: fc.integer({ min: 0, max: 3_000 }) }),
    );
    let checked = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (script) => {
        const { server, send } = world();
        const onPage: Parts[] = [{}, {}];
        const lastTyped: Record<string, { who: 0 | 1; value: number }> = {};
        const people = [0, 1].map(
          (who) =>
            new Autosave({
              held: structuredClone(server.held),
              send,
              kept: { read: () => undefined, write: () => {}, clear: () => {} },
              onState: () => {},
              onParts: (parts) => (onPage[who] = parts),
            }),
        );
        for (const [value, each] of script.entries()) {
          if ("network" in each) server.network = each.network;
          else if ("wait" in each) await vi.advanceTimersByTimeAsync(each.wait);
          else {
            onPage[each.who] = { ...onPage[each.who], [each.part]: value };
            lastTyped[each.part] = { who: each.who, value };
            people[each.who]!.changed(onPage[each.who]!, true);
          }
        }
        server.network = "up";
        for (const each of people) each.retry();
        await vi.advanceTimersByTimeAsync(200_000);
        for (const [part, { who, value }] of Object.entries(lastTyped)) {
          if (people[who]!.state.is === "clash") continue;
          expect(server.held.parts[part]).toBe(value);
          checked++;
        }
      }),
      { numRuns: 200 },
    );
    expect(checked).toBeGreaterThan(100);
  });
});
