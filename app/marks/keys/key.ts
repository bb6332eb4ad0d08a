import type { PublicJwk } from "~/platform/signing/signer";

/** What a key is for. Each has its own, so that one that is lost says nothing about the others. */
export const leafPurposes = ["certificate", "credential", "status_list", "log", "register"] as const;
export type LeafPurpose = (typeof leafPurposes)[number];
export type KeyPurpose = "root" | LeafPurpose;

/** A key as everybody may know it. */
export type SigningKey = {
  kid: string;
  purpose: KeyPurpose;
  year: number;
  jwk: PublicJwk;
  /** PEM. */
  certificate: string;
  rootKid: string | null;
  /** What the key service calls it; null for a key in a file. */
  serviceName: string | null;
  madeAt: Date;
  compromisedAfter: Date | null;
};

/** Years that a leaf's certificate can be checked: those of a mark given on the last day of the year it signs in. */
export const leafYears = 3;
export const rootYears = 10;

/** `status-list-2026-3f9a1c2b`. `thumbprint` as of RFC 7638, hexadecimal. */
export const kidOf = (purpose: KeyPurpose, year: number, thumbprint: string) => `${purpose.replaceAll("_", "-")}-${year}-${thumbprint.slice(0, 8)}`;

/** Whether what this key signed at a moment is to be believed. */
export const believedAt = ({ madeAt, compromisedAfter }: Pick<SigningKey, "madeAt" | "compromisedAfter">, at: Date): boolean =>
  at >= madeAt && (compromisedAfter === null || at < compromisedAfter);

/** The key to sign with: the newest of this purpose that is not compromised. Undefined when there is none. `keys` newest first. */
export const inUse = <K extends Pick<SigningKey, "purpose" | "compromisedAfter">>(keys: readonly K[], purpose: KeyPurpose): K | undefined =>
  keys.find((key) => key.purpose === purpose && key.compromisedAfter === null);

/** The purposes for which a new key is due: none in use, or one of an earlier year. */
export const purposesDue = (keys: readonly Pick<SigningKey, "purpose" | "compromisedAfter" | "year">[], year: number): LeafPurpose[] =>
  leafPurposes.filter((purpose) => {
    const key = inUse(keys, purpose);
    return !key || key.year < year;
  });
