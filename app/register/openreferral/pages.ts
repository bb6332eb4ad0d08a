import { z } from "zod";

/** What may be asked of a list. */
export const ListQuery = z.object({
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  per_page: z.coerce.number().int().min(1).max(100).default(50),
  /** Those changed at or after this moment. */
  modified_after: z
    .union([z.iso.datetime({ offset: true }), z.iso.datetime({ local: true }).transform((local) => `${local}Z`), z.iso.date().transform((day) => `${day}T00:00:00Z`)])
    .optional(),
});
export type ListQuery = z.infer<typeof ListQuery>;

/** What the standard lets a client ask and we cannot answer: refused, so that nobody takes a whole list for a part of it. */
const notAsked = [
  "search",
  "text",
  "taxonomy_term_id",
  "taxonomy_id",
  "taxonomy_type",
  "organization_id",
  "minimum_age",
  "maximum_age",
  "start_time",
  "end_time",
  "day",
  "postcode",
  "proximity",
] as const;

export type ReadQuery = { ok: true; query: ListQuery } | { ok: false; detail: string };

/** Reads the query of a list's address. Refuses with a sentence what it does not understand, and what it would have to leave out. */
export function readListQuery(asked: URLSearchParams): ReadQuery {
  const unknown = notAsked.find((name) => asked.has(name));
  if (unknown) return { ok: false, detail: `${unknown} is not searched here. Ask for all, page by page, or since a moment with modified_after.` };
  const given = Object.fromEntries(Object.keys(ListQuery.shape).flatMap((name) => (asked.get(name) ? [[name, asked.get(name)?.replace(" ", "+")]] : [])));
  const read = ListQuery.safeParse(given);
  if (read.success) return { ok: true, query: read.data };
  const [name] = read.error.issues[0]?.path ?? [];
  return { ok: false, detail: `${String(name)} cannot be read. page is a whole number from 1, per_page one from 1 to 100, modified_after a moment such as 2026-11-22T14:02:11Z.` };
}

/** The envelope of the standard around one page of a list. A page past the end is empty. */
export function pageFrom<Item>(all: readonly Item[], { page, per_page }: Pick<ListQuery, "page" | "per_page">) {
  const total_pages = Math.max(1, Math.ceil(all.length / per_page));
  const contents = all.slice((page - 1) * per_page, page * per_page);
  return {
    total_items: all.length,
    total_pages,
    page_number: page,
    size: contents.length,
    first_page: page === 1,
    last_page: page >= total_pages,
    empty: contents.length === 0,
    contents,
  };
}
