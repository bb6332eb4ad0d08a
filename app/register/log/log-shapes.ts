/** What the log answers to machines. Others build on these shapes: fields are added, never renamed or taken away. Hashes are hexadecimal. */
import { z } from "zod";
import { MarkCode } from "~/marks/code";

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const place = z.number().int().min(0);
/** `leaf` is the leaf's bytes, as UTF-8. */
const Entry = { index: place, leaf: z.string(), hash };
const Root = z.strictObject({ size: place, root: hash });
const Checkpoint = z.strictObject({ ...Root.shape, /** The signed note, as `/log/checkpoint` has it. */ note: z.string(), made_at: z.iso.datetime(), key: z.url() });

/** `/log/entries`. `size` is that of the newest checkpoint; `next` is where to go on, null at the end. */
export const EntriesAnswer = z.strictObject({ size: place, entries: z.array(z.strictObject(Entry)), next: place.nullable() });
export type EntriesAnswer = z.infer<typeof EntriesAnswer>;

/** `/log/proof`. `waiting` entries were added since the checkpoint, and will be in the next. */
export const ProofAnswer = z.strictObject({
  code: MarkCode,
  checkpoint: Checkpoint,
  entries: z.array(z.strictObject({ ...Entry, proof: z.array(hash) })),
  waiting: place,
});
export type ProofAnswer = z.infer<typeof ProofAnswer>;

/** `/log/consistency`. */
export const ConsistencyAnswer = z.strictObject({ from: Root, to: Root, proof: z.array(hash) });
export type ConsistencyAnswer = z.infer<typeof ConsistencyAnswer>;

/** Entries in one answer, at most. */
export const mostEntries = 1000;

const count = z
  .string()
  .regex(/^\d{1,12}$/)
  .transform(Number);

/** `?start=&end=`, both included, from 0. Without them the first ones. */
export const EntriesAsked = z
  .object({ start: count.default(0), end: count.optional() })
  .transform(({ start, end = start + mostEntries - 1 }) => ({ start, end: Math.min(end, start + mostEntries - 1), whole: end }))
  .refine(({ start, whole }) => start <= whole);

/** `?from=&to=`: sizes. Without `to` the newest that was signed. */
export const ConsistencyAsked = z.object({ from: count.refine((size) => size >= 1), to: count.optional() });
