import type { Day } from "~/platform/calendar";
import type { Letter } from "~/platform/mail";
import { formatDay } from "~/ui/dates";

/** What each kind of thing that ends is called, in plans. By the names in `endings.server.ts`. */
export const endingWords = {
  cases: "Whole cases",
  drafts: "Drafts that were never sent",
  files: "Files",
  pages: "Web pages as they were kept",
  contact_tests: "Tests of phone and e-mail",
  room: "What groups said about their room",
  concerns: "Concerns, with what was done about them",
  mails: "Mails: address and words",
} as const;
export type Ended = keyof typeof endingWords;

export const inPlan = ({ ending, count, oldest, fromDay }: { ending: Ended; count: number; oldest: Day; fromDay: Day }) =>
  `${endingWords[ending]}: ${count}. The oldest counts from ${formatDay(oldest)}. From ${formatDay(fromDay)}.`;

/** To a privacy lead: what will go, and the week there is to hold something back. */
export const planMail = (name: string, planned: readonly Parameters<typeof inPlan>[0][], url: string): { subject: string; body: Letter } => ({
  subject: "What will be deleted in a week",
  body: {
    greeting: `Hello ${name},`,
    paragraphs: [
      "The time of these things is over. They will be deleted on the days named, and cannot be brought back.",
      ...planned.map(inPlan),
      "If something is still needed, hold it back before then: everything of one group, or one case.",
    ],
    action: { words: "See the plan", url },
    signature: "Waymark",
  },
});
