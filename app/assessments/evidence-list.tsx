import type { ReactNode } from "react";
import { sizeWords } from "~/evidence/file-kinds";
import { paths } from "~/platform/paths";
import { formatDay, isDay } from "~/ui/dates";
import type { EvidenceItem } from "./answer";
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
          <strong>{item.title || "Without a name yet"}</strong>
          {item.date && isDay(item.date) && `, dated ${formatDay(item.date)}`}
          <br />
          <Shown item={item} files={files} />
          {actions?.(place)}
        </li>
      ))}
    </ul>
  );
}

function Shown({ item, files }: { item: EvidenceItem; files: FileNames }) {
  if (item.kind === "call") return "To be shown on a call";
  if (item.kind === "award") return "An award from somebody else";
  if (item.kind === "words") return <span className="wm-lines">{item.words}</span>;
  if (item.kind === "link") {
    return item.link && isWebAddress(item.link) ? (
      <a href={item.link} rel="noreferrer nofollow" className="govuk-link">
        {item.link}
      </a>
    ) : (
      (item.link ?? "No web address yet")
    );
  }
  const file = item.file ? files[item.file] : undefined;
  return file ? (
    <a href={paths.evidence(item.file ?? "")} className="govuk-link">
      {file.name} ({sizeWords(file.bytes)})
    </a>
  ) : (
    "No file yet"
  );
}
