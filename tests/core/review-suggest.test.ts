import { describe, expect, test } from "vitest";
import { type Suggestible, suggestions } from "~/review/suggest";

const today = "2026-06-01";
const who = (name: string, known: Partial<Suggestible> = {}): Suggestible => ({
  personId: name,
  name,
  isAssessor: true,
  ofProvider: false,
  belongedUntil: null,
  interests: [],
  readByTheirs: null,
  objectedTo: false,
  says: null,
  assessedLastTwo: false,
  assessedSentAgain: false,
  declaredConflict: false,
  openCases: 0,
  casesBefore: 9,
  ofThisProvider: 0,
  ...known,
});
const england = { nation: "england", language: "en" } as const;
const order = (...candidates: Suggestible[]) => suggestions(candidates, today, england).map(({ name }) => name);
const why = (known: Partial<Suggestible>) => suggestions([who("Asha", known)], today, england)[0]!;

describe("whom to ask", () => {
  test("the least busy first, then who knows the group least, then by name; whom something bars last", () => {
    expect(order(who("Busy", { openCases: 3 }), who("Free"), who("Barred", { ofProvider: true }))).toEqual(["Free", "Busy", "Barred"]);
    expect(order(who("Knows them", { ofThisProvider: 2 }), who("Stranger"))).toEqual(["Stranger", "Knows them"]);
    expect(order(who("Bea"), who("Asha"))).toEqual(["Asha", "Bea"]);
  });

  test.each<[Partial<Suggestible>, string]>([
    [{}, "No case open; has not read this group before."],
    [{ openCases: 1, ofThisProvider: 1 }, "1 case open; has read this group once before."],
    [{ openCases: 4, ofThisProvider: 2 }, "4 cases open; has read this group 2 times before."],
    [{ casesBefore: 0 }, "No case open; has not read this group before; new to reading, with no case before this."],
    [{ openCases: 2, casesBefore: 2 }, "2 cases open; has not read this group before; new to reading, with 2 cases before this."],
  ])("%o: %s", (known, words) => expect(why(known)).toMatchObject({ why: words, fault: null }));

  test.each<[Partial<Suggestible>, string, string]>([
    [{ ofProvider: true }, "reader_of_provider", "This person belongs to the group."],
    [{ belongedUntil: "2024-06-02" }, "was_of_provider", "Belonged to this group until 2 June 2024, so may not read it before 3 June 2026."],
    [{ assessedLastTwo: true }, "assessed_twice", "This person was the assessor of this group’s last two cases."],
    [{ declaredConflict: true }, "declared_conflict", "This person declared a conflict of interest in this case."],
  ])("%o: barred, and says why", (known, fault, words) => expect(why(known)).toMatchObject({ fault, why: words }));

  test("nobody is barred for ever by having belonged: the last day of the 24 months is still one of them, the next is free", () => {
    expect(why({ belongedUntil: "2024-06-01" }).fault).toBe("was_of_provider");
    expect(why({ belongedUntil: "2024-05-31" }).fault).toBeNull();
    expect(suggestions([who("Asha", { belongedUntil: "2024-02-29" })], "2026-02-28", england)[0]!.fault).toBe("was_of_provider");
    expect(suggestions([who("Asha", { belongedUntil: "2024-02-29" })], "2026-03-01", england)[0]!.fault).toBeNull();
  });
});
