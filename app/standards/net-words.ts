import type { Language } from "~/platform/words";
import { idsInWords } from "./change-words";
import type { Fate } from "./net";
import { standardsWords } from "./words/standards-words";

type Line = { was: readonly string[]; is: readonly string[]; between: readonly string[]; fate: Fate };

/** A line as a heading: which criteria, and what became of them. Its title is the part `<title/>`. */
export function fateHeading({ was, is, between, fate }: Line, language: Language): string {
  const t = standardsWords(language);
  const ids = (list: readonly string[]) => idsInWords(list, language);
  if (fate === "replaced") return t(was.length > 1 ? "net.replaced.several" : "net.replaced.one", { was: ids(was), is: ids(is) });
  if (fate === "came_and_went") return t("net.came_and_went", { ids: ids(between) });
  const named = ids(is.length > 0 ? is : was);
  return t(fate === "retired" ? "net.retired" : fate === "added" ? "net.added" : "net.went_on", { ids: named });
}

/** The same in English, with its title in it, for a line of plain text. */
export const fateLine = (line: Line & { title: string }): string => fateHeading(line, "en").replace("<title/>", () => line.title);

type Came = { fate: Fate; changes: readonly { version: string }[]; between: readonly string[] };

/** What has to be said of the way where its end does not say it: changed back, come and gone, or over others. */
export function cameWords({ fate, changes, between }: Came, language: Language = "en"): string | undefined {
  const t = standardsWords(language);
  const [first, last] = [changes[0]?.version ?? "", changes.at(-1)?.version ?? ""];
  if (fate === "changed_back") return t("net.way.changed_back", { first, last });
  if (fate === "came_and_went") return t("net.way.came_and_went", { first, last });
  return between.length > 0 ? t("net.way.over", { ids: idsInWords(between, language) }) : undefined;
}
