import type { CaseFile } from "../case-file";
import { type Risk, risks } from "../depth";
import type { VisitKind } from "./visit";

/** So many full-time link workers, and the service is visited. */
export const visitedFrom = 5;

/** What the rules look at: what is answered, how many link workers it states, the risks that were found when it was opened, and whether the lot fell on it. */
export type Known = { standard: string; linkWorkers: number; risks: readonly Risk[]; drawn: boolean };
/** What there has been. `kinds`: of conversations and visits, also where people who attend were asked and nobody wished to talk. */
export type Had = { contactTested: boolean; kinds: readonly VisitKind[] };

export const needs = ["contact_test", "conversation_worker", "conversation_attendee", "visit"] as const;
export type Need = (typeof needs)[number];

/** What a case asks for besides reading, of whom, and when it is done (Standard rules §C.5, "Sampling and visits"). `words`: what is still to do. */
const needTable: Record<Need, { asked: (known: Known) => boolean; done: (had: Had) => boolean; words: string }> = {
  contact_test: {
    asked: () => true,
    done: ({ contactTested }) => contactTested,
    words: "ring or write to them, unannounced",
  },
  conversation_worker: {
    asked: () => true,
    done: ({ kinds }) => kinds.includes("conversation_worker"),
    words: "talk with somebody who works or leads there",
  },
  conversation_attendee: {
    asked: ({ standard }) => standard === "activities-and-services",
    done: ({ kinds }) => kinds.includes("conversation_attendee"),
    words: "talk with somebody who attends, if anybody is willing",
  },
  visit: {
    asked: ({ standard, linkWorkers, risks: found, drawn }) => (standard === "link-worker-practice" && linkWorkers >= visitedFrom) || found.length > 0 || drawn,
    done: ({ kinds }) => kinds.includes("visit") || kinds.includes("video_visit"),
    words: "visit them, there or by video",
  },
};

export const needWords = (need: Need): string => needTable[need].words;

/** What is asked for and has not been yet. It is told, and stops nobody. */
export const missingOf = (known: Known, had: Had): Need[] => needs.filter((need) => needTable[need].asked(known) && !needTable[need].done(had));

/** The same of a case. */
export function missingIn({ standard, submission, draws, visits, contactTested }: CaseFile): Need[] {
  const { link_worker_fte: stated } = submission.content.facts;
  const why = draws.flatMap((draw) => draw.why);
  return missingOf(
    {
      standard: standard.key,
      linkWorkers: typeof stated === "number" ? stated : 0,
      risks: risks.filter((risk) => why.includes(risk)),
      drawn: draws.some(({ lot }) => lot?.visitNumber === 0),
    },
    { contactTested, kinds: visits.map(({ kind }) => kind) },
  );
}
