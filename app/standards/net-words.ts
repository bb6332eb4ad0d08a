import type { Fate } from "./net";

type Line = { was: readonly string[]; is: readonly string[]; between: readonly string[]; fate: Fate; title: string };

/** A line as a heading: which criteria, and what became of them. */
export function fateHeading({ was, is, between, fate, title }: Line): string {
  if (fate === "replaced") return `${was.join(" and ")} ${was.length > 1 ? "become" : "becomes"} ${is.join(" and ")}`;
  if (fate === "came_and_went") return `${between.join(" and ")}: came and went`;
  const named = `${(is.length > 0 ? is : was).join(" and ")} ${title}`;
  return fate === "retired" ? `${named}: not asked any more` : fate === "added" ? `${named}: new` : named;
}

/** What has to be said of the way where its end does not say it: changed back, come and gone, or over others. */
export function cameWords({ fate, changes, between }: { fate: Fate; changes: readonly { version: string }[]; between: readonly string[] }): string | undefined {
  const [first, last] = [changes[0]?.version, changes.at(-1)?.version];
  if (fate === "changed_back") return `Changed in ${first} and back in ${last}: it says what it said before.`;
  if (fate === "came_and_went") return `New in ${first} and gone with ${last}: it is in neither of the two.`;
  return between.length > 0 ? `On the way it was ${between.join(" and ")}.` : undefined;
}
