import { describe, expect, test } from "vitest";
import type { Level } from "#standards/format";
import type { Nation } from "~/review/bank-holidays";
import type { Part } from "~/review/part";
import { answerable, forModerator, lastDayToTalk, talkedOver, talkIsOver, toTalkOver } from "~/review/talk";

const said = (part: Part, level: Level, criterion = "MU-2.1") => ({ criterion, part, level });

describe("two readers who talk", () => {
  test.each<[string, ReturnType<typeof said>[], Record<string, Level>]>([
    ["nothing said", [], {}],
    ["one alone", [said("assessor", 2)], {}],
    ["the same from both", [said("assessor", 2), said("second_reader", 2)], { "MU-2.1": 2 }],
    ["each their own", [said("assessor", 1), said("second_reader", 2)], {}],
    ["one comes round", [said("assessor", 1), said("second_reader", 2), said("assessor", 2)], { "MU-2.1": 2 }],
    ["both come round at once", [said("assessor", 1), said("second_reader", 2), said("assessor", 2), said("second_reader", 1)], {}],
    ["the same person twice", [said("assessor", 2), said("assessor", 2)], {}],
    ["the same level for different criteria", [said("assessor", 2, "MU-2.1"), said("second_reader", 2, "MU-2.2")], {}],
  ])("%s", (_, talks, agreed) => expect(talkedOver(talks)).toEqual(agreed));

  test("each answers the other: whose words are the newest waits", () => {
    const { talks } = { talks: [{ round: 1, reason: "", by: "a", at: new Date(0), ...said("assessor", 2) }] };
    const open = [{ criterion: "MU-2.1" }, { criterion: "MU-2.2" }];
    expect(answerable({ talks }, open, "assessor")).toEqual(["MU-2.2"]);
    expect(answerable({ talks }, open, "second_reader")).toEqual(["MU-2.1", "MU-2.2"]);
    expect(answerable({ talks }, open, undefined)).toEqual([]);
  });

  test("while they talk a moderator has the rest; afterwards everything", () => {
    const open = [{ how: "talk" }, { how: "moderator" }] as const;
    expect([forModerator(open, false), toTalkOver(open, false)]).toEqual([[open[1]], [open[0]]]);
    expect([forModerator(open, true), toTalkOver(open, true)]).toEqual([[...open], []]);
  });
});

describe("P04: five working days by the calendar of where the provider is, and on the sixth it is the moderator's", () => {
  const over = (since: string, day: string, nation: Nation) => talkIsOver(new Date(since), day, nation);
  test.each<[string, string, Nation, string, string]>([
    ["an ordinary week", "2026-06-01T11:00:00Z", "england", "2026-06-08", "2026-06-09"],
    ["the Scottish summer holiday of 3 August, in Scotland", "2026-07-31T11:00:00Z", "scotland", "2026-08-10", "2026-08-11"],
    ["the same in England, where it is a working day", "2026-07-31T11:00:00Z", "england", "2026-08-07", "2026-08-10"],
    ["the English one of 31 August, in England", "2026-08-27T11:00:00Z", "england", "2026-09-04", "2026-09-07"],
    ["the same in Scotland", "2026-08-27T11:00:00Z", "scotland", "2026-09-03", "2026-09-04"],
    ["found late in the evening by the clock of London, in summer", "2026-06-01T23:30:00Z", "wales", "2026-06-09", "2026-06-10"],
  ])("%s", (_, since, nation, last, first) => {
    expect(lastDayToTalk(new Date(since), nation)).toBe(last);
    expect([over(since, last, nation), over(since, first, nation)]).toEqual([false, true]);
  });
});
