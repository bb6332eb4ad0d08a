/** Somebody else's word for when a signature was there: RFC 3161. */
import { randomBytes } from "node:crypto";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import { digestOf } from "~/platform/signing/ecdsa.server";
import { CannotSign } from "~/platform/signing/signer";
import { oid } from "./oids";

/** The token for a signature, in DER. Throws `CannotSign` when there is none to be had. */
export type Timestamper = (signature: Uint8Array) => Promise<Uint8Array>;

/** Milliseconds. */
const patience = 10_000;
const bytesAtMost = 12_000;

/** Asks the authority at `url`. What it answers is checked: that it is about this signature and this question, and that its own signature is whole. Whom the authority is certified by is for the reader to judge. */
export const timestamper =
  (url: string): Timestamper =>
  async (signature) => {
    try {
      const nonce = randomBytes(8);
      nonce[0] = (nonce[0]! & 0x7f) | 0x40; // positive, and always of eight bytes
      const response = await fetch(url, {
        method: "POST",
        headers: { "Content-Type": "application/timestamp-query", Accept: "application/timestamp-reply" },
        body: new Uint8Array(question(digestOf(signature), nonce)),
        redirect: "error",
        signal: AbortSignal.timeout(patience),
      });
      if (!response.ok) throw new Error(`it answered ${response.status}`);
      const answer = await response.arrayBuffer();
      if (answer.byteLength > bytesAtMost) throw new Error("its answer is too long");
      return await tokenIn(answer, signature, nonce);
    } catch (error) {
      throw new CannotSign(`The time-stamping authority ${url} gave no time stamp: ${(error as Error).message}`);
    }
  };

function question(imprint: Uint8Array, nonce: Uint8Array): ArrayBuffer {
  const messageImprint = new pkijs.MessageImprint({ hashAlgorithm: sha256, hashedMessage: new asn1js.OctetString({ valueHex: new Uint8Array(imprint) }) });
  return new pkijs.TimeStampReq({ version: 1, messageImprint, nonce: new asn1js.Integer({ valueHex: new Uint8Array(nonce) }), certReq: true }).toSchema().toBER(false);
}

async function tokenIn(answer: ArrayBuffer, signature: Uint8Array, nonce: Uint8Array): Promise<Uint8Array> {
  const { status, timeStampToken } = pkijs.TimeStampResp.fromBER(answer);
  if (status.status > 1 || !timeStampToken) throw new Error(`it refused (${status.status})`);
  const { info, signed } = readToken(timeStampToken);
  if (!saysWhen(info, digestOf(signature))) throw new Error("its stamp is about something else");
  if (!info.nonce || !Buffer.from(info.nonce.valueBlock.valueHexView).equals(nonce)) throw new Error("its stamp answers another question");
  const whole = await signed.verify({ signer: 0, checkChain: false, data: new Uint8Array(signature).buffer });
  if (!whole) throw new Error("its own signature does not hold");
  return new Uint8Array(timeStampToken.toSchema().toBER(false));
}

/** A token's content, and the signature around it. Throws for anything else. */
export function readToken(token: pkijs.ContentInfo): { info: pkijs.TSTInfo; signed: pkijs.SignedData } {
  if (token.contentType !== oid.signedData) throw new Error("this is not signed");
  const signed = new pkijs.SignedData({ schema: token.content });
  const content = signed.encapContentInfo.eContent;
  if (signed.encapContentInfo.eContentType !== oid.timestampInfo || !content) throw new Error("this is no time stamp");
  return { info: pkijs.TSTInfo.fromBER(content.getValue()), signed };
}

/** Whether a stamp is about bytes with this SHA-256. */
export const saysWhen = ({ messageImprint }: pkijs.TSTInfo, imprint: Uint8Array): boolean =>
  messageImprint.hashAlgorithm.algorithmId === oid.sha256 && Buffer.from(messageImprint.hashedMessage.valueBlock.valueHexView).equals(imprint);

const sha256 = new pkijs.AlgorithmIdentifier({ algorithmId: oid.sha256 });
