/** The status page as plain data: every word on it, and nothing that is not on it. */
import type { Fact } from "#standards/facts-format";
import type { FoundMark } from "~/marks/found-mark";
import type { AwardLevel } from "~/marks/mark";
import { isInForce, statusOf } from "~/marks/status";
import { levelNames, levelWords, noMarkHeld, statusNames, statusWords } from "~/marks/status-words";
import { type Day, londonDay } from "~/platform/calendar";
import { paths } from "~/platform/paths";
import { formatDay } from "~/ui/dates";
import { answerInForce, type InForce, sendingOf, titleOver } from "./answer-words";
import { instant } from "./mark-answer";
import { type PublicProvider, providerToday, type StandingMark } from "./provider";
import { recordLine, recordLineNone, recordLineOver } from "./record-line";
import { type ReferView, referView } from "./refer-view";
import { type PanelView, roomPanel } from "./room-panel";
import { statusLook } from "./status-look";

export type MarkView = {
  code: string;
  about: string;
  h1: string;
  title: string;
  mark: PanelView;
  /** Null where the mark is not in force: then nobody is told how to refer on its strength. */
  sending: { suspended: boolean /** Another of theirs. */; room: PanelView; refer: ReferView; scope: string[]; alsoHeld: string[]; alsoOver: string[] } | null;
  crisis: string[];
  /** For a mark that is over: what it was, and where to look instead. */
  before: string | null;
  newer: string | null;
  record: string;
  asAt: string;
  certificate: boolean;
  provider: { name: string; slug: string };
  address: string;
};

/** `list` is the whole list of facts, for their labels. */
export function markView(mark: FoundMark, provider: PublicProvider, { now, origin, list }: { now: Date; origin: string; list: readonly Fact[] }): MarkView {
  const { code, holder, facts, scope } = mark;
  const { standard, name, area } = holder;
  const standing = statusOf(facts, now);
  const { status, level, since } = standing;
  const day = londonDay(now);
  const words = statusWords({ holder, facts, standing }, day);
  const today = providerToday(provider, now);
  const refer = referView(provider, list);
  const address = origin.replace(/^https?:\/\//, "") + paths.mark(code);
  const view = {
    code,
    about: named(name, area),
    crisis: refer.crisis,
    newer: facts.supersededBy,
    asAt: instant(now),
    certificate: mark.certificate !== null,
    provider: { name: provider.name, slug: provider.slug },
    address: origin + paths.mark(code),
  };
  if (noMarkHeld(standing, day)) {
    return {
      ...view,
      h1: words.answer,
      title: `${words.state}: ${view.about}`,
      mark: { tone: "end", icon: "post-missing", label: "The mark", headline: words.state, lines: [words.note], quiet: [] },
      sending: null,
      before: null,
      certificate: false,
      record: recordLineNone({ name, now, address }),
    };
  }
  const held = `${levelNames[level]}, ${standard.title} ${standard.version}`;
  if (!isStatusInForce(status)) {
    return {
      ...view,
      h1: words.answer,
      title: `${titleOver[status]}: ${view.about}`,
      mark: { ...statusLook(status), label: "The mark", headline: words.state, lines: [words.note], quiet: [] },
      sending: null,
      before: `${held}, awarded ${formatDay(facts.awardedOn)}.`,
      record: recordLineOver({ name, status, since, now, address }),
    };
  }
  const answer = answerInForce[sendingOf(today)];
  const phone = refer.contacts.find(({ route, check }) => route === "phone" && check?.worked !== false)?.shown;
  return {
    ...view,
    h1: answer.h1,
    title: `${statusNames[status]}, ${answer.title}: ${view.about}`,
    mark: {
      ...statusLook(status),
      label: "The mark",
      headline: words.state,
      lines: [`${standard.title}, version ${standard.version}.`, ...(explained.includes(level) ? [levelWords({ facts, standing }).meaning] : [])],
      quiet: [datesOf[status](facts), ...(status === "under_review" ? [words.note] : [])],
    },
    sending: { suspended: today.suspended.length > 0, room: roomPanel(today), refer, scope, ...others(today, code, day) },
    before: null,
    record: recordLine({ ...today, name, phone, now, address }),
  };
}

/** These could be taken for low grades: what they say stands beside them. */
const explained: readonly AwardLevel[] = ["essentials", "assured_with_conditions"];

/** Two of one name are told apart by where they are. */
export const named = (name: string, area: string) => (area ? `${name}, ${area}` : name);

const isStatusInForce = isInForce as (status: Parameters<typeof isInForce>[0]) => status is InForce;

type Dates = { awardedOn: Day; validUntil: Day };
const awardedTo = ({ awardedOn, validUntil }: Dates) => `Awarded ${formatDay(awardedOn)}, to ${formatDay(validUntil)}.`;
const datesOf: Record<InForce, (dates: Dates) => string> = {
  live: awardedTo,
  under_review: awardedTo,
  renewal_being_assessed: ({ awardedOn, validUntil }) =>
    `Awarded ${formatDay(awardedOn)}. Its last day was ${formatDay(validUntil)}; it stays in force while we assess the renewal.`,
};

function others({ inForce, over }: ReturnType<typeof providerToday>, code: string, day: Day) {
  const also = (of: StandingMark[]) => of.filter(({ mark }) => mark.code !== code);
  const title = ({ holder: { standard } }: FoundMark) => `${standard.title} ${standard.version}`;
  return {
    alsoHeld: also(inForce).map(({ mark, standing }) => `${title(mark)}, in force, ${levelWords({ facts: mark.facts, standing }).name}.`),
    alsoOver: also(over).map(({ mark, standing }) => `${title(mark)}: ${statusWords({ ...mark, standing }, day).state}.`),
  };
}
