import type { Actor } from "~/accounts/actor";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { fieldErrors } from "~/platform/form";
import { endInterest } from "./end-interest.server";
import { dayWords, readEnd, readInterest, readReading, type TypedInterest } from "./interest-input";
import { type Namesake, stateInterest } from "./state-interest.server";
import { stateReading } from "./state-reading.server";

export type Changed = { ok: true } | { ok: false; typed: TypedInterest; namesakes: Namesake[]; errors: Record<string, string>; status: 400 | 409 };

/** What the forms of somebody's own page ask for: a new tie, the end of one, or what they read. Undefined for anything else, and for a tie that is not theirs. */
export async function changeInterests(db: Db, clock: Clock, actor: Actor, form: FormData): Promise<Changed | undefined> {
  const typed: TypedInterest = Object.fromEntries([...form].map(([name, value]) => [name, String(value).slice(0, 5000)]));
  const refused = (errors: Record<string, string>, status: 400 | 409 = 400, namesakes: Namesake[] = []): Changed => ({ ok: false, typed, namesakes, errors, status });
  switch (typed.intent) {
    case "reads":
      return (await stateReading(db, clock, actor, readReading(form))).ok ? { ok: true } : undefined;
    case "end": {
      const field = `ended-${typed.interest}`;
      const end = readEnd(typed);
      if (!end.success) return refused({ [field]: end.error.issues[0]!.message });
      const ended = await endInterest(db, clock, actor, { interestId: typed.interest ?? "", until: end.data.ended });
      if (!ended || ended.ok) return ended;
      return refused({ [field]: dayWords[ended.why] }, ended.why === "ended_already" ? 409 : 400);
    }
    case "state": {
      const read = readInterest(typed);
      if (!read.success) return refused(fieldErrors(read.error));
      const { organisation_id: organisationId, ...told } = read.data;
      const stated = await stateInterest(db, clock, actor, { ...told, organisationId });
      if (stated.ok) return { ok: true };
      if (stated.why === "wrong_role") return undefined;
      if (stated.why === "which_one") return refused({ organisation_id: "Several groups have this name. Choose the one you mean" }, 400, stated.namesakes);
      return refused({ [stated.why === "ends_before" || told.since <= (told.until ?? "") ? "until" : "since"]: dayWords[stated.why] });
    }
    default:
      return undefined;
  }
}
