/** A provider's page as plain data. */
import type { Fact } from "#standards/facts-format";
import { identifierWords } from "~/marks/identifier-words";
import type { AwardLevel } from "~/marks/mark";
import { levelMeanings, levelNames, statusNames, statusWords } from "~/marks/status-words";
import { paths } from "~/platform/paths";
import type { IconName } from "~/ui/icons";
import { answerOfProvider, marksInForceWords, sendingOf } from "./answer-words";
import { instant } from "./mark-answer";
import { named } from "./mark-view";
import { type PublicProvider, providerToday, type StandingMark } from "./provider";
import { recordLine } from "./record-line";
import { type ReferView, referView } from "./refer-view";
import { type PanelView, roomPanel } from "./room-panel";
import { statusLook } from "./status-look";

export type MarkLine = { code: string; title: string; word: string; tone: "live" | "stop" | "end"; icon: IconName; lines: string[]; scope: string[] };
export type ProviderView = {
  slug: string;
  about: string;
  registered: string[];
  h1: string;
  title: string;
  room: PanelView;
  refer: ReferView;
  marks: MarkLine[];
  /** The same level in everything they hold: said once, and never a mark of its own. */
  everywhere: string | null;
  record: string | null;
  asAt: string;
  address: string;
};

/** `list` is the whole list of facts, for their labels. */
export function providerView(provider: PublicProvider, { now, origin, list }: { now: Date; origin: string; list: readonly Fact[] }): ProviderView {
  const today = providerToday(provider, now);
  const { inForce, over, referralDetails, room } = today;
  const refer = referView(provider, list);
  const about = named(provider.name, provider.area);
  const answer = inForce.length > 0 ? `${answerOfProvider[sendingOf(today)]} ${marksInForceWords(inForce.length)}` : marksInForceWords(0);
  const phone = refer.contacts.find(({ route, check }) => route === "phone" && check?.worked !== false)?.shown;
  const path = paths.provider(provider.slug);
  return {
    slug: provider.slug,
    about,
    registered: provider.identifiers.map(identifierWords),
    h1: answer,
    title: `${answer} ${about}`,
    room: roomPanel(today),
    refer,
    marks: [...inForce, ...over].map(markLine),
    everywhere: everywhere(inForce),
    record: inForce.length > 0 ? recordLine({ name: provider.name, phone, referralDetails, room, now, address: origin.replace(/^https?:\/\//, "") + path }) : null,
    asAt: instant(now),
    address: origin + path,
  };
}

function markLine({ mark: { code, holder, facts, scope }, standing }: StandingMark): MarkLine {
  const { standard, name } = holder;
  const { inForce, status, level } = standing;
  const title = `${standard.title} ${standard.version}`;
  const words = statusWords({ holder: name, standard, awardedOn: facts.awardedOn, validUntil: facts.validUntil, standing });
  if (inForce) return { code, title, word: statusNames[status], ...statusLook(status), lines: [`${levelNames[level]}. ${levelMeanings[level]}`, words.note], scope };
  return { code, title, word: words.state, ...statusLook(status), lines: [words.note], scope: [] };
}

const assured: readonly AwardLevel[] = ["assured", "assured_commended"];

/** "Assured across everything they offer": only where they hold more than one mark and every one says so. */
const everywhere = (inForce: StandingMark[]) =>
  inForce.length > 1 && inForce.every(({ standing }) => assured.includes(standing.level)) ? "Assured across everything they offer." : null;
