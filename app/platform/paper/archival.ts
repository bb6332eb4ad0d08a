import { type Day, startOfDay } from "~/platform/calendar";

type Facts = { day: Day; language: string /** As `lang` says it: "en-GB". */; title: string; author: string; subject?: string; keywords?: string };

/** What every document of ours has in common: A4, PDF/A-3b, facts about itself, and a day of its own, so that the same input gives the same bytes. */
export function archival({ day, language, ...about }: Facts) {
  return {
    pageSize: "A4" as const,
    version: "1.7" as const,
    subset: "PDF/A-3b" as const,
    language,
    displayTitle: true,
    compress: true,
    info: { ...about, creator: "Waymark", producer: "Waymark", creationDate: startOfDay(day) },
    defaultStyle: { font: "Atkinson" },
  };
}

/**
 * A file inside the document, listed where readers list such files, and tied to it as PDF/A-3 wants. Text; its day is given, so that the same input gives the same bytes.
 * A `data:` address, because pdfmake does not take bytes here.
 */
export function attached(name: string, text: string, { day, about }: { day: Day; about: string }) {
  const at = startOfDay(day);
  const src = `data:text/plain;base64,${Buffer.from(text).toString("base64")}`;
  return { [name]: { src, name, description: about, relationship: "Data" as const, hidden: false, creationDate: at, modifiedDate: at } };
}
