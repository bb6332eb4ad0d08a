import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import { paths } from "~/platform/paths";
import type { Language } from "~/platform/words";
import { changeMail } from "./change-words";
import type { FoundMark } from "./found-mark";
import type { ReasonClass } from "./mark";
import { situationOf } from "./mark-moves";
import { hasEnded, type MarkEventKind } from "./status";
import { tellAdmins } from "./tell.server";

/** `because` is for the provider alone: which rule brought it about. */
type Happened = { id: string; kind: MarkEventKind; reasonClass: ReasonClass | null; because?: (language: Language) => string };

/** Tells the provider's admins what has happened to their mark, in the fixed words for it. `mark` as it was before. */
export function tellOfChange(tx: Db, clock: Clock, mark: FoundMark, { id, kind, reasonClass, because }: Happened) {
  const { name: provider, standard } = mark.holder;
  const change = {
    provider,
    standard: standard.title,
    day: londonDay(clock.now()),
    reasonClass,
    over: hasEnded(situationOf(mark.facts, clock.now()).status),
    page: settings().baseUrl + paths.mark(mark.code),
  };
  return tellAdmins(tx, clock, mark.organisationId, `mark-event:${id}`, (language) => changeMail(kind, { ...change, because: because?.(language) }, language));
}
