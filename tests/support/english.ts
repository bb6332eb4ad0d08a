import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const books = (folder: string): string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((each) => {
    const path = join(folder, each.name);
    return each.isDirectory() ? books(path) : path.endsWith("words/en.json") ? [path] : [];
  });
const said = (messages: object): string[] => Object.values(messages).flatMap((each) => (typeof each === "string" ? [each] : said(each)));

/** Everything that our English files say, without what stands in the places: pieces that are long enough to be known again. */
const english = books("app")
  .flatMap((path) => said(JSON.parse(readFileSync(path, "utf8")) as object))
  .flatMap((message) => message.split(/\{\{\w+\}\}|<\/?\w+\/?>/))
  .map((piece) => piece.trim())
  .filter((piece) => piece.length > 8);

/** Where two texts meet React puts a mark, and some signs are written as names. */
export const asRead = (html: string) => html.replaceAll("<!-- -->", "").replaceAll("&#x27;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");

/** What we say in English in this text. What is marked as English, such as a standard's own words, is not ours; what goes to scripts is not read. */
export function englishIn(html: string): string[] {
  const ours = asRead(html)
    .replace(/<script.*?<\/script>/gs, "")
    .replace(/<(\w+)[^>]* lang="en-GB"[^>]*>[^<]*<\/\1>/g, "");
  return [...new Set(english.filter((piece) => ours.includes(piece)))];
}
