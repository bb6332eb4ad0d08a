import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { FactTranslations } from "#standards/translation-format";
import { type Language, languages } from "~/platform/words";
import { factsIn } from "~/standards/facts.server";
import { welshChecked } from "~/ui/words/ui-words";

const files = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((each) => (each.isDirectory() ? files(join(folder, each.name)) : [join(folder, each.name)]));
const books = files("app")
  .filter((path) => path.endsWith("/words/en.json"))
  .map((path) => path.replace("/words/en.json", ""));

/** Every message of a file, by its path. */
const flat = (messages: object, before = ""): [key: string, message: string][] =>
  Object.entries(messages)
    .flatMap(([name, said]) => (typeof said === "object" ? flat(said, `${before}${name}.`) : typeof said === "string" ? [[before + name, said] as const] : []))
    .map(([key, said]): [string, string] => [key, said]);
const read = (book: string, language: Language) => JSON.parse(readFileSync(`${book}/words/${language}.json`, "utf8")) as object;
const form = /_(zero|one|two|few|many|other)$/;

/** The messages of a book: by key, each with its forms. One that is no plural has one form without a name. */
function messagesOf(book: string, language: Language): Map<string, Record<string, string>> {
  const all = flat(read(book, language));
  const plurals = new Set(all.filter(([key]) => key.endsWith("_other")).map(([key]) => key.replace(form, "")));
  const found = new Map<string, Record<string, string>>();
  for (const [path, said] of all) {
    const plural = plurals.has(path.replace(form, ""));
    const key = plural ? path.replace(form, "") : path;
    found.set(key, { ...found.get(key), [plural ? (form.exec(path)?.[1] ?? "") : ""]: said });
  }
  return found;
}
const placesIn = (said: string) => [...said.matchAll(/\{\{(\w+)\}\}|<(\w+)\/?>/g)].map(([place]) => place).sort();

test("there is a book for each capability that has its words in files", () => {
  expect(books.sort()).toEqual([
    "app/accounts",
    "app/assessments",
    "app/assessments/asking",
    "app/concerns",
    "app/evidence",
    "app/followers",
    "app/insights",
    "app/marks",
    "app/marks/check-ins",
    "app/marks/circumstances",
    "app/marks/showing",
    "app/providers",
    "app/register",
    "app/register/log",
    "app/retention",
    "app/review",
    "app/review/appeals",
    "app/review/fact-check",
    "app/review/interests",
    "app/review/reliability",
    "app/routes/about",
    "app/routes/home",
    "app/routes/organisations",
    "app/standards",
    "app/ui",
  ]);
});

describe.each(books)("%s", (book) => {
  const [english, welsh] = languages.map((language) => messagesOf(book, language)) as [ReturnType<typeof messagesOf>, ReturnType<typeof messagesOf>];

  test("says the same things in every language", () => expect([...welsh.keys()].sort()).toEqual([...english.keys()].sort()));

  test.each(languages)("in %s a plural has every form its language has, and nothing else has one", (language) => {
    const needed = new Intl.PluralRules(language).resolvedOptions().pluralCategories.sort();
    const plurals = [...messagesOf(book, language)].filter(([, forms]) => !("" in forms));
    expect(plurals.map(([key, forms]) => [key, Object.keys(forms).sort()])).toEqual(plurals.map(([key]) => [key, needed]));
    expect(plurals.map(([key]) => key).sort()).toEqual([...english].flatMap(([key, forms]) => ("" in forms ? [] : [key])).sort());
  });

  test("puts the same things in its sentences; a form of a plural may leave out the number", () => {
    const wrong = [...english].flatMap(([key, forms]) => {
      const wanted = placesIn(forms.other ?? forms[""] ?? "");
      const others = [...Object.values(forms), ...Object.values(welsh.get(key) ?? {})].filter((said) => {
        const places = placesIn(said);
        return places.join() !== wanted.join() && !("other" in forms && places.join() === wanted.filter((each) => each !== "{{count}}").join());
      });
      return others.map((said) => [key, said]);
    });
    expect(wrong).toEqual([]);
  });

  test("has no empty message", () => {
    expect(languages.flatMap((language) => flat(read(book, language)).filter(([, said]) => said.trim() === ""))).toEqual([]);
  });

  test("has no message that nobody says", () => {
    // A book in a folder of its own is said in the whole capability.
    const own = files(book.split("/", 2).join("/"));
    const source = [...own, ...files("app/routes"), "app/root.tsx", "app/frame.tsx"].filter((path) => /\.tsx?$/.test(path)).map((path) => readFileSync(path, "utf8"));
    const said = [...source.join("\n").matchAll(/(?<=["`])(?:[\w.-]|\$\{[^}]*\})+(?=["`])/g)].map(
      ([path]) => new RegExp(`^${path.replaceAll(".", "\\.").replace(/\$\{[^}]*\}/g, "[^.]+")}$`),
    );
    expect([...english.keys()].filter((key) => !said.some((each) => each.test(key)))).toEqual([]);
  });

  test("says whether its Welsh was checked by somebody who translates for a living", () => expect(read(book, "cy")).toMatchObject({ _checked: expect.any(Boolean) }));
});

const translated = FactTranslations.parse(parse(readFileSync("standards/facts.cy.yaml", "utf8")));

test("pages say that their Welsh is a draft while any of it is unchecked", () => {
  const checked = books.map((book) => (read(book, "cy") as { _checked: boolean })._checked);
  expect(welshChecked).toBe(checked.every(Boolean) && translated.checked !== false);
});

test("every question about a group, its hint and its answers have words of their own in Welsh", () => {
  const names = ["ONS4", "SWEMWBS", "Wellbeing Star", "PAM"];
  const said = (language: Language) =>
    factsIn(language).flatMap(({ key, label, hint, options = [] }) => [
      [key, label],
      ...(hint ? [[`${key} hint`, hint]] : []),
      ...options.map((option) => [`${key} ${option.value}`, option.label]),
    ]);
  const english = new Map(said("en").map(([key, words]) => [key, words]));
  const welsh = said("cy");
  expect(welsh.map(([key]) => key)).toEqual([...english.keys()]);
  expect(welsh.filter(([key, words]) => words === english.get(key) && !names.includes(words ?? ""))).toEqual([]);
});
