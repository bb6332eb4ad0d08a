import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Certificate } from "~/marks/certificate";
import { certificateDocument } from "~/marks/certificate-document";
import { type Drawing, page } from "~/platform/paper/drawing";
import { certificates } from "../support/certificates";
import { evenFaces } from "../support/faces";

const printing = { origin: "https://waymark.example", issuer: "Waymark (demonstration issuer)", faces: evenFaces };
const drawn = (certificate: Certificate, origin = printing.origin) =>
  certificateDocument(certificate, { ...printing, origin }).content.filter((node): node is Drawing => "absolutePosition" in node);
const lines = (certificate: Certificate, origin?: string) =>
  drawn(certificate, origin).flatMap((node) => ("text" in node ? [{ ...node, said: node.text.map(({ text }) => text).join("") }] : []));
const said = (certificate: Certificate) =>
  lines(certificate)
    .map((line) => line.said)
    .join(" ");
const square = (certificate: Certificate, origin?: string) => drawn(certificate, origin).flatMap((node) => ("qr" in node ? [node] : []))[0];

test("a certificate, line by line", () => {
  const place = ({ absolutePosition: { x, y }, fontSize, text, said }: ReturnType<typeof lines>[number]) => `${x},${y} ${text[0]?.font} ${fontSize}: ${said}`;
  expect(lines(certificates.allotment).map(place).join("\n")).toMatchInlineSnapshot(`
    "351.78,57.3 Atkinson 10: Quality mark for social prescribing
    51,125.3 Atkinson 10: Held by
    51,140.8 Besley 30: Marsh End Community
    51,175.6 Besley 30: Allotment
    51,218.29 Atkinson 10.5: Marsh End, Harbourshire
    51,268.37 Atkinson 9: Level of mark
    51,281.63 Besley 26: Assured
    51,317.29 Atkinson 9.8: Every must-have is met, and most other good
    51,330.29 Atkinson 9.8: practice too.
    354.28,268.37 Atkinson 9: Standard
    354.28,292.13 Besley 15.5: Activities and
    354.28,310.13 Besley 15.5: services
    354.28,331.73 Atkinson 9.8: version 1.0.0
    51,372.31 Atkinson 9: What this mark covers
    63,390.2 Atkinson 12: Tuesday digging mornings
    63,409.8 Atkinson 12: Raised-bed growing, step-free
    63,429.4 Atkinson 12: Dementia-friendly garden buddies
    51,493.91 Atkinson 9: Awarded
    51,508.45 Besley 14.5: 10 March 2026
    203,493.91 Atkinson 9: In force until
    203,508.45 Besley 14.5: 9 March 2028
    203,527.77 Atkinson 8.5: unless the page says otherwise
    368,493.91 Atkinson 9: Mark code
    368,507.73 AtkinsonMono 15.5: ES4F-T5GV-6HWY
    189,572.23 Besley 15.5: Is this mark still in force?
    189,595.33 Atkinson 10.5: Paper cannot tell you. Scan the square, or go to
    189,609.33 Atkinson 10.5: waymark.example/verify and type the code.
    189,626.41 Atkinson 9: The address must start with https://waymark.example/
    51,676.61 Besley 11.5: What this mark means
    51,693.77 Atkinson 9.2: Trained assessors checked how this
    51,705.77 Atkinson 9.2: organisation works against Activities
    51,717.77 Atkinson 9.2: and services, version 1.0.0. They looked
    51,729.77 Atkinson 9.2: at what it told us, at some evidence,
    51,741.77 Atkinson 9.2: and tested its phone and email. Every
    51,753.77 Atkinson 9.2: must-have was met on the day we decided.
    309.64,676.61 Besley 11.5: What it does not mean
    309.64,693.77 Atkinson 9.2: It does not show that someone’s health will
    309.64,705.77 Atkinson 9.2: improve. It is not a clinical check, a
    309.64,717.77 Atkinson 9.2: medical treatment, a licence or an
    309.64,729.77 Atkinson 9.2: inspection by a regulator. The NHS did not
    309.64,741.77 Atkinson 9.2: award it. Things can change after we check.
    51,776.88 Atkinson 8: This PDF is for printing. To have it read aloud or made larger, use the mark’s page on the web: it says all of
    51,787.38 Atkinson 8: this, and is the accessible copy.
    51,800.88 Atkinson 8: Issued by Waymark (demonstration issuer). Not part of the NHS.
    456.28,800.88 Atkinson 8: Certificate WM-00042"
  `);
});

test("the facts about the file", () => {
  const { content, ...about } = certificateDocument(certificates.allotment, printing);
  expect(content.length).toBeGreaterThan(20);
  expect(about).toMatchInlineSnapshot(`
    {
      "compress": true,
      "defaultStyle": {
        "font": "Atkinson",
      },
      "displayTitle": true,
      "info": {
        "author": "Waymark (demonstration issuer)",
        "creationDate": 2026-03-10T00:00:00.000Z,
        "creator": "Waymark",
        "keywords": "ES4F-T5GV-6HWY",
        "producer": "Waymark",
        "subject": "Quality mark for social prescribing",
        "title": "Marsh End Community Allotment: Assured, Activities and services 1.0.0",
      },
      "language": "en-GB",
      "pageMargins": [
        0,
        0,
        0,
        0,
      ],
      "pageSize": "A4",
      "subset": "PDF/A-3b",
      "version": "1.7",
    }
  `);
});

describe("what it says", () => {
  test.each([
    ["smallest", "Every must-have is met. Other good practice is still growing."],
    ["allotment", "Every must-have is met, and most other good practice too."],
    ["ten", "With commendation: every must-have is met, and much of the work is leading practice."],
    ["long", "Every must-have is met. Two other points are to be put right by 8\u00a0June\u00a02026."],
  ] as const)("%s: the level in a sentence", (name, sentence) => {
    expect(said(certificates[name])).toContain(sentence);
  });

  test("one condition is said of one point", () => {
    expect(said({ ...certificates.long, conditions: { count: 1, by: "2026-06-08" } })).toContain("One other point is to be put right by");
  });

  test.each(Object.entries(certificates))("%s: who, for what, until when, and what it does not mean", (_, certificate) => {
    const words = said(certificate);
    for (const part of [certificate.holder.name, certificate.standard.title, certificate.code, certificate.number, "10 March 2026", "9 March 2028", ...certificate.scope])
      expect(words).toContain(part);
    expect(words).toContain("Paper cannot tell you. Scan the square, or go to waymark.example/verify and type the code.");
    expect(words).toContain("It does not show that someone’s health will improve.");
    expect(words).toContain("Not part of the NHS.");
  });

  test("nothing under a heading means no heading", () => {
    expect(said({ ...certificates.allotment, scope: [] })).not.toContain("What this mark covers");
  });

  test("conditions without their number and day are a fault, not a gap in a sentence", () => {
    expect(() => said({ ...certificates.long, conditions: undefined })).toThrow("Nothing to put in the place {count}");
  });
});

describe("the square", () => {
  test("holds the address of the mark's page, without hyphens, and nothing else", () => {
    expect(square(certificates.allotment)).toMatchObject({ qr: "https://waymark.example/marks/ES4FT5GV6HWY", eccLevel: "M", padding: 4, version: 3, fit: 87 });
  });

  test.each([
    ["https://waymark.example", 42],
    [`https://${"a".repeat(35)}`, 62],
    [`https://${"a".repeat(57)}`, 84],
    [`https://${"a".repeat(125)}`, 152],
  ])("%s: three points a module, however long the address", (origin, capacity) => {
    const { qr = "", fit = 0, version = 0 } = square(certificates.allotment, origin) ?? {};
    expect(qr.length).toBeLessThanOrEqual(capacity);
    expect(fit).toBe(3 * (17 + 4 * version));
    expect(square(certificates.allotment, origin)?.qr).toBe(`${origin}/marks/ES4FT5GV6HWY`);
  });

  test("its panel grows with it, and the page still holds together", () => {
    const origin = `https://${"a".repeat(57)}`;
    const node = square(certificates.ten, origin);
    const dates = drawn(certificates.ten, origin).filter((each) => "text" in each && each.text[0]?.text === "Awarded");
    expect(dates[0]?.absolutePosition.y).toBeLessThan((node?.absolutePosition.y ?? 0) - 30);
  });

  test("an address that no readable square can hold is refused", () => {
    expect(() => square(certificates.allotment, `https://${"a".repeat(126)}`)).toThrow(expect.objectContaining({ name: "CannotPrint", why: "address_too_long" }));
  });
});

describe("it always fits on its page, or says that it does not", () => {
  const word = fc.string({ unit: fc.constantFrom(..."abcdefghijklmnoprstuwyé’-"), minLength: 1, maxLength: 30 });
  const phrase = (most: number) => fc.array(word, { minLength: 1, maxLength: 20 }).map((words) => words.join(" ").slice(0, most).trim());

  const origins = fc.constantFrom(printing.origin, "http://localhost:3000", `https://${"quality-mark.".repeat(4)}example`);

  /** Two texts on about the same line whose letters would touch. */
  function overlaps(placed: ReturnType<typeof lines>) {
    const boxes = placed.map(({ absolutePosition: { x, y }, fontSize, said }) => ({ said, left: x, right: x + 0.55 * said.length * fontSize, baseline: y + fontSize }));
    return boxes.flatMap((one, place) =>
      boxes
        .slice(place + 1)
        .filter((other) => Math.abs(one.baseline - other.baseline) < 7 && one.left < other.right && other.left < one.right)
        .map((other) => [one.said, other.said]),
    );
  }

  test("any name of 120 characters and any ten activities", () => {
    fc.assert(
      fc.property(phrase(120), fc.array(phrase(60), { maxLength: 10 }), fc.constantFrom(...Object.values(certificates)), origins, (name, scope, like, origin) => {
        const placed = lines({ ...like, scope, holder: { ...like.holder, name } }, origin);
        const whole = placed
          .map((line) => line.said)
          .join("")
          .replaceAll(" ", "");
        for (const part of [name, ...scope]) expect(whole).toContain(part.replaceAll(" ", ""));
        const dates = placed.findIndex((line) => line.said === "Awarded");
        for (const line of placed.slice(0, dates)) expect(line.absolutePosition.y).toBeLessThan((placed[dates]?.absolutePosition.y ?? 0) - 12);
        for (const line of placed) {
          expect(line.absolutePosition.x).toBeGreaterThanOrEqual(page.margin);
          expect(line.absolutePosition.x + 0.55 * line.said.length * line.fontSize).toBeLessThanOrEqual(page.width - page.margin + 0.1);
          expect(line.absolutePosition.y).toBeLessThan(page.height - 30);
        }
        expect(overlaps(placed)).toEqual([]);
      }),
      { numRuns: 60, endOnFailure: true },
    );
  });

  test("a long word is set smaller before it is cut", () => {
    const name = `Cymdeithas ${"Llan".repeat(10)}`;
    const found = lines({ ...certificates.allotment, holder: { ...certificates.allotment.holder, name } }).find((line) => line.said.includes("Llan".repeat(10)));
    expect(found?.fontSize).toBe(16);
  });

  test("what cannot fit is refused, never squeezed or cut", () => {
    const scope = Array(60).fill("Companionship visits to people living alone on outlying farms");
    expect(() => drawn({ ...certificates.long, scope })).toThrow(expect.objectContaining({ name: "CannotPrint", why: "does_not_fit" }));
  });

  test("a character that no face has is refused by name", () => {
    const arabic = { ...certificates.allotment, holder: { ...certificates.allotment.holder, name: "حديقة Garden" } };
    expect(() => drawn(arabic)).toThrow("None of our typefaces can set “حديقة” (U+062D U+062F U+064A U+0642 U+0629).");
    expect(() => drawn(arabic)).toThrow(expect.objectContaining({ name: "CannotPrint", why: "no_font" }));
  });
});

test("says that phone and email were tested only where they were", () => {
  for (const languages of [["en"], ["cy"]] as const) {
    const certificate = { ...certificates.allotment, languages: [...languages] };
    expect(said(certificate)).toMatch(/tested its phone and\s+email|phrofi ei\s+ffôn/);
    expect(said({ ...certificate, contact_tested: false })).not.toMatch(/phone|phrofi/);
  }
});

test("two languages are two whole pages; words that no translator has read say so", () => {
  const { content, language } = certificateDocument({ ...certificates.allotment, languages: ["cy", "en"] }, printing);
  expect(content.filter((node) => "pageBreak" in node)).toHaveLength(1);
  expect(language).toBe("cy-GB");
  const words = said({ ...certificates.allotment, languages: ["cy", "en"] });
  for (const part of ["Mewn grym tan", "9 Mawrth 2028", "In force until", "9 March 2028", "not checked by a translator"]) expect(words).toContain(part);
  expect(said(certificates.allotment)).not.toContain("translator");
});

test.each(Object.entries(certificates))("%s can be said in two languages wherever it can in one", (_, certificate) => {
  expect(() => certificateDocument({ ...certificate, languages: ["en", "cy"] }, printing)).not.toThrow();
});

test.each([
  [1, "Mae un pwynt arall i’w gywiro erbyn"],
  [2, "Mae dau bwynt arall i’w cywiro erbyn"],
  [3, "Mae tri phwynt arall i’w cywiro erbyn"],
])("%i to put right is counted as Welsh counts", (count, sentence) => {
  expect(said({ ...certificates.long, conditions: { count, by: "2026-12-01" }, languages: ["cy"] }).replace(/\s+/g, " ")).toContain(sentence);
});

test.each([
  ["a code with a slip", { code: "ES4F-T5GV-6HWX" }],
  ["a day that is none", { awarded_on: "2026-02-30" }],
  ["a level of its own", { level: "gold" }],
  ["no name", { holder: { name: " ", area: "", identifiers: [] } }],
  ["no language", { languages: [] }],
  ["something we do not know", { stars: 5 }],
])("a certificate does not hold %s", (_, part) => {
  expect(Certificate.safeParse({ ...certificates.allotment, ...part }).success).toBe(false);
});
