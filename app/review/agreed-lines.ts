import type { Level } from "#standards/format";
import { applicable } from "~/standards/applies";
import type { Came } from "./agreed";
import { agreedOn, type CaseFile, currentRatings, currentSettlements } from "./case-file";

/** A criterion as it was agreed. `level`: null where it does not apply, or nothing is agreed yet; then there is no `came`. */
export type AgreedLine = { id: string; title: string; section: string; mustHave: boolean; level: Level | null; came: Came | undefined; reason: string };

/** Each criterion that applies, with the reason that goes with its level: the moderator's where it was settled, else the reader's whose level stands. */
export function agreedLines(file: CaseFile): AgreedLine[] {
  const agreed = agreedOn(file);
  const [first, second] = [currentRatings(file, "assessor"), currentRatings(file, "second_reader")];
  return applicable(file.standard, file.submission.content.facts).map(({ id, title, section, must_have }) => {
    const level = agreed.ratings[id] ?? null;
    const settled = currentSettlements(file).find(({ criterion }) => criterion === id);
    const standing = second[id] && second[id].level === level && first[id]?.level !== level ? second[id] : first[id];
    const came = agreed.came[id];
    return { id, title, section, mustHave: must_have, level, came, reason: (came === "settled" || came === "appealed" ? settled?.reason : standing?.reason) ?? "" };
  });
}
