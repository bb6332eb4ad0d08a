import type { Fact } from "#standards/facts-format";
import { remember } from "~/platform/remember";
import { loadFacts } from "./load.server";

/** The facts a provider can state, in the order of `standards/facts.yaml`. Throws when that file has a fault: start-up checks it first. */
export const structuredFacts = (): Fact[] =>
  remember("structured facts", () => {
    const { facts } = loadFacts();
    if (facts.length === 0) throw new Error("standards/facts.yaml cannot be read; `waymark standards check` says why.");
    return facts;
  });

/** What each fact is called, for rules said in words. */
export const factLabels = (): Record<string, string> => Object.fromEntries(structuredFacts().map(({ key, label }) => [key, label]));
