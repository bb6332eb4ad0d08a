import type { Criterion } from "#standards/format";
import type { EvidenceWay } from "./answer";
import { mayClaimNa, waysOffered } from "./parts";

export type Help = { title: string; words: string };
export type LevelChoice = {
  value: "not-yet" | "developing" | "met" | "leading";
  label: string;
  lead: string /** Each must hold. Empty where `lead` says it all. */;
  tests: string[];
};
export type Questions = {
  na: { title: string; hint: string; tick: string; reason: string; reasons: string[]; words: string; wordsHint: string } | undefined;
  level: { title: string; choices: LevelChoice[] /** False where it is advice. */; asked: boolean };
  how: { title: string; hint: string; help: Help };
  evidence: { title: string; hint: string; help: Help; ways: { value: EvidenceWay; label: string }[]; awards: readonly HeldAward[] } | { title: string; nothing: string };
  plan: { title: string; hint: string; asked: boolean };
  note: { title: string; hint: string };
};

const wayWords: Record<EvidenceWay, string> = {
  file: "A photo or file",
  link: "A web page",
  words: "Numbers or words that you type here",
  call: "Show you on a call",
  award: "An award you hold from somebody else",
};

/** An award of somebody else's that the group has stated and that counts for this criterion. */
export type HeldAward = { id: string; label: string; expiresOn: string };

/** Everything asked about one criterion, in words: the form in the browser, the plain form and paper all take them from here. */
export function questionsOf(criterion: Criterion, awards: readonly HeldAward[] = []): Questions {
  const { levels, evidence, must_have, weight } = criterion;
  const ways = waysOffered(criterion, awards);
  return {
    na: mayClaimNa(criterion)
      ? {
          title: "Does this apply to you?",
          hint: "Leave this empty if it does. If you tick it, what you have typed below is kept.",
          tick: "This does not apply to us",
          reason: "Why does it not apply?",
          reasons: criterion.na_reasons,
          words: "Say a little more",
          wordsHint: "One or two sentences. An assessor must agree.",
        }
      : undefined,
    level: {
      title: weight > 0 ? "Which is nearest to you today?" : "Which is nearest to you today? (optional)",
      asked: weight > 0,
      choices: [
        { value: "not-yet", label: "Not yet", lead: levels.not_yet, tests: [] },
        { value: "developing", label: "Developing", lead: levels.developing, tests: [] },
        withTests("met", "Met", levels.met.tests),
        { value: "leading", label: "Leading", lead: "Everything in Met, and:", tests: levels.leading.tests },
      ],
    },
    how: {
      title: criterion.ask,
      hint: "A few sentences are enough. You can also tell us on a call. You may leave it empty if you chose Not yet.",
      help: { title: "What good looks like", words: criterion.good },
    },
    evidence:
      ways.length > 0
        ? {
            title: "Show us",
            hint: `If you are a small group: ${evidence.lightest}`,
            help: { title: "What helps", words: evidence.what },
            ways: ways.map((value) => ({ value, label: wayWords[value] })),
            awards,
          }
        : { title: "Nothing to show here", nothing: [evidence.what, evidence.lightest].join(" ") },
    plan: {
      title: must_have ? "What you will do next" : "What you will do next (optional)",
      hint: must_have ? "This one must be Met before you can have the mark. A plan helps you get there." : "A plan helps you, and shows an assessor where you are going.",
      asked: must_have,
    },
    note: { title: "Private note to yourselves (optional)", hint: "Only people in your group can read this. Assessors never see it." },
  };
}

function withTests(value: LevelChoice["value"], label: string, tests: string[]): LevelChoice {
  return tests.length === 1 ? { value, label, lead: tests[0]!, tests: [] } : { value, label, lead: "All of these:", tests };
}

/** Words of the parts that are the same for every criterion. */
export const partWords = {
  planWhat: { title: "What will you do?" },
  planWho: { title: "Who will do it?", hint: "A role, not a name. For example, secretary" },
  planWhen: { title: "By when?", hint: "In the next 12 months" },
  planHelp: { title: "What would help? (optional)" },
  kind: { title: "How will you show us?" },
  file: {
    title: "Choose a photo or file",
    hint: "Blank forms, counts and dates: yes. Names, notes, certificates, and faces without permission: no. If unsure, choose to show us on a call. Up to 20 MB.",
  },
  have: { title: "Use something you already have (optional)", hint: "From your group’s evidence library, instead of choosing a file.", none: "Nothing from the library" },
  award: { title: "Which award?", hint: "An assessor looks it up on the awarding body’s own list." },
  link: { title: "Web address", hint: "The whole address, starting with https://" },
  words: { title: "Your numbers or words", hint: "Counts, dates and roles. No names." },
  title: { title: "What is it?", hint: "For example, safeguarding steps" },
  date: { title: "Date on it (optional)" },
  clean: { title: "Personal details", tick: "I have removed names, dates of birth, NHS numbers, addresses, photos of people who have not agreed, and health details" },
  add: "Add something to show us",
  addMore: "Add another",
} as const;
