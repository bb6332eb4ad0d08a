import type { EvidenceItem } from "~/assessments/answer";
import { paths } from "~/platform/paths";
import { Day } from "~/ui/date";
import { isDay } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Quiet } from "~/ui/layout";
import type { Reading as ReadingProps, ShownFile } from "./desk";
import { FileFlags } from "./file-flags";
import { FilePreview } from "./file-preview";

export type EvidenceProps = {
  items: EvidenceItem[];
  files: ShownFile[];
  facts: ReadingProps["facts"];
  pages: ReadingProps["pages"];
  /** Set where this person may lock a file. */
  lock: { caseId: string; criterion: string } | undefined;
};

/** What is shown as proof. Addresses stand as text: what a group typed is never a link of ours. Files come from our own storage, as downloads; a photo can be looked at, and the words of a file read, without them. */
export function Evidence({ items, files, pages, facts, lock }: EvidenceProps) {
  if (items.length === 0 && facts.length === 0) return <p className="wm-quiet">Nothing shown.</p>;
  return (
    <Definitions layout="stack">
      {items.map((item, index) => {
        const file = files.find(({ id }) => id === item.file);
        const there = file && !file.state.locked && !file.state.removedOn;
        return (
          <Definition
            term={there ? <a href={paths.evidence(file.id)}>{item.title ?? file.name}</a> : (item.title ?? file?.name ?? kindWords[item.kind])}
            // biome-ignore lint/suspicious/noArrayIndexKey: what was sent is frozen, and drawn once on the server.
            key={index}
          >
            {file?.state.removedOn && (
              <p className="wm-small">
                {file.name}, {size(file.bytes)}. Deleted on <Day day={file.state.removedOn} />, as promised.
              </p>
            )}
            {file?.state.locked && !file.state.removedOn && (
              <p className="wm-small">Locked: it has personal details in it. Nobody can open it; the group is asked to replace it.</p>
            )}
            {there && (
              <Quiet small>
                {file.name}, {size(file.bytes)}. Opens as a download.{" "}
              </Quiet>
            )}
            {item.kind === "award" && <Quiet small>An award from somebody else: see below.</Quiet>}
            {item.kind === "link" && <span className="wm-copy__line">{item.link}</span>}
            {item.link && pages[item.link] && <AsItWas page={pages[item.link]!} />}
            {item.kind === "words" && item.words}
            {item.kind === "call" && <Quiet small>They will show this on a call.</Quiet>}
            {item.date && isDay(item.date) && (
              <Quiet small>
                {" "}
                Dated <Day day={item.date} />.
              </Quiet>
            )}
            {file && <FilePreview file={file} title={item.title} />}
            {there && <FileFlags file={file} lock={lock} />}
          </Definition>
        );
      })}
      {facts.map(({ label, value }) => (
        <Definition term={label} key={label}>
          {value ?? <Quiet>Not said</Quiet>} {value !== null && <Quiet small>They told us.</Quiet>}
        </Definition>
      ))}
    </Definitions>
  );
}

/** A page as it was kept, to download as text. */
const AsItWas = ({ page: { capture, on, changed } }: { page: ReadingProps["pages"][string] }) => (
  <p className="wm-small">
    <a href={paths.evidence(capture)}>
      As it was on <Day day={on} />
    </a>
    , as a download. {changed && "The page has changed since, if only in small things: compare before you rely on it."}
  </p>
);

const kindWords: Record<EvidenceItem["kind"], string> = { file: "File", link: "Web address", call: "Shown on a call", words: "In their words", award: "An award" };
const size = (bytes: number) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
