import type { MarkCode } from "~/marks/code";
import type { FoundMark } from "~/marks/found-mark";
import { type MarkStanding, statusOf } from "~/marks/status";
import { noMarkHeld, statusWords } from "~/marks/status-words";
import { notCovered } from "~/marks/top-ups/top-up-words";
import { londonDay } from "~/platform/calendar";
import { paths } from "~/platform/paths";
import type { MarkAnswer } from "./public-shapes";

/** What we say of a mark at this moment: the same to a machine and, in words, on the page. `origin` has no slash at its end. */
export function markAnswer(mark: FoundMark, now: Date, origin: string, standing: MarkStanding = statusOf(mark.facts, now)): MarkAnswer {
  const { code, holder, facts, scope, certificate } = mark;
  const { standard, name, area, identifiers } = holder;
  return {
    code: code as MarkCode,
    status: standing.status,
    in_force: standing.inForce,
    level: standing.level,
    standard,
    holder: { name, slug: mark.slug, area, identifiers },
    transferred: mark.transferredSince === null ? null : { given_to: givenTo(mark.given.holder), since: mark.transferredSince },
    scope,
    not_covered: standing.inForce ? mark.topUps.flatMap((each) => notCovered(each, "en").map((statement) => ({ criterion: each.criterion, statement }))) : [],
    awarded_on: facts.awardedOn,
    valid_until: facts.validUntil,
    as_at: instant(now),
    statement: statusWords({ holder, facts, standing }, londonDay(now)).statement,
    history: standing.history,
    superseded_by: facts.supersededBy as MarkCode | null,
    certificate: certificate && { url: origin + paths.certificate(code), sha256: certificate.sha256 },
    credential: mark.credential ? { url: origin + paths.credentialJwt(code) } : null,
    page: origin + paths.mark(code),
  };
}

const givenTo = ({ name, slug, area, identifiers }: FoundMark["holder"]) => ({ name, slug, area, identifiers });

/** Withdrawn so long ago that only "No mark held" is said. Read from the answer itself: its last change of status is the withdrawal. */
export const withdrawnLongAgo = ({ status, history, as_at }: Pick<MarkAnswer, "status" | "history" | "as_at">): boolean =>
  noMarkHeld({ status, since: history.at(-1)?.from ?? "" }, londonDay(new Date(as_at)));

/** "2026-11-22T14:02:11Z": to the second, which is all that an answer can promise. */
export const instant = (now: Date) => `${now.toISOString().slice(0, 19)}Z`;
