import { type Day, londonDay } from "~/platform/calendar";
import type { PublicProvider } from "../provider";

/** When what is said of a provider was last looked at, and by whom: we tried its phone or e-mail, or they confirmed their room (Standard rules §C.3). An award is neither. */
export function lastChecked({ checks, statement }: Pick<PublicProvider, "checks" | "statement">): { on: Day; by: "us" | "them" } | undefined {
  const ours = Object.values(checks).map(({ on }) => ({ on, by: "us" as const }));
  const theirs = statement ? [{ on: londonDay(statement.confirmedAt), by: "them" as const }] : [];
  return [...ours, ...theirs].sort((a, b) => (a.on < b.on ? 1 : -1))[0];
}
