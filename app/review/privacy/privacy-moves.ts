import { type MoveIn, type PermissionIn, permitIn, type RefusalIn } from "~/assessments/move-table";

/** Something that a reader found personal details in. Locked, only a privacy lead can open it. */
export const privacyStates = ["locked", "unlocked", "purged"] as const;
export type PrivacyState = (typeof privacyStates)[number];

type Who = "privacy_lead";
type Stop = "locked_it";

/** What a privacy lead decides, once (domain §G.3). Nobody decides about what they locked themselves; the provider’s own people find nothing of it. */
export const privacyMoves = {
  unlock: { from: ["locked"], to: "unlocked", by: ["privacy_lead"], bars: ["locked_it"], needsReason: true },
  purge: { from: ["locked"], to: "purged", by: ["privacy_lead"], bars: ["locked_it"], needsReason: true },
} as const satisfies Record<string, MoveIn<PrivacyState, Who, Stop, never>>;

export type PrivacyMoveName = keyof typeof privacyMoves;
export type PrivacyRefusal = RefusalIn<Stop>;
const table: Readonly<Record<PrivacyMoveName, MoveIn<PrivacyState, Who, Stop, never>>> = privacyMoves;

/** May this be decided about what was locked? The first rule that is not kept is the answer. */
export const permitPrivacy = (
  name: PrivacyMoveName,
  situation: { state: PrivacyState; standings: readonly Who[]; bars: readonly Stop[]; reason: string },
): PermissionIn<PrivacyState, Stop> => permitIn(table, name, { ...situation, met: [] });
