import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFDict, PDFDocument, PDFHexString, PDFName, PDFString } from "pdf-lib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderCertificate } from "~/marks/render.server";
import { checkSignature } from "~/marks/signature/check-signature.server";
import { sealerOf } from "~/marks/signature/sign-pdf.server";
import { timestamper } from "~/marks/signature/timestamp.server";
import { fingerprintOf } from "~/platform/signing/certify.server";
import { CannotSign } from "~/platform/signing/signer";
import { certificates } from "../support/certificates";
import { newKeyInUse, sealing } from "../support/signed";

const keys = await newKeyInUse();
const others = await newKeyInUse();
const printing = { origin: sealing.origin, issuer: sealing.issuer };
const issuedBy = (...by: Parameters<typeof sealerOf>) => renderCertificate(certificates.allotment, { ...printing, sealer: sealerOf(...by) });
const unsigned = await renderCertificate(certificates.allotment, printing);
const signed = await issuedBy(keys, sealing);
const ours = [keys.key.certificate];
const folder = mkdtempSync(join(tmpdir(), "wm-cms-"));

const text = (bytes: Buffer) => bytes.toString("latin1");
const bytes = (text: string) => Buffer.from(text, "latin1");
const rangeOf = (file: Buffer) => /\/ByteRange \[0 (\d+) (\d+) \d+\]/.exec(text(file))!.slice(1).map(Number) as [number, number];
const cmsOf = (file: Buffer) => {
  const [from, to] = rangeOf(file);
  const held = Buffer.from(text(file).slice(from + 1, to - 1), "hex");
  return held.subarray(0, 4 + held.readUInt16BE(2));
};
const dataOf = (file: Buffer) => {
  const [from, to] = rangeOf(file);
  return Buffer.concat([file.subarray(0, from), file.subarray(to)]);
};
/** The file with another signature in the same hole. */
function withCms(file: Buffer, cms: Buffer, behind = "") {
  const [from, to] = rangeOf(file);
  const hex = (cms.toString("hex") + behind).padEnd(to - from - 2, "0");
  return Buffer.concat([file.subarray(0, from + 1), bytes(hex), file.subarray(to - 1)]);
}

/** What openssl says of a signature, as CAdES, with this root. */
function openssl(file: Buffer, root: string) {
  const [cms, data, ca] = ["x.p7s", "x.data", "ca.pem"].map((name) => join(folder, name)) as [string, string, string];
  writeFileSync(cms, cmsOf(file));
  writeFileSync(data, dataOf(file));
  writeFileSync(ca, root);
  const asked = ["cms", "-verify", "-cades", "-binary", "-inform", "DER", "-in", cms, "-content", data, "-CAfile", ca, "-purpose", "any", "-out", "/dev/null"];
  const { status, stderr } = spawnSync("openssl", [...asked, "-attime", String(sealing.at.getTime() / 1000)], { encoding: "utf8" });
  return { status, stderr };
}
const printed = (file: Buffer) => execFileSync("openssl", ["cms", "-cmsout", "-print", "-inform", "DER"], { input: cmsOf(file), encoding: "utf8" });

describe("a signed PDF", () => {
  test("is what openssl calls CAdES, under our root and no other", () => {
    expect(openssl(signed, keys.root.certificate)).toMatchObject({ status: 0, stderr: expect.stringContaining("CAdES Verification successful") });
    expect(openssl(signed, others.root.certificate).status).not.toBe(0);
    expect(openssl(bytes(text(signed).replace("Waymark", "Waymork")), keys.root.certificate).status).not.toBe(0);
  });

  test("names its certificate among what is signed, and no time: the document says when", () => {
    const all = printed(signed);
    expect(all).toContain("id-smime-aa-signingCertificateV2");
    expect(all).not.toContain("signingTime");
    expect(all.match(/object: .*\(1\.2\.840\.113549\.1\.9/g)).toHaveLength(3);
    expect(text(signed)).toContain("/M (D:20260601110000Z)");
    expect(text(signed)).toContain("/SubFilter /ETSI.CAdES.detached");
  });

  test("asks the key for one digest and nothing else", async () => {
    const asked: Uint8Array[] = [];
    const signer = {
      kid: keys.key.kid,
      sign(digest: Uint8Array) {
        asked.push(digest);
        return keys.signer.sign(digest);
      },
    };
    expect(checkSignature(await issuedBy({ ...keys, signer }, sealing), ours).ok).toBe(true);
    expect(asked.map(({ length }) => length)).toEqual([32]);
  });

  test("is not made without a key", async () => {
    const signer = { kid: keys.key.kid, sign: () => Promise.reject(new CannotSign("away")) };
    await expect(issuedBy({ ...keys, signer }, sealing)).rejects.toThrow(CannotSign);
  });

  test.each(["Ŵyl (Môn) \\ 42", "a ) b", ") /SubFilter /x (", "公\\("])("says who issued it, whatever is in the name: %s", async (issuer) => {
    const file = await issuedBy(keys, { ...sealing, issuer });
    expect(checkSignature(file, ours)).toEqual({ ok: true, signer: fingerprintOf(keys.key.certificate) });
    expect(await namedIn(file)).toBe(issuer);
    expect(text(file).match(/\/SubFilter/g)!.length).toBe(issuer.includes("SubFilter") ? 2 : 1);
  });
});

/** Who the signature says that signed it, read by a library that did not write it. */
async function namedIn(file: Buffer) {
  const { context } = await PDFDocument.load(file, { updateMetadata: false });
  const signature = context.enumerateIndirectObjects().find(([, object]) => object instanceof PDFDict && object.get(PDFName.of("Type")) === PDFName.of("Sig"))![1] as PDFDict;
  return signature.lookup(PDFName.of("Name"), PDFString, PDFHexString).decodeText();
}

describe("the strict check", () => {
  const [from, to] = rangeOf(signed);
  const why = (file: Uint8Array, pinned = ours) => {
    const found = checkSignature(file, pinned);
    return found.ok ? "ok" : found.why;
  };

  test("believes what we signed, and says which certificate", () => {
    expect(checkSignature(signed, [others.key.certificate, ...ours])).toEqual({ ok: true, signer: fingerprintOf(keys.key.certificate) });
  });

  test("does not believe the same name under another root, nor anything when nothing is pinned", async () => {
    expect(why(await issuedBy(others, sealing))).toBe("not_ours");
    expect(why(signed, [])).toBe("not_ours");
    expect(why(signed, [keys.root.certificate])).toBe("not_ours");
  });

  test.each<[string, Buffer, string]>([
    ["not signed", unsigned, "not_signed"],
    ["empty", Buffer.alloc(0), "not_signed"],
    ["no PDF", bytes("GIF89a /ByteRange [0 1 2 3]"), "not_signed"],
    ["with something behind it", Buffer.concat([signed, bytes("x")]), "not_whole_file"],
    ["with something before it", Buffer.concat([bytes("%PDF-1.7\n"), signed]), "not_whole_file"],
    ["with an empty second save", Buffer.concat([signed, bytes("\nxref\n0 0\ntrailer\n<</Size 9/Root 1 0 R>>\nstartxref\n0\n%%EOF\n")]), "not_whole_file"],
    ["signed twice over", Buffer.concat([signed, bytes("/ByteRange [0 1 2 3]")]), "several_signatures"],
    ["with a range to somewhere else", bytes(text(signed).replace(/\/ByteRange \[0 \d+/, (found) => found.replace(/\d$/, (last) => String((Number(last) + 1) % 10)))), "malformed"],
    [
      "with a range that runs back",
      bytes(text(signed).replace(/\/ByteRange \[[^\]]*\]/, (found) => `/ByteRange [0 ${to} ${from} ${signed.length - from}]`.padEnd(found.length))),
      "not_whole_file",
    ],
    ["with a range of no numbers", bytes(text(signed).replace(/\/ByteRange \[0/, "/ByteRange [x")), "malformed"],
    ["with data behind the signature", withCms(signed, cmsOf(signed), "00ff"), "padding"],
    ["with a signature in capitals", bytes(text(signed).slice(0, from) + text(signed).slice(from, to).toUpperCase() + text(signed).slice(to)), "malformed"],
    ["with nothing in its hole", withCms(signed, Buffer.alloc(0)), "malformed"],
    ["with a signature cut short", withCms(signed, cmsOf(signed).subarray(0, 300)), "malformed"],
    ["with nothing but brackets in its hole", withCms(signed, bytes(`0\u0082\u0007\u00d0${"0\u0080".repeat(1000)}`)), "malformed"],
  ])("a file %s", (_, file, expected) => {
    expect(why(file)).toBe(expected);
  });

  test("the signature of another file of ours does not fit", async () => {
    const other = await renderCertificate(certificates.ten, { ...printing, sealer: sealerOf(keys, sealing) });
    expect(why(withCms(signed, cmsOf(other)))).toBe("altered");
  });

  test("a signature of openssl's with our key, but not of our kind, does not count", () => {
    const paths = ["leaf.pem", "x.data"].map((name) => join(folder, name)) as [string, string];
    writeFileSync(paths[0], keys.key.certificate);
    writeFileSync(paths[1], dataOf(signed));
    writeFileSync(join(folder, "other.pem"), execFileSync("openssl", ["ecparam", "-name", "prime256v1", "-genkey", "-noout"]));
    const self = ["req", "-x509", "-key", join(folder, "other.pem"), "-subj", "/CN=Waymark certificate 2026", "-days", "9", "-out", join(folder, "self.pem")];
    execFileSync("openssl", self, { stdio: "ignore" });
    const sign = ["cms", "-sign", "-binary", "-cades", "-outform", "DER", "-in", paths[1], "-signer", join(folder, "self.pem"), "-inkey", join(folder, "other.pem")];
    expect(why(withCms(signed, execFileSync("openssl", sign)))).toBe("not_ours");
    const self509 = execFileSync("cat", [join(folder, "self.pem")], { encoding: "utf8" });
    // Even when its certificate is pinned: a time among the signed attributes is none of ours.
    expect(why(withCms(signed, execFileSync("openssl", sign)), [self509])).toBe("malformed");
  });

  test("no bit of the file can change", { timeout: 60_000 }, () => {
    const held = Array.from({ length: 2 * cmsOf(signed).length + 40 }, (_, place) => from + place);
    const around = Array.from({ length: 120 }, (_, place) => Math.floor((place * signed.length) / 120)).filter((place) => place < from || place >= to);
    const every = 7;
    const believed = [...held.filter((place) => place % every === 0), ...around].filter((place) => {
      const file = Buffer.from(signed);
      file[place]! ^= 1 << ((place * 5) % 8);
      return why(file) === "ok";
    });
    expect(believed).toEqual([]);
  });
});

describe("with a time stamp", () => {
  const tsa = mkdtempSync(join(tmpdir(), "wm-tsa-"));
  const at = (name: string) => join(tsa, name);
  let reply = (query: Buffer): Buffer => {
    writeFileSync(at("query.tsq"), query);
    return execFileSync("openssl", ["ts", "-reply", "-config", at("tsa.cnf"), "-queryfile", at("query.tsq")], { stdio: ["ignore", "pipe", "ignore"] });
  };
  const honest = reply;
  const asked: (string | undefined)[] = [];
  const server = createServer((request, response) => {
    const parts: Buffer[] = [];
    request.on("data", (part: Buffer) => parts.push(part));
    request.on("end", () => {
      asked.push(request.headers["content-type"]);
      response.writeHead(200, { "Content-Type": "application/timestamp-reply" }).end(reply(Buffer.concat(parts)));
    });
  });
  let url = "";
  beforeAll(async () => {
    writeFileSync(at("serial"), "01\n");
    writeFileSync(
      at("tsa.cnf"),
      `[tsa]\ndefault_tsa = t\n[t]\ndir = ${tsa}\nserial = ${at("serial")}\nsigner_cert = ${at("tsa.pem")}\nsigner_key = ${at("tsa.key")}\nsigner_digest = sha256\ndefault_policy = 1.2.3.4\ndigests = sha256\ness_cert_id_alg = sha256\n[req]\ndistinguished_name = dn\n[dn]\n[v]\nextendedKeyUsage = critical,timeStamping\nkeyUsage = critical,digitalSignature\n`,
    );
    const req = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-subj", "/CN=A time-stamping authority", "-days", "9"];
    execFileSync("openssl", [...req, "-config", at("tsa.cnf"), "-extensions", "v", "-keyout", at("tsa.key"), "-out", at("tsa.pem")], { stdio: "ignore" });
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    const address = server.address();
    url = `http://127.0.0.1:${typeof address === "object" && address ? address.port : 0}/`;
  });
  afterAll(() => {
    server.close();
  });

  test("carries it, as an attribute that is not signed; openssl takes both, and so do we", async () => {
    reply = honest;
    const file = await issuedBy(keys, { ...sealing, timestamp: timestamper(url) });
    expect(asked).toEqual(["application/timestamp-query"]);
    expect(checkSignature(file, ours)).toEqual({ ok: true, signer: fingerprintOf(keys.key.certificate) });
    expect(openssl(file, keys.root.certificate)).toMatchObject({ status: 0, stderr: expect.stringContaining("CAdES Verification successful") });
    expect(printed(file)).toContain("id-smime-aa-timeStampToken");
  });

  test("of another signature is not believed", async () => {
    reply = honest;
    const [one, two] = [await issuedBy(keys, { ...sealing, timestamp: timestamper(url) }), await issuedBy(keys, { ...sealing, at: new Date(0), timestamp: timestamper(url) })];
    expect(checkSignature(withCms(two, cmsOf(one)), ours)).toMatchObject({ ok: false });
  });

  test("that the authority does not give is waited for", async () => {
    const first = honest(Buffer.from(`30390201013031300d060960864801650304020105000420${"00".repeat(32)}0101ff`, "hex"));
    for (const answer of [Buffer.from("not a stamp"), Buffer.alloc(0), first, Buffer.alloc(50_000)]) {
      reply = () => answer;
      await expect(issuedBy(keys, { ...sealing, timestamp: timestamper(url) })).rejects.toThrow(CannotSign);
    }
    reply = honest;
    await expect(issuedBy(keys, { ...sealing, timestamp: timestamper("http://127.0.0.1:9/") })).rejects.toThrow(CannotSign);
  });
});
