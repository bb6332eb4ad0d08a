import { describe, expect, test } from "vitest";
import { awardMail, decisionMail } from "~/marks/award-words";
import { type Change, changeMail } from "~/marks/change-words";
import type { MailWords } from "~/marks/mail-words";
import { mailBody } from "~/platform/mail";
import { languages } from "~/platform/words";
import { englishIn } from "../support/english";

const change: Change = {
  provider: "Marsh End",
  standard: "Referral capacity",
  day: "2026-11-20",
  reasonClass: null,
  page: "https://waymark.example/marks/7K3M-9QXT-2B4H",
};
const award = {
  provider: "Marsh End",
  standard: "Referral capacity",
  level: "assured",
  until: "2028-11-19",
  replaces: null,
  page: change.page,
  letter: "https://waymark.example/letter",
} as const;
const letter = { standard: "Referral capacity", letter: award.letter };

const mails: Record<string, (language: "en" | "cy") => MailWords> = {
  "a suspension": (language) => changeMail("suspend", { ...change, reasonClass: "paperwork_overdue" }, language),
  "a reinstatement": (language) => changeMail("reinstate", change, language),
  "a suspension that is lifted after its time": (language) => changeMail("reinstate", { ...change, over: true }, language),
  "a withdrawal": (language) => changeMail("withdraw", change, language),
  "what was given up": (language) => changeMail("surrender", change, language),
  "a newer mark": (language) => changeMail("supersede", change, language),
  "a review": (language) => changeMail("review", change, language),
  "the end of a review": (language) => changeMail("end_review", change, language),
  "a mark": (language) => awardMail(award, language),
  "a mark with conditions in the place of another": (language) => awardMail({ ...award, level: "assured_with_conditions", replaces: "0000-0000-0000" }, language),
  "a deferral": (language) => decisionMail({ ...letter, outcome: "deferred" }, language),
  "not yet": (language) => decisionMail({ ...letter, outcome: "not_awarded" }, language),
  "too little that applies": (language) => decisionMail({ ...letter, outcome: "too_little_applies" }, language),
};
const textOf = ({ subject, body }: MailWords) => `${subject}\n\n${mailBody({ greeting: "", ...body, signature: "" }).text.trim()}`;

describe.each(Object.entries(mails))("the mail about %s", (_, mail) => {
  test.each(languages)("in %s, whole", (language) => expect(textOf(mail(language))).toMatchSnapshot());
  test("has nothing of ours in English for who reads Welsh", () => expect(englishIn(textOf(mail("cy")))).toEqual([]));
  test("leads to the page in the reader's language", () => {
    expect(textOf(mail("en"))).not.toContain("lang=");
    if (textOf(mail("en")).includes("/marks/")) expect(textOf(mail("cy"))).toContain("/marks/7K3M-9QXT-2B4H?lang=cy");
  });
});
