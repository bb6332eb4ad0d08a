import type { Leaf } from "~/marks/log/leaf";
import { levelNamesIn } from "~/marks/status-words";
import type { Language } from "~/platform/words";
import { formatDay } from "~/ui/dates";
import { logWords } from "./words/log-words";

/** What a leaf of a mark says, in a sentence. */
export function happened(leaf: Exclude<Leaf, { kind: "audit_head" }>, language: Language): string {
  const t = logWords(language);
  if (leaf.kind === "changed") return t(`happened.changed.${leaf.change}`);
  if (leaf.kind === "holder_changed") return t(`happened.holder_changed.${leaf.change}`, { since: formatDay(leaf.since, language) });
  if (leaf.kind !== "awarded") return t(`happened.${leaf.kind}`);
  return t("happened.awarded", { level: levelNamesIn(language)[leaf.level], standard: leaf.standard.replace("@", " "), until: formatDay(leaf.valid_until, language) });
}
