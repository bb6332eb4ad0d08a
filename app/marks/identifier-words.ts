import type { Holder } from "./mark";

type Identifier = Holder["identifiers"][number];

/** What a register is called on paper, by its org-id.guide scheme. */
const registers: Record<string, string> = {
  "GB-CHC": "Charity",
  "GB-SC": "Scottish charity",
  "GB-NIC": "Northern Ireland charity",
  "GB-COH": "Company",
  "GB-MPR": "Registered society",
};

/** "GB-CHC:1100000" as it is stored with an organisation → scheme and id. Without a colon the whole of it is the id. */
export function readIdentifier(stored: string): Identifier {
  const colon = stored.indexOf(":");
  return { scheme: stored.slice(0, Math.max(colon, 0)), id: stored.slice(colon + 1) };
}

/** "Charity 1100000". A register we have no word for keeps its own short name: "GB-XYZ 12". */
export const identifierWords = ({ scheme, id }: Identifier): string => `${registers[scheme] ?? scheme} ${id}`.trim();
