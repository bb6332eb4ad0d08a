/** What a group puts on its own website: a link to the mark's page around the live badge, in plain HTML. */
import { paths } from "~/platform/paths";
import { type Language, locales } from "~/platform/words";
import { showingWords } from "./words/showing-words";

/** As the badge is drawn, in pixels: a page keeps this much room before the picture is there. */
export const badgeSize = { width: 220, height: 84 };

export type Snippets = {
  language: Language;
  /** The addresses in it: of the page, and of the picture. */
  page: string;
  picture: string;
  /** What is read where the picture does not load. It says nothing that could go out of date. */
  alt: string;
  /** Each one line, to be pasted. */
  html: string;
  png: string;
  text: string;
  /** Without its protocol, to be printed and read out. */
  short: string;
};

/** No script, no style and no cookie; with the picture away, words that are a link of their own. `origin` has no slash at its end. */
export function snippetsFor({ code, origin, language }: { code: string; origin: string; language: Language }): Snippets {
  const asked = language === "en" ? "" : `?lang=${language}`;
  const alt = showingWords(language)("alt", { code });
  const page = origin + paths.mark(code) + asked;
  const picture = (kind: "svg" | "png") => origin + paths.badge(code, kind) + asked;
  const link = (inside: string) => `<a href="${quoted(page)}" lang="${locales[language]}">${inside}</a>`;
  const shown = (kind: "svg" | "png") => link(`<img src="${quoted(picture(kind))}" width="${badgeSize.width}" height="${badgeSize.height}" alt="${quoted(alt)}">`);
  return {
    language,
    page,
    picture: picture("svg"),
    alt,
    html: shown("svg"),
    png: shown("png"),
    text: link(quoted(alt)),
    short: origin.replace(/^https?:\/\//, "") + paths.shortMark(code) + asked,
  };
}

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
const quoted = (text: string) => text.replace(/[&<>"]/g, (each) => entities[each]!);
