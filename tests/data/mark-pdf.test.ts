import { execFileSync, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { renderCertificate } from "~/marks/render.server";
import { checkSignature } from "~/marks/signature/check-signature.server";
import { sealerOf } from "~/marks/signature/sign-pdf.server";
import { certificates } from "../support/certificates";
import { newKeyInUse, sealing } from "../support/signed";
import { needs } from "../support/tools";

// What other people's programs say of a certificate, and that each of them says otherwise of a bad one.
const keys = await newKeyInUse();
const others = await newKeyInUse();
const folder = mkdtempSync(join(tmpdir(), "wm-mark-pdf-"));
const at = (name: string) => join(folder, name);
const credential = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJXYXltYXJrIn0.c2lnbmF0dXJl";
const printing = { origin: sealing.origin, issuer: sealing.issuer, credential };
const run = (tool: string, ...asked: string[]) => {
  const { status, stdout, stderr } = spawnSync(tool, asked, { encoding: "utf8", cwd: folder });
  return { status, said: stdout + stderr };
};
const kept = (name: string, bytes: Uint8Array | string) => {
  writeFileSync(at(name), bytes);
  return at(name);
};

const files: Record<string, string> = {};
for (const [name, certificate] of Object.entries(certificates))
  files[name] = kept(`${name}.pdf`, await renderCertificate(certificate, { ...printing, sealer: sealerOf(keys, sealing) }));
const bothLanguages = { ...certificates.allotment, languages: ["en" as const, "cy" as const] };
files.bilingual = kept("bilingual.pdf", await renderCertificate(bothLanguages, { ...printing, sealer: sealerOf(keys, sealing) }));
const scripts = { ...certificates.allotment, holder: { ...certificates.allotment.holder, name: "مسجد Harbour (2024), ਗੁਰਦੁਆਰਾ 👨‍👩‍👧" } };
files.scripts = kept("scripts.pdf", await renderCertificate(scripts, { ...printing, sealer: sealerOf(keys, sealing) }));
const [good] = Object.values(files) as [string];
const unsigned = kept("unsigned.pdf", await renderCertificate(certificates.allotment, { origin: printing.origin, issuer: printing.issuer }));

/** A second save that puts other words where the page's words were. The first signature still holds for the bytes it is about. */
function pageReplaced(file: string): Buffer {
  const before = readFileSync(file);
  const text = before.toString("latin1");
  const [, page = "", body = ""] = /\n(\d+) 0 obj\n(<<(?:(?!endobj)[\s\S])*?\/Type \/Page\b[\s\S]*?>>)\nendobj/.exec(text) ?? [];
  const [, root = ""] = /\/Root (\d+) 0 R/.exec(text) ?? [];
  const size = Number(/\/Size (\d+)/.exec(text)?.[1]);
  const drawing = "1 0 0 rg 50 400 300 100 re f";
  const stream = `\n${size} 0 obj\n<</Length ${drawing.length}>>\nstream\n${drawing}\nendstream\nendobj\n`;
  const changed = `${page} 0 obj\n${body.replace(/\/Contents \d+ 0 R/, `/Contents ${size} 0 R`)}\nendobj\n`;
  const offset = (number: number) => String(number).padStart(10, "0");
  const first = before.length + 1;
  const second = before.length + stream.length;
  const table = `xref\n${page} 1\n${offset(second)} 00000 n \n${size} 1\n${offset(first)} 00000 n \n`;
  const from = Number(/startxref\s+(\d+)\s+%%EOF\s*$/.exec(text)?.[1]);
  const trailer = `trailer\n<</Size ${size + 1}/Root ${root} 0 R/Prev ${from}>>\nstartxref\n${second + changed.length}\n%%EOF\n`;
  return Buffer.concat([before, Buffer.from(stream + changed + table + trailer, "latin1")]);
}
const why = (file: string) => {
  const found = checkSignature(readFileSync(file), [keys.key.certificate]);
  return found.ok ? "ok" : found.why;
};
const tampered = {
  appended: kept("appended.pdf", Buffer.concat([readFileSync(good), Buffer.from("x\n")])),
  replaced: kept("replaced.pdf", pageReplaced(good)),
  flipped: kept("flipped.pdf", Buffer.from(readFileSync(good).toString("latin1").replace("WM-00042", "WM-00043").replace("Quality mark", "Quality merk"), "latin1")),
};

describe.skipIf(!needs("pdfsig", "certutil"))("pdfsig, with our root trusted and nothing else", () => {
  function trusting(root: string, name: string) {
    mkdirSync(at(name));
    execFileSync("certutil", ["-N", "-d", `sql:${at(name)}`, "--empty-password"]);
    execFileSync("certutil", ["-A", "-d", `sql:${at(name)}`, "-n", "root", "-t", "CT,C,C", "-i", kept(`${name}.pem`, root)]);
    return (file: string) => run("pdfsig", "-nssdir", at(name), file).said;
  }
  const ours = trusting(keys.root.certificate, "ours");
  const theirs = trusting(others.root.certificate, "theirs");

  test.each(Object.entries(files))("takes the certificate %s: one signature, whole, by somebody trusted", (_, file) => {
    const said = ours(file);
    for (const words of ["ETSI.CAdES.detached", "Total document signed", "Signature is Valid", "Certificate is Trusted"]) expect(said).toContain(words);
    expect(said.match(/^Signature #/gm)).toHaveLength(1);
  });

  test("does not trust it under another root", () => {
    expect(theirs(good)).toContain("Signature is Valid");
    expect(theirs(good)).not.toContain("Certificate is Trusted");
  });

  test("sees what was added, and calls a replaced page valid all the same: we do not", () => {
    for (const file of [tampered.appended, tampered.replaced]) {
      expect(ours(file)).not.toContain("Total document signed.");
      expect(why(file)).toBe("not_whole_file");
    }
    expect(ours(tampered.replaced)).toContain("Signature is Valid");
  });

  test("sees a changed word, and so do we", () => {
    expect(ours(tampered.flipped)).toContain("Digest Mismatch");
    expect(why(tampered.flipped)).toBe("altered");
  });
});

describe.skipIf(!needs("qpdf"))("qpdf", () => {
  test.each(Object.entries(files))("finds nothing to say of %s", (_, file) => {
    const { status, said } = run("qpdf", "--check", file);
    expect([status, /warning/i.test(said)]).toEqual([0, false]);
    expect(said).toContain("No syntax or stream encoding errors found");
  });
  test("finds something in a file that is cut short", () => {
    expect(run("qpdf", "--check", kept("short.pdf", readFileSync(good).subarray(0, -600))).status).not.toBe(0);
  });
  test("saves it again, and then it is not ours", () => {
    run("qpdf", good, at("resaved.pdf"));
    expect(why(at("resaved.pdf"))).not.toBe("ok");
  });
});

describe.skipIf(!needs("mutool"))("mutool", () => {
  test.each([
    ["clean", ["clean", good, "cleaned.pdf"]],
    ["a second save", ["run", "save.js"]],
  ])("%s: not ours any more", (_, asked) => {
    kept(
      "save.js",
      `var doc = new PDFDocument(${JSON.stringify(good)}); var b = new Buffer(); b.writeLine("1 0 0 rg 50 400 300 100 re f"); doc.findPage(0).Contents = doc.addStream(b, {}); doc.save("saved.pdf", "incremental");`,
    );
    expect(run("mutool", ...asked).status).toBe(0);
    expect(["not_whole_file", "altered", "malformed", "several_signatures"]).toContain(why(at(asked[0] === "run" ? "saved.pdf" : "cleaned.pdf")));
  });
});

describe.skipIf(!needs("pdfdetach", "pdffonts", "pdfinfo", "pdftotext"))("poppler's other tools", () => {
  test.each(Object.entries(files))("find in %s the credential as its only file, every typeface, its language's words", (_, file) => {
    expect(run("pdfdetach", "-list", file).said).toMatch(/^1 embedded files\n1: credential\.jwt\n/);
    run("pdfdetach", "-save", "1", "-o", at("out.jwt"), file);
    expect(readFileSync(at("out.jwt"), "utf8")).toBe(credential);
    const fonts = run("pdffonts", file).said.trim().split("\n").slice(2);
    expect(fonts.length).toBeGreaterThan(2);
    expect(fonts.filter((line) => !/ yes +yes +yes +\d+ +\d+$/.test(line))).toEqual([]);
    expect(run("pdfinfo", file).said).toMatch(/^Title: +\S/m);
    expect(run("pdftotext", file, "-").said).toContain("the accessible copy");
  });
  test.each([
    ["Сад дружбы", "Сад дружбы"],
    ["华人互助会 Park公园", "华人互助会 Park公园"],
    ["Κήπος Vườn ằ", "Κήπος Vườn ằ"],
    ["Grow 🌱 Up", "Grow 🌱 Up"],
    ["Mill\nGarden", "Mill Garden"],
    ["<b>A</b> & {x}", "<b>A</b> & {x}"],
    ["Eve \u202egnip", "Eve gnip"],
  ])("find the name %j in the words, letter by letter, its typefaces embedded", async (name, found) => {
    const { allotment } = certificates;
    const file = kept("name.pdf", await renderCertificate({ ...allotment, holder: { ...allotment.holder, name } }, { ...printing, sealer: sealerOf(keys, sealing) }));
    expect(run("pdftotext", file, "-").said).toContain(`\n${found}\n`);
    expect(
      run("pdffonts", file)
        .said.trim()
        .split("\n")
        .slice(2)
        .filter((line) => !/ yes +yes +yes +\d+ +\d+$/.test(line)),
    ).toEqual([]);
  });
  test("find no file in one that has none", () => {
    expect(run("pdfdetach", "-list", unsigned).said).toMatch(/^0 embedded files/);
  });
});

describe.skipIf(!needs("pdftoppm", "zbarimg"))("a reader of squares", () => {
  test.each(["72", "100", "200"])("reads the mark's address from a page of %s dots an inch", (dots) => {
    for (const [name, file] of Object.entries(files)) {
      run("pdftoppm", "-r", dots, "-png", "-singlefile", file, "page");
      const code = { ...certificates, bilingual: bothLanguages, scripts }[name]!.code.replaceAll("-", "");
      expect(run("zbarimg", "--nodbus", "-q", "--raw", "-Sdisable", "-Sqrcode.enable", "page.png").said.trim()).toBe(`https://waymark.example/marks/${code}`);
    }
  });
});

test.each(Object.entries(files))("%s says which language it is in, is PDF/A-3b by its own word, ties the file to itself, runs nothing", (_, file) => {
  const text = readFileSync(file, "latin1");
  expect(text).toContain("/Lang (en-GB)");
  expect(text).toContain("<pdfaid:part>3</pdfaid:part>");
  expect(text).toContain("<pdfaid:conformance>B</pdfaid:conformance>");
  expect(text).toMatch(/\/AFRelationship \/Data/);
  expect(text).toMatch(/\/AF \[/);
  expect(text).toMatch(/\/ID \[ ?</);
  expect(text).not.toMatch(/\/(JS|JavaScript|OpenAction|AA|Launch|URI|SubmitForm|Encrypt)\b/);
  expect(why(file)).toBe("ok");
});
