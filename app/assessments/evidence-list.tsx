import type { ReactNode } from "react";
import { sizeWords } from "~/evidence/file-kinds";
import { evidenceWords } from "~/evidence/words/evidence-words";
import { useWords } from "~/platform/language";
import { paths } from "~/platform/paths";
import { formatDay, isDay } from "~/ui/dates";
import { Sentence } from "~/ui/sentence";
import type { EvidenceItem } from "./answer";
import { askingWords } from "./asking/words/asking-words";
import { isWebAddress } from "./limits";
import type { FileNames } from "./survey/from-survey";

export type EvidenceListProps = { items: readonly EvidenceItem[]; files: FileNames /** What can be done about each. */; actions?: (place: number) => ReactNode };

/** What is shown as proof, each with how. A file is a link that downloads; a web address is written out, so that it can be looked at before it is followed. */
export function EvidenceList({ items, files, actions }: EvidenceListProps) {
  return (
    <ul className="wm-tidy">
      {items.map((item, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a thing shown has no other name than its place in the list.
        <li key={place}>
          <Named item={item} />
          <br />
          <Shown item={item} files={files} />
          {actions?.(place)}
        </li>
      ))}
    </ul>
  );
}

function Named({ item: { title, date } }: { item: EvidenceItem }) {
  const { t, language } = useWords(askingWords);
  const name = <strong>{title || t("shown.unnamed")}</strong>;
  return date && isDay(date) ? <Sentence of={t("shown.dated", { day: formatDay(date, language) })} parts={{ title: name }} /> : name;
}

function Shown({ item, files }: { item: EvidenceItem; files: FileNames }) {
  const { t, language } = useWords(askingWords);
  if (item.kind === "call") return t("shown.call");
  if (item.kind === "award") return t("shown.award");
  if (item.kind === "words") return <span className="wm-lines">{item.words}</span>;
  if (item.kind === "link") {
    return item.link && isWebAddress(item.link) ? (
      <a href={item.link} rel="noreferrer nofollow" className="govuk-link">
        {item.link}
      </a>
    ) : (
      (item.link ?? t("shown.no_link"))
    );
  }
  const file = item.file ? files[item.file] : undefined;
  if (file?.removedOn)
    return `${t("evidence.file_of_size", { name: file.name, size: sizeWords(file.bytes) })}. ${evidenceWords(language)("file.removed", { day: formatDay(file.removedOn, language) })}`;
  return file ? (
    <a href={paths.evidence(item.file ?? "")} className="govuk-link">
      {t("evidence.file_of_size", { name: file.name, size: sizeWords(file.bytes) })}
    </a>
  ) : (
    t("shown.no_file")
  );
}
