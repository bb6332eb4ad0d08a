import { type Actor, hasRole } from "~/accounts/actor";
import { paths } from "~/platform/paths";
import type { Agreed } from "./agreed";
import { readBeing } from "./interests/objection";
import { type FactsOfDay, inReach, movesFor, readerIn } from "./standing";

/** The one thing for this person to do next in a case. `of` completes the words for those who hear the link alone. */
export type NextStep = { href: string; label: string };

/** `open`: what a moderator may settle; `unread`: what this reader has rated before the group answered a question about it; `recommended`: whether they have said that theirs may go on; `claims`: whether a moderator has claims to confirm; `toTalk`: what they may answer the other in. Undefined when it is for others to act, or for nobody. */
export function nextStep(
  actor: Actor,
  facts: FactsOfDay & { id: string },
  { missing, open, unread = [], recommended = false, claims = false }: Pick<Agreed, "missing" | "open"> & { unread?: readonly string[]; recommended?: boolean; claims?: boolean },
  toTalk: readonly string[] = [],
): NextStep | undefined {
  const moves = movesFor(actor, facts);
  const me = readerIn(actor, facts);
  if (moves.includes("declare") && me && !me.declaredNone && !me.waits) return { href: paths.declare(facts.id), label: "Declare" };
  const unrated = missing.find(({ part }) => part === me?.part);
  if (moves.includes("rate") && unrated) return { href: paths.rate(facts.id, unrated.criterion), label: `Rate ${unrated.criterion}` };
  if (moves.includes("rate") && unread[0]) return { href: paths.rate(facts.id, unread[0]), label: `Read the answer to ${unread[0]}` };
  if (moves.includes("recommend") && me && !recommended) return { href: paths.recommend(facts.id), label: "Recommend" };
  if (moves.includes("confirm_claims") && claims) return { href: paths.claims(facts.id), label: "Confirm claims" };
  if (moves.includes("talk_level") && toTalk[0]) return { href: paths.talk(facts.id, toTalk[0]), label: `Talk over ${toTalk[0]}` };
  if (waitsForModerator(actor, facts)) return { href: paths.caseInterests(facts.id), label: facts.objected ? "Answer the objection" : "Look at a tie" };
  if (moves.includes("settle") && open[0]) return { href: paths.settle(facts.id, open[0].criterion), label: `Settle ${open[0].criterion}` };
  if (moves.includes("decide")) return { href: paths.decide(facts.id), label: "Decide" };
  if (moves.includes("assign") && facts.state === "waiting") return { href: paths.assign(facts.id), label: "Choose readers" };
  return undefined;
}

/** A tie to allow, or an objection to answer, for any moderator who is not one of the readers, nor tied to the group. */
const waitsForModerator = (actor: Actor, facts: FactsOfDay) =>
  inReach(actor, facts) &&
  hasRole(actor, "moderator") &&
  !readerIn(actor, facts) &&
  !facts.tied.includes(actor.personId) &&
  (facts.objected || (readBeing.includes(facts.state) && facts.readers.some(({ waits }) => waits)));
