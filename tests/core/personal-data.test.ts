import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { findInName, findInText, passesModulus11, resultOf } from "~/evidence/personal-data";

/** Nine digits and the last one that fits; one in eleven has none. */
const healthNumber = fc
  .stringMatching(/^[4-7]\d{8}$/)
  .map((nine) => [0, 1, 2, 3, 4, 5, 6, 7, 8, 9].map((last) => `${nine}${last}`).find(passesModulus11))
  .filter((number) => number !== undefined);
const spaced = (number: string, sign: string) => `${number.slice(0, 3)}${sign}${number.slice(3, 6)}${sign}${number.slice(6)}`;
const filler = fc.array(fc.constantFrom("we", "meet", "on", "Tuesdays", "and", "talk", "about", "plants"), { maxLength: 12 }).map((words) => words.join(" "));
const kinds = (text: string) => findInText(text).map(({ kind, result }) => `${kind}: ${result}`);

describe("numbers of the health services", () => {
  test("the published example passes, one digit off does not, and no row of one digit does", () => {
    expect(["9434765919", "9434765918", "0000000000", "943476591"].map(passesModulus11)).toEqual([true, false, false, false]);
  });

  test("with a word nearby that says so, always blocked, however it is written", () => {
    fc.assert(
      fc.property(healthNumber, fc.constantFrom("", " ", "-", "\u00a0"), fc.constantFrom("NHS number", "patient", "DOB"), filler, (number, sign, word, words) => {
        expect(resultOf(findInText(`${words} ${word}: ${spaced(number, sign)} ${words}`))).toBe("blocked");
      }),
      { numRuns: 500 },
    );
  });

  test("alone, worth a look; two of them, blocked", () => {
    expect(kinds("Our reference is 943 476 5919.")).toEqual(["nhs_number: please_check"]);
    expect(kinds("943 476 5919, 401 023 2137")).toEqual(["nhs_number: blocked"]);
    expect(kinds("943 476 5919 and once more 943 476 5919")).toEqual(["nhs_number: please_check"]);
    expect(kinds("Order 943 476 5918 of the NHS shop")).toEqual([]);
  });

  test("Scottish and Northern Irish numbers are called by their names", () => {
    const chi = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"].map((last) => `010150002${last}`).find(passesModulus11)!;
    expect(kinds(`CHI ${chi}`)).toEqual(["chi_number: blocked"]);
    const care = ["0", "1", "2", "3", "4", "5", "6", "7", "8", "9"].map((last) => `320123456${last}`).find(passesModulus11)!;
    expect(kinds(`H&C number ${care}`)).toEqual(["hc_number: blocked"]);
  });

  test("telephone numbers are never taken for one, however many and beside whatever words", () => {
    const digits = (count: number) => fc.stringMatching(new RegExp(`^\\d{${count}}$`));
    const number = fc.oneof(
      fc.tuple(fc.constantFrom("07", "01", "02", "03", "08"), digits(9)).map(([start, rest]) => start + rest),
      fc.tuple(fc.constantFrom("07", "01"), digits(3), digits(3), digits(3)).map(([start, ...rest]) => `${start}${rest.join(" ")}`),
      fc.tuple(fc.constantFrom("01", "02"), digits(3), digits(6)).map(([start, area, rest]) => `(${start}${area}) ${rest}`),
      fc.tuple(fc.constantFrom("+44 7", "+447", "0044 7", "+44 (0)7", "+44 1"), digits(3), digits(3), digits(3)).map(([start, ...rest]) => start + rest.join(" ")),
      fc.tuple(fc.constantFrom("020", "023", "028"), digits(4), digits(4)).map((parts) => parts.join(" ")),
    );
    fc.assert(
      fc.property(fc.array(number, { minLength: 1, maxLength: 4 }), fc.constantFrom("NHS", "patients ring", "DOB", "call"), (numbers, word) => {
        expect(findInText(`${word} ${numbers.join(" or ")}`)).toEqual([]);
      }),
      { numRuns: 1000 },
    );
  });
});

describe("other details", () => {
  test.each([
    ["Her National Insurance number is QQ 12 34 56 C", []], // no number starts with QQ
    ["National Insurance AB 12 34 56 C", ["national_insurance: blocked"]],
    ["Part AB123456C of the shed", ["national_insurance: please_check"]],
    ["DBS certificate 001234567890 seen", ["dbs_certificate: blocked"]],
    ["Invoice 001234567890 paid", []],
    ["DOB 03/05/1948", ["birth_date: blocked"]],
    ["Date of birth: 3 May 1948", ["birth_date: blocked"]],
    ["She was born on 3 May 1948", ["birth_date: please_check"]],
    ["Our group was born in 1998", []],
    ["ann.example@mail.example, 4 High Street, ME1 2AB", ["email_and_postcode: please_check"]],
    ["hello@marshend.example", []],
    ["Mrs Penrose takes medication for her heart", ["person_and_health: please_check"]],
    ["Mrs Penrose runs the tea stall", []],
    ["We ask every volunteer about dementia training", []],
  ])("%s", (text, expected) => expect(kinds(text)).toEqual(expected));

  test("ordinary answers are clear, and nothing that was found is repeated", () => {
    expect(resultOf(findInText("We ring everyone back within 2 working days, on 07700 900142. In 2025 we had 1,204 calls; the last 10 took 1.4 days."))).toBe("clear");
    const text = "NHS number 943 476 5919, DOB 03/05/1948";
    expect(JSON.stringify(findInText(text))).not.toMatch(/943|1948/);
  });

  test("whatever is typed, an answer comes at once", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 3000 }), (text) => {
        expect(["clear", "please_check", "blocked"]).toContain(resultOf(findInText(text)));
      }),
    );
    for (const long of ["1 ".repeat(200_000), "a@".repeat(100_000), "born ".repeat(50_000), "Mr A".repeat(50_000)]) findInText(long);
  });
});

describe("names of files", () => {
  test.each([
    "referral_john_smith.pdf",
    "Referral-Ann-Penrose.docx",
    "case notes.docx",
    "CaseNotes March.pdf",
    "DBS certificate.pdf",
    "certificate.jpg",
    "patient 943 476 5919.pdf",
  ])("%s tells", (name) => expect(resultOf(findInName(name))).not.toBe("clear"));
  test.each([
    "referral form blank.pdf",
    "Referral policy.docx",
    "how to refer.pdf",
    "insurance certificate 2026.pdf",
    "referral process for GPs.pdf",
    "safeguarding steps.pdf",
    "case notes policy.docx",
    "IMG_20260503_101500.jpg",
  ])("%s does not", (name) => expect(findInName(name)).toEqual([]));
});
