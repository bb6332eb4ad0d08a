import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { acceptedFiles, endingOf, fileRefusals, fileRefusalWords, sizeWords } from "~/evidence/file-kinds";
import { attachment, safeName } from "~/evidence/file-name";

describe("the name of a file", () => {
  test.each([
    ["../../etc/passwd", "passwd"],
    ["C:\\fakepath\\insurance.pdf", "insurance.pdf"],
    ["photo\u202Egnp.exe", "photognp.exe"],
    ["a\r\nSet-Cookie: x.pdf", "aSet-Cookie: x.pdf"],
    [".htaccess", "htaccess"],
    ["  two   spaces.pdf ", "two spaces.pdf"],
    ["\0", "file"],
    ["", "file"],
    ["cafe\u0301.pdf", "café.pdf"],
    ["👩‍🌾 plot.jpg", "👩‍🌾 plot.jpg"],
  ])("%j is kept as %j", (given, kept) => expect(safeName(given)).toBe(kept));

  test("a long one keeps its ending", () => {
    expect(safeName(`${"long ".repeat(80)}.pdf`)).toMatch(/^.{116}\.pdf$/);
  });

  test("whatever was given, it is short, visible, without folders, and the same when kept again", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (given) => {
        const name = safeName(given);
        expect(name.length).toBeGreaterThan(0);
        expect(name.length).toBeLessThanOrEqual(120);
        expect(name).not.toMatch(/[\p{Cc}\p{Surrogate}\u202a-\u202e/\\]/u);
        expect(safeName(name)).toBe(name);
      }),
    );
  });

  test("in the header of a download it can be nothing but a file's name", () => {
    expect(attachment('x"; filename=evil.html')).toBe(`attachment; filename="x_; filename=evil.html"; filename*=UTF-8''x%22%3B%20filename%3Devil.html`);
    expect(attachment("ŵŷ (1).pdf")).toBe(`attachment; filename="__ (1).pdf"; filename*=UTF-8''%C5%B5%C5%B7%20%281%29.pdf`);
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 100 }), (given) => {
        expect(attachment(safeName(given))).toMatch(/^attachment; filename="[^"\\\r\n]*"; filename\*=UTF-8''[A-Za-z0-9%!#$&+.^_`|~-]+$/);
      }),
    );
  });
});

test("only the last ending counts, in any case, and none that an object has by itself", () => {
  expect(["x.PDF", "x.pdf.html", "pdf", "x.toString", "x."].map(endingOf)).toEqual(["pdf", undefined, undefined, undefined, undefined]);
  expect(acceptedFiles).not.toMatch(/svg|html|exe|docm|txt/);
});

test("every refusal says what to do", () => {
  for (const why of fileRefusals) expect(fileRefusalWords(why)).toMatch(/Choose|choose|Try again|smaller/);
});

test("sizes are said as people say them", () => {
  expect([1, 400, 350_000, 20 * 1024 * 1024].map(sizeWords)).toEqual(["1 KB", "1 KB", "342 KB", "20.0 MB"]);
});
