import { describe, expect, test } from "vitest";
import type { Criterion } from "#standards/format";
import { faces } from "~/platform/paper/faces.server";
import { pdf } from "~/platform/paper/pdf.server";
import { factsIn } from "~/standards/facts.server";
import { loadFacts, loadStandards } from "~/standards/load.server";
import { translated } from "~/standards/translation/translated";
import { workbookOf } from "~/standards/workbook";
import { workbookDocument } from "~/standards/workbook-document";
import { workbookWords } from "~/standards/workbook-words";
import { pdfPages } from "../support/pdf-text";

const { versions } = loadStandards();
const { facts } = loadFacts();
const books = versions.flatMap(({ standard, translations }) => [
  { name: `${standard.key} ${standard.version}`, standard, said: { language: "en", checked: true } as const, known: facts },
  ...translations.map(({ language, translation }) => ({
    name: `${standard.key} ${standard.version} in ${language}`,
    standard: translated(standard, translation),
    said: { language, checked: false } as const,
    known: factsIn(language),
  })),
]);
const printing = () => ({ address: "https://waymark.example/standards/x/1.0.0", issuer: "Waymark (demonstration issuer)", faces: faces() });
const close = (text: string) => text.replace(/\s+/g, "");

/** Everything of a criterion that a person at a kitchen table needs. */
const needed = ({ id, title, statement, why, good, levels, evidence, na_reasons, ask }: Criterion) =>
  [id, title, statement, why, good, levels.not_yet, levels.developing, ...levels.met.tests, ...levels.leading.tests, evidence.what, evidence.lightest, ask, ...na_reasons].map(
    close,
  );

describe.each(books)("the workbook of $name", ({ standard, said, known }) => {
  const book = workbookOf(standard, known, said);
  const words = workbookWords(said.language);
  const printed = pdf(workbookDocument(book, printing()));

  test("has every criterion on a page of its own, with all that is asked and what would show it", async () => {
    const pages = pdfPages(await printed).map(close);
    for (const [place, criterion] of standard.criteria.entries()) {
      const from = pages.findIndex((page) => page.includes(close(words.place(place + 1, standard.criteria.length))));
      const to = place + 1 < standard.criteria.length ? pages.findIndex((page) => page.includes(close(words.place(place + 2, standard.criteria.length)))) : pages.length;
      expect(from).toBeGreaterThan(1);
      const own = pages.slice(from, to).join("");
      for (const text of needed(criterion)) expect(own).toContain(text);
      expect(own.includes(close(words.mustHave)), criterion.id).toBe(criterion.must_have);
    }
  });

  test("begins with the cover and the twelve first questions, and numbers its pages", async () => {
    const pages = pdfPages(await printed).map(close);
    expect(pages[0]).toContain(close(standard.title));
    expect(pages[0]).toContain(close(printing().address));
    const first = pages
      .slice(
        1,
        pages.findIndex((page) => page.includes(close(words.place(1, standard.criteria.length)))),
      )
      .join("");
    for (const [place, { label }] of known.filter(({ tailoring }) => tailoring).entries()) expect(first).toContain(close(`${place + 1}. ${label}`));
    for (const [place, page] of pages.entries()) expect(page).toMatch(new RegExp(`${close(words.page(place + 1, pages.length))}$`));
  });

  test("leaves no sentence out for want of a letter, and no page with a heading alone", async () => {
    const pages = pdfPages(await printed);
    for (const page of pages) {
      expect(page).not.toContain("[…]");
      expect(close(page).length).toBeGreaterThan(200);
    }
  });

  test("says what it is, and is the same bytes each time", async () => {
    const source = (await printed).toString("latin1");
    expect(source).toContain(`(${words.title(standard.title, standard.version)})`);
    expect(source).toContain(`/Lang (${said.language === "cy" ? "cy-GB" : "en-GB"})`);
    expect(source).toContain("<pdfaid:part>3</pdfaid:part>");
    expect(source.match(/\/Type \/FontDescriptor/g)?.length).toBe(source.match(/\/FontFile2/g)?.length);
    expect((await printed).equals(await pdf(workbookDocument(workbookOf(standard, known, said), printing())))).toBe(true);
  });
});

test("a criterion that is not asked of everyone says of whom; one that may not apply has its reasons to tick", () => {
  const questions = versions.flatMap(({ standard }) => workbookOf(standard, facts).sections.flatMap(({ questions }) => questions));
  expect(questions.find(({ id }) => id === "RC-2.3")?.onlyIf).toBe("Only if you answered yes to “Might people have to wait for a place?”");
  expect(questions.find(({ id }) => id === "RC-1.1")?.onlyIf).toBeUndefined();
  expect(questions.find(({ id }) => id === "LW-2.3")?.naReasons).toEqual(["We have one link worker and no local peer network we can reach"]);
});
