import { z } from "zod";
import { type Part, parts } from "./part";
import { currentRound, type Round } from "./round";

/** A reader's word that what they have rated may go on. `covers`: how many ratings their part of the case had by then. */
export const Recommendation = z.object({ round: z.number(), part: z.enum(parts), covers: z.number(), by: z.string(), at: z.coerce.date() });
export type Recommendation = z.infer<typeof Recommendation>;

/** How many ratings each part has had, by whomever. */
export type Given = Readonly<Record<Part, number>>;
export const givenIn = (ratings: readonly { part: Part }[]): Given => {
  const of = (part: Part) => ratings.filter((each) => each.part === part).length;
  return { assessor: of("assessor"), second_reader: of("second_reader") };
};

type Said = { rounds: readonly Pick<Round, "no" | "criteria">[]; recommendations: readonly Pick<Recommendation, "round" | "part" | "covers" | "by">[] };

/** Whether whoever reads this part now has said so in this round, and has rated nothing since. */
export const hasRecommended = ({ rounds, recommendations }: Said, given: Given, { part, personId }: { part: Part; personId: string }): boolean =>
  recommendations.some((each) => each.part === part && each.by === personId && each.round === currentRound(rounds) && each.covers === given[part]);
