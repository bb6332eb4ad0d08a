import type { CredentialFault } from "~/marks/credential/fault";
import type { SignatureFault } from "~/marks/signature/check-signature.server";
import type { Verification } from "../public-shapes";
import type { Unreadable } from "./look-into.server";

/** Keys of `file.why` in the words: one sentence each. */
export type Reason =
  | `genuine_${"pdf" | "credential" | "badge"}`
  | `unreadable_${Unreadable}`
  | `signature_${SignatureFault}`
  | `credential_${"malformed" | "unknown_key" | "signature" | "claims"}`
  | "genuine_pdf_offline"
  | `offline_${"current" | "over" | "suspended" | "withdrawn" | "run_out_since" | "key_lost" | "no_credential" | "list_run_out" | "list_not_ours" | "another_list"}`
  | "in_force"
  | "over"
  | "none"
  | "changed"
  | "go_by_register"
  | "do_not_rely"
  | "signed_by_another"
  | "not_recorded"
  | "key_lost"
  | "key_lost_since"
  | "unknown_code"
  | "no_code";

/** What a credential is that is not as we issued it. Only what still bears the name of one of our keys was ours and is changed; what our key signed and our register does not know is nobody's proof. */
export const credentialAnswer: Record<CredentialFault, { document: Verification["document"]; reason: Reason }> = {
  malformed: { document: "not_ours", reason: "credential_malformed" },
  too_large: { document: "unreadable", reason: "unreadable_too_much" },
  unknown_key: { document: "not_ours", reason: "credential_unknown_key" },
  signature: { document: "altered", reason: "credential_signature" },
  nothing_inside: { document: "unreadable", reason: "unreadable_nothing_inside" },
  several: { document: "unreadable", reason: "unreadable_several_inside" },
  claims: { document: "not_ours", reason: "credential_claims" },
  not_yet: { document: "not_ours", reason: "credential_claims" },
  key_not_believed: { document: "not_ours", reason: "key_lost" },
  not_recorded: { document: "not_ours", reason: "not_recorded" },
};
