import type { Language } from "~/platform/words";
import type { Holder } from "./mark";
import { markWords } from "./words/mark-words";

type Identifier = Holder["identifiers"][number];

/** The registers we have words for, by their org-id.guide scheme. */
const registers = ["GB-CHC", "GB-SC", "GB-NIC", "GB-COH", "GB-MPR"] as const;

/** "GB-CHC:1100000" as it is stored with an organisation → scheme and id. Without a colon the whole of it is the id. */
export function readIdentifier(stored: string): Identifier {
  const colon = stored.indexOf(":");
  return { scheme: stored.slice(0, Math.max(colon, 0)), id: stored.slice(colon + 1) };
}

/** "Charity 1100000". A register we have no word for keeps its own short name: "GB-XYZ 12". */
export function identifierWords({ scheme, id }: Identifier, language: Language = "en"): string {
  const known = registers.find((each) => each === scheme);
  return known ? markWords(language)(`registered.${known}`, { id }) : `${scheme} ${id}`.trim();
}
