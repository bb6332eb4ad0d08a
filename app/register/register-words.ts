import type { Search } from "./search";

/** The heading of a list: what was found for what was asked. */
export function foundWords({ total, confirmed }: { total: number; confirmed: number }, { q, accepting }: Pick<Search, "q" | "accepting">): string {
  const about = q ? ` for ‘${q}’` : "";
  if (accepting) return `${groups(confirmed, "is", "are")} taking new people${about}`;
  if (total === 0) return q ? `No group found for ‘${q}’` : "No group found";
  return q ? `${groups(total, "found", "found")} for ‘${q}’` : `${groups(total, "holds", "hold")} a mark in force`;
}

const groups = (count: number, one: string, many: string) => {
  if (count === 0) return `No group ${one}`;
  return count === 1 ? `1 group ${one}` : `${count} groups ${many}`;
};
