import type { MarkStatus } from "~/marks/mark";
import { isInForce } from "~/marks/status";
import type { StateTone } from "~/ui/answer";
import type { IconName } from "~/ui/icons";

/** How a status is drawn: upright and pale in force, barred and dark where nobody should rely on it, fallen and white where it simply ended. */
export function statusLook(status: MarkStatus): { tone: Extract<StateTone, "live" | "stop" | "end">; icon: IconName } {
  if (isInForce(status)) return { tone: "live", icon: "post" };
  return status === "suspended" || status === "withdrawn" ? { tone: "stop", icon: "post-barred" } : { tone: "end", icon: "post-fallen" };
}
