import type { CaseState } from "~/assessments/workflow";
import type { Letter } from "~/platform/mail";
import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import { clockWords, fromWords } from "./clock-words";
import { type Clock, clockRules, type TheirClock } from "./clocks";
import type { NoticeKind } from "./notices";
import { reviewWords } from "./words/review-words";

/** A deadline that somebody is told of. `url` is where to act. */
export type Told = {
  clock: Clock;
  kind: NoticeKind;
  number: string;
  provider: string;
  standard: string;
  state: CaseState;
  url: string /** It is due from who is told, not only theirs to know of. */;
  own: boolean;
};
type Digest = { subject: string; body: Letter };

const signature = "Waymark";

/** To one of the scheme's own people, in English: everything that was not told before, the late first, in one mail. */
export function ourDeadlines(name: string, all: readonly Told[], url: string): Digest {
  const told = all.toSorted((one, other) => one.clock.due.localeCompare(other.clock.due) || one.number.localeCompare(other.number));
  const late = told.filter(({ kind }) => kind === "late");
  const soon = told.filter(({ kind }) => kind !== "late");
  const counts = [late.length > 0 && `${late.length} late`, soon.length > 0 && `${soon.length} due soon`].filter(Boolean).join(", ");
  return {
    subject: `Deadlines: ${counts}`,
    body: {
      greeting: reviewWords("en")("mail.hello", { name }),
      paragraphs: [...late, ...soon].map(ourLine),
      action: { words: "See all deadlines", url },
      signature,
    },
  };
}

function ourLine({ clock: { of, from, due, left }, kind, number, provider, standard, own }: Told): string {
  const what = `${number}, ${provider}: ${standard}. ${clockWords[of]}`;
  if (kind === "late")
    return `${what} is over: its last day was ${formatDay(due)}. Awaited: ${fromWords[from]}. ${own ? "Please do it now, or tell a moderator what holds it up." : "Please see what holds it up."}`;
  return `${what} ends on ${formatDay(due)}: ${left === 0 ? "today" : left === 1 ? "1 working day left" : `${left} working days left`}.`;
}

/** To one of a group's admins: what we wait for and until when; and where we are late, that we are, and why. */
export function theirDeadlines(name: string, language: Language, told: readonly Told[], url: string): Digest {
  const t = reviewWords(language);
  const [only] = told;
  return {
    subject: told.length === 1 && only ? t(`mail.due.${about(only)}.subject`, said(only, language)) : t("mail.due.several", { many: told.length }),
    body: {
      greeting: t("mail.hello", { name }),
      paragraphs: told.flatMap((each) => theirLines(each, language)),
      action: told.length === 1 && only ? { words: t(`mail.due.${about(only)}.action`), url: only.url } : { words: t("mail.due.all"), url },
      signature,
    },
  };
}

/** The words for what a group owes; where it is told of a clock of ours, we are late. */
const owed = { answers: "answers", deferral: "deferral", check: "check" } as const satisfies Record<TheirClock, string>;
const about = ({ clock: { of } }: Told) => (of in owed ? owed[of as TheirClock] : "late");
const said = ({ clock: { due }, number, provider, standard }: Told, language: Language) => ({
  day: formatDay(due, language),
  number,
  provider,
  standard,
  days: clockRules.reading.days,
});

function theirLines(told: Told, language: Language): string[] {
  const t = reviewWords(language);
  const which = about(told);
  const what = t(`mail.due.${which}.what`, said(told, language));
  if (which !== "late") return [what, t(`mail.due.${which}.otherwise`)];
  return [`${what} ${t(`mail.due.late.because.${because[told.state] ?? "reading"}`)}`, t("mail.due.late.next")];
}

/** Why reading is not done, as far as a group may know: by where its case stands. */
const because: Partial<Record<CaseState, "readers" | "declaring" | "reading" | "settling">> = {
  waiting: "readers",
  declaring: "declaring",
  assessing: "reading",
  moderating: "settling",
};
