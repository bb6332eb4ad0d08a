/** Whole sentences about room: to be shown as they are, never put together from parts. */
import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import type { Capacity, Room } from "./capacity";
import { providerWords } from "./words/provider-words";

export type RoomWords = {
  /** As a heading or a cell: "Yes. About 2 weeks’ wait". */
  headline: string;
  /** How old it is: "Confirmed 6 days ago, 16 November 2026." Empty where nothing is known. */
  dated: string;
  /** What they said before, where it can no longer be relied on: "They last said: yes, about 2 weeks’ wait." */
  lastSaid?: string;
  /** All of it in one line. */
  sentence: string;
};

/** What a referrer reads. */
export function roomWords(room: Room, language: Language = "en"): RoomWords {
  const t = providerWords(language);
  if (room.freshness === "unknown") return { headline: t("unknown.headline"), dated: "", sentence: t("unknown.sentence") };
  const on = formatDay(room.on, language);
  if (room.freshness === "confirmed") {
    const ago = room.days === 0 ? "today" : room.days === 1 ? "yesterday" : "days";
    const values = { on, count: room.days };
    return {
      headline: said(room, "headline", language),
      dated: t(`confirmed.${ago}`, values),
      sentence: `${said(room, "statement", language)} ${t(`confirmed.short.${ago}`, values)}`,
    };
  }
  const longPaused = room.accepting === "paused" && room.days > 90;
  return {
    headline: t(longPaused ? "not_confirmed.paused" : "not_confirmed.headline", { on }),
    dated: t("not_confirmed.dated", { count: room.days }),
    lastSaid: said(room, "last", language),
    sentence: t(longPaused ? "not_confirmed.paused_sentence" : "not_confirmed.sentence", { on }),
  };
}

/** What a group is told of its own: "You last said: yes, about 2 weeks’ wait." Undefined while it can be relied on, and where nothing is known. */
export const youLastSaid = (room: Room, language: Language): string | undefined => (room.freshness === "not_confirmed" ? said(room, "own_last", language) : undefined);

/** What they say of their room, as a heading, as a sentence or as what they last said. */
function said({ accepting, waitWeeks }: Capacity, as: "headline" | "statement" | "last" | "own_last", language: Language): string {
  const t = providerWords(language);
  if (accepting === "paused" || accepting === "closed") return t(`room.${accepting}.${as}`);
  if (waitWeeks === null) return t(`room.${accepting}.${as}.unsaid`);
  return waitWeeks === 0 ? t(`room.${accepting}.${as}.none`) : t(`room.${accepting}.${as}.weeks`, { count: waitWeeks });
}

/** "no wait" · "about 1 week’s wait" · "about 2 weeks’ wait" */
export const waitWords = (weeks: number, language: Language = "en"): string =>
  weeks === 0 ? providerWords(language)("wait.none") : providerWords(language)("wait.weeks", { count: weeks });
