import { type Actor, hasRole } from "~/accounts/actor";
import { ratingsAreOpen } from "../case-file";
import { type CaseFacts, inReach, readerIn } from "../standing";
import type { Viewer } from "./line";

/**
 * What somebody may know from the record of a case; undefined when it is not for them. It is for moderators and decision-makers who do not belong to the provider.
 * Blind (Standard rules §C.5): until nobody rates any more it says that something was rated, not how; and whoever reads the case themselves waits until then.
 */
export function viewerOf(actor: Actor, facts: CaseFacts): Viewer | undefined {
  if (!hasRole(actor, "moderator", "decider") || !inReach(actor, facts)) return undefined;
  const ratingsOpen = ratingsAreOpen(facts.state) || facts.state === "withdrawn";
  if (!ratingsOpen && readerIn(actor, facts)) return undefined;
  return { ratingsOpen, readsReasons: hasRole(actor, "moderator") };
}
