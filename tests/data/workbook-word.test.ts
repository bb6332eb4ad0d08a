import mammoth from "mammoth";
import { describe, expect, test } from "vitest";
import type { Criterion, Standard } from "#standards/format";
import { loadFacts, loadStandards } from "~/standards/load.server";
import { workbookOf } from "~/standards/workbook";
import { workbookForWord } from "~/standards/workbook-word.server";

const { facts } = loadFacts();
const printing = { address: "https://waymark.example/standards/x/1.0.0", issuer: "Waymark (demonstration issuer)" };
const made = (standard: Standard) => workbookForWord(workbookOf(standard, facts), printing);
const read = async (standard: Standard) => (await mammoth.convertToHtml({ buffer: await made(standard) })).value.replaceAll("&amp;", "&").replaceAll("&#39;", "'");

const wordsOf = ({ statement, why, good, levels, evidence, na_reasons, ask }: Criterion) =>
  [statement, why, good, levels.not_yet, levels.developing, ...levels.met.tests, ...levels.leading.tests, evidence.what, evidence.lightest, ask, ...na_reasons].map((text) =>
    text.replace(/\s+/g, " "),
  );

/** What of a criterion a reader of the document would not find. */
function lost(html: string, criterion: Criterion): string[] {
  const [, own = ""] = html.split(`<h2>${criterion.id} ${criterion.title}</h2>`);
  const [part = ""] = own.split("<h2>");
  return own === "" ? [criterion.id] : wordsOf(criterion).filter((text) => !part.replace(/\s+/g, " ").includes(text));
}

describe.each(loadStandards().versions.map(({ standard }) => [`${standard.key} ${standard.version}`, standard] as const))("the workbook for Word of %s", (_, standard) => {
  test("has every criterion under a heading of its own, with all that is asked, the levels in a table and room to write", async () => {
    const html = await read(standard);
    for (const criterion of standard.criteria) expect(lost(html, criterion)).toEqual([]);
    expect(html.match(/<h1>/g)?.length).toBeGreaterThanOrEqual(standard.sections.length + 3);
    expect(html.match(/<h2>/g)).toHaveLength(standard.criteria.length);
    expect(html.match(/<thead>/g)).toHaveLength(standard.criteria.length);
    expect(html.match(/<table>/g)?.length).toBeGreaterThanOrEqual(4 * standard.criteria.length);
    expect(html.match(/Must-have/g)).toHaveLength(standard.criteria.filter(({ must_have }) => must_have).length);
  });
});

test("what another version says is noticed as missing", async () => {
  const [{ standard } = { standard: undefined }] = loadStandards().versions;
  const html = await read(standard!);
  const [first] = standard!.criteria;
  expect(lost(html, { ...first!, good: "Something that nobody wrote." })).toEqual(["Something that nobody wrote."]);
  expect(lost(html, { ...first!, id: "ZZ-9.9" })).toEqual(["ZZ-9.9"]);
});
