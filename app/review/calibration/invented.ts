import { z } from "zod";
import larkfield from "./larkfield.json";

/** What a group that does not exist says of one criterion, and shows in words. */
const InventedAnswer = z.strictObject({ how: z.string().min(1), shown: z.array(z.strictObject({ title: z.string().min(1), words: z.string().min(1) })) });

/** A submission of a group that does not exist: answers to criteria of one standard, by criterion id. */
export const Invented = z.strictObject({
  key: z.string(),
  standard: z.string(),
  group: z.strictObject({ name: z.string(), area: z.string(), about: z.string() }),
  answers: z.record(z.string(), InventedAnswer),
});
export type Invented = z.infer<typeof Invented>;

/** Those to choose from. A new one is a file beside this, and a line here. */
export const inventedSubmissions: readonly Invented[] = [Invented.parse(larkfield)];
