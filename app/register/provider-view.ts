/** A provider's page as plain data. */
import { noHistory } from "~/marks/holders/holder-change";
import { formerlyWords, handedOverWords } from "~/marks/holders/holder-words";
import { identifierWords } from "~/marks/identifier-words";
import type { AwardLevel } from "~/marks/mark";
import { paperworkDue } from "~/marks/paperwork/paperwork-words";
import { levelWords, statusNamesIn, statusWords } from "~/marks/status-words";
import { notCoveredBy } from "~/marks/top-ups/top-up-words";
import { type Day, londonDay } from "~/platform/calendar";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import type { IconName } from "~/ui/icons";
import { answerOfProvider, marksInForceWords, sendingOf } from "./answer-words";
import { instant } from "./mark-answer";
import { type Asked, named } from "./mark-view";
import { marksSaid, type ProviderToday, type PublicProvider, providerToday, type StandingMark, suspendedSince } from "./provider";
import { recordLine, recordLineOver } from "./record-line";
import { type ReferView, referView } from "./refer-view";
import { type PanelView, roomPanel } from "./room-panel";
import { statedOnly } from "./stated-numbers";
import { statusLook } from "./status-look";
import { registerWords } from "./words/register-words";

export type MarkLine = { code: string; title: string; word: string; tone: "live" | "stop" | "end"; icon: IconName; lines: string[]; scope: string[] };
export type ProviderView = {
  slug: string;
  about: string;
  registered: string[];
  /** Names it had before, and what it has become part of. */
  formerly: string[];
  /** Marks it had, and another has since. */
  handedOver: { code: string; words: string }[];
  /** Registered numbers that only they state: what, and the day they last said so. */
  stated: { words: string; on: Day }[];
  h1: string;
  title: string;
  /** A mark of theirs is suspended. */
  suspended: boolean;
  room: PanelView;
  refer: ReferView;
  marks: MarkLine[];
  /** The same level in everything they hold: said once, and never a mark of its own. */
  everywhere: string | null;
  record: string | null;
  asAt: string;
  address: string;
};

export function providerView(provider: PublicProvider, { now, origin, list, language }: Asked): ProviderView {
  const today = providerToday(provider, now);
  const refer = referView(provider, list, language);
  const about = named(provider.name, provider.area);
  const answer = answerOf(today, language);
  const phone = refer.contacts.find(({ route, check }) => route === "phone" && check?.worked !== false)?.shown;
  const path = paths.provider(provider.slug);
  return {
    slug: provider.slug,
    about,
    registered: provider.identifiers.map((each) => identifierWords(each, language)),
    formerly: formerlyWords(provider.history ?? noHistory, language),
    handedOver: (provider.history ?? noHistory).handedOver.map((each) => ({ code: each.code, words: handedOverWords(each, language) })),
    stated: statedOnly(provider).map(({ on, ...number }) => ({ words: identifierWords(number, language), on })),
    h1: answer,
    title: `${answer} ${about}`,
    suspended: today.suspended.length > 0,
    room: roomPanel(today, language),
    refer,
    marks: marksSaid(today).map((each) => markLine(each, provider, londonDay(now), language)),
    everywhere: assuredEverywhere(today) ? registerWords(language)("provider.everywhere") : null,
    record: record(today, { name: provider.name, phone, now, address: origin.replace(/^https?:\/\//, "") + path, language }),
    asAt: instant(now),
    address: origin + path,
  };
}

/** Something suspended is said first; after it, or without it, whether there is room; then how many marks stand. */
function answerOf(today: ProviderToday, language: Language): string {
  const { inForce, suspended } = today;
  const besides = suspended.length > 0;
  const marks = marksInForceWords(inForce.length, { besides, language });
  return inForce.length > 0 || besides ? `${answerOfProvider(sendingOf(today), language)} ${marks}` : marks;
}

function record(today: ProviderToday, line: { name: string; phone: string | undefined; now: Date; address: string; language: Language }): string | null {
  if (today.inForce.length > 0) return recordLine({ ...today, ...line });
  const since = suspendedSince(today);
  return since ? recordLineOver({ ...line, status: "suspended", since }) : null;
}

function markLine({ mark: { code, holder, facts, scope, topUps }, standing }: StandingMark, provider: PublicProvider, day: Day, language: Language): MarkLine {
  const { standard } = holder;
  const { inForce, status } = standing;
  const level = levelWords({ facts, standing }, language);
  const title = `${standard.title} ${standard.version}`;
  const words = statusWords({ holder, facts, standing }, day, language);
  if (inForce)
    return {
      code,
      title,
      word: statusNamesIn(language)[status],
      ...statusLook(status),
      lines: [
        registerWords(language)("provider.level", { level: level.name, meaning: level.meaning }),
        words.note,
        ...notCoveredBy(topUps, language).map((line) => `${line}.`),
        ...paperworkDue(provider, day, language),
      ],
      scope,
    };
  return { code, title, word: words.state, ...statusLook(status), lines: [words.note], scope: [] };
}

const assured: readonly AwardLevel[] = ["assured", "assured_commended"];

/** "Assured across everything they offer": only where they hold more than one mark, every one says so and none is suspended. */
const assuredEverywhere = ({ inForce, suspended }: ProviderToday) =>
  inForce.length > 1 && suspended.length === 0 && inForce.every(({ standing }) => assured.includes(standing.level));
