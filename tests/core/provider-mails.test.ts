import { describe, expect, test } from "vitest";
import { mailBody } from "~/platform/mail";
import { languages } from "~/platform/words";
import { deferralLapsed } from "~/review/deferral-letters";
import type { Teller } from "~/review/letter";
import { evidenceLocked, wordsLocked } from "~/review/privacy/lock-letters";
import { questionsAsked, questionsLapsed } from "~/review/question-letters";
import { received } from "~/review/sending-letters";
import { englishIn } from "../support/english";

const about = { name: "Pat", number: 42, provider: "Marsh End", standard: "Capasiti", url: "https://waymark.example/x" };
const receipt = { at: "2026-11-20T14:02:00Z", by: "Pat Holloway", role: "ysgrifennydd", scope: ["Garddio", "Cerdded"], sha256: "0".repeat(64) };
const mails: Record<string, Teller> = {
  "what was received": received(receipt),
  "a file that was locked": evidenceLocked,
  "words that were locked": wordsLocked("RC-1.1", "answer"),
  "what we ask": questionsAsked(3, "2026-06-15"),
  "answers that did not come": questionsLapsed,
  "what was missing and did not come": deferralLapsed,
};

describe.each(Object.entries(mails))("to a group, about %s", (_, teller) => {
  const said = (language: (typeof languages)[number]) => {
    const { subject, body } = teller({ ...about, language });
    return `${subject}\n\n${mailBody(body, language).text}`;
  };
  test.each(languages)("in %s, whole", (language) => expect(said(language)).toMatchSnapshot());
  test("has nothing of ours in English for who reads Welsh", () => expect(englishIn(said("cy"))).toEqual([]));
});
