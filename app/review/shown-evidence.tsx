import type { EvidenceItem } from "~/assessments/answer";
import { paths } from "~/platform/paths";
import { Day } from "~/ui/date";
import { isDay } from "~/ui/dates";
import { Definition, Definitions } from "~/ui/definition";
import { Quiet } from "~/ui/layout";
import type { Reading as ReadingProps, ShownFile } from "./desk";
import { FileFlags } from "./file-flags";
import { FilePreview } from "./file-preview";
import { LockLink } from "./lock-link";
import { saysRemoved } from "./privacy/locks";

export type EvidenceProps = {
  items: EvidenceItem[];
  files: ShownFile[];
  facts: ReadingProps["facts"];
  pages: ReadingProps["pages"];
  /** Set where this person may lock what holds personal details. */
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
            term={termOf(item, file)}
            // biome-ignore lint/suspicious/noArrayIndexKey: what was sent is frozen, and drawn once on the server.
            key={index}
          >
            {file?.state.removedOn && !file.state.locked && (
              <p className="wm-small">
                {file.name}, {size(file.bytes)}. Deleted on <Day day={file.state.removedOn} />, as promised.
              </p>
            )}
            {file?.state.locked && <p className="wm-small">{file.state.note}</p>}
            {there && (
              <Quiet small>
                {file.name}, {size(file.bytes)}. Opens as a download.{" "}
              </Quiet>
            )}
            {item.kind === "award" && <Quiet small>An award from somebody else: see below.</Quiet>}
            {item.kind === "link" && <span className="wm-copy__line">{item.link}</span>}
            {item.link && pages[item.link] && <AsItWas page={pages[item.link]!} link={item.link} lock={lock} />}
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

/** What something shown is called. What a locked file was called, and a title that was removed, is nobody's to read. */
function termOf(item: EvidenceItem, file: ShownFile | undefined) {
  const title = saysRemoved(item.title) ? undefined : item.title;
  if (file?.state.locked) return kindWords.file;
  if (!file || file.state.removedOn) return title ?? file?.name ?? kindWords[item.kind];
  return <a href={paths.evidence(file.id)}>{title ?? file.name}</a>;
}

/** A page as it was kept, to download as text. */
function AsItWas({ page: { capture, on, changed, note }, link, lock }: { page: ReadingProps["pages"][string]; link: string; lock: EvidenceProps["lock"] }) {
  if (note) return <p className="wm-small">{note}</p>;
  return (
    <>
      <p className="wm-small">
        <a href={paths.evidence(capture)}>
          As it was on <Day day={on} />
        </a>
        , as a download. {changed && "The page has changed since, if only in small things: compare before you rely on it."}
      </p>
      {lock && <LockLink {...lock} what={capture} of={`the page ${link}`} />}
    </>
  );
}

const kindWords: Record<EvidenceItem["kind"], string> = { file: "File", link: "Web address", call: "Shown on a call", words: "In their words", award: "An award" };
const size = (bytes: number) => (bytes < 1_000_000 ? `${Math.max(1, Math.round(bytes / 1000))} KB` : `${(bytes / 1_000_000).toFixed(1)} MB`);
