import { z } from "zod";
import { addDays, type Day } from "~/platform/calendar";

/** Days on which every day's copy is kept, today among them. After that the first copy of each month stays for ever. */
export const daysKept = 40;

/** Which copies have had their time. `days` are all that are still stored. */
export function snapshotsOver(days: readonly Day[], today: Day): Day[] {
  const kept = addDays(today, -daysKept);
  const sorted = [...days].sort();
  const firsts = new Set(sorted.filter((day, at) => sorted[at - 1]?.slice(0, 7) !== day.slice(0, 7)));
  return sorted.filter((day) => day <= kept && !firsts.has(day));
}

const moment = z.iso.datetime();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

/** What we sign of a day's copy: with it, the file and our public key anybody can check every mark without asking us. */
export const Manifest = z.strictObject({
  iss: z.url(),
  iat: z.number().int(),
  day: z.iso.date(),
  /** Every line is true at this moment. */
  as_at: moment,
  marks: z.number().int(),
  bytes: z.number().int(),
  sha256,
  file: z.url(),
  /** The newest checkpoint of the public log at that moment; the root in base64, as the checkpoint has it. */
  log: z.strictObject({ origin: z.string(), size: z.number().int(), root: z.base64() }).nullable(),
});
export type Manifest = z.infer<typeof Manifest>;

/** `/register/snapshots.json`, newest first. `file` is null where the copy had its time; what was signed of it is still there. */
export const SnapshotsAnswer = z.strictObject({
  as_at: moment,
  snapshots: z.array(
    z.strictObject({ day: z.iso.date(), as_at: moment, marks: z.number().int(), bytes: z.number().int(), sha256, file: z.url().nullable(), manifest: z.url(), key: z.url() }),
  ),
});
export type SnapshotsAnswer = z.infer<typeof SnapshotsAnswer>;
