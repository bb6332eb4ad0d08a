import { expect, test } from "vitest";
import type { Answer } from "~/assessments/answer";
import { fromLastTime, passedIn } from "~/assessments/last-time";
import { migrateThrough } from "~/assessments/migrate";
import { missingFrom } from "~/assessments/missing";
import { missingWords } from "~/assessments/missing-words";
import { progressOf } from "~/assessments/progress";
import { metAnswer } from "../support/answers";
import { aCriterion, aStandard, standards } from "../support/standards";

const one = aCriterion({ id: "MU-1.1", must_have: true, title: "A must-have" });
const other = aCriterion({ id: "MU-1.2", weight: 0 });
const standard = aStandard([one, other]);
const sent: Answer = metAnswer(one);

test("an answer from last time says what it said and when, keeps its level, and is not finished until somebody says more", () => {
  const begun = fromLastTime({ "MU-1.1": { answer: sent, privateNote: "Ask Jo" } }, standard, "2026-05-03");
  expect(begun).toEqual({
    "MU-1.1": {
      answer: sent,
      privateNote: "Ask Jo",
      carried: {
        from: [{ version: "1.0.0", criterion: "MU-1.1", title: "A must-have", said: "met" }],
        changes: [],
        needs: "still",
        last_time: { sent_on: "2026-05-03" },
      },
    },
  });
  const waiting = new Set(["MU-1.1"]);
  expect(missingFrom(standard, {}, { "MU-1.1": sent }, "2027-05-01", waiting)).toEqual([{ criterion: "MU-1.1", field: "still_true", why: "not_said" }]);
  expect(missingFrom(standard, {}, { "MU-1.1": sent }, "2027-05-01")).toEqual([]);
  expect(missingWords({ field: "still_true", why: "not_said" }, "en")).toBe("Say whether this is still true, or change it");
  const { tasks, next } = progressOf(standard, {}, new Map([["MU-1.1", { ...begun["MU-1.1"]!, savedOn: "2027-05-01" }]]));
  expect([tasks.map(({ state }) => state), next?.id]).toEqual([["still_true", "optional"], "MU-1.1"]);
});

test("where nothing was said there is nothing to ask", () => {
  expect(fromLastTime({ "MU-1.2": { answer: {}, privateNote: "Perhaps next year" } }, standard, "2026-05-03")).toEqual({
    "MU-1.2": { answer: {}, privateNote: "Perhaps next year" },
  });
});

test("under a newer version both are asked: what the version asks, and whether it is still true", () => {
  const lw = ["1.0.0", "1.1.0", "2.0.0"].map((version) => standards.find((each) => each.code === "LW" && each.version === version)!);
  const given = Object.fromEntries(lw[0]!.criteria.map((criterion) => [criterion.id, { answer: metAnswer(criterion), privateNote: "" }]));
  const { answers } = migrateThrough({ facts: { has_link_workers: true }, answers: fromLastTime(given, lw[0]!, "2026-05-03") }, lw[0]!, lw.slice(1));
  expect(answers["LW-1.2"]).toMatchObject({ answer: { level: "met" }, carried: { needs: "still", from: [{ version: "1.0.0", criterion: "LW-1.2" }] } });
  expect(answers["LW-4.5"]).toMatchObject({ carried: { needs: "confirm", suggested: "met", last_time: { sent_on: "2026-05-03" } } });
  expect(answers["LW-4.5"]?.answer.level).toBeUndefined();
  expect(answers["LW-2.2"]?.carried).toMatchObject({ needs: "rate", last_time: { sent_on: "2026-05-03" } });
});

test("a date that has passed since is named: a plan’s where one is wanted, a file’s and an award’s", () => {
  const plan = { what: "Write it down", who: "secretary", when: "2026-11-01" };
  const known = { files: [{ id: "f", expiresOn: "2026-12-31" }], awards: [{ id: "a", expiresOn: "2027-05-01" }] };
  const passed = (answer: Answer, today = "2027-05-01") => passedIn(one, answer, today, known);
  expect(passed({ level: "not-yet", plan })).toEqual([{ what: "plan", title: "", on: "2026-11-01" }]);
  expect(passed({ level: "met", plan })).toEqual([]);
  const evidence: Answer["evidence"] = [
    { kind: "file", file: "f", title: "Insurance" },
    { kind: "award", award: "a", title: "Investing in Volunteers" },
    { kind: "file", file: "g", title: "Somebody’s" },
  ];
  expect(passed({ level: "met", evidence })).toEqual([{ what: "file", title: "Insurance", on: "2026-12-31" }]);
  expect(passed({ level: "met", evidence }, "2027-05-02")).toHaveLength(2);
});
