import { reasonWords } from "~/marks/status-words";
import type { Accepting } from "~/providers/capacity";
import { roomWords } from "~/providers/capacity-words";
import { breakWords } from "~/providers/closures";
import type { StateTone } from "~/ui/answer";
import { formatDay } from "~/ui/dates";
import type { IconName } from "~/ui/icons";
import type { ProviderToday } from "./provider";

/** A panel of the status page, as words. `quiet` lines are second to the others. */
export type PanelView = { tone: StateTone; icon: IconName; label: string; headline: string; lines: string[]; quiet: string[] };

/** What is known of their room, as a panel: its tone is about room alone. Without checked referral details, or while a mark of theirs is suspended, it never says yes. */
export function roomPanel({ room, plannedBreak, referralDetails, suspended }: Pick<ProviderToday, "room" | "plannedBreak" | "referralDetails" | "suspended">): PanelView {
  const label = "Room for new people";
  if (suspended.length > 0)
    return {
      tone: "stop",
      icon: "post-barred",
      label: "Before you refer",
      headline: "A mark of theirs is suspended",
      lines: ["Do not refer until you have checked with us.", ...suspended.map(suspension)],
      quiet: ["Suspending is a precaution while we check. It is not a finding about anyone."],
    };
  const { headline, dated, lastSaid } = roomWords(room);
  const note = room.freshness === "unknown" || room.note === "" ? [] : [room.note];
  if (referralDetails !== "checked") {
    const words = referralDetails === "not_checked" ? "Referral details have not been checked" : "Referral details not currently checked";
    const said = room.freshness === "confirmed" ? [`They say: ${headline}. ${dated}`] : [];
    return { tone: "ask", icon: "door-asked", label, headline: words, lines: ["Ring before you refer."], quiet: [...said, ...(lastSaid ? [lastSaid] : [])] };
  }
  if (plannedBreak?.now) return { tone: "end", icon: "door-paused", label, headline: breakWords(plannedBreak), lines: [`Before that: ${headline}. ${dated}`], quiet: [toldUs] };
  const coming = plannedBreak ? [`${breakWords(plannedBreak)}.`] : [];
  if (room.freshness === "unknown")
    return { tone: "ask", icon: "door-asked", label, headline, lines: ["Ring before you refer."], quiet: ["They have not told us in the last 90 days."] };
  if (room.freshness === "not_confirmed")
    return {
      tone: "ask",
      icon: "door-asked",
      label,
      headline,
      lines: [`${dated} Ring before you refer.`, ...coming],
      quiet: [lastSaid ?? "", "They told us. Groups are asked to confirm it at least every 30 days."].filter(Boolean),
    };
  return { ...looks[room.accepting], label, headline, lines: [dated, ...note, ...coming], quiet: [toldUs] };
}

const suspension = ({ mark: { holder }, standing: { since, reasonClass } }: ProviderToday["suspended"][number]) =>
  `${holder.standard.title} ${holder.standard.version}: suspended on ${formatDay(since)}.${reasonClass ? ` Reason: ${reasonWords[reasonClass]}.` : ""}`;

const toldUs = "They told us.";

const looks: Record<Accepting, { tone: StateTone; icon: IconName }> = {
  open: { tone: "live", icon: "door-open" },
  waiting_list: { tone: "live", icon: "door-open" },
  paused: { tone: "end", icon: "door-paused" },
  closed: { tone: "end", icon: "door-closed" },
};
