import { Moment } from "~/ui/date";
import { Box } from "~/ui/layout";
import type { Reading } from "./desk";
import { LockLink } from "./lock-link";
import { Evidence, type EvidenceProps } from "./shown-evidence";
import { supplementWords } from "./supplement";

/** What the group has added to its answer since it was sent, each with why and when. Nothing where it has added nothing. */
export function SentSince({ since, files, lock }: Pick<Reading, "since" | "files"> & Pick<EvidenceProps, "lock">) {
  if (since.length === 0) return null;
  return (
    <>
      <h2 className="wm-h">Sent since</h2>
      {since.map(({ id, locked, why, asked, at, words, evidence, pages }) => (
        <section key={`${why} ${at}`}>
          <p className="wm-quiet wm-small">
            {supplementWords[why]}, <Moment at={at} />
          </p>
          {asked && <p>We asked: {asked}</p>}
          <Box tone="quote">{words.trim() || "Nothing written."}</Box>
          {lock && !locked && <LockLink {...lock} what={id} of="what was sent since" />}
          {evidence.length > 0 && <Evidence items={evidence} files={files} pages={pages} facts={[]} lock={lock} />}
        </section>
      ))}
    </>
  );
}
