import { randomInt } from "node:crypto";
import { type MarkCode, newCode } from "./code";

/** A code that nobody could have guessed. That it is free is for the database to say. */
export const randomCode = (): MarkCode => newCode(Array.from({ length: 11 }, () => randomInt(32)));
