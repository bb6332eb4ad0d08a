import type { Actor } from "~/accounts/actor";
import { londonDay } from "~/platform/calendar";
import type { Clock } from "~/platform/clock";
import type { Db } from "~/platform/database.server";
import { conditionsMet } from "./carry-on.server";
import { agreedOn, factsOn, ratingsAreOpen } from "./case-file";
import { areConfirmed } from "./claims";
import type { ClaimsDesk } from "./desk";
import { findCase } from "./find-case.server";
import { acceptedClaims } from "./outcome";
import { deskCase, ratingLines } from "./reading.server";
import { refusalWords } from "./refusal-words";
import { permitOn } from "./standing";

/** What is claimed not to apply in a case whose readers are done, for a moderator. Undefined when the case is out of reach, or is still being read. */
export async function claimsDeskFor(db: Db, clock: Clock, actor: Actor, caseId: string): Promise<ClaimsDesk | undefined> {
  const file = await findCase(db, actor, caseId);
  if (!file || !ratingsAreOpen(file.state)) return undefined;
  const accepted = acceptedClaims(agreedOn(file));
  const permission = permitOn("confirm_claims", actor, factsOn(file, londonDay(clock.now())), { met: conditionsMet(file, clock.now()), reason: "any" });
  return {
    case: deskCase(clock, file),
    claims: accepted.map((id) => {
      const na = file.submission.content.answers[id]?.na;
      return {
        id,
        title: file.standard.criteria.find((each) => each.id === id)?.title ?? "",
        claimed: [na?.reason, na?.words].filter(Boolean).join(". "),
        reasons: ratingLines(file, id),
      };
    }),
    ruled: areConfirmed(file.claimRulings, accepted) ? (file.claimRulings.at(-1)?.reason ?? null) : null,
    barred: permission.ok ? null : refusalWords[permission.why],
  };
}
