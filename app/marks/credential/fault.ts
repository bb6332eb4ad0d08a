/**
 * Why something is not a thing that we signed. `malformed`: no JWT, or one with more in its header than ours have. `unknown_key`: the key it names is none of ours, or not one that signs this.
 */
export type SignedFault = "malformed" | "too_large" | "unknown_key" | "signature";

/**
 * Why something is not taken for a credential of ours. `claims`: signed by us, but no credential of a mark, or one that contradicts itself. `key_not_believed`: the key is in
 * other hands, and nothing shows that we signed this before it was. `not_recorded`: it fits our key, and the register has no record that we issued it.
 */
export type CredentialFault = SignedFault | "nothing_inside" | "several" | "claims" | "not_yet" | "key_not_believed" | "not_recorded";
