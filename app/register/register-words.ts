import type { Search } from "./search";

/** The heading of a list: what was found for what was asked. */
export function foundWords({ total, confirmed }: { total: number; confirmed: number }, { q, accepting }: Pick<Search, "q" | "accepting">): string {
  const about = q ? ` for ‘${q}’` : "";
  if (total === 0) return `No group found${about}`;
  if (accepting && confirmed === 0) return `No group has confirmed lately that it is taking new people${about}`;
  if (accepting) return `${groups(confirmed, "is", "are")} taking new people${about}`;
  return q ? `${groups(total, "found", "found")} for ‘${q}’` : `${groups(total, "holds", "hold")} a mark in force`;
}

const groups = (count: number, one: string, many: string) => (count === 1 ? `1 group ${one}` : `${count} groups ${many}`);
