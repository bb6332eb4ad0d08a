import { reasonWordsIn } from "~/marks/status-words";
import type { Language } from "~/platform/words";
import type { Accepting } from "~/providers/capacity";
import { roomWords } from "~/providers/capacity-words";
import { breakWords } from "~/providers/closures";
import type { StateTone } from "~/ui/answer";
import { formatDay } from "~/ui/dates";
import type { IconName } from "~/ui/icons";
import type { ProviderToday } from "./provider";
import { registerWords } from "./words/register-words";

/** A panel of the status page, as words. `quiet` lines are second to the others. */
export type PanelView = { tone: StateTone; icon: IconName; label: string; headline: string; lines: string[]; quiet: string[] };

/** What is known of their room, as a panel: its tone is about room alone. Without checked referral details, or while a mark of theirs is suspended, it never says yes. */
export function roomPanel(
  { room, plannedBreak, referralDetails, suspended }: Pick<ProviderToday, "room" | "plannedBreak" | "referralDetails" | "suspended">,
  language: Language = "en",
): PanelView {
  const t = registerWords(language);
  const label = t("room.label");
  const ringFirst = t("room.ring_first");
  const toldUs = t("room.told_us");
  if (suspended.length > 0) return barred(suspended, language);
  const { headline, dated, lastSaid } = roomWords(room, language);
  const note = room.freshness === "unknown" || room.note === "" ? [] : [room.note];
  if (referralDetails !== "checked") {
    const said = room.freshness === "confirmed" ? [t("room.they_say", { said: headline, dated })] : [];
    return { tone: "ask", icon: "door-asked", label, headline: t(`room.${referralDetails}`), lines: [ringFirst], quiet: [...said, ...(lastSaid ? [lastSaid] : [])] };
  }
  if (plannedBreak?.now) {
    const before = t("room.before_that", { said: headline, dated });
    return { tone: "end", icon: "door-paused", label, headline: breakWords(plannedBreak, language), lines: [before], quiet: [toldUs] };
  }
  const coming = plannedBreak ? [t("room.coming", { break: breakWords(plannedBreak, language) })] : [];
  if (room.freshness === "unknown") return { tone: "ask", icon: "door-asked", label, headline, lines: [ringFirst], quiet: [t("room.not_in_90")] };
  if (room.freshness === "not_confirmed")
    return {
      tone: "ask",
      icon: "door-asked",
      label,
      headline,
      lines: [`${dated} ${ringFirst}`, ...coming],
      quiet: [lastSaid ?? "", t("room.asked_to_confirm")].filter(Boolean),
    };
  return { ...looks[room.accepting], label, headline, lines: [dated, ...note, ...coming], quiet: [toldUs] };
}

/** In place of room, while a mark of theirs is suspended. */
function barred(suspended: ProviderToday["suspended"], language: Language): PanelView {
  const t = registerWords(language);
  const suspension = ({ mark: { holder }, standing: { since, reasonClass } }: ProviderToday["suspended"][number]) => {
    const values = { standard: holder.standard.title, version: holder.standard.version, on: formatDay(since, language) };
    return reasonClass ? t("room.suspended.since_for", { ...values, reason: reasonWordsIn(language)[reasonClass] }) : t("room.suspended.since", values);
  };
  return {
    tone: "stop",
    icon: "post-barred",
    label: t("room.suspended.label"),
    headline: t("room.suspended.headline"),
    lines: [t("room.suspended.check"), ...suspended.map(suspension)],
    quiet: [t("room.suspended.precaution")],
  };
}

const looks: Record<Accepting, { tone: StateTone; icon: IconName }> = {
  open: { tone: "live", icon: "door-open" },
  waiting_list: { tone: "live", icon: "door-open" },
  paused: { tone: "end", icon: "door-paused" },
  closed: { tone: "end", icon: "door-closed" },
};
