import { desc, eq, inArray } from "drizzle-orm";
import { signingKeys } from "#db/schema/keys";
import type { Db } from "~/platform/database.server";
import { settings } from "~/platform/env.server";
import type { PublicJwk } from "~/platform/signing/ecdsa.server";
import { fileSigner } from "~/platform/signing/file-keys.server";
import { serviceSigner } from "~/platform/signing/key-service.server";
import { CannotSign, type Signer } from "~/platform/signing/signer";
import { inUse, type KeyPurpose, type LeafPurpose, type SigningKey } from "./key";

/** Every key there ever was, newest first. */
export async function allKeys(db: Db): Promise<SigningKey[]> {
  return (await db.select().from(signingKeys).orderBy(desc(signingKeys.madeAt), desc(signingKeys.kid))).map(asKey);
}

/** The key of this name. */
export async function keyByKid(db: Db, kid: string): Promise<SigningKey | undefined> {
  const [row] = await db.select().from(signingKeys).where(eq(signingKeys.kid, kid));
  return row && asKey(row);
}

/** The newest root that is not compromised. */
export const currentRoot = async (db: Db): Promise<SigningKey | undefined> => inUse(await ofPurpose(db, "root"), "root");

export type KeyInUse = { key: SigningKey; root: SigningKey; signer: Signer };

/** The key to sign with for a purpose, with the root above it. Throws `CannotSign` when none was made yet; whether its private half is there shows when it signs. */
export async function keyFor(db: Db, purpose: LeafPurpose): Promise<KeyInUse> {
  const keys = await ofPurpose(db, purpose, "root");
  const key = inUse(keys, purpose);
  const root = keys.find(({ kid }) => kid === key?.rootKid);
  if (!key || !root) throw new CannotSign(`There is no key yet for ${purpose}: make one with "waymark keys make ${purpose}".`);
  return { key, root, signer: signerOf(key) };
}

/** The address of a key, as it stands in the headers of what it signed. `origin` has no slash at its end. */
export const keyUrl = (origin: string, kid: string) => `${origin}/keys/${kid}`;

function signerOf({ kid, serviceName, jwk }: SigningKey): Signer {
  const { keys } = settings();
  if (serviceName === null) return fileSigner(keys.folder, kid);
  if (!keys.serviceUrl) throw new CannotSign(`The key ${kid} is in a key service, but WAYMARK_KEY_SERVICE is not set.`);
  return serviceSigner({ url: keys.serviceUrl, tokenFile: keys.serviceTokenFile }, { kid, name: serviceName, jwk });
}

const ofPurpose = async (db: Db, ...purposes: KeyPurpose[]) =>
  (await db.select().from(signingKeys).where(inArray(signingKeys.purpose, purposes)).orderBy(desc(signingKeys.madeAt), desc(signingKeys.kid))).map(asKey);

const asKey = ({ compromisedSaidAt: _, jwk, ...row }: typeof signingKeys.$inferSelect): SigningKey => ({ ...row, jwk: jwk as PublicJwk });
