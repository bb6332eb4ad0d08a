import { addDays, type Day } from "~/platform/calendar";
import { compareVersions } from "./version-order";

/** A published version as far as its standing goes. `publishedOn` is the day it was published here, in London. */
export type PublishedVersion = { version: string; publishedOn: Day; effectiveFrom: Day; sunsetDays: number | undefined; withdrawn: boolean };

export type Standing = {
  /** `coming`: published, and not in force before `inForceFrom`. Only what is in force can be begun. */
  standing: "coming" | "in_force" | "superseded" | "withdrawn";
  inForceFrom: Day;
  /** The last day on which it may still be sent in. None while no version with a higher first number has set one. */
  lastSubmitOn: Day | undefined;
  /** The newest version that is in force in its place. */
  supersededBy: string | undefined;
};

/** The later of the day a version gives and the day it was published here: nobody could answer it before. */
export const inForceFrom = ({ publishedOn, effectiveFrom }: PublishedVersion): Day => (publishedOn > effectiveFrom ? publishedOn : effectiveFrom);

/** What is here is published, so only the day a version names can still be to come. */
const hasBegun = ({ effectiveFrom }: PublishedVersion, today: Day) => effectiveFrom <= today;

/**
 * How one version of a standard stands on a day, among all its published versions.
 * A newer one takes its place on the day that one is in force; it may then still be sent in, and until when only the next version with a
 * higher first number says: so many days after it came into force, that day included (§D). A withdrawn version takes nobody's place and ends nothing.
 * Undefined when no such version is published.
 */
export function standingOf(versions: readonly PublishedVersion[], version: string, today: Day): Standing | undefined {
  const one = versions.find((each) => each.version === version);
  if (!one) return undefined;
  const newer = versions.filter((each) => !each.withdrawn && compareVersions(each.version, version) > 0).sort((a, b) => compareVersions(a.version, b.version));
  const supersededBy = newer.findLast((each) => hasBegun(each, today))?.version;
  return { standing: standingWord(one, supersededBy, today), inForceFrom: inForceFrom(one), lastSubmitOn: lastSubmitOn(version, newer), supersededBy };
}

/** The newest version that is in force on a day: the one to begin with. */
export function newestInForce<T extends PublishedVersion>(versions: readonly T[], today: Day): T | undefined {
  return versions.find(({ version }) => standingOf(versions, version, today)?.standing === "in_force");
}

function standingWord(one: PublishedVersion, supersededBy: string | undefined, today: Day): Standing["standing"] {
  if (one.withdrawn) return "withdrawn";
  if (supersededBy) return "superseded";
  return hasBegun(one, today) ? "in_force" : "coming";
}

function lastSubmitOn(version: string, newer: PublishedVersion[]): Day | undefined {
  const next = newer.find((each) => major(each.version) > major(version));
  return next?.sunsetDays === undefined ? undefined : addDays(inForceFrom(next), next.sunsetDays);
}

const major = (version: string) => Number(version.split(".")[0]);
