import { describe, expect, test } from "vitest";
import { appealUntil, Letter, letterOutcomes } from "~/marks/letter";
import { letterDocument } from "~/marks/letter-document";
import { englishIn } from "../support/english";
import { evenFaces } from "../support/faces";
import { letterOf } from "../support/letters";

const printing = { issuer: "Waymark (demonstration issuer)", contact: "help@waymark.example or 01632 960100", faces: evenFaces };

/** Every text of a document in reading order, the runs of one text joined. */
function textsIn(node: unknown): string[] {
  if (Array.isArray(node)) return node.flatMap(textsIn);
  if (typeof node !== "object" || node === null) return [];
  if ("text" in node) return [typeof node.text === "string" ? node.text : (node.text as { text: string }[]).map(({ text }) => text).join("")];
  return Object.values(node).flatMap(textsIn);
}
const texts = (letter: Letter) => textsIn(letterDocument(letter, printing).content).filter((text) => text !== "");
const said = (letter: Letter) => texts(letter).join("\n");

test("a letter that says not yet, whole", () => {
  expect(said(letterOf("not_awarded", { message: ["Your words about who the plots will not suit are honest and kind."] }))).toMatchInlineSnapshot(`
    "Marsh End Community Allotment
    20 November 2026
    Reference C-0042
    Dear everyone at Marsh End Community Allotment
    Not yet: here is what to do next
    Thank you for the work you put into this. Trained assessors read what you sent about Referral capacity, version 1.0.0. We cannot give the mark yet. That is about what we could see on the day, not about what your work means to the people who come.
    Below is what is still missing, and what would be enough for each point. Your answers are kept. You can send them in again whenever you are ready.
    Nothing about this is public. Only you, and the people who worked on it, can see it.
    Your words about who the plots will not suit are honest and kind.
    What stood out
    First contact on time: Within two days for all nine people this year.
    What to do next
    RC-4.2
    Insured for what you do
    The schedule does not name the allotment.
    Enough: A photo of the schedule, or the host body’s letter saying that you are covered.
    RC-2.5
    Cover, breaks and closing down
    No second person is named yet.
    Enough: Name a role for the second person and write three lines.
    What happens next
    By 18 December 2026
    Send us what is listed above.
    If something is not clear
    Please ring. A person will answer.
    If you think we got it wrong
    You can appeal until 18 December 2026 if you think that facts were wrong, evidence was overlooked, we did not follow our own steps, or someone had a conflict of interest or was unfair. Something new to show us is not an appeal: it belongs with what you send in next.
    Do it on the page of this letter, or write to us and quote C-0042: help@waymark.example or 01632 960100. Someone who had no part in this will look, within 15 working days.
    For Waymark (demonstration issuer)
    Decision-maker. Did not assess your answers.
    Every point we looked at
    3 of the 5 points that apply to you are at Met or better today. “Met” is what we ask for. “Leading” is worth saying, though it never makes up for a gap. Two people read each must-have.
    Point
    Level
    Why
    RC-1.1
    The phone and email work
    Must-have
    Met
    We rang twice and wrote once. All answered within a day.
    RC-2.3
    A fair waiting list
    Does not apply
    RC-2.5
    Cover, breaks and closing down
    Not yet
    No second person is named yet.
    RC-3.3
    First contact on time
    Leading
    Within two days for all nine people this year.
    RC-4.2
    Insured for what you do
    Must-have
    Developing
    The schedule does not name the allotment.
    RC-5.1
    Keeping in touch with referrers
    Met
    A text says who came."
  `);
});

test.each(letterOutcomes)("%s: how it begins", (outcome) => {
  const all = texts(letterOf(outcome));
  const start = all.findIndex((text) => text.startsWith("Dear")) + 1;
  expect(all.slice(start, all.indexOf("What stood out")).join("\n")).toMatchSnapshot();
});

describe("every letter", () => {
  test.each(letterOutcomes)("%s: says what to do next and by when, how to appeal, and who decided", (outcome) => {
    const words = said(letterOf(outcome));
    expect(words).toContain("By 18 December 2026");
    if (outcome === "deferred") expect(words).toContain("you can appeal within 28 days of that decision");
    else expect(words).toContain("You can appeal until 18\u00a0December\u00a02026");
    if (outcome !== "deferred") expect(words).toContain("quote C-0042: help@waymark.example or 01632 960100. Someone who had no part in this will look, within 15 working days.");
    expect(words).toContain("For Waymark (demonstration issuer)\nDecision-maker. Did not assess your answers.");
  });

  test.each(letterOutcomes)("%s: keeps everybody’s dignity, and gives no figure that is a grade", (outcome) => {
    expect(said(letterOf(outcome))).not.toMatch(/\bfail|reject|unsuccessful|poor\b|inadequate|%|score|points out of/i);
  });

  test.each(letterOutcomes)("%s: names every point with its level, its reason and a word for must-haves", (outcome) => {
    const words = said(letterOf(outcome));
    expect(words).toContain("RC-4.2\nInsured for what you do\nMust-have\nDeveloping\nThe schedule does not name the allotment.");
    expect(words).toContain("RC-2.5\nCover, breaks and closing down\nNot yet\nNo second person is named yet.");
    expect(words).toContain("RC-2.3\nA fair waiting list\nDoes not apply");
    expect(words).toContain("3 of the 5 points that apply to you are at Met or better today.");
  });

  test.each(letterOutcomes)("%s: each thing to do comes with the lightest evidence that is enough", (outcome) => {
    const words = said(letterOf(outcome));
    expect(words).toContain("Enough: A photo of the schedule, or the host body’s letter saying that you are covered.");
    expect(words).toContain("Enough: Name a role for the second person and write three lines.");
  });

  test.each(letterOutcomes)("%s: not part of the NHS, on every page, with the page", (outcome) => {
    const { footer } = letterDocument(letterOf(outcome), printing);
    expect(textsIn(footer(2, 3))).toEqual(["Reference C-0042. Please quote it if you ring or write. Waymark (demonstration issuer) is not part of the NHS.", "Page 2 of 3"]);
  });
});

test.each(["deferred", "not_awarded", "too_little_applies"] as const)("%s: nothing about it is public, and the letter says so", (outcome) => {
  expect(said(letterOf(outcome))).toContain("Nothing about this is public.");
});

test.each(["essentials", "assured", "assured_commended", "assured_with_conditions"] as const)("%s: an appeal does not put the mark at risk", (outcome) => {
  expect(said(letterOf(outcome))).toContain("Your mark stays as it is meanwhile.");
});

test("a letter in Welsh is in Welsh to its last line, and says while no translator has read it that it is a draft", () => {
  const own: Partial<Letter> = { language: "cy", todo: letterOf("assured").todo.slice(0, 1), decidedBy: "Y sawl a benderfynodd.", next: [{ by: "2026-12-18", what: "Arhoswch." }] };
  for (const outcome of letterOutcomes) {
    const letter = letterOf(outcome, own);
    const { content, footer, language, info } = letterDocument(letter, printing);
    const words = [...textsIn(content), ...textsIn(footer(1, 2)), info.title].join("\n");
    expect([outcome, language, englishIn(words)]).toEqual([outcome, "cy", []]);
    expect(words).toContain("Drafft yw’r Gymraeg ar y tudalennau hyn");
  }
  expect(said(letterOf("assured"))).not.toMatch(/draft|Drafft/);
});

test("what was Leading is said first", () => {
  expect(said(letterOf("not_awarded"))).toContain("What stood out\nFirst contact on time: Within two days for all nine people this year.");
  expect(said(letterOf("not_awarded", { criteria: [] }))).not.toContain("What stood out");
});

test("days to remember stand in a band of their own", () => {
  const dates = [
    { label: "In force from", day: "2026-11-20" },
    { label: "In force until", day: "2028-11-19" },
  ];
  expect(said(letterOf("assured", { dates }))).toContain("In force from\n20 November 2026\nIn force until\n19 November 2028");
});

test("an appeal is open for 28 days, over the end of a year and of February", () => {
  expect([appealUntil("2026-11-20"), appealUntil("2026-12-20"), appealUntil("2028-02-10")]).toEqual(["2026-12-18", "2027-01-17", "2028-03-09"]);
});

test("a word that no face has never stops a letter: it is left out, and the letter says so", () => {
  const words = said(letterOf("assured", { provider: "বাগান Garden", message: ["Well done 🌱 !"] }));
  expect(words).toContain("Dear everyone at […] Garden");
  expect(words).toContain("Well done […] !");
  expect(words).toContain("Words shown as […] could not be printed here. They are in full on your own pages.");
  expect(said(letterOf("assured"))).not.toContain("[…]");
});

test.each([
  ["no outcome of ours", { outcome: "failed" }],
  ["a level that is none", { criteria: [{ id: "A", title: "B", must_have: false, level: 4, reason: "" }] }],
  ["something to do without saying what is enough", { todo: [{ id: "A", title: "B", why: "C", enough: " " }] }],
  ["a day that is none", { date: "2026-02-30" }],
])("a letter does not hold %s", (_, part) => {
  expect(Letter.safeParse({ ...letterOf("assured"), ...part }).success).toBe(false);
});
