/** The picture for a provider's own site. It is drawn for the moment it is asked for, and says in words how things stand; a mark that is not in force never carries our sign. */
import type { FoundMark } from "~/marks/found-mark";
import { hasEnded, isInForce, type MarkStanding } from "~/marks/status";
import { levelNamesIn, noMarkHeld, statusNamesIn } from "~/marks/status-words";
import type { Day } from "~/platform/calendar";
import type { Language } from "~/platform/words";
import { statusLook } from "../status-look";
import { registerWords } from "../words/register-words";

/** Five lines: what it is, the answer, what that means, the code, where to check. `look` as on the mark's page. */
export type Badge = { look: "live" | "stop" | "end"; lines: [string, string, string, string, string]; title: string };

/** What the badge of a mark says on this day. `host`: without a protocol. */
export function badgeOf(
  { code, holder }: Pick<FoundMark, "code" | "holder">,
  standing: MarkStanding,
  { today, host, language }: { today: Day; host: string; language: Language },
): Badge {
  const t = registerWords(language);
  const status = statusNamesIn(language)[standing.status];
  const check = t("badge.check", { host });
  const said = isInForce(standing.status)
    ? ([levelNamesIn(language)[standing.level], t("badge.in_force", { status, standard: holder.standard.title })] as const)
    : noMarkHeld(standing, today)
      ? ([t("badge.none"), t("badge.ended")] as const)
      : ([status, hasEnded(standing.status) && standing.status !== "withdrawn" ? t("badge.ended") : t("badge.stop")] as const);
  const name = t("badge.name");
  return { look: statusLook(standing.status).tone, lines: [name, ...said, code, check], title: `${name}: ${said[0]}. ${said[1]}. ${code}. ${check}` };
}
