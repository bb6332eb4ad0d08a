import { type Language, locales } from "./words";

/** A mail in plain words: sentences, and at most one thing to do. */
export type Letter = { greeting: string; paragraphs: string[]; action?: { words: string; url: string }; signature: string };

/** The same words twice: as text for every reader, and as quiet HTML. Everything typed by people is escaped. */
export function mailBody({ greeting, paragraphs, action, signature }: Letter, language: Language = "en"): { text: string; html: string } {
  const doing = action ? [`${action.words}: ${action.url}`] : [];
  const text = [greeting, ...paragraphs, ...doing, signature].join("\n\n");
  const lines = [greeting, ...paragraphs].map((each) => `<p>${escaped(each)}</p>`);
  if (action) lines.push(`<p><a href="${escaped(action.url)}">${escaped(action.words)}</a></p><p>${escaped(action.url)}</p>`);
  const html = `<!doctype html><html lang="${locales[language]}"><body>${lines.join("")}<p>${escaped(signature).replaceAll("\n", "<br>")}</p></body></html>`;
  return { text, html };
}

const escaped = (text: string) => text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
