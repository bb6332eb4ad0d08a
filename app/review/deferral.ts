import { z } from "zod";
import { addDays, type Day, londonDay } from "~/platform/calendar";
import { clockRules } from "./clocks";

/** How long a provider has to answer what a deferral asks for, in days of the calendar (Scoring §C.1). */
export const deferralDays = clockRules.deferral.days;

/** A decision that was put off: when, and for which criteria. */
export const Deferral = z.object({ criteria: z.array(z.string()), decidedAt: z.coerce.date() });
export type Deferral = z.infer<typeof Deferral>;

/** The last day on which an answer can be sent, in London, the whole of it. */
export const answerBy = ({ decidedAt }: Pick<Deferral, "decidedAt">): Day => addDays(londonDay(decidedAt), deferralDays);

/** Whether that day has passed. */
export const isOver = (deferral: Pick<Deferral, "decidedAt">, now: Date): boolean => londonDay(now) > answerBy(deferral);
