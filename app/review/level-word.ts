import { type Level, levelNames } from "#standards/format";

/** A level in its word; null is an accepted claim that something does not apply. */
export const levelWord = (level: Level | null): string => (level === null ? "Does not apply" : levelNames[level]);
