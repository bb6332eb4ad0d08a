import { unknownCodes } from "#db/schema/limits";
import type { Clock } from "~/platform/clock";
import { countOften, forgetOften } from "~/platform/count-often.server";
import type { Db } from "~/platform/database.server";
import type { Counted } from "~/platform/often";
import { askedMost } from "./limits";

/**
 * Counts that somebody asked for a well-formed code that we never issued, and says whether that was once too often for this address or for all together. Called only after the look-up:
 * a code that we did issue is always answered.
 */
export const countUnknown = (db: Db, clock: Clock, from: string): Promise<Counted> => countOften(db, clock, unknownCodes, from, askedMost);

/** Forgets whose hour is over. */
export const forgetUnknown = (db: Db, clock: Clock): Promise<void> => forgetOften(db, clock, unknownCodes);
