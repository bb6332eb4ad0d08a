/** Private keys in a key service that signs digests over HTTPS: the shape of `asymmetricSign` of Google Cloud KMS, which bridges to a PKCS#11 module can speak as well. */
import { readFile } from "node:fs/promises";
import { z } from "zod";
import { compactOf, type PublicJwk, verifiesDigest } from "./ecdsa.server";
import { CannotSign, type Signer } from "./signer";

const Answer = z.object({ signature: z.base64() });
/** A key service that does not answer in this time is asked again by the job's next try. Milliseconds. */
const patience = 10_000;

type Service = {
  /** Without a slash at its end. */ url: string /** Holds a bearer token; read anew for each signature, because such tokens are short-lived. */;
  tokenFile?: string;
};

/** Signs with the key that the service calls `name`. What it answers is checked against the published key before anybody sees it. */
export function serviceSigner({ url, tokenFile }: Service, { kid, name, jwk }: { kid: string; name: string; jwk: PublicJwk }): Signer {
  return {
    kid,
    async sign(digest) {
      try {
        const token = tokenFile ? (await readFile(tokenFile, "utf8")).trim() : undefined;
        const response = await fetch(`${url}/v1/${name}:asymmetricSign`, {
          method: "POST",
          headers: { "Content-Type": "application/json", ...(token ? { Authorization: `Bearer ${token}` } : {}) },
          body: JSON.stringify({ digest: { sha256: Buffer.from(digest).toString("base64") } }),
          redirect: "error",
          signal: AbortSignal.timeout(patience),
        });
        if (!response.ok) throw new Error(`it answered ${response.status}`);
        const signature = compactOf(Buffer.from(Answer.parse(await response.json()).signature, "base64"));
        if (!verifiesDigest(digest, signature, jwk)) throw new Error("what it signed does not fit the published key");
        return signature;
      } catch (error) {
        throw new CannotSign(`The key service did not sign with ${kid}: ${(error as Error).message}`);
      }
    },
  };
}
