import { generateKeyPairSync, randomBytes, webcrypto } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import * as asn1js from "asn1js";
import * as pkijs from "pkijs";
import type { SendOptions } from "~/followers/send.server";

export type Taken = { path: string; headers: Record<string, string>; body: string };
type Answer = (request: IncomingMessage, response: ServerResponse) => void;

/** Somebody else's system, over real HTTPS under the name `hooks.example`, which the resolver of `options` says is this machine. Answers 204 unless `answer` is set. */
export async function receiver(host = "hooks.example") {
  const { key, cert } = await certificateFor(host);
  const taken: Taken[] = [];
  const state: { answer: Answer | undefined } = { answer: undefined };
  const server = createServer({ key, cert }, (request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part) => parts.push(part));
    request.on("end", () => {
      taken.push({ path: request.url!, headers: request.headers as Record<string, string>, body: Buffer.concat(parts).toString() });
      if (state.answer) state.answer(request, response);
      else response.writeHead(204).end();
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  const asked: string[] = [];
  const resolve = async (name: string) => {
    asked.push(name);
    return [{ address: "127.0.0.1", family: 4 }];
  };
  const options: SendOptions = { ca: cert, port, resolve, allowed: (address) => address === "127.0.0.1" };
  return {
    url: `https://${host}/waymark`,
    taken,
    asked,
    options,
    /** What it answers from now on: a status, whatever else, or (nothing) 204. */
    answers(how?: number | Answer) {
      state.answer = typeof how === "number" ? (_, response) => response.writeHead(how, how >= 300 && how < 400 ? { Location: "https://elsewhere.example/" } : {}).end("x") : how;
    },
    async close() {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** A certificate that certifies itself, for one name. */
async function certificateFor(host: string) {
  pkijs.setEngine("node", new pkijs.CryptoEngine({ name: "node", crypto: webcrypto as Crypto }));
  const algorithm = { name: "ECDSA", namedCurve: "P-256" } as const;
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const jwk = privateKey.export({ format: "jwk" });
  const [own, open] = await Promise.all([
    webcrypto.subtle.importKey("jwk", jwk, algorithm, false, ["sign"]),
    webcrypto.subtle.importKey("jwk", { ...jwk, d: undefined, key_ops: ["verify"] }, algorithm, true, ["verify"]),
  ]);
  const certificate = new pkijs.Certificate();
  certificate.version = 2;
  certificate.serialNumber = new asn1js.Integer({ valueHex: new Uint8Array([1, ...randomBytes(8)]).buffer });
  for (const name of [certificate.subject, certificate.issuer])
    name.typesAndValues = [new pkijs.AttributeTypeAndValue({ type: "2.5.4.3", value: new asn1js.Utf8String({ value: host }) })];
  certificate.notBefore.value = new Date("2020-01-01");
  certificate.notAfter.value = new Date("2049-01-01");
  await certificate.subjectPublicKeyInfo.importKey(open as CryptoKey);
  const names = new pkijs.GeneralNames({ names: [new pkijs.GeneralName({ type: 2, value: host })] });
  certificate.extensions = [new pkijs.Extension({ extnID: "2.5.29.17", critical: false, extnValue: names.toSchema().toBER(false) })];
  await certificate.sign(own as CryptoKey, "SHA-256");
  const der = Buffer.from(certificate.toSchema(true).toBER(false)).toString("base64");
  return {
    key: privateKey.export({ format: "pem", type: "pkcs8" }) as string,
    cert: `-----BEGIN CERTIFICATE-----\n${der.replace(/(.{64})/g, "$1\n").trimEnd()}\n-----END CERTIFICATE-----\n`,
  };
}
