/** The status page as plain data: every word on it, and nothing that is not on it. */
import type { Fact } from "#standards/facts-format";
import type { FoundMark } from "~/marks/found-mark";
import { noHistory } from "~/marks/holders/holder-change";
import { nameNowWords } from "~/marks/holders/holder-words";
import type { AwardLevel } from "~/marks/mark";
import { paperworkDue } from "~/marks/paperwork/paperwork-words";
import { isInForce, statusOf } from "~/marks/status";
import { levelNamesIn, levelWords, noMarkHeld, statusNamesIn, statusWords } from "~/marks/status-words";
import { notCoveredBy } from "~/marks/top-ups/top-up-words";
import { type Day, londonDay } from "~/platform/calendar";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import { answerInForce, type InForce, sendingOf, titleInForce, titleOver } from "./answer-words";
import { instant } from "./mark-answer";
import { type PublicProvider, providerToday, type StandingMark } from "./provider";
import { recordLine, recordLineNone, recordLineOver } from "./record-line";
import { type ReferView, referView } from "./refer-view";
import { type PanelView, roomPanel } from "./room-panel";
import { statusLook } from "./status-look";
import { registerWords } from "./words/register-words";

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
  /** Whether the way to follow it is shown: while it is suspended, when somebody waits for the next word. */
  follow: boolean;
  record: string;
  asAt: string;
  /** `none` where nothing is said of the mark any more. */
  certificate: "there" | "waits" | "none";
  provider: { name: string; slug: string };
  /** What its holder is called today, and was before, where that is not what the mark says. */
  names: string[];
  address: string;
};

/** When it is asked, where and in which language. `list` is the whole list of facts, for their labels. */
export type Asked = { now: Date; origin: string; list: readonly Fact[]; language: Language };

export function markView(mark: FoundMark, provider: PublicProvider, { now, origin, list, language }: Asked): MarkView {
  const t = registerWords(language);
  const { code, holder, facts, scope } = mark;
  const { standard, name, area } = holder;
  const standing = statusOf(facts, now);
  const { status, level, since } = standing;
  const day = londonDay(now);
  const words = statusWords({ holder, facts, standing }, day, language);
  const today = providerToday(provider, now);
  const refer = referView(provider, list, language);
  const address = origin.replace(/^https?:\/\//, "") + paths.shortMark(code);
  const view = {
    code,
    about: named(name, area),
    crisis: refer.crisis,
    newer: facts.supersededBy,
    follow: status === "suspended",
    asAt: instant(now),
    certificate: mark.certificate ? ("there" as const) : ("waits" as const),
    provider: { name: provider.name, slug: provider.slug },
    address: origin + paths.mark(code),
    names: nameNowWords(mark, provider.name, provider.history ?? noHistory, language),
  };
  if (noMarkHeld(standing, day)) {
    return {
      ...view,
      h1: words.answer,
      title: titleOver("none", view.about, language),
      mark: { tone: "end", icon: "post-missing", label: t("mark.label"), headline: words.state, lines: [words.note], quiet: [] },
      sending: null,
      before: null,
      certificate: "none",
      record: recordLineNone({ name, now, address, language }),
    };
  }
  if (!isStatusInForce(status)) {
    return {
      ...view,
      h1: words.answer,
      title: titleOver(status, view.about, language),
      mark: { ...statusLook(status), label: t("mark.label"), headline: words.state, lines: [words.note], quiet: [] },
      sending: null,
      before: t("mark.before", { level: levelNamesIn(language)[level], standard: standard.title, version: standard.version, on: formatDay(facts.awardedOn, language) }),
      record: recordLineOver({ name, status, since, now, address, language }),
    };
  }
  const sending = sendingOf(today);
  const phone = refer.contacts.find(({ route, check }) => route === "phone" && check?.worked !== false)?.shown;
  return {
    ...view,
    h1: answerInForce(sending, language),
    title: titleInForce(sending, { status: statusNamesIn(language)[status], about: view.about }, language),
    mark: {
      ...statusLook(status),
      label: t("mark.label"),
      headline: words.state,
      lines: [
        t("mark.standard", { standard: standard.title, version: standard.version }),
        ...(explained.includes(level) ? [levelWords({ facts, standing }, language).meaning] : []),
        ...notCoveredBy(mark.topUps, language).map((line) => `${line}.`),
        ...paperworkDue(provider, day, language),
      ],
      quiet: [
        t(status === "renewal_being_assessed" ? "mark.dates_renewal" : "mark.dates", {
          from: formatDay(facts.awardedOn, language),
          until: formatDay(facts.validUntil, language),
        }),
        ...(status === "under_review" ? [words.note] : []),
      ],
    },
    sending: { suspended: today.suspended.length > 0, room: roomPanel(today, language), refer, scope, ...others(today, code, day, language) },
    before: null,
    record: recordLine({ ...today, name, phone, now, address, language }),
  };
}

/** These could be taken for low grades: what they say stands beside them. */
const explained: readonly AwardLevel[] = ["essentials", "assured_with_conditions"];

/** Two of one name are told apart by where they are. */
export const named = (name: string, area: string) => (area ? `${name}, ${area}` : name);

const isStatusInForce = isInForce as (status: Parameters<typeof isInForce>[0]) => status is InForce;

function others({ inForce, over }: ReturnType<typeof providerToday>, code: string, day: Day, language: Language) {
  const t = registerWords(language);
  const also = (of: StandingMark[]) => of.filter(({ mark }) => mark.code !== code);
  const of = ({ holder: { standard } }: FoundMark) => ({ standard: standard.title, version: standard.version });
  return {
    alsoHeld: also(inForce).map(({ mark, standing }) => t("mark.also_in_force", { ...of(mark), level: levelWords({ facts: mark.facts, standing }, language).name })),
    alsoOver: also(over).map(({ mark, standing }) => t("mark.also_over", { ...of(mark), state: statusWords({ ...mark, standing }, day, language).state })),
  };
}
